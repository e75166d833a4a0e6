package statements

import (
	"slices"
	"strings"

	"parley/stages"
	"parley/stages/language/trees"
)

// treeOf is the tree of a sentence.
func (v *view) treeOf(sent int32) *trees.Tree {
	if v.treeSent != sent+1 {
		v.tree.Reset(v.doc.Sentences[sent].Tokens)
		v.treeSent = sent + 1
	}
	return &v.tree
}

// token is the token of an item that is no quotation.
func (v *view) token(t *item) *stages.Token {
	return &v.doc.Sentences[t.sent].Tokens[t.tok]
}

// itemOf is the item that holds token i of a sentence, or -1.
func (v *view) itemOf(its []item, sent int32, i int) int {
	at := v.doc.Sentences[sent].Tokens[i].Start
	k, ok := slices.BinarySearchFunc(its, at, func(t item, at int32) int { return int(t.start - at) })
	if !ok {
		k--
	}
	if k < 0 || at >= its[k].end {
		return -1
	}
	return k
}

// span is a range of items of a unit, half-open.
type span struct{ lo, hi int }

func (s span) empty() bool { return s.hi <= s.lo }

// endsPhrase says whether an item ends a phrase to the left or right of it.
func endsPhrase(t *item) bool {
	return t.is(clauseEnd|comma|dash) || t.low == "(" || t.low == ")" || t.low == "[" || t.low == "]"
}

// verbal says whether an item is surely a finite verb: an auxiliary, or a word
// that is a form of a reporting verb in the past.
func (v *view) verbal(t *item) bool {
	if t.quoted() {
		return false
	}
	if t.is(finite | verb) {
		return true
	}
	for _, c := range v.s.cues[t.low] {
		if c.form != formIng && c.frames&frameNoun == 0 && !t.capital() {
			return true
		}
	}
	return false
}

// clausal says whether a range holds a finite verb.
func (v *view) clausal(its []item) bool {
	for i := range its {
		t := &its[i]
		if t.quoted() || !t.word() && !t.is(finite) {
			continue
		}
		switch v.token(t).XPOS {
		case stages.TagVBD, stages.TagVBZ, stages.TagVBP, stages.TagMD:
			return true
		case stages.NoXPOS:
			if v.verbal(t) {
				return true
			}
		}
	}
	return false
}

// nominal says whether a range can be a subject at all.
func (v *view) nominal(its []item) bool {
	for i := range its {
		t := &its[i]
		if t.quoted() || t.is(object) && !t.is(possessive|pronoun) && len(its) == 1 {
			continue
		}
		if t.is(pronoun) || t.word() && t.shape != stages.Numeric && !t.is(prep|adverb|conj|det|possessive|subordinator|finite) {
			return true
		}
		if len(its) == 1 && t.is(det) && t.word() { // both, many, some, this
			return t.low != "the" && t.low != "a" && t.low != "an" && t.low != "its" && t.low != "no"
		}
	}
	return false
}

// looksLikePerson says whether a range ends in the name of a person, or looks so.
func (v *view) looksLikePerson(its []item) bool {
	if its[len(its)-1].mention < 0 {
		return len(its) <= 4 && len(its) >= 2 && its[0].capital() && its[len(its)-1].capital()
	}
	return v.personNamed(its)
}

// personNamed says whether a range ends in a mention of a person by name.
func (v *view) personNamed(its []item) bool {
	m := its[len(its)-1].mention
	if m < 0 {
		return false
	}
	a, ok := v.doc.Actor(v.doc.Mentions[m].ActorID)
	return ok && a.Kind == "person" && v.doc.Mentions[m].Kind == "name"
}

// namesOffice says whether a range names an office: "the foreign minister".
func (v *view) namesOffice(its []item) bool {
	for i := range its {
		if its[i].is(speakerNoun) {
			return true
		}
	}
	return false
}

// phraseEnd reads a noun phrase from item i on and gives its end. Without a
// tagger it goes by the shapes: a determiner, a pronoun as subject, a name
// after a common noun, or a common noun after a name begin something new.
func (v *view) phraseEnd(its []item, i, end int) int {
	start := i
	lower, upper := false, false
	determined := false
	for ; i < end; i++ {
		t := &its[i]
		if i > start && t.mention >= 0 && t.mention == its[i-1].mention {
			upper = upper || t.capital()
			continue // no name is split
		}
		switch {
		case t.quoted():
			if v.quotes[t.quote].words > 4 {
				return i
			}
			continue
		case endsPhrase(t) || t.is(subordinator|conj|finite) && t.low != "may":
			return i
		case t.is(prep) || t.low == "to":
			return i
		case t.is(object) && !t.is(possessive) && i == start:
			return i + 1
		case t.is(pronoun) && !t.is(possessive):
			return i
		case t.is(det | possessive):
			if i > start && !determined || lower || upper {
				return i
			}
			determined = true
		case t.low == "'s" || t.low == "'" || t.low == "’s":
			lower, upper = false, false
		case t.shape == stages.Numeric && i > start && its[i-1].is(month):
		case t.is(adverb) && (lower || upper) && !t.capital():
			return i
		case t.capital():
			if lower && (!determined || its[i-1].is(mediumNoun|address|timeUnit)) && !its[i-1].is(speakerNoun) {
				return i
			}
			upper = true
		default:
			if upper && !determined && !t.is(mediumNoun|speakerNoun|address) {
				return i
			}
			lower = true
		}
	}
	return i
}

// phrases reads a noun phrase with the prepositional phrases that follow it.
func (v *view) phrases(its []item, i, end int) int {
	j := v.phraseEnd(its, i, end)
	for j > i && j+1 < end && (its[j].is(prep) || its[j].low == "and" && !v.clausal(its[j+1:min(end, j+8)])) {
		k := v.phraseEnd(its, j+1, end)
		if k == j+1 {
			break
		}
		j = k
	}
	return j
}

// participial says whether a range is no subject but a participle clause, such as
// "Speaking at the meeting", or begins with a verb: "issued a new".
func (v *view) participial(its []item) bool {
	if t := &its[0]; t.shape == stages.Lowercase && t.mention < 0 && len(t.low) > 4 && strings.HasSuffix(t.low, "ed") && len(its) > 1 {
		return true
	}
	return len(its) > 1 && (strings.HasSuffix(its[0].low, "ing") || strings.HasSuffix(its[0].low, "ed")) && its[0].mention < 0 && its[1].is(prep|det|possessive)
}
