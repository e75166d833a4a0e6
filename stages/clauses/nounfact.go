package clauses

import "parley/stages"

// nounFact is whether what a noun means took place: by what stands before it, by
// the verb of which it is the subject, object or circumstance, or by the noun
// that it depends on. A known thing ("the attack") is taken to be so whatever is
// done with it; a new one ("an attack") only where the verb took place.
func (s *sentence) nounFact(n int) stages.Factuality {
	if f, ok := s.prefix(n); ok {
		return f
	}
	x := n
	for range highest {
		up := s.tree.Head(x)
		if up < 0 {
			return stages.Happened
		}
		switch r := s.tree.Rel(x); {
		case s.contains(x, up):
			if f, ok := s.prefix(up); ok {
				return f
			}
			x = up
			continue
		case r == stages.RelCompound && s.classes["calendar"][s.tok[up].Lemma]:
			x = up // "an attack Saturday on the port"
			continue
		case r == stages.RelCompound && s.nounlike(up):
			return stages.Generic // "attack helicopters"
		case s.nounlike(up) && r == stages.RelNmod:
			if e := s.embedding(nominal, s.tok[up].Lemma, noun); e.known {
				return s.apply(e, up, stages.Happened, stages.Happened)
			}
			return stages.Happened
		case s.verbish(up):
			return s.underVerb(n, x, up)
		}
		return stages.Happened
	}
	return stages.Happened
}

// underVerb is the same for a noun whose phrase, with the head x, hangs on a
// verb or adjective.
func (s *sentence) underVerb(n, x, up int) stages.Factuality {
	word, p := s.headword(up), verb
	if s.tok[up].UPOS == stages.PosAdj {
		p = adjective
	}
	var e embedding
	object := false
	switch s.tree.Rel(x) {
	case stages.RelObj:
		e, object = s.embedding(p, word, noun), true
	case stages.RelNsubj:
		if s.passive(up) {
			e, object = s.embedding(p, word, noun), true
		} else if e = s.embedding(p, word, subj); p == adjective { // "an attack is possible"
			e = s.embedding(modifier, s.tok[up].Lower, noun)
		}
	case stages.RelObl, stages.RelNmod:
		if k := s.near[x].kase; k >= 0 {
			if s.word(int(k)) == "without" {
				return stages.Denied
			}
			if e = s.embedding(p, word+" "+s.word(int(k)), noun); !e.known && p == adjective {
				e = s.embedding(p, word, noun)
			}
		}
	}
	switch {
	case e.known:
		if e.affirmed == refused && s.embeds[nominal][s.tok[n].Lemma] != nil {
			return stages.Happened // a demand that is rejected was made
		}
		f := s.apply(e, up, stages.Happened, stages.Happened)
		if f != stages.Happened && f != stages.Ongoing && f != stages.Planned && s.presupposed(n) {
			return stages.Happened // "has not joined Peru's invasion", "rejects Chile's attack"
		}
		return f
	case object && !s.definite(n) && !s.presupposed(n):
		if over := s.factuality(up); over != stages.Ongoing && over != stages.Generic && over != stages.Denied {
			return over
		}
	}
	return stages.Happened
}

// prefix is what the adjectives, the determiner and the participle of a noun say
// of whether it took place.
func (s *sentence) prefix(n int) (stages.Factuality, bool) {
	for c := range s.first(n) {
		switch s.tree.Rel(c) {
		case stages.RelAmod, stages.RelDet, stages.RelAdvmod, stages.RelCc:
			if e := s.embedding(modifier, s.tok[c].Lower, noun); c < n && e.known {
				return stages.Factuality(e.affirmed), true
			}
			if f, ok := s.participle(c); ok && c < n { // "called-off talks"
				return f, true
			}
		case stages.RelAcl:
			if f, ok := s.participle(c); ok {
				return f, true
			}
		case stages.RelNmod:
			if c < n || s.at[c] >= 0 {
				continue
			}
			for p := range s.first(c) { // "a meeting of ministers scheduled for Monday"
				if f, ok := s.participle(p); ok && s.tree.Rel(p) == stages.RelAcl {
					return f, true
				}
			}
		}
	}
	return 0, false
}

// participle is what a past participle behind a noun makes of that: "talks
// scheduled for Monday", "talks called off".
func (s *sentence) participle(c int) (stages.Factuality, bool) {
	if s.tok[c].XPOS != stages.TagVBN || s.tok[c].Rel == stages.RelAclRelcl {
		return 0, false
	}
	if e := s.embedding(verb, s.headword(c), noun); e.known {
		return s.apply(e, c, stages.Happened, stages.Happened), true
	}
	if e := s.embedding(modifier, s.tok[c].Lower, noun); e.known {
		return stages.Factuality(e.affirmed), true
	}
	return 0, false
}

// presupposed reports whether the phrase of a noun says by a name who did it, which
// takes for granted that it was done.
func (s *sentence) presupposed(n int) bool {
	for c := range s.first(n) {
		switch {
		case c > n:
		case s.tok[c].Rel == stages.RelNmodPoss:
			return s.tok[c].UPOS == stages.PosPropn
		case s.states[s.tok[c].Lower] != "", s.tree.Rel(c) == stages.RelCompound && s.tok[c].UPOS == stages.PosPropn:
			return true
		}
	}
	return false
}

// definite reports whether a noun means something that is known already.
func (s *sentence) definite(n int) bool {
	if d := int(s.near[n].det); d >= 0 {
		return s.is("definite", d)
	}
	for c := range s.tree.Children(n) {
		if s.tok[c].Rel == stages.RelNmodPoss {
			return true
		}
	}
	return false
}
