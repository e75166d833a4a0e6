package sentiment

import (
	"slices"

	"parley/stages"
)

// class is what a line of talks_terms.tsv says of its term; a set of them is
// their sum.
type class uint16

// The classes.
const (
	strong class = 1 << iota
	open
	weak
	meeting
	purpose
	tone
	party
	topic
	demand
	matter
	past
	bar
)

var classes = []string{"strong", "open", "weak", "meeting", "purpose", "tone", "party", "topic", "demand", "matter", "past", "bar"}

// maxTokens is the longest sentence that is looked at. More is a text without
// punctuation, in which nothing can be said of what belongs together.
const maxTokens = 1000

// hint is what one sentence shows of its subject.
type hint struct {
	has    class
	talks  []found // the terms, by which the distance of a cue is measured
	sides  int     // sides of the conflict that are named, and their backers where these deal with another side
	others bool    // states and people of no side nor mediator are named
	broker bool    // a mediator is
}

// hints looks for the terms in a sentence.
func (a *analyzer) hints(tok []stages.Token) hint {
	var h hint
	if len(tok) > maxTokens {
		return h
	}
	all := a.terms.find(tok, func(found) bool { return true })
	for _, f := range all {
		if f.is == weak && verbal(tok, f) || f.is == matter && !beside(tok, f, all) {
			continue
		}
		h.has |= f.is
		if f.is&(strong|open|weak|meeting|topic) != 0 {
			h.talks = append(h.talks, f)
		}
	}
	return h
}

// beside reports whether a subject of other negotiations stands in the clause of
// a word on negotiations.
func beside(tok []stages.Token, f found, all []found) bool {
	return slices.ContainsFunc(all, func(t found) bool {
		return t.is&(open|weak) != 0 && (t.to <= f.from && f.from-t.to < 12 && sameClause(tok, t.to, f.from) || f.to <= t.from && t.from-f.to < 8 && sameClause(tok, f.to, t.from))
	})
}

// any reports whether the sentence has a term of one of the classes.
func (h hint) any(c class) bool { return h.has&c != 0 }

// alone decides whether a sentence is about the talks by its own words.
func (h hint) alone() bool {
	switch {
	case h.any(past) && h.sides == 0:
		return false
	case h.any(strong):
		return true
	case h.any(open): // negotiations, a dialogue: on the conflict unless on another matter
		return !h.any(matter) || h.any(purpose)
	case h.any(bar):
		return false
	case h.any(weak):
		return h.sides > 1 || h.any(party|purpose) || h.any(tone) && !h.any(matter) || h.sides > 0 && h.broker && !h.others
	case h.any(meeting):
		return h.sides > 1 && !h.others || h.any(party) && h.sides > 0
	}
	return false
}

// about decides for each sentence whether it is about the talks, and for the
// article whether they are its subject.
func (a *analyzer) about(d *stages.Document, hs []hint) (about []bool, on bool) {
	about = make([]bool, len(hs))
	n := 0
	a.parties(d, hs)
	for i, h := range hs {
		if about[i] = h.alone(); about[i] {
			n++
		}
	}
	if !onTalks(d, about, n) {
		return about, false
	}
	near := func(i int) bool { // a neighbour in the same or the last paragraph
		return i > 0 && about[i-1] && d.Sentences[i].Paragraph-d.Sentences[i-1].Paragraph <= 1
	}
	for i, h := range hs {
		if about[i] || h.any(bar|past) || h.others && h.sides < 2 && !h.broker && !h.any(topic) && !near(i) {
			continue
		}
		about[i] = h.any(weak) && !h.any(matter) || h.any(meeting) && near(i) && (h.sides > 0 || h.broker || h.any(party)) ||
			h.any(topic) && len(hs) > passage && (near(i) || h.any(demand) && h.sides > 0)
	}
	return about, len(hs) > passage
}

// onTalks decides whether the talks are the subject of an article: of which so
// many sentences are about them, or which begins with them and returns to them.
func onTalks(d *stages.Document, about []bool, n int) bool {
	switch {
	case len(about) <= passage:
		return true
	case n < 2:
		return false
	case n*density >= len(about):
		return true
	}
	first := 0
	for first < len(about) && d.Sentences[first].Heading {
		first++
	}
	return n*thinDensity >= len(about) && (about[0] || first < len(about) && about[first])
}

// One in how many sentences must be about the talks for the article to be on
// them, and where it begins with them.
const (
	density     = 4
	thinDensity = 12
)

// passage is the number of sentences up to which a text is too short to have a
// subject of its own.
const passage = 3

// verbal reports whether "talks" is a verb or mere words: "the minister talks
// about", "talks of war".
func verbal(tok []stages.Token, f found) bool {
	if f.to != f.from+1 || tok[f.from].Lower != "talks" || f.to >= len(tok) {
		return false
	}
	switch tok[f.to].Lower {
	case "of":
		return true
	case "about":
		return f.from > 0 && tok[f.from-1].Lower != "for" && tok[f.from-1].Lower != "the"
	}
	return false
}
