package statements

import "strings"

// leftContent takes what stands before the cue: one quotation, or a clause.
func (v *view) leftContent(its []item, f *found, left span, hits []hit, plans []plan) {
	if left.hi-left.lo == 1 && its[left.lo].quoted() {
		lo := left.lo
		// words in front of the quotation belong to it: The point "is being looked at", she said
		from := lo
		for from > 0 && lo-from < 60 && !its[from-1].is(clauseEnd) {
			from--
		}
		if from < lo && v.quotes[its[lo].quote].words > 0 && !taken(hits, plans, from, lo) && !v.reportsBefore(its[max(from, lo-3):lo]) && !hard(&its[lo-1]) && its[from].sent == its[lo].sent {
			v.addRange(its, f, span{from, left.hi})
			return
		}
		f.spans = append(f.spans, v.inner(its[lo]))
		return
	}
	v.addRange(its, f, left)
}

// taken says whether the content of a verb between two items reaches on.
func taken(hits []hit, plans []plan, from, to int) bool {
	for k := range hits {
		if hits[k].verb >= from && hits[k].verb < to && plans[k].order == before {
			return true
		}
	}
	return false
}

// reportsBefore says whether a range holds a reporting verb, so that the
// quotation behind it is not the end of a plain sentence.
func (v *view) reportsBefore(its []item) bool {
	for i := range its {
		if !its[i].quoted() && v.s.cues[its[i].low] != nil {
			return true
		}
	}
	return false
}

// rightContent takes what stands behind the cue.
func (v *view) rightContent(u *unit, f *found, hits []hit, plans []plan, acc []according, i int) bool {
	its := u.items
	p := &plans[i]
	s := p.side.start
	if p.side.kind == colonEnd {
		return false
	}
	if s >= len(its) {
		return false
	}
	end := v.contentEnd(its, s, hits, plans, acc, i)
	switch p.side.kind {
	case quoted:
		if v.wholly(its, s, end) {
			f.spans = append(f.spans, v.inner(its[s]))
			k := s + 1 // quotations directly behind belong to it, a mark between them allowed
			for ; k+1 < len(its) && its[k].is(comma|clauseEnd) && its[k+1].quoted() && v.quotes[its[k+1].quote].words > 2; k += 2 {
				f.spans = append(f.spans, v.inner(its[k+1]))
			}
			for ; k < len(its) && its[k].quoted() && v.quotes[its[k].quote].words > 2; k++ {
				f.spans = append(f.spans, v.inner(its[k]))
			}
			return true
		}
	case phrase:
		end = v.phraseContent(its, s, end)
	}
	if own := its[s].low; own == "'s" || own == "’s" {
		return false // will endorse in this year's race
	}
	v.addRange(its, f, span{s, end})
	return true
}

// wholly says whether the content from s to end is the quotation at s alone.
func (v *view) wholly(its []item, s, end int) bool {
	if !its[s].quoted() {
		return false
	}
	if s+1 >= end {
		return true
	}
	next := &its[s+1]
	if v.stopped(&its[s]) && (hard(next) || next.is(conj|subordinator) || next.capital() || next.is(pronoun|det)) {
		return true
	}
	return hard(next) && v.quotes[its[s].quote].words > 3 || next.is(conj) && v.quotes[its[s].quote].words > 6 && end <= s+1
}

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
// unit, the next clause beside that of the hit, or a trailing attribution.
func (v *view) contentEnd(its []item, s int, hits []hit, plans []plan, acc []according, i int) int {
	end := len(its)
	for end > s && !its[end-1].quoted() && its[end-1].is(clauseEnd) {
		end--
	}
	if i >= 0 && inRelative(its, &hits[i]) { // X, who said it was late, left
		for k := s; k < end; k++ {
			if its[k].is(comma) && !its[k].quoted() {
				end = k
			}
		}
	}
	for k := i + 1; k < len(hits); k++ {
		h := &hits[k]
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
	if i >= 0 && hits[i].verb < hits[i].subject.lo && hits[i].form == formIng {
		end = min(end, hits[i].subject.lo) // Describing it as cold, | the nurse said
	}
	if i >= 0 && its[hits[i].clause].is(dash) { // – a guard said it was late –
		for k := s; k < end; k++ {
			if !its[k].quoted() && its[k].is(dash) {
				end = k
			}
		}
	}
	if i >= 0 && opensUnit(its, &hits[i]) {
		end = min(end, v.leadingEnd(its, s, end))
	}
	for _, a := range acc {
		if a.lo > s && a.trailing {
			end = min(end, a.lo)
		}
	}
	// a semicolon, a new sentence and a bracket that was open before end it too
	depth := 0
	for k := s; k < end; k++ {
		if its[k].quoted() {
			continue
		}
		if k > s && v.ownWords(its, k, end) {
			end = k
			break
		}
		switch its[k].low {
		case "(":
			depth++
		case ")":
			if depth--; depth < 0 {
				end = k
			}
		}
		if l := its[k].low; l == ";" || (l == "." || l == "?" || l == "!") && k+1 < end && its[k+1].sent != its[k].sent {
			end = k
		}
	}
	for end > s && !its[end-1].quoted() && its[end-1].is(comma|dash|conj) {
		end--
	}
	return end
}

// addRange adds a piece, with the marks at its ends trimmed.
func (v *view) addRange(its []item, f *found, r span) {
	for r.hi > r.lo && !its[r.hi-1].quoted() && its[r.hi-1].is(comma|dash|clauseEnd) {
		r.hi--
	}
	for r.lo < r.hi && !its[r.lo].quoted() && (its[r.lo].is(comma|dash|clauseEnd) || its[r.lo].low == "that" && r.lo+1 < r.hi) {
		r.lo++
	}
	if r.empty() {
		return
	}
	f.spans = append(f.spans, piece{its[r.lo].start, its[r.hi-1].end})
}

// inner is the content of a quotation without its marks and a comma that only
// closes it.
func (v *view) inner(t item) piece {
	q := &v.quotes[t.quote]
	p := piece{q.InnerStart, q.InnerEnd}
	text := v.doc.Article.Text
	for p.lo < p.hi && text[p.lo] == ' ' {
		p.lo++
	}
	for p.hi > p.lo && (text[p.hi-1] == ' ' || text[p.hi-1] == ',') {
		p.hi--
	}
	return p
}
