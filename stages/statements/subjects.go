package statements

// subjects finds for each candidate of a unit its subject and how it is joined to
// what stands before.
func (v *view) subjects(u *unit, candidates []candidate) {
	its := u.items
	defer v.leading(its, candidates)
	defer func() {
		for i := range candidates {
			v.reconcile(u, &candidates[i])
		}
	}()
	for i := range candidates {
		h := &candidates[i]
		var prev *candidate
		if i > 0 {
			prev = &candidates[i-1]
		}
		if h.cue.verb == "say" && h.form == formIng && h.group >= 3 && its[h.group-1].low == "as" && v.quotedAsSaying(u, h) {
			continue
		}
		before := &item{}
		if h.group > 0 {
			before = &its[h.group-1]
		}
		switch {
		case h.form == formIng && !its[h.group].is(be|have):
			v.participle(u, h, prev)
			continue
		case before.is(conj) && prev != nil && otherTense(prev, h):
			continue // he said that it grew and threatens to fall
		case before.is(conj) && v.whoseClause(its, h.group-1):
			h.subject = v.subjectOfClauseBefore(u, h.group-1)
			h.clause, h.linked = h.group-1, true
			continue
		case before.is(conj) && prev != nil, before.is(comma) && prev != nil && h.group >= 2 && prev.end >= h.group-1:
			h.subject, h.clause, h.linked = prev.subject, h.group-1, true
			if h.clause > 0 && its[h.clause-1].is(comma) {
				h.clause--
			}
			continue
		case before.is(conj):
			h.subject = v.subjectOfClauseBefore(u, h.group-1)
			h.clause, h.linked = h.group-1, true
			continue
		}
		np, ok := v.subjectBefore(u, h.group)
		if !ok {
			np, ok = v.documentBefore(its, h.group)
		}
		if !ok {
			h.clause = h.group
			continue
		}
		h.subject = np
		h.clause = np.lo
		v.connective(u, h)
	}
}

// documentBefore finds the statement or report that "which" or "that" before
// item e stands for: a statement released last week which | called for talks.
func (v *view) documentBefore(its []item, e int) (span, bool) {
	if e < 2 || its[e-1].low != "which" && its[e-1].low != "that" {
		return span{}, false
	}
	for k := e - 2; k >= 0 && k > e-10 && !its[k].quoted() && !its[k].is(clauseEnd); k-- {
		if !its[k].is(mediumNoun) {
			continue
		}
		lo := k
		for lo > 0 && its[lo-1].word() && !its[lo-1].is(prep|subordinator|conj|finite|verb) && its[lo-1].low != "to" && k-lo < 4 {
			lo--
		}
		return span{lo, e - 1}, true
	}
	return span{}, false
}

// leading gives a participle that opens its unit the subject of the verb behind
// the comma: Describing it as cold, the nurse said.
func (v *view) leading(its []item, candidates []candidate) {
	if len(candidates) < 2 || candidates[0].form != formIng || candidates[0].group != 0 || candidates[1].subject.lo == 0 {
		return
	}
	if t := &its[candidates[1].subject.lo-1]; t.is(comma) || t.quoted() && v.stopped(t) {
		candidates[0].subject = candidates[1].subject
	}
}

// whoseClause says whether the conjunction at item e joins two verbs of a
// relative clause: questions from X, who sought clarity | and insisted.
func (v *view) whoseClause(its []item, e int) bool {
	for k := e - 1; k > 0 && k > e-12 && !endsPhrase(&its[k]) && !its[k].quoted(); k-- {
		if its[k].low == "who" {
			return its[k-1].is(comma) && k+1 < e && v.verbal(&its[k+1]) && v.s.cues[its[k+1].low] == nil
		}
	}
	return false
}

// otherTense says whether a verb joined by "and" is no second verb of the
// subject that spoke before: he said or has said something, and this is told
// in the present.
func otherTense(prev, h *candidate) bool {
	return prev.form&formPast != 0 && h.group == h.verb && h.form&(formThird|formBase) != 0 && h.form&formPast == 0
}

// connective moves the start of a clause to the left over "while", ", and" and
// the like, and says whether they make it a clause beside the one before.
func (v *view) connective(u *unit, h *candidate) {
	its := u.items
	k := h.clause
	for k > 0 && (its[k-1].is(adverb|weekday) || its[k-1].low == "meanwhile" || its[k-1].low == "on") && !its[k-1].capital() && h.clause-k < 3 {
		k--
	}
	if k > 0 && parallel[its[k-1].low] {
		k--
		h.linked = its[k].low != "and" || k > 0 && its[k-1].is(comma)
		h.linked = h.linked || its[k].low == "and"
		if k > 0 && its[k-1].is(comma) {
			k--
		}
		h.clause = k
		return
	}
	if k > 0 && (its[k-1].is(dash) || its[k-1].low == ";") {
		h.clause, h.linked = k-1, true
	}
}

// parallel holds the words that join a clause beside another rather than
// within it.
var parallel = map[string]bool{"and": true, "but": true, "while": true, "whereas": true, "although": true, "though": true, "as": true, "after": true, "before": true, "when": true}

