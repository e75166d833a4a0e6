package clauses

import "parley/stages"

// predicates makes a clause of each predicate of the sentence.
func (s *sentence) predicates() {
	for i := range s.tok {
		kind, ok := s.predicate(i)
		if !ok {
			continue
		}
		c := stages.Clause{Predicate: int16(i), Kind: kind, Support: s.near[i].cop, Lemma: s.tok[i].Lemma, Governor: -1, Under: stages.Attribution{Clause: -1}}
		if c.Lemma == "" {
			c.Lemma = s.tok[i].Lower
		}
		if p := s.near[i].prt; p >= 0 && kind != stages.Nominal {
			c.Lemma += " " + s.tok[p].Lower
		}
		if kind == stages.Nominal {
			c.Lemma = s.nouns[c.Lemma].verb
		}
		s.at[i] = int16(len(s.out))
		s.out = append(s.out, c)
	}
}

// predicate reports whether a token is a predicate, and of what kind.
func (s *sentence) predicate(i int) (stages.ClauseKind, bool) {
	k := &s.tok[i]
	switch k.UPOS {
	case stages.PosVerb:
		switch s.tree.Rel(i) {
		case stages.RelCase, stages.RelMark, stages.RelFixed, stages.RelCc, stages.RelFlat, stages.RelCompound:
			return 0, false // "following", "including"
		case stages.RelAmod:
			return stages.Attributed, k.XPOS == stages.TagVBN || k.XPOS == stages.TagVBG
		}
		return stages.Verbal, true
	case stages.PosAux:
		switch s.tree.Rel(i) {
		case stages.RelAux, stages.RelCop:
			return 0, false
		}
		return stages.Verbal, k.XPOS != stages.TagMD
	case stages.PosNoun:
		if s.nouns[k.Lemma] != nil {
			return stages.Nominal, true
		}
	}
	if s.near[i].cop >= 0 {
		return stages.Predicated, true
	}
	if s.tree.Rel(i) == stages.RelXcomp && (k.UPOS == stages.PosAdj || k.UPOS == stages.PosNoun) {
		return stages.Predicated, true // "remains opposed"
	}
	return 0, false
}
