package sentiment

import (
	"slices"

	"parley/schemas"
	"parley/stages"
)

// shortSpeech is the number of sentences up to which a speech on the talks is
// taken to keep to its subject.
const shortSpeech = 4

// density is one in how many sentences must be about the talks for the article
// to be on them.
const density = 5

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

// spread makes the rest of a short speech on the talks about the talks, too.
func (a *analyzer) spread(d *stages.Document, p pieces, about []bool) {
	for _, ps := range p.of {
		n, yes := 0, 0
		for _, x := range ps {
			n++
			if about[x.sentence] {
				yes++
			}
		}
		if n < 2 || n > shortSpeech && yes*3 < n || yes == 0 || yes*shortSpeech < n {
			continue
		}
		for _, x := range ps {
			about[x.sentence] = true
		}
	}
	n := 0
	for _, yes := range about {
		if yes {
			n++
		}
	}
	if n < 2 || n*density < len(about) {
		return
	}
	for i := 1; i < len(about); i++ { // a speech in an article on the talks keeps to them
		who := speaker(d, p, i)
		about[i] = about[i] || about[i-1] && who != "" && who == speaker(d, p, i-1) && d.Sentences[i].Paragraph-d.Sentences[i-1].Paragraph <= 1
	}
}

// statement is the attitude of one statement: the mean of its pieces on the
// talks.
func (a *analyzer) statement(d *stages.Document, ps []piece, hs []hint, about []bool, speaker string) stages.Attitude {
	var at stages.Attitude
	sum, n := 0.0, 0
	for _, x := range ps {
		tok := d.Sentences[x.sentence].Tokens
		h := a.hints(tok[x.from:x.to])
		whole := x.to-x.from >= len(tok)*2/3
		if !about[x.sentence] || !h.strong && !h.weak && !h.topic && !whole {
			continue
		}
		v, ev := a.score(d, tok, hs[x.sentence], x.from, x.to)
		sum += v
		n++
		at.Evidence = append(at.Evidence, ev...)
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

// holder is the speaker of the statement that covers most of a sentence; of
// nested ones the innermost that still does. Without one the article speaks.
func holder(d *stages.Document, p pieces, sentence int) string {
	best, size := "", 1<<30
	for _, i := range p.by[sentence] {
		n := 0
		for _, x := range p.of[i] {
			if x.sentence == sentence {
				n += x.to - x.from
			}
		}
		if n*2 >= len(d.Sentences[sentence].Tokens) && n < size {
			best, size = d.Statements[i].SpeakerID, n
		}
	}
	return best
}
