package clauses

import "parley/stages"

// form reads voice, tense, aspect, modality and polarity from a predicate's own
// dependents. An event noun gets those of its support later.
func (s *sentence) form(c *stages.Clause) {
	v := int(c.Predicate)
	c.Negated = s.near[v].negation >= 0 && int(s.near[v].negation) < v
	if c.Kind == stages.Nominal && s.near[v].cop < 0 {
		return
	}
	if n := int(s.near[v].subj); n >= 0 && (s.is("negation", n) || s.near[n].negation >= 0) {
		c.Negated = true // "nobody came", "no side gave way"
	}
	c.Passive = s.passive(v)
	switch s.finite(v) {
	case stages.TagVBD:
		c.Tense = stages.Past
	case stages.TagVBZ, stages.TagVBP:
		c.Tense = stages.Present
	case stages.TagMD:
		c.Tense = stages.Present
	}
	be, have := false, false
	for a := range s.tree.Children(v) {
		if r := s.tree.Rel(a); r != stages.RelAux && r != stages.RelCop || a > v {
			continue
		}
		switch {
		case s.is("future", a):
			c.Tense = stages.Future
		case s.is("would", a) && s.tok[a].XPOS == stages.TagMD:
			c.Modality = stages.Would
		case s.is("possible", a):
			c.Modality = stages.Possible
		case s.is("necessary", a):
			c.Modality = stages.Necessary
		case s.is("have", a):
			have = true
		case s.is("be", a) && s.infinitive(v) && s.tok[a].XPOS != stages.TagVB:
			c.Tense = stages.Future // "is to meet"
		case s.is("be", a) && s.tok[a].Rel == stages.RelAux:
			be = true
		case s.is("be", a) && s.tok[a].Rel == stages.RelAuxPass && s.word(a) == "being":
			be = true
		}
	}
	if up := s.tree.Head(v); up >= 0 && s.tree.Rel(v) == stages.RelXcomp && s.infinitive(v) && s.tok[up].Lemma == "go" && s.tok[up].XPOS == stages.TagVBG {
		c.Tense = stages.Future // "is going to meet"
	}
	if have {
		c.Aspect |= stages.Perfect
	}
	if be && (s.tok[v].XPOS == stages.TagVBG || c.Passive) {
		c.Aspect |= stages.Progressive
	}
}

// passive reports whether a verb is passive: by its auxiliaries, which the
// parser knows better than its subject, or as a participle without any.
func (s *sentence) passive(v int) bool {
	if s.passives[v] == 0 {
		s.passives[v] = -1 // also for a tree that turns in a circle
		if s.readPassive(v) {
			s.passives[v] = 1
		}
	}
	return s.passives[v] > 0
}

func (s *sentence) readPassive(v int) bool {
	k := &s.tok[v]
	if k.XPOS != stages.TagVBN && k.XPOS != stages.TagVBD || k.UPOS == stages.PosAux {
		return false
	}
	auxiliary := false
	for a := range s.tree.Children(v) {
		if r := s.tree.Rel(a); r != stages.RelAux && r != stages.RelCop || a > v {
			continue
		}
		if s.is("be", a) || s.is("get", a) {
			return true
		}
		auxiliary = true
	}
	if auxiliary || k.XPOS == stages.TagVBD && k.Rel != stages.RelAcl {
		return false
	}
	switch s.tree.Rel(v) {
	case stages.RelAmod:
		return true
	case stages.RelAcl:
		return k.Rel != stages.RelAclRelcl && (s.near[v].subj < 0 || s.tok[s.near[v].subj].Rel == stages.RelNsubjPass)
	case stages.RelAdvcl, stages.RelXcomp:
		return s.near[v].subj < 0
	case stages.RelConj: // "were killed and wounded", "nine were killed and four wounded"
		if up := s.tree.Head(v); up >= 0 && s.near[v].obj < 0 && s.tok[up].UPOS == stages.PosVerb {
			return s.passive(up)
		}
	}
	return s.heading && s.near[v].obj < 0
}
