package statements

import (
	"slices"
	"strings"

	"parley/stages"
	"parley/stages/language/trees"
)

// speaker is who is said to have spoken.
type speaker struct {
	id, text string
	at       piece
	head     stages.Place // of the phrase; only where text is set
	pronoun  bool
	document bool     // a statement or report speaks
	also     []string // joint speakers, the first left out
}

// speakerMass is the least probability of all words of one actor together so that
// it is the speaker where the phrase itself is no mention: unresolved is better
// than wrong.
const speakerMass = 0.5

// speakerOf is the phrase that arcs lead to, and the actor whom it names.
func (v *view) speakerOf(arcs stages.Arcs, verb stages.Place) (s speaker) {
	chosen := arcs.Chosen(v.doc.Reading.Thresholds)
	if len(chosen) == 0 {
		return s
	}
	best := arcs.Best()
	cue := -1
	if verb.Sentence == best.Sentence {
		cue = int(verb.Token)
	}
	t := v.treeOf(best.Sentence)
	tokens := v.doc.Sentences[best.Sentence].Tokens
	total := float32(0)
	for _, x := range chosen {
		if x.Sentence == best.Sentence {
			total += x.P
		}
	}
	under := func(top int) (mass float32) {
		for _, x := range chosen {
			if x.Sentence == best.Sentence && t.Under(int(x.Token), top) {
				mass += x.P
			}
		}
		return mass
	}
	head := int(best.Token)
	for steps := 0; steps < 8; steps++ {
		h := t.Head(head)
		if h < 0 || h == cue || tokens[h].UPOS == stages.PosVerb || !climbs(t.Rel(head), best.P < 0.8 && under(head) < 0.75*total || h == head+1 && v.personAt(best.Sentence, h) || v.acts(best.Sentence, verb, h)) {
			break
		}
		head = h
	}
	s = v.speakerAt(best.Sentence, head)
	if s.id == "" && !s.pronoun && !s.document {
		mass := map[string]float32{}
		for _, x := range chosen {
			if m := v.doc.MentionAt(x.Place); m != nil {
				if a, ok := v.doc.Actor(m.ActorID); ok && a.Kind == "person" {
					mass[m.ActorID] += x.P
					if mass[m.ActorID] >= speakerMass && (s.id == "" || mass[m.ActorID] > mass[s.id]) {
						s.id = m.ActorID
					}
				}
			}
		}
	}
	return s
}

// acts says whether a word is the agent of a cue as its clause has it: the founder of
// the bank wrote.
func (v *view) acts(sentence int32, verb stages.Place, word int) bool {
	if verb.Sentence != sentence {
		return false
	}
	c := stages.ClauseAt(v.doc.Clauses[sentence], int(verb.Token))
	return c != nil && containsToken(c.Agents, word)
}

// climbs says whether the head of a word is the head of the speaker's phrase too: a
// part of a name leads to its last word, a determiner to its noun, and anything else
// within a noun phrase where the reader leads to other parts of it as well.
func climbs(r stages.Rel, split bool) bool {
	switch r {
	case stages.RelDet, stages.RelCase, stages.RelFlat, stages.RelFixed, stages.RelGoeswith:
		return true
	case stages.RelAmod, stages.RelCompound, stages.RelNummod, stages.RelNmod, stages.RelAppos, stages.RelConj, stages.RelAdvmod, stages.RelPunct, stages.RelCc:
		return split
	}
	return false
}

// speakerAt makes the speaker of the noun phrase with a head.
func (v *view) speakerAt(sentence int32, head int) speaker {
	tokens := v.doc.Sentences[sentence].Tokens
	t := v.treeOf(sentence)
	lo, hi := v.phraseOf(t, tokens, head)
	if m := v.doc.MentionAt(stages.Place{Sentence: sentence, Token: int32(head)}); m != nil {
		lo, hi = min(lo, m.From), max(hi, m.To)
	}
	s := speaker{head: stages.Place{Sentence: sentence, Token: int32(head)}, at: piece{tokens[lo].Start, tokens[hi-1].End}}
	s.text = v.doc.Article.Text[s.at.lo:s.at.hi]
	x := &tokens[head]
	s.pronoun = x.UPOS == stages.PosPron && hi-lo == 1
	s.id = v.actorOf(t, sentence, head)
	if s.id == "" {
		s.id = v.nameAtEnd(t, tokens, sentence, head, hi)
	}
	if s.id == "" && hi < len(tokens) && v.personAt(sentence, hi) { // the head of the union N. N.
		m := v.doc.MentionAt(stages.Place{Sentence: sentence, Token: int32(hi)})
		if m.From == hi && m.Kind == "name" {
			s.id, s.at.hi = m.ActorID, tokens[m.To-1].End
			s.text = v.doc.Article.Text[s.at.lo:s.at.hi]
		}
	}
	if s.id == "" && hi-lo == 1 && x.Shape == stages.Capitalized && !s.pronoun {
		s.id = v.partOfName(x.Lower)
	}
	if s.document = s.id == "" && v.s.words[x.Lower]&mediumNoun != 0; s.document {
		s.id = v.issuer(t, tokens, sentence, head)
	}
	for c := range t.Conjuncts(head) {
		if id := v.actorOf(t, sentence, c); id != "" && id != s.id {
			if s.id == "" && c == head {
				s.id = id
			} else {
				s.also = append(s.also, id)
			}
		}
	}
	return s
}

