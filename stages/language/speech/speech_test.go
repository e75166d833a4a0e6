package speech_test

import (
	"slices"
	"testing"

	"parley/stages"
	"parley/stages/language/speech"
)

func TestIndex(t *testing.T) {
	d := &stages.Document{Sentences: make([]stages.Sentence, 3)}
	d.Statements = []stages.Statement{
		{Contents: []stages.TokenSpan{{Sentence: 0, From: 2, To: 9}, {Sentence: 1, From: 0, To: 10}}}, // over two sentences
		{Contents: []stages.TokenSpan{{Sentence: 1, From: 3, To: 8}}},                                 // within the first
		{Contents: []stages.TokenSpan{{Sentence: 1, From: 0, To: 2}, {Sentence: 1, From: 8, To: 10}}}, // in two pieces
		{}, // a statement without content
	}
	x := speech.New(d)
	for sentence, want := range [][]int{{0}, {0, 1, 2}, nil} {
		if got := x.In(sentence); !slices.Equal(got, want) {
			t.Errorf("sentence %d: statements %v, want %v", sentence, got, want)
		}
	}
	if got := x.Covered(2, 1); len(got) != 2 || got[1].From != 8 {
		t.Errorf("covered: %v", got)
	}
	for _, c := range []struct{ sentence, from, to, want int }{
		{0, 2, 3, 0},
		{0, 1, 3, -1}, // begins before the content
		{1, 3, 4, 1},  // the inner of two
		{1, 0, 1, 2},  // the smaller of two
		{1, 1, 4, 0},  // over the end of the inner
		{1, 0, 10, 0},
		{2, 0, 1, -1},
	} {
		got, ok := x.Innermost(stages.TokenSpan{Sentence: int32(c.sentence), From: c.from, To: c.to})
		if !ok {
			got = -1
		}
		if got != c.want {
			t.Errorf("tokens %d-%d of sentence %d: statement %d, want %d", c.from, c.to, c.sentence, got, c.want)
		}
	}
}
