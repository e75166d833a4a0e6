package encoder

import (
	"encoding/json"
	"fmt"
	"sync"
)

// Config tells the sizes of a model.
type Config struct {
	Layers int `json:"layers"`
	Hidden int `json:"hidden"` // of a piece's vector
	Heads  int `json:"heads"`  // of the attention, each 32 wide
	FFN    int `json:"ffn"`    // inside of the feed-forward part
	Arc    int `json:"arc"`    // of the queries and keys of arcs

	Window   int `json:"window"`          // pieces of a window at most, its marks counted
	Context  int `json:"context_pieces"`  // pieces of the sentence before that a window repeats
	Sentence int `json:"sentence_pieces"` // pieces of a sentence at most; what follows is not read

	CLS     int `json:"cls"`
	SEP     int `json:"sep"`
	Unknown int `json:"unk"`
}

// Labels names the classes of each head, in the order of their outputs.
type Labels struct {
	Events    []string `json:"events"` // without none, which comes first in the outputs
	Cues      []string `json:"cues"`   // likewise
	Status    []string `json:"status"`
	Attitudes []string `json:"attitudes"` // the first is that of sentences that are not about the talks
	Issues    []string `json:"issues"`
	Stances   []string `json:"stances"`
}

// Model is a reader that is ready to read. It is read-only; any number of
// goroutines may use it at once.
type Model struct {
	Config
	Labels
	Thresholds map[string]float32 // that were chosen with the model, by head
	Trained    json.RawMessage    // what the trainer says of itself

	calibration map[string][2]float32
	vocabulary  *vocabulary
	kernel      *kernel

	words     []int8 // [vocabulary][hidden]
	wordScale []float32
	positions []float32 // [positions][hidden]
	embedNorm layerNorm
	layers    []layer

	wordHead, triggerHead, cueHead, sentenceHead matrix

	zeros     []float32 // hidden
	scratches sync.Pool // of *scratch
}

// Load reads a model file. What is wrong with it, if anything, is an error.
func Load(data []byte) (*Model, error) { return load(data, kernels()[0]) }

func load(data []byte, k *kernel) (*Model, error) {
	h, body, err := readHeader(data)
	if err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	t, err := readTensors(h, body)
	if err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	c := h.Config
	m := &Model{Config: c, Labels: h.Labels, Thresholds: h.Thresholds, Trained: h.Trained, calibration: h.Calibration, kernel: k, zeros: make([]float32, c.Hidden)}
	if m.vocabulary, err = newVocabulary(t.bytes("vocab"), c.Unknown); err != nil {
		return nil, fmt.Errorf("model file: %w", err)
	}
	if m.vocabulary.size != len(t.f32("embed.word.scale")) {
		return nil, fmt.Errorf("model file: %d pieces have %d vectors", m.vocabulary.size, len(t.f32("embed.word.scale")))
	}
	m.words, m.wordScale, m.positions = t.i8("embed.word.w"), t.f32("embed.word.scale"), t.f32("embed.position")
	m.embedNorm = t.norm("embed.norm")
	for i := range c.Layers {
		p := fmt.Sprintf("layer%d.", i)
		m.layers = append(m.layers, layer{
			qkv: t.matrix(k, p+"qkv"), o: t.matrix(k, p+"o"), norm1: t.norm(p + "norm1"),
			ffn1: t.matrix(k, p+"ffn1"), ffn2: t.matrix(k, p+"ffn2"), norm2: t.norm(p + "norm2"),
		})
	}
	m.wordHead, m.triggerHead, m.cueHead, m.sentenceHead = t.matrix(k, "heads.tokens"), t.matrix(k, "heads.trigger"), t.matrix(k, "heads.cue"), t.matrix(k, "heads.sentence")
	return m, nil
}

// take gets a scratch for the model's windows; give puts it back.
func (m *Model) take() *scratch {
	if s, ok := m.scratches.Get().(*scratch); ok {
		return s
	}
	return newScratch(m, m.Window)
}

func (m *Model) give(s *scratch) { m.scratches.Put(s) }
