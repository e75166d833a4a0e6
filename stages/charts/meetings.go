package charts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"parley/schemas"
	"parley/stages"
)

// meeting counts the meetings of one lane in one slot.
type meeting struct{ held, planned int32 }

// meetings are those that articles tell of, each once and in one lane, however
// many articles tell of it and however many take part.
type meetings struct {
	pairs map[pair]map[int]*meeting
	names map[string]string // of parties
	sides []talk            // those that bring the sides of the conflict together
	vague int               // as many more of these have no day or month of their own
	loose int               // meetings without a day that the axis can show
}

// readMeetings reads the meetings that originals tell of and that did not fail.
func (f *facts) readMeetings(s stages.Store) error {
	f.meetings = meetings{pairs: map[pair]map[int]*meeting{}, names: map[string]string{}}
	party, err := f.readParties(s)
	if err != nil {
		return err
	}
	return stages.Scan(s, func(m *schemas.Meeting) error {
		if m.Status == "failed" || m.Articles == 0 {
			return nil
		}
		who := parties(m.Parties, party)
		dated := m.DatePrecision == "day" || m.DatePrecision == "month"
		slot := f.timeline.index(m.Date)
		if t, ok := f.talkOf(m, who); ok {
			switch {
			case !dated:
				f.meetings.vague++
			case f.timeline.holds(slot):
				f.meetings.sides = append(f.meetings.sides, t)
			}
		}
		switch {
		case !dated || m.DatePrecision == "month" && f.timeline.unit != "month":
			f.meetings.loose++
		case f.timeline.holds(slot):
			f.meetings.add(f.laneOf(who), slot, m.Status == "planned")
		}
		return nil
	})
}

// readParties finds for whom each actor meets: its side, else its state, else
// itself where it is an organisation of states.
func (f *facts) readParties(s stages.Store) (map[string]string, error) {
	party := map[string]string{}
	err := stages.Scan(s, func(a *schemas.Actor) error {
		own(&a.ActorID, &a.Name, &a.Country, &a.Side)
		p := cmp.Or(a.Side, a.Country)
		if p == "" && a.Kind == "igo" {
			p = a.ActorID
			f.meetings.names[p] = a.Name
		}
		if a.Kind == "state" && a.Side == "" {
			f.meetings.names[p] = a.Name
		}
		party[a.ActorID] = p
		return nil
	})
	return party, err
}

func (m meetings) add(p pair, slot int, planned bool) {
	if m.pairs[p] == nil {
		m.pairs[p] = map[int]*meeting{}
	}
	c := m.pairs[p][slot]
	if c == nil {
		c = &meeting{}
		m.pairs[p][slot] = c
	}
	if planned {
		c.planned++
	} else {
		c.held++
	}
}

// talks draws the meetings of the sides, a line each, and below them when others
// meet whom.
func talks(f *facts) picture {
	c := picture{
		name: "talks_timeline", title: "The talks: rounds, meetings and calls over time",
		empty: "No meeting of which a text tells the day.",
	}
	list, others := f.leading(12)
	if len(list) == 0 {
		return c
	}
	b, said, planned := f.lanes(list)
	for _, l := range b {
		c.proof.count += int(l.total)
	}
	between := f.lines(listed(f.meetings.sides))
	planned = planned || slices.ContainsFunc(between, func(l line) bool { return l.planned })
	marks, note := f.marks()
	c.body = f.talksGrid(between, b, marks)
	c.subtitle = "Meetings, calls and rounds of talks, " + f.period() + ", each once, however many articles report it"
	c.legend = between.legend()
	if planned {
		c.legend = append(c.legend, entry{"Hollow: planned, or with planned ones", muted, ring})
	}
	for _, k := range f.pairKeys() {
		if slices.ContainsFunc(b, func(l lane) bool { return l.color == k.color }) {
			c.legend = append(c.legend, k)
		}
	}
	if note := f.meetings.unlisted(len(between)); note != "" {
		c.notes = append(c.notes, note)
	}
	if n := f.meetings.loose; n > 0 {
		c.notes = append(c.notes, "Not drawn: "+several(n, "meeting", "meetings")+" of which no text tells the day.")
	}
	if others > 0 {
		c.notes = append(c.notes, fmt.Sprintf("Not shown: %s.", several(others, "other pair", "other pairs")))
	}
	if note != "" {
		c.notes = append(c.notes, note)
	}
	c.alt = fmt.Sprintf("Marks over time, a line for each of %s of the sides, and dots for each of %s: %s.", several(len(between), "meeting", "meetings"), several(len(list), "lane of those who meet", "lanes of those who meet"), enumerate(said))
	c.proof.table, c.proof.groups, c.proof.span = "events", []string{"CONSULT"}, f.timeline
	c.proof.query = f.meetingsQuery(list)
	return c
}

