// Package speech tells whose words stand at a place of an article: which
// statement's content holds it. Contents nest where somebody reports what another
// said; the innermost counts.
package speech

import (
	"sort"

	"parley/stages"
)

// Index is the contents of an article's statements by sentence. It is only read
// once made.
type Index struct {
	statements []stages.Statement
	by         [][]int // sentence to the statements whose content covers any of it
	size       []int   // of the content of each statement, in tokens
}

// New makes the index of a document whose statements have been found.
func New(d *stages.Document) *Index {
	x := &Index{statements: d.Statements, by: make([][]int, len(d.Sentences)), size: make([]int, len(d.Statements))}
	for i := range d.Statements {
		for _, c := range d.Statements[i].Contents {
			x.size[i] += c.To - c.From
			if list := x.by[c.Sentence]; len(list) == 0 || list[len(list)-1] != i {
				x.by[c.Sentence] = append(list, i)
			}
		}
	}
	return x
}

// In is the statements, by their index in the document, whose content covers
// any of a sentence.
func (x *Index) In(sentence int) []int { return x.by[sentence] }

// Covered is the tokens of a sentence that the content of a statement covers, as
// one span for each piece.
func (x *Index) Covered(statement, sentence int) []stages.TokenSpan {
	all := x.statements[statement].Contents
	from := sort.Search(len(all), func(i int) bool { return int(all[i].Sentence) >= sentence })
	to := from
	for to < len(all) && int(all[to].Sentence) == sentence {
		to++
	}
	return all[from:to]
}

// Innermost is the smallest statement, by its index in the document, one piece of
// whose content holds the tokens; ok is false when none does.
func (x *Index) Innermost(s stages.TokenSpan) (statement int, ok bool) {
	for _, i := range x.by[s.Sentence] {
		if ok && x.size[i] >= x.size[statement] {
			continue
		}
		for _, c := range x.Covered(i, int(s.Sentence)) {
			if c.From <= s.From && s.To <= c.To {
				statement, ok = i, true
			}
		}
	}
	return statement, ok
}
