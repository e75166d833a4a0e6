package clauses

import (
	"slices"

	"parley/stages"
)

// fact is the factuality of a token, once it is known. State is 1 while it is
// looked for, so that a tree that turns in a circle comes to an end.
type fact struct {
	value stages.Factuality
	state uint8
}

// factuality is whether what a predicate or noun tells took place. What it is by
// its own form is changed by what governs it, from the top down.
func (s *sentence) factuality(p int) stages.Factuality {
	f := &s.facts[p]
	if f.state == 0 {
		f.state = 1
		v := s.findFact(p)
		s.facts[p] = fact{v, 2}
	}
	return s.facts[p].value
}

func (s *sentence) findFact(p int) stages.Factuality {
	c := s.clause(p)
	switch {
	case c == nil, c.Kind == stages.Nominal:
		if c != nil && s.near[p].cop >= 0 {
			return s.embedded(p, s.byForm(c))
		}
		return s.nounFact(p)
	case c.Kind == stages.Attributed:
		if c.Negated {
			return stages.Denied
		}
		return stages.Happened
	}
	return s.embedded(p, s.byForm(c))
}

// shares reports whether the second of two joined verbs has auxiliaries and
// governor in common with the first: "will come and see".
func (s *sentence) shares(v, up int) bool {
	return s.near[v].subj < 0 && s.near[v].aux < 0 && s.verbish(up)
}

// embedded is what the word that governs a predicate makes of it, own being what
// it is by its form.
func (s *sentence) embedded(v int, own stages.Factuality) stages.Factuality {
	up, rel := s.upward(v)
	switch {
	case up < 0 && s.heading && s.infinitive(v):
		return stages.Planned // "Peru to withdraw troops"
	case up < 0, own == stages.Conditional && s.clause(v).Modality != stages.Would:
		return own
	}
	if s.heading && s.infinitive(v) && rel == stages.RelAcl && s.tree.Head(up) < 0 {
		return stages.Planned // "Peru to withdraw troops"
	}
	if s.infinitive(v) && s.ranked(up) {
		return s.within(up, own) // "the first to leave"
	}
	switch rel {
	case stages.RelConj:
		if !s.shares(v, up) {
			return own
		}
		if s.finite(v) != stages.NoXPOS && s.resumed(v) >= 0 {
			return own
		}
		over := s.factuality(up)
		switch {
		case own == stages.Denied:
			return own
		case s.finite(v) == stages.NoXPOS, over != stages.Happened && over != stages.Ongoing && over != stages.Denied:
			return over
		}
		return own
	case stages.RelXcomp, stages.RelCcomp:
		if s.clause(v).Kind == stages.Predicated && s.finite(v) == stages.NoXPOS && !s.infinitive(v) {
			return s.within(up, own) // "remains opposed"
		}
		if s.clause(v).Tense == stages.Future && s.infinitive(v) {
			return s.within(up, own, stages.Ongoing) // "is going to meet"
		}
		return s.apply(s.governedBy(up, v), up, own, s.unknown(v, own))
	case stages.RelCsubj:
		if e := s.embedding(verb, s.headword(up), subj); e.known {
			return s.apply(e, up, own, own) // "fighting continues"
		}
		if s.finite(v) == stages.NoXPOS {
			return stages.Conditional // "to attack is impossible"
		}
	case stages.RelAcl:
		if s.near[v].mark < 0 {
			return own
		}
		return s.apply(s.governedBy(up, v), up, own, s.unknown(v, own))
	case stages.RelAdvcl:
		return s.circumstance(v, up, own)
	}
	return own
}

// ranked reports whether an ordinal stands before a noun, or is it.
func (s *sentence) ranked(n int) bool {
	if s.is("ordinal", n) {
		return true
	}
	for c := range s.first(n) {
		if c < n && s.is("ordinal", c) {
			return true
		}
	}
	return false
}

// unknown is what a clause is worth whose governor is not listed.
func (s *sentence) unknown(v int, own stages.Factuality) stages.Factuality {
	if s.infinitive(v) {
		return stages.Conditional
	}
	return own
}

