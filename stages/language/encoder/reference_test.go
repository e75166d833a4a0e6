package encoder

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"
)

// reference is what the trainer computed for a window: in floats, with the
// weights as they were trained.
type reference struct {
	Sentences []string `json:"sentences"`
	IDs       []int32  `json:"ids"`
	Word      []int    `json:"word"` // of each piece: 0 no word, 1 word, 2 word of the context
	Triggers  []int    `json:"triggers"`
	Cues      []int    `json:"cues"`
	Marks     [][3]int `json:"marks"`
	Float     struct {
		Hidden     [][][]float64 `json:"hidden"` // [embedding and each layer][piece][first values]
		Event      [][]float64   `json:"event"`
		Cue        [][]float64   `json:"cue"`
		EventArcs  [][][]float64 `json:"event_arcs"` // [kind][trigger][pieces and nowhere]
		CueArcs    [][][]float64 `json:"cue_arcs"`
		Status     [][]float64   `json:"status"`
		Background []float64     `json:"background"`
		Attitude   [][]float64   `json:"attitude"`
		Issue      [][]float64   `json:"issue"`
		Stance     [][][]float64 `json:"stance"`
		Holder     [][]float64   `json:"holder"`
	} `json:"float"`
}

// The forward pass and the heads against the trainer's own, which it writes
// beside the model that the environment variable PARLEY_MODEL names.
func TestForwardIsTheReference(t *testing.T) {
	name := strings.TrimSuffix(os.Getenv("PARLEY_MODEL"), ".bin") + ".forward.json"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Skip("no reference: ", err)
	}
	var windows []reference
	if err := json.NewDecoder(bytes.NewReader(data)).Decode(&windows); err != nil {
		t.Fatal(err)
	}
	m := trained(t)
	m.calibration = nil // the reference's numbers are raw
	s := m.take()
	for n, w := range windows {
		m.forward(s, w.IDs)
		last := w.Float.Hidden[len(w.Float.Hidden)-1]
		var got []float32
		var want []float64
		for i, v := range last {
			got, want = append(got, s.x[i*m.Hidden:][:len(v)]...), append(want, v...)
		}
		c := cosine(got, want)
		t.Logf("window %d: the cosine of its vectors to the reference is %.5f", n, c)
		if c < 0.98 {
			t.Errorf("window %d: the cosine of its vectors to the reference is %.5f", n, c)
		}
		compareHeads(t, m, &w, n)
	}
}

// compareHeads reads the window's sentences as the program does.
func compareHeads(t *testing.T, m *Model, w *reference, n int) {
	var worst, sum, count float64
	near := func(what string, got []float32, want []float64) {
		t.Helper()
		for i := range want {
			d := math.Abs(float64(got[i]) - want[i])
			worst, sum, count = max(worst, d), sum+d, count+1
			if d > 0.15 {
				t.Errorf("window %d: %s %d is %.3f, the reference has %.3f", n, what, i, got[i], want[i])
			}
		}
	}
	got := m.Read(w.Sentences, Floors{-1, -1, -1})
	words := map[Place]int{} // to the piece
	k := 0
	for i, kind := range w.Word {
		if kind == 1 {
			words[got.Words[k].Place] = i
			near("event", got.Words[k].Events, softmax64(w.Float.Event[i]))
			near("cue", got.Words[k].Cues, softmax64(w.Float.Cue[i]))
			k++
		}
	}
	if k != len(got.Words) {
		t.Fatalf("window %d: %d words, the reference has %d", n, len(got.Words), k)
	}
	told := func(a Arcs) []float32 {
		p := make([]float32, len(w.IDs)+1)
		for _, to := range a.To {
			p[words[to.Place]] = to.P
		}
		p[len(w.IDs)] = a.Nowhere
		return p
	}
	for _, x := range got.Words {
		for c, at := range w.Triggers {
			if words[x.Place] == at {
				near("source", told(x.Trigger.Source), softmax64(w.Float.EventArcs[0][c]))
				near("target", told(x.Trigger.Target), softmax64(w.Float.EventArcs[1][c]))
				near("same", told(x.Trigger.Same), softmax64(w.Float.EventArcs[2][c]))
				near("status", x.Trigger.Status, softmax64(w.Float.Status[c]))
				near("background", []float32{x.Trigger.Background}, []float64{1 / (1 + math.Exp(-w.Float.Background[c]))})
			}
		}
		for c, at := range w.Cues {
			if words[x.Place] == at {
				near("speaker", told(x.Cue.Speaker), softmax64(w.Float.CueArcs[0][c]))
				near("begin", told(x.Cue.Begin), softmax64(w.Float.CueArcs[1][c]))
				near("end", told(x.Cue.End), softmax64(w.Float.CueArcs[2][c]))
			}
		}
	}
	for c, x := range got.Sentences {
		near("attitude", x.Attitude, softmax64(w.Float.Attitude[c]))
		for i, z := range w.Float.Issue[c] {
			near("issue", x.Issues[i:i+1], []float64{1 / (1 + math.Exp(-z))})
			near("stance", x.Stances[i*len(m.Stances):], softmax64(w.Float.Stance[c][i]))
		}
		near("holder", told(x.Holder), softmax64(w.Float.Holder[c]))
	}
	t.Logf("window %d: probabilities differ by %.4f at most, by %.5f on average", n, worst, sum/count)
}
