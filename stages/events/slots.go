package events

import (
	"slices"

	"parley/stages"
	"parley/stages/language/inflect"
)

// reach is how far to the right of a trigger a preposition may stand.
const reach = 25

// parties are the filled slots of an event; place is an object that is a place.
type parties struct {
	sources, targets []string
	mutual           bool // "each other"
	place            string
	country          string // of place
}

// passive reports whether the verb of a trigger is a passive one.
func (s *sentence) passive(h hit) bool {
	if h.t.class != verb || h.form&inflect.Participle == 0 {
		return false
	}
	if s.tree.Passive(h.from) {
		return s.word(h.from+1) != "in" || len(h.t.words) == 0 // "were engaged in"
	}
	if s.perfect(h) {
		return false
	}
	if len(h.t.words) > 0 && h.to == h.from+1 && s.tok[h.from].Rel == stages.RelAcl {
		return true // "sanctions imposed"
	}
	if up := s.tree.Head(h.from); s.tree.Rel(h.from) == stages.RelConj && s.tok[h.from].XPOS == stages.TagVBN && s.tree.Passive(up) {
		return true // "were killed and 18 wounded"
	}
	next := s.word(h.to)
	return h.t.typ != "REQUEST" && (next == "by" || h.t.typ == "ACCUSE" && next == "of" && len(h.t.words) == 0)
}

// perfect reports whether the verb of a trigger, or of the clause of a noun, has a form of have.
func (s *sentence) perfect(h hit) bool {
	if h.t.class == noun {
		return s.aided(s.governor(h), "have")
	}
	return s.aided(s.verb(h), "have")
}

func (s *sentence) aided(v int, by string) bool {
	if v < 0 {
		return false
	}
	for c := range s.tree.Children(v) {
		if s.is(by, c) && s.tree.Rel(c) == stages.RelAux {
			return true
		}
	}
	return false
}

// fill finds the parties of a trigger.
func (s *sentence) fill(h hit) parties {
	var p parties
	if !s.passive(h) {
		for _, slot := range h.t.source {
			if p.sources = s.slot(slot, h, s.doing(h), nil); len(p.sources) > 0 {
				break
			}
		}
		p.targets = s.targets(h, &p)
		return p
	}
	p.sources = s.behind("by", h, s.doing(h), nil)
	if h.t.flags["mutual"] && len(p.sources) == 0 {
		p.sources = s.behind("between", h, s.doing(h), nil)
	}
	switch {
	case h.t.typ == "RETREAT" && len(p.sources) == 0: // "the troops were withdrawn"
		p.sources = s.party(s.subject(s.verb(h)), s.doing(h), nil)
		p.targets = s.targets(h, &p)
	case slices.Contains(h.t.target, "inner"), slices.Contains(h.t.target, "obj") && len(h.t.words) == 0:
		p.targets = s.party(s.subject(s.verb(h)), s.suffering(h), &p)
	default:
		p.targets = s.targets(h, &p)
	}
	return p
}

// verb is the verb of a trigger that may begin with an auxiliary.
func (s *sentence) verb(h hit) int {
	if v := s.tree.Head(h.from); v > h.from && v < h.to && s.tree.Rel(h.from) == stages.RelAux {
		return v
	}
	return h.from
}

// doing is what can be the source of a trigger.
func (s *sentence) doing(h hit) want {
	switch h.t.typ {
	case "ASSAULT", "COERCE":
		return force
	case "PROTEST": // whoever they are
		return loose
	}
	return strict
}

// suffering is what can be its target. Whom one meets or calls must be able to
// talk.
func (s *sentence) suffering(h hit) want {
	if h.t.flags["person"] || h.t.typ == "CONCEDE" && len(h.t.words) == 0 || h.t.typ == "THREATEN" && h.t.class == verb || h.t.typ == "CONSULT" && !h.t.flags["envoy"] {
		return strict
	}
	return loose
}

// targets fills the slots of the target; a preposition that the trigger ends in
// goes first.
func (s *sentence) targets(h hit, p *parties) []string {
	w := s.suffering(h)
	if last := s.word(h.to - 1); slices.Contains(h.t.target, last) {
		if ids := s.slot(last, h, w, p); len(ids) > 0 {
			return ids
		}
	}
	for _, slot := range h.t.target {
		if ids := s.slot(slot, h, w, p); len(ids) > 0 || p.mutual || p.place != "" {
			return ids
		}
	}
	if h.t.class != noun && answers[h.t.typ] || h.t.typ == "AGREE" {
		return s.complement(h, p)
	}
	return nil
}

// slot fills one slot. Places are written to p where it is not nil.
func (s *sentence) slot(name string, h hit, w want, p *parties) []string {
	switch name {
	case "subj":
		return s.doer(s.verb(h), w)
	case "obj":
		return s.object(h, w, p)
	case "inner": // "asked Spain to leave"
		return s.inner(h, w, p)
	case "bound": // "said that Spain must"
		n := s.subject(s.predicateOf(h.to - 1))
		if n < 0 || n == s.subject(h.from) || s.word(n) == "we" || s.word(n) == "i" {
			return nil
		}
		return s.foreign(s.party(n, loose, nil), s.doer(h.from, strict))
	case "that":
		return s.wanted(h)
	case "poss":
		return s.possessor(h)
	case "clause":
		return s.attendant(h)
	}
	return s.behind(name, h, w, p)
}
