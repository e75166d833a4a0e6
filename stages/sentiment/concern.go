package sentiment

import "parley/stages"

// concern is the factor that a free cue gets by what it is said of. An act of
// will must have talks or their matters for its object, where one is named; what
// speaks for the talks, and single words that speak against them, count less where
// neither a clause nor the tree joins them to a word on talks.
func (s *sentence) concern(f found) float64 {
	if f.frame != free {
		return 1
	}
	c := s.head(f)
	switch {
	case f.kind == refusal || f.kind == readiness || f.kind == denial:
		if !s.aimed(f, c) {
			return aimless
		}
		return 1
	case f.kind == endorsement && !s.joins(f, c):
		return aimless
	case len(f.steps) > 1 || s.joins(f, c):
		return 1
	case f.kind == progress || f.kind == deadlock:
		return unlinked // "breakthrough" is said of talks more than of other things
	}
	return aimless
}

// joins reports whether a word on talks is part of a cue, stands near it in its
// clause, or above or below it in the tree.
func (s *sentence) joins(f found, c int) bool {
	for _, t := range s.talks {
		if t.from < f.to+8 && f.from < t.to+8 && sameClause(s.tok, min(t.to, f.to), max(t.from, f.from)) {
			return true
		}
		h := s.head(t)
		if s.tree.Under(h, c) || s.tree.Under(c, h) {
			return true
		}
	}
	return len(s.talks) == 0
}

// matters are words for what is talked about, offered and refused in talks.
var matters = words("talk", "meet", "meeting", "discuss", "discussion", "sit", "host", "mediate", "compromise", "concede", "concession", "condition", "term", "terms",
	"proposal", "propose", "offer", "plan", "deal", "agreement", "agree", "accord", "treaty", "pact", "document", "text", "formula", "initiative", "demand", "point", "it", "they", "that", "this", "so", "what", "accept", "sign",
	"end", "stop", "peace", "withdraw", "surrender", "capitulate", "solution", "solve", "resolve", "settle", "listen", "invitation", "call", "appeal", "idea", "suggestion", "recognise", "recognize", "recognition",
	"neutral", "neutrality", "cede", "territory", "land", "give", "guarantee", "release", "exchange", "swap", "cease", "halt", "pause", "truce", "corridor", "table", "engage", "engagement", "contact", "communicate", "dialogue", "trust", "believe", "say", "comment",
	"budge", "yield", "move", "cooperate", "cooperation", "help", "return", "resume", "continue", "outcome", "result", "progress", "step", "de", "escalate", "escalation", "restraint", "diplomacy", "summit", "round", "format", "role", "effort", "path", "way", "option", "door", "stance", "position", "venue", "platform", "service")

// aimed reports whether the words that depend on an act of will name a matter of
// talks, or talks are its subject ("the plan is unacceptable"); where none depend
// on it, it is taken to be of them.
func (s *sentence) aimed(f found, c int) bool {
	for i := f.from; i < f.to && len(f.steps) > 1; i++ {
		if matters[s.tok[i].Lemma] {
			return true
		}
	}
	subject := s.tree.Subject(c)
	if s.relativeObject(c) {
		return true
	}
	for _, t := range s.talks {
		if t.from < f.to && f.from < t.to || t.from >= f.to && t.from < f.to+8 && sameClause(s.tok, f.to, t.from) || subject >= t.from && subject < t.to {
			return true
		}
	}
	other := false
	for k := range s.tree.Children(c) {
		switch s.tree.Rel(k) {
		case stages.RelObj, stages.RelXcomp, stages.RelCcomp, stages.RelObl, stages.RelNmod, stages.RelAcl:
		default:
			continue
		}
		from, to := s.tree.Span(k)
		for i := from; i < to; i++ {
			if matters[s.tok[i].Lemma] || s.within(i) {
				return true
			}
		}
		other = other || from < f.from || to > f.to
	}
	return !other
}

// within reports whether a token is part of a word on talks.
func (s *sentence) within(i int) bool {
	for _, t := range s.talks {
		if i >= t.from && i < t.to {
			return true
		}
	}
	return false
}
