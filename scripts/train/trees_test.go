package main

import (
	"math/rand/v2"
	"testing"

	"parley/stages/annotate/syntax"
)

// randomTree makes a projective tree of n words by random actions.
func randomTree(rng *rand.Rand, n int) (sentence, *syntax.Words) {
	var w syntax.Words
	var s syntax.State
	w.Reset(n)
	s.Reset(&w)
	for !s.Done() {
		if a := syntax.Action(rng.IntN(int(syntax.Actions))); s.Allowed(a) {
			s.Do(a, 1)
		}
	}
	out := sentence{words: make([]word, n)}
	for i := range out.words {
		out.words[i] = word{head: s.Head(i), rel: "dep"}
	}
	return out, &w
}

// Some action costs nothing as long as none that cost was taken, and following
// those that cost nothing leads to the gold tree.
func TestOracleLeadsToTheTree(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 500 {
		gold, w := randomTree(rng, 1+rng.IntN(15))
		tr := newTree(gold)
		var s syntax.State
		s.Reset(w)
		for !s.Done() {
			c := tr.costs(&s)
			a := cheapest(c, [syntax.Actions]float32{rng.Float32(), rng.Float32(), rng.Float32()})
			if c[a] != 0 {
				t.Fatalf("%d words: the best action costs %d", w.N(), c[a])
			}
			s.Do(a, 1)
		}
		for i, x := range gold.words {
			if s.Head(i) != x.head {
				t.Fatalf("word %d of %d hangs on %d, want %d", i, w.N(), s.Head(i), x.head)
			}
		}
	}
}

// The costs of what was done add up to the arcs that the outcome lacks.
func TestCostsAddUp(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 500 {
		gold, w := randomTree(rng, 1+rng.IntN(15))
		tr := newTree(gold)
		var s syntax.State
		s.Reset(w)
		cost := 0
		for !s.Done() {
			a := syntax.Action(rng.IntN(int(syntax.Actions)))
			if !s.Allowed(a) {
				continue
			}
			cost += tr.costs(&s)[a]
			s.Do(a, 1)
		}
		lost := 0
		for i, x := range gold.words {
			if s.Head(i) != x.head {
				lost++
			}
		}
		if lost != cost {
			t.Fatalf("%d words: %d arcs lost, costs say %d", w.N(), lost, cost)
		}
	}
}

func TestCrossingArcsAreLifted(t *testing.T) {
	// 1<-3, 2<-4: the shorter or earlier of the two is lifted
	s := sentence{words: []word{{head: 2, rel: "dep"}, {head: 3, rel: "dep"}, {head: 3, rel: "dep"}, {head: -1, rel: "root"}}}
	tr := newTree(s)
	want := []int16{0, 4, 4, 4, 0}
	for i := 1; i < len(want); i++ {
		if tr.head[i] != want[i] {
			t.Errorf("head of %d is %d, want %d", i, tr.head[i], want[i])
		}
	}
}
