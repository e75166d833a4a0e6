package encoder

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

func TestWindows(t *testing.T) {
	c := Config{Window: 16, Context: 3, Sentence: 8, CLS: 100, SEP: 101}
	for _, test := range []struct {
		lengths []int
		want    string // of each window its sentences and their pieces, the context in brackets
	}{
		{[]int{}, ""},
		{[]int{0, 0}, ""},
		{[]int{3, 4, 2}, "0:3 1:4 2:2"},
		{[]int{3, 0, 2}, "0:3 2:2"},
		{[]int{6, 7, 5, 2}, "0:6|(0:3) 1:7|(1:3) 2:5 3:2"},
		{[]int{20, 2}, "0:8 1:2"},
		{[]int{20, 9, 9}, "0:8|(0:3) 1:8|(1:3) 2:8"},
		{[]int{2, 0, 12, 1}, "0:2 2:8 3:1"}, // sixteen pieces
		{[]int{5, 0, 12, 1}, "0:5|(0:3) 2:8|(2:3) 3:1"},
	} {
		var pieces [][]piece
		for _, n := range test.lengths {
			var p []piece
			for k := range n {
				p = append(p, piece{id: int32(k), start: int32(2 * k), word: true})
			}
			pieces = append(pieces, p)
		}
		var w window
		var got []string
		c.windows(pieces, &w, func() {
			if len(w.ids) > c.Window || w.ids[0] != 100 || w.ids[len(w.ids)-1] != 101 {
				t.Errorf("%v: window %v", test.lengths, w.ids)
			}
			var parts []string
			for _, s := range w.sentences {
				if w.ids[s.marker] != 101 || s.from != s.marker+1 {
					t.Errorf("%v: sentence %+v of %v", test.lengths, s, w.ids)
				}
				part := fmt.Sprintf("%d:%d", s.sentence, s.to-s.from)
				if s.context {
					part = "(" + part + ")"
				}
				parts = append(parts, part)
			}
			for _, x := range w.words {
				if want := 2 * w.ids[x.position]; x.place.Start != want {
					t.Errorf("%v: word at byte %d, want %d", test.lengths, x.place.Start, want)
				}
			}
			got = append(got, strings.Join(parts, " "))
		})
		if s := strings.Join(got, "|"); s != test.want {
			t.Errorf("sentences of %v pieces: windows %s, want %s", test.lengths, s, test.want)
		}
	}
}

