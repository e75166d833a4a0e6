package figures

import (
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/speech"
	"parley/stages/language/times"
)

// article is what the figures of one article share.
type article struct {
	doc     *stages.Document
	profile *stages.Profile // nil for none
	speech  *speech.Index
	times   *times.Reader
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
	outset := schemas.Date{}
	if p != nil {
		outset = p.Start
	}
	return &article{doc: d, profile: p, speech: speech.New(d), times: times.NewReader(&d.Article, outset)}
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
	if j == from || s.labels[s.ps[from].low] != "" || s.timeAt(from) != nil || s.functional(from) {
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

// asOf is the day that the sentence names for what it counts: the one day in it.
// spoken says that it is the day on which somebody spoke of the count.
func (s *scan) asOf(pub schemas.Date) (day schemas.Date, spoken bool) {
	for i := range s.times {
		t := &s.times[i]
		p := t.At(t.Tense == times.Ahead)
		k := s.pieceAt(s.tokens[t.From].Start)
		if p.Precision != times.Day || k == len(s.ps) || pub.Before(p.First) {
			continue
		}
		d, said := p.First, s.saying(k)
		switch {
		case d == day && said == spoken || said && !day.IsZero() && !spoken:
		case s.bounded(k), !day.IsZero() && said == spoken:
			return schemas.Date{}, false
		default:
			day, spoken = d, said
		}
	}
	return day, spoken
}

// pieceAt is the first piece that ends behind a byte of the article.
func (s *scan) pieceAt(at int32) int {
	k, _ := slices.BinarySearchFunc(s.ps, at, func(p piece, at int32) int { return int(p.end) - int(at) - 1 })
	return k
}

// timeAt is the time of the text that piece i belongs to, nil for none.
func (s *scan) timeAt(i int) *times.Told {
	if i < 0 || i >= len(s.ps) {
		return nil
	}
	for k := range s.times {
		t := &s.times[k]
		if s.tokens[t.From].Start < s.ps[i].end && s.ps[i].start < s.tokens[t.To-1].End {
			return t
		}
	}
	return nil
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
