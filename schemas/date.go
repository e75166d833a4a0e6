package schemas

import (
	"fmt"
	"time"
)

// Date is a calendar day, comparable with ==. The zero Date is "unknown" and
// becomes null.
type Date struct {
	Year  int16
	Month uint8
	Day   uint8
}

// NewDate makes a Date and normalises overflow as time.Date does.
func NewDate(year int, month time.Month, day int) Date {
	return DateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DateOf is the day of t in t's own zone.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	y, m, d := t.Date()
	return Date{int16(y), uint8(m), uint8(d)}
}

// ParseDate reads "2006-01-02".
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	return DateOf(t), err
}

// FromDays is the inverse of Days.
func FromDays(days int) Date { return DateOf(time.Unix(int64(days)*86400, 0).UTC()) }

// IsZero reports whether the date is unknown.
func (d Date) IsZero() bool { return d == Date{} }

// Time is midnight UTC of the day.
func (d Date) Time() time.Time {
	return time.Date(int(d.Year), time.Month(d.Month), int(d.Day), 0, 0, 0, 0, time.UTC)
}

// Days counts days since 1970-01-01, as DATE32 does.
func (d Date) Days() int { return int(floorDiv(d.Time().Unix(), 86400)) }

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// AddDays is the day n days later; unknown stays unknown.
func (d Date) AddDays(n int) Date {
	if d.IsZero() {
		return d
	}
	return DateOf(d.Time().AddDate(0, 0, n))
}

// Before reports whether d is earlier than e; an unknown date is before every other.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }

// Compare orders dates, unknown first.
func (d Date) Compare(e Date) int {
	switch {
	case d == e:
		return 0
	case d.Year != e.Year:
		return int(d.Year) - int(e.Year)
	case d.Month != e.Month:
		return int(d.Month) - int(e.Month)
	}
	return int(d.Day) - int(e.Day)
}

// Weekday is the day of the week.
func (d Date) Weekday() time.Weekday { return d.Time().Weekday() }

// Week is the Monday of the date's ISO 8601 week.
func (d Date) Week() Date { return d.AddDays(-(int(d.Weekday()) + 6) % 7) }

// MonthStart is the first day of the date's month.
func (d Date) MonthStart() Date {
	if d.IsZero() {
		return d
	}
	return Date{d.Year, d.Month, 1}
}

// String is "2006-01-02", or "" when unknown.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText makes a Date a JSON string.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	e, err := ParseDate(string(b))
	*d = e
	return err
}
