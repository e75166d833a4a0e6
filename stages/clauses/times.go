package clauses

import (
	"slices"

	"parley/stages"
	"parley/stages/language/times"
)

// times gives each time expression of the sentence to the clause that it hangs
// on: the predicate that is nearest above it. An event noun has those of the verb
// that carries it, too.
func (s *sentence) times() {
	for _, e := range times.Read(s.tok) {
		if e.Kind != times.Date && e.Kind != times.Time {
			continue
		}
		if i := s.hook(e.From, e.To); i >= 0 {
			s.out[i].Times = append(s.out[i].Times, int16(e.From))
		}
	}
	for i := range s.out {
		c := &s.out[i]
		if by := s.clause(int(c.Support)); c.Kind == stages.Nominal && by != nil && len(by.Times) > 0 {
			c.Times = slices.Concat(c.Times, by.Times)
			slices.Sort(c.Times)
			c.Times = slices.Compact(c.Times)
		}
	}
}

// hook is the clause above the words from to to (half-open), -1 for none.
func (s *sentence) hook(from, to int) int16 {
	for i := from; i < to; i++ {
		if up := s.tree.Head(i); up >= 0 && (up < from || up >= to) {
			if s.at[up] >= 0 {
				return s.at[up]
			}
			return s.governing(up)
		}
	}
	return -1
}
