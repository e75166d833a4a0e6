package dates

import (
	"strconv"
	"time"

	"parley/schemas"
	"parley/stages/language/times"
)

// reach says how far from the day of publication an event lies, in the words
// of one expression.
type reach uint8

const (
	noTime    reach = iota
	offset          // From to To days after publication, on a weekday if one is named
	weekAway        // in the week that is From weeks after that of publication
	calendar        // on a day of a month, in a year if one is named
	weekdayAs       // on a weekday that lies before or after, which nothing tells
)

// expression is words that place an event in time.
type expression struct {
	kind       reach
	from, to   int
	weekday    time.Weekday
	named      bool // weekday is set
	date       schemas.Date
	first, end int // words of the sentence
}

// expressions finds the words of a sentence that place events in time.
func expressions(s *sentence) []expression {
	var out []expression
	for _, t := range times.Read(s.tokens) {
		if e, ok := placed(s, &t); ok {
			out = append(out, e)
		}
	}
	return out
}

// placed is a time as seen from an unknown day of publication; ok is false for
// one that tells nothing of it, being counted from elsewhere or too rough.
func placed(s *sentence, t *times.Expression) (e expression, ok bool) {
	v := &t.First
	e = expression{kind: offset, first: t.From, end: t.To}
	switch {
	case !t.Point():
		return e, false
	case v.Anchor == times.Calendar:
		if v.Precision != times.Day || v.Date.Month == 0 || v.Of != times.Vague {
			return e, false
		}
		e.kind, e.date = calendar, v.Date
		if times.TenseAt(s.tokens, t.From) != times.Behind {
			e.to = 1
		}
		return e, true
	case v.Anchor != times.Publication:
		return e, false
	case v.Weekday >= 0:
		return onWeekday(s, t, e), true
	case v.Precision == times.Day:
		e.from, e.to = v.Count, v.Count
	case v.Precision == times.Week && v.Shifted:
		e.kind, e.from = weekAway, v.Count
	case v.Precision == times.Week: // two weeks ago
		e.from, e.to = 7*v.Count-3, 7*v.Count+3
	default:
		return e, false
	}
	return e, true
}

// onWeekday places a weekday by its "last" or "next", or else by the tense.
func onWeekday(s *sentence, t *times.Expression, e expression) expression {
	v := &t.First
	e.weekday, e.named = time.Weekday(v.Weekday), true
	switch tense := times.TenseAt(s.tokens, t.From); {
	case v.Of != times.Vague:
		e.kind = weekdayAs
	case v.Count < 0:
		e.from, e.to = -13, -1
	case v.Count > 0:
		e.from, e.to = 1, 13
	case tense == times.Behind:
		e.from, e.to = -6, 0
	case tense == times.Ahead:
		e.from, e.to = 0, 6
	default:
		e.kind = weekdayAs
	}
	return e
}

// year is the year that four digits name, 0 for none.
func year(s string) int {
	if len(s) != 4 {
		return 0
	}
	y, err := strconv.Atoi(s)
	if err != nil || y < 1900 || y > 2100 {
		return 0
	}
	return y
}
