package times

import (
	"strconv"
	"strings"

	"parley/schemas"
)

// numeric is what a token that begins with a digit is.
func numeric(s string) word {
	w := word{}
	digits := 0
	for digits < len(s) && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	switch rest := s[digits:]; {
	case digits == 0: // '90s
		if strings.HasSuffix(s, "0s") {
			w.class = isDecade
		}
	case rest == "":
		if digits > 4 {
			return w
		}
		w.number, _ = strconv.Atoi(s)
		w.class = isNumber
		if w.number >= 1 && w.number <= 31 && digits <= 2 {
			w.class |= isDay
		}
		if digits <= 2 && w.number <= 24 {
			w.class |= isHour
		}
		if digits == 2 {
			w.class |= isTwoDigits
		}
		if digits == 4 && w.number >= 1900 && w.number <= 2100 {
			w.class |= isYear
		} else if digits == 4 && w.number >= 1000 && w.number < 1900 {
			w.class |= isOldYear
		}
	case rest == "st" || rest == "nd" || rest == "rd" || rest == "th":
		if w.number, _ = strconv.Atoi(s[:min(digits, 4)]); digits <= 4 {
			w.class = isOrdinal
		}
		if w.number >= 1 && w.number <= 31 && digits <= 2 {
			w.class |= isDay | isDayTh
		}
	case rest == "s" && (digits == 4 || digits == 2) && s[digits-1] == '0':
		w.class = isDecade
	default:
		if d, ok := Numeric(s); ok {
			w.class, w.date = isDate, d
		} else if clock(s, ":") {
			w.class = isClock
		} else if clock(s, ".") {
			w.class = isDotClock
		}
	}
	return w
}

// clock reports whether a token is a time of the day in figures: 17:30,
// 03:00:15, and with a full stop for the mark 9.45.
func clock(s, mark string) bool {
	h, rest, ok := strings.Cut(s, mark)
	m, sec, _ := strings.Cut(rest, mark)
	hour, err := strconv.Atoi(h)
	minute, err2 := strconv.Atoi(m)
	return ok && err == nil && err2 == nil && len(h) <= 2 && len(m) == 2 && hour <= 24 && minute < 60 && len(sec) <= 2
}

// Numeric reads a full date in figures: 2022-03-10, 2022/03/10, 10.03.2022 and,
// where the order of day and month is beyond doubt, 25/03/2022 and 03/25/2022.
func Numeric(s string) (schemas.Date, bool) {
	if len(s) < 8 || len(s) > 10 || s[0] < '0' || s[0] > '9' {
		return schemas.Date{}, false
	}
	sep := strings.IndexAny(s, "-/.")
	if sep < 1 {
		return schemas.Date{}, false
	}
	f := strings.Split(s, s[sep:sep+1])
	if len(f) != 3 {
		return schemas.Date{}, false
	}
	var n [3]int
	for i, p := range f {
		v, err := strconv.Atoi(p)
		if err != nil || v < 1 {
			return schemas.Date{}, false
		}
		n[i] = v
	}
	d := schemas.Date{}
	switch {
	case len(f[0]) == 4:
		d = schemas.Date{Year: int16(n[0]), Month: uint8(min(n[1], 99)), Day: uint8(min(n[2], 99))}
	case len(f[2]) != 4:
	case s[sep] == '.' || n[0] > 12 || n[0] == n[1]:
		d = schemas.Date{Year: int16(n[2]), Month: uint8(min(n[1], 99)), Day: uint8(min(n[0], 99))}
	case n[1] > 12:
		d = schemas.Date{Year: int16(n[2]), Month: uint8(min(n[0], 99)), Day: uint8(min(n[1], 99))}
	}
	return d, Valid(d)
}

// Valid reports whether the calendar has the day.
func Valid(d schemas.Date) bool {
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= 31 && d.Year > 0 && schemas.DateOf(d.Time()) == d
}
