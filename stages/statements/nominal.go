package statements

import (
	"strings"

	"parley/stages"
)

// nominals finds what is attributed by a noun with its owner: "the mayor's
// claim that the road is shut", "his call for a new bridge". Without an owner
// ("the claim that") nobody is said to have spoken.
func (v *view) nominals(ui int, u *unit) (out []found) {
	its := u.items
	for i := 1; i+2 < len(its); i++ {
		t := &its[i]
		if !t.is(speechNoun) || t.capital() || its[i+1].quoted() {
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
		return np, ok && v.agent(its[np.lo:np.hi])
	}
	return span{}, false
}

// clauseOfNoun is the end of the clause behind "claim that", or 0 when another
// verb follows it in the sentence, so that nobody can tell where it ends.
func (v *view) clauseOfNoun(its []item, lo int) int {
	verbs := 0
	for k := lo; k < len(its); k++ {
		t := &its[k]
		if t.quoted() && v.quotes[t.quote].words > 4 && verbs == 0 {
			verbs++
		}
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
