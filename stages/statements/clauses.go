package statements

import (
	"strings"

	"parley/stages"
)

// hit is a reporting verb at its place in a unit.
type hit struct {
	*cue
	group, verb, end int // items: where the verb group begins, the verb, behind the verb and its particle
	form             form
	passive, negated bool
	conditional      bool // would say, if X says
	subject          span
	clause           int  // item where the clause begins, its connective included
	linked           bool // joined to an earlier clause: ", and said", ", adding", "while X claims"
	quotedAs         bool // was quoted as saying
}

// findVerbs finds the reporting verbs of a unit.
func (v *view) findVerbs(u *unit) []hit {
	var hits []hit
	for i := range u.items {
		t := &u.items[i]
		if !t.word() || len(v.s.cues[t.low]) > 0 && v.describes(u, i, v.s.cues[t.low][0].form) || t.capital() && !v.mayBeVerb(u, i) {
			continue
		}
		for _, c := range v.s.cues[t.low] {
			end, ok := particle(u.items, i+1, c.particle)
			if !ok && len(c.particle) == 1 { // called on Monday for
				end, ok = particle(u.items, v.timePhrase(u.items, i+1, len(u.items)), c.particle)
			}
			if !ok || len(c.particle) > 0 && end < len(u.items) && u.items[end].is(weekday|month) {
				continue // insisted on Monday
			}
			h := hit{cue: c.cue, form: c.form, verb: i, end: end}
			if v.verbGroup(u, &h) {
				hits = append(hits, h)
			}
			break
		}
		if v.s.cues[t.low] == nil && v.unlisted(u.items, i) {
			h := hit{cue: &anyVerb, form: formPast | formPart, verb: i, end: i + 1}
			if v.verbGroup(u, &h) && !h.passive {
				hits = append(hits, h)
			}
		}
	}
	return hits
}

// mayBeVerb says whether a capitalised word can be a verb: first in its unit
// or in a headline, and no state or post.
func (v *view) mayBeVerb(u *unit, i int) bool {
	if i == 0 || u.items[i-1].quoted() {
		return true
	}
	c := v.s.cues[u.items[i].low]
	return u.heading && len(c) > 0 && c[0].frames&frameNoun == 0
}

// anyVerb is the cue of a verb that is in no list and introduces a quotation:
// "...," the envoy retaliated. The mayor demurred: "..."
var anyVerb = cue{verb: "-", frames: frameQuote | frameMark, weight: 0.6}

// unlisted says whether item i is such a verb: a colon and a quotation follow,
// or it ends a short clause behind a quotation that opens its sentence and ends
// with a comma.
func (v *view) unlisted(its []item, i int) bool {
	t := &its[i]
	if t.shape != stages.Lowercase || t.class != 0 || len(t.low) < 5 || !strings.HasSuffix(t.low, "ed") {
		return false
	}
	if i+2 < len(its) && its[i+1].low == ":" && its[i+2].quoted() {
		return v.quotes[its[i+2].quote].words >= 4
	}
	k := i - 1
	if i+1 < len(its) && !its[i+1].is(clauseEnd|comma) && !its[max(0, k)].quoted() {
		return false
	}
	for k >= 0 && i-k < 8 && its[k].word() && !its[k].is(prep|subordinator|conj|finite) {
		if its[k].is(pronoun) && k > 0 && !its[k-1].quoted() {
			return false // a title he deserved
		}
		k--
	}
	if k == i-1 && k >= 0 && its[k].quoted() { // "...," remembered the baker
		return v.stopped(&its[k]) && v.quotes[its[k].quote].words > 4 && i+1 < len(its) && (its[i+1].mention >= 0 || its[i+1].is(det) || its[i+1].capital())
	}
	if k < 0 || k == i-1 || !its[k].quoted() || v.quotes[its[k].quote].words < 5 || k > 0 && its[k-1].sent == its[k].sent {
		return false
	}
	q := &v.quotes[its[k].quote]
	said := strings.TrimRight(v.doc.Article.Text[q.InnerStart:q.InnerEnd], " ")
	return said != "" && strings.ContainsRune(",!?", rune(said[len(said)-1]))
}

func particle(its []item, i int, p []string) (int, bool) {
	for _, w := range p {
		if i >= len(its) || its[i].quoted() || its[i].low != w {
			return i, false
		}
		i++
	}
	return i, true
}

