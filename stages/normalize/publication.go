package normalize

import (
	"strings"
	"time"

	"parley/schemas"
	"parley/stages/language/times"
)

// dating is a day of publication and what shows it.
type dating struct {
	moment
	method   string
	evidence string
}

// onDay is a day of which the time is not known.
func onDay(d schemas.Date) moment { return moment{day: d, precision: "day"} }

// clues is where the day of publication may be found.
type clues struct {
	fields []field      // what a record, front matter or page says, best first
	url    string       // address of the page
	file   string       // name of the file
	latest schemas.Date // day on which a crawler fetched it; unknown is no bound
	lines  []block      // all blocks, labelled
	title  int          // the headline among them, -1 without one
	text   []string     // the article's own paragraphs
	page   []block      // the whole page, where its head gives no date
}

// field is a metadata field with a date and its name.
type field struct{ name, value string }

// published finds the day of publication: from metadata, from a line that says
// so, from a dateline, from the address, from a stamp in the file's name, and
// last from what the text says of itself. A day after that of the stamp or of
// the crawl (and the next, for time zones), or before there were pages, is
// impossible; refused gets the words that gave it.
func (z *normalizer) published(c clues, refused func(words string)) dating {
	stamp, stampWords, _ := fileStamp(c.file)
	allowed := func(d schemas.Date) bool {
		return plausible(d) && (stamp.IsZero() || !stamp.AddDays(1).Before(d)) && (c.latest.IsZero() || !c.latest.AddDays(1).Before(d))
	}
	var rough []dating // known to the month or year only
	for _, f := range c.fields {
		m, ok := parseMoment(f.value)
		if g := (dating{m, "metadata", f.name + ": " + strings.TrimSpace(f.value)}); ok && m.precision == "day" && allowed(m.day) {
			return g
		} else if ok && m.precision != "day" && plausible(m.day) {
			rough = append(rough, g)
		} else if ok {
			refused(f.name + ": " + strings.TrimSpace(f.value))
		}
	}
	if g, ok := statedDay(c.lines, c.title); ok && allowed(g.day) {
		return g
	} else if ok {
		refused(g.evidence)
	}
	if g, ok := statedDay(c.page, markedHeadline(c.page, firstRunning(c.page))); ok && allowed(g.day) {
		return g
	}
	if g, ok := z.dateline(c.text, stamp); ok && allowed(g.day) {
		return g
	}
	if m, words := urlMoment(c.url); m.precision == "day" && allowed(m.day) {
		return dating{m, "metadata", "url: " + words}
	} else if m.precision == "month" && plausible(m.day) {
		rough = append(rough, dating{m, "metadata", "url: " + words})
	}
	g, ok := z.reckoned(c)
	if ok && allowed(g.day) && (stamp.IsZero() || g.day == stamp) {
		return g
	}
	if !stamp.IsZero() {
		return dating{onDay(stamp), "filename", stampWords}
	}
	if len(rough) > 0 {
		return rough[0]
	}
	return dating{}
}

// statement of publication that a line may open with; the lower the better.
var datedLine = map[string]int{
	"published": 1, "posted": 1, "issued": 1, "publication": 1, "released": 1,
	"date": 2, "created": 2,
	"update": 4, "updated": 4, "modified": 4,
}

// ofDateAlone is the rank of a date of which nothing says what it is.
const ofDateAlone = 3

// stamped reports whether a line opens with a date or with what the date behind
// is of.
func stamped(s string) bool {
	words := plainWords(s[:min(len(s), 100)], nil)
	if len(words) == 0 || len(words) > 16 {
		return false
	}
	if d := findDates(s); len(d) == 0 || datedLine[words[0]] == 0 && d[0].start > 0 {
		return false
	}
	return true
}

// belowByline reports whether a block stands directly below the authors of the
// article, whose headline and standfirst stand above.
func belowByline(blocks []block, i, headline int) bool {
	return i > 0 && i <= headline+5 && isByline(blocks[i-1].text)
}

