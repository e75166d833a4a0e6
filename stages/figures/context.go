package figures

import (
	"slices"
	"strings"
	"time"

	"parley/schemas"
	"parley/stages"
)

// article is what the figures of one article share.
type article struct {
	doc     *stages.Document
	profile *stages.Profile // nil for none
	spans   []claim         // of all statements, by start
}

// context is what the figures of one sentence share.
type context struct {
	*scan
	sentence int
	sources  []source
	goesOn   string       // claimant of the sentence before, where this one goes on
	day      schemas.Date // that the sentence names
	spoken   bool         // day is only that of a speech
	basis    string       // cumulative or incident, by words of the sentence
}

func newArticle(d *stages.Document, p *stages.Profile) *article {
	a := &article{doc: d, profile: p}
	for i, s := range d.Statements {
		for _, p := range s.Spans {
			a.spans = append(a.spans, claim{start: d.Byte(p.Start), end: d.Byte(p.End), statement: i})
		}
	}
	slices.SortStableFunc(a.spans, func(x, y claim) int { return int(x.start) - int(y.start) })
	last := int32(0)
	for i := range a.spans {
		last = max(last, a.spans[i].end)
		a.spans[i].reach = last
	}
	return a
}

// mentions are those of one sentence that begin within the bytes from to end.
func (a *article) mentions(sentence int, from, end int32) []stages.Mention {
	tokens := a.doc.Sentences[sentence].Tokens
	after := func(m stages.Mention, at int32) int {
		if d := int(m.Sentence) - sentence; d != 0 {
			return d
		}
		return int(tokens[m.From].Start) - int(at)
	}
	all := a.doc.Mentions
	i, _ := slices.BinarySearchFunc(all, from, after)
	j, _ := slices.BinarySearchFunc(all[i:], end, after)
	return all[i : i+j]
}

// place is the nearest name after "in", "near" ... behind the figure in its
// clause, or else before it; "" when there is none. Those who flee and troops
// who are sent go to a place or leave one.
func (a *article) place(c *context, f *figure) (start, end int32) {
	moved := f.kind == "displaced" || f.kind == "troops" || f.kind == "detained"
	for k := f.to; k < len(c.ps) && k < f.to+25 && !c.turns(k); k++ {
		if b, e, ok := a.placeAt(c, k, moved); ok {
			return b, e
		}
	}
	moved = false
	for k := f.from - 1; k >= max(0, f.from-25) && !c.turns(k); k-- {
		moved = moved || k >= f.from-3 && c.is(k, "where") // sent to Oldport, where 300 people
		if b, e, ok := a.placeAt(c, k, moved); ok {
			return b, e
		}
	}
	return 0, 0
}

// turns reports whether what stands beyond piece k tells of something else.
func (s *scan) turns(k int) bool {
	return s.is(k, ";", ":", "but", "while", "although", "though", "whereas", "•")
}

func (a *article) placeAt(s *context, k int, moved bool) (start, end int32, ok bool) {
	if !s.is(k, "in", "near", "around", "outside", "inside", "at", "across", "throughout", "within") && !(moved && s.is(k, "to", "into", "from")) {
		return 0, 0, false
	}
	j := k + 1
	for j < len(s.ps) && j < k+6 && s.is(j, "the", "besieged", "occupied", "capital", "suburb", "district", "province", "settlement", "city", "town", "village", "port", "region", "southern", "northern", "eastern", "western", "central", "of", "neighbouring", "neighboring", "nearby") {
		j++
	}
	from := j
	for j < len(s.ps) && s.ps[j].class == word && s.ps[j].capital && (j == from || s.ps[j].gap) {
		j++
	}
	if j == from || s.labels[s.ps[from].low] != "" || s.functional(from) {
		return 0, 0, false
	}
	if s.is(j, "of") || s.is(j, "-") && s.glue(j) || s.is(from, "world", "mr", "mrs", "ms", "dr", "president", "pope") {
		return 0, 0, false // in the Department of ..., in Indo-Pacific waters, in World War Two
	}
	if s.is(j-1, bodies...) {
		return 0, 0, false
	}
	if s.is(from-1, "the") && j < len(s.ps) && s.ps[j].class == word && !s.functional(j) && !s.is(j, areas...) {
		return 0, 0, false // in the Oldport format
	}
	if j == from+1 && (s.is(from, "east", "west", "north", "south", "middle") || s.adjective(j)) {
		return 0, 0, false
	}
	start, end = s.ps[from].start, s.ps[j-1].end
	if s.possessive(j - 1) {
		end = s.ps[j-1].start + int32(len(s.ps[j-1].low))
	}
	for _, m := range a.mentions(s.sentence, start, end) {
		if who, ok := a.doc.Actor(m.ActorID); ok && who.Kind != "state" {
			return 0, 0, false
		}
	}
	return start, end, true
}

