package encoder

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"math/rand"
	"os"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// made is a model of random weights, as a file and in the floats that its
// integers stand for.
type made struct {
	header
	weights map[string][]float64 // [in][out] of each matrix, and all other floats
	raw     map[string][]byte
}

var pieces = strings.Fields("[PAD] [CLS] [SEP] [UNK] the envoy said talks will go on in paris ministers from both sides met again ##s ##ing ##ed e n v o y . , \" ' - ##a ##b ##c ##o a b c")

func smallConfig() Config {
	return Config{Layers: 2, Hidden: 96, Heads: 3, FFN: 192, Arc: 32, Window: 64, Context: 12, Sentence: 40, CLS: 1, SEP: 2, Unknown: 3}
}

func labels(n int, prefix string) (l []string) {
	for i := range n {
		l = append(l, fmt.Sprintf("%s%d", prefix, i))
	}
	return l
}

func makeModel(c Config, vocabulary []string, seed int64) *made {
	r := rand.New(rand.NewSource(seed))
	m := &made{weights: map[string][]float64{}, raw: map[string][]byte{}}
	m.Config = c
	m.Labels = Labels{labels(17, "EVENT"), labels(2, "cue"), labels(4, "status"), labels(4, "attitude"), labels(19, "issue"), labels(5, "stance")}
	m.Calibration = map[string][2]float32{"event": {0.9, 0.25}, "background": {1.1, -0.5}, "source": {1, 0.5}}
	m.Thresholds = map[string]float32{"event": 0.4}
	m.Trained = json.RawMessage(`{}`)
	want := m.expected()
	m.add("vocab", "u8", []byte(strings.Join(vocabulary, "\n")), len(strings.Join(vocabulary, "\n")))
	// float64() keeps machines from fusing products and sums, so that all get the
	// same weights. As trained: gains near 1, weights such that vectors keep their size.
	for _, name := range sortedNames(want) {
		t := want[name]
		switch {
		case name == "embed.word.w":
			m.matrix(r, name, len(vocabulary), c.Hidden, 127)
		case name == "embed.word.scale":
			m.floats(name, func() float64 { return (0.5 + r.Float64()) / 127 }, len(vocabulary))
		case name == "embed.position":
			m.floats(name, func() float64 { return float64(0.3 * r.NormFloat64()) }, 2*c.Window, c.Hidden)
		case t.Type == "i8":
			m.matrix(r, name, t.Shape[0], t.Shape[1], 63)
		case strings.HasSuffix(name, ".scale"):
			in := want[strings.TrimSuffix(name, ".scale")+".w"].Shape[0]
			m.floats(name, func() float64 { return (0.8 + float64(0.4*r.Float64())) / 36 / math.Sqrt(float64(in)) }, t.Shape...)
		case strings.HasSuffix(name, ".g"):
			m.floats(name, func() float64 { return 1 + float64(0.2*r.NormFloat64()) }, t.Shape...)
		case t.Type == "f32":
			m.floats(name, func() float64 { return 0.1 * r.NormFloat64() }, t.Shape...)
		}
	}
	for name := range want { // integers times their scales
		if s, ok := m.weights[strings.TrimSuffix(name, ".w")+".scale"]; ok && strings.HasSuffix(name, ".w") {
			w := m.weights[name]
			for i := range w {
				if name == "embed.word.w" {
					w[i] *= s[i/c.Hidden]
				} else {
					w[i] *= s[i%len(s)]
				}
			}
		}
	}
	return m
}

func sortedNames(m map[string]tensorInfo) (names []string) {
	for n := range m {
		names = append(names, n)
	}
	for i := range names {
		for j := i; j > 0 && names[j] < names[j-1]; j-- {
			names[j], names[j-1] = names[j-1], names[j]
		}
	}
	return names
}

func (m *made) add(name, kind string, data []byte, shape ...int) {
	m.Tensors = append(m.Tensors, tensorInfo{name, kind, shape})
	m.raw[name] = data
}

func (m *made) matrix(r *rand.Rand, name string, in, out, limit int) {
	data, w := make([]byte, in*out), make([]float64, in*out)
	for i := range data {
		v := max(-limit, min(limit, int(math.Round(r.NormFloat64()*float64(limit)/3))))
		data[i], w[i] = byte(int8(v)), float64(v)
	}
	m.weights[name] = w
	m.add(name, "i8", data, in, out)
}

