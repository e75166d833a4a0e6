package times_test

import (
	"strings"
	"testing"

	"parley/stages"
	"parley/stages/events"
	"parley/stages/figures"
	"parley/stages/stagetest"
	"parley/stages/stagetest/chains"
)

// What is said, what happened and what was counted have each their own day.
func TestOwnDays(t *testing.T) {
	c := chains.ToStatements(t)
	c.Add(figures.New(figures.Options{Profile: c.Profile}))
	c.Add(events.New(events.Options{Profile: c.Profile}))
	stagetest.Golden(t, "testdata/own-days*.txtar", c.Stages, days)
}

// days lists sentence by sentence what has a day or could have one.
func days(d *stages.Document) string {
	var rows [][]string
	day := func(date, precision string) string {
		switch {
		case date == "":
			return "-"
		case precision == "month":
			return date[:7]
		case precision == "year":
			return date[:4]
		}
		return date
	}
	for n := range d.Sentences {
		for _, s := range d.Statements {
			if int(s.Sentence) == n {
				rows = append(rows, []string{"statement", s.SpeakerText, s.Cue, day(s.SaidOn.String(), s.DatePrecision)})
			}
		}
		for _, e := range d.Events {
			if int(e.Sentence) == n {
				rows = append(rows, []string{"event", strings.ToLower(e.Type), e.Anchor, day(e.Date.String(), e.DatePrecision)})
			}
		}
		for _, f := range d.Figures {
			if int(f.Sentence) == n {
				rows = append(rows, []string{"figure", f.Kind, f.Text, day(f.AsOf.String(), "day")})
			}
		}
		rows = append(rows, []string{""})
	}
	return stagetest.Table(rows)
}
