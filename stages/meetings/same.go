package meetings

import (
	"math"
	"slices"

	"parley/schemas"
	"parley/stages"
)

// group is the tellings of one meeting, in order of place.
type group []*telling

// groups joins the tellings of one meeting: each goes to the meeting before that
// it fits best, by what has been learned of tellings and meetings.
func (a *article) groups() (all []group) {
	m := a.models["same"]
	for i := range a.told {
		t := &a.told[i]
		best, most := -1, math.Inf(-1)
		for g := max(0, len(all)-memory); g < len(all); g++ {
			if s := m.score(a.belongs(t, all[g], all)); s > most {
				best, most = g, s
			}
		}
		if t.rival = most; most <= leastSame {
			all = append(all, group{t})
		} else {
			all[best] = append(all[best], t)
		}
	}
	return all
}

// leastSame is the score from which on a telling goes to a meeting before.
const leastSame = 0

// memory is how many meetings back one is looked for; no article tells of as many.
const memory = 200

// belongs is what speaks for and against a telling being of a meeting of which
// others told before it; all are the meetings so far.
func (a *article) belongs(t *telling, g group, all []group) (f features) {
	var same float32
	event, word := false, false
	for _, x := range g {
		event = event || x.EventID == t.EventID
		word = word || x.lemma == t.lemma
		for _, arc := range t.trigger.Same.To {
			if arc.Place == x.Trigger {
				same = max(same, arc.P)
			}
		}
	}
	f.when(event, "one event")
	f.when(word, "one word")
	f.add("same", float64(same))
	f.add("same nowhere", float64(t.trigger.Same.Nowhere))
	f.add("tellings", math.Log(float64(len(g))))
	f.when(g[0].Sentence < 3, "lead")
	shared := a.sharedParties(&f, t, g)
	a.sharedFacts(&f, t, g)
	last := g[len(g)-1]
	recent, largest := true, true
	for _, o := range all {
		recent = recent && last.Start >= o[len(o)-1].Start
		largest = largest && len(g) >= len(o)
	}
	anaphor := t.noun && t.article == definite
	f.when(recent, "latest")
	f.when(largest, "largest")
	f.when(anaphor, "definite")
	f.when(t.article == indefinite, "indefinite")
	if anaphor || len(t.parties) == 0 {
		f.when(recent, "anaphor, latest")
		f.when(largest, "anaphor, largest")
		f.when(shared, "anaphor, shared party")
	}
	switch gap := t.Sentence - last.Sentence; {
	case gap == 0:
		f.add("one sentence", 1)
	case gap == 1:
		f.add("next sentence", 1)
	case gap < 4:
		f.add("near", 1)
	case gap > 12:
		f.add("far", 1)
	}
	return f
}

// sharedParties compares the parties of a telling and a meeting, and reports
// whether they have one in common.
func (a *article) sharedParties(f *features, t *telling, g group) bool {
	var ids, bearers []string
	for _, x := range g {
		for _, id := range x.parties {
			ids = add(ids, id)
		}
		for _, b := range x.bearers {
			bearers = add(bearers, b)
		}
	}
	f.when(len(t.parties) == 0, "without party")
	f.when(len(ids) == 0, "meeting without party")
	if len(t.parties) == 0 || len(ids) == 0 {
		return false
	}
	n := common(t.bearers, bearers)
	f.add("parties", float64(common(t.parties, ids))/float64(len(t.parties)))
	f.add("bearers", float64(n)/float64(len(t.bearers)))
	f.add("bearers of the meeting", float64(n)/float64(len(bearers)))
	f.when(n > 1, "two bearers")
	f.when(n == 0, "no bearer")
	f.when(n > 0 && n < len(t.bearers), "new bearer")
	f.when(a.others(t.parties, ids), "other person")
	return n > 0
}

// others reports whether some actors have a person for a country for which others
// have another person alone.
func (a *article) others(ids, of []string) bool {
	for _, id := range ids {
		x, _ := a.doc.Actor(id)
		if x.Kind != "person" || x.Country == "" || slices.Contains(of, id) {
			continue
		}
		for _, o := range of {
			if y, _ := a.doc.Actor(o); y.Kind == "person" && y.Country == x.Country && !slices.Contains(ids, o) {
				return true
			}
		}
	}
	return false
}

// sharedFacts compares day, place, form and round.
func (a *article) sharedFacts(f *features, t *telling, g group) {
	var date, place, format, level, round, status, background [2]bool // whether one agrees, whether one differs
	see := func(x *[2]bool, known, agrees bool) {
		if known {
			x[0], x[1] = x[0] || agrees, x[1] || !agrees
		}
	}
	for _, x := range g {
		see(&date, !x.Date.IsZero() && !t.Date.IsZero(), fits(x.Date, x.DatePrecision, t.Date, t.DatePrecision))
		see(&place, x.place != "" && t.place != "", x.place == t.place)
		see(&format, x.Format != "" && t.Format != "", x.Format == t.Format)
		see(&level, x.Level != "" && t.Level != "", x.Level == t.Level)
		see(&round, x.Round != nil && t.Round != nil, x.Round != nil && t.Round != nil && *x.Round == *t.Round)
		see(&status, true, stateOf(x) == stateOf(t))
		see(&background, true, x.Background == t.Background)
	}
	for _, x := range []struct {
		name string
		of   [2]bool
	}{{"date", date}, {"place", place}, {"format", format}, {"level", level}, {"round", round}} {
		f.when(x.of[0], x.name+" agrees")
		f.when(x.of[1] && !x.of[0], x.name+" differs")
	}
	f.when(!status[0], "status differs")
	f.when(!background[0], "background differs")
	f.when(!t.Date.IsZero() && !date[0] && !date[1], "first date")
}

func common(a, b []string) (n int) {
	for _, x := range a {
		if slices.Contains(b, x) {
			n++
		}
	}
	return n
}

// fits reports whether two dates can be of one day, as exact as they are.
func fits(a schemas.Date, as string, b schemas.Date, bs string) bool {
	if as == "day" && bs == "day" {
		return a == b
	}
	if a.Year != b.Year {
		return false
	}
	return as == "year" || bs == "year" || a.Month == b.Month
}

// stateOf is planned, failed or real.
func stateOf(t *telling) string {
	switch t.Status {
	case "planned":
		return planned
	case "denied_or_failed":
		return failed
	}
	return held
}

// The values of status.
const (
	held    = "held"
	ongoing = "ongoing"
	planned = "planned"
	failed  = "failed"
)

// supposed reports whether a clause is about what is only asked for, feared,
// possible or usual.
func supposed(c *stages.Clause) bool {
	return c != nil && c.Factuality >= stages.AskedFor
}
