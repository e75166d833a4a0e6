package statements

import (
	"slices"
	"strings"
	"unicode"

	"parley/stages"
	"parley/stages/language/times"
	"parley/stages/language/trees"
)

// dateline is the number of tokens that make up the dateline a paragraph
// begins with: "KYIV, March 21 (CNA) -" tells where and when it was written
// and is no part of what is said. It is 0 when there is none.
func dateline(tokens []stages.Token) int {
	const longest = 16
	if len(tokens) == 0 || tokens[0].Shape != stages.Uppercase || len(tokens[0].Lower) < 3 {
		return 0
	}
	open := false
	for i := 1; i < len(tokens)-1 && i < longest; i++ {
		switch t := &tokens[i]; {
		case t.Lower == "(":
			open = true
		case t.Lower == ")":
			open = false
		case open:
		case t.Lower == "-" || t.Lower == "–" || t.Lower == "—" || t.Lower == "--":
			if next := tokens[i+1].Shape; next == stages.Capitalized || next == stages.Uppercase {
				return i + 1
			}
			return 0
		case t.Shape == stages.Lowercase:
			return 0
		}
	}
	return 0
}

// quoteFrom is the index of the first quotation that ends behind b.
func (v *view) quoteFrom(b int32) int {
	k, _ := slices.BinarySearchFunc(v.quotes, b, func(q quote, b int32) int {
		if q.End <= b {
			return -1
		}
		return 1
	})
	return k
}

// extent is where the items from lo to hi stand.
func extent(its []item, lo, hi int) piece {
	if hi <= lo {
		return piece{}
	}
	return piece{its[lo].start, its[hi-1].end}
}

// maxUnit bounds the items of a unit, so that no look to the left or right is
// longer, whatever the text.
const maxUnit = 400

// item is what the clause patterns see: a token, or a whole quotation.
type item struct {
	start, end int32 // bytes of the text
	low        string
	shape      stages.Shape
	class      class
	quote      int32 // index of the quotation, or -1
	sent       int32
	mention    int32 // index of the mention that covers it by name or otherwise, or -1
	tok        int32 // index of the token in its sentence; of a quotation that of its mark
}

func (t *item) is(c class) bool { return t.class&c != 0 }

func (t *item) quoted() bool { return t.quote >= 0 }

func (t *item) word() bool { return t.quote < 0 && t.shape.IsWord() }

func (t *item) capital() bool {
	return t.quote < 0 && (t.shape == stages.Capitalized || t.shape == stages.Uppercase || t.shape == stages.Mixed)
}

// unit is a sentence, or the several that a quotation holds together.
type unit struct {
	items   []item
	para    int32
	heading bool
}

// view is a document as this stage sees it.
type view struct {
	doc    *stages.Document
	s      *stage
	quotes []quote
	units  []unit

	offices   []office          // of the persons, in order of place
	cueStarts []int32           // bytes at which cues begin that stand in no quotation
	genders   map[string]string // person to he or she
	times     [][]times.Told    // by sentence

	tree     trees.Tree
	treeSent int32 // sentence of the tree, and one; 0 before the first
}

func (s *stage) newView(d *stages.Document) *view {
	v := &view{doc: d, s: s}
	v.readTimes()
	v.readQuotes()
	v.makeUnits()
	v.readPersons()
	return v
}

// quote is a quotation of the outermost level.
type quote struct {
	stages.Quotation
	words int32
}

// readQuotes takes the outermost quotations; what lies within one is its content.
func (v *view) readQuotes() {
	for _, q := range v.doc.Quotations {
		if q.Level == 0 {
			words := strings.FieldsFunc(v.doc.Article.Text[q.InnerStart:q.InnerEnd], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' })
			v.quotes = append(v.quotes, quote{q, int32(len(words))})
		}
	}
}

// makeUnits walks tokens and quotations together.
func (v *view) makeUnits() {
	var cur unit
	flush := func() {
		if len(cur.items) > 0 {
			cur.heading = cur.heading || titleCase(cur.items)
			v.units = append(v.units, cur)
		}
		cur = unit{}
	}
	q, m := 0, 0
	for si := range v.doc.Sentences {
		s := &v.doc.Sentences[si]
		if len(cur.items) > 0 && !v.continues(&cur, s, q) {
			flush()
		}
		from := 0
		if si == 0 || v.doc.Sentences[si-1].Paragraph != s.Paragraph {
			from = dateline(s.Tokens)
		}
		for ti := from; ti < len(s.Tokens); ti++ {
			t := &s.Tokens[ti]
			for q < len(v.quotes) && v.quotes[q].End <= t.Start {
				q++
			}
			for m < len(v.doc.Mentions) && (int(v.doc.Mentions[m].Sentence) < si || int(v.doc.Mentions[m].Sentence) == si && v.doc.Mentions[m].To <= ti) {
				m++
			}
			it := v.item(t, si, ti, m)
			if len(cur.items) == 0 {
				cur.para, cur.heading = s.Paragraph, s.Heading
			}
			if q < len(v.quotes) && v.quotes[q].Start <= t.Start && t.Start < v.quotes[q].End {
				n := len(cur.items)
				if n == 0 || cur.items[n-1].quote != int32(q) {
					qq := v.quotes[q]
					cur.items = append(cur.items, item{start: qq.Start, end: qq.End, low: "“”", shape: stages.Punct, quote: int32(q), sent: int32(si), mention: -1, tok: int32(ti)})
				}
				continue
			}
			if len(cur.items) >= maxUnit {
				flush()
				cur.para = s.Paragraph
			}
			cur.items = append(cur.items, it)
		}
	}
	flush()
}

// titleCase says whether most longer words are capitalised, as in headlines.
func titleCase(its []item) bool {
	upper, lower := 0, 0
	for i := range its {
		switch t := &its[i]; {
		case !t.word() || len(t.low) < 4 || t.shape == stages.Numeric:
		case t.capital():
			upper++
		default:
			lower++
		}
	}
	return upper > 3 && upper > 4*lower
}

func (v *view) item(t *stages.Token, si, ti, m int) item {
	it := item{start: t.Start, end: t.End, low: t.Lower, shape: t.Shape, class: v.s.words[t.Lower] | timeName(t), quote: -1, sent: int32(si), mention: -1, tok: int32(ti)}
	if t.Shape == stages.OpenQuote || t.Shape == stages.CloseQuote {
		it.class = comma // a mark without a partner still ends a phrase
	}
	if it.class == 0 && len(t.Lower) > 4 && strings.HasSuffix(t.Lower, "ly") && t.Shape == stages.Lowercase {
		it.class = adverb
	}
	if m < len(v.doc.Mentions) {
		x := &v.doc.Mentions[m]
		if int(x.Sentence) == si && x.From <= ti && ti < x.To {
			it.mention = int32(m)
		}
	}
	return it
}

// continues says whether a sentence belongs to the unit before it: a quotation
// runs over the boundary, or the sentence only names who spoke the quotation
// that the unit ends with.
func (v *view) continues(u *unit, s *stages.Sentence, q int) bool {
	if s.Paragraph != u.para || len(u.items) >= maxUnit || len(s.Tokens) == 0 {
		return false
	}
	last := &u.items[len(u.items)-1]
	if last.quoted() && s.Start < v.quotes[last.quote].End {
		return true
	}
	return last.quoted() && s.Tokens[0].Shape == stages.Lowercase
}
