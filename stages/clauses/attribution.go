package clauses

import "parley/stages"

// governing is the index of the clause in which a predicate hangs, -1 for none.
func (s *sentence) governing(p int) int16 {
	for range highest {
		if p = s.tree.Head(p); p < 0 {
			break
		}
		if s.at[p] >= 0 {
			return s.at[p]
		}
	}
	return -1
}

// attribute finds for each clause the speech that it stands under.
func (s *sentence) attribute() {
	inserted := s.inserted()
	state := make([]uint8, len(s.out))
	var chain []int
	for i := range s.out {
		// up to a clause that is settled, or that no other governs, then down
		chain = chain[:0]
		for k := i; k >= 0 && state[k] == 0; k = int(s.out[k].Governor) {
			state[k] = 1
			chain = append(chain, k)
		}
		for n := len(chain) - 1; n >= 0; n-- {
			s.out[chain[n]].Under = s.under(chain[n], inserted)
			state[chain[n]] = 2
		}
	}
}

// inserted gives for each clause the one of a verb of saying that is put into it
// or behind it: "the war, she said, is over"; nil where there is none.
func (s *sentence) inserted() map[int16]int16 {
	var all map[int16]int16
	for i := range s.out {
		c := &s.out[i]
		p := int(c.Predicate)
		if s.tree.Rel(p) != stages.RelParataxis || c.Governor < 0 || s.near[p].obj >= 0 || s.finite(p) == stages.NoXPOS || !s.says(p) || int(s.out[c.Governor].Predicate) != s.tree.Head(p) {
			continue
		}
		if all == nil {
			all = map[int16]int16{}
		}
		if _, ok := all[c.Governor]; !ok {
			all[c.Governor] = int16(i)
		}
	}
	return all
}

// under is the speech that a clause stands under; that of its governor is known.
func (s *sentence) under(i int, inserted map[int16]int16) stages.Attribution {
	c := &s.out[i]
	for _, o := range c.Obliques {
		if s.word(int(o.Prep)) == "according" {
			return stages.Attribution{Clause: -1, Sources: o.Heads}
		}
	}
	if say, ok := inserted[int16(i)]; ok {
		return s.wordOf(say)
	}
	if c.Governor < 0 {
		return stages.Attribution{Clause: -1}
	}
	up := &s.out[c.Governor]
	if say, ok := inserted[c.Governor]; ok && int(say) == i { // the insertion itself
		return stages.Attribution{Clause: -1}
	}
	x := int(c.Predicate)
	for s.tree.Head(x) != int(up.Predicate) {
		if h := s.tree.Head(x); s.reports(x, h) { // of a noun that is no clause
			if n := s.planner(h); n >= 0 {
				return stages.Attribution{Clause: -1, Sources: s.joined(n)}
			}
		}
		x = s.tree.Head(x)
	}
	if s.reports(x, int(up.Predicate)) {
		return s.wordOf(c.Governor)
	}
	return up.Under
}

// wordOf is the attribution to who does what a clause of saying tells.
func (s *sentence) wordOf(say int16) stages.Attribution {
	return stages.Attribution{Clause: say, Sources: s.out[say].Agents}
}

// reports reports whether the word at h reports what the clause of x says.
func (s *sentence) reports(x, h int) bool {
	switch s.tree.Rel(x) {
	case stages.RelCcomp, stages.RelXcomp, stages.RelAcl, stages.RelAdvcl:
		return (s.tok[x].Rel != stages.RelAclRelcl || s.near[x].mark >= 0) && s.governedBy(h, x).affirmed == said
	}
	return false
}
