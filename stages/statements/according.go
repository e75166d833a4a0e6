package statements

// according is "according to X" or ", as reported by X" at its place.
type according struct {
	lo, end  int // items of the whole phrase
	cue      int // behind the cue's words
	who      span
	trailing bool // what it attributes stands before it
}

// accordings finds the prepositional attributions of a unit.
func (v *view) accordings(u *unit) []according {
	its := u.items
	var out []according
	for i := 0; i+2 < len(its); i++ {
		a := according{lo: i}
		switch {
		case its[i].low == "according" && its[i+1].low == "to":
			a.cue = i + 2
		case its[i].low == "as" && i+3 < len(its) && reportedBy[its[i+1].low] && its[i+2].low == "by":
			a.cue = i + 3
		case its[i].low == "in" && its[i+1].is(possessive) && opinion[its[i+2].low]:
			a.cue, a.end, a.who = i+3, i+3, span{i + 1, i + 2}
			a.trailing = i > 0 && !v.leads(its, i)
			out = append(out, a)
			continue
		default:
			continue
		}
		e := v.source(its, a.cue)
		if e == a.cue {
			continue
		}
		a.who, a.end = span{a.cue, e}, e
		a.trailing = i > 0 && !v.leads(its, i)
		out = append(out, a)
	}
	return out
}

var reportedBy = map[string]bool{"reported": true, "announced": true, "stated": true, "confirmed": true, "noted": true, "quoted": true, "cited": true}

var opinion = map[string]bool{"opinion": true, "view": true, "words": true, "assessment": true, "estimation": true}

// leads says whether the phrase at i opens its clause.
func (v *view) leads(its []item, i int) bool {
	for k := i - 1; k >= 0; k-- {
		t := &its[k]
		if t.quoted() || t.word() && !t.is(conj|adverb) {
			return false
		}
		if t.is(clauseEnd) {
			return true
		}
	}
	return true
}

// source reads the phrase behind "according to", relative clauses included.
func (v *view) source(its []item, j int) int {
	k := j
	for k < len(its) && k < j+25 {
		t := &its[k]
		if t.quoted() && v.quotes[t.quote].words > 4 || hard(t) || t.is(conj) && t.low != "and" || v.verbal(t) && !v.inRelative(its, k) {
			break
		}
		if t.is(subordinator) && t.low != "who" || t.is(pronoun) && k > j && !t.is(possessive) {
			break
		}
		k++
	}
	if k < len(its) && v.verbal(&its[k]) { // a missing comma
		if e := v.phraseEnd(its, j, k); e > j {
			return e
		}
	}
	if k+1 < len(its) && its[k].is(comma) { // the mayor of X, Y
		e := v.phraseEnd(its, k+1, len(its))
		if e > k+1 && (e == len(its) || hard(&its[e])) && !(v.leads(its, j-2) && (e == len(its) || its[e].is(clauseEnd))) && (v.title(its[j:k]) || v.title(its[k+1:e])) && e-k < 12 {
			k = e
		}
	}
	return k
}

// attributed makes the statement of an according phrase. An outlet that passes
// on what somebody else said is credited on that statement instead.
func (v *view) attributed(u *unit, a according, hits []hit, plans []plan, out []found, at []int) (found, bool) {
	its := u.items
	sp := v.speakerOf(its, a.who)
	outlet := v.media(sp.id)
	f := found{speaker: sp, cue: v.textOf(its, a.lo, a.cue), cueAt: extent(its, a.lo, a.cue), conf: 0.9}
	if l := its[a.who.lo].low; l == "my" || l == "our" {
		return f, false // my expectations
	}
	if a.trailing {
		from := 0
		for k := a.lo - 1; k > 0; k-- {
			if !its[k].quoted() && (its[k].low == ";" || its[k].is(clauseEnd) && its[k].sent != its[a.lo].sent) {
				from = k + 1
				break
			}
		}
		if outlet && credit(out, at, hits, sp.id, from, a.lo) {
			return f, false
		}
		to := a.lo
		if to > from && its[to-1].is(comma) {
			to--
		}
		if to-from <= 3 && (its[from].low == "that" || its[from].low == "this") {
			return f, false // That's according to X: of the sentence before
		}
		if to-from == 1 && its[from].quoted() {
			f.spans = append(f.spans, v.inner(its[from]))
		} else {
			for from < to && its[from].is(conj) {
				from++
			}
			v.addRange(its, &f, span{from, to})
		}
		if a.end+1 < len(its) && its[a.end].is(dash) && a.lo > 0 && its[a.lo-1].is(dash) {
			v.addRange(its, &f, span{a.end + 1, len(its)})
		}
		if a.end+1 < len(its) && its[a.end].is(comma) && !v.clausal(its[from:to]) && !its[to-1].quoted() {
			v.addRange(its, &f, span{a.end + 1, len(its)})
		}
	} else {
		from := a.end
		if from < len(its) && its[from].is(comma) {
			from++
		}
		if outlet && credit(out, at, hits, sp.id, from, len(its)) {
			return f, false
		}
		end := v.contentEnd(its, from, hits, plans, nil, -1)
		if end > from && v.wholly(its, from, end) {
			f.spans = append(f.spans, v.inner(its[from]))
		} else {
			v.addRange(its, &f, span{from, end})
		}
	}
	if len(f.spans) == 0 {
		return f, false
	}
	v.classify(&f)
	f.region = its[a.lo:a.end]
	return f, true
}

// credit notes an outlet on the statements whose cues stand between two items.
func credit(out []found, at []int, hits []hit, id string, lo, hi int) bool {
	any := false
	for i := range hits {
		if at[i] >= 0 && hits[i].verb >= lo && hits[i].verb < hi {
			if out[at[i]].relay == "" {
				out[at[i]].relay = id
			}
			any = true
		}
	}
	return any
}

// media says whether an actor is an outlet.
func (v *view) media(id string) bool {
	a, ok := v.doc.Actor(id)
	return ok && a.Kind == "media"
}
