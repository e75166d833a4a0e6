package events

import (
	"slices"

	"parley/schemas"
	"parley/stages"
)

// against are the types that in a conflict are directed at the other side where
// nobody is named; answers are the types whose target, where the sentence does not name it, is
// whom they answer; asks are those that can be answered.
var (
	answers = set("REJECT CONCEDE THREATEN", " ")
	against = set("ACCUSE ASSAULT", " ")
	asks    = set("REQUEST THREATEN", " ")
	spoke   = set("REQUEST ACCUSE REJECT THREATEN AGREE", " ")
)

// answer finds the target of an act of words that its own sentence leaves out:
// the partner of the call or meeting in which it was said; who asked for what is
// rejected, in this sentence or the one before; or the other side of the
// conflict, where it is named as near.
func (s *sentence) answer(e *schemas.Event, h hit, before []schemas.Event) {
	hostile := against[e.Type] && h.t.class == verb || h.t.flags["foe"]
	if len(e.TargetIDs) > 0 || len(e.SourceIDs) == 0 || !spoke[e.Type] && !answers[e.Type] && !hostile {
		return
	}
	if spoke[e.Type] {
		if e.TargetIDs = unique(s.partner(h), e.SourceIDs); len(e.TargetIDs) > 0 {
			return
		}
	}
	if !answers[e.Type] && !hostile {
		return
	}
	if e.Type != "THREATEN" && !hostile {
		for _, b := range slices.Backward(before) {
			if int(b.Sentence) < s.num-1 {
				break
			}
			if asks[b.Type] && len(unique(b.SourceIDs, e.SourceIDs)) > 0 && !s.compatriots(b.SourceIDs, e.SourceIDs) {
				e.TargetIDs = unique(b.SourceIDs, e.SourceIDs)
				return
			}
		}
	}
	if foe := s.enemy(e.SourceIDs); len(foe) > 0 && s.facing(e.SourceIDs[0]) {
		e.TargetIDs = foe
	}
}

// partner reads "in a call with Spain" behind a trigger.
func (s *sentence) partner(h hit) []string {
	for j := h.to; j+1 < len(s.tok) && j < h.to+reach && !s.closes(j) && !s.is("say", j); j++ {
		if s.words["occasion"][s.word(j)] && s.word(j+1) == "with" && (s.is("prep", j-1) || s.is("prep", j-2) || s.is("prep", j-3)) {
			return s.party(s.tree.Head(j+1), strict, nil)
		}
	}
	return nil
}

// compatriots reports whether two parties are of one country.
func (s *sentence) compatriots(a, b []string) bool {
	return s.own.country[a[0]] != "" && s.own.country[a[0]] == s.own.country[b[0]]
}

// facing reports whether this sentence or the last names somebody of the side
// that the actor is not on.
func (s *sentence) facing(id string) bool {
	own, _ := s.doc.Actor(id)
	return slices.ContainsFunc(s.near, func(m stages.Mention) bool {
		a, _ := s.doc.Actor(m.ActorID)
		return a.Side != "" && a.Side != own.Side && len(s.own.enemy[a.Side]) > 0
	})
}
