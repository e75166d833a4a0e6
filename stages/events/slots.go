package events

import (
	"slices"

	"parley/stages"
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
	if h.t.class != verb || h.form&participle == 0 {
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
	next := s.word(h.to)
	return h.t.typ != "REQUEST" && (next == "by" || h.t.typ == "ACCUSE" && next == "of")
}

// perfect reports whether the verb of a trigger, or of the clause of a noun, has a form of have.
func (s *sentence) perfect(h hit) bool {
	if h.t.class == noun {
		return s.aided(s.governor(h), "have")
	}
	return s.aided(s.verb(h), "have")
}

// progressive reports whether a verb has a form of be.
func (s *sentence) progressive(v int) bool { return s.aided(v, "be") }

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
	switch {
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
	if h.t.flags["person"] || h.t.typ == "THREATEN" && h.t.class == verb || h.t.typ == "CONSULT" && !h.t.flags["envoy"] {
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

// complement is whom the act is about that a party agrees, refuses or threatens
// to do: "threatened to break off relations with Spain".
func (s *sentence) complement(h hit, p *parties) []string {
	v := -1
	for c := range s.tree.Children(s.core(h)) {
		if r := s.tree.Rel(c); c > h.from && v < 0 && s.infinitive(c) && (r == stages.RelXcomp || r == stages.RelAdvcl || r == stages.RelAcl) {
			v = c
		}
	}
	if v < 0 {
		return nil
	}
	o := s.patient(v, hit{from: v, to: v + 1})
	if ids := s.party(o, loose, p); len(ids) > 0 || p.place != "" {
		return ids
	}
	for _, n := range []int{o, v} {
		if n < 0 {
			continue
		}
		for c := range s.tree.Children(n) {
			if k := s.tree.Child(c, stages.RelCase); k > v && about[s.word(k)] {
				if ids := s.party(c, loose, nil); len(ids) > 0 {
					return ids
				}
			}
		}
	}
	return nil
}

// about are the prepositions that lead from an act to whom it is done.
var about = set("with against to on from for", " ")

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
		if n == s.subject(h.from) {
			return nil
		}
		return s.foreign(s.party(n, loose, nil), s.doer(h.from, strict))
	case "that":
		if c := s.tree.Child(h.from, stages.RelCcomp); c >= 0 {
			return s.party(s.tree.Child(c, stages.RelNsubj), loose, nil)
		}
		return nil
	case "poss":
		return s.possessor(h)
	case "clause":
		return s.attendant(h)
	}
	return s.behind(name, h, w, p)
}

// predicateOf is the verb or predicative of the clause that the word at i stands
// in.
func (s *sentence) predicateOf(i int) int {
	for range 6 {
		if s.tok[i].UPOS == stages.PosVerb || s.tree.Child(i, stages.RelNsubj) >= 0 || s.tree.Head(i) < 0 {
			return i
		}
		i = s.tree.Head(i)
	}
	return i
}

// foreign is the parties that are not of the country of others: of Spain's king
// who says that Spain must act that is no demand.
func (s *sentence) foreign(ids, others []string) []string {
	if len(ids) > 0 && len(others) > 0 && s.compatriots(ids, others) {
		return nil
	}
	return ids
}

// doer is the party that is the subject of a verb; of "Spain, a member of the
// club, said", where the parser takes the apposition for it, Spain.
func (s *sentence) doer(v int, w want) []string {
	n := s.subject(v)
	ids := s.party(n, w, nil)
	if len(ids) > 0 || n < 0 {
		return ids
	}
	if o := s.tree.Child(n, stages.RelNsubj); o >= 0 && s.tree.Child(n, stages.RelCop) >= 0 { // "Spain is the country that said"
		return s.party(o, w, nil)
	}
	if from, _ := s.tree.Span(n); from > 1 && s.word(from-1) == "," && s.at[from-2] >= 0 {
		return s.party(s.top(from-2), w, nil)
	}
	return nil
}

// object is the object of a verb: of one with a noun of its own whom it is given
// or whose noun it is ("gave Spain an ultimatum", "accept Spain's demands"), of
// one with an infinitive that one's ("refused to meet Spain").
func (s *sentence) object(h hit, w want, p *parties) []string {
	v, last := s.verb(h), h.to-1
	if s.word(last) == "to" && s.tree.Head(last) > last && s.tok[s.tree.Head(last)].UPOS == stages.PosVerb {
		v = s.tree.Head(last)
	} else if last > v && s.tree.Head(last) == v && s.tree.Rel(last) == stages.RelObj {
		for o := range s.tree.Children(v) {
			if r := s.tree.Rel(o); o > v && o < last && (r == stages.RelIobj || r == stages.RelObj) {
				return s.party(o, w, p)
			}
		}
		if ids := s.owner(last, false, 0); len(ids) > 0 {
			return ids
		}
		return s.under(last, w, 0, "of", "by", "from")
	}
	if o := s.patient(v, h); o >= 0 {
		return s.party(o, w, p)
	}
	return nil
}

// patient is the noun that is the object of the verb at v, the last word of a
// trigger being a preposition of it ("clash with Spain"); -1 for none.
func (s *sentence) patient(v int, h hit) int {
	o := -1
	for c := range s.tree.Children(v) {
		switch r := s.tree.Rel(c); {
		case r == stages.RelIobj && c > v:
			return c
		case r == stages.RelObj && (c > v || o < 0), r == stages.RelObl && o < 0 && v < h.to-1 && s.tree.Child(c, stages.RelCase) == h.to-1:
			o = c
		}
	}
	switch {
	case o >= 0 && s.relativizer(o) && s.tree.Rel(v) == stages.RelAcl:
		return s.antecedent(o) // "Spain, which they attacked"
	case h.to < len(s.at) && s.at[h.to] >= 0 && s.tree.Rel(h.to) == stages.RelCompound && s.is("elsewhen", s.tree.Head(h.to)):
		return h.to // "attacked Spain years ago"
	case o < 0 && s.tok[v].UPOS != stages.PosVerb:
		return s.after(h.to)
	}
	return o
}

// inner is whom a verb asks to do something.
func (s *sentence) inner(h hit, w want, p *parties) []string {
	o := s.tree.Child(h.from, stages.RelObj, stages.RelIobj)
	if o < 0 {
		if c := s.tree.Child(h.from, stages.RelXcomp, stages.RelCcomp); c >= 0 {
			o = s.tree.Child(c, stages.RelNsubj)
		}
	}
	if o < h.from || o >= h.to {
		return nil
	}
	return s.party(o, w, p)
}

// behind finds the parties behind a preposition to the right of a trigger, or
// the one that it ends in.
func (s *sentence) behind(name string, h hit, w want, p *parties) []string {
	for j := h.from; j < len(s.tok) && j < h.to+reach; j++ {
		if s.tok[j].Lower != name {
			continue
		}
		n := s.tree.Head(j)
		part := n
		if s.tok[j].UPOS == stages.PosVerb { // "sanctions targeting Spain", "struck to demand"
			part, n = j, s.tree.Child(j, stages.RelObj)
		}
		if n < j || !s.attached(part, h) {
			continue
		}
		if ids := s.party(n, w, p); len(ids) > 0 || p != nil && (p.place != "" || p.mutual) {
			return ids
		}
	}
	return nil
}

// attached reports whether the noun at n depends on a trigger, by nouns alone,
// or on the verb that a trigger noun is the object or circumstance of.
func (s *sentence) attached(n int, h hit) bool {
	x := s.tree.Head(n)
	for range 4 {
		switch {
		case x < 0:
			return false
		case x >= h.from && x < h.to:
			return true
		case s.tok[x].UPOS == stages.PosVerb:
			if up := s.tree.Head(x); s.tree.Rel(x) == stages.RelAcl && up >= h.from && up < h.to {
				return true // "sanctions imposed on Spain"
			}
			return h.t.class == noun && s.governor(h) == x
		case s.at[x] < 0 && !dayName(s.word(x)) && !s.located(x, nil) && s.tree.Rel(x) != stages.RelObj:
			return false
		}
		x = s.tree.Head(x)
	}
	return false
}

// core is the noun that a trigger noun is: "round" of "round of talks".
func (s *sentence) core(h hit) int {
	for i := h.from; i < h.to; i++ {
		if hd := s.tree.Head(i); (hd < h.from || hd >= h.to) && !s.is("prep", i) {
			return i
		}
	}
	return h.from
}

// governor is the verb that a trigger noun depends on, by nouns alone; -1 where
// there is none.
func (s *sentence) governor(h hit) int {
	x := s.tree.Head(s.core(h))
	for range 4 {
		if x < 0 || s.tok[x].UPOS == stages.PosVerb {
			return x
		}
		x = s.tree.Head(x)
	}
	return -1
}

// possessor is who a trigger noun belongs to: "Spain's", "Spanish", "US".
func (s *sentence) possessor(h hit) []string {
	for i := h.from; i < h.to; i++ {
		ids := s.owner(i, false, 0)
		if len(ids) > 0 && !((h.t.typ == "ASSAULT" || h.t.typ == "COERCE") && s.victim(i)) {
			return ids
		}
	}
	return nil
}

// victim reports whether the name of a state stands before a noun of violence as
// its first part: "the Spain invasion".
func (s *sentence) victim(n int) bool {
	for c := range s.tree.Children(n) {
		if s.tree.Rel(c) == stages.RelCompound && c < n && s.at[c] >= 0 && s.tok[c].Shape == stages.Capitalized && s.own.states[s.who[s.at[c]].ActorID] {
			return true
		}
	}
	return false
}

// attendant is who takes part in talks of which the sentence says only that
// something happened "during talks with" somebody: the subject of the clause.
func (s *sentence) attendant(h hit) []string {
	v := s.governor(h)
	if v < 0 {
		return nil
	}
	return s.party(s.subject(v), strict, nil)
}