// circumstance is the same for an adverbial clause.
func (s *sentence) circumstance(v, up int, own stages.Factuality) stages.Factuality {
	m := int(s.near[v].mark)
	switch {
	case s.infinitive(v):
		if e := s.governedBy(up, v); e.known {
			return s.apply(e, up, own, own)
		}
		if s.classes["motion"][s.tok[up].Lemma] {
			return s.within(up, own) // "flew to Lima to meet them"
		}
		if s.factuality(up) == stages.Denied {
			return stages.Denied // "was not enough to bring about"
		}
		return stages.Conditional
	case s.tok[v].XPOS == stages.TagVBG && s.near[v].aux < 0:
		switch {
		case m >= 0 && s.is("prevented", m):
			if e := s.governedBy(up, v); e.known && s.word(m) == "against" {
				return s.apply(e, up, own, own)
			}
			return stages.Denied
		case m >= 0:
			if e := s.governedBy(up, v); e.known {
				return s.apply(e, up, own, own)
			}
		}
		if over := s.factuality(up); over != stages.Denied && over != stages.Ongoing {
			return s.within(up, own)
		}
		return own
	case m >= 0 && s.is("until", m) && own == stages.Ongoing:
		switch s.factuality(up) {
		case stages.Planned, stages.Denied, stages.AskedFor, stages.Conditional, stages.Feared:
			return stages.Conditional // "will not stop until they leave"
		}
	}
	return own
}

// within is own where what governs it took place, or is as given, and else what
// that is.
func (s *sentence) within(up int, own stages.Factuality, as ...stages.Factuality) stages.Factuality {
	over := s.factuality(up)
	if over == stages.Happened || own == stages.Denied || slices.Contains(as, over) {
		return own
	}
	return over
}

// governedBy is what the word at up makes of the clause of v.
func (s *sentence) governedBy(up, v int) embedding {
	f := that
	switch {
	case s.infinitive(v) || s.finite(v) == stages.NoXPOS && (s.tok[v].XPOS == stages.TagVB && s.near[v].subj < 0 || s.tok[v].XPOS == stages.TagVBN):
		f = to
	case s.tok[v].XPOS == stages.TagVBG && s.finite(v) == stages.NoXPOS:
		f = ing
	}
	p := verb
	switch s.tok[up].UPOS {
	case stages.PosNoun, stages.PosPropn:
		p = nominal
	case stages.PosAdj:
		p = adjective
	}
	word := s.headword(up)
	if p == nominal {
		word = s.tok[up].Lemma
	}
	if f == to {
		if c := int(s.near[up].obl); c >= 0 && c < v {
			if e := s.embedding(p, word+" "+s.word(int(s.near[c].kase)), f); e.known {
				return e
			}
		}
	}
	e := s.embedding(p, word, f)
	if !e.known && p == verb && s.tok[up].XPOS == stages.TagVBN { // "is committed to", "was supposed to"
		e = s.embedding(adjective, s.tok[up].Lower, f)
	}
	return e
}

// partOf is the part of speech of a governing clause.
func partOf(k stages.ClauseKind) part {
	if k == stages.Nominal {
		return nominal
	}
	return verb
}

// apply is what an embedding under the word at up makes of own; unknown where
// there is none.
func (s *sentence) apply(e embedding, up int, own, unknown stages.Factuality) stages.Factuality {
	over := s.factuality(up)
	if !e.known {
		switch {
		case over == stages.Denied && unknown == stages.Conditional:
			return stages.Denied // "does not deign to meet"
		case over == stages.Conditional:
			return over // "if they find that it cannot be held"
		}
		return unknown
	}
	how := e.affirmed
	if over == stages.Denied {
		how = e.negated
	}
	switch how {
	case asIs, said:
		return own
	case governor:
		if own == stages.Denied {
			return own
		}
		return over
	}
	value := stages.Denied
	if how != refused {
		value = stages.Factuality(how)
	}
	if own == stages.Denied && value != stages.Denied {
		return own // "agreed not to attack"
	}
	switch over {
	case stages.Conditional, stages.AskedFor, stages.Feared:
		if value == stages.Happened || value == stages.Ongoing || value == stages.Planned || value == stages.Denied {
			return over
		}
	case stages.Planned:
		if value == stages.Happened {
			return over
		}
	}
	return value
}