// nameAtEnd is the person whose name ends a phrase without a preposition before it:
// the deputy speaker of parliament, N. N.
func (v *view) nameAtEnd(t *trees.Tree, tokens []stages.Token, sentence int32, head, hi int) string {
	if hi-1 <= head || !v.personAt(sentence, hi-1) {
		return ""
	}
	m := v.doc.MentionAt(stages.Place{Sentence: sentence, Token: int32(hi - 1)})
	if m.Kind != "name" || m.From <= head || tokens[m.From-1].UPOS == stages.PosAdp {
		return ""
	}
	for k := m.From; k < m.To; k++ {
		if t.Child(k, stages.RelCase) >= 0 || t.Rel(k) == stages.RelConj {
			return ""
		}
	}
	return m.ActorID
}

// phraseOf is the tokens of a noun phrase: its head with what stands around it,
// apposition and what is joined to it, without clauses.
func (v *view) phraseOf(t *trees.Tree, tokens []stages.Token, head int) (lo, hi int) {
	lo, hi = head, head+1
	for c := range t.Children(head) {
		from, to := t.Span(c)
		switch t.Rel(c) {
		case stages.RelDet, stages.RelAmod, stages.RelCompound, stages.RelFlat, stages.RelNummod, stages.RelFixed, stages.RelGoeswith, stages.RelNmod:
		case stages.RelAppos, stages.RelConj:
			if c < head || tokens[c].UPOS == stages.PosVerb {
				continue
			}
		default:
			continue
		}
		if c < head {
			lo = min(lo, from)
		} else if from <= hi+1 && to-from < 25 {
			hi = max(hi, to)
		}
	}
	for hi > head+1 && !tokens[hi-1].Shape.IsWord() {
		hi--
	}
	for lo < head && !tokens[lo].Shape.IsWord() {
		lo++
	}
	return lo, hi
}

// actorOf is the actor whom a noun names: by its own mention, by that of the person
// whose name stands beside it, or as the capital of a state that the article
// mentions.
func (v *view) actorOf(t *trees.Tree, sentence int32, head int) string {
	if m := v.doc.MentionAt(stages.Place{Sentence: sentence, Token: int32(head)}); m != nil {
		return m.ActorID
	}
	for c := range t.Children(head) {
		switch t.Rel(c) {
		case stages.RelAppos, stages.RelFlat, stages.RelCompound:
		default:
			continue
		}
		if v.personAt(sentence, c) {
			return v.doc.MentionAt(stages.Place{Sentence: sentence, Token: int32(c)}).ActorID
		}
	}
	if id := v.s.seats[v.doc.Word(v.doc.Sentences[sentence].Tokens[head])]; id != "" { // Lima said
		if _, ok := v.doc.Actor(id); ok {
			return id
		}
	}
	if x := &v.doc.Sentences[sentence].Tokens[head]; v.s.words[x.Lower]&body != 0 { // the Falange movement
		for c := range t.Children(head) {
			if m := v.doc.MentionAt(stages.Place{Sentence: sentence, Token: int32(c)}); m != nil && t.Rel(c) == stages.RelCompound {
				if a, ok := v.doc.Actor(m.ActorID); ok && a.Kind != "person" && a.Kind != "state" {
					return m.ActorID
				}
			}
		}
	}
	return ""
}

// personAt says whether a word is part of a mention of a person.
func (v *view) personAt(sentence int32, i int) bool {
	m := v.doc.MentionAt(stages.Place{Sentence: sentence, Token: int32(i)})
	if m == nil {
		return false
	}
	a, ok := v.doc.Actor(m.ActorID)
	return ok && a.Kind == "person"
}

// partOfName is the only person of the article whose name has a word: Wang is
// Wang Yi, whose family name comes first.
func (v *view) partOfName(low string) (id string) {
	for i := range v.doc.Actors {
		a := &v.doc.Actors[i]
		if a.Kind != "person" || !slices.Contains(strings.Fields(strings.ToLower(a.Name)), low) {
			continue
		}
		if id != "" {
			return ""
		}
		id = a.ID
	}
	return id
}

// issuer is whose a statement or report is: "a ministry readout", "the mayor's
// report", "a statement released by the ministry", "his speech".
func (v *view) issuer(t *trees.Tree, tokens []stages.Token, sentence int32, head int) string {
	named := func(i int) string {
		if m := v.doc.MentionAt(stages.Place{Sentence: sentence, Token: int32(i)}); m != nil {
			return m.ActorID
		}
		return ""
	}
	for c := range t.Children(head) {
		switch r := t.Rel(c); {
		case r == stages.RelNmod, r == stages.RelCompound, r == stages.RelAmod:
			if id := named(c); id != "" && v.belongs(t, tokens, c) {
				return id
			}
		case r == stages.RelAcl:
			for k := range t.Children(c) {
				if t.Rel(k) == stages.RelObl || t.Rel(k) == stages.RelNsubj {
					if id := named(k); id != "" && (t.Rel(k) == stages.RelNsubj || v.belongs(t, tokens, k)) {
						return id
					}
				}
			}
		}
	}
	return ""
}

// belongs says whether a noun is joined to another by possession or by a
// preposition of origin.
func (v *view) belongs(t *trees.Tree, tokens []stages.Token, i int) bool {
	if c := t.Child(i, stages.RelCase); c >= 0 {
		switch tokens[c].Lower {
		case "of", "by", "from", "'s", "'":
			return true
		}
		return false
	}
	return true
}

func (v *view) tokenAt(p stages.Place) *stages.Token {
	return &v.doc.Sentences[p.Sentence].Tokens[p.Token]
}
