package statements

import (
	"strings"

	"parley/stages"
)

// fill makes the statement of one candidate.
func (v *view) fill(u *unit, candidates []candidate, plans []plan, acc []according, i int) (found, bool) {
	h, p := &candidates[i], &plans[i]
	its := u.items
	if p.order == none || p.subj.empty() {
		return found{}, false
	}
	if (h.weight < 0.75 && p.side.kind == phrase) && !v.canSpeak(its[p.subj.lo:p.subj.hi]) || h.form == formIng && !h.quotedAs && p.side.kind != quoted && !v.canSpeak(its[p.subj.lo:p.subj.hi]) && (h.weight < 0.8 || h.verb > 0 && !its[h.verb-1].is(comma) && !v.isDocument(its[p.subj.lo:p.subj.hi])) {
		return found{}, false
	}
	if strings.HasSuffix(its[p.subj.lo].low, "ing") && p.subj.hi-p.subj.lo > 3 && !its[p.subj.lo].capital() {
		return found{}, false
	}
	f := found{linked: h.linked && i > 0, tense: tenseOf(its, h), conf: h.weight, cue: v.textOf(its, h.group, h.end), cueAt: extent(its, h.group, h.end), speaker: v.speakerOf(its, p.subj)}
	if h.conditional {
		f.conf *= 0.6
	}
	switch p.order {
	case after, inverted:
		v.leftContent(its, &f, p.left, candidates, plans)
		if p.side.kind == quoted {
			f.spans = append(f.spans, v.inner(its[p.side.start]))
		} else if j := p.side.behind; !its[p.left.lo].quoted() && j < len(its) && its[j].is(comma) && (!v.clausal(its[p.left.lo:p.left.hi]) || hanging(&its[p.left.lo]) || v.resumes(its, candidates, i, p.left, j+1, v.contentEnd(its, j+1, candidates, plans, acc, i))) {
			v.addRange(its, &f, span{j + 1, v.contentEnd(its, j+1, candidates, plans, acc, i)})
		}
	case before:
		if !v.rightContent(u, &f, candidates, plans, acc, i) {
			return found{}, false
		}
	}
	if len(f.spans) == 0 {
		return found{}, false
	}
	v.classify(&f)
	f.region = its[v.regionStart(its, candidates, i):min(len(its), max(p.side.behind, h.end))]
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
func (v *view) regionStart(its []item, candidates []candidate, i int) int {
	h := &candidates[i]
	if i == 0 && !h.linked && !v.clausal(its[:h.clause]) {
		return 0
	}
	if i > 0 && h.linked && h.subject == candidates[i-1].subject && h.form != formIng {
		return v.regionStart(its, candidates, i-1)
	}
	return min(h.clause, h.group)
}

// order is where the content stands to its cue.
type order uint8

const (
	none     order = iota
	before         // X said that ...
	after          // "...", X said
	inverted       // "...", said X
)

// plan is what the patterns decide for one candidate.
type plan struct {
	order order
	side  side
	left  span // content to the left
	subj  span
}

// chooseOrder chooses the order for a candidate.
func (v *view) chooseOrder(u *unit, h *candidate, candidates []candidate, i int) plan {
	its := u.items
	p := plan{subj: h.subject, side: v.complementOf(u, h)}
	if h.form == formIng && !h.quotedAs {
		if p.side.kind != nothing {
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
			p.side = v.behindSubject(u, h, e)
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
		p.order, p.left, p.subj = inverted, span{v.clauseStart(candidates, i), h.group}, span{p.side.start, v.subjectAfter(its, p.side.start)}
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
	from := v.clauseStart(candidates, i)
	if h.group > from+2 && its[h.group-1].is(comma) && v.clausal(its[from:h.group-1]) && h.form&formIng == 0 {
		if e := v.subjectBehind(its, h, h.end, v.subjectAfter(its, h.end)); e > h.end && !v.clausal(its[h.end:e]) && v.canSpeak(its[h.end:e]) && (e == len(its) || endsPhrase(&its[e]) || v.timePhrase(its, e, len(its)) > e) {
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
		if v.clausal(its[left.lo:left.hi]) || v.holdsQuote(its[left.lo:left.hi]) || i > 0 && candidates[i-1].verb >= left.lo && !candidates[i-1].subject.empty() || p.side.behind < len(its) && its[p.side.behind].is(comma|dash) && left.hi-left.lo < 12 {
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
func (v *view) nameBefore(its []item, h *candidate, left span) bool {
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
	return j >= len(its) || endsPhrase(&its[j]) || its[j].is(conj) || timeClause[its[j].low] || its[j].is(prep) && j+1 < len(its) && strings.HasSuffix(its[j+1].low, "ing")
}

// clauseStart is where the left content of a candidate may begin: behind the last
// linked clause before it.
func (v *view) clauseStart(candidates []candidate, i int) int {
	if i > 0 && candidates[i].linked {
		return candidates[i].clause
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
		if k > e+1 && (k == len(its) || endsPhrase(&its[k])) && (v.namesOffice(its[e+1:k]) || v.namesOffice(its[j:e])) {
			e = k
		}
	}
	return e
}

// behindSubject reads what follows an inverted subject: the second half of a split
// quotation.
func (v *view) behindSubject(u *unit, h *candidate, e int) side {
	its := u.items
	s := side{}
	j := v.adjuncts(its, e)
	s.behind = j
	return s
}
