package charts

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"parley/schemas"
	"parley/stages"
)

// meeting counts the consultations of one pair in one slot.
type meeting struct{ held, planned int32 }

// meetings are the consultations that the articles report, each counted once
// however many do: at the row that leads its story. A count of events cannot
// tell those that were held from those that are planned, so these come from the
// events themselves.
type meetings struct {
	pairs map[pair]map[int]*meeting
	names map[string]string // of parties
	sides []talk            // those that bring the sides of the conflict together
	vague int               // as many more have no day or month of their own
	loose int               // reports without a date, which are in no story but their own
}

// readMeetings reads the consultations of originals.
func (f *facts) readMeetings(s stages.Store, originals []dated) error {
	f.meetings = meetings{pairs: map[pair]map[int]*meeting{}, names: map[string]string{}}
	party, err := f.readParties(s)
	if err != nil {
		return err
	}
	reports, sides := map[string]int32{}, map[string]talk{} // by story
	err = stages.Scan(s, func(e *schemas.Event) error {
		if e.Type != "CONSULT" || e.Status == "denied_or_failed" || e.Background && e.Date.IsZero() {
			return nil // what is told as known, without a day, says nothing of the time of its article
		}
		i, ok := slices.BinarySearchFunc(originals, e.ArticleID, func(d dated, id string) int { return strings.Compare(d.id, id) })
		if !ok {
			return nil
		}
		story := strings.Clone(e.Story)
		reports[story]++
		if e.Story != e.EventID {
			return nil
		}
		from, to := parties(e.SourceIDs, party), parties(e.TargetIDs, party)
		if t, ok := f.talkOf(e, distinct(slices.Concat(from, to))); ok {
			switch {
			case e.DatePrecision != "day" && e.DatePrecision != "month":
				f.meetings.vague++
			case f.timeline.holds(f.timeline.index(e.Date)):
				sides[story] = t
			}
		}
		if e.Date.IsZero() {
			f.meetings.loose++
		}
		f.meetings.count(e, originals[i], f.timeline, pairs(from, to))
		return nil
	})
	for _, story := range slices.Sorted(maps.Keys(sides)) {
		t := sides[story]
		t.reports = reports[story]
		f.meetings.sides = append(f.meetings.sides, t)
	}
	return err
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

// count enters a consultation on its own day or else on its article's.
func (m meetings) count(e *schemas.Event, a dated, t timeline, all []pair) {
	on, month := a.day, a.month
	if !e.Date.IsZero() {
		on, month = e.Date, e.DatePrecision == "month"
	}
	slot := t.index(on)
	if !t.holds(slot) || e.DatePrecision == "year" || month && t.unit != "month" {
		return
	}
	if len(all) == 0 {
		all = []pair{unnamed}
	}
	for _, p := range all {
		m.add(p, slot, e.Status == "planned")
	}
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
		empty: "No consultation in an article with a date.",
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
	c.subtitle = "Meetings, calls and negotiations, " + f.period() + ", each once, however many articles report it"
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
		c.notes = append(c.notes, "Each counted for itself, at its article's date: "+several(n, "report", "reports")+" without a date.")
	}
	if others > 0 {
		c.notes = append(c.notes, fmt.Sprintf("Not shown: %s.", several(others, "other pair", "other pairs")))
	}
	if note != "" {
		c.notes = append(c.notes, note)
	}
	c.alt = fmt.Sprintf("Marks over time, a line for each of %s of the sides, and dots for each of %s: %s.", several(len(between), "meeting", "meetings"), several(len(list), "pair", "pairs"), enumerate(said))
	c.proof.table, c.proof.groups, c.proof.span = "events", []string{"CONSULT"}, f.timeline
	c.proof.query = f.meetingsQuery(list)
	return c
}

// unlisted says which meetings of the sides have no line.
func (m meetings) unlisted(lines int) string {
	var why []string
	if n := len(m.sides) - lines; n > 0 {
		why = append(why, several(n, "meeting", "meetings")+" with fewer reports")
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
			title: "Between the sides of the conflict", aside: "reports", lines: between, letters: len(marks) > 0,
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
