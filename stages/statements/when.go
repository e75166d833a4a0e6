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
	if k := j + 1; j == i && k < end && its[j].word() && its[k].is(timeUnit) { // a day earlier
		if k++; k < end && timeAway[its[k].low] {
			return k + 1
		}
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

// timeAway holds what makes a span of time a point in it: two days ago.
var timeAway = map[string]bool{"ago": true, "before": true, "earlier": true, "later": true}

func year(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1900 || n > 2100 {
		return 0
	}
	return n
}

// dateIn finds the first day that a range of items names.
func (v *view) dateIn(its []item) (schemas.Date, bool) {
	for i := range its {
		if d, ok := v.dayAt(its, i); ok && !inWhich(its, i) {
			return d, true
		}
	}
	return schemas.Date{}, false
}

// dayAt reads the day that item i names: the latest weekday of that name on or
// before publication, or an explicit date. A day before or after which
// something was is not the day itself.
func (v *view) dayAt(its []item, i int) (schemas.Date, bool) {
	p := v.published()
	t := &its[i]
	switch {
	case t.quoted() || !t.is(weekday|month) && t.low != "today" && t.low != "yesterday" || i > 0 && boundary[its[i-1].low]:
	case t.is(weekday) && !p.IsZero() && !(i > 0 && (its[i-1].low == "next" || its[i-1].low == "last")):
		return p.AddDays(-((int(p.Weekday()) - weekdayOf(t.low) + 7) % 7)), true
	case t.low == "today" && !p.IsZero() && !(i+1 < len(its) && (its[i+1].low == "'s" || its[i+1].low == "’s")):
		return p, true
	case t.low == "yesterday" && !p.IsZero():
		return p.AddDays(-1), true
	case t.is(month) && t.capital() && !(i > 0 && strings.HasSuffix(its[i-1].low, "'s")):
		return v.dayOfMonth(its, i, p)
	}
	return schemas.Date{}, false
}

// boundary holds the words before a day that put something at another time.
var boundary = map[string]bool{"before": true, "after": true, "since": true, "until": true, "by": true, "from": true}

// published is the day of publication, if it is known to the day.
func (v *view) published() schemas.Date {
	if a := &v.doc.Article; a.DatePrecision == "day" || a.DatePrecision == "" {
		return a.Published
	}
	return schemas.Date{}
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
