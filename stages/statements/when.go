package statements

import (
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/times"
)

// readTimes reads the times of all sentences.
func (v *view) readTimes() {
	r := times.NewReader(&v.doc.Article, v.s.outset)
	v.times = make([][]times.Told, len(v.doc.Sentences))
	for i := range v.doc.Sentences {
		v.times[i] = r.Read(v.doc.Sentences[i].Tokens)
	}
}

// timeOf is the time that an item is a word of, its preposition included; nil
// for none and in a quotation.
func (v *view) timeOf(t *item) *times.Told {
	if t.quoted() {
		return nil
	}
	all := v.times[t.sent]
	for i := range all {
		if e := &all[i]; e.Lead <= int(t.tok) && int(t.tok) < e.To {
			return e
		}
	}
	return nil
}

// placing reports whether a time is a phrase that tells when: not how long or
// how often, and not an adverb alone.
func placing(t *times.Told) bool {
	return t.Kind == times.Time || t.Kind == times.Date && (t.Point() || t.To-t.From > 1)
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

// dayAt is the day that the item i names. A day before or after which something
// was is not the day itself.
func (v *view) dayAt(its []item, i int) (schemas.Date, bool) {
	t := v.timeOf(&its[i])
	if t == nil || t.Direction != times.On || t.First.Count > 0 {
		return schemas.Date{}, false
	}
	if i > 0 && strings.HasSuffix(its[i-1].low, "'s") && t.Modifies {
		return schemas.Date{}, false // before the town's March 3 vote
	}
	if its[i].low == "today" && i+1 < len(its) && its[i+1].low == "'s" {
		return schemas.Date{}, false // today's world
	}
	p := t.At(false)
	return p.First, p.Precision == times.Day
}

// underNoun reports whether a time hangs on a verb that only describes a noun:
// the report released last week.
func (v *view) underNoun(sent int32, t *times.Told) bool {
	tree := v.treeOf(sent)
	tokens := v.doc.Sentences[sent].Tokens
	for i, n := t.To-1, 0; i >= 0 && n < len(tokens); i, n = tree.Head(i), n+1 {
		if tokens[i].UPOS == stages.PosVerb && (i < t.From || i >= t.To) {
			return tree.Rel(i) == stages.RelAcl
		}
	}
	return false
}

// same reports whether a time is that of which the text speaks already: on the
// same day.
func same(t *times.Told) bool {
	return t.First.Anchor == times.Narrative && t.First.Count == 0 && t.First.Weekday < 0
}

// published is the day of publication, if it is known to the day.
func (v *view) published() schemas.Date {
	if a := &v.doc.Article; a.DatePrecision == "day" || a.DatePrecision == "" {
		return a.Published
	}
	return schemas.Date{}
}

// timeName is the class of the names of weekdays and months.
func timeName(t *stages.Token) (c class) {
	if t.Shape == stages.Lowercase {
		return 0
	}
	if _, ok := times.WeekdayOf(t.Lower, false); ok {
		c = weekday
	}
	if times.MonthOf(t.Lower) > 0 {
		c |= month
	}
	return c
}