// bodies are words that end the name of what one can be in and is no place.
var bodies = []string{"army", "forces", "navy", "guard", "corps", "exchange", "house", "service", "office", "council", "parliament", "congress", "ministry", "party",
	"court", "committee", "institute", "university", "agency", "bank", "group", "conference", "summit", "cup", "war", "times", "post"}

// areas are words behind a name that leave it a place.
var areas = []string{"region", "area", "province", "oblast", "district", "city", "town", "peninsula", "suburb", "sector", "direction", "valley", "basin", "county", "state", "border", "coast", "airport", "plant", "village"}

// adjective reports whether the capitalised word before piece j is one of
// nationality, as in "in a Ukrainian town".
func (s *scan) adjective(j int) bool {
	if j >= len(s.ps) || s.ps[j].class != word && !s.is(j, "-") || s.functional(j) {
		return false
	}
	for _, end := range [...]string{"an", "ish", "ese", "ch"} {
		if strings.HasSuffix(s.ps[j-1].low, end) {
			return true
		}
	}
	return false
}

// asOf is the day that the sentence names for what it counts: the one explicit
// day in it, read against the day of publication. spoken says that it is the
// day on which somebody spoke of the count.
func (a *article) asOf(s *scan) (day schemas.Date, spoken bool) {
	pub := a.doc.Article.Published
	if pub.IsZero() || a.doc.Article.DatePrecision != "day" {
		return day, false
	}
	for k := range s.ps {
		d, ok := s.day(k, pub)
		said := ok && s.saying(k)
		switch {
		case !ok || d == day && said == spoken || said && !day.IsZero() && !spoken:
		case s.bounded(k), !day.IsZero() && said == spoken:
			return schemas.Date{}, false
		default:
			day, spoken = d, said
		}
	}
	return day, spoken
}

// saying reports whether the day at piece k is that of a speech: said on
// Monday; on Monday the mayor said that.
func (s *scan) saying(k int) bool {
	for b := max(0, k-4); b < k; b++ {
		if v, to, _ := s.sources.at(s.ps, b); v == "tail" && to <= k || s.is(b, "told", "saying", "reporters", "reported", "interview", "briefing", "statement", "according") {
			return true
		}
	}
	if k > 2 {
		return false
	}
	for b := k + 1; b < len(s.ps) && b < k+9; b++ {
		if v, _, _ := s.sources.at(s.ps, b); v == "tail" || s.is(b, "told", "reported") {
			return true
		}
	}
	return false
}

// bounded reports whether the day at piece k begins or ends a span of time.
func (s *scan) bounded(k int) bool {
	if s.is(k-1, "to") {
		return true
	}
	for b := max(0, k-9); b < k; b++ {
		if s.is(b, "since", "from", "until", "till", "before", "after", "next", "between") {
			return true
		}
	}
	return false
}

var months = [...]string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// day reads an explicit day at piece k: today, yesterday, a weekday on or
// before publication, 24 March, March 24.
func (s *scan) day(k int, pub schemas.Date) (schemas.Date, bool) {
	switch s.low(k) {
	case "today":
		return pub, true
	case "yesterday":
		return pub.AddDays(-1), true
	}
	if s.labels[s.low(k)] == "weekday" && s.ps[k].capital {
		for d := range 7 {
			if day := pub.AddDays(-d); strings.HasPrefix(strings.ToLower(day.Weekday().String()), s.low(k)[:3]) {
				return day, true
			}
		}
	}
	if !s.month(k) {
		return schemas.Date{}, false
	}
	month := slices.Index(months[:], s.low(k)[:3]) + 1
	n, after := k-1, k+1
	if s.is(after, ".") {
		after++
	}
	switch {
	case k > 0 && s.ps[n].class == digits && s.ps[n].plain && s.ps[n].value <= 31:
	case after < len(s.ps) && s.ps[after].class == digits && s.ps[after].plain && s.ps[after].value >= 1 && s.ps[after].value <= 31:
		n, after = after, after+1
	default:
		return schemas.Date{}, false
	}
	year := int(pub.Year)
	if s.is(after, "-", "–") {
		after += 2 // August 6-8
	}
	if s.is(after, ",") {
		after++
	}
	named := after < len(s.ps) && s.ps[after].plain && yearLike(s.ps[after].value)
	if named {
		year = int(s.ps[after].value)
	}
	day := schemas.NewDate(year, time.Month(month), int(s.ps[n].value))
	if !named && pub.Before(day) {
		day = schemas.NewDate(year-1, time.Month(month), int(s.ps[n].value))
	}
	return day, day.Days() <= pub.Days()
}
