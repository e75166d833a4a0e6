package encoder

import (
	"bytes"
	"encoding/binary"
	"math"
	"math/rand"
	"strings"
	"testing"
)

func TestLoadRefuses(t *testing.T) {
	fresh := func() *made { return makeModel(smallConfig(), pieces, 1) }
	for _, c := range []struct {
		want  string
		spoil func(m *made)
	}{
		{"hidden is 95", func(m *made) { m.Config.Hidden = 95 }},
		{"heads is 4", func(m *made) { m.Config.Heads = 4 }},
		{"layers is 1000000", func(m *made) { m.Config.Layers = 1000000 }},
		{"arc is 256", func(m *made) { m.Config.Arc = 256 }},
		{"sentence is 60", func(m *made) { m.Config.Sentence = 60 }},
		{"piece 99 of", func(m *made) { m.Config.SEP = 99 }},
		{"piece -1 of", func(m *made) { m.Config.Unknown = -1 }},
		{"not of this model", func(m *made) { m.Labels.Issues = m.Labels.Issues[1:] }},
		{"not of this model", func(m *made) { m.Tensors = append(m.Tensors, tensorInfo{"more", "u8", []int{1}}) }},
		{"not of this model", func(m *made) { m.Tensors[0].Shape = []int{-5} }},
		{"not of this model", func(m *made) { m.Tensors[0].Shape = nil }},
		{"too large", func(m *made) { m.Tensors[0].Shape = []int{math.MaxInt / 2} }},
		{"too large", func(m *made) { m.Tensors[0].Shape = []int{tensorLimit} }},
		{"missing", func(m *made) { m.Tensors = m.Tensors[1:] }},
		{"not of this model", func(m *made) { m.Tensors = append(m.Tensors, m.Tensors[0]) }},
		{"where the header tells", func(m *made) { m.raw["vocab"] = m.raw["vocab"][1:] }},
		{"where the header tells", func(m *made) { m.raw["vocab"] = append(m.raw["vocab"], 0) }},
		{"twice in the vocabulary", func(m *made) { copy(m.raw["vocab"], "[CLS]") }},
		{"pieces have", func(m *made) { copy(m.raw["vocab"], "\n") }},
		{"holds the weight 64", func(m *made) { m.raw["layer1.ffn2.w"][7] = 64 }},
		{"holds the weight -128", func(m *made) { m.raw["heads.tokens.w"][7] = 0x80 }},
		{"holds NaN", func(m *made) { binary.LittleEndian.PutUint32(m.raw["heads.tokens.scale"], 0x7fc00000) }},
		{"holds +Inf", func(m *made) { binary.LittleEndian.PutUint32(m.raw["embed.norm.g"], 0x7f800000) }},
		{"calibration", func(m *made) { m.Calibration["event"] = [2]float32{1e9, 0} }},
	} {
		m := fresh()
		if c.want == "twice in the vocabulary" && string(m.raw["vocab"][:5]) != "[PAD]" {
			t.Fatal("the vocabulary begins otherwise")
		}
		c.spoil(m)
		if _, err := Load(m.file()); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("error %v, want one with %q", err, c.want)
		}
	}
	good := fresh().file()
	if _, err := Load(good); err != nil {
		t.Fatal(err)
	}
	for _, data := range [][]byte{nil, []byte("PARLEY"), []byte(magic), []byte(magic + "\xff\xff\xff\xff"), []byte(magic + "\x02\x00\x00\x00{}"), good[:len(good)/2], good[:len(good)-1]} {
		if _, err := Load(data); err == nil {
			t.Errorf("%d bytes of a model are read as one", len(data))
		}
	}
}

// Whatever byte is damaged, loading ends in an error or in a model that reads.
func TestDamagedFiles(t *testing.T) {
	good := makeModel(smallConfig(), pieces, 1).file()
	r := rand.New(rand.NewSource(1))
	for range 60 {
		data := bytes.Clone(good)
		for range 1 + r.Intn(3) {
			at := r.Intn(len(data))
			if r.Intn(2) == 0 {
				at = r.Intn(4000) // the header
			}
			data[at] ^= byte(1 << r.Intn(8))
		}
		if m, err := Load(data); err == nil {
			m.Read([]string{"the envoy said talks will go on."}, Floors{})
		}
	}
}
