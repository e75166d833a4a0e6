package normalize

import (
	"strconv"
	"strings"
	"time"

	"parley/schemas"
	"parley/stages/language/times"
)

// longestWar is the greatest count of days that is believed.
const longestWar = 5000

// reckoned finds the day of publication in what the text says of itself: the
// day of the war that a heading counts, the days that have passed since a day
// that it names, the date under a picture together with the weekday of the
// news. Two counts that agree need no weekday; one alone needs one that fits.
func (z *normalizer) reckoned(c clues) (dating, bool) {
	var days []dating
	for i := range c.lines {
		if g, ok := z.warDay(c.lines[i].text); ok {
			days = append(days, g)
		}
	}
	for _, p := range c.text {
		if g, ok := z.daysSince(p); ok {
			days = append(days, g)
		}
	}
	weekday, words, named := newsWeekday(c.text)
	for i, g := range days {
		evidence, agree := g.evidence, 0
		for _, h := range days[i+1:] {
			if h.day == g.day && h.evidence != g.evidence {
				evidence += " … " + h.evidence
				agree++
			}
		}
		if named && g.day.Weekday() == weekday {
			evidence += " … " + words
			agree++
		}
		if agree > 0 {
			return dating{onDay(g.day), "arithmetic", evidence}, true
		}
	}
	return pictureDay(c)
}

// warDay reads "Day 26 of the invasion", the first day being the profile's.
func (z *normalizer) warDay(s string) (dating, bool) {
	if z.start.IsZero() || !strings.Contains(s, "ay ") {
		return dating{}, false
	}
	ps := pieces(s)
	for i := 0; i+3 < len(ps); i++ {
		if ps[i].text != "day" || ps[i+2].text != "of" {
			continue
		}
		n, err := strconv.Atoi(ps[i+1].text)
		if err != nil || n < 1 || n > longestWar {
			continue
		}
		for _, w := range ps[i+3 : min(len(ps), i+8)] {
			if z.words["war"][w.text] {
				return dating{moment: onDay(z.start.AddDays(n - 1)), evidence: s[ps[i].start:w.end]}, true
			}
		}
	}
	return dating{}, false
}

// daysSince reads "21 days have passed since ...": the day is counted from the
// last one that the paragraph names before, or the first after.
func (z *normalizer) daysSince(p string) (dating, bool) {
	i := strings.Index(p, " days have passed since")
	if i < 0 {
		i = strings.Index(p, " days have elapsed since")
	}
	if i < 0 || len(p) > 8000 {
		return dating{}, false
	}
	from := strings.LastIndexAny(p[:i], " (") + 1
	n, err := strconv.Atoi(p[from:i])
	if err != nil || n < 1 || n > longestWar {
		return dating{}, false
	}
	end := min(len(p), i+len(" days have passed since"))
	var base written
	for _, w := range findDates(p) {
		if base.text == "" || w.end <= from {
			base = w
		}
	}
	if base.text == "" {
		return dating{}, false
	}
	d := base.date
	if d.Year == 0 {
		if z.start.IsZero() {
			return dating{}, false
		}
		d.Year = z.start.Year
		if d.Before(z.start.AddDays(-30)) {
			d.Year++
		}
	}
	if !times.Valid(d) {
		return dating{}, false
	}
	return dating{moment: onDay(d.AddDays(n)), evidence: base.text + " … " + p[from:end]}, true
}

// pictureDay dates an article by the date in its captions: the day is the
// first from then on that falls on the weekday of the news, at most three days
// later.
func pictureDay(c clues) (dating, bool) {
	const latest = 3
	var taken schemas.Date
	words := ""
	for i := range c.lines {
		if c.lines[i].label != caption {
			continue
		}
		for _, w := range findDates(c.lines[i].text) {
			if w.date.Year > 0 && taken.Before(w.date) {
				taken, words = w.date, w.text
			}
		}
	}
	const least = 3 // times that the text must name the weekday
	weekday, news, ok := newsWeekday(c.text)
	if taken.IsZero() || !ok || strings.Count(strings.Join(c.text, " "), weekday.String()) < least {
		return dating{}, false
	}
	for n := range latest + 1 {
		if d := taken.AddDays(n); d.Weekday() == weekday {
			return dating{onDay(d), "text", words + " … " + news}, true
		}
	}
	return dating{}, false
}

// newsWeekday is the weekday on which the news happens: "this Monday", or the
// one that the opening names, if the text comes back to it.
func newsWeekday(text []string) (time.Weekday, string, bool) {
	for _, p := range text {
		if i := strings.Index(p, "this "); i >= 0 {
			for j := i; j >= 0; {
				word := p[j+5:]
				if k := strings.IndexFunc(word, func(r rune) bool { return r < 'A' || r > 'z' }); k >= 0 {
					word = word[:k]
				}
				if d, ok := times.WeekdayOf(strings.ToLower(word), false); ok {
					return d, p[j : j+5+len(word)], true
				}
				next := strings.Index(p[j+5:], "this ")
				if next < 0 {
					break
				}
				j += 5 + next
			}
		}
	}
	day, words, ok := leadWeekday(text)
	if !ok {
		return 0, "", false
	}
	n := 0
	for _, p := range text {
		n += strings.Count(p, day.String())
	}
	return day, words, n >= 2
}

// leadWeekday is the first weekday that the opening paragraphs name.
func leadWeekday(text []string) (time.Weekday, string, bool) {
	for i, p := range text {
		if i == 4 {
			break
		}
		last := ""
		for w := range strings.FieldsSeq(p[:min(len(p), 2000)]) {
			t := strings.TrimFunc(w, func(r rune) bool { return r < 'A' || r > 'z' })
			if d, ok := times.WeekdayOf(strings.ToLower(t), false); ok {
				if last == "last" || last == "next" {
					last = t
					continue
				}
				return d, strings.TrimSpace(last + " " + t), true
			}
			last = strings.ToLower(t)
		}
	}
	return 0, "", false
}