// unlisted says which meetings of the sides have no line.
func (m meetings) unlisted(lines int) string {
	var why []string
	if n := len(m.sides) - lines; n > 0 {
		why = append(why, several(n, "meeting", "meetings")+" that fewer articles tell of")
	}
	if m.vague > 0 {
		why = append(why, several(m.vague, "meeting", "meetings")+" of which no text tells the day")
	}
	if why == nil {
		return ""
	}
	return "Of the sides, without a line: " + strings.Join(why, "; ") + "."
}

// talksGrid puts the lines above the lanes.
func (f *facts) talksGrid(between lines, b bubbles, marks []mark) grid {
	lanes := panel{lanes: b, dates: true, letters: len(marks) > 0}
	g := grid{timeline: f.timeline, marks: marks}
	if len(between) > 0 {
		lanes.letters = false
		lanes.title, lanes.aside = "Who meets whom, "+f.timeline.per(), "meetings"
		g.rows = append(g.rows, row{panelHeight: lineLead * vg.Length(len(between)), columns: 1, panels: []panel{{
			title: "Between the sides of the conflict", aside: "articles", lines: between, letters: len(marks) > 0,
		}}})
	}
	g.rows = append(g.rows, row{panelHeight: laneLead * vg.Length(len(b)), columns: 1, panels: []panel{lanes}})
	return g
}

// lanes are the pairs over time, with what there is to say of each.
func (f *facts) lanes(list []pair) (b bubbles, said []string, planned bool) {
	for _, p := range list {
		l := lane{name: f.pairName(p), color: f.pairColor(p), spots: make([]meeting, f.timeline.n)}
		count := map[int]int{}
		for slot, m := range f.meetings.pairs[p] {
			l.spots[slot] = *m
			l.total += m.held + m.planned
			count[slot] = int(m.held + m.planned)
			planned = planned || m.planned > 0
		}
		b = append(b, l)
		said = append(said, fmt.Sprintf("%s %s, %s", l.name, number(float64(l.total)), f.timeline.busiest(count)))
	}
	return b, said, planned
}

// leading are the pairs that meet most often, those of the sides before all
// others, at most n, and the number of the rest.
func (f *facts) leading(n int) (list []pair, others int) {
	m := f.meetings
	total, sides := map[pair]int32{}, map[pair]int{}
	for p, slots := range m.pairs {
		if f.sideOrOthers(p.one) != "others" && f.sideOrOthers(p.other) != "others" {
			sides[p] = 1
		}
		if p != unnamed {
			list = append(list, p)
		}
		for _, c := range slots {
			total[p] += c.held + c.planned
		}
	}
	slices.SortFunc(list, func(a, b pair) int {
		return cmp.Or(cmp.Compare(sides[b], sides[a]), cmp.Compare(total[b], total[a]), strings.Compare(a.one, b.one), strings.Compare(a.other, b.other))
	})
	n = min(n, len(list))
	list, others = list[:n], len(list)-n
	if m.pairs[unnamed] != nil {
		list = append(list, unnamed)
	}
	return list, others
}
