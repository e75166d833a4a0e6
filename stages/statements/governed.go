package statements

import "parley/stages"

// governed finds the clause that the parse has a cue govern where the words
// behind the cue hide it: "He said in such weather | the road was shut".
func (v *view) governed(u *unit, h *hit) (side, bool) {
	its := u.items
	if u.inside >= 0 || u.heading || h.frames&(frameClause|frameThat) == 0 || h.passive || h.subject.empty() || !v.agent(its[h.subject.lo:h.subject.hi]) {
		return side{}, false
	}
	sent, verb := its[h.verb].sent, int(its[h.verb].tok)
	t := v.treeOf(sent)
	for c := range t.Children(verb) {
		if s := t.Child(c, stages.RelNsubj); c < verb || t.Rel(c) != stages.RelCcomp || s < 0 || s > c {
			continue
		}
		from, _ := t.Span(c)
		k := v.itemOf(its, sent, from)
		for k >= 0 && k+1 < len(its) && !its[k].quoted() && (its[k].is(comma) || its[k].low == "that") {
			k++
		}
		if k < h.end || k-h.end > 12 || h.cue.verb == "tell" || its[h.end].is(comma) && v.closes(its, k) {
			continue
		}
		if its[k].quoted() {
			return side{kind: quoted, start: k, behind: k}, true
		}
		return side{kind: clause, start: k, behind: k}, true
	}
	return side{}, false
}

// asReported finds what "As X reported, ..." attributes: the clause behind its
// comma.
func (v *view) asReported(its []item, h *hit, behind int) (side, bool) {
	k := h.clause
	if k < len(its) && its[k].is(comma) {
		k++
	}
	if k >= len(its) || its[k].low != "as" || h.subject.empty() || behind+2 >= len(its) || !its[behind].is(comma) || k > 0 && (v.clausal(its[:k]) || v.holdsQuote(its[:k])) || h.frames&(frameClause|frameThat) == 0 {
		return side{}, false
	}
	return side{kind: clause, start: behind + 1, behind: behind}, true
}
