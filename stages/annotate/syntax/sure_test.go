package syntax

import (
	"math/rand/v2"
	"testing"
)

func TestSureChoices(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var list []Choice
	for i := range 2000 {
		list = append(list, Choice{rng.Uint64(), uint8(i % 50)})
	}
	x, _, err := unpackChoices(packChoices(nil, list), 64)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range list {
		if v, ok := x.of([]uint64{rng.Uint64(), c.Key, rng.Uint64()}); !ok || v != c.Value {
			t.Fatalf("choice of %x: %d, %v, want %d", c.Key, v, ok, c.Value)
		}
	}
	for range 10000 {
		if _, ok := x.of([]uint64{rng.Uint64()}); ok {
			t.Fatal("a strange feature has a choice")
		}
	}
}

func TestDamagedChoices(t *testing.T) {
	good := packChoices(nil, []Choice{{1, 2}, {3, 4}})
	if _, _, err := unpackChoices(good, 5); err != nil {
		t.Error(err)
	}
	if _, _, err := unpackChoices(good, 4); err == nil {
		t.Error("a value out of bounds is taken")
	}
	for n := range good {
		if _, _, err := unpackChoices(good[:n], 5); err == nil {
			t.Errorf("%d of %d bytes are taken", n, len(good))
		}
	}
	if _, _, err := unpackChoices(packChoices(nil, make([]Choice, 1<<sureBits)), 5); err == nil {
		t.Error("more choices than there is room for are taken")
	}
}
