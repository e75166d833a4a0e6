package statements

import (
	"strings"

	"parley/stages"
)

// side is what stands to the right of a reporting verb.
type side struct {
	kind   kind
	start  int  // first item of the content
	behind int  // item behind verb, addressee and adjuncts
	to     span // the addressee
}

type kind uint8

const (
	nothing  kind = iota
	quoted        // a quotation
	clause        // a clause or infinitive: to the end of the sentence
	phrase        // a noun phrase: to the end of the phrase
	colonEnd      // a colon ends the unit; the content is the next one
)

// complementOf reads what follows the verb of h: somebody addressed, when and where,
// and then what was said.
func (v *view) complementOf(u *unit, h *candidate) side {
	its := u.items
	s := side{}
	j := v.adjuncts(its, h.end)
	addressed := false
	if h.frames&frameAddr != 0 && j < len(its) && !its[j].quoted() && !endsPhrase(&its[j]) && !its[j].is(subordinator) && its[j].low != "to" && !(h.cue.verb == "ask" && its[j].is(prep)) {
		e := v.addressee(its, j)
		if e > j && v.opensContent(u, h, e) {
			s.to = span{j, e}
			j = v.adjuncts(its, e)
			addressed = true
		} else if e > j && h.cue.verb == "tell" {
			s.to = span{j, e}
			j = v.adjuncts(its, e)
			addressed = true
		}
	}
	if h.cue.verb == "say" && j+1 < len(its) && its[j].low == "of" { // said of the plan: "..."
		if e := v.phrases(its, j+1, len(its)); e > j+1 && e < len(its) && (its[e].low == ":" || its[e].quoted() || its[e].is(comma) || its[e].low == "that") {
			j = e
		}
	}
	s.behind = j
	if j < len(its) && its[j].is(comma) {
		if k, ok := v.insertion(its, j); ok {
			j = k
		} else if j+1 < len(its) && its[j+1].quoted() {
			j++
		} else {
			return s
		}
	}
	if j >= len(its) {
		return s
	}
	s.kind, s.start = v.content(u, h, j, addressed)
	return s
}

// content says what kind of content begins at item j.
func (v *view) content(u *unit, h *candidate, j int, addressed bool) (kind, int) {
	its := u.items
	t := &its[j]
	switch {
	case t.low == ":" && h.frames&(frameQuote|frameClause) != 0:
		if j+1 >= len(its) {
			return colonEnd, j + 1
		}
		if its[j+1].quoted() {
			return quoted, j + 1
		}
		return clause, j + 1
	case endsPhrase(t), t.low == "this" && (j+1 == len(its) || its[j+1].is(prep|clauseEnd) || v.timeOf(&its[j+1]) != nil): // said this in a letter
		return nothing, j
	case timeClause[t.low] && v.saidBefore(its, h):
		return nothing, j // The road is open, X said after he had come
	case h.frames&(frameOf|frameFor) != 0:
		if k, ok := v.chargeContent(its, h, j); ok {
			return clause, k
		}
		if h.frames&frameNP == 0 || t.quoted() {
			return nothing, j
		}
		return phrase, j
	case t.low == "that" && h.frames&(frameQuote|frameClause|frameThat|frameAddr) != 0 && j+1 < len(its):
		if its[j+1].quoted() {
			return quoted, j + 1
		}
		return clause, j + 1
	case t.quoted() && h.frames&frameMark != 0 && !its[j-1].is(comma):
		return nothing, j
	case t.quoted():
		if h.frames&(frameQuote|frameClause) != 0 {
			return quoted, j
		}
		if h.frames&(frameNP|framePred) != 0 {
			return phrase, j
		}
	case t.low == "to" && h.frames&frameTo != 0 && (addressed || h.frames&frameAddr == 0) && !h.passive:
		return clause, j
	case t.is(subordinator) && t.low != "as" && t.low != "that" && h.frames&frameWh != 0 && whWord[t.low]:
		return clause, j
	case t.is(prep) && h.frames&framePrep != 0 && (t.low == "of" || t.low == "about" || t.low == "against"):
		return phrase, j + 1
	case timeClause[t.low] && v.thatAhead(its, j) > j:
		return clause, v.thatAhead(its, j)
	case t.is(subordinator|prep|conj) && t.low != "there" && !whClause(t, h):
		return nothing, j
	case h.frames&frameClause != 0 && (h.cue.weight >= 0.9 && h.frames&frameNP == 0 || h.cue.verb == "say" || v.clauseAhead(its, j)):
		return clause, j
	case t.low == "this" && h.frames&frameClause != 0 && v.colonAhead(its, j) > j:
		return clause, v.colonAhead(its, j)
	case h.frames&framePred != 0 && v.predicated(its, j):
		return phrase, j
	case h.frames&frameNP != 0 && v.object(its, j):
		return phrase, j
	}
	return nothing, j
}

// timeClause holds the words that begin a clause of when something was said.
var timeClause = map[string]bool{"after": true, "before": true, "when": true, "as": true, "while": true}

// saidBefore says whether what was said stands before the clause of a candidate.
func (v *view) saidBefore(its []item, h *candidate) bool {
	k := h.clause
	if k > 0 && its[k-1].quoted() {
		return v.stopped(&its[k-1])
	}
	return k > 1 && its[k-1].is(comma) && (its[k-2].quoted() || v.clausal(its[:k-1]))
}

