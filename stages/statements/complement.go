package statements

import "strings"

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

// right reads what follows the verb of h: somebody addressed, when and where,
// and then what was said.
func (v *view) right(u *unit, h *hit) side {
	its := u.items
	s := side{}
	j := v.adjuncts(its, h.end)
	addressed := false
	if h.frames&frameAddr != 0 && j < len(its) && !its[j].quoted() && !hard(&its[j]) && !its[j].is(subordinator) && its[j].low != "to" && !(h.cue.verb == "ask" && its[j].is(prep)) {
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
func (v *view) content(u *unit, h *hit, j int, addressed bool) (kind, int) {
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
	case hard(t), t.low == "this" && (j+1 == len(its) || its[j+1].is(prep|clauseEnd) || v.timeOf(&its[j+1]) != nil): // said this in a letter
		return nothing, j
	case timeClause[t.low] && v.saidBefore(its, h):
		return nothing, j // The road is open, X said after he had come
	case h.frames&(frameOf|frameFor) != 0:
		if k, ok := v.charge(its, h, j); ok {
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
	case h.cue.verb == "add" && (t.shape == 3 || t.is(prep)):
		return nothing, j
	case h.frames&frameClause != 0 && (h.cue.weight >= 0.9 && h.frames&frameNP == 0 || h.cue.verb == "say" || h.cue.verb == "tell" && addressed || v.clauseAhead(its, j)):
		return clause, j
	case (t.low == "this" || t.low == "it") && h.frames&frameClause != 0 && v.colonAhead(its, j) > j:
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

// saidBefore says whether what was said stands before the clause of a hit.
func (v *view) saidBefore(its []item, h *hit) bool {
	k := h.clause
	if k > 0 && its[k-1].quoted() {
		return v.stopped(&its[k-1])
	}
	return k > 1 && its[k-1].is(comma) && (its[k-2].quoted() || v.clausal(its[:k-1]))
}

// thatAhead gives the item behind the "that" of "said, after he had come, that"
// where no mark stands before it, or j.
func (v *view) thatAhead(its []item, j int) int {
	for k := j; k+1 < len(its) && k < j+20 && !its[k].quoted() && !hard(&its[k]); k++ {
		if its[k].low == "that" {
			return k + 1
		}
	}
	return j
}

func whClause(t *item, h *hit) bool {
	return h.cue.verb == "say" && (t.low == "if" || t.low == "what" || t.low == "when") || h.frames&frameClause != 0 && (t.low == "if" || t.low == "after" || t.low == "despite" || t.low == "while" || t.low == "under" || t.low == "without" || t.low == "among")
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
		if hard(t) && t.is(comma|clauseEnd) || t.is(relative) || t.low == "that" || t.low == "who" {
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

// charge finds the content of "accuse X of ..." and "blame X for ...".
func (v *view) charge(its []item, h *hit, j int) (int, bool) {
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
