package sentiment

import (
	"slices"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/trees"
)

// shortSpeech is the number of sentences up to which a speech on the talks is
// taken to keep to its subject.
const shortSpeech = 4

// breath is for how many sentences a longer speech does so after naming it.
const breath = 3

// piece is the part of a sentence that a statement's content covers: the tokens
// from to (half-open) of the sentence.
type piece struct{ sentence, from, to int }

// pieces are the contents of the statements, sentence by sentence.
type pieces struct {
	of [][]piece // by statement
	by [][]int   // by sentence: the statements that cover any of it
}

func piecesOf(d *stages.Document) pieces {
	p := pieces{make([][]piece, len(d.Statements)), make([][]int, len(d.Sentences))}
	for i, s := range d.Statements {
		for _, sp := range s.Spans {
			start, end := d.Byte(sp.Start), d.Byte(sp.End)
			for n := max(d.SentenceAt(start), 0); n < len(d.Sentences) && d.Sentences[n].Start < end; n++ {
				if x := cut(d.Sentences[n].Tokens, start, end); x.to > x.from {
					x.sentence = n
					p.of[i] = append(p.of[i], x)
					if k := len(p.by[n]); k == 0 || p.by[n][k-1] != i {
						p.by[n] = append(p.by[n], i)
					}
				}
			}
		}
	}
	return p
}

// cut finds the tokens within start..end, in bytes.
func cut(tok []stages.Token, start, end int32) piece {
	from, _ := slices.BinarySearchFunc(tok, start, func(k stages.Token, at int32) int { return int(k.Start - at) })
	to, _ := slices.BinarySearchFunc(tok, end+1, func(k stages.Token, at int32) int { return int(k.End - at) })
	return piece{from: from, to: max(from, to)}
}

// spread makes what follows in a speech on the talks about the talks, too: all
// of a short one; of a longer one, in an article on the talks, some sentences.
func spread(d *stages.Document, p pieces, about []bool, on bool) {
	for _, ps := range p.of {
		yes := 0
		for _, x := range ps {
			if about[x.sentence] {
				yes++
			}
		}
		if n := len(ps); n < 2 || n > shortSpeech || yes*2 < n && (!on || yes == 0) {
			continue
		}
		for _, x := range ps {
			about[x.sentence] = true
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
			if who = speaker(d, p, i); who == "" && i > 0 { // only the first words of an article introduce a speech
				left = 0
			}
		case left == 0 || !quoted(d, p, i) || who != "" && speaker(d, p, i) != who || d.Sentences[i].Paragraph-d.Sentences[i-1].Paragraph > 1:
			left = 0
		default:
			about[i] = true
			left--
		}
	}
}

// statement is the attitude of one statement: the mean of its pieces on the
// talks.
func (a *analyzer) statement(tree *trees.Tree, d *stages.Document, ps []piece, hs []hint, about []bool, speaker string) stages.Attitude {
	var at stages.Attitude
	sum, n := 0.0, 0
	for _, x := range ps {
		tok := d.Sentences[x.sentence].Tokens
		h := a.hints(tok[x.from:x.to])
		whole := x.to-x.from >= len(tok)*2/3
		if !about[x.sentence] || len(h.talks) == 0 && !whole {
			continue
		}
		v, cues := a.score(tree, tok, hs[x.sentence], x.from, x.to)
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
func speaker(d *stages.Document, p pieces, sentence int) string {
	for _, i := range p.by[sentence] {
		if id := d.Statements[i].SpeakerID; id != "" {
			return id
		}
	}
	return ""
}

// quoted reports whether a sentence is a quotation, in whole or in part.
func quoted(d *stages.Document, p pieces, sentence int) bool {
	return slices.ContainsFunc(p.by[sentence], func(i int) bool { return d.Statements[i].Type != "indirect" })
}
