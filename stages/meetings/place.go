package meetings

import (
	"parley/stages"
)

// place is where a telling says that the meeting is: what is tied to it by a
// preposition of place, the town that stands before its noun ("the Geneva
// talks"), or where somebody went.
func (a *article) place(t *telling) string {
	n, at := int(t.Trigger.Sentence), int(t.Trigger.Token)
	if p := a.oblique(n, t.clause); p != "" {
		return p
	}
	if t.Place != "" {
		return t.Place
	}
	if p := a.before(n, at); p != "" {
		return p
	}
	if a.words["visit"][t.lemma] {
		return a.visited(n, at, t.clause)
	}
	return ""
}

// oblique is the place that a clause names behind "in" or "at", or the clause
// whose noun carries it.
func (a *article) oblique(n int, c *stages.Clause) string {
	if c == nil {
		return ""
	}
	tok := a.doc.Sentences[n].Tokens
	for _, o := range c.Obliques {
		if o.Prep < 0 || !a.words["place"][tok[o.Prep].Lower] {
			continue
		}
		for _, h := range o.Heads {
			if p := a.placeAt(n, int(h), false); p != "" {
				return p
			}
		}
	}
	return ""
}

// before is the town that stands right before a noun.
func (a *article) before(n, at int) string {
	t := a.tree(n)
	for c := range t.Children(at) {
		if c < at && (t.Rel(c) == stages.RelCompound || t.Rel(c) == stages.RelNmod || t.Rel(c) == stages.RelAmod) {
			if p := a.placeAt(n, c, true); p != "" {
				return p
			}
		}
	}
	return ""
}

// visited is the place that somebody went to: the object of "visit", or what
// stands behind "to".
func (a *article) visited(n, at int, c *stages.Clause) string {
	tok := a.doc.Sentences[n].Tokens
	if c != nil {
		for _, h := range c.Patients {
			if p := a.placeAt(n, int(h), false); p != "" {
				return p
			}
		}
		for _, o := range c.Obliques {
			if o.Prep < 0 || tok[o.Prep].Lower != "to" {
				continue
			}
			for _, h := range o.Heads {
				if p := a.placeAt(n, int(h), false); p != "" {
					return p
				}
			}
		}
	}
	return ""
}

// placeAt is the name of a place whose head is a token: a state, or a name that
// is no actor's. Where a party could stand as well as a place, it must be known
// to be one.
func (a *article) placeAt(n, at int, known bool) string {
	tok := a.doc.Sentences[n].Tokens
	if tok[at].UPOS != stages.PosPropn || a.isTime(n, at) {
		return ""
	}
	if m := a.doc.MentionAt(stages.Place{Sentence: int32(n), Token: int32(at)}); m != nil {
		x, _ := a.doc.Actor(m.ActorID)
		if x.Kind != "state" || m.Kind != "name" || known && a.towns[m.Text] == "" {
			return ""
		}
		return m.Text
	}
	name := a.name(n, at)
	if _, ok := a.towns[name]; known && !ok && !a.seen[name] {
		return ""
	}
	return name
}

// name is the proper noun around a token.
func (a *article) name(n, at int) string {
	tok := a.doc.Sentences[n].Tokens
	from, to := at, at+1
	for from > 0 && tok[from-1].UPOS == stages.PosPropn && !a.isTime(n, from-1) {
		from--
	}
	for to < len(tok) && tok[to].UPOS == stages.PosPropn && !a.isTime(n, to) {
		to++
	}
	return a.doc.Article.Text[tok[from].Start:tok[to-1].End]
}

// isTime reports whether a token is part of a date.
func (a *article) isTime(n, at int) bool {
	for i := range a.times[n] {
		if t := &a.times[n][i]; t.From <= at && at < t.To {
			return true
		}
	}
	return false
}

// places finds the names that the article uses as places: behind "in" and "at".
func (a *article) places() {
	for n := range a.doc.Clauses {
		for i := range a.doc.Clauses[n] {
			if p := a.oblique(n, &a.doc.Clauses[n][i]); p != "" {
				a.seen[p] = true
			}
		}
	}
}
