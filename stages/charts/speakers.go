package charts

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"parley/schemas"
)

// speaker is an actor with all its statements.
type speaker struct {
	id, name, side                      string
	statements, direct, mixed, indirect int32
}

// ranking adds up statements by actor, most first.
func ranking(rows []schemas.StatementFrequency) (all []speaker) {
	at := map[string]int{}
	for _, r := range rows {
		i, ok := at[r.ActorID]
		if !ok {
			i = len(all)
			at[r.ActorID] = i
			all = append(all, speaker{id: r.ActorID, name: r.Name, side: r.Side})
		}
		s := &all[i]
		s.statements += r.Statements
		s.direct += r.Direct
		s.mixed += r.Mixed
		s.indirect += r.Indirect
	}
	slices.SortFunc(all, func(a, b speaker) int {
		return cmp.Or(cmp.Compare(b.statements, a.statements), strings.Compare(a.name, b.name), strings.Compare(a.id, b.id))
	})
	return all
}

// The darker, the closer to the speaker's own words.
var (
	directColor   = blue
	mixedColor    = sky
	indirectColor = rgb(0xC5DCEB)
)

// speakers draws the statements of the leading actors by type.
func speakers(f *facts) picture {
	c := picture{
		name: "statements_by_actor", title: "Who speaks: statements by actor",
		empty: "No statement with a known speaker in an article with a date.",
	}
	all := ranking(f.speakers)
	if len(all) == 0 {
		return c
	}
	const leading = 15
	shown := all[:min(len(all), leading)]
	var total, others int32
	for i, s := range all {
		total += s.statements
		if i >= leading {
			others += s.statements
		}
	}
	var b bars
	for _, s := range shown {
		b.list = append(b.list, bar{
			name: s.name, note: percent(s.statements, total),
			parts: []part{{float64(s.direct), directColor}, {float64(s.mixed), mixedColor}, {float64(s.indirect), indirectColor}},
		})
	}
	c.body = b
	c.subtitle = fmt.Sprintf("Number of statements and share of all %s with a known speaker, %s", number(float64(total)), f.all())
	c.legend = []entry{
		{"Direct: in quotation marks", directColor, square}, {"Mixed: partly quoted", mixedColor, square},
		{"Indirect: reported", indirectColor, square},
	}
	if n := len(all) - len(shown); n > 0 {
		c.notes = []string{fmt.Sprintf("Not shown: %s with %s.", several(n, "other speaker", "other speakers"), several(int(others), "statement", "statements"))}
	}
	c.alt = "Bars, the longest first: " + enumerate(spoken(shown)) + "."
	c.proof = proof{table: "statements", count: int(total - others), query: fmt.Sprintf("SELECT name, sum(statements) AS n, sum(direct) AS direct, sum(mixed) AS mixed, sum(indirect) AS indirect\nFROM 'statement_frequency.parquet'\nWHERE period = 'month'\nGROUP BY actor_id, name\nORDER BY n DESC, name, actor_id\nLIMIT %d", leading)}
	for _, s := range shown {
		c.proof.groups = append(c.proof.groups, s.id)
	}
	return c
}

// spoken says how much each speaker speaks.
func spoken(list []speaker) (said []string) {
	for _, s := range list {
		said = append(said, s.name+" "+several(int(s.statements), "statement", "statements"))
	}
	return said
}

// percent is a share for people: 12%, or <1%.
func percent(n, of int32) string {
	p := 100 * float64(n) / float64(of)
	if p < 1 {
		return "<1%"
	}
	return fmt.Sprintf("%.0f%%", p)
}

// pace draws the leading actors' statements over time, each in a panel.
func pace(f *facts) picture {
	c := picture{
		name: "statements_over_time", title: "When they speak: statements over time",
		empty: "No statement with a known speaker in an article with a date.",
	}
	var drawn []schemas.StatementFrequency
	for _, r := range f.pace {
		if f.timeline.holds(f.timeline.index(r.PeriodStart)) {
			drawn = append(drawn, r)
		}
	}
	lead := leaders(ranking(drawn))
	if len(lead) == 0 {
		return c
	}
	g := grid{timeline: f.timeline}
	marks, note := f.marks()
	g.marks = marks
	var panels []panel
	for _, s := range lead {
		var bars columns
		most := 0.0
		for _, r := range drawn {
			if r.ActorID != s.id {
				continue
			}
			most = max(most, float64(r.Statements))
			bars = append(bars, column{f.timeline.index(r.PeriodStart), []part{{float64(r.Statements), f.sideColor(s.side)}}})
		}
		panels = append(panels, panel{title: s.name, aside: number(float64(s.statements)), y: scale{max: most}, layers: []layer{bars}})
	}
	g.rows = tile(panels, 62)
	for _, r := range g.rows {
		level(r.panels)
	}
	if len(marks) > 0 {
		for i := range g.rows[0].panels {
			g.rows[0].panels[i].letters = true
		}
		c.notes = append(c.notes, note)
	}
	c.body = g
	c.subtitle = fmt.Sprintf("Statements %s by %s, %s", f.timeline.per(), leadersNamed(len(lead)), f.period())
	if len(g.rows) > 1 {
		c.subtitle += "; each row has its own scale"
	}
	c.legend = f.sides(lead)
	c.alt = fmt.Sprintf("Bars over time in a panel for each of %s: %s.", several(len(lead), "speaker", "speakers"), enumerate(spoken(lead)))
	c.proof = proof{table: "statements", span: f.timeline}
	for _, s := range lead {
		c.proof.groups = append(c.proof.groups, s.id)
		c.proof.count += int(s.statements)
	}
	c.proof.query = frequencyQuery(f.timeline, c.proof.groups)
	return c
}

func leadersNamed(n int) string {
	if n == 1 {
		return "the only speaker"
	}
	return fmt.Sprintf("the %d leading speakers", n)
}

// level gives the panels of a row the axis that the highest of them needs: to
// compare them, without flattening the rows below.
func level(panels []panel) {
	most := 0.0
	for _, p := range panels {
		most = max(most, p.y.max)
	}
	for i := range panels {
		panels[i].y = counts(most)
	}
}

// leaders picks up to nine; those with a single statement fill no panels when
// there are others, and seven or eight would leave a row with a hole.
func leaders(all []speaker) []speaker {
	n := min(len(all), 9)
	for n > 3 && all[n-1].statements < 2 {
		n--
	}
	if n == 7 || n == 8 {
		n = 6
	}
	return all[:n]
}

// tile sets panels in rows of up to three, with dates below every row that has
// no full row below it.
func tile(panels []panel, height vg.Length) (rows []row) {
	across := 3
	if n := len(panels); n < 3 || n == 4 {
		across = min(n, 2)
	}
	for i := range panels {
		panels[i].dates = (i/across+2)*across > len(panels)
	}
	for p := range slices.Chunk(panels, across) {
		rows = append(rows, row{panelHeight: height, columns: across, panels: p})
	}
	return rows
}

// sides is the legend of the sides that some speakers are on.
func (f *facts) sides(list []speaker) (legend []entry) {
	seen := map[color.NRGBA]bool{}
	for _, s := range list {
		seen[f.sideColor(s.side)] = true
	}
	for _, s := range f.profile.Sides {
		if c := f.sideColor(s.ID); seen[c] && c != green {
			legend = append(legend, entry{s.Name, c, square})
		}
	}
	if seen[green] && len(legend) > 0 {
		legend = append(legend, entry{"Others", green, square})
	}
	return legend
}
