package charts

import (
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

// many stands for three parties or more, but for a side of the conflict that is
// among them.
const many = "many"

// unnamed stands for the meetings of which the text names one party or
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

// laneOf is where a meeting of some parties stands: each stands in one place, so
// that a meeting of seven is one meeting. Where the sides of the conflict meet, it
// is theirs, whoever else is there.
func (f *facts) laneOf(who []string) pair {
	var sides []string
	for _, p := range who {
		if f.sideOrOthers(p) != "others" {
			sides = append(sides, p)
		}
	}
	switch {
	case len(who) < 2:
		return unnamed
	case len(sides) > 1:
		return pair{sides[0], sides[1]}
	case len(who) == 2:
		return pair{who[0], who[1]}
	case len(sides) == 1:
		return pair{sides[0], many}
	}
	return pair{many, many}
}

func (f *facts) pairName(p pair) string {
	if p == unnamed {
		return "One party named or none"
	}
	if p.other == many {
		if p.one == many {
			return "Several others"
		}
		return f.partyName(p.one) + between + "several others"
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
	return `WITH met AS (
  SELECT *, CAST(date_trunc('` + t.unit + `', date) AS DATE) AS period_start FROM 'meetings.parquet'
  WHERE status <> 'failed' AND articles > 0 AND date_precision IN ` + precise + `
), party AS (
  SELECT actor_id, coalesce(side, country, CASE WHEN kind = 'igo' THEN actor_id END) AS party, side IS NOT NULL AS is_side FROM 'actors.parquet'
), part AS (
  SELECT DISTINCT meeting_id, party, is_side FROM (SELECT meeting_id, unnest(parties) AS actor_id FROM met) JOIN party USING (actor_id) WHERE party IS NOT NULL
), who AS (
  SELECT meeting_id, list_sort(list(party)) AS w, list_sort(coalesce(list(party) FILTER (WHERE is_side), [])) AS s FROM part GROUP BY meeting_id
), lanes AS (
  SELECT met.*, CASE WHEN w IS NULL OR len(w) < 2 THEN '' WHEN len(s) > 1 THEN s[1] WHEN len(w) = 2 THEN w[1] WHEN len(s) = 1 THEN s[1] ELSE 'many' END AS one,
    CASE WHEN w IS NULL OR len(w) < 2 THEN '' WHEN len(s) > 1 THEN s[2] WHEN len(w) = 2 THEN w[2] ELSE 'many' END AS other
  FROM met LEFT JOIN who USING (meeting_id)
)
SELECT period_start, one, other, date, round, level, format, place, status, outcome, articles, meeting_id, 1 AS n FROM lanes
WHERE (one, other) IN (` + strings.Join(chosen, ", ") + `)
  AND period_start BETWEEN ` + sqlDate(t.first) + " AND " + sqlDate(t.start(t.n-1)) + `
ORDER BY ALL`
}
