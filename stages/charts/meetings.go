package charts

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"gonum.org/v1/plot/vg"

	"parley/schemas"
	"parley/stages"
)

// pair is two parties of a consultation, in order of their ids.
type pair struct{ one, other string }

// between stands between the names of a pair.
const between = " – "

// unnamed stands for the consultations of which the text names one party or
// none.
var unnamed = pair{}

// meeting counts the reports of consultations of one pair in one slot.
type meeting struct{ held, planned int32 }

// meetings are the consultations that the articles report. A count of events
// cannot tell those that were held from those that are planned, so these come
// from the events themselves.
type meetings struct {
	pairs map[pair]map[int]*meeting
	names map[string]string // of parties
}

// readMeetings reads the consultations of originals.
func (f *facts) readMeetings(s stages.Store, originals []dated) error {
	f.meetings = meetings{map[pair]map[int]*meeting{}, map[string]string{}}
	party := map[string]string{} // of an actor
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
	if err != nil {
		return err
	}
	return stages.Scan(s, func(e *schemas.Event) error {
		if e.Type != "CONSULT" || e.Status == "denied_or_failed" {
			return nil
		}
		i, ok := slices.BinarySearchFunc(originals, e.ArticleID, func(d dated, id string) int { return strings.Compare(d.id, id) })
		if !ok {
			return nil
		}
		on, month := originals[i].day, originals[i].month
		if !e.Date.IsZero() {
			on, month = e.Date, e.DatePrecision == "month"
		}
		slot := f.timeline.index(on)
		if !f.timeline.holds(slot) || e.DatePrecision == "year" || month && f.timeline.unit != "month" {
			return nil
		}
		all := pairs(parties(e.SourceIDs, party), parties(e.TargetIDs, party))
		if len(all) == 0 {
			all = []pair{unnamed}
		}
		for _, p := range all {
			f.meetings.add(p, slot, e.Status == "planned")
		}
		return nil
	})
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

// parties are the distinct sides, states and organisations of some actors.
func parties(ids []string, party map[string]string) (all []string) {
	for _, id := range ids {
		if p := party[id]; p != "" {
			all = append(all, p)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// pairs are who meets whom: sources meet targets, or each other where the event
// has no target. What happens within one party is no meeting of two.
func pairs(from, to []string) (all []pair) {
	if len(to) == 0 {
		for i, one := range from {
			for _, other := range from[i+1:] {
				all = append(all, pair{one, other})
			}
		}
		return all
	}
	for _, one := range from {
		for _, other := range to {
			switch strings.Compare(one, other) {
			case -1:
				all = append(all, pair{one, other})
			case 1:
				all = append(all, pair{other, one})
			}
		}
	}
	slices.SortFunc(all, func(a, b pair) int {
		return cmp.Or(strings.Compare(a.one, b.one), strings.Compare(a.other, b.other))
	})
	return slices.Compact(all)
}

// talks draws when consultations are reported, and between whom.
func talks(f *facts) picture {
	c := picture{
		name: "talks_timeline", title: "Who meets whom: reported consultations over time",
		empty: "No consultation in an article with a date.",
	}
	list, others := f.meetings.leading(12)
	if len(list) == 0 {
		return c
	}
	var b bubbles
	var said []string
	planned := false
	for _, p := range list {
		l := lane{name: f.pairName(p), color: f.pairColor(p), spots: make([]meeting, f.timeline.n)}
		count := map[int]int{}
		for slot, m := range f.meetings.pairs[p] {
			l.spots[slot] = *m
			l.total += m.held + m.planned
			count[slot] = int(m.held + m.planned)
			planned = planned || m.planned > 0
		}
		c.proof.count += int(l.total)
		b = append(b, l)
		said = append(said, fmt.Sprintf("%s %s, %s", l.name, number(float64(l.total)), f.timeline.busiest(count)))
	}
	marks, note := f.marks()
	c.body = grid{timeline: f.timeline, marks: marks, rows: []row{{
		panelHeight: laneLead * vg.Length(len(b)), columns: 1, panels: []panel{{lanes: b, dates: true, letters: len(marks) > 0}},
	}}}
	c.subtitle = fmt.Sprintf("Reports of meetings, calls and negotiations %s, by the pair that takes part, with sums at the right; %s. A meeting that ten articles report counts ten times", f.timeline.per(), f.period())
	c.legend = []entry{{"Held or under way, the larger the more", muted, disc}}
	if planned {
		c.legend = append(c.legend, entry{"Ring: with planned ones", muted, ring})
	}
	for _, k := range f.pairKeys() {
		if slices.ContainsFunc(b, func(l lane) bool { return l.color == k.color }) {
			c.legend = append(c.legend, k)
		}
	}
	if others > 0 {
		c.notes = append(c.notes, fmt.Sprintf("Not shown: %s.", several(others, "other pair", "other pairs")))
	}
	if note != "" {
		c.notes = append(c.notes, note)
	}
	c.alt = fmt.Sprintf("Dots over time, a line for each of %s: %s.", several(len(list), "pair", "pairs"), enumerate(said))
	c.proof.table, c.proof.groups, c.proof.span = "events", []string{"CONSULT"}, f.timeline
	c.proof.query = f.meetingsQuery(list)
	return c
}

// leading are the pairs most often reported, at most n, and the number of the
// others.
func (m meetings) leading(n int) (list []pair, others int) {
	total := map[pair]int32{}
	for p, slots := range m.pairs {
		if p != unnamed {
			list = append(list, p)
		}
		for _, c := range slots {
			total[p] += c.held + c.planned
		}
	}
	slices.SortFunc(list, func(a, b pair) int {
		return cmp.Or(cmp.Compare(total[b], total[a]), strings.Compare(a.one, b.one), strings.Compare(a.other, b.other))
	})
	n = min(n, len(list))
	list, others = list[:n], len(list)-n
	if m.pairs[unnamed] != nil {
		list = append(list, unnamed)
	}
	return list, others
}

func (f *facts) pairName(p pair) string {
	if p == unnamed {
		return "One party named or none"
	}
	names := []string{f.partyName(p.one), f.partyName(p.other)}
	slices.Sort(names)
	return names[0] + between + names[1]
}

func (f *facts) partyName(id string) string {
	if name := f.meetings.names[id]; name != "" {
		return name
	}
	if r, err := language.ParseRegion(id); err == nil && r.ISO3() == id { // no text names the state itself
		return display.English.Regions().Name(r)
	}
	return f.profile.SideName(id)
}

// pairColor tells the talks between the sides of the conflict from those of
// one side with others.
func (f *facts) pairColor(p pair) color.NRGBA {
	one, other := f.sideOrOthers(p.one), f.sideOrOthers(p.other)
	switch {
	case p == unnamed:
		return muted
	case one != "others" && other != "others":
		return ink
	case one != "others":
		return f.sideColor(one)
	default:
		return f.sideColor(other)
	}
}

// pairKeys explain the colours of pairs.
func (f *facts) pairKeys() (keys []entry) {
	keys = append(keys, entry{"Between the sides", ink, square})
	for _, s := range f.profile.Sides {
		keys = append(keys, entry{s.Name + " and others", f.sideColor(s.ID), square})
	}
	return append(keys, entry{"Others", green, square})
}

// meetingsQuery does in SQL what readMeetings does.
func (f *facts) meetingsQuery(list []pair) string {
	var chosen []string
	for _, p := range list {
		if p == unnamed {
			continue
		}
		chosen = append(chosen, "("+quoted(p.one)+", "+quoted(p.other)+")")
	}
	chosen = append(chosen, "('', '')")
	t := f.timeline
	precise := "('day')"
	if t.unit == "month" {
		precise = "('day', 'month')"
	}
	return `WITH consultations AS (
  SELECT event_id, status, source_ids, target_ids, CAST(date_trunc('` + t.unit + `', coalesce(e.date, a.published)) AS DATE) AS period_start
  FROM 'events.parquet' e JOIN 'articles.parquet' a USING (article_id)
  WHERE type = 'CONSULT' AND status <> 'denied_or_failed' AND a.duplicate_of IS NULL AND a.date_precision IN ('day', 'month')
    AND CASE WHEN e.date IS NULL THEN a.date_precision ELSE e.date_precision END IN ` + precise + `
), party AS (
  SELECT actor_id, coalesce(side, country, CASE WHEN kind = 'igo' THEN actor_id END) AS party FROM 'actors.parquet'
), source AS (
  SELECT DISTINCT event_id, party FROM (SELECT event_id, unnest(source_ids) AS actor_id FROM consultations) JOIN party USING (actor_id)
), target AS (
  SELECT DISTINCT event_id, party FROM (SELECT event_id, unnest(target_ids) AS actor_id FROM consultations) JOIN party USING (actor_id)
), pairs AS (
  SELECT s.event_id, least(s.party, t.party) AS one, greatest(s.party, t.party) AS other FROM source s JOIN target t USING (event_id)
  UNION
  SELECT s.event_id, s.party, t.party FROM source s JOIN source t USING (event_id)
  WHERE s.event_id NOT IN (SELECT event_id FROM target WHERE party IS NOT NULL)
)
SELECT period_start, coalesce(one, '') AS one, coalesce(other, '') AS other, count(*) AS n, count(*) FILTER (status = 'planned') AS planned
FROM consultations LEFT JOIN (FROM pairs WHERE one < other) USING (event_id)
WHERE (coalesce(one, ''), coalesce(other, '')) IN (` + strings.Join(chosen, ", ") + `)
  AND period_start BETWEEN ` + sqlDate(t.first) + " AND " + sqlDate(t.start(t.n-1)) + `
GROUP BY ALL
ORDER BY ALL`
}