// thatAhead gives the item behind the "that" of "said, after he had come, that"
// where no mark stands before it, or j.
func (v *view) thatAhead(its []item, j int) int {
	for k := j; k+1 < len(its) && k < j+20 && !its[k].quoted() && !endsPhrase(&its[k]); k++ {
		if its[k].low == "that" {
			return k + 1
		}
	}
	return j
}

func whClause(t *item, h *candidate) bool {
	return h.frames&frameClause != 0 && (t.low == "if" || t.low == "despite")
}

var whWord = map[string]bool{"how": true, "why": true, "whether": true, "if": true, "what": true, "where": true, "who": true, "when": true}

// clauseAhead says whether a clause without "that" begins at j: a subject and
// soon a finite verb.
func (v *view) clauseAhead(its []item, j int) bool {
	if its[j].is(pronoun) && !its[j].is(possessive|object) || its[j].low == "there" || its[j].low == "it" {
		return true
	}
	for k := j; k < len(its) && k < j+16; k++ {
		t := &its[k]
		if t.quoted() {
			continue
		}
		if endsPhrase(t) && t.is(comma|clauseEnd) || t.low == "that" {
			return false
		}
		if k > j && t.is(conj) && v.restartsAt(its, k+1) {
			return false // denied it and instead went home
		}
		if k > j && t.is(finite|verb) {
			return true
		}
	}
	return false
}

// restartsAt says whether a verb without a subject begins at item k, adverbs
// before it.
func (v *view) restartsAt(its []item, k int) bool {
	for k < len(its) && its[k].is(adverb) {
		k++
	}
	return k < len(its) && its[k].is(verb) && !its[k].capital()
}

// colonAhead gives the item behind the colon of "explained this to everyone:
// ...", or j.
func (v *view) colonAhead(its []item, j int) int {
	for k := j; k+2 < len(its) && k < j+10 && !its[k].quoted() && !its[k].is(comma); k++ {
		if its[k].low == ":" {
			return k + 1
		}
	}
	return j
}

// object says whether a noun phrase that can be what was said begins at j.
func (v *view) object(its []item, j int) bool {
	t := &its[j]
	return t.is(det|possessive) || t.word() && !t.is(prep|adverb|conj|subordinator|be|pronoun|object|finite|weekday) && t.shape != 3
}

// predicated says whether something is called something: a quotation or "as"
// follows soon, or a second noun phrase at once.
func (v *view) predicated(its []item, j int) bool {
	if e := v.phraseEnd(its, j, len(its)); e > j && e < len(its) && its[e].is(det|possessive) {
		return true
	}
	for k := j; k < len(its) && k < j+15; k++ {
		t := &its[k]
		if t.quoted() || k > j && t.low == "as" {
			return true
		}
		if t.is(clauseEnd|comma) || t.is(subordinator) && !t.is(prep) {
			return false
		}
	}
	return false
}

// chargeContent finds the content of "accuse X of ..." and "blame X for ...".
func (v *view) chargeContent(its []item, h *candidate, j int) (int, bool) {
	word := "of"
	if h.frames&frameFor != 0 {
		word = "for"
	}
	first := -1
	for k := j; k+1 < len(its) && k < j+25; k++ {
		t := &its[k]
		if t.is(clauseEnd) || t.is(comma) && word == "for" || t.quoted() && v.quotes[t.quote].words > 6 {
			break
		}
		if t.low != word || t.quoted() {
			continue
		}
		next := &its[k+1]
		if next.quoted() || strings.HasSuffix(next.low, "ing") {
			return k + 1, true
		}
		if first < 0 {
			first = k + 1
		}
	}
	return first, first >= 0
}

// governed finds the clause that the parse has a cue govern where the words
// behind the cue hide it: "He said in such weather | the road was shut".
func (v *view) governed(u *unit, h *candidate) (side, bool) {
	its := u.items
	if u.inside >= 0 || u.heading || h.frames&(frameClause|frameThat) == 0 || h.passive || h.subject.empty() || !v.canSpeak(its[h.subject.lo:h.subject.hi]) {
		return side{}, false
	}
	sent, verb := its[h.verb].sent, int(its[h.verb].tok)
	t := v.treeOf(sent)
	for c := range t.Children(verb) {
		if s := t.Child(c, stages.RelNsubj); c < verb || t.Rel(c) != stages.RelCcomp || s < 0 || s > c {
			continue
		}
		from, _ := t.Span(c)
		k := v.itemOf(its, sent, from)
		for k >= 0 && k+1 < len(its) && !its[k].quoted() && (its[k].is(comma) || its[k].low == "that") {
			k++
		}
		if k < h.end || k-h.end > 12 || h.cue.verb == "tell" || its[h.end].is(comma) && v.closes(its, k) {
			continue
		}
		if its[k].quoted() {
			return side{kind: quoted, start: k, behind: k}, true
		}
		return side{kind: clause, start: k, behind: k}, true
	}
	return side{}, false
}

// asReported finds what "As X reported, ..." attributes: the clause behind its
// comma.
func (v *view) asReported(its []item, h *candidate, behind int) (side, bool) {
	k := h.clause
	if k < len(its) && its[k].is(comma) {
		k++
	}
	if k >= len(its) || its[k].low != "as" || h.subject.empty() || behind+2 >= len(its) || !its[behind].is(comma) || k > 0 && (v.clausal(its[:k]) || v.holdsQuote(its[:k])) || h.frames&(frameClause|frameThat) == 0 {
		return side{}, false
	}
	return side{kind: clause, start: behind + 1, behind: behind}, true
}
