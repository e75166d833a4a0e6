package encoder

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/klauspost/compress/zstd"
)

// A model file is the line PARLEYENC1, the length of the header as a uint32
// (little-endian), the header in JSON, and one zstd frame with the tensors in the
// order of the header, little-endian, without gaps.
const (
	magic       = "PARLEYENC1\n"
	headerLimit = 1 << 20   // bytes
	tensorLimit = 128 << 20 // bytes of all tensors
)

type header struct {
	Config      Config                `json:"config"`
	Labels      Labels                `json:"labels"`
	Calibration map[string][2]float32 `json:"calibration"`
	Thresholds  map[string]float32    `json:"thresholds"`
	Trained     json.RawMessage       `json:"trained"`
	Tensors     []tensorInfo          `json:"tensors"`
}

type tensorInfo struct {
	Name  string `json:"name"`
	Type  string `json:"type"` // u8, i8 or f32
	Shape []int  `json:"shape"`
}

func readHeader(data []byte) (*header, []byte, error) {
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok || len(rest) < 4 {
		return nil, nil, errors.New("it does not begin as one")
	}
	n := binary.LittleEndian.Uint32(rest)
	if rest = rest[4:]; n > headerLimit || int(n) > len(rest) {
		return nil, nil, fmt.Errorf("a header of %d bytes in a file of %d", n, len(data))
	}
	h := &header{}
	if err := json.Unmarshal(rest[:n], h); err != nil {
		return nil, nil, fmt.Errorf("header: %w", err)
	}
	if err := h.check(); err != nil {
		return nil, nil, fmt.Errorf("header: %w", err)
	}
	return h, rest[n:], nil
}

// check refuses sizes that the program cannot compute with.
func (h *header) check() error {
	c := h.Config
	for _, v := range []struct {
		name                  string
		value, low, high, per int
	}{
		{"layers", c.Layers, 1, 24, 1}, {"hidden", c.Hidden, 96, 1536, 96}, {"ffn", c.FFN, 96, 6144, 96}, {"arc", c.Arc, 32, 128, 32},
		{"heads", c.Heads, c.Hidden / headWidth, c.Hidden / headWidth, 1},
		{"window", c.Window, 16, 512, 1}, {"context", c.Context, 0, c.Window - 4, 1}, {"sentence", c.Sentence, 1, c.Window - c.Context - 4, 1},
		{"events", len(h.Labels.Events), 1, 64, 1}, {"cues", len(h.Labels.Cues), 2, 2, 1}, {"status", len(h.Labels.Status), 1, 16, 1},
		{"attitudes", len(h.Labels.Attitudes), 4, 4, 1}, {"issues", len(h.Labels.Issues), 1, 64, 1}, {"stances", len(h.Labels.Stances), 1, 16, 1},
	} {
		if v.value < v.low || v.value > v.high || v.value%v.per != 0 {
			return fmt.Errorf("%s is %d", v.name, v.value)
		}
	}
	for name, ab := range h.Calibration {
		if !sane(ab[0]) || !sane(ab[1]) {
			return fmt.Errorf("calibration of %s is %g", name, ab)
		}
	}
	return nil
}

// sane tells whether a number of a model is one to compute with.
func sane(v float32) bool { return v >= -1e6 && v <= 1e6 }

// expected lists the tensors that a model of these sizes has; -1 is any length.
func (h *header) expected() map[string]tensorInfo {
	want := map[string]tensorInfo{}
	add := func(kind, name string, shape ...int) { want[name] = tensorInfo{name, kind, shape} }
	matrix := func(name string, in, out int) {
		add("i8", name+".w", in, out)
		add("f32", name+".scale", out)
		add("f32", name+".b", out)
	}
	c := h.Config
	norm := func(name string) { add("f32", name+".g", c.Hidden); add("f32", name+".b", c.Hidden) }
	add("u8", "vocab", -1)
	add("i8", "embed.word.w", -1, c.Hidden)
	add("f32", "embed.word.scale", -1)
	add("f32", "embed.position", -1, c.Hidden)
	norm("embed.norm")
	for i := range c.Layers {
		p := fmt.Sprintf("layer%d.", i)
		matrix(p+"qkv", c.Hidden, 3*c.Hidden)
		matrix(p+"o", c.Hidden, c.Hidden)
		matrix(p+"ffn1", c.Hidden, c.FFN)
		matrix(p+"ffn2", c.FFN, c.Hidden)
		norm(p + "norm1")
		norm(p + "norm2")
	}
	o := h.outputs()
	matrix("heads.tokens", c.Hidden, o.word)
	matrix("heads.trigger", c.Hidden, o.trigger)
	matrix("heads.cue", c.Hidden, o.cue)
	matrix("heads.sentence", 2*c.Hidden, o.sentence)
	return want
}

type outputs struct{ word, trigger, cue, sentence int }

