package dates

import (
	"strconv"
	"strings"
	"time"

	"parley/schemas"
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
func (x *extractor) expressions(s *sentence) []expression {
	var out []expression
	for i := 0; i < len(s.words); i++ {
		if e, ok := x.expression(s, i); ok {
			out = append(out, e)
			i = e.end - 1
		}
	}
	return out
}

func (x *extractor) expression(s *sentence, i int) (expression, bool) {
	w := &s.words[i]
	at := func(k int) string {
		if k < 0 || k >= len(s.words) {
			return ""
		}
		return s.words[k].lower
	}
	e := expression{kind: offset, first: i, end: i + 1}
	if d, n := dayOfMonth(s, i); n > 0 {
		return onDate(s, e, d, n), true
	}
	if day, ok := weekdays[w.lower]; ok && w.capital {
		e.weekday, e.named = day, true
		if d, n := dayOfMonth(s, i+1); n > 0 {
			return onDate(s, e, d, 1+n), true
		}
		switch prev := at(i - 1); {
		case i > 0 && s.words[i-1].class == feast || prev == "a":
			return e, false
		case prev == "last":
			e.from, e.to = -13, -1
		case prev == "next":
			e.from, e.to = 1, 13
		default:
			switch tense(s, i) {
			case past:
				e.from, e.to = -6, 0
			case future:
				e.from, e.to = 0, 6
			default:
				e.kind = weekdayAs
			}
		}
		return e, true
	}
	switch w.lower {
	case "yesterday":
		e.from, e.to = -1, -1
		return e, true
	case "today", "tonight":
		return e, true
	case "tomorrow":
		e.from, e.to = 1, 1
		return e, true
	case "week":
		e.kind = weekAway
		switch at(i - 1) {
		case "last":
			e.from = -1
		case "this":
		case "next":
			e.from = 1
		default:
			return e, false
		}
		return e, true
	}
	if n := number(at(i)); n > 0 && at(i+2) == "ago" {
		switch e.end = i + 3; at(i + 1) {
		case "day", "days":
			e.from, e.to = -n, -n
			return e, true
		case "week", "weeks":
			e.from, e.to = -7*n-3, -7*n+3
			return e, true
		}
	}
	return e, false
}

// onDate makes e name a day of the calendar with its n words.
func onDate(s *sentence, e expression, d schemas.Date, n int) expression {
	e.kind, e.date, e.end = calendar, d, e.first+n
	if tense(s, e.first) != past {
		e.to = 1
	}
	return e
}

func number(s string) int {
	if n := numbers[s]; n > 0 {
		return n
	}
	n, err := strconv.Atoi(s)
	if err != nil || n > 60 {
		return 0
	}
	return n
}

// dayOfMonth reads "March 10", "10 March" and either with a year; n is the
// number of its words, 0 for none.
func dayOfMonth(s *sentence, i int) (d schemas.Date, n int) {
	if i+1 >= len(s.words) {
		return d, 0
	}
	a, b := &s.words[i], &s.words[i+1]
	if a.lower[0] > '9' && b.lower[0] > '9' { // most words
		return d, 0
	}
	if months[a.lower] == 0 {
		a, b = b, a
	}
	digits := strings.TrimRight(b.lower, "dhnrst") // 10th
	day, err := strconv.Atoi(digits)
	if err != nil || len(b.lower)-len(digits) == 1 {
		return d, 0
	}
	m := months[a.lower]
	if m == 0 || !a.capital || day < 1 || day > 31 {
		return d, 0
	}
	d, n = schemas.Date{Month: uint8(m), Day: uint8(day)}, 2
	if i+2 < len(s.words) {
		if y := year(s.words[i+2].lower); y > 0 {
			d.Year, n = int16(y), 3
		}
	}
	return d, n
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

// intends tells of a word with which "to" and a verb lie in the future.
func intends(word string) bool {
	switch word {
	case "agree", "agreed", "agreeing", "are", "be", "is", "promised", "ready", "want", "wanted", "were":
		return true
	}
	return false
}

// tense tells whether the word at i, a weekday, lies in the past or in the
// future: the nearest word before it that tells, or else the nearest after.
func tense(s *sentence, i int) class {
	const reach = 12 // words
	for k := i - 1; k >= max(0, i-reach); k-- {
		if c := s.words[k].class; c == past || c == future {
			return c
		}
		if s.words[k].lower == "to" && k > 0 && intends(s.words[k-1].lower) {
			return future
		}
	}
	for k := i + 1; k < min(len(s.words), i+reach); k++ {
		if c := s.words[k].class; c == past || c == future {
			return c
		}
	}
	return plain
}
