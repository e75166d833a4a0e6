package events

import "parley/stages"

// behind finds the parties behind a preposition to the right of a trigger, or
// the one that it ends in.
func (s *sentence) behind(name string, h hit, w want, p *parties) []string {
	first := h.from
	if h.noun >= 0 {
		first = min(first, h.noun)
	}
	for j := first; j < len(s.tok) && j < h.to+reach; j++ {
		if s.tok[j].Lower != name {
			continue
		}
		n := s.tree.Head(j)
		part := n
		if n > j && s.tok[n].UPOS == stages.PosVerb && s.tree.Rel(j) == stages.RelMark { // "a demand for Spain to leave"
			n = s.tree.Child(n, stages.RelNsubj)
		}
		if s.tok[j].UPOS == stages.PosVerb { // "sanctions targeting Spain", "struck to demand"
			part, n = j, s.tree.Child(j, stages.RelObj)
			if w == loose && n >= 0 && s.attached(part, h) && len(s.party(n, w, nil)) == 0 {
				n = s.granter(j, n) // "demanded reforms by Spain's government"
			}
		}
		if n < j || !s.attached(part, h) {
			continue
		}
		if ids := s.party(n, w, p); len(ids) > 0 || p != nil && (p.place != "" || p.mutual) {
			return ids
		}
	}
	return nil
}

// granter is who is to give what a verb demands, the noun n where nobody is.
func (s *sentence) granter(v, n int) int {
	for c := range s.tree.Children(v) {
		k := s.tree.Child(c, stages.RelCase)
		if c > v && k >= 0 && (s.word(k) == "by" || s.word(k) == "from" || s.word(k) == "of") {
			return c
		}
	}
	return n
}

// attached reports whether the noun at n depends on a trigger, by nouns alone,
// or on the verb that a trigger noun is the object or circumstance of.
func (s *sentence) attached(n int, h hit) bool {
	x := s.tree.Head(n)
	for range 4 {
		switch {
		case x < 0:
			return false
		case x >= h.from && x < h.to, x == h.noun:
			return true
		case s.tree.Head(h.to-1) == x && s.tree.Rel(h.to-1) == stages.RelCompound && s.tok[x].UPOS != stages.PosVerb:
			return true // "aid programme for Spain"
		case s.tok[x].UPOS == stages.PosVerb:
			if up := s.tree.Head(x); s.tree.Rel(x) == stages.RelAcl && up >= h.from && up < h.to {
				return true // "sanctions imposed on Spain"
			}
			return h.t.class == noun && s.governor(h) == x
		case s.at[x] < 0 && !dayName(s.word(x)) && !s.located(x, nil) && s.tree.Rel(x) != stages.RelObj:
			return false
		}
		x = s.tree.Head(x)
	}
	return false
}

// core is the noun that a trigger noun is: "round" of "round of talks".
func (s *sentence) core(h hit) int {
	for i := h.from; i < h.to; i++ {
		if hd := s.tree.Head(i); (hd < h.from || hd >= h.to) && !s.is("prep", i) {
			return i
		}
	}
	return h.from
}

// governor is the verb that a trigger noun depends on, by nouns alone; -1 where
// there is none.
func (s *sentence) governor(h hit) int {
	x := s.tree.Head(s.core(h))
	for range 4 {
		if x < 0 || s.tok[x].UPOS == stages.PosVerb {
			return x
		}
		x = s.tree.Head(x)
	}
	return -1
}

// possessor is who a trigger noun belongs to: "Spain's", "Spanish", "US".
func (s *sentence) possessor(h hit) []string {
	for i := h.from; i < h.to; i++ {
		ids := s.owner(i, false, 0)
		if len(ids) > 0 && !((h.t.typ == "ASSAULT" || h.t.typ == "COERCE") && s.victim(i)) {
			return ids
		}
	}
	return nil
}

// victim reports whether the name of a state stands before a noun of violence as
// its first part: "the Spain invasion".
func (s *sentence) victim(n int) bool {
	for c := range s.tree.Children(n) {
		if s.tree.Rel(c) == stages.RelCompound && c < n && s.at[c] >= 0 && s.tok[c].Shape == stages.Capitalized && s.own.states[s.who[s.at[c]].ActorID] {
			return true
		}
	}
	return false
}

// attendant is who takes part in talks of which the sentence says only that
// something happened "during talks with" somebody: the subject of the clause.
func (s *sentence) attendant(h hit) []string {
	v := s.governor(h)
	if v < 0 {
		return nil
	}
	return s.party(s.subject(v), strict, nil)
}
