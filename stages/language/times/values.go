package times

import "parley/schemas"

// expression makes what a rule matched from token i on.
func (m *match) expression(i int) Expression {
	r, g := &m.rule.value, &m.best
	e := Expression{From: i, To: m.end, Lead: i, Rule: m.rule.name, Kind: r.kind, Ref: r.ref}
	v := Value{Anchor: r.anchor, Weekday: -1, Precision: r.unit, Date: g.date, Feast: g.feast, Count: r.count, Shifted: r.shift, Of: r.of}
	if g.unit != Vague && r.unit == Vague {
		v.Precision = g.unit
	}
	if r.number != 0 {
		v.Count += int(r.number) * g.number
	}
	if r.shift {
		v.Count += g.shift
	}
	if g.years > 0 {
		v.Date.Year = int16(g.year[0])
	}
	if g.months > 0 {
		v.Date.Month = uint8(g.month[0])
	}
	if g.days > 0 {
		v.Date.Day = uint8(g.day[0])
	}
	if g.weekdays > 0 {
		v.Weekday = int8(g.weekday[0])
	}
	if r.anchor == Calendar && r.unit == Week && g.week == 0 {
		g.week = g.number // week 10 of 2022
	}
	if r.anchor == Calendar && r.unit == Day && g.numbered {
		v.Date.Day = uint8(min(g.number, 99)) // the first of March
	}
	v.Week = int8(min(g.week, 127))
	if r.anchor == Calendar && v.Date.IsZero() && v.Feast.kind == fixed && v.Week == 0 {
		e.Kind = None // Bloody Sunday
	}
	v.measure()
	if e.First, e.Last = v, v; e.Kind != Date || v.Anchor == Nothing {
		return e
	}
	l := &e.Last
	switch {
	case g.weekdays > 1:
		l.Weekday, e.Ranged = int8(g.weekday[1]), true
	case g.days > 1:
		l.Date.Day, e.Ranged = uint8(g.day[1]), true
	case g.years > 1:
		l.Date.Year, e.Ranged = int16(g.year[1]), true
	}
	return e
}

// measure gives a value the precision of what it names, where its rule gives
// none.
func (v *Value) measure() {
	switch {
	case v.Anchor == Calendar && v.Precision != Week && v.Precision != Year:
		switch {
		case v.Date.Day > 0 || v.Feast.kind != fixed:
			v.Precision = Day
		case v.Date.Month > 0:
			v.Precision = Month
		case v.Date.Year > 0:
			v.Precision = Year
		}
	case v.Weekday >= 0 && v.Precision == Vague:
		v.Precision = Day
	}
	if !v.sound() {
		v.Anchor, v.Precision = Nothing, Vague
	}
}

// sound reports whether the calendar can have what a value names.
func (v *Value) sound() bool {
	d := v.Date
	if d.Day == 0 || d.Month == 0 {
		return v.Week >= 0 && v.Week <= 53
	}
	if d.Year == 0 {
		d.Year = 2000 // it has all days
	}
	return Valid(schemas.Date{Year: d.Year, Month: d.Month, Day: d.Day})
}