// The heads against the formulas, on vectors of the forward pass itself.
func TestHeadsAreTheFormulas(t *testing.T) {
	made := makeModel(smallConfig(), pieces, 5)
	m := made.load(t, kernels()[0])
	sentences := []string{"the envoy said talks will go on in paris.", "", "ministers from both sides met again, a b c", "talks met"}
	got := m.Read(sentences, Floors{})
	var w window
	var all [][]piece
	for _, s := range sentences {
		all = append(all, (&splitter{v: m.vocabulary}).split(nil, s))
	}
	n := 0
	m.windows(all, &w, func() {
		if n++; n > 1 {
			t.Fatal("the test wants one window")
		}
	})
	s := m.take()
	m.forward(s, w.ids)
	x := make([][]float64, len(w.ids))
	for i := range x {
		for _, v := range s.x[i*m.Hidden:][:m.Hidden] {
			x[i] = append(x[i], float64(v))
		}
	}
	near := func(what string, got []float32, want []float64) {
		t.Helper()
		for i := range want {
			if math.Abs(float64(got[i])-want[i]) > 0.02 {
				t.Fatalf("%s: %.4f, want %.4f", what, got, want)
			}
		}
	}
	var rows [][]float64
	for _, word := range w.words {
		rows = append(rows, x[word.position])
	}
	word, trigger, cue := made.linear("heads.tokens", rows), made.linear("heads.trigger", rows), made.linear("heads.cue", rows)
	if len(got.Words) != len(w.words) {
		t.Fatalf("%d words, want %d", len(got.Words), len(w.words))
	}
	arcs := func(kind int, head []float64, index, none int) []float64 {
		var z []float64
		for _, k := range word {
			dot := 0.0
			for d := range m.Arc {
				dot += head[index*m.Arc+d] * k[18+3+kind*m.Arc+d]
			}
			z = append(z, dot/math.Sqrt(float64(m.Arc)))
		}
		return append(z, head[none])
	}
	scaled := func(z []float64, a, b float64, none int) []float64 {
		z = append([]float64(nil), z...)
		for i := range z {
			z[i] *= a
		}
		z[none] += b
		return softmax64(z)
	}
	told := func(a Arcs) []float32 {
		p := make([]float32, len(w.words)+1)
		for _, to := range a.To {
			for i, word := range w.words {
				if word.place == to.Place {
					p[i] = to.P
				}
			}
		}
		p[len(w.words)] = a.Nowhere
		return p
	}
	for i, x := range got.Words {
		near("events", x.Events, scaled(word[i][:18], float64(float32(0.9)), 0.25, 0))
		near("cues", x.Cues, softmax64(word[i][18:21]))
		near("source", told(x.Trigger.Source), scaled(arcs(keySource, trigger[i], 0, 3*m.Arc), 1, 0.5, len(w.words)))
		near("same", told(x.Trigger.Same), softmax64(arcs(keySame, trigger[i], 2, 3*m.Arc+2)))
		near("status", x.Trigger.Status, softmax64(trigger[i][3*m.Arc+3:][:4]))
		near("background", []float32{x.Trigger.Background}, []float64{1 / (1 + math.Exp(0.5-1.1*trigger[i][3*m.Arc+7]))})
		near("speaker", told(x.Cue.Speaker), softmax64(arcs(keySpeaker, cue[i], 0, 3*m.Arc)))
		near("end", told(x.Cue.End), softmax64(arcs(keyEnd, cue[i], 2, 3*m.Arc+2)))
	}
	if len(got.Sentences) != 3 {
		t.Fatalf("%d sentences, want 3", len(got.Sentences))
	}
	for i, p := range w.sentences {
		row := append([]float64(nil), x[p.marker]...)
		for d := range m.Hidden {
			mean := 0.0
			for q := p.from; q < p.to; q++ {
				mean += x[q][d] / float64(p.to-p.from)
			}
			row = append(row, mean)
		}
		z := made.linear("heads.sentence", [][]float64{row})[0]
		r := got.Sentences[i]
		near("attitude", r.Attitude, softmax64(z[:4]))
		near("issue", r.Issues[:1], []float64{1 / (1 + math.Exp(-z[4]))})
		near("stance", r.Stances[5:10], softmax64(z[4+19+5:][:5]))
		near("holder", told(r.Holder), softmax64(arcs(keyHolder, z[4+19*6:], 0, m.Arc)))
	}
}

// Floors decide for which words and sentences arcs are told.
func TestFloors(t *testing.T) {
	m := makeModel(smallConfig(), pieces, 6).load(t, kernels()[0])
	sentences := []string{"the envoy said talks will go on in paris.", "ministers met again"}
	at := func(k int) (f Floors) {
		w := m.Read(sentences, Floors{1, 1, 1}).Words[k]
		return Floors{1 - w.Events[0], 1 - w.Cues[0], 1}
	}
	f := at(3)
	r := m.Read(sentences, f)
	some := [2]int{}
	for _, w := range r.Words {
		if (w.Trigger != nil) != (1-w.Events[0] > f.Event) || (w.Cue != nil) != (1-w.Cues[0] > f.Cue) {
			t.Errorf("word %v: %v %v", w.Place, w.Trigger, w.Cue)
		}
		if w.Trigger != nil {
			some[0]++
		} else {
			some[1]++
		}
	}
	if some[0] == 0 || some[1] == 0 {
		t.Errorf("the test wants triggers and others, has %v", some)
	}
}

func FuzzRead(f *testing.F) {
	m := makeModel(smallConfig(), pieces, 7).load(f, kernels()[0])
	f.Add("The envoy said talks will go on.\nMinisters met.", float32(0.1))
	f.Add(strings.Repeat("é\xff ", 300)+"\n\n\u200b\n"+strings.Repeat("a", 3000), float32(0))
	f.Fuzz(func(t *testing.T, text string, floor float32) {
		sentences := strings.Split(text, "\n")
		r := m.Read(sentences, Floors{floor, floor, floor})
		check := func(p Place) {
			if int(p.Sentence) >= len(sentences) || int(p.Start) >= len(sentences[p.Sentence]) {
				t.Fatalf("place %v of %q", p, text)
			}
		}
		for _, w := range r.Words {
			check(w.Place)
			if w.Trigger != nil {
				for _, a := range w.Trigger.Source.To {
					check(a.Place)
				}
			}
		}
	})
}
