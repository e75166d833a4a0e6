package syntax

import (
	"math/rand/v2"
	"testing"
)

// Whatever actions are taken, as long as they are allowed, the outcome is a tree
// with one root.
func TestAnyAllowedActionsMakeATree(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	var w Words
	var s State
	for range 2000 {
		n := 1 + rng.IntN(12)
		w.Reset(n)
		s.Reset(&w)
		steps := 0
		for !s.Done() {
			a := Action(rng.IntN(int(Actions)))
			if s.Allowed(a) {
				s.Do(a, 1)
			}
			if steps++; steps > 1000 {
				t.Fatalf("%d words: stuck with stack %v and next %d", n, s.stack, s.next)
			}
		}
		roots := 0
		for i := range n {
			h, steps := i, 0
			for h >= 0 && steps <= n {
				h = s.Head(h)
				steps++
			}
			if h != -1 {
				t.Fatalf("%d words: word %d does not lead to the root", n, i)
			}
			if s.Head(i) == -1 {
				roots++
			}
		}
		if roots != 1 {
			t.Fatalf("%d words: %d roots", n, roots)
		}
	}
}

func TestChildren(t *testing.T) {
	var w Words
	var s State
	w.Reset(4)
	s.Reset(&w)
	for _, a := range []Action{Shift, Left, Shift, Left, Shift, Shift, Right} {
		s.Do(a, 5)
	}
	n := s.nodes[3]
	if n.l1 != 2 || n.r1 != 4 || n.nl != 1 || n.nr != 1 || n.lset != 1<<5 {
		t.Errorf("children of 3: %+v", n)
	}
	if s.Head(0) != 1 || s.Head(1) != 2 || s.Head(3) != 2 {
		t.Errorf("heads %d %d %d", s.Head(0), s.Head(1), s.Head(3))
	}
}
