package normalize

import (
	"strconv"
	"strings"
	"time"

	"parley/schemas"
	"parley/stages/language/times"
)

// moment is what a metadata field says of the time of publication.
type moment struct {
	day       schemas.Date
	at        time.Time // zero unless the field gives a time and a zone
	precision string    // day, month or year; day is the first of it
}

// momentLayouts are the forms with a time of the day, with a zone, then those
// without.
var momentLayouts = []string{
	time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z0700", "2006-01-02T15:04:05.999Z0700",
	"2006-01-02 15:04:05 -0700 MST", "2006-01-02 15:04:05 UTC", time.RFC1123Z, time.RFC1123, "Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04:05 MST", "20060102T150405Z", "20060102T150405Z0700",
	"Mon Jan _2 15:04:05 -0700 2006", "Mon Jan _2 15:04:05 MST 2006", "Mon, 2 Jan 2006 15:04 -0700", "Mon, 2 Jan 2006 15:04 MST", "2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04:05 MST", "Monday, 02-Jan-06 15:04:05 MST",
	"2006/01/02 15:04:05 -0700", "20060102T1504Z",
}

// dayLayouts are forms without a zone that findDates does not know.
var dayLayouts = []string{time.ANSIC, "2-Jan-2006", "2-Jan-2006 15:04:05", "2-Jan-2006 15:04", "2 January 06", "2-Jan-06", "Jan-2-2006", "20060102T150405", "200601021504", "20060102150405", "2/1/06"}

// parseMoment reads the date of a metadata field. at is set only where the
// field gives a time and a zone; the day is then that of the zone.
func parseMoment(s string) (m moment, ok bool) {
	s = strings.TrimSpace(s)
	if t, found := strings.CutPrefix(s, "/Date("); found { // as .NET writes it
		s = strings.TrimSuffix(t, ")/")
	}
	if len(s) < 4 || len(s) > 80 {
		return m, false
	}
	m.precision = "day"
	if t, found := zoned(s); found {
		m.day = schemas.DateOf(t)
		if name, offset := t.Zone(); offset != 0 || name == "UTC" || name == "GMT" || name == "" {
			m.at = t.UTC() // else the zone is known by its letters alone
		}
		return m, true
	}
	if whole := strings.TrimSuffix(s, ".0"); strings.Trim(whole, "0123456789") == "" && whole != "" {
		if day, at, ok := unixMoment(whole, number(whole)); ok {
			return moment{day, at, "day"}, true
		}
	}
	for _, l := range dayLayouts {
		if t, err := time.Parse(l, s); err == nil && (l != "2/1/06" || t.Day() > 12) {
			m.day = schemas.DateOf(t)
			return m, true
		}
	}
	if len(s) > 10 && (s[10] == 'T' || s[10] == ' ') {
		if d, ok := times.Numeric(s[:10]); ok {
			return moment{day: d, precision: "day"}, true
		}
	}
	for _, w := range findDates(s) {
		if w.date.Year > 0 {
			return moment{day: w.date, precision: "day"}, true
		}
	}
	return calendarPart(s)
}

