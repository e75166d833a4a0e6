package statements

import (
	"strings"
)

// whole is a piece whose ends are those of the quotations that they lie in.
func (v *view) whole(p piece) piece {
	if k := v.quoteAt(p.lo); k >= 0 {
		from, to := v.chain(k)
		p.lo = v.quotes[from].InnerStart
		if p.hi <= p.lo {
			p.hi = v.quotes[to].InnerEnd
		}
	}
	if k := v.quoteAt(p.hi - 1); k >= 0 && p.hi > p.lo {
		if _, to := v.chain(k); v.quotes[to].Closed {
			p.hi = v.quotes[to].InnerEnd
		}
	}
	return p
}

// quotedBefore is the quotation that ends right before a cue and its speaker, or
// -1: "...," X said.
func (v *view) quotedBefore(hole piece) int {
	k := v.quoteFrom(hole.lo) - 1
	if k < 0 || v.quotes[k].End > hole.lo || strings.Trim(v.doc.Article.Text[v.quotes[k].End:hole.lo], edge) != "" {
		return -1
	}
	if v.quotes[k].words > 3 || v.stopped(k) {
		return k
	}
	return -1
}

// before is the content of a cue that a quotation goes before: that quotation, with
// the words of its sentence that lead up to it, and another behind the cue where
// no other cue stands between.
func (v *view) before(p, hole piece, left int) piece {
	from, _ := v.chain(left)
	q := &v.quotes[from]
	if p.lo > q.InnerStart || v.cueBetween(p.lo, q.Start) || v.doc.SentenceAt(p.lo) != v.doc.SentenceAt(q.Start) && !v.quotedThrough(p.lo, q.Start) {
		p.lo = q.InnerStart
	} else if k := v.quoteAt(p.lo); k >= 0 {
		p.lo = v.quotes[k].InnerStart
	}
	end := v.quotes[left].InnerEnd
	if p.hi > hole.hi {
		if k := v.quoteAt(p.hi - 1); k > left && !v.cueBetween(hole.hi, v.quotes[k].Start) && v.quotedAs(hole, k) {
			end = v.quotes[k].InnerEnd
		} else if !v.stopped(left) && k < 0 && v.doc.SentenceAt(p.hi-1) == v.doc.SentenceAt(hole.lo) {
			end = p.hi
		}
	}
	return piece{p.lo, end}
}

// quotedThrough says whether nothing but quotations stands between two bytes.
func (v *view) quotedThrough(lo, hi int32) bool {
	for lo < hi {
		k := v.quoteAt(lo)
		if k < 0 {
			return strings.Trim(v.doc.Article.Text[lo:hi], edge) == ""
		}
		lo = v.quotes[k].End
		for lo < hi && strings.ContainsRune(" \n", rune(v.doc.Article.Text[lo])) {
			lo++
		}
	}
	return true
}

// quotedAs says whether a quotation behind a cue stands in its paragraph.
func (v *view) quotedAs(hole piece, k int) bool {
	a, b := v.doc.SentenceAt(hole.lo), v.doc.SentenceAt(v.quotes[k].Start)
	return v.doc.Sentences[a].Paragraph == v.doc.Sentences[b].Paragraph
}

// quotedBeside is the quotation nearest to a cue whose content the reader does not
// find: one that is longer than what it reads at once.
func (v *view) quotedBeside(f *found) piece {
	if f.cue == "" {
		return piece{}
	}
	its := v.units[f.unit].items
	at := v.itemOf(its, f.verb.Sentence, int(f.verb.Token))
	if at < 0 {
		return piece{}
	}
	for d := 1; d < len(its); d++ {
		for _, k := range []int{at - d, at + d} {
			if k >= 0 && k < len(its) && its[k].quoted() && v.quotes[its[k].quote].words > 3 {
				q := &v.quotes[its[k].quote]
				return piece{q.InnerStart, q.InnerEnd}
			}
		}
	}
	return piece{}
}

// quoteAt is the outermost quotation that holds a byte, or -1.
func (v *view) quoteAt(b int32) int {
	if k := v.quoteFrom(b); k < len(v.quotes) && v.quotes[k].Start <= b {
		return k
	}
	return -1
}

// chain is the first and last of the quotations that go on with one another over
// paragraphs.
func (v *view) chain(k int) (from, to int) {
	from, to = k, k
	for from > 0 && v.quotes[from-1].Continues {
		from--
	}
	for v.quotes[to].Continues && to+1 < len(v.quotes) {
		to++
	}
	return from, to
}

// quotesFrom is where the outermost quotation begins that holds a byte, or that byte.
func (v *view) quotesFrom(b int32) int32 {
	if k := v.quoteAt(b); k >= 0 {
		return v.quotes[k].Start
	}
	return b
}
