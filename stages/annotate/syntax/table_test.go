package syntax

import (
	"math"
	"math/rand/v2"
	"testing"
)

func TestPackedWeights(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var fs []Feature
	for range 5000 {
		w := make([]float32, 41)
		for range 1 + rng.IntN(4) + rng.IntN(2)*2*longRow { // short rows and long ones
			w[rng.IntN(len(w))] = float32(rng.NormFloat64() * 10)
		}
		fs = append(fs, Feature{rng.Uint64(), w})
	}
	limit := float32(0)
	for _, f := range fs {
		for _, w := range f.Weights {
			limit = max(limit, float32(math.Abs(float64(w))))
		}
	}
	p, rest, err := unpack(pack(nil, fs, 14, rowPrint))
	if err != nil || len(rest) != 0 {
		t.Fatal(err, len(rest))
	}
	book := codebook()
	tab, err := p.rows(&book)
	if err != nil {
		t.Fatal(err)
	}
	lost := 0 // features that the table cannot tell apart
	for _, f := range fs {
		var score [128]int32
		tab.add([]uint64{f.Key}, &book, &score)
		for c, w := range f.Weights {
			got := float32(score[c]) / unit * limit
			if math.Abs(float64(got-w)) > 0.05*math.Abs(float64(w))+0.02 {
				lost++
				break
			}
		}
	}
	if lost > len(fs)/50 {
		t.Errorf("%d of %d features came back with other weights", lost, len(fs))
	}
	var score [128]int32
	hits := 0
	for range 10000 {
		score = [128]int32{}
		if tab.add([]uint64{rng.Uint64()}, &book, &score); score != ([128]int32{}) {
			hits++
		}
	}
	if hits > 60 {
		t.Errorf("%d of 10000 strange features were taken for known ones", hits)
	}
}

func TestDamagedModelIsRefused(t *testing.T) {
	lex := NewLexicon()
	parts := &Parts{Classes: []Class{{1, 1}}, Lexicon: lex}
	file, err := parts.Encode()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Decode(file); err != nil {
		t.Fatalf("an empty model: %v", err)
	}
	for i := range file {
		if _, err := Decode(file[:i]); err == nil {
			t.Errorf("a model cut at byte %d of %d is accepted", i, len(file))
		}
	}
}

func TestTemplatesAreStrict(t *testing.T) {
	for _, bad := range []string{"a&c", "a a", "a&b&a&b&a"} {
		if _, err := parseTemplates(bad, []string{"a", "b"}); err == nil {
			t.Errorf("%q is accepted", bad)
		}
	}
}
