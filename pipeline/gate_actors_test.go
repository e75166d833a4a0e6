package pipeline_test

import (
	"slices"
	"strings"
)

// at is the place of a phrase in a sentence, ^ and number apart; false when it
// begins with ^, which is known from the context alone.
func (a gateArticle) at(phrase string, sentence int) (span, bool) {
	if strings.HasPrefix(phrase, "^") || sentence < 0 {
		return span{}, false
	}
	p, n := occurrence(phrase)
	return findWords(a.words, p, a.spans[sentence], n)
}

// meant are the actors that the program's mentions give for a phrase of the
// annotation, or that bear its name where the phrase is not in the sentence.
func (g *gateRun) meant(a gateArticle, phrase string, sentence int) []string {
	var ids []string
	if at, ok := a.at(phrase, sentence); ok {
		for _, m := range g.tables["mentions"][a.name] {
			if m.span().overlap(at) > 0 && !slices.Contains(ids, m.str("actor_id")) {
				ids = append(ids, m.str("actor_id"))
			}
		}
	}
	if ids == nil {
		p, _ := occurrence(strings.TrimPrefix(phrase, "^"))
		ids = g.byName[key(p)]
	}
	return ids
}

// isParty tells whether an actor of the program is the party that a phrase
// names: one that the mentions give for it, or one of the same country; where
// they give none, one that shares a telling word of its name.
func (g *gateRun) isParty(a gateArticle, id, phrase string, sentence int) bool {
	ids := g.meant(a, phrase, sentence)
	if slices.Contains(ids, id) {
		return true
	}
	actor := g.actors[id]
	if len(ids) == 0 {
		return actor != nil && shares(telling(phrase), g.words(id))
	}
	c := actor.str("country")
	return c != "" && slices.ContainsFunc(ids, func(i string) bool { return g.actors[i].str("country") == c })
}

// sameParties tells whether the actors are the annotated parties, none missing
// and none besides.
func (g *gateRun) sameParties(a gateArticle, ids, phrases []string, sentence int) bool {
	for _, p := range phrases {
		if !slices.ContainsFunc(ids, func(id string) bool { return g.isParty(a, id, p, sentence) }) {
			return false
		}
	}
	for _, id := range ids {
		if !slices.ContainsFunc(phrases, func(p string) bool { return g.isParty(a, id, p, sentence) }) {
			return false
		}
	}
	return true
}

// isNamed tells whether an actor has one of the names, or shares a telling word
// with it.
func (g *gateRun) isNamed(id string, names []string) bool {
	for _, n := range names {
		if id != "" && (slices.Contains(g.byName[key(n)], id) || shares(telling(n), g.words(id))) {
			return true
		}
	}
	return false
}

// words are the telling words of an actor's names.
func (g *gateRun) words(id string) []string {
	var w []string
	for _, n := range g.actors[id].names() {
		w = append(w, telling(n)...)
	}
	return w
}
