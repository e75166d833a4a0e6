package charts

import (
	"time"

	"gonum.org/v1/plot/vg"

	"parley/schemas"
)

// timeline is the horizontal axis of a chart: slots of equal width, one for
// each day, week or month.
type timeline struct {
	unit  string // day, week or month
	first schemas.Date
	n     int
}

// Spans up to which a chart counts by day and by week.
const (
	daily  = 35  // days
	weekly = 310 // days
)

// newTimeline covers the days from first to last. Fewer than minSlots slots
// are widened on both sides: a single bar must not fill the page.
func newTimeline(first, last schemas.Date, monthsOnly bool) timeline {
	t := timeline{unit: "month"}
	switch span := last.Days() - first.Days(); {
	case monthsOnly:
	case span <= daily:
		t.unit = "day"
	case span <= weekly:
		t.unit = "week"
	}
	const minSlots = 6
	t.first = t.slotOf(first)
	t.n = t.index(last) + 1
	if short := minSlots - t.n; short > 0 {
		t.first = t.start(-(short / 2))
		t.n = minSlots
	}
	return t
}

// slotOf is the first day of the slot that holds a day.
func (t timeline) slotOf(d schemas.Date) schemas.Date {
	switch t.unit {
	case "week":
		return d.Week()
	case "month":
		return d.MonthStart()
	}
	return d
}

// start is the first day of slot i.
func (t timeline) start(i int) schemas.Date {
	switch t.unit {
	case "week":
		return t.first.AddDays(7 * i)
	case "month":
		return schemas.NewDate(int(t.first.Year), time.Month(int(t.first.Month)+i), 1)
	}
	return t.first.AddDays(i)
}

// index is the number of the slot that holds a day; it may lie outside.
func (t timeline) index(d schemas.Date) int {
	switch t.unit {
	case "week":
		return (d.Week().Days() - t.first.Days()) / 7
	case "month":
		return (int(d.Year)-int(t.first.Year))*12 + int(d.Month) - int(t.first.Month)
	}
	return d.Days() - t.first.Days()
}

// holds reports whether slot i is on the axis.
func (t timeline) holds(i int) bool { return i >= 0 && i < t.n }

// at is the middle of a day, in slots from the left end.
func (t timeline) at(d schemas.Date) float64 {
	i := t.index(d)
	from, to := t.start(i).Days(), t.start(i+1).Days()
	return float64(i) + (float64(d.Days()-from)+0.5)/float64(to-from)
}

// per says "a day", "a week" or "a month".
func (t timeline) per() string { return "a " + t.unit }

// tick labels the axis: a day or month in the middle of its slot, a week where
// its Monday begins. The month's or year's name stands below where it changes.
type tick struct {
	at         float64 // in slots
	align      align   // of the label: a week's stands after its beginning
	top, below string
}

// ticks picks labels that leave each other room on an axis of the given width.
func (t timeline) ticks(face *typeface, width vg.Length) []tick {
	slot := width / vg.Length(t.n)
	steps := map[string][]int{"day": {1, 2, 7, 14, 28}, "week": {1, 2, 4, 8, 13, 26}, "month": {1, 2, 3, 6, 12, 24, 60, 120}}[t.unit]
	var widest vg.Length
	for i := range min(t.n, 60) {
		widest = max(widest, face.width(tickStyle, t.label(i).top))
	}
	step := steps[0]
	for i := 1; vg.Length(step)*slot < widest+7; i++ {
		if i < len(steps) {
			step = steps[i]
		} else {
			step *= 2
		}
	}
	var all []tick
	name := "" // of the month or year, as last written
	for i := range t.n {
		d := t.start(i)
		if t.unit == "month" && (int(d.Year)*12+int(d.Month)-1)%step != 0 || t.unit != "month" && i%step != 0 {
			continue
		}
		l := t.label(i)
		if l.below == name {
			l.below = ""
		} else {
			name = l.below
		}
		all = append(all, l)
	}
	return all
}

func (t timeline) label(i int) tick {
	d := t.start(i).Time()
	switch t.unit {
	case "day":
		return tick{float64(i) + 0.5, center, d.Format("2"), d.Format("Jan 2006")}
	case "week":
		return tick{float64(i), left, d.Format("2 Jan"), d.Format("2006")}
	}
	return tick{float64(i) + 0.5, center, d.Format("Jan"), d.Format("2006")}
}

func day(d schemas.Date) string   { return d.Time().Format("2 Jan 2006") }
func month(d schemas.Date) string { return d.Time().Format("Jan 2006") }
