package clauses

import "parley/stages"

// controller is who does what an infinitive or gerund under a verb says: who is
// urged, asked, forced, or else the subject of that verb.
func (s *sentence) controller(v, up int) int {
	if s.passive(up) {
		return s.subject(up) // "was ordered to leave"
	}
	object := int(s.near[up].iobj)
	if object < 0 {
		object = int(s.near[up].obj)
	}
	if object < 0 {
		object = s.prepositional(up)
	} else if object > v {
		object = -1
	}
	if object < 0 {
		return s.subject(up)
	}
	e := s.governedBy(up, v)
	switch {
	case e.known && e.object, s.near[v].mark < 0:
		return object
	case e.known:
		return s.subject(up) // "promised them to leave"
	}
	if s.animate(object) {
		return object
	}
	return s.subject(up) // "opened fire to stop them"
}

// prepositional is whom a verb with a preposition calls to do something: "called
// on them to leave".
func (s *sentence) prepositional(up int) int {
	if s.tok[up].UPOS != stages.PosVerb {
		return -1
	}
	c := int(s.near[up].obl)
	if c < 0 {
		return -1
	}
	if e := s.embedding(verb, s.headword(up)+" "+s.word(int(s.near[c].kase)), to); !e.object {
		return -1
	}
	return c
}

// circumstantial is the subject of the verb of an adverbial clause without one.
func (s *sentence) circumstantial(v, up int) int {
	if m := s.near[v].mark; m >= 0 && s.tok[v].XPOS == stages.TagVBG { // "accused them of leaving"
		if e := s.governedBy(up, v); e.known && e.object {
			if s.passive(up) {
				return s.subject(up)
			}
			if o := int(s.near[up].obj); o >= 0 {
				return o
			}
		}
	} else if m >= 0 && !s.infinitive(v) && s.tok[v].XPOS != stages.TagVBN {
		return -1 // "as expected"
	}
	if s.tok[v].XPOS == stages.TagVBN && s.word(v-1) == "," && v > 1 && s.nounlike(v-2) {
		return s.top(v - 2) // "the town, besieged for weeks"
	}
	if s.infinitive(v) {
		if e := s.governedBy(up, v); e.known && e.object {
			return s.controller(v, up)
		}
	}
	return s.subject(up)
}

// described is the subject of a clause that describes the noun at n: that noun,
// or whoever has the plan, wish or task that it is.
func (s *sentence) described(v, n int) int {
	if s.tok[v].Rel == stages.RelAclRelcl && s.near[v].mark >= 0 {
		return -1
	}
	if s.infinitive(v) || s.near[v].mark >= 0 && s.tok[v].XPOS == stages.TagVBG {
		if e := s.embedding(nominal, s.tok[n].Lemma, to); e.known || s.near[v].mark >= 0 && !s.infinitive(v) {
			return s.planner(n)
		}
		if p := s.planner(n); s.infinitive(v) && p >= 0 && !s.animate(n) {
			return p // "took steps to end it"
		}
	}
	return n
}

// animate reports whether a noun can be who does something.
func (s *sentence) animate(n int) bool {
	switch s.tok[n].UPOS {
	case stages.PosPropn, stages.PosPron:
		return true
	}
	return s.is("agentive", n)
}

// planner is whose a plan, wish or task is: the possessor of the noun, or the
// subject of the verb that the noun depends on.
func (s *sentence) planner(n int) int {
	for c := range s.first(n) {
		if s.tok[c].Rel == stages.RelNmodPoss || c < n && s.tok[c].UPOS == stages.PosPropn && s.tree.Rel(c) == stages.RelCompound || c < n && s.states[s.tok[c].Lower] != "" {
			return c // "its plan", "the US plan"
		}
		if k := s.near[c].kase; s.tree.Rel(c) == stages.RelNmod && k >= 0 && s.word(int(k)) == "by" {
			return c
		}
	}
	for range highest {
		if n = s.tree.Head(n); n < 0 {
			return -1
		}
		if s.verbish(n) {
			return s.subject(n)
		}
	}
	return -1
}

// impersonal is the "it" of "it is willing to leave", which the parser takes for
// that of "it is important to leave"; -1 for none.
func (s *sentence) impersonal(v int) int {
	n := int(s.near[v].expl)
	if n < 0 || s.word(n) != "it" || s.near[v].ccomp >= 0 || s.passive(v) {
		return -1
	}
	e := s.embedding(adjective, s.tok[v].Lower, to)
	if !e.known {
		e = s.embedding(verb, s.tok[v].Lemma, to)
	}
	if !e.known || e.impersonal || e.affirmed == asIs || e.affirmed == said {
		return -1
	}
	return n
}

// accompanied is the verb whose circumstance a participle at v is. One behind a
// comma does not belong to an infinitive ("opened fire to stop them, killing
// one"), nor one before a verb of saying to that ("Peru left, taking all, he said").
func (s *sentence) accompanied(v, up int) int {
	over := s.tree.Head(up)
	switch {
	case s.word(v-1) == "," && s.tok[up].XPOS == stages.TagVB && over >= 0 && over < up:
		return over
	case v < up && s.says(up):
		if r := s.tree.Rel(up); (r == stages.RelParataxis || r == stages.RelConj) && over >= 0 && over < v {
			return over
		}
		if c := int(s.near[up].ccomp); c >= 0 && c < v {
			return c
		}
	}
	return up
}

// loose reports whether a participle behind a comma is joined to another by nothing:
// "gave no sign of giving in, repeating its demands".
func (s *sentence) loose(v, up int) bool {
	if s.word(v-1) != "," || s.near[v].cc >= 0 || s.tok[v].XPOS != stages.TagVBG || s.tok[up].XPOS != stages.TagVBG || s.near[up].mark < 0 {
		return false
	}
	for c := range s.first(up) {
		if s.tree.Rel(c) == stages.RelConj && s.near[c].cc >= 0 {
			return false // a list
		}
	}
	return true
}

// upward is what the clause of a verb hangs on, and how. An infinitive that the
// parser has hung on the object of a verb that takes an infinitive is that verb's:
// "urged the council to act".
func (s *sentence) upward(v int) (int, stages.Rel) {
	up, rel := s.tree.Head(v), s.tree.Rel(v)
	if rel == stages.RelAdvcl && up >= 0 && s.tok[v].XPOS == stages.TagVBG {
		return s.accompanied(v, up), rel
	}
	if rel == stages.RelConj && up >= 0 && s.loose(v, up) {
		over := up
		for range highest {
			if over = s.tree.Head(over); over < 0 {
				break
			}
			if s.finite(over) != stages.NoXPOS {
				return over, stages.RelAdvcl
			}
		}
	}
	if rel != stages.RelAcl || up < 0 || !s.infinitive(v) || s.embedding(nominal, s.tok[up].Lemma, to).known {
		return up, rel
	}
	if over := s.tree.Head(up); over >= 0 && over < up && s.tok[over].UPOS == stages.PosVerb && s.embedding(verb, s.headword(over), to).known {
		switch s.tree.Rel(up) {
		case stages.RelObj, stages.RelIobj:
			return over, stages.RelXcomp
		}
	}
	return up, rel
}
