package events

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parley/stages"
)

// talkWord is a line of talks.tsv.
type talkWord struct {
	column, value string
	words         []string
}

// talkWords are the lines of talks.tsv.
type talkWords struct {
	near     map[string][]talkWord // by the first word, the longest first
	trigger  map[string][]talkWord
	ordinals map[string]int32
	rounds   map[string]bool // what a round is one of
}

func (v *vocabulary) loadTalks() error {
	v.talk = talkWords{map[string][]talkWord{}, map[string][]talkWord{}, map[string]int32{}, map[string]bool{}}
	at := map[string]map[string][]talkWord{"near": v.talk.near, "trigger": v.talk.trigger}
	err := each("talks.tsv", 4, 4, func(r []string) error {
		w := talkWord{r[0], r[1], strings.Fields(r[3])}
		n, err := strconv.Atoi(r[1])
		switch {
		case r[0] == "round" && err == nil:
			v.talk.ordinals[r[3]] = int32(n)
			return nil
		case r[0] == "round":
			v.talk.rounds[r[3]] = true
			return nil
		case at[r[2]] == nil:
			return fmt.Errorf("unknown place %q; known are near, trigger", r[2])
		}
		at[r[2]][w.words[0]] = append(at[r[2]][w.words[0]], w)
		return nil
	})
	for _, list := range v.talk.near {
		slices.SortStableFunc(list, func(a, b talkWord) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return err
}

// piece is a word of a token: "face-to-face" has three.
type piece struct {
	word  string
	token int
}

func pieces(words []string) (all []piece) {
	for i, w := range words {
		for p := range strings.SplitSeq(w, "-") {
			if p != "" {
				all = append(all, piece{p, i})
			}
		}
	}
	return all
}

// talkMatch is an entry of talks.tsv found at the tokens from to.
type talkMatch struct {
	talkWord
	from, to int
}

// find finds the entries of a column; of those that begin at one place the longest.
func (t talkWords) find(column string, all []piece) (found []talkMatch) {
	for i := 0; i < len(all); i++ {
		for _, w := range t.near[all[i].word] {
			n := len(w.words)
			if w.column != column || i+n > len(all) || !slices.EqualFunc(w.words, all[i:i+n], func(w string, p piece) bool { return w == p.word }) {
				continue
			}
			found = append(found, talkMatch{w, all[i].token, all[i+n-1].token + 1})
			i += n - 1
			break
		}
	}
	return found
}

// round is the number of "the fourth round of talks", nil where none or more
// than one is told.
func (s *sentence) round(m *mention) *int32 {
	var n int32
	for i := range s.tok {
		k := s.talk.ordinal(s.word(i))
		if k == 0 || !s.isRound(i+1, m) {
			continue
		}
		if n != 0 && n != k {
			return nil
		}
		n = k
	}
	if n == 0 {
		return nil
	}
	return &n
}

// ordinal reads "fourth" and "4th"; 0 is none.
func (t talkWords) ordinal(w string) int32 {
	if n := t.ordinals[w]; n != 0 {
		return n
	}
	digits := strings.TrimRight(w, "stndrh")
	if n, err := strconv.Atoi(digits); err == nil && digits != w && n > 0 && n < 100 {
		return int32(n)
	}
	return 0
}

// isRound reports whether "round of talks", with adjectives or none, stands at
// i in the trigger's clause.
func (s *sentence) isRound(i int, m *mention) bool {
	from := i
	for s.word(i) != "round" {
		if i++; i > from+2 || s.closes(i) {
			return false
		}
	}
	to := i + 1
	if s.word(to) == "of" && !s.ofTalks(to+1) {
		return false // of a vote, of sanctions
	}
	if m.from < to && from < m.to {
		return true
	}
	a, b := min(to, m.to), max(from, m.from)
	return b-a <= talkReach && !s.broken(a, b)
}

// ofTalks reports whether "direct peace talks" or the like stands at i.
func (s *sentence) ofTalks(i int) bool {
	for j := i; j < i+4 && j < len(s.tok); j++ {
		switch {
		case s.talk.rounds[s.word(j)]:
			return true
		case s.closes(j), s.word(j) == ",", s.tok[j].UPOS == stages.PosVerb, s.tok[j].UPOS == stages.PosCconj, s.tok[j].UPOS == stages.PosAdp:
			return false
		}
	}
	return false
}
