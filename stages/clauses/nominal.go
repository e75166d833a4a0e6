package clauses

import (
	"slices"

	"parley/stages"
)

// nominal fills the arguments of an event noun: those that its own phrase names,
// and those of the verb that carries it.
func (s *sentence) nominal(c *stages.Clause) {
	n := int(c.Predicate)
	is := s.nouns[s.tok[n].Lemma]
	var owners, of []int16
	for i := range s.tree.Children(n) {
		switch s.tree.Rel(i) {
		case stages.RelNmod:
			if s.tok[i].Rel == stages.RelNmodPoss {
				owners = s.add(owners, s.joined(i))
			} else if s.near[i].kase >= 0 {
				of = s.phrase(c, is, i, of)
			}
		case stages.RelObl:
			if s.near[i].kase >= 0 {
				of = s.phrase(c, is, i, of)
			}
		case stages.RelAmod, stages.RelCompound:
			s.prefixed(c, i, n)
		}
	}
	switch {
	case is.ownerSuffers && len(of) == 0 && len(c.Patients) == 0:
		c.Patients = s.add(c.Patients, owners)
	default:
		c.Agents = s.add(owners, c.Agents)
	}
	if is.ofPatient {
		c.Patients = s.add(c.Patients, of)
	} else {
		c.Agents = s.add(c.Agents, of)
	}
	if v := s.supporting(n); v >= 0 {
		s.carry(c, is, v)
	}
	if up := s.tree.Head(n); len(c.Agents) == 0 && up >= 0 && up < n && s.tree.Rel(n) == stages.RelObj && !s.passive(up) {
		if o := int(s.near[up].obl); o > n && s.word(int(s.near[o].kase)) == "by" && int(s.near[o].kase) == n+1 && s.canAct(o) {
			c.Agents = s.joined(o) // "rejected calls by Peru"
		}
	}
}

// phrase reads a prepositional phrase of an event noun, and returns those that
// "of" leads to.
func (s *sentence) phrase(c *stages.Clause, is *nominalisation, i int, of []int16) []int16 {
	heads := s.joined(i)
	if len(c.Agents) == 0 {
		c.Agents = s.joined(s.by(i))
	}
	switch w := s.word(int(s.near[i].kase)); {
	case w == "of":
		return s.add(of, heads)
	case w == "by" && s.canAct(i):
		c.Agents = s.add(c.Agents, heads)
	case is.mutual && (w == "between" || w == "with" || w == "among") && s.canAct(i):
		c.Agents = s.add(c.Agents, heads)
	case is.targets[w] && !s.classes["calendar"][s.tok[i].Lemma]:
		c.Patients = s.add(c.Patients, heads)
	default:
		c.Obliques = append(c.Obliques, stages.Oblique{Prep: s.near[i].kase, Heads: heads})
	}
	return of
}

// prefixed reads a name or an adjective of a name before an event noun: "the
// Peruvian attack" is by Peru, and so is that of the "US"; of "the Lima attack"
// the form does not say.
func (s *sentence) prefixed(c *stages.Clause, i, n int) {
	k := &s.tok[i]
	named := k.Shape == stages.Uppercase || k.Shape == stages.Capitalized && (i > 0 || k.UPOS == stages.PosPropn)
	switch {
	case i > n || !named:
	case s.states[k.Lower] != "", s.tree.Rel(i) == stages.RelAmod && k.UPOS == stages.PosAdj, k.Shape == stages.Uppercase:
		c.Agents = s.add(c.Agents, s.joined(i))
	case k.UPOS == stages.PosPropn:
		c.Modifiers = s.add(c.Modifiers, s.joined(i))
	}
}

