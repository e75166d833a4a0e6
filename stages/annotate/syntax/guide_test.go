package syntax

import (
	"slices"
	"testing"
)

// What is hung in the mirror hangs on the same word in the sentence.
func TestGuideIsReadInTheMirror(t *testing.T) {
	var w, mirror Words
	w.Reset(4)
	for i, x := range []string{"envoys", "met", "in", "Vienna"} {
		w.Set(i, x)
	}
	mirror.Mirror(&w)
	if !slices.Equal(mirror.text[1:5], []string{"Vienna", "in", "met", "envoys"}) {
		t.Fatalf("the mirror has %q", mirror.text[1:5])
	}
	var s State
	s.Reset(&mirror)
	// "in" hangs on "Vienna", that on "met", and so does "envoys"
	for _, a := range []Action{Shift, Shift, Right, Left, Shift, Shift, Right, Right} {
		if !s.Allowed(a) {
			t.Fatalf("action %d is not allowed", a)
		}
		s.Do(a, 0)
	}
	w.SetGuide(&s)
	if got, want := w.Guide(), []int16{-1, 2, 0, 4, 2, -1}; !slices.Equal(got, want) {
		t.Errorf("heads %v, want %v", got, want)
	}
	if g := &w.heads; g.left[2] != 1 || g.right[2] != 4 || g.right[4] != 4 {
		t.Errorf("words on met reach from %d to %d", g.left[2], g.right[2])
	}
	var again Words
	again.Reset(4)
	again.SetHeads(w.Guide())
	if !slices.Equal(again.Guide(), w.Guide()) {
		t.Errorf("heads %v given back as %v", w.Guide(), again.Guide())
	}
}
