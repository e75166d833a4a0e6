package annotate_test

import (
	"fmt"
	"strings"
	"testing"

	"parley/stages"
	"parley/stages/annotate"
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

func TestTreesOnlyWhenAskedFor(t *testing.T) {
	s, err := annotate.New(annotate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := stagetest.Document("The talks were held in May.")
	if err := s.Run(d); err != nil {
		t.Fatal(err)
	}
	for _, k := range d.Sentences[0].Tokens {
		if k.UPOS == stages.NoUPOS || k.Rel != stages.NoRel {
			t.Errorf("%s: part of speech %v, relation %v", d.Word(k), k.UPOS, k.Rel)
		}
	}
}
