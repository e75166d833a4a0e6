package statements

// opensUnit says whether the clause of a hit is the first of its unit and hangs
// on one that follows: While he said it was late, she left.
func opensUnit(its []item, h *hit) bool {
	if h.clause != 0 || h.form == formIng {
		return false
	}
	switch its[0].low {
	case "while", "although", "though", "after", "when", "whereas", "even":
		return true
	}
	return false
}

// leadingEnd is where the main clause begins behind such a clause: at the first
// comma with a subject behind it.
func (v *view) leadingEnd(its []item, s, end int) int {
	for k := s + 1; k+1 < end; k++ {
		if n := &its[k+1]; !its[k].quoted() && its[k].is(comma) && !n.quoted() && (n.is(pronoun|det|possessive) || n.capital()) {
			return k
		}
	}
	return end
}

// ownWords says whether the writer's own words begin at item k of a content:
// ", citing a report", ", which opened in May", and "but" where it leads back
// to the one who spoke.
func (v *view) ownWords(its []item, k, end int) bool {
	if k+1 >= end {
		return false
	}
	behindComma := its[k-1].is(comma) && !its[k-1].quoted() || its[k-1].quoted() && v.stopped(&its[k-1])
	switch t := &its[k]; {
	case t.is(dash) && its[k-1].word():
		return (its[k+1].low == "he" || its[k+1].low == "she") && k+2 < end && v.verbal(&its[k+2])
	case t.low == "but":
		return back[its[k+1].low] || its[k-1].quoted() && v.stopped(&its[k-1]) && its[k+1].is(pronoun)
	case behindComma && aside[t.low]:
		return true
	case behindComma && t.is(relative):
		return !v.goesFurther(its, k, end)
	}
	return false
}

// goesFurther says whether a comma follows item k, so that an insertion that
// begins there can end before the content does, or words that were quoted.
func (v *view) goesFurther(its []item, k, end int) bool {
	for k++; k < end; k++ {
		if its[k].quoted() || its[k].is(comma) {
			return true
		}
	}
	return false
}

// aside holds the participles with which a writer adds to what somebody said.
var aside = map[string]bool{"alluding": true, "citing": true, "echoing": true, "linking": true, "referencing": true, "referring": true}

// back holds the verbs that behind "but" lead back to the one who spoke: "said
// he would come but gave no day".
var back = map[string]bool{"declined": true, "did": true, "didn't": true, "gave": true, "offered": true, "refused": true}

// inRelative says whether a hit stands in a relative clause between commas.
func inRelative(its []item, h *hit) bool {
	k := h.subject.hi
	return k+1 < h.group && its[k].is(comma) && its[k+1].low == "who" && !its[h.group-1].is(comma)
}

// sameLevel says whether the clause of a later hit stands beside the content
// that begins at s, and is not part of it.
func (v *view) sameLevel(its []item, s int, h *hit) bool {
	if h.form == formIng {
		return true
	}
	k := h.clause
	if k > s && (its[k].is(comma) || its[k].low == ";") {
		return true
	}
	// "and" without comma: a verb without a subject of its own, or a new one
	return its[k].is(conj) || its[k].low == "while" || its[k].low == "whereas" || its[k].low == "as" || its[k].low == "after"
}
