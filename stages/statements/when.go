package statements

import (
	"strconv"
	"strings"
	"time"

	"parley/schemas"
	"parley/stages"
)

// timePhrase reads "on Sunday", "late Monday night", "on March 13", "the day
// before" from item i on and gives its end, i when there is none.
func (v *view) timePhrase(its []item, i, end int) int {
	j := i
	if j < end && (its[j].low == "on" || its[j].low == "since" || its[j].low == "by" || its[j].low == "in" || its[j].low == "during") {
		j++
	}
	for j < end && (its[j].is(adverb) || its[j].low == "this" || its[j].low == "next" || its[j].low == "the") && j < i+4 {
		j++
	}
	if j >= end || its[j].quoted() {
		return i
	}
	switch t := &its[j]; {
	case t.is(weekday):
		j++
		if j < end && its[j].low == "'s" {
			return i
		}
		if j < end && its[j].is(timeUnit) {
			j++
		}
		return j
	case t.is(month) && (t.capital() || t.low != "may" && t.low != "march"):
		j++
		for j < end && (its[j].shape == stages.Numeric || its[j].is(comma) && j+1 < end && year(its[j+1].low) > 0) {
			j++
		}
		return j
	case t.shape == stages.Numeric && j+1 < end && its[j+1].is(month) && its[j+1].capital():
		j += 2
		if j < end && year(its[j].low) > 0 {
			j++
		}
		return j
	case t.is(timeUnit) && j > i:
		j++
		for j < end && (its[j].low == "earlier" || its[j].low == "before" || its[j].low == "later" || its[j].low == "ago") {
			j++
		}
		return j
	case j > i && its[j-1].is(timeUnit|adverb) && j-1 > i && its[j-1].is(timeUnit):
		return j
	case j > i && (its[j-1].low == "yesterday" || its[j-1].low == "today" || its[j-1].low == "tonight"):
		return j
	}
	return i
}

func year(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1900 || n > 2100 {
		return 0
	}
	return n
}

// dateIn finds the day that a range of items names: the latest weekday of that
// name on or before publication, or an explicit date.
func (v *view) dateIn(its []item) (schemas.Date, string) {
	p := v.doc.Article.Published
	if p.IsZero() || v.doc.Article.DatePrecision != "day" && v.doc.Article.DatePrecision != "" {
		p = schemas.Date{}
	}
	for i := range its {
		t := &its[i]
		switch {
		case t.quoted(), i > 0 && (its[i-1].low == "before" || its[i-1].low == "after" || its[i-1].low == "since" || its[i-1].low == "until"):
		case t.is(weekday) && !p.IsZero() && !(i > 0 && (its[i-1].low == "next" || its[i-1].low == "last")):
			return p.AddDays(-((int(p.Weekday()) - weekdayOf(t.low) + 7) % 7)), "day"
		case t.low == "today" && !p.IsZero():
			return p, "day"
		case t.low == "yesterday" && !p.IsZero():
			return p.AddDays(-1), "day"
		case t.is(month) && t.capital() && !(i > 0 && strings.HasSuffix(its[i-1].low, "'s")):
			if d, ok := v.dayOfMonth(its, i, p); ok {
				return d, "day"
			}
		}
	}
	return schemas.Date{}, ""
}

func weekdayOf(low string) int {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if strings.EqualFold(d.String(), low) {
			return int(d)
		}
	}
	return 0
}

// dayOfMonth reads "March 13", "13 March", with a year or with that of the
// latest such day before publication.
func (v *view) dayOfMonth(its []item, i int, p schemas.Date) (schemas.Date, bool) {
	var m time.Month
	for k := time.January; k <= time.December; k++ {
		if strings.EqualFold(k.String(), its[i].low) {
			m = k
		}
	}
	day, y := 0, 0
	if i+1 < len(its) {
		day = dayNumber(its[i+1].low)
	}
	next := i + 2
	if day == 0 && i > 0 {
		day, next = dayNumber(its[i-1].low), i+1
	}
	if day == 0 || m == 0 {
		return schemas.Date{}, false
	}
	if next < len(its) && its[next].is(comma) {
		next++
	}
	if next < len(its) {
		y = year(its[next].low)
	}
	if y == 0 {
		if p.IsZero() {
			return schemas.Date{}, false
		}
		y = int(p.Year)
		if p.Before(schemas.NewDate(y, m, day)) {
			y--
		}
	}
	d := schemas.NewDate(y, m, day)
	return d, int(d.Day) == day
}

func dayNumber(s string) int {
	s = strings.TrimRight(s, "stndrh")
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > 31 {
		return 0
	}
	return n
}

// reach is how many units further a day that was given for a speaker holds.
const reach = 12

// date finds the day of each statement. A simple past without a time of its
// own tells of the same occasion as the last statement of that speaker.
func (v *view) date(all []found) {
	type occasion struct {
		day  schemas.Date
		unit int
	}
	last := map[string]occasion{}
	for i := range all {
		f := &all[i]
		f.day, f.exact = v.dateIn(f.region)
		id := f.speaker.id
		switch {
		case id == "":
		case !f.day.IsZero():
			last[id] = occasion{f.day, f.unit}
		case f.past && !otherTime(f.region):
			if o, ok := last[id]; ok && f.unit-o.unit <= reach {
				f.day, f.exact = o.day, "day"
			}
		default:
			delete(last, id)
		}
	}
}

// otherTime says whether the words around a cue point to another time without
// giving its day.
func otherTime(its []item) bool {
	for i := range its {
		t := &its[i]
		if !t.quoted() && (t.is(month) && t.capital() || t.is(timeUnit|weekday) || t.low == "earlier" || t.low == "later" || t.low == "previously" || t.low == "once" || year(t.low) > 0) {
			return true
		}
	}
	return false
}
