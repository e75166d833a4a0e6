package statements

import (
	"strings"

	"parley/stages"
)

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
		if t.quoted() && v.quotes[t.quote].words > 4 || endsPhrase(t) || t.is(conj) && t.low != "and" || v.verbal(t) && !v.inRelative(its, k) {
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
		if e > k+1 && (e == len(its) || endsPhrase(&its[e])) && !(v.leads(its, j-2) && (e == len(its) || its[e].is(clauseEnd))) && (v.namesOffice(its[j:k]) || v.namesOffice(its[k+1:e])) && e-k < 12 {
			k = e
		}
	}
	return k
}

// attributed makes the statement of an according phrase. An outlet that passes
// on what somebody else said is credited on that statement instead.
func (v *view) attributed(u *unit, a according, candidates []candidate, plans []plan, out []found, at []int) (found, bool) {
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
		if outlet && credit(out, at, candidates, sp.id, from, a.lo) {
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
		if outlet && credit(out, at, candidates, sp.id, from, len(its)) {
			return f, false
		}
		end := v.contentEnd(its, from, candidates, plans, nil, -1)
		if end > from && v.quotationAlone(its, from, end) {
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
func credit(out []found, at []int, candidates []candidate, id string, lo, hi int) bool {
	any := false
	for i := range candidates {
		if at[i] >= 0 && candidates[i].verb >= lo && candidates[i].verb < hi {
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

// nominals finds what is attributed by a noun with its owner: "the mayor's
// claim that the road is shut", "his call for a new bridge". Without an owner
// ("the claim that") nobody is said to have spoken.
func (v *view) nominals(ui int, u *unit) (out []found) {
	its := u.items
	for i := 1; i+2 < len(its); i++ {
		t := &its[i]
		if !t.is(speechNoun) || its[i+1].quoted() {
			continue
		}
		owner, ok := v.owner(its, i)
		if !ok {
			continue
		}
		lo, end := i+2, 0
		switch low := its[i+1].low; {
		case low == "that":
			end = v.clauseOfNoun(its, lo)
		case low == "to" && asks[t.low] && its[lo].word():
			if end = v.infinitiveOfNoun(its, lo); end > 0 {
				lo--
			}
		case low == "for" && (strings.HasPrefix(t.low, "call") || strings.HasPrefix(t.low, "appeal") || strings.HasPrefix(t.low, "demand")):
			end = v.phrases(its, lo, len(its))
		}
		if end < lo+2 {
			continue
		}
		f := found{speaker: v.speakerOf(its, owner), cue: v.textOf(its, i, i+1), cueAt: extent(its, i, i+1), conf: 0.7, unit: ui, para: u.para, item: i}
		v.addRange(its, &f, span{lo, end})
		if len(f.spans) > 0 {
			v.classify(&f)
			out = append(out, f)
		}
	}
	return out
}

// asks holds the nouns whose infinitive is what was said.
var asks = map[string]bool{"appeal": true, "call": true, "calls": true, "pledge": true, "pledges": true, "promise": true, "promises": true, "vow": true, "vows": true}

// infinitiveOfNoun is the end of the infinitive behind "call to", by the parse,
// or 0.
func (v *view) infinitiveOfNoun(its []item, lo int) int {
	x := v.token(&its[lo])
	if x.XPOS != stages.TagVB || x.Rel.Base() != stages.RelAcl {
		return 0
	}
	_, to := v.treeOf(its[lo].sent).Span(int(its[lo].tok))
	for k := lo; k < len(its); k++ {
		if its[k].sent != its[lo].sent || int(its[k].tok) >= to || !its[k].quoted() && its[k].is(comma|dash|clauseEnd) {
			return k
		}
	}
	return len(its)
}

// owner is whose the noun at item i is: a possessive pronoun, or a phrase with
// a possessive mark; adjectives may stand between.
func (v *view) owner(its []item, i int) (span, bool) {
	k := i - 1
	for k > 0 && i-k < 3 && its[k].word() && its[k].shape == 0 && its[k].class&^adverb == 0 && its[k].mention < 0 {
		k--
	}
	switch t := &its[k]; {
	case t.quoted():
		return span{}, false
	case t.low == "his" || t.low == "their" || t.low == "its" || t.low == "her":
		return span{k, k + 1}, true
	case (t.low == "'s" || t.low == "’s" || t.low == "'" || t.low == "’") && k > 0:
		np, ok := v.phraseBefore(its, k)
		for ok && np.lo < k-1 && k-np.lo > 6 { // the nearest words only
			np.lo++
		}
		return np, ok && v.canSpeak(its[np.lo:np.hi])
	}
	return span{}, false
}

// clauseOfNoun is the end of the clause behind "claim that", or 0 when another
// verb follows it in the sentence, so that nobody can tell where it ends.
func (v *view) clauseOfNoun(its []item, lo int) int {
	verbs := 0
	for k := lo; k < len(its); k++ {
		t := &its[k]
		if !t.quoted() && (t.is(clauseEnd|comma|dash) || t.is(subordinator)) {
			if verbs == 0 {
				return 0
			}
			return k
		}
		if v.verbal(t) && !(k > lo && v.verbal(&its[k-1])) {
			if verbs++; verbs > 1 {
				return 0
			}
		}
	}
	return len(its)
}
