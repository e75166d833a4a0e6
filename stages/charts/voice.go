package charts

import (
	"fmt"
	"image/color"
	"slices"

	"parley/schemas"
)

// scarce is the number of statements below which shares say little; they are
// drawn pale.
const scarce = 10

// voices is who speaks how much of a timeline: statements by slot and group.
type voices struct {
	totals map[int]int
	by     map[string]map[int]int
}

func newVoices() voices { return voices{map[int]int{}, map[string]map[int]int{}} }

func (v voices) add(who string, slot, n int) {
	if v.by[who] == nil {
		v.by[who] = map[int]int{}
	}
	v.by[who][slot] += n
}

// voice draws the share that each side, and each of the leading speakers, has
// of what is said.
func voice(f *facts) picture {
	c := picture{
		name: "share_of_voice", title: "Who is heard: share of voice over time",
		empty: "No statement with a known speaker in an article with a date.",
	}
	t := f.timeline
	var drawn []schemas.StatementFrequency
	v := newVoices()
	for _, r := range f.pace {
		slot := t.index(r.PeriodStart)
		if !t.holds(slot) {
			continue
		}
		drawn = append(drawn, r)
		v.totals[slot] += int(r.Statements)
		v.add("side "+f.sideOrOthers(r.Side), slot, int(r.Statements))
		v.add("actor "+r.ActorID, slot, int(r.Statements))
		c.proof.count += int(r.Statements)
	}
	if len(drawn) == 0 {
		return c
	}
	lead := ranking(drawn)
	lead = lead[:min(len(lead), 3)]
	marks, note := f.marks()
	c.body = grid{timeline: t, marks: marks, rows: append([]row{
		{panelHeight: 92, columns: 1, panels: []panel{f.sidesVoice(v, len(marks) > 0)}},
		{panelHeight: 30, columns: 1, panels: []panel{volume(t, v)}},
	}, f.leadersVoice(lead, v))}
	c.subtitle = fmt.Sprintf("Share of all statements with a known speaker %s, with their number below; then that of the leading speakers, %s", t.per(), f.period())
	c.legend = f.voiceLegend(v)
	if v.scarce() {
		c.notes = append(c.notes, fmt.Sprintf("Pale: fewer than %d statements, so that a share says little.", scarce))
	}
	if note != "" {
		c.notes = append(c.notes, note)
	}
	c.alt = f.voiceAlt(lead, v)
	c.proof.table, c.proof.span = "statements", t
	for _, s := range ranking(drawn)[:min(len(ranking(drawn)), 20)] {
		c.proof.groups = append(c.proof.groups, s.id)
	}
	c.proof.query = "SELECT period_start, name, side, statements AS n, share\nFROM 'statement_frequency.parquet'\nWHERE " + t.where() + "\nORDER BY period_start, n DESC, name"
	return c
}

// sideOrOthers is the side if the profile has it.
func (f *facts) sideOrOthers(side string) string {
	for _, s := range f.profile.Sides {
		if s.ID == side {
			return side
		}
	}
	return "others"
}

// voiceGroups are the sides and all others, from the foot of a column up.
func (f *facts) voiceGroups() (all []holder) {
	for _, s := range f.profile.Sides {
		all = append(all, holder{"side " + s.ID, s.Name, f.sideColor(s.ID)})
	}
	return append(all, holder{"side others", "Others", f.sideColor("")})
}

func (f *facts) voiceLegend(v voices) (legend []entry) {
	for _, g := range f.voiceGroups() {
		if v.by[g.key] != nil {
			legend = append(legend, entry{g.name, g.color, square})
		}
	}
	return legend
}

func (f *facts) sidesVoice(v voices, letters bool) panel {
	var bars columns
	total := 0
	for slot := range f.timeline.n {
		if v.totals[slot] == 0 {
			continue
		}
		col := column{slot: slot}
		for _, g := range f.voiceGroups() {
			col.parts = append(col.parts, v.part(g.key, slot, g.color))
		}
		bars = append(bars, col)
		total += v.totals[slot]
	}
	return panel{title: "By side", aside: several(total, "statement", "statements"), y: percents(100), layers: []layer{bars}, letters: letters}
}

// part is the share that a group has of a slot.
func (v voices) part(who string, slot int, c color.NRGBA) part {
	if v.totals[slot] < scarce {
		c = tint(c, 0.4)
	}
	return part{100 * float64(v.by[who][slot]) / float64(v.totals[slot]), c}
}

func volume(t timeline, v voices) panel {
	var bars columns
	most := 0
	for slot := range t.n {
		if n := v.totals[slot]; n > 0 {
			bars = append(bars, column{slot, []part{{float64(n), tint(ink, 0.5)}}})
			most = max(most, n)
		}
	}
	return panel{y: ends(float64(most)), layers: []layer{bars}, dates: true}
}

// leadersVoice is a row of panels on one scale.
func (f *facts) leadersVoice(lead []speaker, v voices) row {
	r := row{panelHeight: 62, columns: len(lead)}
	most := 0.0
	for _, s := range lead {
		var bars columns
		for slot := range f.timeline.n {
			if q := v.part("actor "+s.id, slot, f.sideColor(s.side)); v.totals[slot] > 0 && q.value > 0 {
				bars = append(bars, column{slot, []part{q}})
				most = max(most, q.value)
			}
		}
		r.panels = append(r.panels, panel{title: s.name, aside: number(float64(s.statements)), layers: []layer{bars}, dates: true})
	}
	for i := range r.panels {
		r.panels[i].y = percents(most)
	}
	return r
}

// scarce reports whether a slot has too few statements for its shares to say
// much.
func (v voices) scarce() bool {
	for _, n := range v.totals {
		if n < scarce {
			return true
		}
	}
	return false
}

func (f *facts) voiceAlt(lead []speaker, v voices) string {
	total := 0
	for _, n := range v.totals {
		total += n
	}
	var said []string
	for _, g := range f.voiceGroups() {
		sum := 0
		for _, n := range v.by[g.key] {
			sum += n
		}
		said = append(said, g.name+" "+percent(int32(sum), int32(total)))
	}
	for _, s := range lead {
		said = append(said, s.name+" "+percent(s.statements, int32(total)))
	}
	return fmt.Sprintf("Stacked bars %s. Over all of them: %s.", f.timeline.per(), enumerate(slices.Clip(said)))
}
