package meetings

import (
	"slices"

	"parley/schemas"
	"parley/stages"
)

// group is the tellings of one meeting, in order of place.
type group []*telling

// groups joins the tellings of one meeting: each goes to the meeting before that
// it fits best, by what has been learned of pairs of tellings.
func (a *article) groups() (all []group) {
	m := a.models["same"]
	for i := range a.told {
		t := &a.told[i]
		best, most := -1, 0.0
		for g := max(0, len(all)-memory); g < len(all); g++ {
			sum := 0.0
			for _, old := range all[g] {
				sum += m.score(a.pair(old, t))
			}
			if sum /= float64(len(all[g])); sum > most {
				best, most = g, sum
			}
		}
		if best < 0 {
			all = append(all, group{t})
		} else {
			all[best] = append(all[best], t)
		}
	}
	return all
}

// memory is how many meetings back one is looked for; no article tells of as many.
const memory = 200

// pair is what speaks for and against two tellings being of one meeting.
func (a *article) pair(x, y *telling) (f features) {
	f.when(x.EventID == y.EventID, "one event")
	var same float32
	for _, arc := range y.trigger.Same.To {
		if arc.Place == x.Trigger {
			same = arc.P
		}
	}
	f.add("same", float64(same))
	f.add("same nowhere", float64(y.trigger.Same.Nowhere))
	f.parties(x, y)
	switch {
	case x.Date.IsZero() || y.Date.IsZero():
		f.when(x.Date != y.Date, "one without date")
	case x.DatePrecision == y.DatePrecision && x.Date == y.Date:
		f.add("date equal", 1)
	case fits(x.Date, x.DatePrecision, y.Date, y.DatePrecision):
		f.add("date fits", 1)
	default:
		f.add("date differs", 1)
	}
	f.when(x.place != "" && x.place == y.place, "place equal")
	f.when(x.place != "" && y.place != "" && x.place != y.place, "place differs")
	f.when(stateOf(x) != stateOf(y), "status differs")
	f.when(x.Background != y.Background, "background differs")
	f.when(x.Format != "" && y.Format != "" && x.Format != y.Format, "format differs")
	f.when(x.Level != "" && y.Level != "" && x.Level != y.Level, "level differs")
	f.when(x.Round != nil && y.Round != nil && *x.Round != *y.Round, "round differs")
	f.when(x.lemma == y.lemma, "one word")
	f.when(x.noun && y.noun, "both nouns")
	f.when(y.noun && y.article == definite, "definite")
	f.when(y.article == indefinite, "indefinite")
	switch gap := y.Sentence - x.Sentence; {
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

func (f *features) parties(x, y *telling) {
	f.when(len(y.parties) == 0, "second without party")
	f.when(len(x.parties) == 0, "first without party")
	if len(x.parties) == 0 || len(y.parties) == 0 {
		return
	}
	ids, bearers := common(x.parties, y.parties), common(x.bearers, y.bearers)
	f.add("parties", float64(ids)/float64(min(len(x.parties), len(y.parties))))
	f.add("bearers", float64(bearers)/float64(min(len(x.bearers), len(y.bearers))))
	f.add("bearers of all", float64(bearers)/float64(max(len(x.bearers), len(y.bearers))))
	f.when(bearers > 1, "two bearers")
	f.when(bearers == 0, "no bearer")
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
