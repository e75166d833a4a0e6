package sentiment

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parley/stages"
)

// gapWords is how many words may stand where a phrase has ~.
const gapWords = 6

// minStem is the shortest word that may end in *; shorter ones match too much.
const minStem = 3

// phrase is a line of a data file: its words and what they mean.
type phrase struct {
	steps  []step
	is     class  // of a term
	kind   string // of a cue
	weight float64
	frame  frame // of a cue
}

// step is a word of a phrase: one of words, or one that begins with one of
// stems, after up to gapWords others where gap is set.
type step struct {
	words, stems []string
	gap          bool
}

// matcher finds phrases in sentences. It is read-only once built.
type matcher struct {
	words, stems map[string][]*phrase // by first word
	longest      int                  // longest stem, in bytes
}

// found is a phrase at the tokens from to (half-open).
type found struct {
	*phrase
	from, to int
}

func newMatcher() *matcher {
	return &matcher{words: map[string][]*phrase{}, stems: map[string][]*phrase{}}
}

// add adds a phrase. Most hyphens part tokens, so a phrase with one is meant
// with and without them parted.
func (m *matcher) add(text string, p phrase) error {
	if strings.Contains(text, "-") && !strings.Contains(text, " - ") {
		if err := m.addWords(strings.ReplaceAll(text, "-", " - "), p); err != nil {
			return err
		}
	}
	return m.addWords(text, p)
}

func (m *matcher) addWords(text string, pattern phrase) error {
	p := &pattern
	gap := false
	for _, w := range strings.Fields(text) {
		if w == "~" {
			gap = true
			continue
		}
		s := step{gap: gap}
		gap = false
		for _, a := range strings.Split(w, "/") {
			if stem, ok := strings.CutSuffix(a, "*"); !ok {
				s.words = append(s.words, a)
			} else if len(stem) < minStem {
				return fmt.Errorf("%q: %q is too short for *", text, a)
			} else {
				s.stems = append(s.stems, stem)
			}
		}
		p.steps = append(p.steps, s)
	}
	if len(p.steps) == 0 || p.steps[0].gap || gap {
		return fmt.Errorf("%q: a phrase begins and ends with a word", text)
	}
	for _, w := range p.steps[0].words {
		m.words[w] = append(m.words[w], p)
	}
	for _, w := range p.steps[0].stems {
		m.stems[w] = append(m.stems[w], p)
		m.longest = max(m.longest, len(w))
	}
	return nil
}

// matches reports whether a token is the step's: its words as they stand or in
// their base form, its stems as they stand. "Talks" is a noun of its own.
func (s step) matches(k *stages.Token) bool {
	return slices.Contains(s.words, k.Lower) || k.Lemma != k.Lower && k.Lower != "talks" && slices.Contains(s.words, k.Lemma) ||
		slices.ContainsFunc(s.stems, func(x string) bool { return strings.HasPrefix(k.Lower, x) })
}

// find returns the phrases in the tokens that speak, in order of place; of those
// that overlap the one of more words wins.
func (m *matcher) find(tok []stages.Token, speaks func(found) bool) []found {
	var all []found
	for i, k := range tok {
		try := func(ps []*phrase) {
			for _, p := range ps {
				if to := p.follow(tok, i+1); to > 0 && speaks(found{p, i, to}) {
					all = append(all, found{p, i, to})
				}
			}
		}
		try(m.words[k.Lower])
		if k.Lemma != k.Lower {
			try(m.words[k.Lemma])
		}
		for n := minStem; n <= len(k.Lower) && n <= m.longest; n++ {
			try(m.stems[k.Lower[:n]])
		}
	}
	slices.SortStableFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(len(b.steps), len(a.steps)), cmp.Compare(a.from, b.from))
	})
	taken := make([]bool, len(tok))
	kept := all[:0]
	for _, f := range all {
		if slices.Contains(taken[f.from:f.to], true) {
			continue
		}
		for i := f.from; i < f.to; i++ {
			taken[i] = true
		}
		kept = append(kept, f)
	}
	slices.SortFunc(kept, func(a, b found) int { return cmp.Compare(a.from, b.from) })
	return kept
}

// follow finds the words of a phrase after its first and returns the token after
// the last, 0 when they are not there.
func (p *phrase) follow(tok []stages.Token, i int) int {
	for _, s := range p.steps[1:] {
		end := i
		if s.gap {
			end += gapWords
		}
		hit := false
		for ; i <= end && i < len(tok) && !hit; i++ {
			hit = s.matches(&tok[i])
			if w := tok[i].Lower; !hit && (w == ";" || w == ":" || w == "but" || negations[w]) {
				break
			}
		}
		if !hit {
			return 0
		}
	}
	return i
}
