package clauses

import "parley/stages"

// byForm is what a predicate's own tense, modality and polarity say.
func (s *sentence) byForm(c *stages.Clause) stages.Factuality {
	v := int(c.Predicate)
	switch {
	case s.is("condition", int(s.near[v].mark)), s.question && s.tree.Head(v) < 0 && !s.is("question", 0), s.inverted(v):
		return stages.Conditional
	case c.Modality == stages.Possible:
		if c.Negated && (s.word(int(s.near[v].aux)) == "could" || s.word(int(s.near[v].aux)) == "can" || s.word(int(s.near[v].aux)) == "ca") {
			return stages.Denied // "could not agree"
		}
		return stages.Conditional
	case c.Modality == stages.Necessary, s.ordered(v):
		return stages.AskedFor
	case c.Negated:
		return stages.Denied
	case c.Modality == stages.Would:
		if s.told(c) {
			return stages.Planned // "said that they would meet"
		}
		return stages.Conditional
	case c.Tense == stages.Future:
		return stages.Planned
	case c.Aspect&stages.Progressive != 0:
		return stages.Ongoing
	case c.Tense == stages.Present && c.Aspect&stages.Perfect == 0 && !s.heading && !c.Passive:
		if s.habitual(v) {
			return stages.Generic
		}
		return stages.Ongoing
	}
	return stages.Happened
}

// told reports whether a clause stands under speech in the past, also under "was
// quoted as saying".
func (s *sentence) told(c *stages.Clause) bool {
	for i := c.Under.Clause; i >= 0; i = s.out[i].Governor {
		if t := s.out[i].Tense; t != stages.NoTense {
			return t == stages.Past
		}
		if s.out[i].Governor == i || s.tree.Rel(int(s.out[i].Predicate)) == stages.RelConj {
			break
		}
	}
	return false
}

// inverted reports a condition without a conjunction: "should they attack".
func (s *sentence) inverted(v int) bool {
	a, n := int(s.near[v].aux), int(s.near[v].subj)
	return a >= 0 && n > a && s.tree.Head(v) >= 0 && (s.word(a) == "should" || s.word(a) == "had" || s.word(a) == "were")
}

// ordered reports a base form that orders or wishes: an imperative, or the verb of
// "demands that they leave".
func (s *sentence) ordered(v int) bool {
	k := &s.tok[v]
	a := int(s.near[v].aux)
	if a >= 0 {
		return k.XPOS != stages.TagVB && s.tok[a].Lower == "be" && s.near[v].subj >= 0 && int(s.near[v].subj) < a && s.near[v].mark >= 0 && !s.infinitive(v) && s.finite(v) == stages.NoXPOS
	}
	if k.XPOS != stages.TagVB || s.near[v].mark >= 0 && s.infinitive(v) {
		return false
	}
	switch s.tree.Rel(v) {
	case stages.RelRoot:
		return s.near[v].subj < 0 && !s.heading
	case stages.RelCcomp:
		return s.near[v].subj >= 0
	}
	return false
}

// habitual reports an adverb of what is done again and again.
func (s *sentence) habitual(v int) bool {
	for c := range s.tree.Children(v) {
		if s.tree.Rel(c) == stages.RelAdvmod && s.is("habit", c) {
			return true
		}
	}
	return false
}
