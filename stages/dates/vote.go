package dates

import (
	"slices"

	"parley/schemas"
	"parley/stages"
)

// date finds the day of publication of an article from what others tell: the
// days on which the most of its clues fit, if hardly any speaks against them.
// One clue of the others and one of its own that names the weekday, or two of
// the others, are the least. A day counts where they leave one, otherwise the
// month where all of them lie in one.
func (r *resolution) date(digest int) stages.Dating {
	c := &r.digests[digest]
	var all []match
	for i := range c.Clues.Events {
		all = append(all, r.matches(digest, i)...)
	}
	if len(all) == 0 {
		return stages.Dating{}
	}
	byWeekday := agreed(c.Clues.Weekdays)
	days, best := r.days(c, all, byWeekday)
	if len(days) == 0 {
		return stages.Dating{}
	}
	first, last := days[0], days[len(days)-1]
	shown := agreeing(all, first, last)
	clues := len(shown)
	for _, p := range byWeekday {
		if !slices.ContainsFunc(shown, func(m match) bool { return c.Clues.Events[m.clue].Start == p.Start }) {
			clues++
			break
		}
	}
	sure := slices.ContainsFunc(shown, func(m match) bool { return m.sure })
	if !sure || clues < 2 || rival(all, first, last) > rivalry*best {
		return stages.Dating{}
	}
	v := stages.Dating{Published: schemas.FromDays(first), Precision: "day"}
	if slices.ContainsFunc(shown, func(m match) bool { return m.edge && m.first == last }) {
		return stages.Dating{}
	}
	if first != last {
		v.Published, v.Precision = v.Published.MonthStart(), "month"
		if schemas.FromDays(last).MonthStart() != v.Published {
			return stages.Dating{}
		}
	}
	for _, m := range shown {
		e, t := c.Clues.Events[m.clue], r.told[m.told]
		other := r.digests[t.digest].Clues.Events[t.clue]
		v.Shown = append(v.Shown,
			stages.Passage{Digest: digest, Start: e.Start, End: e.End},
			stages.Passage{Digest: t.digest, Start: other.Start, End: other.End, Day: t.day})
	}
	for _, p := range byWeekday {
		v.Shown = append(v.Shown, stages.Passage{Digest: digest, Start: p.Start, End: p.End})
	}
	return v
}

// agreed is the weekday clues of an article, none where they contradict each other.
func agreed(byWeekday []stages.WeekdayClue) []stages.WeekdayClue {
	if slices.ContainsFunc(byWeekday, func(p stages.WeekdayClue) bool { return p.Weekday != byWeekday[0].Weekday }) {
		return nil
	}
	return byWeekday
}

// days are those with the best support, and how much that is.
func (r *resolution) days(c *stages.Digest, all []match, byWeekday []stages.WeekdayClue) (days []int, best float64) {
	var candidates []int
	for _, m := range all {
		for d := m.first; d <= m.last; d++ {
			candidates = append(candidates, d)
		}
	}
	slices.Sort(candidates)
	for _, d := range slices.Compact(candidates) {
		date := schemas.FromDays(d)
		if len(byWeekday) > 0 && int8(date.Weekday()) != byWeekday[0].Weekday || refuted(c, date) {
			continue
		}
		const equal = 1e-9
		switch s := support(all, d); {
		case s > best+equal:
			days, best = append(days[:0], d), s
		case s > best-equal:
			days = append(days, d)
		}
	}
	return days, best
}

// refuted tells whether the article names a day as past that then lay ahead.
func refuted(c *stages.Digest, day schemas.Date) bool {
	for _, e := range c.Clues.Events {
		if e.When.Kind != stages.OnDate || e.When.To != 0 {
			continue
		}
		d := e.When.Date
		if d.Year == 0 {
			d.Year = day.Year
		}
		if n := d.Days() - day.Days(); n > 0 && (n <= vetoDays || e.When.Date.Year > 0) {
			return true
		}
	}
	return false
}

// support is the sum of the best matches of each clue that allow the day. The
// matches of a clue follow one another, the best first.
func support(all []match, day int) (sum float64) {
	for i, m := range all {
		if m.allows(day, day) && !slices.ContainsFunc(all[:i], func(o match) bool { return o.clue == m.clue && o.allows(day, day) }) {
			sum += m.score
		}
	}
	return sum
}

// rival is the sum of the best matches of each clue that allow none of the days.
func rival(all []match, first, last int) (sum float64) {
	for i, m := range all {
		against := func(o match) bool { return !o.allows(first, last) }
		if against(m) && !slices.ContainsFunc(all[:i], func(o match) bool { return o.clue == m.clue && against(o) }) {
			sum += m.score
		}
	}
	return sum
}

// agreeing is the best match of each clue that allows the days.
func agreeing(all []match, first, last int) (out []match) {
	for _, m := range all {
		if m.allows(first, last) && !slices.ContainsFunc(out, func(o match) bool { return o.clue == m.clue }) {
			out = append(out, m)
		}
	}
	return out
}

// allows tells whether the article can have been published on one of the days.
func (m match) allows(first, last int) bool { return m.first <= last && first <= m.last }
