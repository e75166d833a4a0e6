package events

import (
	"cmp"
	"slices"

	"parley/schemas"
	"parley/stages"
)

// ranks are the levels of a meeting from the highest down; it has the lowest
// of those who take part.
var ranks = []string{"leaders", "ministers", "delegations", "working_groups"}

// talkReach is how far from a trigger a word can tell of it without depending on it.
const talkReach = 14

// talks fills what the text tells of a meeting.
func (s *sentence) talks(m *mention) {
	e := &m.Event
	if e.Type != "CONSULT" {
		return
	}
	words := make([]string, len(s.tok))
	for i, k := range s.tok {
		words[i] = k.Lower
	}
	all := pieces(words)
	e.Level = s.level(e, m, all)
	e.Format = s.format(e, m, all)
	e.Round = s.round(m)
}

// level is the lowest rank among the words that belong to the trigger and the
// parties' roles. It is not known where a party
// can be a private person.
func (s *sentence) level(e *schemas.Event, m *mention, all []piece) string {
	var near []talkMatch
	for _, t := range s.talk.find("level", all) {
		if s.belongs(t, m) {
			near = append(near, t)
		}
	}
	low := lowest(near)
	for _, id := range slices.Concat(e.SourceIDs, e.TargetIDs) {
		rank, public := s.offices.of(id, s.num)
		if !public {
			return s.ofTrigger("level", m)
		}
		low = max(low, rank)
	}
	if low >= 0 {
		return ranks[low]
	}
	return s.ofTrigger("level", m)
}

// lowest is the place in ranks of the lowest that is told; -1 for none. A word
// before an office can take it down or end it.
func lowest(found []talkMatch) int {
	low := -1
	for i, t := range found {
		rank := slices.Index(ranks, t.value)
		if i > 0 && rank >= 0 && t.from-found[i-1].to <= 1 {
			switch found[i-1].value {
			case "below":
				rank = max(rank, slices.Index(ranks, "delegations"))
			case "bar":
				rank = -1
			}
		}
		low = max(low, rank)
	}
	return low
}

// format is in person, by video or by phone: by the words that belong to the
// trigger, by the trigger itself, or because there is a place where it is.
func (s *sentence) format(e *schemas.Event, m *mention, all []piece) string {
	value := ""
	for _, t := range s.talk.find("format", all) {
		switch {
		case t.from < m.to && m.from < t.to:
			return t.value
		case !s.belongs(t, m) && (t.from < m.to || t.from > m.to+talkReach || s.broken(m.to, t.from)):
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
		return cmp.Or(s.ofTrigger("format", m), "in_person")
	}
	return s.ofTrigger("format", m)
}

// broken reports whether a clause or a speech ends between two tokens.
func (s *sentence) broken(from, to int) bool {
	for j := from; j < to; j++ {
		if s.closes(j) || false {
			return true
		}
	}
	return false
}

// ofTrigger is the value that a word of the trigger itself has.
func (s *sentence) ofTrigger(column string, m *mention) string {
	for _, k := range s.tok[m.from:m.to] {
		for _, w := range s.talk.trigger[cmp.Or(k.Lemma, k.Lower)] {
			if w.column == column {
				return w.value
			}
		}
	}
	return ""
}

// binding are the relations by which a word belongs to the one above it.
var binding = map[stages.Rel]bool{
	stages.RelNsubj: true, stages.RelObj: true, stages.RelIobj: true, stages.RelObl: true, stages.RelNmod: true, stages.RelConj: true,
	stages.RelCompound: true, stages.RelAmod: true, stages.RelAppos: true, stages.RelFlat: true, stages.RelAdvmod: true,
}

// belongs reports whether a word depends on the trigger, as its subject, its
// object or in a prepositional phrase.
func (s *sentence) belongs(t talkMatch, m *mention) bool {
	for i := t.from; i < t.to; i++ {
		if s.dependsOn(i, m) {
			return true
		}
	}
	return false
}

func (s *sentence) dependsOn(i int, m *mention) bool {
	for range 5 {
		if i >= m.from && i < m.to {
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