// outputs counts the columns of the heads; heads.go says what they are.
func (h *header) outputs() outputs {
	l, arc := &h.Labels, h.Config.Arc
	return outputs{
		word:     1 + len(l.Events) + 1 + len(l.Cues) + keyKinds*arc,
		trigger:  3*arc + 3 + len(l.Status) + 1,
		cue:      3*arc + 3,
		sentence: len(l.Attitudes) + len(l.Issues)*(1+len(l.Stances)) + arc + 1,
	}
}

// tensors are the parts of a model file by name.
type tensors map[string]tensorData

type tensorData struct {
	tensorInfo
	data []byte
}

var elementSize = map[string]int{"u8": 1, "i8": 1, "f32": 4}

// readTensors unpacks the tensors and checks that they are those that the
// header's sizes call for, with values that the kernels can compute with.
func readTensors(h *header, body []byte) (tensors, error) {
	want := h.expected()
	total := 0
	for _, t := range h.Tensors {
		w, ok := want[t.Name]
		if !ok || w.Type != t.Type || !slices.EqualFunc(w.Shape, t.Shape, func(a, b int) bool { return a == b || a < 0 && b > 0 }) {
			return nil, fmt.Errorf("tensor %.40q of type %.8q and shape %v is not of this model", t.Name, t.Type, t.Shape)
		}
		delete(want, t.Name)
		n := elementSize[t.Type]
		for _, d := range t.Shape {
			if d > tensorLimit {
				return nil, fmt.Errorf("tensor %s is too large", t.Name)
			}
			n *= d
		}
		if total += n; n > tensorLimit || total > tensorLimit {
			return nil, fmt.Errorf("tensor %s is too large", t.Name)
		}
	}
	for name := range want {
		return nil, fmt.Errorf("tensors are missing, %s among them", name)
	}
	all, err := unpack(body, total)
	if err != nil {
		return nil, err
	}
	out := tensors{}
	for _, t := range h.Tensors {
		n := elementSize[t.Type]
		for _, d := range t.Shape {
			n *= d
		}
		out[t.Name] = tensorData{t, all[:n:n]}
		all = all[n:]
	}
	return out, out.check(h)
}

// unpack reads a zstd frame of exactly n bytes.
func unpack(body []byte, n int) ([]byte, error) {
	z, err := zstd.NewReader(bytes.NewReader(body), zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(2*tensorLimit))
	if err != nil {
		return nil, err
	}
	defer z.Close()
	all, err := io.ReadAll(io.LimitReader(z, int64(n)+1))
	if err != nil {
		return nil, fmt.Errorf("tensors: %w", err)
	}
	if len(all) != n {
		return nil, fmt.Errorf("tensors of %d bytes or more where the header tells %d", len(all), n)
	}
	return all, nil
}

const weightLimit = 63 // seven bits: two products of such a weight and a byte fit into 16 bits

func (t tensors) check(h *header) error {
	for name, d := range t {
		switch d.Type {
		case "f32":
			for i := 0; i < len(d.data); i += 4 {
				if v := math.Float32frombits(binary.LittleEndian.Uint32(d.data[i:])); !sane(v) {
					return fmt.Errorf("tensor %s holds %g", name, v)
				}
			}
		case "i8":
			for _, b := range d.data {
				if v := int8(b); name != "embed.word.w" && (v > weightLimit || v < -weightLimit) {
					return fmt.Errorf("tensor %s holds the weight %d", name, v)
				}
			}
		}
	}
	words, c := t["embed.word.w"].Shape[0], h.Config
	for _, id := range []int{c.CLS, c.SEP, c.Unknown} {
		if id < 0 || id >= words {
			return fmt.Errorf("piece %d of %d", id, words)
		}
	}
	if p := t["embed.position"].Shape[0]; p < c.Window || t["embed.word.scale"].Shape[0] != words {
		return fmt.Errorf("%d positions for windows of %d, %d scales for %d words", p, c.Window, t["embed.word.scale"].Shape[0], words)
	}
	return nil
}

func (t tensors) bytes(name string) []byte { return t[name].data }

func (t tensors) i8(name string) []int8 {
	out := make([]int8, len(t[name].data))
	for i, b := range t[name].data {
		out[i] = int8(b)
	}
	return out
}

func (t tensors) f32(name string) []float32 {
	d := t[name].data
	out := make([]float32, len(d)/4)
	for i := range out {
		out[i] = math.Float32frombits(binary.LittleEndian.Uint32(d[4*i:]))
	}
	return out
}

func (t tensors) norm(name string) layerNorm {
	return layerNorm{t.f32(name + ".g"), t.f32(name + ".b")}
}

func (t tensors) matrix(k *kernel, name string) matrix {
	s := t[name+".w"].Shape
	return newMatrix(k, s[0], s[1], t.i8(name+".w"), t.f32(name+".scale"), t.f32(name+".b"))
}
