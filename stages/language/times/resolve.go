package times

import (
	"time"

	"parley/schemas"
)

// Context is what an expression is resolved against. What is not known is zero.
type Context struct {
	Published schemas.Date
	Precision string // of Published, as of schemas.Article; "" counts as day

	Named  schemas.Date // the day that the text named last
	Story  schemas.Date // the day or month that the text named last with its year, where it tells of the past since
	Outset schemas.Date // the first day of the war
	Future bool         // the clause speaks of what is to come

	nearest bool // the time bounds what is told, and may lie on either side of publication
}

// Point is a stretch of the calendar, from its first day to its last.
type Point struct {
	First, Last schemas.Date
	Precision   Precision
}

// IsZero reports whether nothing was found.
func (p Point) IsZero() bool { return p.First.IsZero() }

// Coarse is the point as the tables tell it: the first day of a day, month or
// year, and which of them. A weekend is told by its Saturday, a week by the
// month that it lies in, where it lies in one.
func (p Point) Coarse() (first schemas.Date, precision string) {
	switch p.Precision {
	case Day, Weekend:
		return p.First, "day"
	case Month, Year:
		return p.First, p.Precision.String()
	case Week:
		if m := p.First.MonthStart(); m == p.Last.MonthStart() {
			return m, "month"
		}
	}
	return schemas.Date{}, ""
}

// grace is how many days after publication a day may lie that is not of the
// future: there are time zones, and news is dated by the hour of its first form.
const grace = 1

// Resolve places an expression on the calendar. A name that comes again, a
// weekday, a day without its year, is the last one by publication, and where
// the clause speaks of the future the next one.
func (e *Expression) Resolve(c Context) Point {
	if !e.Point() {
		return Point{}
	}
	c.nearest = e.Direction == Before || e.Direction == Until || e.Direction == By
	p := e.First.resolve(c)
	if e.Ranged && !p.IsZero() {
		l := e.Last
		if l.Anchor == Calendar && l.Date.Year == 0 { // the next one after the first day
			c.Published, c.Precision, c.Future = p.First, "day", true
		}
		if last := l.resolve(c); !last.First.Before(p.First) {
			p.Last = last.Last
		}
	}
	return p
}

func (v *Value) resolve(c Context) Point {
	switch v.Anchor {
	case Calendar:
		return v.onCalendar(c)
	case Publication:
		return v.counted(c.Published, c.precision(), c.Future)
	case Narrative:
		return v.counted(c.Named, Day, v.Count > 0)
	case Outset:
		return v.counted(c.Outset, Day, false)
	}
	return Point{}
}

// precision is how much of Published is known.
func (c *Context) precision() Precision {
	switch c.Precision {
	case "month":
		return Month
	case "year":
		return Year
	}
	return Day
}

// counted counts from a day of which as much as known says is known.
func (v *Value) counted(from schemas.Date, known Precision, future bool) Point {
	if from.IsZero() || known > v.Precision || known > Week && v.Of != Vague && v.Of < known {
		return Point{}
	}
	if v.Weekday >= 0 {
		return day(v.weekday(from, future))
	}
	switch v.Precision {
	case Day:
		return day(from.AddDays(v.Count))
	case Weekend:
		sat := from.AddDays(-(int(from.Weekday()) + 1) % 7) // the last Saturday, today included
		switch {
		case v.Count < 0 && from.Days()-sat.Days() < 2:
			sat = sat.AddDays(-7)
		case v.Count > 0, future && from.Days()-sat.Days() >= 2:
			sat = sat.AddDays(7)
		}
		return Point{sat, sat.AddDays(1), Weekend}
	case Week:
		if !v.Shifted { // two weeks ago
			d := from.AddDays(7 * v.Count)
			return Point{d, d, Week}
		}
		w := from.Week().AddDays(7 * v.Count)
		return Point{w, w.AddDays(6), Week}
	case Month:
		return month(schemas.NewDate(int(from.Year), time.Month(from.Month)+time.Month(v.Count), 1))
	case Year:
		return year(int(from.Year) + v.Count)
	}
	return Point{}
}

// weekday is the day of the value's name that is seen from a day.
func (v *Value) weekday(from schemas.Date, future bool) schemas.Date {
	if v.Of == Week {
		return from.Week().AddDays(7*v.Count + (int(v.Weekday)+6)%7)
	}
	back := (int(from.Weekday()) - int(v.Weekday) + 7) % 7
	switch {
	case v.Count < 0: // last Tuesday, the previous Tuesday
		if back == 0 {
			back = 7
		}
		return from.AddDays(-back)
	case v.Count > 0: // next Tuesday, the following Tuesday
		return from.AddDays(7 - back)
	case future && back > 0:
		return from.AddDays(7 - back)
	}
	return from.AddDays(-back)
}

