package events

import (
	"strconv"
	"strings"
	"time"

	"parley/schemas"
)

// moment is a time expression: the tokens from to, and the day it means.
type moment struct {
	from, to  int
	date      schemas.Date
	precision string
	future    bool // "next week", "tomorrow"
}

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
	"jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "aug.": 8, "sept.": 9, "sep.": 9, "oct.": 10, "nov.": 11, "dec.": 12,
}

var weekdays = map[string]time.Weekday{"sunday": 0, "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6}

var counts = map[string]int{"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

// moments finds the time expressions of a sentence.
func (s *sentence) moments() []moment {
	var ms []moment
	for i := 0; i < len(s.tok); i++ {
		if m := s.moment(i); m.to > 0 {
			ms = append(ms, m)
			i = m.to - 1
		}
	}
	return ms
}

// moment reads the time expression that begins at i; its to is 0 when there is
// none. Words that lean on the day of publication say nothing without it.
func (s *sentence) moment(i int) moment {
	w, pub := s.word(i), s.doc.Article.Published
	if s.doc.Article.DatePrecision != "day" {
		pub = schemas.Date{}
	}
	known := !pub.IsZero()
	if d, ok := weekdays[w]; ok && known {
		return s.weekday(i, d, pub)
	}
	if m, ok := months[w]; ok && (w != "may" && w != "march" || s.doc.Word(s.tok[i])[0] < 'a') {
		return s.month(i, m, pub)
	}
	if n, err := strconv.Atoi(w); err == nil {
		if n >= 1900 && n <= 2100 && (s.word(i-1) == "in" || s.word(i-1) == "since") {
			return moment{i, i + 1, schemas.NewDate(n, 1, 1), "year", false}
		}
		if m, ok := months[s.word(i+1)]; ok && n >= 1 && n <= 31 { // 5 June 2021
			x := s.month(i+1, m, pub)
			if x.precision == "month" && !x.date.IsZero() {
				x.date.Day, x.precision, x.from = uint8(n), "day", i
				x.date = valid(x.date)
			}
			return x
		}
	}
	if known {
		return s.relative(i, w, pub)
	}
	return moment{}
}

// weekday is the latest such day on or before publication, a week earlier after
// "last", the next one after "next".
func (s *sentence) weekday(i int, d time.Weekday, pub schemas.Date) moment {
	back := (int(pub.Weekday()) - int(d) + 7) % 7
	switch s.word(i - 1) {
	case "last":
		if back == 0 {
			back = 7
		}
	case "next":
		return moment{i, i + 1, pub.AddDays(7 - back), "day", true}
	}
	return moment{i, i + 1, pub.AddDays(-back), "day", false}
}

// month reads a month at i with the day and the year that may follow it. A year
// that is left out is that of the latest such date by publication.
func (s *sentence) month(i int, m time.Month, pub schemas.Date) moment {
	x := moment{from: i, to: i + 1, precision: "month"}
	day := 1
	n, err := strconv.Atoi(strings.TrimRight(s.word(i+1), "ndrsth"))
	if err == nil && n >= 1 && n <= 31 {
		day, x.to, x.precision = n, i+2, "day"
	}
	y := x.to
	if s.word(y) == "," {
		y++
	}
	if year, err := strconv.Atoi(s.word(y)); err == nil && year >= 1900 && year <= 2100 {
		x.to = y + 1
		x.date = valid(schemas.Date{Year: int16(year), Month: uint8(m), Day: uint8(day)})
		return x
	}
	if pub.IsZero() {
		return x
	}
	x.date = valid(schemas.Date{Year: pub.Year, Month: uint8(m), Day: uint8(day)})
	if pub.Before(x.date) {
		x.future = true
		if s.is("future", i-6) || x.date.Days()-pub.Days() < 60 {
			return x
		}
		x.date.Year--
		x.date, x.future = valid(x.date), false
	}
	return x
}

// valid is the date, or none where the calendar lacks it.
func valid(d schemas.Date) schemas.Date {
	if d.Day == 0 || schemas.DateOf(d.Time()) != d {
		return schemas.Date{}
	}
	return d
}

// relative reads the words that count from the day of publication.
func (s *sentence) relative(i int, w string, pub schemas.Date) moment {
	switch w {
	case "yesterday":
		return moment{i, i + 1, pub.AddDays(-1), "day", false}
	case "today", "tonight":
		return moment{i, i + 1, pub, "day", false}
	case "tomorrow":
		return moment{i, i + 1, pub.AddDays(1), "day", true}
	case "last", "this", "next":
		first := pub.MonthStart()
		n := map[string]int{"last": -1, "this": 0, "next": 1}[w]
		switch s.word(i + 1) {
		case "month":
			return moment{i, i + 2, schemas.NewDate(int(first.Year), time.Month(first.Month)+time.Month(n), 1), "month", n > 0}
		case "year":
			return moment{i, i + 2, schemas.NewDate(int(first.Year)+n, 1, 1), "year", n > 0}
		case "week": // a month where the week lies in one
			week := pub.Week().AddDays(7 * n)
			if a, b := week.MonthStart(), week.AddDays(6).MonthStart(); a == b {
				return moment{i, i + 2, a, "month", n > 0}
			}
			return moment{from: i, to: i + 2}
		}
	}
	return s.ago(i, pub)
}

// ago reads "two weeks ago", "a month earlier" at i.
func (s *sentence) ago(i int, pub schemas.Date) moment {
	if w := s.word(i + 2); w != "ago" {
		return moment{}
	}
	n, ok := counts[s.word(i)]
	if !ok {
		var err error
		if n, err = strconv.Atoi(s.word(i)); err != nil || n < 1 || n > 500 {
			return moment{}
		}
	}
	x := moment{from: i, to: i + 3, precision: "month"}
	switch strings.TrimSuffix(s.word(i+1), "s") {
	case "day":
		x.date, x.precision = pub.AddDays(-n), "day"
	case "week":
		x.date = pub.AddDays(-7 * n).MonthStart()
	case "month":
		x.date = schemas.NewDate(int(pub.Year), time.Month(pub.Month)-time.Month(n), 1)
	case "year":
		x.date, x.precision = schemas.NewDate(int(pub.Year)-n, 1, 1), "year"
	default:
		return moment{}
	}
	return x
}
