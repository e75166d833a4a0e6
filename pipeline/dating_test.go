package pipeline_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// An article without a date is dated by another before it is coded, and is the
// later one of two copies by that date.
func TestArticlesDateOthers(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	const pause = "The negotiator said the talks held on Monday broke off after an hour and will go on Tuesday by video link.\n\nLast week, Varnian Foreign Minister Lena Orsolt met with her Kestrian counterpart, Pavel Drumm, in Turkey.\n\nThe delegations had met three times at the border before, and both sides called the tone of these rounds businesslike.\n"
	for name, text := range map[string]string{
		"a-pause.txt":            pause,
		"b-20220315T080000Z.txt": pause,
		"c-20220310T180000Z.txt": "Varnian Foreign Minister Lena Orsolt said no progress was made on a truce after a meeting with her Kestrian counterpart in Turkey on Thursday.\n\nThe two ministers spoke to reporters one after the other in the hall of the hotel.\n",
	} {
		if err := os.WriteFile(filepath.Join(in, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	must(t, "run", in, "--out", out, "--quiet")
	ids := map[string]string{}
	eachRow(t, out, "articles", func(r map[string]any) { ids[filepath.Base(r["source_uri"].(string))] = r["article_id"].(string) })
	eachRow(t, out, "articles", func(r map[string]any) {
		evidence, _ := r["date_evidence"].(string)
		switch filepath.Base(r["source_uri"].(string)) {
		case "a-pause.txt":
			if r["published"] != "2022-03-14" || r["date_method"] != "corpus" || r["date_precision"] != "day" {
				t.Errorf("the undated article: %v", r)
			}
			for _, words := range []string{"“Last week, Varnian", " = 2022-03-10 in ", "c-20220310T180000Z.txt: “Varnian Foreign", "; “The negotiator said"} {
				if !strings.Contains(evidence, words) {
					t.Errorf("the evidence lacks %q: %s", words, evidence)
				}
			}
			if r["duplicate_of"] != nil {
				t.Errorf("the earlier of two copies copies %v", r["duplicate_of"])
			}
		case "b-20220315T080000Z.txt":
			if r["duplicate_of"] != ids["a-pause.txt"] {
				t.Errorf("the later of two copies copies %v", r["duplicate_of"])
			}
		}
	})
}
