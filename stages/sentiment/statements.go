package sentiment

import (
	"slices"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/speech"
	"parley/stages/language/trees"
)

// shortSpeech is the number of sentences up to which a speech on the talks is
// taken to keep to its subject.
const shortSpeech = 4

// breath is for how many sentences a longer speech does so after naming it.
const breath = 3

// spread makes what follows in a speech on the talks about the talks, too: all
// of a short one; of a longer one, in an article on the talks, some sentences.
func spread(d *stages.Document, x *speech.Index, about []bool, on bool) {
	for i := range d.Statements {
		ps := d.Statements[i].Contents
		yes := 0
		for _, c := range ps {
			if about[c.Sentence] {
				yes++
			}
		}
		if n := len(ps); n < 2 || n > shortSpeech || yes*2 < n && (!on || yes == 0) {
			continue
		}
		for _, c := range ps {
			about[c.Sentence] = true
		}
	}
	if !on {
		return
	}
	left, who := 0, ""
	for i := range about {
		switch {
		case about[i]:
			left = breath
			if who = speaker(d, x, i); who == "" && i > 0 { // only the first words of an article introduce a speech
				left = 0
			}
		case left == 0 || !quoted(d, x, i) || who != "" && speaker(d, x, i) != who || d.Sentences[i].Paragraph-d.Sentences[i-1].Paragraph > 1:
			left = 0
		default:
			about[i] = true
			left--
		}
	}
}

// statement is the attitude of one statement: the mean of its pieces on the
// talks.
func (a *analyzer) statement(tree *trees.Tree, d *stages.Document, ps []stages.TokenSpan, hs []hint, about []bool, speaker string) stages.Attitude {
	var at stages.Attitude
	sum, n := 0.0, 0
	for _, c := range ps {
		tok := d.Sentences[c.Sentence].Tokens
		h := a.hints(tok[c.From:c.To])
		whole := c.To-c.From >= len(tok)*2/3
		if !about[c.Sentence] || len(h.talks) == 0 && !whole {
			continue
		}
		v, cues := a.score(tree, tok, hs[c.Sentence], c.From, c.To)
		sum += v
		n++
		at.Evidence = append(at.Evidence, evidence(d, tok, cues)...)
	}
	if n == 0 {
		return stages.Attitude{}
	}
	at.AboutTalks, at.Score, at.Holder = true, schemas.Num(sum/float64(n)), speaker
	return at
}

// speaker is who speaks in a sentence or a part of it, "" when nobody known does.
func speaker(d *stages.Document, x *speech.Index, sentence int) string {
	for _, i := range x.In(sentence) {
		if id := d.Statements[i].SpeakerID; id != "" {
			return id
		}
	}
	return ""
}

// quoted reports whether a sentence is a quotation, in whole or in part.
func quoted(d *stages.Document, x *speech.Index, sentence int) bool {
	return slices.ContainsFunc(x.In(sentence), func(i int) bool { return d.Statements[i].Type != "indirect" })
}
