package sentiment

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"

	"parley/stages"
	"parley/stages/language/lexicon"
)

//go:embed terms.tsv
var lists embed.FS

// class is a class of terms.tsv.
type class uint8

// The classes.
const (
	bar class = iota
	certain
	weak
)

var classes = map[string]class{"bar": bar, "certain": certain, "weak": weak}

// gapWords is how many words may stand where a term has ~.
const gapWords = 6

// terms finds the terms of talks. It is read-only once built.
type terms struct{ begun lexicon.Index[*term] }

type term struct {
	class class
	steps []lexicon.Step
}

// found is a term at the tokens from to (half-open).
type found struct {
	class    class
	from, to int
}

func loadTerms() (*terms, error) {
	t := &terms{}
	err := lexicon.EachRow("sentiment/terms.tsv", lexicon.Text(lists, "terms.tsv"), 2, 2, func(r []string) error {
		c, ok := classes[r[0]]
		if !ok {
			return fmt.Errorf("unknown class %q; known are bar, certain, weak", r[0])
		}
		forms := []string{r[1]}
		if parted := strings.ReplaceAll(r[1], "-", " - "); parted != r[1] && !strings.Contains(r[1], " - ") {
			forms = append(forms, parted) // most hyphens part tokens
		}
		for _, f := range forms {
			steps, err := lexicon.Steps(f)
			if err != nil {
				return err
			}
			t.begun.Add(&steps[0], &term{c, steps})
		}
		return nil
	})
	return t, err
}

// in finds the terms of a sentence that do not overlap, in order of place.
func (t *terms) in(tokens []stages.Token) []found {
	var all []found
	has := func(s *lexicon.Step, k *stages.Token) bool { return s.Has(k.Lower) }
	stops := func(i int) bool { return !tokens[i].Shape.IsWord() }
	for i := range tokens {
		t.begun.Begun(&tokens[i], func(p *term) {
			if !has(&p.steps[0], &tokens[i]) {
				return
			}
			if to := lexicon.Follow(p.steps, tokens, i, gapWords, has, stops); to > 0 {
				all = append(all, found{p.class, i, to})
			}
		})
	}
	longer := func(a, b found) int {
		return cmp.Or(cmp.Compare(b.to-b.from, a.to-a.from), cmp.Compare(a.class, b.class), cmp.Compare(a.from, b.from))
	}
	all = lexicon.Disjoint(all, longer, func(a, b found) bool { return a.from < b.to && b.from < a.to })
	slices.SortFunc(all, func(a, b found) int { return a.from - b.from })
	return slices.DeleteFunc(all, func(f found) bool { return f.class == bar })
}