// statedDay finds a line that gives the day of publication: "Published 12
// April 2022", or a date alone below the headline. A date alone above the
// headline is the day the page was printed or fetched.
func statedDay(blocks []block, headline int) (dating, bool) {
	var best dating
	rank := 9
	first := firstRunning(blocks[headline+1:]) + headline + 1
	for i := range blocks {
		b := &blocks[i]
		if b.feat.words > 24 || b.feat.words == 0 || !strings.ContainsAny(b.text, "0123456789") {
			continue
		}
		r, from := 9, 0
		words := plainWords(b.text, nil)
		for k, w := range words {
			if n := datedLine[w]; n > 0 && n < r && (k == 0 || w != "date") && (k < 4 || r < 9) {
				r, from = n, max(0, strings.Index(strings.ToLower(b.text), w))
			}
		}
		part := b.text[min(from, len(b.text)):]
		if r == datedLine["updated"] {
			if d, _, ok := momentIn(b.text[:from]); ok && plausible(d) { // 3 May 2021, updated 4 May
				r, part = ofDateAlone, b.text[:from]
			}
		}
		near := i < first+3 || i >= len(blocks)-3
		if r == 9 && headline >= 0 && i > headline && (i <= first || belowByline(blocks, i, headline)) && b.label != caption && (len(words) <= 9 || words[0] == "by") {
			r, near = ofDateAlone, true
		}
		if r >= rank || !near || b.label == caption {
			continue
		}
		if d, at, ok := momentIn(part); ok {
			best, rank = dating{moment{d, at, "day"}, "text", b.text}, r
		}
	}
	return best, rank < 9
}

func momentIn(s string) (schemas.Date, time.Time, bool) {
	for _, w := range findDates(s) {
		if w.date.Year > 0 {
			return w.date, time.Time{}, true
		}
	}
	for w := range strings.FieldsSeq(s) {
		if len(w) >= 16 {
			if m, ok := parseMoment(w); ok && m.precision == "day" {
				return m.day, m.at, true
			}
		}
	}
	return schemas.Date{}, time.Time{}, false
}

// dateline reads the place and day with which agencies open a text: "MINSK, 3
// May (Agency) -". The year is that of the stamp, or else the one in which the
// day falls on the weekday that the text names first.
func (z *normalizer) dateline(text []string, stamp schemas.Date) (dating, bool) {
	for i, p := range text {
		if i == 3 {
			break
		}
		head := datelineHead(p)
		if head == "" {
			continue
		}
		for _, w := range findDates(head) {
			d := w.date
			if d.Year == 0 {
				d = z.yearFor(d, stamp, text)
			}
			if times.Valid(d) {
				return dating{onDay(d), "dateline", strings.TrimSpace(head)}, true
			}
		}
	}
	return dating{}, false
}

// datelineHead is what stands before the dash that ends a dateline: places in
// capitals, a day, an agency in brackets; "" when the text opens otherwise.
func datelineHead(p string) string {
	const longest = 90
	head := p[:min(len(p), longest)]
	end := -1
	for _, dash := range []string{" – ", " — ", " - ", " -- ", ") — ", "—", ")"} {
		if i := strings.Index(head, dash); i > 0 && (end < 0 || i < end) {
			end = i
			if dash == ")" {
				end++
			}
		}
	}
	if end < 0 {
		return ""
	}
	head = head[:end]
	if strings.ContainsAny(head, ".!?\"“”") && !strings.Contains(head, "(") && !strings.Contains(head, "Jan.") {
		for _, w := range pieces(head) {
			if strings.HasSuffix(w.raw, ".") && times.MonthOf(w.text) == 0 && len(w.text) > 3 {
				return ""
			}
		}
	}
	places := 0
	for _, w := range pieces(head) {
		if _, day := times.WeekdayOf(w.text, true); day || times.MonthOf(w.text) > 0 || w.text == "" || w.text[0] >= '0' && w.text[0] <= '9' {
			continue
		}
		r := w.raw[0]
		if r >= 'a' && r <= 'z' {
			return ""
		}
		places++
	}
	if places > 8 {
		return ""
	}
	return head
}

// datelineAgency is the agency that a dateline credits, "" without one.
func datelineAgency(text []string) string {
	if len(text) == 0 {
		return ""
	}
	head := datelineHead(text[0])
	if i, j := strings.IndexByte(head, '('), strings.LastIndexByte(head, ')'); i > 0 && j > i+1 && j-i < 30 {
		return head[i+1 : j]
	}
	return ""
}

// yearFor gives a day without a year its year.
func (z *normalizer) yearFor(d, stamp schemas.Date, text []string) schemas.Date {
	if !stamp.IsZero() {
		d.Year = stamp.Year
		if stamp.AddDays(1).Before(d) {
			d.Year--
		}
		return d
	}
	weekday, _, ok := leadWeekday(text)
	if z.start.IsZero() || !ok {
		return schemas.Date{}
	}
	for y := z.start.Year; y < z.start.Year+5; y++ {
		d.Year = y
		if times.Valid(d) && (d.Weekday() == weekday || d.AddDays(-1).Weekday() == weekday) {
			return d
		}
	}
	return schemas.Date{}
}
