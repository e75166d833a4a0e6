package meetings

import (
	"slices"

	"parley/schemas"
)

// meeting is the row of a meeting from its reports, of which the first tells
// most.
func (c *corpus) meeting(g []*report) schemas.Meeting {
	m := schemas.Meeting{MeetingID: g[0].ReportID}
	var days []schemas.Date
	for _, r := range g {
		for _, id := range r.Parties {
			m.Parties = add(m.Parties, id)
		}
		for _, id := range r.Hosts {
			m.Hosts = add(m.Hosts, id)
		}
		m.EventIDs = append(m.EventIDs, r.EventIDs...)
		m.Confidence = max(m.Confidence, r.Confidence)
		m.Reports++
		if r.copyOf == "" {
			m.Articles++
		}
		if r.DatePrecision == "day" {
			days = append(days, r.Date)
		}
		if m.Round == nil {
			m.Round = r.Round
		}
	}
	m.Date, m.DatePrecision = g[0].Date, g[0].DatePrecision
	if len(days) > 0 {
		m.Date, m.DatePrecision = slices.MinFunc(days, schemas.Date.Compare), "day"
		if last := slices.MaxFunc(days, schemas.Date.Compare); last != m.Date {
			m.EndDate = last
		}
	}
	m.Place = vote(g, func(r *report) string { return r.Place })
	m.Country = c.country(m.Place)
	m.Level = vote(g, func(r *report) string { return r.Level })
	m.Format = vote(g, func(r *report) string { return r.Format })
	m.Status = finally(g)
	for _, r := range latest(g) {
		if r.Outcome != "" {
			m.Outcome, m.OutcomeArticle, m.OutcomeSentence = r.Outcome, r.ArticleID, r.OutcomeSentence
			break
		}
	}
	m.Hosts = slices.DeleteFunc(m.Hosts, func(id string) bool { return slices.Contains(m.Parties, id) })
	for _, id := range slices.Concat(m.Parties, m.Hosts) {
		x := c.actors[id]
		if x.side != "" {
			m.Sides = add(m.Sides, x.side)
		}
		if slices.Contains(c.profile.Mediators, x.bearer) || slices.Contains(c.profile.Mediators, id) {
			m.Mediators = add(m.Mediators, id)
		}
	}
	for _, list := range [][]string{m.Parties, m.Hosts, m.Mediators, m.Sides, m.EventIDs} {
		slices.Sort(list)
	}
	return m
}

// vote is the value that most reports give, of several that of the fullest.
func vote(g []*report, value func(*report) string) (best string) {
	n := map[string]int{}
	for _, r := range g {
		n[value(r)]++
	}
	for _, r := range g {
		if v := value(r); v != "" && (best == "" || n[v] > n[best]) {
			best = v
		}
	}
	return best
}

// latest are reports from the newest to the oldest.
func latest(g []*report) []*report {
	all := slices.Clone(g)
	slices.SortStableFunc(all, func(a, b *report) int { return b.day.Compare(a.day) })
	return all
}

// finally is the status of a meeting: what anybody tells as held was held; else
// the latest report says.
func finally(g []*report) string {
	for _, status := range []string{held, ongoing} {
		if slices.ContainsFunc(g, func(r *report) bool { return r.Status == status }) {
			return status
		}
	}
	return latest(g)[0].Status
}
