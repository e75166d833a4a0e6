package events

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// ranks are the levels of a meeting from the highest down; it has the lowest
// of those who take part.
var ranks = []string{"leaders", "ministers", "delegations", "working_groups"}

// talkReach is how far from a trigger a word can tell of it without depending on it.
const talkReach = 14

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

func (l *lexicon) loadTalks() error {
	l.talk = talkWords{map[string][]talkWord{}, map[string][]talkWord{}, map[string]int32{}, map[string]bool{}}
	at := map[string]map[string][]talkWord{"near": l.talk.near, "trigger": l.talk.trigger}
	err := stages.EachRow("events/talks.tsv", stages.Text(lists, "talks.tsv"), 4, 4, func(r []string) error {
		w := talkWord{r[0], r[1], strings.Fields(r[3])}
		n, err := strconv.Atoi(r[1])
		switch {
		case r[0] == "round" && err == nil:
			l.talk.ordinals[r[3]] = int32(n)
			return nil
		case r[0] == "round":
			l.talk.rounds[r[3]] = true
			return nil
		case at[r[2]] == nil:
			return fmt.Errorf("unknown place %q; known are near, trigger", r[2])
		}
		at[r[2]][w.words[0]] = append(at[r[2]][w.words[0]], w)
		return nil
	})
	for _, list := range l.talk.near {
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

// told is an entry of talks.tsv found at the tokens from to.
type told struct {
	talkWord
	from, to int
}

// find finds the entries of a column; of those that begin at one place the longest.
func (t talkWords) find(column string, all []piece) (found []told) {
	for i := 0; i < len(all); i++ {
		for _, w := range t.near[all[i].word] {
			n := len(w.words)
			if w.column != column || i+n > len(all) || !slices.EqualFunc(w.words, all[i:i+n], func(w string, p piece) bool { return w == p.word }) {
				continue
			}
			found = append(found, told{w, all[i].token, all[i+n-1].token + 1})
			i += n - 1
			break
		}
	}
	return found
}

// talks fills what the text tells of a meeting.
func (s *sentence) talks(e *schemas.Event, h hit) {
	if e.Type != "CONSULT" {
		return
	}
	words := make([]string, len(s.tok))
	for i, k := range s.tok {
		words[i] = k.Lower
	}
	all := pieces(words)
	e.Level = s.level(e, h, all)
	e.Format = s.format(e, h, all)
	e.Round = s.round(h)
}

// level is the lowest rank among the words that belong to the trigger and the
// parties' roles.
func (s *sentence) level(e *schemas.Event, h hit, all []piece) string {
	var near []told
	for _, t := range s.talk.find("level", all) {
		if s.belongs(t, h) {
			near = append(near, t)
		}
	}
	low := lowest(near)
	for _, id := range slices.Concat(e.SourceIDs, e.TargetIDs) {
		low = max(low, s.rank(id))
	}
	if low >= 0 {
		return ranks[low]
	}
	return s.ofTrigger("level", h)
}

// rank is that of an actor by the role that the article gives it, or by its
// name, as of a delegation; -1 where neither tells.
func (s *sentence) rank(id string) int {
	role := ""
	for _, m := range s.doc.Mentions {
		if m.ActorID == id && m.Role != "" {
			role = m.Role
			if int(m.Sentence) >= s.num {
				break
			}
		}
	}
	if a, _ := s.doc.Actor(id); role == "" && a.Kind == "group" {
		role = a.Name
	}
	return lowest(s.talk.find("level", pieces(strings.Fields(strings.ToLower(role)))))
}

// lowest is the place in ranks of the lowest that is told; -1 for none. A word
// before an office can take it down or end it.
func lowest(found []told) int {
	low := -1
	for i, t := range found {
		rank := slices.Index(ranks, t.value)
		if i > 0 && rank >= 0 && t.from-found[i-1].to <= 1 {
			switch found[i-1].value {
			case "below":
				rank = max(rank, slices.Index(ranks, "delegations"))
			case "past":
				rank = -1
			}
		}
		low = max(low, rank)
	}
	return low
}

// format is in person, by video or by phone: by the words that belong to the
// trigger, by the trigger itself, or because there is a place where it is.
func (s *sentence) format(e *schemas.Event, h hit, all []piece) string {
	value := ""
	for _, t := range s.talk.find("format", all) {
		switch {
		case t.from < h.to && h.from < t.to:
			return t.value
		case !s.belongs(t, h) && (t.from < h.to || t.from > h.to+talkReach || s.parted(h.to, t.from)):
		case value != "" && value != t.value:
			return "" // "spoke by phone before they met in person"
		default:
			value = t.value
		}
	}
	switch {
	case value != "":
		return value
	case e.Place != "":
		return cmp.Or(s.ofTrigger("format", h), "in_person")
	}
	return s.ofTrigger("format", h)
}

// ofTrigger is the value that a word of the trigger itself has.
func (s *sentence) ofTrigger(column string, h hit) string {
	for _, k := range s.tok[h.from:h.to] {
		for _, w := range s.talk.trigger[cmp.Or(k.Lemma, k.Lower)] {
			if w.column == column {
				return w.value
			}
		}
	}
	return ""
}

// round is the number of "the fourth round of talks", nil where none or more
// than one is told.
func (s *sentence) round(h hit) *int32 {
	var n int32
	for i := range s.tok {
		k := s.talk.ordinal(s.word(i))
		if k == 0 || !s.isRound(i+1, h) {
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
func (s *sentence) isRound(i int, h hit) bool {
	from := i
	for s.word(i) != "round" {
		if i++; i > from+2 || s.closes(i) {
			return false
		}
	}
	to := i + 1
	if s.word(to) == "of" && !s.any(s.talk.rounds, to+1, to+5) {
		return false // of a vote, of sanctions
	}
	if h.from < to && from < h.to {
		return true
	}
	a, b := min(to, h.to), max(from, h.from)
	return b-a <= talkReach && !s.parted(a, b)
}

// binding are the relations by which a word belongs to the one above it.
var binding = map[stages.Rel]bool{
	stages.RelNsubj: true, stages.RelObj: true, stages.RelIobj: true, stages.RelObl: true, stages.RelNmod: true, stages.RelConj: true,
	stages.RelCompound: true, stages.RelAmod: true, stages.RelAppos: true, stages.RelFlat: true, stages.RelAdvmod: true,
}

// belongs reports whether a word depends on the trigger, as its subject, its
// object or in a prepositional phrase.
func (s *sentence) belongs(t told, h hit) bool {
	for i := t.from; i < t.to; i++ {
		if s.dependsOn(i, h) {
			return true
		}
	}
	return false
}

func (s *sentence) dependsOn(i int, h hit) bool {
	for range 5 {
		if i >= h.from && i < h.to {
			return true
		}
		k := s.tok[i]
		if rel := k.Rel.Base(); !binding[rel] || k.Head < 0 || rel == stages.RelConj && k.UPOS == stages.PosVerb {
			return false // "flew in and met the president"
		}
		i = int(k.Head)
	}
	return false
}
