package statements

import (
	"strings"

	"parley/schemas"
	"parley/stages"
)

// order is where the content stands to its cue.
type order uint8

const (
	none     order = iota
	before         // X said that ...
	after          // "...", X said
	inverted       // "...", said X
)

// found is a statement before it becomes a row.
type found struct {
	spans   []piece
	sent    int32
	unit    int
	speaker speaker
	cue     string
	cueAt   piece
	kind    string // direct, indirect, mixed
	conf    float64
	region  []item // where medium, relay and date are sought
	relay   string
	para    int32
	tense   tense
	item    int  // item of the verb in its unit
	linked  bool // its clause goes on from the one before
	day     schemas.Date
	exact   string // precision of day
}

// piece is a range of bytes.
type piece struct{ lo, hi int32 }

// plan is what the patterns decide for one hit.
type plan struct {
	order order
	side  side
	left  span // content to the left
	subj  span
}

// decide chooses the order for a hit.
func (v *view) decide(u *unit, h *hit, hits []hit, i int) plan {
	its := u.items
	p := plan{subj: h.subject, side: v.right(u, h)}
	if h.form == formIng && !h.quotedAs {
		if p.side.kind != nothing && h.linked {
			p.order = before
		} else if p.side.kind != nothing && !h.subject.empty() {
			p.order = before
		}
		return p
	}
	if h.passive && !h.quotedAs {
		return p
	}
	if left, ok := v.quoteLeft(its, h.group); ok && h.frames&frameQuote != 0 && !v.nameBefore(its, h, left) { // "...", said X
		if e := v.subjectAfter(its, h.end); e > h.end {
			e = v.subjectBehind(its, h, h.end, e)
			p.order, p.left, p.subj = inverted, left, span{h.end, e}
			p.side = v.rest(u, h, e)
			return p
		}
	}
	if !h.subject.empty() && h.frames&(frameQuote|frameClause) != 0 {
		if left, ok := v.quoteLeft(its, h.clause); ok && !h.linked && !(p.side.kind == clause && v.quotes[its[left.lo].quote].words <= 3) && (p.side.kind == nothing || p.side.kind == quoted || v.stopped(&its[left.hi-1]) || its[left.hi].is(comma)) {
			p.order, p.left = after, left
			return p
		}
	}
	if p.side.kind == clause && h.cue.verb == "say" && v.bareName(its, p.side.start) && v.clausal(its[:h.group]) { // a comma is missing: The talks failed said X
		p.order, p.left, p.subj = inverted, span{v.clauseStart(hits, i), h.group}, span{p.side.start, v.subjectAfter(its, p.side.start)}
		return p
	}
	if p.side.kind != nothing && !h.subject.empty() {
		p.order = before
		return p
	}
	if h.frames&(frameQuote|frameClause) == 0 {
		return p
	}
	if s, ok := v.asReported(its, h, p.side.behind); ok {
		p.order, p.side = before, s
		return p
	}
	// The talks failed, said X. The talks, X said, failed.
	from := v.clauseStart(hits, i)
	if h.group > from+2 && its[h.group-1].is(comma) && v.clausal(its[from:h.group-1]) && h.form&formIng == 0 {
		if e := v.subjectBehind(its, h, h.end, v.subjectAfter(its, h.end)); e > h.end && !v.clausal(its[h.end:e]) && v.agent(its[h.end:e]) && (e == len(its) || hard(&its[e]) || its[e].is(relative) || v.timePhrase(its, e, len(its)) > e) {
			p.order, p.left, p.subj = inverted, span{from, h.group - 1}, span{h.end, e}
			return p
		}
	}
	k := h.clause
	if k < len(its) && its[k].is(comma) {
		k++
	}
	if !h.subject.empty() && k > from+1 && its[k-1].is(comma|dash) && !(h.linked && its[k].low != "as") && p.side.kind == nothing && v.closes(its, p.side.behind) {
		left := span{from, k - 1}
		if h.frames&(frameClause|frameThat) == 0 && !v.holdsQuote(its[left.lo:left.hi]) {
			return p // the war continues
		}
		if v.clausal(its[left.lo:left.hi]) || v.holdsQuote(its[left.lo:left.hi]) || i > 0 && hits[i-1].verb >= left.lo && !hits[i-1].subject.empty() || p.side.behind < len(its) && its[p.side.behind].is(comma|dash) && left.hi-left.lo < 12 {
			p.order, p.left = after, left
			return p
		}
	}
	if s, ok := v.governed(u, h); ok {
		p.order, p.side = before, s
	}
	return p
}

