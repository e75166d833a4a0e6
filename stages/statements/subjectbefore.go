package statements

import "strings"

// subjectBefore finds the subject that ends at item e (exclusive), which is
// where the verb group begins. The start of the clause is where the subject,
// with what stands before it, begins.
func (v *view) subjectBefore(u *unit, e int) (np span, ok bool) {
	its := u.items
	hi := e
	if hi > 0 && its[hi-1].is(comma) { // X, an aide, | said
		lo, found := v.overInsertion(its, hi-1)
		if !found { // Previously, the minister, | said
			np, ok = v.phraseBefore(its, hi-1)
			ok = ok && np.lo > 0 && its[np.lo-1].is(comma) && np.hi == hi-1 && !v.clausal(its[np.lo:np.hi])
			return np, ok
		}
		np, ok = v.phraseBefore(its, lo)
		if !ok {
			return span{}, false
		}
		if v.apposition(its[lo+1 : hi-1]) {
			np.hi = hi - 1
		}
		return np, true
	}
	if hi > 0 && its[hi-1].is(dash) { // X – an aide – | said
		for k := hi - 2; k > 0 && k > hi-25 && !its[k].is(clauseEnd); k-- {
			if its[k].is(dash) {
				return v.phraseBefore(its, k)
			}
		}
	}
	who := hi > 1 && its[hi-1].low == "who" // the man who | said
	if who {
		hi--
		if its[hi-1].is(comma) {
			hi--
		}
	}
	np, ok = v.phraseBefore(its, hi)
	if !ok {
		return
	}
	// Kremlin spokesman, X | said; the minister of defence, X | said; but not
	// Where he met the spokesman Y, X | said
	if np.lo >= 2 && its[np.lo-1].is(comma) && v.looksLikePerson(its[np.lo:np.hi]) {
		if before, ok := v.phraseBefore(its, np.lo-1); ok && v.namesOffice(its[before.lo:before.hi]) && !v.personNamed(its[before.lo:before.hi]) {
			np.lo = before.lo
		}
	}
	return np, true
}

// overInsertion finds the comma that opens the insertion which the comma at e
// closes: the nearest one behind something that can be a subject. "X, 29, of
// Y, | said" has several.
func (v *view) overInsertion(its []item, e int) (int, bool) {
	for k := e - 1; k > 0 && k > e-40; k-- {
		t := &its[k]
		if t.quoted() && v.quotes[t.quote].words > 4 || t.is(clauseEnd) {
			break
		}
		if !t.is(comma) {
			continue
		}
		lo := k
		for lo > 0 && !endsPhrase(&its[lo-1]) && !its[lo-1].quoted() {
			lo--
		}
		first := &its[lo]
		if lo > 0 && (first.is(prep|relative|subordinator|verb) || strings.HasSuffix(first.low, "ing")) {
			continue
		}
		if _, ok := v.phraseBefore(its, k); ok {
			return k, true
		}
	}
	return 0, false
}

// apposition says whether an insertion renames its noun: "the foreign
// minister", not "who came late" or "on Sunday".
func (v *view) apposition(its []item) bool {
	if len(its) == 0 || its[0].is(prep|subordinator|relative|adverb|conj) || its[0].low == "to" {
		return false
	}
	return !strings.HasSuffix(its[0].low, "ing")
}

// phraseBefore finds the noun phrase that ends at item e.
func (v *view) phraseBefore(its []item, e int) (span, bool) {
	lo := e
	for lo > 0 && e-lo < 40 {
		t := &its[lo-1]
		if endsPhrase(t) {
			break
		}
		if t.quoted() && (v.quotes[t.quote].words > 3 || lo == e || v.stopped(t)) {
			break
		}
		if t.is(subordinator) {
			if t.low == "who" && lo-1 > 0 && v.clausal(its[lo:e]) { // a woman who had been there | said
				lo--
				continue
			}
			break
		}
		if v.verbal(t) && !v.inRelative(its, lo-1) {
			break
		}
		if t.is(conj) && t.low != "and" {
			break
		}
		if t.low == "and" && v.clausal(its[max(0, lo-20):lo-1]) && !v.sameKind(its, lo-1) && !v.reported(its, lo-1) {
			break
		}
		lo--
	}
	np := span{lo, e}
	v.trim(its, &np)
	if np.empty() || !v.nominal(its[np.lo:np.hi]) || v.participial(its[np.lo:np.hi]) {
		return span{}, false
	}
	return np, true
}

// inRelative says whether the verb at k belongs to a relative clause that
// begins shortly before it.
func (v *view) inRelative(its []item, k int) bool {
	for j := k - 1; j > 0 && j > k-12; j-- {
		t := &its[j]
		if endsPhrase(t) || t.quoted() {
			return false
		}
		if t.low == "who" {
			return j > 0 && !endsPhrase(&its[j-1])
		}
	}
	return false
}

// sameKind says whether the words on both sides of "and" can be coordinated
// subjects: two names.
func (v *view) sameKind(its []item, k int) bool {
	if k == 0 || k+1 >= len(its) || !its[k-1].capital() || !its[k+1].capital() {
		return false
	}
	j := k - 1
	for j > 0 && its[j-1].capital() {
		j--
	}
	return !v.clausal(its[max(0, k-6):k])
}

// reported says whether the verb nearest to the left of k is a reporting verb,
// or "that" comes first, so that what lies between belongs to the subject of
// what was said: "said A and B | had".
func (v *view) reported(its []item, k int) bool {
	for j := k - 1; j >= 0 && j > k-12; j-- {
		t := &its[j]
		switch {
		case t.quoted() || t.is(comma|clauseEnd):
			return false
		case v.verbal(t):
			c := v.s.cues[t.low]
			return len(c) > 0 && c[len(c)-1].frames&(frameClause|frameThat) != 0
		}
	}
	return false
}

// trim takes off what stands before a subject without belonging to it: "On
// Sunday", "In a statement", "Meanwhile", "But".
func (v *view) trim(its []item, np *span) {
	for np.lo < np.hi {
		t := &its[np.lo]
		switch {
		case v.timePhrase(its, np.lo, np.hi) > np.lo && v.timePhrase(its, np.lo, np.hi) < np.hi:
			np.lo = v.timePhrase(its, np.lo, np.hi)
		case t.is(conj) || t.is(adverb) && !t.is(timeUnit) || t.is(weekday) || t.low == "meanwhile" || t.low == "however" || t.low == "according" || t.low == "to":
			np.lo++
		case t.is(prep):
			j := v.phraseEnd(its, np.lo+1, np.hi)
			if j >= np.hi || j == np.lo+1 {
				np.lo = np.hi
				return
			}
			np.lo = j
		default:
			if k := v.timePhraseIn(its, np.lo, np.hi); k > np.lo && v.timePhrase(its, k, np.hi) == np.hi {
				np.hi = k
			} else if k > np.lo && (its[k-1].mention >= 0 || its[k-1].is(speakerNoun)) && v.phraseEnd(its, k+1, np.hi) == np.hi {
				np.hi = k // the mayor in his speech | said
			}
			for np.hi > np.lo && (its[np.hi-1].is(adverb) || its[np.hi-1].is(weekday)) && !its[np.hi-1].capital() {
				np.hi--
			}
			return
		}
	}
}
