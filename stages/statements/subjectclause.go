package statements

import "parley/stages"

// reconcile weighs the subject of a candidate that the words gave against that of
// its clause. The clause wins where the words found none, or something that is
// nobody's subject; where they agree on the head, it says how far the phrase
// goes.
func (v *view) reconcile(u *unit, h *candidate) {
	its := u.items
	np, own, ok := v.clauseSubject(its, h)
	if !ok || u.heading || h.quotedAs || h.verb < h.subject.lo {
		return
	}
	w := h.subject
	switch {
	case w.empty():
		if h.form == formIng && !its[h.group].is(be|have) || !v.canSpeak(its[np.lo:np.hi]) || !v.reaches(its, np.hi, h.group) {
			return
		}
		h.subject = np
	case w.lo <= np.lo && np.lo < w.hi || np.lo <= w.lo && w.lo < np.hi:
		h.subject = v.joinSpans(its, h, w, np)
	case (own || h.form == formIng) && !v.subjectLike(its, w) && v.canSpeak(its[np.lo:np.hi]):
		h.subject = np
	}
}

// reaches says whether nothing between a subject that ends at lo and its verb
// at hi parts them: "A part of it, | say experts" and "when asked".
func (v *view) reaches(its []item, lo, hi int) bool {
	commas := 0
	for k := lo; k < hi; k++ {
		if its[k].is(comma) {
			commas++
		}
	}
	if hi <= lo {
		return true
	}
	last := &its[hi-1]
	return !last.quoted() && !timeClause[last.low] && last.low != "if" && !(commas == 1 && last.is(comma) && its[lo].is(comma))
}

// clauseSubject is the subject of a reporting verb as its clause has it: the noun
// phrase of its agent, with its apposition, in front of the verb. It is the verb's
// own where it does not share it with another verb.
func (v *view) clauseSubject(its []item, h *candidate) (np span, own, ok bool) {
	x := &its[h.verb]
	c := stages.ClauseAt(v.doc.Clauses[x.sent], int(x.tok))
	if c == nil || c.Kind != stages.Verbal || c.Passive || len(c.Agents) == 0 || int32(c.Agents[0]) >= x.tok {
		return span{}, false, false
	}
	np, ok = v.nounPhrase(its, x.sent, int(c.Agents[0]), int(its[h.group].tok))
	return np, v.treeOf(x.sent).Head(int(c.Agents[0])) == int(x.tok), ok && np.hi <= h.group
}

// nounPhrase is the phrase of a head token with its apposition, as far as it
// goes without a clause and ends before token end.
func (v *view) nounPhrase(its []item, sent int32, head, end int) (span, bool) {
	t := v.treeOf(sent)
	tokens := v.doc.Sentences[sent].Tokens
	lo, hi := head, head+1
	for c := range t.Children(head) {
		switch t.Rel(c) {
		case stages.RelDet, stages.RelAmod, stages.RelCompound, stages.RelFlat, stages.RelNummod, stages.RelNmod, stages.RelAppos, stages.RelConj, stages.RelGoeswith:
		default:
			continue
		}
		from, to := t.Span(c)
		if to > end {
			break
		}
		if c < head {
			lo = min(lo, from)
			continue
		}
		for k := from; k < to; k++ { // X, a baker, who came late
			if k > 0 && tokens[k-1].Lower == "," && v.s.words[tokens[k].Lower]&relative != 0 {
				to = k - 1
			}
		}
		hi = max(hi, to)
	}
	a, b := v.itemOf(its, sent, lo), v.itemOf(its, sent, hi-1)
	if a < 0 || b < a {
		return span{}, false
	}
	for k := a; k <= b; k++ {
		if its[k].quoted() {
			return span{}, false
		}
	}
	return span{a, b + 1}, true
}

// joinSpans joins the subject w of the words and np of the parse, which overlap.
func (v *view) joinSpans(its []item, h *candidate, w, np span) span {
	if np.lo == w.lo && np.hi < w.hi && v.predicate(&its[np.hi]) {
		return np // X fell | and said
	}
	switch {
	case np.lo < w.lo && w.lo-np.lo < 6 && v.oneWord(its, np.lo, w.lo):
		w.lo = np.lo
	case np.lo > w.lo && np.lo < w.hi && v.apart(its, span{w.lo, np.lo}, w):
		w.lo = np.lo
	}
	if np.hi > w.hi && np.hi <= h.group && !its[min(w.hi+1, np.hi-1)].is(prep) && !its[w.hi].is(prep) {
		w.hi = np.hi
	}
	return w
}

// subjectBehind is the end of the subject that begins at item lo behind its
// verb, its apposition included; e is its end by the words.
func (v *view) subjectBehind(its []item, h *candidate, lo, e int) int {
	x := &its[h.verb]
	t := v.treeOf(x.sent)
	head := t.Child(int(x.tok), stages.RelNsubj, stages.RelObj)
	if head <= int(x.tok) {
		return e
	}
	np, ok := v.nounPhrase(its, x.sent, head, len(v.doc.Sentences[x.sent].Tokens))
	if !ok || np.lo != lo || np.hi <= e || np.hi-e > 25 || its[e].is(comma) && (its[e+1].is(prep|adverb|weekday) || its[e+1].low == "to") {
		return e
	}
	if k := v.timePhraseIn(its, lo, np.hi); k > lo {
		return max(e, k)
	}
	return np.hi
}

// predicate says whether the parse has an item as the verb of a clause that
// describes no noun.
func (v *view) predicate(t *item) bool {
	if t.quoted() {
		return false
	}
	x := v.token(t)
	r := x.Rel.Base()
	return x.UPOS == stages.PosVerb && r != stages.RelAcl && r != stages.RelAmod
}

// oneWord says whether nothing but words of a noun phrase stands in a range.
func (v *view) oneWord(its []item, lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if its[k].quoted() || endsPhrase(&its[k]) && its[k].low != "-" || its[k].is(prep) || v.verbal(&its[k]) {
			return false
		}
	}
	return true
}

// apart says whether the words of part, which begins a subject w, hang on
// something that is not in it: "something | he denied".
func (v *view) apart(its []item, part, w span) bool {
	if w.hi-part.hi == 1 && its[part.hi].is(pronoun) {
		return true
	}
	for k := part.lo; k < part.hi; k++ {
		if its[k].quoted() {
			return false
		}
		if x := v.token(&its[k]); (x.UPOS == stages.PosVerb || x.UPOS == stages.PosAux) && x.Rel != stages.RelAcl {
			return true
		}
	}
	return false
}

// subjectLike says whether the parse has some word of a range as a subject, or
// the range as a part of one.
func (v *view) subjectLike(its []item, w span) bool {
	for k := w.lo; k < w.hi; k++ {
		if its[k].quoted() {
			continue
		}
		t := v.treeOf(its[k].sent)
		i := int(its[k].tok)
		for steps := 0; i >= 0 && steps < 5; steps++ {
			switch t.Rel(i) {
			case stages.RelNsubj:
				return true
			case stages.RelConj, stages.RelAppos, stages.RelFlat, stages.RelCompound:
				i = t.Head(i)
				continue
			}
			break
		}
	}
	return false
}