// verbGroup extends the verb to the left over auxiliaries and adverbs, and
// says whether it is a verb here at all and one that reports.
func (v *view) verbGroup(u *unit, h *hit) bool {
	its := u.items
	g := h.verb
	var to, modal, has, beForm bool
	for g > 0 && h.verb-g < 8 {
		t := &its[g-1]
		switch {
		case t.quoted() || !t.word() && !t.is(finite|have|be|negation):
			goto stop
		case t.is(negation):
			h.negated = true
		case t.is(have) && (h.form&(formPart|formPast) != 0 || beForm || t.is(finite)):
			has = true
		case t.is(be) || t.low == "been":
			beForm = beForm || !has || t.low == "been"
		case t.is(finite):
			modal = modal || t.low != "do" && t.low != "does" && t.low != "did"
		case t.low == "to" && h.form&formBase != 0:
			to = true
		case to && chain[t.low]:
		case t.is(adverb) && t.shape == stages.Lowercase:
		default:
			goto stop
		}
		g--
	}
stop:
	for g < h.verb && its[g].is(adverb) && !its[g].is(negation) && v.adverbStarts(its, g) {
		g++
	}
	h.group, h.clause = g, g
	if to && !(g < h.verb && chain[its[g].low]) {
		return false // wants to say, is to announce
	}
	plain := g == h.verb || !has && !modal && !beForm && !to
	switch {
	case beForm && h.form&formPart != 0 && h.form&formIng == 0:
		h.passive = true
	case plain && h.form == formPart:
		return false // written by hand
	}
	if h.cue.frames&frameOf != 0 && h.form&formPart != 0 && h.form&formIng == 0 && !has && h.end < len(its) && its[h.end].low == "of" {
		return false // those accused of theft
	}
	h.conditional = modal && !to
	if h.negated && h.verb > 0 && h.cue.verb != "deny" {
		return false
	}
	return v.verbHere(its, h, plain)
}

// chain holds the words of "went on to say", "went so far as to say" and
// "continues to say": who begins or goes on speaking speaks.
var chain = map[string]bool{"went": true, "go": true, "goes": true, "gone": true, "on": true, "so": true, "far": true, "as": true, "continue": true, "continued": true, "continues": true, "has": true,
	"began": true, "begun": true, "begins": true, "proceeded": true, "hastened": true, "rushed": true}

// adverbStarts says whether the adverb at g stands at the head of its clause
// rather than beside the verb.
func (v *view) adverbStarts(its []item, g int) bool { return g == 0 || hard(&its[g-1]) }

// verbHere tells a verb from a noun of the same form by the word before it.
func (v *view) verbHere(its []item, h *hit, plain bool) bool {
	next := &item{}
	if h.end < len(its) {
		next = &its[h.end]
	}
	if h.form&(formPast|formPart) != 0 && !h.passive && next.low == "by" {
		return false // the plan announced by X; "as reported by X" has its own pattern
	}
	if !plain || h.form&(formBase|formThird) == 0 || h.frames&frameNoun == 0 && v.finiteVerb(&its[h.verb]) {
		return true
	}
	if h.group == 0 {
		return h.form&formBase == 0
	}
	prev := &its[h.group-1]
	if prev.quoted() || prev.is(comma) {
		return h.form&formBase == 0 || h.frames&frameNoun == 0
	}
	if prev.is(pronoun) || prev.low == "who" {
		return true
	}
	if prev.is(det|prep|possessive|be|have|subordinator) || prev.low == "'s" || prev.low == "’s" || prev.low == "to" || adjectival(prev) {
		return adjectival(prev) && h.weight >= 0.9 && h.form&formThird != 0
	}
	if h.form&formBase != 0 && h.form&formPast == 0 { // put and hit are pasts too
		return plural(prev)
	}
	if h.frames&frameNoun != 0 && h.form&formThird != 0 { // Russia claims; tax claims
		return prev.capital() && h.group > 1 || prev.mention >= 0 || next.is(pronoun|det|possessive) || next.capital() || prev.is(speakerNoun|body) && next.low == "that"
	}
	return true
}

// adjectival says whether a capitalised word is by its ending the adjective of
// a nation, so that the next word is a noun.
func adjectival(t *item) bool {
	if !t.capital() {
		return false
	}
	for _, s := range []string{"ian", "ean", "can", "ish", "ese", "ench", "utch"} {
		if n := len(t.low) - len(s); n > 1 && t.low[n:] == s {
			return true
		}
	}
	return false
}

func plural(t *item) bool {
	n := len(t.low)
	return n > 2 && t.low[n-1] == 's' && t.low[n-2] != 's' || t.capital() || t.low == "people" || t.low == "police" || t.low == "some" || t.low == "many" || t.low == "others"
}
