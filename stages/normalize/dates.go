package normalize

import (
	"strconv"
	"strings"
	"time"

	"parley/schemas"
	"parley/stages/language/times"
)

// written is a date as a text gives it.
type written struct {
	date       schemas.Date // Year is 0 where the text gives none
	weekday    time.Weekday
	hasWeekday bool
	text       string // the words
	start, end int    // bytes of the text searched
}

// piece is a word of the text searched for dates.
type piece struct {
	text       string // lower case, without the marks around it
	raw        string
	start, end int
}

func pieces(s string) []piece {
	var ps []piece
	for i := 0; i < len(s); {
		for i < len(s) && s[i] == ' ' {
			i++
		}
		j := i
		for j < len(s) && s[j] != ' ' {
			j++
		}
		if j > i {
			raw := s[i:j]
			t := strings.TrimLeft(raw, "([\"'“‘|-–—")
			start := i + len(raw) - len(t)
			t = strings.TrimRight(t, ".,;:)]\"'”’|-–—")
			ps = append(ps, piece{strings.ToLower(t), raw, start, start + len(t)})
		}
		i = j
	}
	return ps
}

// findDates finds the dates of day precision that are written out in a text:
// "10 March 2022", "March 10, 2022", "10 March", "2022-03-10". Dates of
// figures alone are read where their order is beyond doubt.
func findDates(s string) []written {
	if !strings.ContainsAny(s, "0123456789") {
		return nil
	}
	ps := pieces(s)
	var found []written
	for i := 0; i < len(ps); i++ {
		w, n := dateAt(ps[i:])
		if n == 0 {
			continue
		}
		w.start, w.end = ps[i].start, ps[i+n-1].end
		w.text = s[w.start:w.end]
		if i > 0 {
			w.weekday, w.hasWeekday = times.WeekdayOf(ps[i-1].text, true)
		}
		found = append(found, w)
		i += n - 1
	}
	return found
}

// dateAt reads a date that begins with the first piece; n is its pieces.
func dateAt(ps []piece) (w written, n int) {
	at := func(i int) string {
		if i < len(ps) {
			return ps[i].text
		}
		return ""
	}
	if d, ok := times.Numeric(at(0)); ok {
		return written{date: d}, 1
	}
	if d, ok := hyphened(at(0)); ok {
		return written{date: d}, 1
	}
	day, month, last := 0, times.MonthOf(at(0)), 0
	switch {
	case month > 0 && dayNumber(at(1)) > 0:
		day, last = dayNumber(at(1)), 1
	case dayNumber(at(0)) > 0 && times.MonthOf(at(1)) > 0:
		day, month, last = dayNumber(at(0)), times.MonthOf(at(1)), 1
	case dayNumber(at(0)) > 0 && at(1) == "of" && times.MonthOf(at(2)) > 0:
		day, month, last = dayNumber(at(0)), times.MonthOf(at(2)), 2
	default:
		return w, 0
	}
	w.date = schemas.Date{Month: uint8(month), Day: uint8(day)}
	if y := yearNumber(at(last + 1)); y > 0 && !strings.ContainsAny(ps[last].raw, ".;:)") {
		w.date.Year = int16(y)
		last++
	} else if y > 0 && strings.HasSuffix(ps[last].raw, ".") && len(ps[last].text) <= 4 && times.MonthOf(ps[last].text) > 0 {
		w.date.Year = int16(y) // 10 Mar. 2022
		last++
	}
	if w.date.Year > 0 && !times.Valid(w.date) || w.date.Year == 0 && !times.Valid(schemas.Date{Year: 2000, Month: w.date.Month, Day: w.date.Day}) {
		return w, 0
	}
	return w, last + 1
}

// hyphened reads 10-mar-2022.
func hyphened(s string) (d schemas.Date, ok bool) {
	p := strings.Split(s[:min(len(s), 20)], "-")
	if len(p) != 3 || len(s) > 20 {
		return d, false
	}
	d = schemas.Date{Year: int16(yearNumber(p[2])), Month: uint8(times.MonthOf(p[1])), Day: uint8(dayNumber(p[0]))}
	return d, times.Valid(d)
}

func dayNumber(s string) int {
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		if t, ok := strings.CutSuffix(s, suffix); ok {
			s = t
			break
		}
	}
	if len(s) > 2 {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 31 {
		return 0
	}
	return n
}

func yearNumber(s string) int {
	if len(s) != 4 {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1900 || n > 2100 {
		return 0
	}
	return n
}

// closingDate finds a full date at the end of a text; n is its length in bytes
// with what follows it.
func closingDate(s string) (schemas.Date, int) {
	tail := s[max(0, len(s)-40):]
	for _, w := range findDates(tail) {
		if w.date.Year > 0 && strings.Trim(tail[w.end:], " .)]\"") == "" {
			return w.date, len(tail) - w.start
		}
	}
	return schemas.Date{}, 0
}

// fileStamp finds the date in a file's name: 20220310T151500Z_x, 2022-03-10-x,
// x_20220310.
func fileStamp(name string) (day schemas.Date, words string, ok bool) {
	digit := func(i int) bool { return i >= 0 && i < len(name) && name[i] >= '0' && name[i] <= '9' }
	for i := range name {
		if !digit(i) || digit(i-1) {
			continue
		}
		if i+10 <= len(name) && !digit(i+10) && strings.IndexByte("-_.", name[i+4]) >= 0 && name[i+4] == name[i+7] {
			s := strings.ReplaceAll(strings.ReplaceAll(name[i:i+10], "_", "-"), ".", "-")
			if d, err := schemas.ParseDate(s); err == nil && plausible(d) {
				return d, name[i : i+10], true
			}
		}
		if i+8 <= len(name) && (!digit(i+8) || digit(i+13) && !digit(i+14)) {
			if d, _, ok := unixMoment(name[i:i+8], number(name[i:i+8])); ok && plausible(d) {
				end := i + 8
				if end < len(name) && name[end] == 'T' {
					for end++; digit(end) || end < len(name) && name[end] == 'Z'; end++ {
					}
				}
				return d, name[i:end], true
			}
		}
	}
	return day, "", false
}

func number(s string) int64 {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// plausible reports whether news on the web can bear the date.
func plausible(d schemas.Date) bool { return d.Year >= 1990 && d.Year <= 2100 }
