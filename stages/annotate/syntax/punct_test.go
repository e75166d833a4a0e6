package syntax

import (
	"slices"
	"strings"
	"testing"

	"parley/stages"
)

// Marks of a pair hang on the head of what they enclose. Words are given with
// their heads, counted from 1, and marks with the head that they are to get.
func TestMarksOfPairs(t *testing.T) {
	classes := []Class{{UPOS: stages.PosNoun}, {UPOS: stages.PosPunct}}
	for _, c := range []struct {
		words string
		heads []int
	}{
		{`they call it ' a step '`, []int{2, 0, 2, 6, 6, 2, 6}},
		{`they call it " a step "`, []int{2, 0, 2, 6, 6, 2, 6}},
		{`write to Ann < ann@x.org >`, []int{0, 3, 1, 5, 3, 5}},
		{`talks ( the second ) end`, []int{6, 4, 4, 1, 4, 0}},
		{`they ' agree`, []int{3, 1, 0}}, // one alone is no pair
	} {
		words := strings.Fields(c.words)
		var w Words
		var s State
		w.Reset(len(words))
		for i, x := range words {
			w.Set(i, x)
			class := 0
			if !strings.ContainsAny(x[:1], "abcdefghijklmnopqrstuvwxyzA") {
				class = 1
			}
			w.SetTag(i, class, class, classes)
		}
		s.Reset(&w)
		for i, h := range c.heads {
			if n := &s.nodes[i+1]; w.Tag(i) == 0 {
				n.head, n.rel = int16(h), uint8(stages.RelDep)
			} else {
				n.head, n.rel = int16(len(words)), uint8(stages.RelPunct)
			}
		}
		s.punctuate()
		var got []int
		for i := range words {
			got = append(got, s.Head(i)+1)
		}
		if !slices.Equal(got, c.heads) {
			t.Errorf("%s: heads %v, want %v", c.words, got, c.heads)
		}
	}
}
