package clauses

import (
	"slices"

	"parley/stages"
)

// verbal fills the arguments of a verb or of a predicate noun or adjective.
func (s *sentence) verbal(c *stages.Clause) {
	v := int(c.Predicate)
	who := s.joined(s.subject(v))
	whom := s.joined(s.object(v))
	c.Recipients = s.joined(int(s.near[v].iobj))
	switch {
	case !c.Passive:
		c.Agents, c.Patients = who, whom
	case len(whom) > 0: // "was given weapons"
		c.Recipients, c.Patients = who, whom
	default:
		c.Patients = who
	}
	for i := range s.tree.Children(v) {
		if s.tree.Rel(i) != stages.RelObl || s.near[i].kase < 0 || len(c.Obliques) == mostJoined {
			continue
		}
		heads := s.joined(i)
		if c.Passive && i > v && len(c.Agents) == 0 {
			if s.word(int(s.near[i].kase)) == "by" && s.canAct(i) {
				c.Agents = heads
				continue
			}
			c.Agents = s.joined(s.by(i))
		}
		c.Obliques = append(c.Obliques, stages.Oblique{Prep: s.near[i].kase, Heads: heads})
	}
}

// canAct reports whether what "by" leads to can do something: no time, no
// measure and no means.
func (s *sentence) canAct(i int) bool {
	k := &s.tok[i]
	return s.nounlike(i) && k.XPOS != stages.TagCD && !s.classes["calendar"][k.Lemma] || k.UPOS == stages.PosDet || k.UPOS == stages.PosNum && s.tok[i].Shape != stages.Numeric
}

// by is who "by" leads to behind the noun at n, which is no act itself; -1 for
// none. The parser often hangs it there and not on the verb or event noun before:
// "given to Peru by Norway", "the attack on the port by rebels".
func (s *sentence) by(n int) int {
	if s.at[n] >= 0 {
		return -1
	}
	for c := range s.first(n) {
		if k := s.near[c].kase; c > n && k >= 0 && s.word(int(k)) == "by" && s.tree.Rel(c) == stages.RelNmod && s.canAct(c) {
			return c
		}
	}
	return -1
}

// object is the object of a verb, -1 for none: its own, that of the verb that is
// joined to it ("shelled and took the town"), or the noun that its relative
// clause describes ("the town that they took").
func (s *sentence) object(v int) int {
	o := int(s.near[v].obj)
	if n := int(s.near[v].subj); s.tok[v].Rel == stages.RelAclRelcl || s.tok[v].Rel == stages.RelAcl && n >= 0 && s.finite(v) != stages.NoXPOS {
		up := s.tree.Head(v)
		switch {
		case o >= 0 && s.relativizer(o):
			return up
		case o < 0 && n >= 0 && !s.relativizer(n) && s.tok[v].UPOS == stages.PosVerb && !s.passive(v) && s.takesGap(v, up):
			return up
		}
	} else if o >= 0 && o < v && s.tok[o].Lower == "that" {
		o = -1 // a conjunction that is taken for a pronoun
	}
	if o >= 0 || s.tok[v].UPOS != stages.PosVerb || s.passive(v) {
		return o
	}
	if up := s.tree.Head(v); up >= 0 && s.tree.Rel(v) == stages.RelConj && s.near[v].subj < 0 {
		if o := int(s.near[up].obj); o > v {
			return o
		}
	}
	for w := range s.tree.Children(v) {
		if s.tree.Rel(w) != stages.RelConj || w > v+3 || s.tok[w].UPOS != stages.PosVerb || int(s.near[w].cc) != v+1 || s.near[w].subj >= 0 {
			continue
		}
		return int(s.near[w].obj)
	}
	return -1
}

// takesGap reports whether a relative clause without a pronoun for its object
// has its noun for object: it has a relative pronoun in another place neither,
// and no clause of its own.
func (s *sentence) takesGap(v, up int) bool {
	if s.near[v].mark >= 0 && s.embedding(nominal, s.tok[up].Lemma, that).known {
		return false // "the claim that they left"
	}
	for c := range s.tree.Children(v) {
		switch s.tree.Rel(c) {
		case stages.RelCcomp, stages.RelXcomp:
			return false
		case stages.RelObl, stages.RelAdvmod:
			if x := s.tok[c].XPOS; x == stages.TagWDT || x == stages.TagWP || x == stages.TagWRB {
				return false
			}
			if k := s.near[c].kase; k < 0 && s.tree.Rel(c) == stages.RelObl && c < v && s.tok[c].Rel != stages.RelOblUnmarked {
				return false
			}
		}
	}
	return s.nounlike(up) && !s.classes["calendar"][s.tok[up].Lemma]
}

// joined is a noun and those joined to it by "and" or a comma, as many as
// mostJoined; nil for -1.
func (s *sentence) joined(n int) []int16 {
	if n < 0 {
		return nil
	}
	if s.parties[n] == nil {
		all := []int16{int16(n)}
		for k := 0; k < len(all) && len(all) < mostJoined; k++ { // a list may be a chain
			for c := range s.tree.Children(int(all[k])) {
				if s.tree.Rel(c) == stages.RelConj && len(all) < mostJoined && s.canJoin(c) && !slices.Contains(all, int16(c)) {
					all = append(all, int16(c))
				}
			}
		}
		slices.Sort(all)
		s.parties[n] = all[:len(all):len(all)]
	}
	return s.parties[n]
}

// canJoin reports whether what looks like the second of two nouns is one, and no
// clause of its own.
func (s *sentence) canJoin(c int) bool {
	return s.tok[c].UPOS != stages.PosVerb && s.tok[c].UPOS != stages.PosAux && s.near[c].subj < 0 && s.near[c].aux < 0
}
