package statements

import "strings"

// phraseContent ends a noun phrase that was said: at a comma that begins
// something else, or at a subordinate clause of time.
func (v *view) phraseContent(its []item, s, end int) int {
	for k := s + 1; k < end; k++ {
		t := &its[k]
		if t.quoted() {
			continue
		}
		if t.low == "after" || t.low == "while" || t.low == "as" && its[k-1].word() && !its[k-1].quoted() && k+1 < end && its[k+1].is(pronoun) || t.low == "when" || t.low == "because" {
			return k
		}
		if t.low == "but" && v.clausal(its[k+1:end]) || t.is(comma) && k+1 < end && its[k+1].is(det) && !joined(its[k+1:end]) {
			return k // , another of its aims
		}
		if t.low == ":" || t.low == "and" && k+1 < end && v.restarts(its, k+1, end) {
			return k
		}
		if t.is(prep) && v.saidIn(its, k) > k {
			return k
		}
		if t.is(comma) && k+1 < end {
			n := &its[k+1]
			if n.is(subordinator|pronoun|adverb) && !n.is(relative) && !(n.low == "as" && k+2 < end && its[k+2].low == "well") || n.low == "but" || n.low == "with" || n.is(conj) && v.clausal(its[k+1:min(end, k+8)]) || len(v.s.cues[n.low]) > 0 {
				return k
			}
		}
	}
	return end
}

// joined says whether a range has an "and" or "or", so that a comma before it
// may be that of a list.
func joined(its []item) bool {
	for i := range its {
		if its[i].low == "and" || its[i].low == "or" {
			return true
		}
	}
	return false
}

// restarts says whether the sentence goes on with another act at k: a verb
// ("and instead left"), or a new subject with its verb.
func (v *view) restarts(its []item, k, end int) bool {
	for k < end && its[k].is(adverb) {
		k++
	}
	if k >= end || its[k].quoted() {
		return false
	}
	t := &its[k]
	if v.verbal(t) && !t.capital() || strings.HasSuffix(t.low, "ed") && k+1 < end && (its[k+1].is(prep|det|possessive) || its[k+1].low == "to") {
		return true
	}
	if t.is(prep) { // and in reply they left
		k = v.phraseEnd(its, k+1, end)
	}
	if k < end && its[k].is(pronoun) && !its[k].is(possessive) {
		return k+1 < end && its[k+1].word()
	}
	e := v.phraseEnd(its, k, end)
	if its[k].is(det) || its[k].capital() { // and the ovens stayed cold
		for j := k + 1; j < min(e, k+5); j++ {
			if l := its[j].low; strings.HasSuffix(l, "ed") && len(l) > 4 && !its[j].capital() && its[j-1].word() && !its[j-1].is(det|adverb) {
				return true
			}
		}
	}
	return e > k && e < end && v.verbal(&its[e]) && !its[e].capital()
}

// saidIn gives the end of "in a call", "during an interview" at item k, or k.
func (v *view) saidIn(its []item, k int) int {
	if l := its[k].low; l != "in" && l != "during" && l != "on" && l != "at" {
		return k
	}
	e := v.phraseEnd(its, k+1, len(its))
	for i := k + 1; i < e; i++ {
		if its[i].is(mediumNoun) || its[k].low == "during" && its[i].is(occasion) {
			return e
		}
	}
	return k
}

// contentEnd is where the content that begins at s must end: the end of the
// unit, the next clause beside that of the candidate, or a trailing attribution.
func (v *view) contentEnd(its []item, s int, candidates []candidate, plans []plan, acc []according, i int) int {
	end := len(its)
	for end > s && !its[end-1].quoted() && its[end-1].is(clauseEnd) {
		end--
	}
	if i >= 0 && inRelative(its, &candidates[i]) { // X, who said it was late, left
		for k := s; k < end; k++ {
			if its[k].is(comma) && !its[k].quoted() {
				end = k
			}
		}
	}
	for k := i + 1; k < len(candidates); k++ {
		h := &candidates[k]
		if h.clause <= s {
			continue
		}
		if h.linked && v.sameLevel(its, s, h) && plans[k].order != none {
			end = min(end, h.clause)
			break
		}
		if plans[k].order == after && plans[k].left.hi > s {
			end = min(end, plans[k].left.hi)
			break
		}
	}
	if i >= 0 && candidates[i].verb < candidates[i].subject.lo && candidates[i].form == formIng {
		end = min(end, candidates[i].subject.lo) // Describing it as cold, | the nurse said
	}
	if i >= 0 && its[candidates[i].clause].is(dash) { // – a guard said it was late –
		for k := s; k < end; k++ {
			if !its[k].quoted() && its[k].is(dash) {
				end = k
			}
		}
	}
	if i >= 0 && opensUnit(its, &candidates[i]) {
		end = min(end, v.leadingEnd(its, s, end))
	}
	for _, a := range acc {
		if a.lo > s && a.trailing {
			end = min(end, a.lo)
		}
	}
	for k := s; k < end; k++ {
		if its[k].quoted() {
			continue
		}
		if k > s && v.writerResumes(its, k, end) {
			end = k
			break
		}
		if its[k].low == ";" {
			end = k
		}
	}
	for end > s && !its[end-1].quoted() && its[end-1].is(comma|dash|conj) {
		end--
	}
	return end
}

// opensUnit says whether the clause of a candidate is the first of its unit and hangs
// on one that follows: While he said it was late, she left.
func opensUnit(its []item, h *candidate) bool {
	if h.clause != 0 {
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

// writerResumes says whether the writer's own words begin at item k of a content:
// ", citing a report", ", which opened in May", and "but" where it leads back
// to the one who spoke.
func (v *view) writerResumes(its []item, k, end int) bool {
	if k+1 >= end {
		return false
	}
	behindComma := its[k-1].is(comma) && !its[k-1].quoted() || its[k-1].quoted() && v.stopped(&its[k-1])
	switch t := &its[k]; {
	case t.low == "but":
		return returnVerbs[its[k+1].low] || its[k-1].quoted() && v.stopped(&its[k-1]) && its[k+1].is(pronoun)
	case behindComma && asideParticiples[t.low]:
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

// asideParticiples holds the participles with which a writer adds to what somebody said.
var asideParticiples = map[string]bool{"alluding": true, "citing": true, "echoing": true, "linking": true, "referencing": true, "referring": true}

// returnVerbs holds the verbs that behind "but" lead back to the one who spoke: "said
// he would come but gave no day".
var returnVerbs = map[string]bool{"declined": true, "did": true, "didn't": true, "gave": true, "offered": true, "refused": true}

// inRelative says whether a candidate stands in a relative clause between commas.
func inRelative(its []item, h *candidate) bool {
	k := h.subject.hi
	return k+1 < h.group && its[k].is(comma) && its[k+1].low == "who" && !its[h.group-1].is(comma)
}

// sameLevel says whether the clause of a later candidate stands beside the content
// that begins at s, and is not part of it.
func (v *view) sameLevel(its []item, s int, h *candidate) bool {
	if h.form == formIng {
		return true
	}
	k := h.clause
	if k > s && (its[k].is(comma)) {
		return true
	}
	// "and" without comma: a verb without a subject of its own, or a new one
	return its[k].is(conj) || its[k].low == "while" || its[k].low == "whereas" || its[k].low == "as" || its[k].low == "after"
}
