package charts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"parley/schemas"
)

// talk is a meeting of the sides.
type talk struct {
	date          schemas.Date
	month         bool // date is exact to the month only
	planned       bool
	round         int32 // 0 where it is not told
	level, format string
	place         string
	outcome       string
	others        []string // parties beside the sides
	articles      int32
}

// linesShown is how many meetings of the sides have a line of their own.
const linesShown = 16

// talkOf is what there is to draw of a meeting; ok is false where it does not
// bring the sides together.
func (f *facts) talkOf(m *schemas.Meeting, who []string) (t talk, ok bool) {
	t = talk{
		date: m.Date, month: m.DatePrecision == "month", planned: m.Status == "planned",
		level: m.Level, format: m.Format, place: m.Place, outcome: m.Outcome, articles: m.Articles,
	}
	own(&t.level, &t.format, &t.place, &t.outcome)
	if m.Round != nil {
		t.round = *m.Round
	}
	sides := 0
	for _, p := range who {
		if f.sideOrOthers(p) == "others" {
			t.others = append(t.others, p)
		} else {
			sides++
		}
	}
	return t, sides > 1
}

// telling orders meetings by how much there is to say of them.
func telling(a, b talk) int {
	count := func(t talk) (n int) {
		for _, told := range []bool{t.round > 0, t.round > 0, t.level != "", t.format != "", t.place != "", t.outcome != "", !t.planned} {
			if told {
				n++
			}
		}
		return n
	}
	return cmp.Or(cmp.Compare(b.articles, a.articles), cmp.Compare(count(b), count(a)), inTime(a, b))
}

func inTime(a, b talk) int {
	return cmp.Or(a.date.Compare(b.date), cmp.Compare(b.articles, a.articles), cmp.Compare(a.round, b.round), strings.Compare(a.place, b.place))
}

// listed are the meetings that get a line, in order of time.
func listed(all []talk) []talk {
	all = slices.SortedFunc(slices.Values(all), telling)
	all = all[:min(len(all), linesShown)]
	slices.SortFunc(all, inTime)
	return all
}

// says is what stands beside a meeting.
func (f *facts) says(t talk) string {
	var told []string
	add := func(s string) {
		if s != "" {
			told = append(told, s)
		}
	}
	if t.round > 0 {
		add(ordinal(t.round) + " round")
	}
	add(strings.ReplaceAll(t.level, "_", " "))
	add(map[string]string{"in_person": "in person", "phone": "by phone", "video": "by video"}[t.format])
	add(t.place)
	if len(t.others) > 0 {
		var names []string
		for _, p := range t.others[:min(len(t.others), 3)] {
			names = append(names, f.partyName(p))
		}
		slices.Sort(names)
		add("with " + strings.Join(names, ", "))
	}
	if t.planned {
		add("planned")
	}
	add(map[string]string{"agreement": "agreement", "progress": "progress", "none": "no result"}[t.outcome])
	return cmp.Or(strings.Join(told, ", "), "talks")
}

func (f *facts) whenOf(t talk) string {
	if t.month {
		return month(t.date)
	}
	return day(t.date)
}

// ordinal writes 3 as 3rd.
func ordinal(n int32) string {
	end := "th"
	if n%100 < 11 || n%100 > 13 {
		switch n % 10 {
		case 1:
			end = "st"
		case 2:
			end = "nd"
		case 3:
			end = "rd"
		}
	}
	return fmt.Sprint(n) + end
}

// lines are meetings over time, one a line: the day, a mark for its form, what
// is told of it, what came of it, and how many articles tell.
type lines []line

type line struct {
	when, says string
	at         float64 // in slots
	mark       markKind
	planned    bool
	articles   int32
}

// lineLead is the height of a line.
const lineLead = 14

// formMarks are the marks of the forms of a meeting, in order of the legend.
var formMarks = []struct {
	format, name string
	mark         markKind
}{{"in_person", "In person", disc}, {"video", "By video", diamond}, {"phone", "By phone", triangle}, {"", "Form not told", cross}}

func (f *facts) lines(all []talk) (list lines) {
	for _, t := range all {
		l := line{when: f.whenOf(t), says: f.says(t), at: f.timeline.at(t.date), planned: t.planned, articles: t.articles}
		for _, m := range formMarks {
			if m.format == t.format {
				l.mark = m.mark
			}
		}
		list = append(list, l)
	}
	return list
}

// legend explains the marks that occur.
func (list lines) legend() (keys []entry) {
	for _, m := range formMarks {
		if slices.ContainsFunc(list, func(l line) bool { return l.mark == m.mark }) {
			keys = append(keys, entry{m.name, ink, m.mark})
		}
	}
	return keys
}

func (list lines) draw(p *page, f frame) {
	const gap = 7
	for i, l := range list {
		y := f.Max.Y - lineLead*(vg.Length(i)+0.5)
		p.beside(tickStyle, f.Min.X-5, y, right, l.when)
		p.beside(tickStyle, f.Max.X+5, y, left, number(float64(l.articles)))
		p.line(rule, 0.6, f.Min.X, y, f.Max.X, y)
		x := f.x(l.at)
		before, after := x-gap-f.Min.X, f.Max.X-x-gap
		w := p.width(tickStyle, l.says)
		from := x + gap
		if w > after && before > after {
			w = min(w, before)
			from = x - gap - w
		}
		text := p.fit(tickStyle, l.says, max(before, after))
		p.rect(paper, from-2, y-tickSize*rise, from+p.width(tickStyle, text)+2, y+tickSize*rise) // above the rule
		p.beside(tickStyle, from, y, left, text)
		p.mark(l.mark, ink, x, y, 3.2, l.planned)
	}
}
