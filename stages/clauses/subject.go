package clauses

import "parley/stages"

// subject is the noun that a predicate says something of, -1 for none: its own
// subject, or that of the predicate that controls it ("agreed to withdraw"),
// that it is joined to ("came and saw") or whose circumstance it is ("left,
// taking all"), or the noun that it describes ("the army that left").
func (s *sentence) subject(v int) int {
	switch s.subjects[v] {
	case unread:
		s.subjects[v] = reading
		s.subjects[v] = int16(s.findSubject(v))
	case reading: // the tree turns in a circle
		return -1
	}
	return int(s.subjects[v])
}

func (s *sentence) findSubject(v int) int {
	if n := int(s.near[v].subj); n >= 0 {
		if s.relativizer(n) {
			return s.antecedent(v, n)
		}
		return n
	}
	up, rel := s.upward(v)
	if up < 0 {
		return s.before(v)
	}
	switch rel {
	case stages.RelConj:
		if s.finite(v) != stages.NoXPOS {
			if say := s.resumed(v); say >= 0 {
				return s.subject(say)
			}
		}
		if !s.verbish(up) {
			return s.before(v)
		}
		return s.subject(up)
	case stages.RelXcomp:
		return s.controller(v, up)
	case stages.RelCcomp:
		if s.finite(v) == stages.NoXPOS {
			return s.controller(v, up) // "began shelling", "was said to flee"
		}
		return s.before(v)
	case stages.RelAdvcl:
		return s.circumstantial(v, up)
	case stages.RelAcl:
		return s.described(v, up)
	case stages.RelAmod:
		return up
	}
	return s.before(v)
}

// upward is what the clause of a verb hangs on, and how. An infinitive that the
// parser has hung on the object of a verb that takes an infinitive is that verb's:
// "urged the council to act".
func (s *sentence) upward(v int) (int, stages.Rel) {
	up, rel := s.tree.Head(v), s.tree.Rel(v)
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

// verbish reports what can have a subject.
func (s *sentence) verbish(i int) bool {
	return s.tok[i].UPOS == stages.PosVerb || s.tok[i].UPOS == stages.PosAux || s.near[i].cop >= 0 || s.near[i].subj >= 0 || s.tok[i].UPOS == stages.PosAdj
}

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
	switch s.tok[object].UPOS {
	case stages.PosPropn, stages.PosPron:
		return object
	}
	if s.tok[object].XPOS == stages.TagNNS {
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
	}
	return n
}

// planner is whose a plan, wish or task is: the possessor of the noun, or the
// subject of the verb that the noun depends on.
func (s *sentence) planner(n int) int {
	for c := range s.first(n) {
		if s.tok[c].Rel == stages.RelNmodPoss {
			return c
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

// resumed is the verb of saying that the verb at v goes on after, in what its
// own clause seems to be joined to: "Peru said that it rained, and blamed Chile".
func (s *sentence) resumed(v int) int {
	c := int(s.near[v].cc)
	if c < 1 {
		return -1
	}
	up := s.tree.Head(v)
	for range highest {
		if up < 0 {
			return -1
		}
		if s.tree.Rel(up) == stages.RelCcomp {
			say := s.tree.Head(up)
			inner := int(s.near[up].subj)
			dummy := inner < 0 || s.word(inner) == "it" || s.word(inner) == "there"
			own, over := s.finite(v), s.finite(say)
			if s.says(say) && (s.word(c-1) == "," || over == own && (dummy || s.finite(up) != own)) {
				return say
			}
			return -1
		}
		up = s.tree.Head(up)
	}
	return -1
}

// says reports a word that reports speech in a clause.
func (s *sentence) says(i int) bool {
	c := s.clause(i)
	return c != nil && s.embedding(partOf(c.Kind), s.headword(i), that).affirmed == said
}

// relativizer reports a relative pronoun.
func (s *sentence) relativizer(n int) bool {
	x := s.tok[n].XPOS
	return x == stages.TagWDT || x == stages.TagWP || s.tok[n].Lower == "that" && s.tok[n].UPOS == stages.PosPron && s.tree.Head(n) >= 0 && s.tok[s.tree.Head(n)].Rel == stages.RelAclRelcl
}

// antecedent is the noun that a relative pronoun at n stands for: the one that
// its clause describes or, where the parser has made none of it, the phrase
// before it.
func (s *sentence) antecedent(v, n int) int {
	if up := s.tree.Head(v); up >= 0 && s.tree.Rel(v) == stages.RelAcl {
		return up
	}
	k := n - 1
	if s.word(k) == "," {
		k--
	}
	if k >= 0 && s.nounlike(k) {
		return s.top(k)
	}
	return -1
}

// top is the noun whose phrase ends at k.
func (s *sentence) top(k int) int {
	for range highest {
		h := s.tree.Head(k)
		if h < 0 || h > k && s.tree.Rel(k) != stages.RelCompound || !s.nounlike(h) || s.near[h].cop >= 0 {
			return k
		}
		switch s.tree.Rel(k) {
		case stages.RelFlat, stages.RelNmod, stages.RelAppos, stages.RelCompound, stages.RelConj, stages.RelFixed:
			k = h
		default:
			return k
		}
	}
	return k
}

// before is the name right before a finite verb and its auxiliaries to which the
// tree gives no subject.
func (s *sentence) before(v int) int {
	if s.finite(v) == stages.NoXPOS || s.tok[v].UPOS != stages.PosVerb {
		return -1
	}
	k := v - 1
	for k >= 0 && (s.tok[k].UPOS == stages.PosAux || s.tok[k].UPOS == stages.PosAdv) {
		k--
	}
	if k < 0 || s.tok[k].UPOS != stages.PosPropn {
		return -1
	}
	n := s.top(k)
	if n > v || s.near[n].kase >= 0 {
		return -1
	}
	switch s.tree.Rel(n) {
	case stages.RelNsubj, stages.RelObj, stages.RelIobj, stages.RelObl, stages.RelNmod:
		return -1
	}
	return n
}
