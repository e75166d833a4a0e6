package sentiment

import (
	"cmp"
	"slices"
	"strings"

	"parley/stages"
	"parley/stages/language/lexicon"
)

// gapWords is how many words may stand where a phrase has ~.
const gapWords = 6

// phrase is a line of a data file: its words and what they mean.
type phrase struct {
	steps  []lexicon.Step
	is     class  // of a term
	kind   string // of a cue
	weight float64
	frame  frame // of a cue
}

// matcher finds phrases in sentences. It is read-only once built.
type matcher struct{ index lexicon.Index[*phrase] }

// found is a phrase at the tokens from to (half-open).
type found struct {
	*phrase
	from, to int
}

// add adds a phrase. Most hyphens part tokens, so a phrase with one is meant
// with and without them parted.
func (m *matcher) add(text string, p phrase) error {
	texts := []string{text}
	if strings.Contains(text, "-") && !strings.Contains(text, " - ") {
		texts = []string{strings.ReplaceAll(text, "-", " - "), text}
	}
	for _, t := range texts {
		q := p
		var err error
		if q.steps, err = lexicon.Steps(t); err != nil {
			return err
		}
		m.index.Add(&q.steps[0], &q)
	}
	return nil
}

// matches reports whether a token is the step's: its words as they stand or in
// their base form, its stems as they stand. "Talks" is a noun of its own.
func matches(s *lexicon.Step, k *stages.Token) bool {
	return s.Has(k.Lower) || k.Lemma != k.Lower && k.Lower != "talks" && s.Words[k.Lemma]
}

// find returns the phrases in the tokens that speak, in order of place; of those
// that overlap the one of more words wins.
func (m *matcher) find(tok []stages.Token, speaks func(found) bool) []found {
	var all []found
	for i := range tok {
		m.index.Begun(&tok[i], func(p *phrase) {
			if to := p.follow(tok, i+1); to > 0 && speaks(found{p, i, to}) {
				all = append(all, found{p, i, to})
			}
		})
	}
	kept := lexicon.Disjoint(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(len(b.steps), len(a.steps)), cmp.Compare(a.from, b.from))
	}, func(a, b found) bool { return a.from < b.to && b.from < a.to })
	slices.SortFunc(kept, func(a, b found) int { return cmp.Compare(a.from, b.from) })
	return kept
}

// follow finds the words of a phrase after its first and returns the token after
// the last, 0 when they are not there.
func (p *phrase) follow(tok []stages.Token, i int) int {
	return lexicon.Follow(p.steps[1:], tok, i, gapWords, matches, func(i int) bool {
		w := tok[i].Lower
		return w == ";" || w == ":" || w == "but" || negations[w]
	})
}
