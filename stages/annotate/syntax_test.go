package annotate_test

import (
	"fmt"
	"strings"
	"testing"

	"parley/stages"
	"parley/stages/stagetest"
)

var featureNames = []string{"Plur", "Sing", "Past", "Pres", "Part", "Ger", "Inf", "Fin", "Pass", "Pers1", "Pers2", "Pers3", "Poss", "Cmp", "Sup", "Neg"}

// dumpSyntax prints a token a line: its number, word, lemma, tags, features,
// head and relation.
func dumpSyntax(d *stages.Document) string {
	var rows [][]string
	for _, s := range d.Sentences {
		for i, t := range s.Tokens {
			var feats []string
			for b, n := range featureNames {
				if t.Feats.Has(1 << b) {
					feats = append(feats, n)
				}
			}
			rows = append(rows, []string{fmt.Sprint(i + 1), d.Word(t), t.Lemma, t.UPOS.String(), t.XPOS.String(),
				strings.Join(append(feats, "_")[:max(1, len(feats))], " "), fmt.Sprint(t.Head + 1), t.Rel.String()})
		}
		rows = append(rows, nil)
	}
	return stagetest.Table(rows)
}

func TestGoldenSyntax(t *testing.T) {
	stagetest.Golden(t, "testdata/syntax/*.txtar", chain(t), dumpSyntax)
}
