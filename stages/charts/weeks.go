package charts

import (
	"fmt"

	"gonum.org/v1/plot/vg"

	"parley/schemas"
)

// weekSlots is how many weeks a map can hold.
const weekSlots = 160

// weekTimeline counts by week where the articles' span lets it: a map has room
// for more slots than bars have.
func (f *facts) weekTimeline() timeline {
	if f.timeline.unit != "month" || f.monthsOnly || (f.last.Days()-f.first.Days())/7 >= weekSlots-1 {
		return f.timeline
	}
	t := timeline{unit: "week", first: f.first.Week()}
	t.n = t.index(f.last) + 1
	return t
}

// weeks maps the leading actors' statements by week.
func weeks(f *facts) picture {
	c := picture{
		name: "actors_by_week", title: "Who speaks when: a map of statements by actor and " + f.weeks.unit,
		empty: "No statement with a known speaker in an article with a date.",
	}
	var drawn []schemas.StatementFrequency
	for _, r := range f.weekly {
		if f.weeks.holds(f.weeks.index(r.PeriodStart)) {
			drawn = append(drawn, r)
		}
	}
	all := ranking(drawn)
	if len(all) == 0 {
		return c
	}
	const leading = 20
	shown := all[:min(len(all), leading)]
	p := panel{dates: true}
	at := map[string]int{}
	var said []string
	for i, s := range shown {
		at[s.id] = i
		p.stripes = append(p.stripes, stripe{s.name, f.sideColor(s.side), make([]int32, f.weeks.n), s.statements})
		c.proof.groups = append(c.proof.groups, s.id)
		c.proof.count += int(s.statements)
	}
	for _, r := range drawn {
		if i, ok := at[r.ActorID]; ok {
			p.stripes[i].cells[f.weeks.index(r.PeriodStart)] += r.Statements
		}
	}
	for _, s := range p.stripes {
		count := map[int]int{}
		for i, n := range s.cells {
			count[i] = int(n)
		}
		said = append(said, s.name+" "+f.weeks.busiest(count))
	}
	c.body = grid{timeline: f.weeks, rows: []row{{panelHeight: stripeLead * vg.Length(len(shown)), columns: 1, panels: []panel{p}}}}
	c.subtitle = fmt.Sprintf("Statements %s by %s, the darker the more; sums at the right; %s", f.weeks.per(), leadersNamed(len(shown)), f.period())
	c.legend = f.sides(shown)
	if n := len(all) - len(shown); n > 0 {
		c.notes = append(c.notes, fmt.Sprintf("Not shown: %s.", several(n, "other speaker", "other speakers")))
	}
	c.alt = fmt.Sprintf("Map of %s: a stripe for each, a cell %s. %s.", several(len(shown), "speaker", "speakers"), f.weeks.per(), enumerate(said))
	c.proof.table, c.proof.span = "statements", f.weeks
	c.proof.query = frequencyQuery(f.weeks, c.proof.groups)
	return c
}

// frequencyQuery yields the statements of some actors over a timeline.
func frequencyQuery(t timeline, actors []string) string {
	return "SELECT name, period_start, statements AS n\nFROM 'statement_frequency.parquet'\nWHERE " + t.where() +
		"\n  AND actor_id IN " + among(actors) + "\nORDER BY name, period_start"
}
