package quotes

import (
	"cmp"
	"math"
	"slices"

	"parley/stages"
)

// mark is a quotation mark at its place.
type mark struct {
	start, end int32 // bytes of the text
	limit      int32 // the end of its sentence
	opens      bool
	doubtful   bool // it opens where a mark that closes could stand
}

// paragraph is what Find reads at a time.
type paragraph struct {
	text      string
	sentences []stages.Sentence
	next      string // the mark that opens the next paragraph, "" where none does
	found     []stages.Quotation
}

// Find returns the quotations among the sentences of a text whose marks Direct
// has given their direction, in order of place, the outer before the inner.
func (r *Reader) Find(text string, sentences []stages.Sentence) []stages.Quotation {
	var all []stages.Quotation
	last := -1 // the quotation that the paragraph before ends with and does not close
	for i := 0; i < len(sentences); {
		j := i + 1
		for j < len(sentences) && sentences[j].Paragraph == sentences[i].Paragraph {
			j++
		}
		p := paragraph{text: text, sentences: sentences[i:j]}
		if j < len(sentences) {
			p.next = firstMark(text, sentences[j])
		}
		p.double(last >= 0)
		p.single()
		r.dialogue(&p)
		p.nest()
		if last >= 0 && len(p.found) > 0 && p.found[0].Start == p.start() {
			all[last].Continues = true
		}
		first := len(all)
		all = append(all, p.found...)
		last = -1
		if k := lastOutermost(all, first); k >= 0 && !all[k].Closed && all[k].End == p.end() {
			last = k
		}
		i = j
	}
	return all
}

// firstMark is the quotation mark that a sentence opens with, or "".
func firstMark(text string, s stages.Sentence) string {
	if len(s.Tokens) == 0 || s.Tokens[0].Shape != stages.OpenQuote {
		return ""
	}
	return word(text, s.Tokens[0])
}

// lastOutermost is the last quotation of level 0 from index first on, or -1.
func lastOutermost(all []stages.Quotation, first int) int {
	for k := len(all) - 1; k >= first; k-- {
		if all[k].Level == 0 {
			return k
		}
	}
	return -1
}

// tokens are those of the whole paragraph.
func (p *paragraph) tokens() (all []stages.Token) {
	for i := range p.sentences {
		all = append(all, p.sentences[i].Tokens...)
	}
	return all
}

func (p *paragraph) start() int32 { return p.sentences[0].Start }
func (p *paragraph) end() int32   { return p.sentences[len(p.sentences)-1].End }

// marks are the double or the single marks of the paragraph that have a
// direction.
func (p *paragraph) marks(double bool) (out []mark) {
	for _, s := range p.sentences {
		for i, t := range s.Tokens {
			if t.Shape != stages.OpenQuote && t.Shape != stages.CloseQuote {
				continue
			}
			if w := word(p.text, t); (w == "‘" || IsSingle(w)) != double {
				doubtful := w == "”" || w == "»" || !spaceBefore(p.text, s.Tokens, i) || spaceAfter(s.Tokens, i)
				out = append(out, mark{t.Start, t.End, s.End, t.Shape == stages.OpenQuote, doubtful})
			}
		}
	}
	return out
}

// double pairs the double marks. carried says that the paragraph before left a
// quotation open, so that a mark which closes here may end it.
func (p *paragraph) double(carried bool) {
	marks := p.marks(true)
	if carried && len(marks) > 0 && !marks[0].opens {
		marks = slices.Insert(marks, 0, mark{start: p.start(), end: p.start(), opens: true, doubtful: true})
	}
	var open []int
	for k, m := range marks {
		if m.opens {
			open = append(open, k)
		} else if n := len(open); n > 0 {
			p.add(marks[open[n-1]], m, stages.DoubleMarks)
			open = open[:n-1]
		}
	}
	for _, k := range open { // no mark closes these
		if marks[k].doubtful {
			continue
		}
		end := marks[k].limit
		if m := marks[k]; m.start == p.start() || k+1 == len(marks) && p.next == p.text[m.start:m.end] {
			end = p.end()
		}
		if k+1 < len(marks) {
			end = min(end, marks[k+1].start)
		}
		p.add(marks[k], mark{start: max(end, marks[k].end)}, stages.DoubleMarks)
	}
}

// single pairs the single marks; one without a partner is an apostrophe.
func (p *paragraph) single() {
	open := mark{}
	for _, m := range p.marks(false) {
		if m.opens {
			open = m
		} else if open.opens {
			p.add(open, m, stages.SingleMarks)
			open = mark{}
		}
	}
}

// add notes a quotation; close is zero bytes long where no mark closes it.
func (p *paragraph) add(open, close mark, style stages.QuoteStyle) {
	q := stages.Quotation{Start: open.start, InnerStart: open.end, InnerEnd: close.start, End: close.end, Paragraph: p.sentences[0].Paragraph, Style: style, Closed: true}
	if close.end == 0 {
		q.End, q.Closed = q.InnerEnd, false
	}
	p.found = append(p.found, q)
}

// rank says which of two quotations that cross stays: the one of the lower rank.
var rank = [...]int{stages.DialogueDash: 0, stages.DoubleMarks: 1, stages.SingleMarks: 2}

// nest sorts what was found, drops what crosses another quotation or is a guess
// around speech between dashes, and gives each its level.
func (p *paragraph) nest() {
	slices.SortFunc(p.found, func(a, b stages.Quotation) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(rank[a.Style], rank[b.Style]))
	})
	var open []int // those that the place lies in
	for i := range p.found {
		q := &p.found[i]
		for n := len(open); n > 0 && p.found[open[n-1]].End <= q.Start; n-- {
			open = open[:n-1]
		}
		for n := len(open); n > 0 && q.Level >= 0; n-- {
			o := &p.found[open[n-1]]
			guess := !o.Closed && q.Style == stages.DialogueDash
			if o.End >= q.End && !guess {
				break
			} else if guess || rank[o.Style] > rank[q.Style] {
				o.Level, open = dropped, open[:n-1]
			} else {
				q.Level = dropped
			}
		}
		if q.Level >= 0 {
			open = append(open, i)
		}
	}
	p.found = slices.DeleteFunc(p.found, func(q stages.Quotation) bool { return q.Level == dropped })
	open = open[:0]
	for i := range p.found {
		for n := len(open); n > 0 && p.found[open[n-1]].End <= p.found[i].Start; n-- {
			open = open[:n-1]
		}
		p.found[i].Level = int8(min(len(open), math.MaxInt8))
		open = append(open, i)
	}
}

// dropped is the level of a quotation that crosses another one.
const dropped = -1
