package page

import (
	"maps"
	"slices"
	"strings"

	"parley/schemas"
)

// gatherer keeps the best rows of each group of one chart.
type gatherer struct {
	chart  *chart
	groups map[string][]item // the best first
	share  int               // rows that a group may keep
	open   bool              // groups are made as rows come
}

func newGatherer(c *chart) *gatherer {
	g := &gatherer{chart: c, groups: map[string][]item{}}
	n := len(c.Evidence.Groups)
	for _, name := range c.Evidence.Groups {
		g.groups[name] = nil
	}
	if n == 0 { // for and against in each month
		g.open = true
		n = 2 * (1 + months(c.Evidence.First, c.Evidence.Last))
	}
	g.share = max(1, limit/n)
	return g
}

func months(a, b schemas.Date) int {
	return max(0, (int(b.Year)-int(a.Year))*12+int(b.Month)-int(a.Month))
}

func (g *gatherer) wants(table string, r row) bool {
	e := g.chart.Evidence
	if e.Table != table || e.Exact && r.month || !e.First.IsZero() && (r.day.Before(e.First) || e.Last.Before(r.day)) {
		return false
	}
	_, known := g.groups[r.group]
	return known || g.open
}

// keep files a row where it is among the best of its group. A row comes with
// borrowed texts: only where it is kept are they copied, and only then is it
// labelled.
func (g *gatherer) keep(r row, label func() string) {
	g.chart.Of++
	it := item{row: r}
	list := g.groups[r.group]
	at, _ := slices.BinarySearchFunc(list, it, better)
	if at >= g.share {
		return
	}
	it.group = strings.Clone(r.group)
	it.Label, it.Date = label(), when(r.day, r.month)
	list = slices.Insert(list, at, it)
	g.groups[it.group] = list[:min(len(list), g.share)]
}

// finish puts what is kept in order: by day, the newest first.
func (g *gatherer) finish() {
	var all []item
	for _, name := range slices.Sorted(maps.Keys(g.groups)) {
		all = append(all, g.groups[name]...)
	}
	slices.SortStableFunc(all, func(a, b item) int { return b.day.Compare(a.day) })
	g.chart.Items = all[:min(len(all), limit)]
}
