package charts

import (
	"errors"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// facts are the rows that the charts are made from.
type facts struct {
	profile                    *stages.Profile
	originals, copies, undated int
	newest                     schemas.Date
	newestDay                  bool // newest is exact to the day

	first, last   schemas.Date // days drawn; zero when no article has a date
	monthsOnly    bool
	before, after int // dated originals outside of them
	timeline      timeline

	weeks        timeline                     // of the map by week
	speakers     []schemas.StatementFrequency // by month: all that are dated
	weekly       []schemas.StatementFrequency // by the unit of weeks
	pace         []schemas.StatementFrequency // by the timeline's unit, as those below
	talks        []schemas.TalksSentiment
	events       []schemas.EventCount
	figures      []schemas.FigureSeries
	ledger       []schemas.PositionLedger // of sides, by the timeline's unit
	meetings     meetings
	ledgerMonths []schemas.PositionLedger // of sides, by month
	class        map[string]int32         // quad class of an event type
}

func readFacts(s stages.Store, p *stages.Profile) (*facts, error) {
	f := &facts{profile: p, class: map[string]int32{}}
	err := f.readArticles(s)
	if err != nil || f.first.IsZero() {
		return f, err
	}
	f.timeline = newTimeline(f.first, f.last, f.monthsOnly)
	f.weeks = f.weekTimeline()
	unit := f.timeline.unit
	return f, errors.Join(
		f.readMeetings(s),
		stages.Scan(s, func(r *schemas.StatementFrequency) error {
			own(&r.ActorID, &r.Name, &r.Side)
			f.speakers = appendIf(f.speakers, *r, r.Period == "month")
			f.pace = appendIf(f.pace, *r, r.Period == unit)
			f.weekly = appendIf(f.weekly, *r, r.Period == f.weeks.unit)
			return nil
		}),
		stages.Scan(s, func(r *schemas.TalksSentiment) error {
			own(&r.Group, &r.GroupID)
			f.talks = appendIf(f.talks, *r, r.Period == unit && r.Group != "actor")
			return nil
		}),
		stages.Scan(s, func(r *schemas.EventCount) error {
			own(&r.Type, &r.SourceSide, &r.TargetSide)
			f.events = appendIf(f.events, *r, r.Period == unit)
			return nil
		}),
		stages.Scan(s, func(r *schemas.FigureSeries) error {
			own(&r.Kind, &r.Unit, &r.Place, &r.ClaimedBySide)
			f.figures = appendIf(f.figures, *r, r.Period == unit)
			return nil
		}),
		stages.Scan(s, func(r *schemas.PositionLedger) error {
			if r.Group == "side" && (r.Period == unit || r.Period == "month") {
				own(&r.Period, &r.HolderID, &r.Issue, &r.Point, &r.Stance)
				f.ledger = appendIf(f.ledger, *r, r.Period == unit)
				f.ledgerMonths = appendIf(f.ledgerMonths, *r, r.Period == "month")
			}
			return nil
		}),
		stages.Scan(s, func(r *schemas.Event) error {
			if _, ok := f.class[r.Type]; !ok {
				f.class[strings.Clone(r.Type)] = r.QuadClass
			}
			return nil
		}),
	)
}

// own copies texts of a row that outlives its loan.
func own(texts ...*string) {
	for _, t := range texts {
		*t = strings.Clone(*t)
	}
}

func appendIf[T any](rows []T, r T, ok bool) []T {
	if ok {
		return append(rows, r)
	}
	return rows
}

// readArticles finds the days to draw.
func (f *facts) readArticles(s stages.Store) error {
	var days []schemas.Date
	months := 0
	err := stages.Scan(s, func(a *schemas.Article) error {
		known := a.DatePrecision == "day" || a.DatePrecision == "month"
		if known && f.newest.Before(a.Published) {
			f.newest, f.newestDay = a.Published, a.DatePrecision == "day"
		}
		switch {
		case a.DuplicateOf != "":
			f.copies++
			return nil
		case !known:
			f.undated++
		default:
			days = append(days, a.Published)
			if a.DatePrecision == "month" {
				months++
			}
		}
		f.originals++
		return nil
	})
	if err != nil || len(days) == 0 {
		return err
	}
	f.monthsOnly = 2*months > len(days)
	slices.SortFunc(days, schemas.Date.Compare)
	f.first, f.last = window(days)
	for _, d := range days {
		if d.Before(f.first) {
			f.before++
		} else if f.last.Before(d) {
			f.after++
		}
	}
	return nil
}

// window is the range of days to draw. A stray date must not squeeze all
// others into a corner: articles that lie further from the middle 96% than
// that is long are left outside.
func window(days []schemas.Date) (first, last schemas.Date) {
	n := len(days)
	k := n / 50
	low, high := days[k], days[n-1-k]
	span := max(high.Days()-low.Days(), 30)
	i, j := 0, n-1
	for k > 0 && days[i].Days() < low.Days()-span {
		i++
	}
	for k > 0 && days[j].Days() > high.Days()+span {
		j--
	}
	return days[i], days[j]
}

// source is the line that says what a chart is made from.
func (f *facts) source() string {
	text := "Source: " + several(f.originals, "article", "articles")
	if f.copies > 0 {
		text += fmt.Sprintf(" (%s with copies)", number(float64(f.originals+f.copies)))
	}
	if !f.newest.IsZero() {
		text += ", newest of " + f.date(f.newest, f.newestDay)
	}
	if f.undated > 0 {
		text += fmt.Sprintf("; %s undated, not shown", number(float64(f.undated)))
	}
	return text
}

// cut says which articles lie outside of the drawn days.
func (f *facts) cut() (notes []string) {
	if n := f.before + f.after; n > 0 {
		notes = append(notes, fmt.Sprintf("Not drawn over time: %s dated before %s or after %s, far from all others.", several(n, "article", "articles"), day(f.first), day(f.last)))
	}
	return notes
}

// period says the drawn days.
func (f *facts) period() string {
	a, b := f.date(f.first, !f.monthsOnly), f.date(f.last, !f.monthsOnly)
	if a == b {
		return a
	}
	return a + " to " + b
}

func (f *facts) date(d schemas.Date, exact bool) string {
	if exact {
		return day(d)
	}
	return month(d)
}

// marks are the profile's rounds of talks on the timeline, and the note that
// explains their letters.
func (f *facts) marks() (marks []mark, note string) {
	var said []string
	for _, r := range f.profile.Rounds {
		if i := f.timeline.index(r.Date); !f.timeline.holds(i) {
			continue
		}
		label := fmt.Sprint(len(marks) + 1)
		if len(marks) < 26 {
			label = string(rune('A' + len(marks)))
		}
		marks = append(marks, mark{f.timeline.at(r.Date), label})
		said = append(said, fmt.Sprintf("%s %s, %s", label, r.What, day(r.Date)))
	}
	if len(marks) == 0 {
		return nil, ""
	}
	return marks, "Dashed lines: " + strings.Join(said, "; ") + "."
}

// sideColor is the colour of a side of the profile, of the articles' own voice
// (article), of the United Nations, or of everybody else.
func (f *facts) sideColor(id string) color.NRGBA {
	palette := []color.NRGBA{blue, vermillion, purple, orange}
	for i, s := range f.profile.Sides {
		if s.ID == id && i < len(palette) {
			return palette[i]
		}
	}
	switch id {
	case "article":
		return muted
	case unitedNations:
		return sky
	}
	return green
}

// all says the days of all articles with a date.
func (f *facts) all() string {
	if f.before+f.after > 0 {
		return "all articles with a date"
	}
	return f.period()
}

// several writes a number with its noun.
func several(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return number(float64(n)) + " " + many
}
