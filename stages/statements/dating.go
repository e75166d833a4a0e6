package statements

import (
	"sort"
	"strings"

	"parley/schemas"
	"parley/stages/language/times"
)

// tense is what the verb of a cue tells of when.
type tense uint8

const (
	timeless tense = iota // no verb: according to, a label
	past                  // said
	perfect               // has said
	earlier               // had said
	present               // says, is saying
	ongoing               // saying, adding: as the clause that it hangs on
	unreal                // would say
)

// dated is a day that the article's own words give to what a sentence tells,
// with those whom the sentence names.
type dated struct {
	day      schemas.Date
	unit     int
	para     int32
	occasion bool // it names a meeting, a call, a visit
	content  bool // it stands in what somebody said
	who      map[string]bool
}

const (
	reach     = 12 // units over which the day given for a speaker holds
	near      = 4  // units over which "they" looks back
	leadUnits = 4  // units in which an article says what its news is
)

// clock says for each unit what day it tells of.
type clock struct {
	v      *view
	frames []dated
	other  []bool       // by unit: it tells of another time
	lead   schemas.Date // the day of the article's news, if it is one of the last two
}

// date finds the day of each statement: that which stands at its cue, that of
// the last statement of the same speaker, that of an occasion that the speaker
// took part in, or that of the article's news.
func (v *view) date(all []found) {
	c := v.readClock(all)
	last := map[string]*found{} // speaker to the last statement
	for i := range all {
		f := &all[i]
		key := v.voice(f)
		var prev *found
		if i > 0 {
			prev = &all[i-1]
		}
		if key == "" && f.speaker.pronoun && prev != nil && f.unit-prev.unit <= 1 {
			last[key] = prev // an unknown "he" is the one before
		}
		if f.day.IsZero() {
			f.day = c.day(f, prev, last[key])
		}
		if !f.day.IsZero() {
			f.exact = "day"
		}
		last[key] = f
	}
}

// voice tells one speaker from another: by id, or by the last word of what the
// speaker is called.
func (v *view) voice(f *found) string {
	switch {
	case f.speaker.id != "":
		return f.speaker.id
	case f.speaker.pronoun:
		return ""
	}
	return "=" + strings.ToLower(f.speaker.text[strings.LastIndexByte(f.speaker.text, ' ')+1:])
}

func (c *clock) day(f, prev, last *found) schemas.Date {
	if d, ok := c.v.dateIn(f.region); ok {
		return d
	}
	if f.tense == ongoing || f.linked { // the clause that it hangs on has the day
		if prev != nil && prev.unit == f.unit && c.v.voice(prev) == c.v.voice(f) {
			return prev.day
		}
	}
	if c.v.otherTime(f.region) || f.tense == unreal || f.tense == earlier {
		return schemas.Date{}
	}
	if d := c.around(f); !d.IsZero() && f.tense != present {
		return d
	}
	if c.other[f.unit] {
		return schemas.Date{}
	}
	if last != nil && f.unit-last.unit <= c.hold(f, last) {
		return last.day
	}
	if f.tense != past && f.tense != ongoing {
		return schemas.Date{}
	}
	return c.framed(f)
}

// hold is how many units the day of a speaker's last statement holds for
// another. One that had none keeps the next ones from getting that of the news.
func (c *clock) hold(f, last *found) int {
	switch {
	case last.day.IsZero():
		if last.tense == earlier || last.tense == perfect || last.tense == past && c.other[last.unit] {
			return 2
		}
		return -1
	case f.tense == past || f.tense == ongoing:
		return reach
	case f.tense == perfect && !repeated(f.cue) || f.tense == present && f.para == last.para && f.kind == "direct":
		return 1
	}
	return -1
}

// repeated says whether a cue has no day of its own: has repeatedly said.
func repeated(cue string) bool {
	for _, w := range strings.Fields(strings.ToLower(cue)) {
		switch w {
		case "repeatedly", "previously", "long", "already", "often", "always", "consistently", "recently", "never":
			return true
		}
	}
	return false
}

// around is the day among the words of the unit that are nobody's content.
func (c *clock) around(f *found) (day schemas.Date) {
	frames := c.between(f.unit, f.unit)
	for i := range frames {
		if x := &frames[i]; !(x.content && f.tense == timeless) {
			if !day.IsZero() && day != x.day {
				return schemas.Date{}
			}
			day = x.day
		}
	}
	return day
}

// between gives the frames of the units from lo to hi.
func (c *clock) between(lo, hi int) []dated {
	from := sort.Search(len(c.frames), func(i int) bool { return c.frames[i].unit >= lo })
	to := sort.Search(len(c.frames), func(i int) bool { return c.frames[i].unit > hi })
	return c.frames[from:to]
}

// framed is the day of the occasion that a statement belongs to.
func (c *clock) framed(f *found) schemas.Date {
	joint := f.speaker.id == "" && jointly(f.speaker.text)
	after := c.v.occasionNamed(f.region)
	frames := c.between(f.unit-reach, f.unit-1)
	for i := len(frames) - 1; i >= 0; i-- {
		x := &frames[i]
		returnVerbs := f.unit - x.unit
		switch {
		case f.speaker.id != "" && x.who[f.speaker.id], x.occasion && (after || joint && returnVerbs <= near):
			return x.day
		}
	}
	return c.news(f)
}

// news is the day of the article's news for a person who spoke without any
// other time being told.
func (c *clock) news(f *found) schemas.Date {
	if c.lead.IsZero() || f.speaker.document || f.speaker.text == "I" || f.speaker.text == "we" {
		return schemas.Date{}
	}
	if a, ok := c.v.doc.Actor(f.speaker.id); ok && a.Kind != "person" && a.Kind != "government_body" && !jointly(f.speaker.text) {
		return schemas.Date{}
	}
	frames := c.between(f.unit-reach, f.unit+reach)
	for i := range frames { // the paragraph tells of another day
		if x := &frames[i]; x.para == f.para && x.day != c.lead {
			return schemas.Date{}
		}
	}
	return c.lead
}

// jointly says whether a speaker's words stand for those named together.
func jointly(text string) bool {
	w := strings.ToLower(text)
	return w == "they" || strings.HasPrefix(w, "both") || strings.HasPrefix(w, "the two ") || strings.HasPrefix(w, "the three ")
}

// occasionNamed says whether a range refers back to a meeting: "after the
// talks", "during their call".
func (v *view) occasionNamed(its []item) bool {
	for i := range its {
		switch its[i].low {
		case "after", "at", "during", "following", "in":
			for k := i + 1; k < len(its) && k < i+6 && its[k].word(); k++ {
				if k == i+1 && !its[k].is(det|possessive) {
					break
				}
				if its[k].is(occasion) {
					return true
				}
			}
		}
	}
	return false
}

// otherTime says whether the words around a cue point to another time without
// giving its day.
func (v *view) otherTime(its []item) bool {
	for i := range its {
		t := &its[i]
		if t.quoted() {
			continue
		}
		if e := v.timeOf(t); e != nil && e.Kind == times.Date && !same(e) {
			return true
		}
		switch t.low {
		case "once", "before", "ahead":
			return true
		}
	}
	return false
}
