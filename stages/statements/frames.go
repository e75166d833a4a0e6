package statements

import (
	"parley/schemas"
	"parley/stages/language/times"
)

// readClock reads what day each unit tells of, by the words that are nobody's
// content; of a content only the meeting that it speaks of counts: he said that
// they had met on Thursday.
func (v *view) readClock(all []found) *clock {
	c := &clock{v: v, other: make([]bool, len(v.units))}
	next := 0
	for ui := range v.units {
		for next < len(all) && all[next].unit < ui {
			next++
		}
		end := next
		for end < len(all) && all[end].unit == ui {
			end++
		}
		c.read(ui, all[next:end])
	}
	c.lead = v.newsDay(c)
	return c
}

// read adds the frames of a unit, of which said are the statements.
func (c *clock) read(ui int, said []found) {
	v, u := c.v, &c.v.units[ui]
	for i := range u.items {
		t := &u.items[i]
		e := v.timeOf(t)
		if e == nil || int(t.tok) != e.From || e.Kind != times.Date {
			continue
		}
		content, meets := within(said, t.start), v.occasionBeside(u.items, i)
		if content && !meets || same(e) || e.Direction != times.On || inWhich(u.items, i) || v.underNoun(t.sent, e) || ahead(u.items, i) {
			continue
		}
		d, ok := v.dayAt(u.items, i)
		switch {
		case ok && (!content || v.fresh(d)):
			x := dated{day: d, unit: ui, para: u.para, occasion: meets, content: content}
			if n := len(c.frames); n > 0 && c.frames[n-1].unit == ui {
				if c.frames[n-1].day == d && c.frames[n-1].content == content {
					c.frames[n-1].occasion = c.frames[n-1].occasion || meets
					continue
				}
				x.who = c.frames[n-1].who
			} else {
				x.who = v.party(u)
			}
			c.frames = append(c.frames, x)
		case !ok && !content:
			c.other[ui] = true
		}
	}
}

// within says whether a byte lies in what somebody said.
func within(said []found, at int32) bool {
	for i := range said {
		for _, p := range said[i].spans {
			if p.lo <= at && at < p.hi {
				return true
			}
		}
	}
	return false
}

// occasionBeside says whether a meeting is named close to item i: "Thursday's
// talks", "a meeting in the capital on Thursday".
func (v *view) occasionBeside(its []item, i int) bool {
	for k := i + 1; k < len(its) && k <= i+3 && its[k].word(); k++ {
		if its[k].is(occasion) {
			return true
		}
	}
	for k := i - 1; k >= 0 && k > i-12 && !endsPhrase(&its[k]); k-- {
		if its[k].is(occasion) {
			return true
		}
		if v.verbal(&its[k]) {
			break
		}
	}
	return false
}

// inWhich says whether item i belongs to a relative clause: X, who left on
// Monday, said.
func inWhich(its []item, i int) bool {
	for k := i - 1; k >= 0 && k > i-15 && !endsPhrase(&its[k]); k-- {
		if its[k].is(relative) {
			return true
		}
	}
	return false
}

// ahead says whether the clause of item i tells of what is to come.
func ahead(its []item, i int) bool {
	for k := i - 1; k >= 0 && k > i-15 && !endsPhrase(&its[k]); k-- {
		switch its[k].low {
		case "will", "'ll", "would", "shall", "expected", "scheduled", "planned", "plans", "due", "set", "hopes":
			return true
		case "to":
			if k > 0 && its[k-1].is(be) {
				return true
			}
		}
	}
	return false
}

// fresh says whether a day is that of publication or the one before it.
func (v *view) fresh(d schemas.Date) bool {
	p := v.published()
	return !p.IsZero() && (d == p || d == p.AddDays(-1))
}

// party is whom a unit names or refers to.
func (v *view) party(u *unit) map[string]bool {
	who := map[string]bool{}
	for i := range u.items {
		if m := u.items[i].mention; m >= 0 {
			who[v.doc.Mentions[m].ActorID] = true
		}
	}
	return who
}

// newsDay is the day that an article's beginning gives to its news: that of
// its dateline, or the only one that its first units tell of.
func (v *view) newsDay(c *clock) schemas.Date {
	d := v.datelineDay()
	for i := range c.frames {
		x := &c.frames[i]
		if x.unit >= leadUnits {
			break
		}
		if d.IsZero() {
			d = x.day
		}
		if d != x.day {
			return schemas.Date{}
		}
	}
	if !v.fresh(d) {
		return schemas.Date{}
	}
	return d
}

// datelineDay is the day in the dateline that the text begins with.
func (v *view) datelineDay() schemas.Date {
	if len(v.doc.Sentences) == 0 {
		return schemas.Date{}
	}
	tokens := v.doc.Sentences[0].Tokens
	var its []item
	for i := range dateline(tokens) {
		its = append(its, v.item(&tokens[i], 0, i, len(v.doc.Mentions)))
	}
	d, _ := v.dateIn(its)
	return d
}
