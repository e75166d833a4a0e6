package sentiment

import (
	"parley/stages"
)

// The classes of talks_terms.tsv.
const (
	strong  = "strong"
	weak    = "weak"
	purpose = "purpose"
	topic   = "topic"
	bar     = "bar"
)

// maxTokens is the longest sentence that is looked at. More is a text without
// punctuation, in which nothing can be said of what belongs together.
const maxTokens = 1000

// hint is what one sentence shows of its subject.
type hint struct {
	strong, weak, topic, purpose, barred bool
	talks                                []found // the terms, by which the distance of a cue is measured
}

// hints looks for the terms in a sentence.
func (a *analyzer) hints(tok []stages.Token) hint {
	var h hint
	if len(tok) > maxTokens {
		return h
	}
	for _, f := range a.terms.find(tok) {
		switch f.class {
		case strong:
			h.strong = true
		case weak:
			h.weak = true
		case topic:
			h.topic = true
		case purpose:
			h.purpose = true
			continue
		case bar:
			h.barred = true
			continue
		}
		h.talks = append(h.talks, f)
	}
	return h
}

// about decides for each sentence whether it is about the talks.
func (a *analyzer) about(d *stages.Document, hs []hint) []bool {
	about := make([]bool, len(hs))
	n, words := 0, 0
	sides, mediated := a.sides(d)
	for i, h := range hs {
		about[i] = h.strong || h.weak && !h.barred && (sides[i] > 1 || (h.purpose || sides[i] > 0 && mediated[i]) && a.meets(d.Sentences[i].Tokens))
		if about[i] {
			n++
		}
		words += len(d.Sentences[i].Tokens)
	}
	if n < 2 || n*8 < len(hs) { // the article is about something else
		return about
	}
	near := func(i int) bool { // a neighbour in the same or the last paragraph
		return i > 0 && about[i-1] && d.Sentences[i].Paragraph-d.Sentences[i-1].Paragraph <= 1
	}
	for i, h := range hs {
		if !about[i] && (h.weak && !h.barred && (near(i) && (sides[i] > 0 || mediated[i]) || a.meets(d.Sentences[i].Tokens)) || h.topic && (near(i) || sides[i] > 0)) {
			about[i] = true
		}
	}
	return about
}

// meets reports whether the words of a sentence speak of talks or a meeting as
// such, and not just of delegations or a deal.
func (a *analyzer) meets(tok []stages.Token) bool {
	for i, k := range tok {
		switch k.Lower {
		case "talks":
			if i+1 < len(tok) && tok[i+1].Lower == "about" && i > 0 && tok[i-1].Lower != "for" && tok[i-1].Lower != "the" || i+1 < len(tok) && tok[i+1].Lower == "of" {
				continue // "the minister talks about", "talks of war"
			}
			return true
		case "diplomacy", "discussions", "consultations", "delegations", "compromise", "concessions":
			return true
		}
	}
	return false
}

// sides counts for each sentence the sides of the conflict that it names and
// says whether it names a mediator.
func (a *analyzer) sides(d *stages.Document) (n []int, mediated []bool) {
	n, mediated = make([]int, len(d.Sentences)), make([]bool, len(d.Sentences))
	seen := make([]map[string]bool, len(d.Sentences))
	for _, m := range d.Mentions {
		act, ok := d.Actor(m.ActorID)
		if !ok || int(m.Sentence) >= len(n) {
			continue
		}
		if a.mediators[act.ID] || a.mediators[act.Country] {
			mediated[m.Sentence] = true
		}
		if act.Side == "" {
			continue
		}
		if seen[m.Sentence] == nil {
			seen[m.Sentence] = map[string]bool{}
		}
		if !seen[m.Sentence][act.Side] {
			seen[m.Sentence][act.Side] = true
			n[m.Sentence]++
		}
	}
	return n, mediated
}
