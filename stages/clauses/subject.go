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
	if n := s.impersonal(v); n >= 0 {
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

// verbish reports what can have a subject.
func (s *sentence) verbish(i int) bool {
	return s.tok[i].UPOS == stages.PosVerb || s.tok[i].UPOS == stages.PosAux || s.near[i].cop >= 0 || s.near[i].subj >= 0 || s.tok[i].UPOS == stages.PosAdj
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
