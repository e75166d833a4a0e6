package candidates

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"parley/stages/language/lexicon"
)

// Model is the weights of multinomial logistic regressions, by part.
type Model map[Part]*Weights

// Part is one of the judgements that are learned.
type Part string

// The parts.
const (
	Subject  Part = "subject"  // of a sentence in which a position is taken: which issue, by its words alone
	Wording  Part = "wording"  // likewise: which stance, by its words and clauses alone
	Tells    Part = "tells"    // whether a sentence tells a position on an issue
	Attitude Part = "attitude" // if it does, with which stance
)

// Weights are those of one regression: its classes, its features, and for each
// class an offset and a weight a feature.
type Weights struct {
	Classes, Features []string
	Offset            []float64
	Of                [][]float64 // by class, then feature
}

// NewWeights are those of a part, all zero.
func NewWeights(p Part) *Weights {
	w := &Weights{Classes: classes[p], Features: features[p]}
	w.Offset, w.Of = make([]float64, len(w.Classes)), make([][]float64, len(w.Classes))
	for i := range w.Of {
		w.Of[i] = make([]float64, len(w.Features))
	}
	return w
}

// Probabilities are those of the classes.
func (w *Weights) Probabilities(x []float64) []float64 {
	z := make([]float64, len(w.Classes))
	for c := range z {
		z[c] = w.Offset[c]
		for i, v := range x {
			z[c] += w.Of[c][i] * v
		}
	}
	most, sum := slices.Max(z), 0.0
	for c := range z {
		z[c] = math.Exp(z[c] - most)
		sum += z[c]
	}
	for c := range z {
		z[c] /= sum
	}
	return z
}

// offset is the feature that stands for a class's offset in the file.
const offset = "(offset)"

// loadModel reads weights.tsv.
func loadModel() (Model, error) {
	m := Model{}
	for p := range classes {
		m[p] = NewWeights(p)
	}
	err := lexicon.EachRow("candidates/weights.tsv", lexicon.Text(lists, "weights.tsv"), 4, 3, func(f []string) error {
		w := m[Part(f[0])]
		if w == nil {
			return fmt.Errorf("there is no part %q", f[0])
		}
		v, err := strconv.ParseFloat(f[3], 64)
		if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
			return fmt.Errorf("%q is no weight", f[3])
		}
		c, i := slices.Index(w.Classes, f[1]), slices.Index(w.Features, f[2])
		switch {
		case c < 0 || i < 0 && f[2] != offset:
			return fmt.Errorf("part %s has no class %q with feature %q", f[0], f[1], f[2])
		case i < 0:
			w.Offset[c] = v
		default:
			w.Of[c][i] = v
		}
		return nil
	})
	return m, err
}