// nameBefore says whether a quotation before a cue is a name, and the subject of
// the cue stands before that: X, host of “Late Night,” | said.
func (v *view) nameBefore(its []item, h *hit, left span) bool {
	if v.quotes[its[left.lo].quote].words > 3 || !v.titled(&its[left.lo]) {
		return false
	}
	t := v.treeOf(its[h.verb].sent)
	s := t.Child(int(its[h.verb].tok), stages.RelNsubj)
	return s >= 0 && s < int(its[left.lo].tok)
}

// holdsQuote says whether a range has a quotation of more than a name or term.
func (v *view) holdsQuote(its []item) bool {
	for i := range its {
		if its[i].quoted() && v.quotes[its[i].quote].words > 3 {
			return true
		}
	}
	return false
}

// bareName says whether nothing but a name stands from item j to the end.
func (v *view) bareName(its []item, j int) bool {
	end := len(its)
	for end > j && its[end-1].is(clauseEnd) {
		end--
	}
	if end <= j || end-j > 5 {
		return false
	}
	for k := j; k < end; k++ {
		if !its[k].capital() {
			return false
		}
	}
	return true
}

// closes says whether nothing but a boundary follows.
func (v *view) closes(its []item, j int) bool {
	return j >= len(its) || hard(&its[j]) || its[j].is(conj) || timeClause[its[j].low] || its[j].is(prep) && j+1 < len(its) && strings.HasSuffix(its[j+1].low, "ing")
}

// clauseStart is where the left content of a hit may begin: behind the last
// linked clause before it.
func (v *view) clauseStart(hits []hit, i int) int {
	if i > 0 && hits[i].linked {
		return hits[i].clause
	}
	return 0
}

// quoteLeft finds the quotation that ends directly before item e, a comma
// between them allowed.
func (v *view) quoteLeft(its []item, e int) (span, bool) {
	k := e
	if k > 0 && (its[k-1].is(comma|dash) || its[k-1].is(clauseEnd) && its[k-1].low != ":") {
		k--
	}
	if k == 0 || !its[k-1].quoted() {
		return span{}, false
	}
	return span{k - 1, k}, true
}

// stopped says whether a quotation ends with its own comma or full stop.
func (v *view) stopped(t *item) bool {
	q := &v.quotes[t.quote]
	for k := q.InnerEnd - 1; k >= q.InnerStart; k-- {
		switch c := v.doc.Article.Text[k]; {
		case c == ' ':
		case c == ',' || c == '.' || c == '!' || c == '?' || c == 0xa6:
			return true
		default:
			return false
		}
	}
	return false
}

// subjectAfter reads the subject behind an inverted verb, appositions
// included.
func (v *view) subjectAfter(its []item, j int) int {
	if j >= len(its) || its[j].quoted() || its[j].is(subordinator|prep|conj|adverb) || its[j].low == "to" {
		return j
	}
	if its[j].is(pronoun) {
		return j + 1
	}
	e := v.phrases(its, j, len(its))
	if t := v.timePhraseIn(its, j, e); t > j {
		e = t
	}
	if e+1 < len(its) && e > j && its[e].is(comma) && its[e+1].word() && !its[e+1].is(subordinator|relative|conj|prep|adverb|weekday) && v.s.cues[its[e+1].low] == nil {
		k := v.phrases(its, e+1, len(its))
		if k > e+1 && (k == len(its) || hard(&its[k])) && (v.title(its[e+1:k]) || v.title(its[j:e])) {
			e = k
		}
	}
	return e
}

// timePhraseIn gives the start of a time phrase within a range, or -1.
func (v *view) timePhraseIn(its []item, lo, hi int) int {
	for k := lo + 1; k < hi; k++ {
		if t := v.timeOf(&its[k]); t != nil && int(its[k].tok) == t.Lead && v.timePhrase(its, k, hi) > k {
			return k
		}
		switch its[k].low {
		case "on", "in", "at", "during":
			for m := k + 1; m < hi && its[k].is(prep); m++ {
				if its[m].is(mediumNoun) {
					return k
				}
			}
		}
	}
	return -1
}

// rest reads what follows an inverted subject: the second half of a split
// quotation.
func (v *view) rest(u *unit, h *hit, e int) side {
	its := u.items
	s := side{}
	j := v.adjuncts(its, e)
	s.behind = j
	if j+1 < len(its) && (its[j].is(comma) || its[j].low == ":") && its[j+1].quoted() {
		s.kind, s.start = quoted, j+1
	}
	return s
}
