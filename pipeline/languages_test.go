package pipeline_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An article in a language that no stage reads is an article and no more, even
// where a clause of it is in one that they do, and the run tells so.
func TestOtherLanguagesAreCountedAndNotCoded(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{
		"es.txt": "El ministro dijo el lunes que las conversaciones de paz continuarán en la capital durante dos días más, según la agencia. " +
			"La delegación llegó por la tarde y fue recibida por el alcalde de la ciudad. The spokesman said the talks had failed. " +
			"Los dos países acordaron abrir un corredor humanitario para que 3.000 personas salgan de la zona.",
		"de.txt": "Der Minister sagte am Montag, die Gespräche würden noch zwei Tage in der Hauptstadt fortgesetzt. Die Delegation kam am Nachmittag an " +
			"und wurde vom Bürgermeister der Stadt empfangen. Beide Länder einigten sich darauf, einen Korridor zu öffnen.",
		"en.txt": "The minister said on Monday that the talks would go on in the capital for two more days. The delegation came in the afternoon.",
	} {
		if err := os.WriteFile(filepath.Join(in, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	code, _, stderr := parley("run", in, "--out", out)
	if code != 0 {
		t.Fatalf("exit code %d: %s", code, stderr)
	}
	if !strings.Contains(stderr, "articles in a language that is not read (actors, annotate,") || !strings.Contains(stderr, "): de 1, es 1\n") {
		t.Errorf("the run does not say what it left out: %s", stderr)
	}
	b, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	var m struct {
		Articles int
		Unread   map[string]map[string]int
	}
	if err := json.Unmarshal(b, &m); err != nil {
		t.Fatal(err)
	}
	if m.Articles != 3 || m.Unread["events"]["es"] != 1 || m.Unread["annotate"]["de"] != 1 || m.Unread["normalize"] != nil {
		t.Errorf("manifest: %+v", m)
	}
	foreign := map[string]bool{}
	eachRow(t, out, "articles", func(r map[string]any) {
		if r["language"] != "en" {
			foreign[r["article_id"].(string)] = true
			if r["sentences"] != 0.0 || r["text"] == "" {
				t.Errorf("article %v", r)
			}
		}
	})
	for _, table := range []string{"sentences", "mentions", "statements", "figures", "events"} {
		n := 0
		eachRow(t, out, table, func(r map[string]any) {
			if n++; foreign[r["article_id"].(string)] {
				t.Errorf("%s has a row of an article that is not read: %v", table, r)
			}
		})
		if n == 0 && (table == "sentences" || table == "statements") {
			t.Errorf("%s has no rows of the article that is read", table)
		}
	}
	if s := must(t, "conllu", "--out", out); strings.Count(s, "# newdoc") != 1 {
		t.Errorf("conllu prints %d articles", strings.Count(s, "# newdoc"))
	}
	must(t, "verify", "--out", out)
}
