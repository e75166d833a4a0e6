package statements

import "parley/stages"

// candidate is a reporting verb at its place in a unit.
type candidate struct {
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

// detect finds the reporting verbs of a unit.
func (v *view) detect(u *unit) []candidate {
	var candidates []candidate
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
			h := candidate{cue: c.cue, form: c.form, verb: i, end: end}
			if v.verbGroup(u, &h) {
				candidates = append(candidates, h)
			}
			break
		}
		if v.s.cues[t.low] == nil && v.unlisted(u.items, i) {
			h := candidate{cue: &unlistedVerb, form: formPast | formPart, verb: i, end: i + 1}
			if v.verbGroup(u, &h) && !h.passive {
				candidates = append(candidates, h)
			}
		}
	}
	return candidates
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
func (v *view) verbGroup(u *unit, h *candidate) bool {
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
		case to && aspectual[t.low]:
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
	if to && !(g < h.verb && aspectual[its[g].low]) {
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

// aspectual holds the words of "went on to say", "went so far as to say" and
// "continues to say": who begins or goes on speaking speaks.
var aspectual = map[string]bool{"went": true, "go": true, "goes": true, "gone": true, "on": true, "so": true, "far": true, "as": true, "continue": true, "continued": true, "continues": true, "has": true,
	"began": true, "begun": true, "begins": true, "proceeded": true, "hastened": true, "rushed": true}

// adverbStarts says whether the adverb at g stands at the head of its clause
// rather than beside the verb.
func (v *view) adverbStarts(its []item, g int) bool { return g == 0 || endsPhrase(&its[g-1]) }

// verbHere tells a verb from a noun of the same form by the word before it.
func (v *view) verbHere(its []item, h *candidate, plain bool) bool {
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

// describes says whether the parse has item i as a word that describes a noun
// and is no verb: "the alleged payment", "state lawmakers",
// "tax-writing". Headlines are parsed too badly to be asked.
func (v *view) describes(u *unit, i int, f form) bool {
	t := &u.items[i]
	x := v.token(t)
	if u.heading || t.low == "said" || t.low == "says" {
		return false
	}
	switch x.Rel {
	case stages.RelAmod:
		return int32(x.Head) > t.tok && x.UPOS != stages.PosNoun && i > 0 && !u.items[i-1].is(conj|comma)
	case stages.RelCompound:
		return int32(x.Head) > t.tok && (x.UPOS != stages.PosNoun || f&formBase != 0)
	}
	return x.UPOS == stages.PosAdj
}

// finiteVerb says whether the parse has an item as a verb in the present tense
// with a subject of its own.
func (v *view) finiteVerb(t *item) bool {
	x := v.token(t)
	if x.XPOS != stages.TagVBP && x.XPOS != stages.TagVBZ {
		return false
	}
	return v.treeOf(t.sent).Child(int(t.tok), stages.RelNsubj) >= 0
}