// supporting is the verb that carries an event noun: "held" talks, the talks that
// were "held", talks "took place"; or its copula; -1 for none.
func (s *sentence) supporting(n int) int {
	if c := s.near[n].cop; c >= 0 {
		return -1
	}
	for c := range s.tree.Children(n) { // "the attack launched by Peru"
		if s.tree.Rel(c) == stages.RelAcl && s.tok[c].Rel != stages.RelAclRelcl && s.tok[c].XPOS == stages.TagVBN && s.light(c, noun) {
			return c
		}
	}
	x := n
	for range highest {
		up := s.tree.Head(x)
		if up < 0 {
			return -1
		}
		if s.verbish(up) && s.tok[up].UPOS == stages.PosVerb {
			switch s.tree.Rel(x) {
			case stages.RelObj:
				if s.light(up, noun) {
					return up
				}
			case stages.RelNsubj:
				if s.passive(up) && s.light(up, noun) || !s.passive(up) && s.light(up, subj) {
					return up
				}
			case stages.RelObl:
				if k := s.near[x].kase; k >= 0 && s.embedding(verb, s.headword(up)+" "+s.word(int(k)), noun).affirmed == governor {
					return up
				}
			}
			return -1
		}
		if !s.contains(x, up) {
			return -1
		}
		x = up
	}
	return -1
}

// contains reports whether the noun at up only counts or joins that at x: "a round
// of talks", "a meeting and talks".
func (s *sentence) contains(x, up int) bool {
	switch s.tree.Rel(x) {
	case stages.RelConj:
		return s.nounlike(up)
	case stages.RelNmod:
		return s.classes["container"][s.tok[up].Lemma]
	}
	return false
}

// light reports whether a verb only says that the act of its noun takes place,
// goes on or begins.
func (s *sentence) light(v int, f frame) bool {
	if e := s.embedding(verb, s.headword(v), f); e.known {
		return e.affirmed == governor || e.affirmed == outcome(stages.Ongoing)
	}
	return false
}

// headword is the lemma of a word with its particle.
func (s *sentence) headword(i int) string {
	if c := s.clause(i); c != nil && c.Kind != stages.Nominal {
		return c.Lemma
	}
	if s.tok[i].Lemma == "" {
		return s.tok[i].Lower
	}
	return s.tok[i].Lemma
}

// carry gives an event noun what its support has: the form, those who do it, and
// whom its prepositions name.
func (s *sentence) carry(c *stages.Clause, is *nominalisation, v int) {
	c.Support = int16(v)
	by := s.clause(v)
	if by == nil {
		return
	}
	c.Tense, c.Aspect, c.Modality, c.Negated = by.Tense, by.Aspect, by.Modality, c.Negated || by.Negated
	if len(c.Agents) == 0 || is.mutual {
		c.Agents = s.add(c.Agents, s.without(by.Agents, int(c.Predicate)))
	}
	for _, o := range by.Obliques {
		w, head := s.word(int(o.Prep)), int(o.Heads[0])
		switch {
		case head < int(c.Predicate) && head < v:
		case is.mutual && (w == "with" || w == "between") && s.canAct(head):
			c.Agents = s.add(c.Agents, o.Heads)
		case is.targets[w] && len(c.Patients) == 0 && !s.classes["calendar"][s.tok[head].Lemma]:
			c.Patients = o.Heads
		}
	}
	if len(c.Patients) == 0 && len(by.Recipients) > 0 {
		c.Patients = by.Recipients // "gave them support"
	}
}

// without is a list without the noun itself and those joined to it.
func (s *sentence) without(list []int16, n int) []int16 {
	if slices.Contains(list, int16(n)) {
		return nil
	}
	if len(list) > 0 {
		for x := range list {
			if s.classes["container"][s.tok[list[x]].Lemma] {
				return nil
			}
		}
	}
	return list
}

// add is a list with those of another that it lacks, as many as mostJoined.
func (s *sentence) add(list, more []int16) []int16 {
	if len(list) == 0 {
		return more
	}
	list = list[:len(list):len(list)]
	for _, x := range more {
		if len(list) < mostJoined && !slices.Contains(list, x) {
			list = append(list, x)
		}
	}
	return list
}
