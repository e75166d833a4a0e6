package statements

import "strings"

// addressee reads the phrase of who is addressed.
func (v *view) addressee(its []item, j int) int {
	if its[j].is(negation) {
		return j
	}
	if its[j].is(object|pronoun) && !its[j].is(possessive) || its[j].low == "her" {
		return j + 1
	}
	return v.phrases(its, j, len(its))
}

// opensContent says whether what follows an addressee can be content.
func (v *view) opensContent(u *unit, h *candidate, e int) bool {
	its := u.items
	e = v.adjuncts(its, e)
	if e >= len(its) {
		return false
	}
	t := &its[e]
	if t.low == "that" || t.low == "to" && h.frames&frameTo != 0 || t.quoted() || t.low == ":" || t.is(subordinator) && whWord[t.low] || t.is(comma) && e+1 < len(its) && its[e+1].quoted() {
		return true
	}
	if t.is(prep) && h.frames&framePrep != 0 {
		return t.low == "of" || t.low == "about" || t.low == "against"
	}
	return h.frames&frameClause != 0 && !endsPhrase(t) && v.clauseAhead(its, e)
}

// adjuncts skips over when, where and how something was said.
func (v *view) adjuncts(its []item, j int) int {
	for j < len(its) {
		t := &its[j]
		if t.quoted() || endsPhrase(t) {
			break
		}
		if k := v.timePhrase(its, j, len(its)); k > j {
			j = k
			continue
		}
		if t.is(adverb) && !t.is(negation) && t.low != "even" && t.low != "only" && t.low != "almost" && t.low != "just" && t.low != "first" && t.low != "rather" {
			j++
			continue
		}
		if (t.is(prep) && t.low != "of" && t.low != "about" && t.low != "against" && t.low != "despite" && t.low != "until" || t.low == "to" && j+1 < len(its) && (its[j+1].is(det|possessive|address) || its[j+1].mention >= 0)) && j+1 < len(its) && !its[j+1].quoted() {
			if k := v.circumstance(its, j); k > j {
				j = k
				continue
			}
		}
		break
	}
	return j
}

// circumstance reads a prepositional phrase that says where, when or to whom
// something was said and gives its end.
func (v *view) circumstance(its []item, j int) int {
	from := j + 1
	if its[from].low == "of" { // ahead of
		from++
	}
	e := v.phraseEnd(its, from, len(its))
	if e == from {
		return j
	}
	if its[j].low == "to" && !its[e-1].is(address|mediumNoun) && its[e-1].mention < 0 {
		return j
	}
	place := its[j].low == "during" || its[j].low == "ahead"
	for k := j + 1; k < e; k++ {
		place = place || its[k].is(mediumNoun|address|timeUnit|weekday) || its[k].mention >= 0
	}
	for e+1 < len(its) && its[e].is(prep) && !its[e+1].quoted() && place {
		k := v.timePhrase(its, e, len(its))
		if k == e {
			k = v.phraseEnd(its, e+1, len(its))
		}
		if k == e+1 {
			break
		}
		e = k
	}
	if its[j].low == "for" && !its[e-1].is(timeUnit) {
		return j
	}
	if e < len(its) && its[e].word() && !place && !its[e].is(subordinator|prep) && its[e].low != "to" {
		return j // no known place and no boundary: it may be what was said
	}
	return e
}

// insertion skips ", during a visit to X, " between verb and content.
func (v *view) insertion(its []item, j int) (int, bool) {
	if j+2 >= len(its) || !its[j+1].is(prep) && !strings.HasSuffix(its[j+1].low, "ing") && !its[j+1].is(adverb|weekday) || v.s.cues[its[j+1].low] != nil {
		return j, false
	}
	for k := j + 2; k+1 < len(its) && k < j+20; k++ {
		t := &its[k]
		if t.is(comma) {
			n := &its[k+1]
			return k + 1, n.low == "that" || n.quoted()
		}
	}
	return j, false
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
