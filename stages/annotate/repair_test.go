package annotate_test

import (
	"os"
	"path/filepath"
	"testing"

	"parley/stages"
	"parley/stages/stagetest"
)

// TestRepairedTreesAreTrees holds that what is repaired beside the parser remains a
// tree: one root, and no word that is above itself.
func TestRepairedTreesAreTrees(t *testing.T) {
	files, _ := filepath.Glob("../*/testdata/*.txtar")
	examples, _ := filepath.Glob("../../examples/*.txt")
	corpus, _ := filepath.Glob("../../../shared/corpus/*.txt") // where it is at hand
	if files = append(append(files, examples...), corpus[:min(len(corpus), 60)]...); len(files) < 10 {
		t.Fatalf("only %d files", len(files))
	}
	c := chain(t)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d := stagetest.Document(string(text))
		if err := c[0].Run(d); err != nil {
			t.Fatal(err)
		}
		for _, s := range d.Sentences {
			check(t, file, d.Article.Text[s.Start:s.End], s.Tokens)
		}
	}
}

func check(t *testing.T, file, text string, tok []stages.Token) {
	t.Helper()
	roots := 0
	for i := range tok {
		if tok[i].Head < 0 {
			if roots++; tok[i].Rel != stages.RelRoot {
				t.Errorf("%s: %q: the root %s is %s", file, text, tok[i].Lower, tok[i].Rel)
			}
		}
		steps := 0
		for k := i; k >= 0; k = int(tok[k].Head) {
			if steps++; steps > len(tok) {
				t.Fatalf("%s: %q: %s is above itself", file, text, tok[i].Lower)
			}
		}
	}
	if roots != 1 {
		t.Errorf("%s: %q has %d roots", file, text, roots)
	}
}
