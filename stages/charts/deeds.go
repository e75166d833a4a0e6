package charts

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"
)

// quad is one of the quad classes 1 to 4.
type quad struct {
	name  string
	color color.NRGBA
}

var quads = [4]quad{
	{"Verbal cooperation", blue}, {"Material cooperation", green}, {"Verbal conflict", orange}, {"Material conflict", vermillion},
}

// deed is a type of event over time.
type deed struct {
	kind  string
	class int // index into quads
	cells []int32
	total int32
}

// deeds draws the events over time: by quad class, and a map by type.
func deeds(f *facts) picture {
	c := picture{
		name: "events_over_time", title: "What is done: events over time",
		empty: "No event in an article with a date.",
	}
	kinds, outside := f.deeds()
	if len(kinds) == 0 {
		return c
	}
	stacks, total, most := stack(kinds, f.timeline.n)
	above := panel{title: "All events", aside: several(int(total), "event", "events"), y: counts(float64(most)), layers: []layer{stacks}}
	below := panel{title: "By type", dates: true}
	var present [len(quads)]bool
	for _, k := range kinds {
		below.stripes = append(below.stripes, stripe{sentenceCase(k.kind), quads[k.class].color, k.cells, k.total})
		present[k.class] = true
	}
	marks, note := f.marks()
	above.letters = len(marks) > 0
	c.body = grid{timeline: f.timeline, marks: marks, rows: []row{
		{panelHeight: 92, columns: 1, panels: []panel{above}},
		{panelHeight: stripeLead * vg.Length(len(kinds)), columns: 1, panels: []panel{below}},
	}}
	c.subtitle = fmt.Sprintf("Events reported %s, once for each pair of sides between which they pass, %s", f.timeline.per(), f.period())
	for i, q := range quads {
		if present[i] {
			c.legend = append(c.legend, entry{q.name, q.color, square})
		}
	}
	if note != "" {
		c.notes = append(c.notes, note)
	}
	var said, types []string
	for _, k := range kinds {
		types = append(types, k.kind)
		said = append(said, fmt.Sprintf("%s %s", sentenceCase(k.kind), number(float64(k.total))))
	}
	c.alt = fmt.Sprintf("Bars of %s %s by quad class, and a map by type: %s.", several(int(total), "event", "events"), f.timeline.per(), enumerate(said))
	c.proof = proof{table: "events", groups: types, span: f.timeline, count: int(total),
		query: "SELECT period_start, type, sum(events) AS n\nFROM 'event_counts.parquet'\nWHERE " + f.timeline.where() + "\nGROUP BY period_start, type\nORDER BY type, period_start"}
	if outside > 0 {
		c.notes = append(c.notes, fmt.Sprintf("Not drawn: %s dated outside of this range.", several(outside, "event", "events")))
	}
	return c
}

// deeds adds the events up by type, in order of class and then most first, and
// counts those outside of the timeline.
func (f *facts) deeds() (kinds []*deed, outside int) {
	at := map[string]*deed{}
	for _, r := range f.events {
		slot := f.timeline.index(r.PeriodStart)
		if !f.timeline.holds(slot) {
			outside += int(r.Events)
			continue
		}
		k := at[r.Type]
		if k == nil {
			class := int(f.class[r.Type])
			if class < 1 || class > len(quads) {
				panic(fmt.Sprintf("charts: %s has the quad class %d", r.Type, class))
			}
			k = &deed{kind: r.Type, class: class - 1, cells: make([]int32, f.timeline.n)}
			at[r.Type] = k
			kinds = append(kinds, k)
		}
		k.cells[slot] += r.Events
		k.total += r.Events
	}
	slices.SortFunc(kinds, func(a, b *deed) int {
		return cmp.Or(cmp.Compare(a.class, b.class), cmp.Compare(b.total, a.total), strings.Compare(a.kind, b.kind))
	})
	return kinds, outside
}

// stack makes bars of the quad classes.
func stack(kinds []*deed, slots int) (bars columns, total, most int32) {
	for slot := range slots {
		var sums [len(quads)]int32
		var sum int32
		for _, k := range kinds {
			sums[k.class] += k.cells[slot]
			sum += k.cells[slot]
		}
		if sum == 0 {
			continue
		}
		col := column{slot: slot}
		for i, n := range sums {
			col.parts = append(col.parts, part{float64(n), quads[i].color})
		}
		bars = append(bars, col)
		total += sum
		most = max(most, sum)
	}
	return bars, total, most
}

// sentenceCase writes CONSULT as Consult.
func sentenceCase(s string) string { return s[:1] + strings.ToLower(s[1:]) }
