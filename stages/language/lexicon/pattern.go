package lexicon

import (
	"fmt"
	"slices"
	"strings"

	"parley/stages"
)

// minStem is the shortest word that may end in *; shorter ones match too much.
const minStem = 3

// Step is a word of a pattern: one of Words, or one that begins with one of
// Stems, and where Gap is set up to some number of others before it.
type Step struct {
	Words map[string]bool
	Stems []string
	Gap   bool
}

// Steps reads a pattern: words separated by spaces, with / between those of
// which one stands there, * behind a stem, and ~ where other words may stand.
func Steps(pattern string) ([]Step, error) {
	var steps []Step
	gap := false
	for w := range strings.FieldsSeq(pattern) {
		if w == "~" {
			gap = true
			continue
		}
		s := Step{Words: map[string]bool{}, Gap: gap}
		gap = false
		for a := range strings.SplitSeq(w, "/") {
			if stem, ok := strings.CutSuffix(a, "*"); !ok {
				s.Words[a] = true
			} else if len(stem) < minStem {
				return nil, fmt.Errorf("%q: %q is too short for *", pattern, a)
			} else {
				s.Stems = append(s.Stems, stem)
			}
		}
		steps = append(steps, s)
	}
	if len(steps) == 0 || steps[0].Gap || gap {
		return nil, fmt.Errorf("%q: a phrase begins and ends with a word", pattern)
	}
	return steps, nil
}

// Has reports whether a word is the step's, by itself or by its stem.
func (s *Step) Has(word string) bool {
	return s.Words[word] || slices.ContainsFunc(s.Stems, func(x string) bool { return strings.HasPrefix(word, x) })
}

// Follow finds steps one after the other from token i on and returns the token
// after the last, 0 when they are not there. A gap holds up to gap words, and
// none at which stops reports that a phrase ends.
func Follow(steps []Step, tokens []stages.Token, i, gap int, is func(s *Step, k *stages.Token) bool, stops func(i int) bool) int {
	for n := range steps {
		s := &steps[n]
		end := i
		if s.Gap {
			end += gap
		}
		found := false
		for ; i <= end && i < len(tokens) && !found; i++ {
			if found = is(s, &tokens[i]); !found && stops(i) {
				return 0
			}
		}
		if !found {
			return 0
		}
	}
	return i
}

// Index finds the patterns that a word can begin.
type Index[P any] struct {
	words, stems map[string][]P
	longest      int // stem, in bytes
}

// Add enters a pattern by its first step.
func (x *Index[P]) Add(first *Step, pattern P) {
	if x.words == nil {
		x.words, x.stems = map[string][]P{}, map[string][]P{}
	}
	for w := range first.Words {
		x.words[w] = append(x.words[w], pattern)
	}
	for _, w := range first.Stems {
		x.stems[w] = append(x.stems[w], pattern)
		x.longest = max(x.longest, len(w))
	}
}

// Begun calls yield with the patterns that a token begins: by the word as it
// stands, then by its lemma, then by its stems, shortest first.
func (x *Index[P]) Begun(k *stages.Token, yield func(P)) {
	for _, p := range x.words[k.Lower] {
		yield(p)
	}
	if k.Lemma != k.Lower {
		for _, p := range x.words[k.Lemma] {
			yield(p)
		}
	}
	for n := minStem; n <= len(k.Lower) && n <= x.longest; n++ {
		for _, p := range x.stems[k.Lower[:n]] {
			yield(p)
		}
	}
}

// Disjoint keeps, of matches that overlap, the better one, and returns them in
// the order of better. It sorts and cuts all in place.
func Disjoint[M any](all []M, better func(a, b M) int, overlap func(a, b M) bool) []M {
	slices.SortStableFunc(all, better)
	kept := all[:0]
	for _, m := range all {
		if !slices.ContainsFunc(kept, func(k M) bool { return overlap(k, m) }) {
			kept = append(kept, m)
		}
	}
	return kept
}
