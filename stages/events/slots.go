package events

import (
	"slices"
	"strings"

	"parley/stages"
)

// reach is how far to the right of a trigger a preposition may stand.
const reach = 14

// parties are the filled slots of an event; place is an object that is a place.
type parties struct {
	sources, targets []string
	mutual           bool // "each other"
	places           bool // a place will do for an object
	place            string
	country          string // of place
}

// group is what stands before a verb: its auxiliaries and, where it is an
// infinitive, the word that governs it.
type group struct {
	start    int // its first token
	neg      bool
	be, have bool
	modal    string
	governor int // token before "to", -1 when there is none
}

// group reads leftwards from the verb at i.
func (s *sentence) group(i int) group {
	g := group{start: i, governor: -1}
	for j := i - 1; j >= 0; j-- {
		w := s.word(j)
		switch {
		case s.at[j] >= 0:
			return g
		case s.is("neg", j):
			g.neg = g.neg || s.denies(j)
		case w == "'s" && !s.is("pronoun", j-1): // a possessor
			return g
		case s.is("be", j):
			g.be = true
		case s.is("have", j), w == "do", w == "does", w == "did":
			g.have = g.have || s.is("have", j)
		case s.is("modal", j), s.is("future", j):
			g.modal = w
		case s.is("adverb", j), adverb(w):
		case w == "to" && j > 0:
			g.start, g.governor = j, j-1
			return g
		default:
			return g
		}
		g.start = j
	}
	return g
}

// passive reports whether a verb form with that group before it is one.
func (s *sentence) passive(h hit, g group) bool {
	if h.form&participle == 0 {
		return false
	}
	if g.be {
		return s.word(h.from+1) != "in" || len(h.t.words) == 0 // "were engaged in"
	}
	next := s.word(h.to)
	return !g.have && g.modal == "" && h.t.typ != "REQUEST" && (next == "by" || h.t.typ == "ACCUSE" && next == "of")
}

// fill finds the parties of a trigger.
func (s *sentence) fill(h hit, g group) parties {
	p := parties{places: h.t.typ == "ASSAULT" || h.t.typ == "COERCE"}
	if h.t.class != verb || !s.passive(h, g) {
		for _, slot := range h.t.source {
			if p.sources = s.slot(slot, h, g, nil); len(p.sources) > 0 {
				break
			}
		}
		p.targets = s.targets(h, g, &p)
		return p
	}
	p.sources = s.preposition("by", h.to, nil)
	switch {
	case slices.Contains(h.t.target, "inner"), slices.Contains(h.t.target, "obj") && len(h.t.words) == 0:
		if g.be || s.word(g.start-1) != "," { // not "the plan of Spain, supported by Peru"
			p.targets = s.doer(g, 0, &p)
		}
	default:
		p.targets = s.targets(h, g, &p)
	}
	return p
}

// targets fills the slots of the target; a preposition that the trigger ends in
// goes first.
func (s *sentence) targets(h hit, g group, p *parties) []string {
	if last := s.word(h.to - 1); slices.Contains(h.t.target, last) {
		if ids := s.slot(last, h, g, p); len(ids) > 0 {
			return ids
		}
	}
	for _, slot := range h.t.target {
		if ids := s.slot(slot, h, g, p); len(ids) > 0 || p.mutual || p.place != "" {
			return ids
		}
	}
	return nil
}

// slot fills one slot. Places are written to p where it is not nil.
func (s *sentence) slot(name string, h hit, g group, p *parties) []string {
	switch name {
	case "subj":
		if h.form&ing != 0 && h.t.class == verb && !g.be {
			return s.gerundSubject(h.from)
		}
		return s.doer(g, 0, nil)
	case "obj":
		if len(h.t.words) > 0 { // "gave Spain an ultimatum", "accept Spain's demands"
			if ids, end := s.np(h.from+1, nil); len(ids) > 0 && end < h.to {
				return ids
			}
		}
		ids, _ := s.np(h.to, p)
		return ids
	case "inner": // "asked Spain to leave"
		ids, end := s.np(h.from+1, p)
		if end >= h.to {
			return nil
		}
		return ids
	case "bound": // "said that Spain must"
		return s.subject(h.to-2, 0, nil)
	case "poss":
		return s.possessor(h.from)
	case "clause":
		return s.attendant(h.from)
	}
	if s.word(h.to-1) == name { // the trigger ends in it: "visit by"
		ids, _ := s.np(h.to, p)
		return ids
	}
	return s.preposition(name, h.to, p)
}

// preposition finds the parties behind a preposition to the right of i.
func (s *sentence) preposition(name string, i int, p *parties) []string {
	for j := i; j < len(s.tok) && j < i+reach; j++ {
		if s.tok[j].Lower == name {
			if ids, _ := s.np(j+1, p); len(ids) > 0 || p != nil && (p.place != "" || p.mutual) {
				return ids
			}
		} else if s.closes(j) || s.is("say", j) || s.word(j) == "according" {
			return nil
		}
	}
	return nil
}

// modifies reports whether a name can stand before a noun as it is: "EU
// sanctions", but not "Spain sanctions".
func (s *sentence) modifies(m int) bool {
	k := s.tok[s.who[m].To-1]
	a, _ := s.doc.Actor(s.who[m].ActorID)
	return k.Shape == stages.Uppercase || a.Kind != "state" && a.Kind != "person"
}

// possessor is who a noun at i belongs to: "Spain's", "Spanish", "US" before it,
// with adjectives between.
func (s *sentence) possessor(i int) []string {
	for j := i - 1; j >= 0 && j >= i-5; j-- {
		if m := s.at[j]; m >= 0 {
			n := s.who[m]
			led := s.word(n.To) == "-" && n.To+2 <= i // "US-led sanctions"
			if n.To == i && s.modifies(m) || s.genitive(n.To) || n.Kind == "pronoun" || led {
				return []string{n.ActorID}
			}
			return nil
		}
		if id := s.demonym(j); id != "" {
			return []string{id}
		}
		if a, b, ok := strings.Cut(s.word(j), "-"); ok {
			if x, y := s.own.named(s.lexicon, a), s.own.named(s.lexicon, b); x != "" && y != "" {
				return []string{x, y}
			}
		}
		w := s.word(j)
		if s.genitive(j) {
			continue
		}
		if s.closes(j) || s.is("prep", j) || s.is("be", j) || s.is("say", j) || w == "and" || w == "," || w == "to" {
			return nil
		}
	}
	return nil
}
