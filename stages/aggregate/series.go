package aggregate

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parley/schemas"
)

// series gathers the values reported of one quantity by one side.
type series struct {
	*corpus
	cells map[seriesKey]*seriesCell
}

type seriesKey struct {
	kind, unit, place, side string
	period
	counted, of, basis string // what is counted, whose it is, a total or not
}

type seriesCell struct {
	low, high *float64
	values    map[float64]int32 // how often each was reported
	reports   int32
	carried   spread
}

func newSeries(c *corpus) *series {
	return &series{corpus: c, cells: map[seriesKey]*seriesCell{}}
}

func (s *series) add(f *schemas.Figure) {
	a := s.articles[f.ArticleID]
	if a == nil || f.Value == nil && f.Low == nil && f.High == nil {
		return
	}
	if f.Certainty == "projected" || f.Certainty == "hypothetical" {
		return
	}
	k := seriesKey{kind: s.keep(f.Kind), unit: s.keep(f.Unit), place: s.place(f.Place), side: "article", counted: "any", of: "any", basis: "any"}
	if f.Counted != "" {
		k.counted = s.keep(f.Counted)
	}
	if f.CountedCountry != "" {
		k.of = s.sideOf(f.CountedCountry)
	}
	if f.Basis != "" {
		k.basis = s.keep(f.Basis)
	}
	if f.AttributedToID != "" {
		k.side = s.claimant(s.actor(f.AttributedToID))
	}
	for _, k.period = range a.periods {
		c := cell(s.cells, k)
		c.add(f)
		c.carried.add(a)
	}
}

// claimant is the bloc that a claim is counted for: the United Nations with its
// agencies, or else as for every actor.
func (s *series) claimant(a actor) string {
	if bloc, ok := s.blocs[a.id]; ok && a.side == "" {
		return bloc
	}
	return a.bloc()
}

// place is the standard name of a place; any where there is none.
func (s *series) place(name string) string {
	if name == "" {
		return "any"
	}
	return s.keep(s.spellings.Standard(name))
}

func (c *seriesCell) add(f *schemas.Figure) {
	c.reports++
	for _, v := range []*float64{f.Value, f.Low} {
		if v != nil && (c.low == nil || *v < *c.low) {
			c.low = schemas.Num(*v)
		}
	}
	for _, v := range []*float64{f.Value, f.High} {
		if v != nil && (c.high == nil || *v > *c.high) {
			c.high = schemas.Num(*v)
		}
	}
	if c.values == nil {
		c.values = map[float64]int32{}
	}
	switch {
	case f.Value != nil:
		c.values[*f.Value]++
	case f.Low != nil && f.High != nil:
		c.values[*f.Low+(*f.High-*f.Low)/2]++
	}
}

// median is nil when there are bounds only.
func (c *seriesCell) median() *float64 {
	var all []float64
	for _, v := range slices.Sorted(maps.Keys(c.values)) {
		for range c.values[v] {
			all = append(all, v)
		}
	}
	n := len(all)
	if n == 0 {
		return nil
	}
	low, high := all[(n-1)/2], all[n/2]
	return schemas.Num(low + (high-low)/2)
}

func (s *series) rows() []schemas.FigureSeries {
	keys := slices.SortedFunc(maps.Keys(s.cells), func(a, b seriesKey) int {
		return cmp.Or(strings.Compare(a.kind, b.kind), strings.Compare(a.unit, b.unit),
			strings.Compare(a.place, b.place), strings.Compare(a.side, b.side), a.period.compare(b.period),
			strings.Compare(a.counted, b.counted), strings.Compare(a.of, b.of), strings.Compare(a.basis, b.basis))
	})
	rows := make([]schemas.FigureSeries, len(keys))
	for i, k := range keys {
		c := s.cells[k]
		low, high := c.low, c.high
		if low != nil && high != nil && *low > *high {
			low, high = high, low // bounds alone, which contradict each other: the range is what lies between them
		}
		rows[i] = schemas.FigureSeries{
			Kind: k.kind, Unit: k.unit, Place: k.place, ClaimedBySide: k.side,
			Period: k.period.kind, PeriodStart: k.start,
			Low: low, Median: c.median(), High: high, Reports: c.reports, Articles: c.carried.n,
			Counted: k.counted, CountedSide: k.of, Basis: k.basis,
		}
	}
	return rows
}
