package pipeline_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// rowsOf reads a table through `parley show --json`.
func rowsOf(t *testing.T, dir, table string) (rows []map[string]any) {
	t.Helper()
	for line := range strings.Lines(must(t, "show", table, "--json", "--out", dir)) {
		row := map[string]any{}
		if err := json.Unmarshal([]byte(line), &row); err != nil {
			t.Fatal(err)
		}
		rows = append(rows, row)
	}
	return rows
}

func TestConlluIsWhatTheTablesHold(t *testing.T) {
	dir := exampleOutputs(t)
	texts := map[string][]rune{}
	for _, a := range rowsOf(t, dir, "articles") {
		texts[a["article_id"].(string)] = []rune(a["text"].(string))
	}
	sentences := rowsOf(t, dir, "sentences")
	blocks := strings.Split(strings.TrimSuffix(must(t, "conllu", "--out", dir), "\n\n"), "\n\n")
	if len(blocks) != len(sentences) || len(blocks) < 50 {
		t.Fatalf("%d blocks, %d sentences in the table", len(blocks), len(sentences))
	}
	for i, block := range blocks {
		s := sentences[i]
		article, number := s["article_id"].(string), s["sentence"]
		comments, words := conlluParts(block)
		if id := fmt.Sprintf("%s-%v", article, number); comments["sent_id"] != id {
			t.Fatalf("sentence %s is called %s", id, comments["sent_id"])
		}
		text := strings.Join(strings.Fields(s["text"].(string)), " ")
		if comments["text"] != text {
			t.Errorf("%s: text %q, want %q", comments["sent_id"], comments["text"], text)
		}
		checkConllu(t, comments["sent_id"], text, words, texts[article])
	}
}

// conlluParts takes a block of CoNLL-U apart.
func conlluParts(block string) (comments map[string]string, words [][]string) {
	comments = map[string]string{}
	for line := range strings.SplitSeq(block, "\n") {
		if c, ok := strings.CutPrefix(line, "# "); ok {
			k, v, _ := strings.Cut(c, " = ")
			comments[k] = v
			continue
		}
		words = append(words, strings.Split(line, "\t"))
	}
	return comments, words
}

// checkConllu checks a sentence's columns, its tree, and that its text can be
// put together again, from the forms and from the article.
func checkConllu(t *testing.T, id, text string, words [][]string, article []rune) {
	t.Helper()
	var again strings.Builder
	roots := 0
	for i, w := range words {
		if len(w) != 10 {
			t.Fatalf("%s: %d columns in %q", id, len(w), w)
		}
		for j, c := range w {
			if c == "" || strings.Contains(c, " ") {
				t.Errorf("%s: column %d of %q", id, j+1, w)
			}
		}
		head, err := strconv.Atoi(w[6])
		if err != nil || w[0] != strconv.Itoa(i+1) || head < 0 || head > len(words) || head == i+1 || (head == 0) != (w[7] == "root") {
			t.Errorf("%s: number, head or relation of %q", id, w)
		}
		if head == 0 {
			roots++
		}
		misc := map[string]string{}
		for m := range strings.SplitSeq(w[9], "|") {
			k, v, _ := strings.Cut(m, "=")
			misc[k] = v
		}
		start, _ := strconv.Atoi(misc["start_char"])
		end, _ := strconv.Atoi(misc["end_char"])
		if end <= start || end > len(article) || string(article[start:end]) != w[1] {
			t.Errorf("%s: %q does not stand where it says", id, w)
		}
		again.WriteString(w[1])
		if misc["SpaceAfter"] != "No" && i+1 < len(words) {
			again.WriteByte(' ')
		}
	}
	if again.String() != text || roots != 1 {
		t.Errorf("%s: %d roots, and the words make %q of %q", id, roots, again.String(), text)
	}
}

func TestConlluOfOneArticle(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "a.txt")
	const text = "Talks go on\n\n\"We can't wait,\" the minister said on Monday in the capital.\n\nDays of talks were planned by both delegations.\n"
	if err := os.WriteFile(in, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	must(t, "run", in, "--model", "none", "--out", dir, "--quiet")
	id := rowsOf(t, dir, "articles")[0]["article_id"].(string)
	got := must(t, "conllu", "--out", dir, "--article", id)
	for _, part := range []string{
		"# newdoc id = " + id + "\n# newpar\n# sent_id = " + id + "-0\n# heading = yes\n# text = Talks go on\n1\tTalks\ttalk\tNOUN\tNNS\tNumber=Plur\t",
		"\n1\t\"\t\"\tPUNCT\t``\t_\t", "SpaceAfter=No|Quote=Open|start_char=13|end_char=14\n2\tWe\twe\tPRON\tPRP\tNumber=Plur|Person=1\t",
		"\n3\tca\tcan\t", "\n7\t\"\t\"\tPUNCT\t''\t_\t", "Quote=Close|start_char=28|end_char=29\n",
		"\tVBN\tTense=Past|VerbForm=Part|Voice=Pass\t0\troot\t_\tstart_char=94|end_char=101\n",
	} {
		if !strings.Contains(got, part) {
			t.Errorf("%q is not in\n%s", part, got)
		}
	}
	if code, _, stderr := parley("conllu", "--out", dir, "--article", "x"); code != 1 || !strings.Contains(stderr, "no article x") {
		t.Errorf("exit code %d, standard error %q", code, stderr)
	}
	manifest := filepath.Join(dir, "manifest.json")
	b, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	b = []byte(strings.Replace(string(b), `"name": "parley"`, `"name": "other"`, 1))
	if err := os.WriteFile(manifest, b, 0o644); err != nil {
		t.Fatal(err)
	}
	if code, _, stderr := parley("conllu", "--out", dir); code != 1 || !strings.Contains(stderr, "another build") {
		t.Errorf("exit code %d, standard error %q", code, stderr)
	}
}
