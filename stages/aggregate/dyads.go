package aggregate

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parley/schemas"
)

// dyads counts the events between two sides that are told as news.
type dyads struct {
	*corpus
	cells map[dyadKey]*dyadCell
}

type dyadKey struct {
	period
	kind, source, target string
}

type dyadCell struct {
	events  int32
	stories int32
	carried spread
}

func newDyads(c *corpus) *dyads {
	return &dyads{corpus: c, cells: map[dyadKey]*dyadCell{}}
}

func (d *dyads) add(e *schemas.Event) {
	a := d.articles[e.ArticleID]
	if a == nil || e.Background || e.Status == "denied_or_failed" {
		return
	}
	periods := a.periods
	if !e.Date.IsZero() {
		periods = periodsOf(e.Date, e.DatePrecision)
	}
	for _, pair := range d.pairs(e) {
		for _, p := range periods {
			c := cell(d.cells, dyadKey{p, d.keep(e.Type), pair[0], pair[1]})
			c.events++
			if e.Story == e.EventID {
				c.stories++
			}
			c.carried.add(a)
		}
	}
}

// mutual reports whether several parties have an event of that type with each
// other when it has no target.
func mutual(kind string) bool {
	switch kind {
	case "AGREE", "ASSAULT", "CONSULT", "COOPERATE":
		return true
	}
	return false
}

// pairs lists the distinct pairs of sides between which the event passed.
func (d *dyads) pairs(e *schemas.Event) (pairs [][2]string) {
	from, to := d.blocs(e.SourceIDs), d.blocs(e.TargetIDs)
	if len(to) == 0 && len(from) > 1 && mutual(e.Type) {
		for i, one := range from {
			for _, other := range from[i+1:] {
				pairs = append(pairs, [2]string{one, other})
			}
		}
		return pairs
	}
	if len(from) == 0 {
		from = []string{"unknown"}
	}
	if len(to) == 0 {
		to = []string{"none"}
	}
	for _, source := range from {
		for _, target := range to {
			pairs = append(pairs, [2]string{source, target})
		}
	}
	return pairs
}

// blocs are the distinct sides of some actors, sorted.
func (d *dyads) blocs(ids []string) (sides []string) {
	for _, id := range ids {
		sides = append(sides, d.actor(id).bloc())
	}
	slices.Sort(sides)
	return slices.Compact(sides)
}

func (d *dyads) rows() []schemas.EventCount {
	keys := slices.SortedFunc(maps.Keys(d.cells), func(a, b dyadKey) int {
		return cmp.Or(a.period.compare(b.period), strings.Compare(a.kind, b.kind),
			strings.Compare(a.source, b.source), strings.Compare(a.target, b.target))
	})
	rows := make([]schemas.EventCount, len(keys))
	for i, k := range keys {
		rows[i] = schemas.EventCount{
			Period: k.period.kind, PeriodStart: k.start, Type: k.kind, SourceSide: k.source, TargetSide: k.target,
			Events: d.cells[k].events, Articles: d.cells[k].carried.n, Stories: d.cells[k].stories,
		}
	}
	return rows
}