// zoned reads a form that has a zone.
func zoned(s string) (time.Time, bool) {
	if s[0] != '2' && s[0] != '1' && s[0] < 'A' && s[0] != '0' && s[0] != '3' {
		return time.Time{}, false
	}
	for _, l := range momentLayouts {
		if t, err := time.Parse(l, s); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}

// monthLayouts are the forms of a month, weekLayout that of a week's day.
var monthLayouts = []string{"2006-01", "2006/01", "January 2006", "Jan 2006", "January, 2006", "01/2006", "Jan-2006", "Jan. 2006", "2006-01-00"}

// calendarPart reads a month, a year, the day of a year (2022-088) or of a week
// (2022-W13-2), as ISO 8601 has them.
func calendarPart(s string) (moment, bool) {
	for _, l := range monthLayouts {
		if t, err := time.Parse(l, s); err == nil {
			return moment{day: schemas.DateOf(t), precision: "month"}, true
		}
	}
	if t, err := time.Parse("2006-002", s); err == nil {
		return moment{day: schemas.DateOf(t), precision: "day"}, true
	}
	if t, err := time.Parse("2006", s); err == nil {
		return moment{day: schemas.DateOf(t), precision: "year"}, true
	}
	year, rest, ok := strings.Cut(s, "-W")
	week, day, ok2 := strings.Cut(rest, "-")
	y, w, d := number(year), number(week), number(day)
	if !ok || !ok2 || len(year) != 4 || y < 1 || w < 1 || w > 53 || d < 1 || d > 7 {
		return moment{}, false
	}
	fourth := schemas.Date{Year: int16(y), Month: 1, Day: 4} // always in the first week
	first := fourth.AddDays(-(int(fourth.Weekday()) + 6) % 7)
	return moment{day: first.AddDays(int(w-1)*7 + int(d-1)), precision: "day"}, true
}

// unixMoment reads 20220310, or seconds or milliseconds since 1970.
func unixMoment(s string, n int64) (day schemas.Date, at time.Time, ok bool) {
	switch len(s) {
	case 8:
		day = schemas.Date{Year: int16(n / 10000), Month: uint8(n / 100 % 100), Day: uint8(n % 100)}
		return day, at, times.Valid(day)
	case 13:
		n /= 1000
	case 9, 10:
	default:
		return day, at, false
	}
	at = time.Unix(n, 0).UTC()
	return schemas.DateOf(at), at, true
}

// urlMoment finds the date in an address: /2022/03/10/, 2022-03-10, /2022/3/9/,
// /2022/mar/10/, /20220310/, 10-03-2022, or the month alone, /2022/03/. It reads
// the path, not what is asked of the server.
func urlMoment(url string) (m moment, words string) {
	if _, rest, ok := strings.Cut(url, "://"); ok {
		url = rest
	}
	_, path, _ := strings.Cut(url, "/")
	path, _, _ = strings.Cut(path, "?")
	path, _, _ = strings.Cut(path, "#")
	if len(path) > 2000 {
		return m, ""
	}
	parts := strings.FieldsFunc(path, func(r rune) bool { return strings.ContainsRune("/-_.", r) })
	at := 0
	var starts []int
	for _, p := range parts {
		at += strings.Index(path[at:], p)
		starts = append(starts, at)
		at += len(p)
	}
	for i, p := range parts {
		if i+2 < len(parts) {
			if d, ok := urlDay(parts[i : i+3]); ok {
				return moment{day: d, precision: "day"}, path[starts[i] : starts[i+2]+len(parts[i+2])]
			}
		}
		if len(p) == 8 && strings.Trim(p, "0123456789") == "" {
			if d, _, ok := unixMoment(p, number(p)); ok && plausible(d) {
				return moment{day: d, precision: "day"}, p
			}
		}
	}
	for i := 0; i+1 < len(parts); i++ {
		y, month := yearNumber(parts[i]), monthPart(parts[i+1])
		if y >= 1990 && month > 0 && len(parts[i+1]) > 1 && path[starts[i+1]-1] == '/' && strings.HasPrefix(path[starts[i+1]+len(parts[i+1]):], "/") {
			return moment{day: schemas.Date{Year: int16(y), Month: uint8(month), Day: 1}, precision: "month"}, path[starts[i] : starts[i+1]+len(parts[i+1])]
		}
	}
	return m, ""
}

// urlDay reads year, month and day, or the other way round where that is beyond
// doubt.
func urlDay(p []string) (schemas.Date, bool) {
	if y := yearNumber(p[0]); y >= 1990 {
		d := schemas.Date{Year: int16(y), Month: uint8(monthPart(p[1])), Day: uint8(dayPart(p[2]))}
		return d, times.Valid(d)
	}
	y := yearNumber(p[2])
	if y < 1990 {
		return schemas.Date{}, false
	}
	if d, m := dayPart(p[0]), monthPart(p[1]); m > 0 && (d > 12 || len(p[1]) > 2 || d == m) {
		day := schemas.Date{Year: int16(y), Month: uint8(m), Day: uint8(d)}
		return day, times.Valid(day)
	}
	if m, d := monthPart(p[0]), dayPart(p[1]); m > 0 && (d > 12 || len(p[0]) > 2) {
		day := schemas.Date{Year: int16(y), Month: uint8(m), Day: uint8(d)}
		return day, times.Valid(day)
	}
	return schemas.Date{}, false
}

func dayPart(s string) int {
	if len(s) > 2 {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n > 31 {
		return 0
	}
	return n
}

// monthPart is the month that a part of an address gives in digits or letters.
func monthPart(s string) int {
	if n := dayPart(s); n > 0 {
		if n > 12 {
			return 0
		}
		return n
	}
	return int(times.MonthOf(strings.ToLower(s)))
}