func (m *made) floats(name string, next func() float64, shape ...int) {
	n := 1
	for _, d := range shape {
		n *= d
	}
	var data []byte
	w := make([]float64, n)
	for i := range w {
		v := float32(next())
		w[i] = float64(v)
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(v))
	}
	m.weights[name] = w
	m.add(name, "f32", data, shape...)
}

// file writes the model file.
func (m *made) file() []byte {
	h, err := json.Marshal(m.header)
	if err != nil {
		panic(err)
	}
	var body bytes.Buffer
	z, _ := zstd.NewWriter(&body, zstd.WithEncoderConcurrency(1))
	for _, t := range m.Tensors {
		z.Write(m.raw[t.Name])
	}
	z.Close()
	out := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(h)))
	return append(append(out, h...), body.Bytes()...)
}

// trained is the model that is part of the program, or the file that the
// environment variable PARLEY_MODEL names; without either the test is skipped.
func trained(t testing.TB) *Model {
	t.Helper()
	s := Embedded()
	if name := os.Getenv("PARLEY_MODEL"); name != "" {
		var err error
		if s, err = Open(name); err != nil {
			t.Fatal(err)
		}
	}
	if s == nil {
		t.Skip("no model is part of the program")
	}
	m, err := s.Model()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func (m *made) load(t testing.TB, k *kernel) *Model {
	t.Helper()
	x, err := load(m.file(), k)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// forward computes the vectors of pieces in float64, straight from the formulas.
func (m *made) forward(ids []int32) [][]float64 {
	c, w := m.Config, m.weights
	x := make([][]float64, len(ids))
	for i, id := range ids {
		x[i] = make([]float64, c.Hidden)
		for d := range x[i] {
			x[i][d] = w["embed.word.w"][int(id)*c.Hidden+d] + w["embed.position"][i*c.Hidden+d]
		}
	}
	m.norm("embed.norm", x)
	for l := range c.Layers {
		p := fmt.Sprintf("layer%d.", l)
		add(x, m.linear(p+"o", m.attend(m.linear(p+"qkv", x))))
		m.norm(p+"norm1", x)
		h := m.linear(p+"ffn1", x)
		for _, row := range h {
			for j, v := range row {
				row[j] = 0.5 * v * (1 + math.Erf(v/math.Sqrt2))
			}
		}
		add(x, m.linear(p+"ffn2", h))
		m.norm(p+"norm2", x)
	}
	return x
}

func add(x, y [][]float64) {
	for i := range x {
		for j := range x[i] {
			x[i][j] += y[i][j]
		}
	}
}

func (m *made) linear(name string, x [][]float64) [][]float64 {
	w, b := m.weights[name+".w"], m.weights[name+".b"]
	out := make([][]float64, len(x))
	for i, row := range x {
		o := append([]float64(nil), b...)
		for k, v := range row {
			for j, u := range w[k*len(b):][:len(b)] {
				o[j] += v * u
			}
		}
		out[i] = o
	}
	return out
}

func (m *made) attend(qkv [][]float64) [][]float64 {
	h := m.Config.Hidden
	out := make([][]float64, len(qkv))
	for i := range qkv {
		out[i] = make([]float64, h)
		for head := range m.Config.Heads {
			o := head * headWidth
			p := make([]float64, len(qkv))
			for t := range qkv {
				for d := range headWidth {
					p[t] += qkv[i][o+d] * qkv[t][h+o+d]
				}
				p[t] /= math.Sqrt(headWidth)
			}
			for t, v := range softmax64(p) {
				for d := range headWidth {
					out[i][o+d] += v * qkv[t][2*h+o+d]
				}
			}
		}
	}
	return out
}

func softmax64(x []float64) []float64 {
	out, most, sum := make([]float64, len(x)), math.Inf(-1), 0.0
	for _, v := range x {
		most = max(most, v)
	}
	for i, v := range x {
		out[i] = math.Exp(v - most)
		sum += out[i]
	}
	for i := range out {
		out[i] /= sum
	}
	return out
}

func (m *made) norm(name string, x [][]float64) {
	g, b := m.weights[name+".g"], m.weights[name+".b"]
	for _, row := range x {
		var mean, v float64
		for _, u := range row {
			mean += u / float64(len(row))
		}
		for _, u := range row {
			v += (u - mean) * (u - mean) / float64(len(row))
		}
		for j := range row {
			row[j] = (row[j]-mean)/math.Sqrt(v+1e-12)*g[j] + b[j]
		}
	}
}