// participle finds the subject of ", saying ..." and of a unit that begins
// with "Describing ...".
func (v *view) participle(u *unit, h *candidate, prev *candidate) {
	its := u.items
	switch {
	case h.group > 0 && (its[h.group-1].is(possessive) || its[h.group-1].low == "'s" || its[h.group-1].low == "’s"):
		return // his warning
	case h.group == 0 || its[h.group-1].is(comma|dash) || its[h.group-1].quoted():
	case its[h.group-1].is(conj) && prev != nil && prev.form == formIng:
	case its[h.group-1].is(conj|adverb) || its[h.group-1].low == "by" || its[h.group-1].low == "in" || its[h.group-1].low == "while" || its[h.group-1].low == "after":
	default:
		if np, ok := v.phraseBefore(its, h.group); ok && its[np.hi-1].is(address|speakerNoun) {
			h.subject, h.clause = np, np.lo // officials claiming that
			return
		}
		if h.group < 2 || h.cue.weight < 0.85 {
			return
		}
	}
	h.linked = true
	if h.clause > 0 && its[h.clause-1].is(comma|conj) {
		h.clause--
		if h.clause > 0 && its[h.clause-1].is(comma) {
			h.clause--
		}
	}
	if prev != nil && !prev.subject.empty() {
		h.subject = prev.subject
		return
	}
	h.subject = v.mainSubject(u, h.group)
}

// subjectOfClauseBefore is the subject of the clause that reaches to item e: that
// behind the nearest "as", "while", "that", or else of the main clause.
func (v *view) subjectOfClauseBefore(u *unit, e int) span {
	for k := e - 1; k >= 0 && k > e-20; k-- {
		t := &u.items[k]
		if t.is(comma) { // After the talks, X left and | said
			if j := v.phraseEnd(u.items, k+1, e); j > k+1 && j < e && v.verbal(&u.items[j]) && v.nominal(u.items[k+1:j]) {
				return span{k + 1, j}
			}
		}
		if t.low == "who" { // X, who came and | said
			lo := k
			if lo > 0 && u.items[lo-1].is(comma) {
				lo--
			}
			if m := u.items[max(0, lo-1)].mention; m >= 0 && lo > 0 { // questions from X, who
				first := lo - 1
				for first > 0 && u.items[first-1].mention == m {
					first--
				}
				return span{first, lo}
			}
			if np, ok := v.phraseBefore(u.items, lo); ok {
				return np
			}
			break
		}
		if t.quoted() || !t.is(subordinator) || t.is(relative) {
			continue
		}
		if np := v.subjectFrom(u, k+1, e); !np.empty() {
			return np
		}
		break
	}
	return v.mainSubject(u, e)
}

// mainSubject is the subject of the unit's main clause, sought from the left
// as far as item e.
func (v *view) mainSubject(u *unit, e int) span { return v.subjectFrom(u, 0, e) }

// subjectFrom seeks a subject between items lo and e.
func (v *view) subjectFrom(u *unit, lo, e int) span {
	its := u.items
	np := span{lo, lo}
	for np.hi < e {
		np.hi++
		if np.hi == e || endsPhrase(&its[np.hi]) || v.verbal(&its[np.hi]) || its[np.hi].is(be|have|subordinator) || its[np.hi].quoted() {
			trimmed := np
			v.trim(its, &trimmed)
			if !trimmed.empty() && v.nominal(its[trimmed.lo:trimmed.hi]) && !v.participial(its[trimmed.lo:trimmed.hi]) {
				if its[trimmed.lo].is(pronoun) && !its[trimmed.lo].is(possessive) {
					return span{trimmed.lo, trimmed.lo + 1}
				}
				return span{trimmed.lo, v.subjectEnd(its, trimmed)}
			}
			np.lo = np.hi + 1
			if np.lo >= e {
				break
			}
			np.hi = np.lo
		}
	}
	return span{}
}

// subjectEnd shortens a range that may hold a verb this stage does not know.
func (v *view) subjectEnd(its []item, np span) int {
	for k := np.lo; k < np.hi; k++ {
		if m := its[k].mention; m >= 0 && (k+1 == np.hi || its[k+1].mention != m) {
			if k+1 < np.hi && (its[k+1].word() && !its[k+1].is(prep|conj) && !its[k+1].capital() && its[k+1].low != "'s" && its[k+1].low != "’s") && len(its[k+1].low) > 4 && its[k+1].low[len(its[k+1].low)-2:] == "ed" {
				return k + 1
			}
		}
	}
	if e := v.phrases(its, np.lo, np.hi); e > np.lo {
		return e
	}
	return np.hi
}

// quotedAsSaying handles "X was quoted as saying" and "RIA quoted X as saying".
func (v *view) quotedAsSaying(u *unit, h *candidate) bool {
	its := u.items
	for k := h.group - 2; k >= 0 && k > h.group-20; k-- {
		if its[k].low != "quoted" && its[k].low != "quotes" {
			continue
		}
		g, passive := k, false
		for g > 0 && its[g-1].is(be|have|adverb) {
			g--
			passive = passive || its[g].is(be)
		}
		before, ok := v.subjectBefore(u, g)
		if h.subject = before; !passive {
			h.subject = span{k + 1, h.group - 1}
			for !h.subject.empty() && its[h.subject.hi-1].is(comma) {
				h.subject.hi--
			}
		}
		h.quotedAs, h.clause = true, g
		if passive {
			h.group = g
		}
		if ok {
			h.clause = before.lo
		}
		return true
	}
	return false
}
