package charts

import (
	"cmp"
	"image/color"
	"slices"
	"strings"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// pair is two parties of a consultation, in order of their ids.
type pair struct{ one, other string }

// between stands between the names of a pair.
const between = " – "

// unnamed stands for the consultations of which the text names one party or
// none.
var unnamed = pair{}

// parties are the distinct sides, states and organisations of some actors.
func parties(ids []string, party map[string]string) (all []string) {
	for _, id := range ids {
		if p := party[id]; p != "" {
			all = append(all, p)
		}
	}
	return distinct(all)
}

func distinct(ids []string) []string {
	slices.Sort(ids)
	return slices.Compact(ids)
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
  SELECT event_id, story, status, e.date, e.level, format, round, place, source_ids, target_ids, CAST(date_trunc('` + t.unit + `', coalesce(e.date, a.published)) AS DATE) AS period_start
  FROM 'events.parquet' e JOIN 'articles.parquet' a USING (article_id)
  WHERE type = 'CONSULT' AND status <> 'denied_or_failed' AND story = event_id AND a.duplicate_of IS NULL AND a.date_precision IN ('day', 'month')
    AND CASE WHEN e.date IS NULL THEN a.date_precision ELSE e.date_precision END IN ` + precise + `
), reports AS (
  SELECT story, count(*) AS reports FROM 'events.parquet' JOIN 'articles.parquet' a USING (article_id)
  WHERE a.duplicate_of IS NULL AND a.date_precision IN ('day', 'month') GROUP BY story
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
SELECT period_start, coalesce(one, '') AS one, coalesce(other, '') AS other, date, round, level, format, place, status, story, reports, 1 AS n
FROM consultations LEFT JOIN (FROM pairs WHERE one < other) USING (event_id) JOIN reports USING (story)
WHERE (coalesce(one, ''), coalesce(other, '')) IN (` + strings.Join(chosen, ", ") + `)
  AND period_start BETWEEN ` + sqlDate(t.first) + " AND " + sqlDate(t.start(t.n-1)) + `
ORDER BY ALL`
}