// onCalendar gives a date the parts that its words leave out.
func (v *Value) onCalendar(c Context) Point {
	d := v.Date
	switch {
	case v.Week > 0:
		return isoWeek(int(d.Year), int(v.Week))
	case d.Year == 0:
		return v.withoutYear(c)
	}
	return v.of(int(d.Year), c)
}

// of is the value in a year; nothing where the calendar lacks it.
func (v *Value) of(y int, c Context) Point {
	d := v.Date
	d.Year = int16(y)
	switch {
	case y < 1 || y > 9999:
		return Point{}
	case v.Feast.kind != fixed:
		return day(v.Feast.in(y))
	case d.Day > 0 && Valid(d):
		return day(d)
	case d.Day > 0:
		return Point{}
	case d.Month > 0:
		return month(schemas.Date{Year: d.Year, Month: d.Month, Day: 1})
	}
	return year(y)
}

// withoutYear finds the year of a date that has none: the latest in which it
// does not lie after publication, or the first in which it does not lie before.
func (v *Value) withoutYear(c Context) Point {
	pub, known := c.Published, c.precision()
	if pub.IsZero() || known == Year && v.Of != Year {
		return Point{}
	}
	y := int(pub.Year)
	if v.Of == Year { // March last year
		return v.of(y+v.Count, c)
	}
	first, last := pub, pub
	if known == Month {
		first, last = pub.MonthStart(), month(pub.MonthStart()).Last
	}
	if v.Date.Month == 0 && v.Feast.kind == fixed {
		return v.dayOfMonth(first, last, c.Future)
	}
	if p := v.inStory(y, last, c); !p.IsZero() {
		return p
	}
	switch past, next := v.latest(y, last.AddDays(grace), c), v.earliest(y, first, c); {
	case v.Shifted && v.Count == 0: // this March
		return v.of(y, c)
	case v.Shifted && v.Count < 0: // last March is none that goes on
		return v.latest(y, first.AddDays(-v.length()), c)
	case v.Shifted, c.Future:
		return next
	case c.nearest && !next.IsZero() && next.First.Days()-last.Days() < first.Days()-past.First.Days():
		return next
	default:
		return past
	}
}

// inStory is the value in the year in which a story goes on that began with a
// date of its own: in February 2014 ..., on 16 March.
func (v *Value) inStory(y int, by schemas.Date, c Context) Point {
	if c.Story.IsZero() || c.Future || v.Shifted {
		return Point{}
	}
	if p := v.earliest(int(c.Story.Year), c.Story, c); !by.Before(p.First) && int(c.Story.Year) < y {
		return p
	}
	return Point{}
}

// length is about how many days a value is long.
func (v *Value) length() int {
	if v.Precision == Month {
		return 31
	}
	return 1
}

// leaps is how many years may lack February 29, and one.
const leaps = 9

// latest is the value in the latest year in which it has begun by a day.
func (v *Value) latest(y int, by schemas.Date, c Context) Point {
	for n := range leaps {
		if p := v.of(y+1-n, c); !p.IsZero() && !by.Before(p.First) {
			return p
		}
	}
	return Point{}
}

// earliest is the value in the first year in which it is not over on a day.
func (v *Value) earliest(y int, from schemas.Date, c Context) Point {
	for n := range leaps {
		if p := v.of(y+n, c); !p.IsZero() && !p.Last.Before(from) {
			return p
		}
	}
	return Point{}
}

// dayOfMonth finds the month of a day that is named by its number alone.
func (v *Value) dayOfMonth(first, last schemas.Date, ahead bool) Point {
	for n := range 3 {
		m, back := first.MonthStart(), -n
		if ahead {
			back = n
		}
		m = schemas.NewDate(int(m.Year), time.Month(m.Month)+time.Month(back), 1)
		m.Day = v.Date.Day
		if Valid(m) && (ahead && !m.Before(first) || !ahead && !last.Before(m)) {
			return day(m)
		}
	}
	return Point{}
}

func day(d schemas.Date) Point { return Point{d, d, Day} }

func month(first schemas.Date) Point {
	next := schemas.NewDate(int(first.Year), time.Month(first.Month)+1, 1)
	return Point{first, next.AddDays(-1), Month}
}

func year(y int) Point {
	if y < 1 || y > 9999 {
		return Point{}
	}
	return Point{schemas.NewDate(y, 1, 1), schemas.NewDate(y, 12, 31), Year}
}

// isoWeek is a week of ISO 8601: the first is that of 4 January.
func isoWeek(y, week int) Point {
	if y < 1 || week < 1 || week > 53 {
		return Point{}
	}
	monday := schemas.NewDate(y, 1, 4).Week().AddDays(7 * (week - 1))
	return Point{monday, monday.AddDays(6), Week}
}
