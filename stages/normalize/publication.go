package normalize

import (
	"strings"
	"time"

	"parley/schemas"
	"parley/stages/language/times"
)

// dating is a day of publication and what shows it.
type dating struct {
	day      schemas.Date
	at       time.Time
	method   string
	evidence string
}

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
	for _, f := range c.fields {
		d, at, ok := parseMoment(f.value)
		if ok && allowed(d) {
			return dating{d, at, "metadata", f.name + ": " + strings.TrimSpace(f.value)}
		}
		if ok {
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
	if d, words := urlDate(c.url); allowed(d) {
		return dating{day: d, method: "metadata", evidence: "url: " + words}
	}
	g, ok := z.reckoned(c)
	if ok && allowed(g.day) && (stamp.IsZero() || g.day == stamp) {
		return g
	}
	if !stamp.IsZero() {
		return dating{day: stamp, method: "filename", evidence: stampWords}
	}
	return dating{}
}

// statement of publication that a line may open with; the lower the better.
var datedLine = map[string]int{
	"published": 1, "posted": 1, "issued": 1, "publication": 1, "released": 1,
	"date": 2, "created": 2,
	"update": 4, "updated": 4, "modified": 4,
}

// statedDay finds a line that gives the day of publication: "Published 12
// April 2022", or a date alone below the headline. A date alone above the
// headline is the day the page was printed or fetched.
func statedDay(blocks []block, headline int) (dating, bool) {
	var best dating
	rank := 9
	first := firstRunning(blocks)
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
		near := i < first+3 || i >= len(blocks)-3
		if r == 9 && headline >= 0 && i > headline && i <= first && b.label != caption && (len(words) <= 9 || words[0] == "by") {
			r, near = 3, true
		}
		if r >= rank || !near || b.label == caption {
			continue
		}
		if d, at, ok := momentIn(b.text[min(from, len(b.text)):]); ok {
			best, rank = dating{d, at, "text", b.text}, r
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
			if d, at, ok := parseMoment(w); ok {
				return d, at, true
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
				return dating{day: d, method: "dateline", evidence: strings.TrimSpace(head)}, true
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

// urlDate finds /2022/03/10/ or 2022-03-10 in an address.
func urlDate(url string) (schemas.Date, string) {
	for i := 1; i+10 <= len(url); i++ {
		s := url[i : i+10]
		if url[i-1] != '/' && url[i-1] != '-' && url[i-1] != '_' || s[0] != '1' && s[0] != '2' {
			continue
		}
		if s[4] == s[7] && (s[4] == '/' || s[4] == '-') {
			if d, ok := times.Numeric(s); ok {
				return d, s
			}
		}
	}
	return schemas.Date{}, ""
}
