package pipeline_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Of the statements that say 0.9 or more, nine in ten are in the annotations.
func TestConfidenceHolds(t *testing.T) {
	gold, err := filepath.Glob(shared + "/gold/articles/*.json")
	if err != nil || len(gold) == 0 {
		t.Skip("the annotated articles are not here:", err)
	}
	out := sharedOutputs(t)
	said := map[string][]string{} // file to the contents that the annotators found
	for _, path := range gold {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var g struct {
			File       string
			Statements []struct{ Content []string }
		}
		if err := json.Unmarshal(b, &g); err != nil {
			t.Fatal(err)
		}
		for _, s := range g.Statements {
			said[g.File] = append(said[g.File], strings.Join(s.Content, " "))
		}
	}
	file := map[string]string{} // article to file
	eachRow(t, out, "articles", func(r map[string]any) {
		file[r["article_id"].(string)] = filepath.Base(r["source_uri"].(string))
	})
	sure, right := 0, 0
	eachRow(t, out, "statements", func(r map[string]any) {
		found, ok := said[file[r["article_id"].(string)]]
		if !ok || r["confidence"].(float64) < 0.9 {
			return
		}
		sure++
		for _, s := range found {
			if alike(s, r["content"].(string)) {
				right++
				break
			}
		}
	})
	if sure < 50 || 10*right < 9*sure {
		t.Errorf("of %d statements that are sure, %d are right", sure, right)
	}
}

// alike says whether two texts share most of their words: F1 of at least 0.6.
func alike(a, b string) bool {
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	have, shared := map[string]int{}, 0
	for _, w := range x {
		have[w]++
	}
	for _, w := range y {
		if have[w] > 0 {
			have[w]--
			shared++
		}
	}
	return 10*shared >= 3*(len(x)+len(y))
}
