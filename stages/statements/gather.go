package statements

import (
	"slices"
	"strings"
)

// gather turns the hits of one unit into statements.
func (v *view) gather(ui int, u *unit) []found {
	hits := v.findVerbs(u)
	v.subjects(u, hits)
	acc := v.accordings(u)
	plans := make([]plan, len(hits))
	for i := range hits {
		plans[i] = v.decide(u, &hits[i], hits, i)
	}
	var out []found
	at := make([]int, len(hits)) // index in out, or -1
	for i := range hits {
		at[i] = -1
		f, ok := v.fill(u, hits, plans, acc, i)
		if !ok {
			continue
		}
		f.unit, f.para = ui, u.para
		at[i] = len(out)
		out = append(out, f)
	}
	for _, a := range acc {
		if f, ok := v.attributed(u, a, hits, plans, out, at); ok {
			f.unit, f.para = ui, u.para
			out = append(out, f)
		}
	}
	out = append(out, v.nominals(ui, u)...)
	return v.quotedUnder(ui, u, out)
}

// fill makes the statement of one hit.
func (v *view) fill(u *unit, hits []hit, plans []plan, acc []according, i int) (found, bool) {
	h, p := &hits[i], &plans[i]
	its := u.items
	if p.order == none || p.subj.empty() {
		return found{}, false
	}
	if (h.weight < 0.75 && p.side.kind == phrase) && !v.agent(its[p.subj.lo:p.subj.hi]) || h.form == formIng && !h.quotedAs && p.side.kind != quoted && !v.agent(its[p.subj.lo:p.subj.hi]) && (h.weight < 0.8 || h.verb > 0 && !its[h.verb-1].is(comma) && !v.speaks(its[p.subj.lo:p.subj.hi])) {
		return found{}, false
	}
	if strings.HasSuffix(its[p.subj.lo].low, "ing") && p.subj.hi-p.subj.lo > 3 && !its[p.subj.lo].capital() || its[p.subj.lo].low == "having" {
		return found{}, false
	}
	f := found{linked: h.linked && i > 0, tense: tenseOf(its, h), conf: h.weight, cue: v.textOf(its, h.group, h.end), cueAt: extent(its, h.group, h.end), speaker: v.speakerOf(its, p.subj)}
	if h.conditional {
		f.conf *= 0.6
	}
	switch p.order {
	case after, inverted:
		v.leftContent(its, &f, p.left, hits, plans)
		if p.side.kind == quoted {
			f.spans = append(f.spans, v.inner(its[p.side.start]))
		} else if k := v.quoteAhead(its, p.side.behind, hits, i); k >= 0 && its[p.left.hi-1].quoted() {
			f.spans = append(f.spans, v.inner(its[k]))
		} else if j := p.side.behind; !its[p.left.lo].quoted() && j < len(its) && its[j].is(comma) && (!v.clausal(its[p.left.lo:p.left.hi]) || hanging(&its[p.left.lo]) || v.resumes(its, hits, i, p.left, j+1, v.contentEnd(its, j+1, hits, plans, acc, i))) {
			v.addRange(its, &f, span{j + 1, v.contentEnd(its, j+1, hits, plans, acc, i)})
		}
	case before:
		if !v.rightContent(u, &f, hits, plans, acc, i) {
			return found{}, false
		}
	}
	if len(f.spans) == 0 {
		return found{}, false
	}
	v.classify(&f)
	f.region = its[v.regionStart(its, hits, i):min(len(its), max(p.side.behind, h.end))]
	f.item = h.verb
	return f, true
}

// hanging says whether a clause that begins with an item needs another to hang
// on: When we came, she said, it was dark.
func hanging(t *item) bool {
	return t.is(subordinator) && !t.is(relative) && t.low != "that" && t.low != "what" && t.low != "how" && t.low != "why"
}

// regionStart is where words on when and where may begin: at the clause, or at
// the unit's start for its first clause.
func (v *view) regionStart(its []item, hits []hit, i int) int {
	h := &hits[i]
	if i == 0 && !h.linked && !v.clausal(its[:h.clause]) {
		return 0
	}
	if i > 0 && h.linked && h.subject == hits[i-1].subject && h.form != formIng {
		return v.regionStart(its, hits, i-1)
	}
	return min(h.clause, h.group)
}

// classify tells direct, indirect and mixed speech.
func (v *view) classify(f *found) {
	covered, touched := 0, false
	for _, p := range f.spans {
		for k := v.quoteFrom(p.lo); k < len(v.quotes) && v.quotes[k].Start < p.hi; k++ {
			touched = true
			if v.quotes[k].InnerStart <= p.lo && p.hi <= v.quotes[k].InnerEnd {
				covered++
			}
		}
	}
	switch {
	case covered == len(f.spans):
		f.kind = "direct"
	case touched:
		f.kind = "mixed"
	default:
		f.kind = "indirect"
	}
	f.sent = int32(v.doc.SentenceAt(f.spans[0].lo))
	slices.SortFunc(f.spans, func(a, b piece) int { return int(a.lo - b.lo) })
	if len(f.spans) == 1 && f.kind == "mixed" { // "..." whole: the marks go
		for k := v.quoteFrom(f.spans[0].lo); k < len(v.quotes) && v.quotes[k].Start < f.spans[0].hi; k++ {
			if q := &v.quotes[k]; q.Start == f.spans[0].lo && q.End == f.spans[0].hi && q.InnerStart < q.InnerEnd {
				f.spans[0] = v.inner(item{quote: int32(k)})
				f.kind = "direct"
			}
		}
	}
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

func (v *view) textOf(its []item, lo, hi int) string {
	if hi <= lo {
		return ""
	}
	return v.doc.Article.Text[its[lo].start:its[hi-1].end]
}
