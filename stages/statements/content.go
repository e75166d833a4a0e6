package statements

import "slices"

// leftContent takes what stands before the cue: one quotation, or a clause.
func (v *view) leftContent(its []item, f *found, left span, candidates []candidate, plans []plan) {
	if left.hi-left.lo == 1 && its[left.lo].quoted() {
		lo := left.lo
		// words in front of the quotation belong to it: The point "is being looked at", she said
		from := lo
		for from > 0 && lo-from < 60 && !its[from-1].is(clauseEnd) {
			from--
		}
		if from < lo && v.quotes[its[lo].quote].words > 0 && !reachesOn(candidates, plans, from, lo) && !v.reportsBefore(its[max(from, lo-3):lo]) && !endsPhrase(&its[lo-1]) && its[from].sent == its[lo].sent {
			v.addRange(its, f, span{from, left.hi})
			return
		}
		f.spans = append(f.spans, v.inner(its[lo]))
		return
	}
	v.addRange(its, f, left)
}

// reachesOn says whether the content of a verb between two items reaches on.
func reachesOn(candidates []candidate, plans []plan, from, to int) bool {
	for k := range candidates {
		if candidates[k].verb >= from && candidates[k].verb < to && plans[k].order == before {
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
func (v *view) rightContent(u *unit, f *found, candidates []candidate, plans []plan, acc []according, i int) bool {
	its := u.items
	p := &plans[i]
	s := p.side.start
	if p.side.kind == colonEnd {
		return false
	}
	if s >= len(its) {
		return false
	}
	end := v.contentEnd(its, s, candidates, plans, acc, i)
	switch p.side.kind {
	case quoted:
		if v.quotationAlone(its, s, end) {
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

// quotationAlone says whether the content from s to end is the quotation at s alone.
func (v *view) quotationAlone(its []item, s, end int) bool {
	if !its[s].quoted() {
		return false
	}
	if s+1 >= end {
		return true
	}
	next := &its[s+1]
	return endsPhrase(next) && v.quotes[its[s].quote].words > 3 || v.stopped(&its[s]) && (endsPhrase(next) || next.is(conj|subordinator) || next.capital() || next.is(pronoun|det))
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

// resumes says whether what stands behind the cue of a candidate from item j on goes
// on with the content left of it: the parse has an arc between them that skips
// the cue. "It was so late, she said, | that the shops were shut."
func (v *view) resumes(its []item, candidates []candidate, i int, left span, j, end int) bool {
	h := &candidates[i]
	sent := its[h.verb].sent
	if i+1 < len(candidates) && candidates[i+1].clause <= j+1 && candidates[i+1].verb < end && !candidates[i+1].subject.empty() {
		return false // and another said
	}
	if j >= end || its[j].sent != sent || its[left.lo].sent != sent || its[j].is(timeUnit) || v.timePhrase(its, j, end) > j { // hours after it opened
		return false
	}
	if m := its[j].mention; m >= 0 && v.media(v.doc.Mentions[m].ActorID) {
		return false // an agency reports
	}
	if contentConnectives[its[j].low] || its[j].is(finite|verb) && v.s.cues[its[j].low] == nil {
		return true
	}
	return false
}

// contentConnectives holds the words that lead on from what was said rather than from who
// said it.
var contentConnectives = map[string]bool{"that": true, "so": true, "while": true, "whereas": true, "because": true, "if": true, "unless": true}
