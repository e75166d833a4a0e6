package encoder

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand"
	"reflect"
	"sync"
	"testing"
)

func cosine(a []float32, b []float64) float64 {
	var ab, aa, bb float64
	for i := range a {
		ab += float64(a[i]) * b[i]
		aa += float64(a[i]) * float64(a[i])
		bb += b[i] * b[i]
	}
	return ab / math.Sqrt(aa*bb)
}

func TestForwardIsNearToTheFormulas(t *testing.T) {
	made := makeModel(smallConfig(), pieces, 1)
	r := rand.New(rand.NewSource(1))
	for _, n := range []int{2, 3, 15, 16, 17, 48, 63, 64} {
		ids := make([]int32, n)
		for i := range ids {
			ids[i] = int32(r.Intn(len(pieces)))
		}
		want := made.forward(ids)
		var first []float32
		for _, k := range kernels() {
			m := made.load(t, k)
			s := m.take()
			m.forward(s, ids)
			for i := range ids {
				if c := cosine(s.x[i*m.Hidden:][:m.Hidden], want[i]); c < 0.999 {
					t.Errorf("%s, %d pieces: the cosine of piece %d to the formulas is %.5f", k.name, n, i, c)
				}
			}
			if first == nil {
				first = append(first, s.x[:n*m.Hidden]...)
			}
			sameBits(t, k.name, s.x, first)
		}
	}
}

// A window's vectors depend on nothing that the buffers held before.
func TestForwardForgets(t *testing.T) {
	made := makeModel(smallConfig(), pieces, 2)
	for _, k := range kernels() {
		m := made.load(t, k)
		ids := []int32{1, 2, 5, 6, 7, 8, 2}
		fresh := newScratch(m, m.Window)
		m.forward(fresh, ids)
		used := newScratch(m, m.Window)
		long := make([]int32, m.Window)
		for i := range long {
			long[i] = int32(i % len(pieces))
		}
		m.forward(used, long)
		m.forward(used, ids)
		sameBits(t, k.name, used.x[:len(ids)*m.Hidden], fresh.x[:len(ids)*m.Hidden])
	}
}

// One number for the bits that every machine must get.
func TestBitsAreThoseOfEveryMachine(t *testing.T) {
	made := makeModel(smallConfig(), pieces, 8)
	for _, k := range kernels() {
		m := made.load(t, k)
		s := m.take()
		ids := make([]int32, 50)
		for i := range ids {
			ids[i] = int32(i * 7 % len(pieces))
		}
		m.forward(s, ids)
		h := fnv.New64a()
		binary.Write(h, binary.LittleEndian, s.x[:len(ids)*m.Hidden])
		fmt.Fprint(h, m.Read([]string{"the envoy said talks will go on in paris.", "ministers met again"}, Floors{-1, -1, -1}).Words[3].Events)
		if got, want := h.Sum64(), uint64(0x844f38d1daf84b8f); got != want {
			t.Errorf("%s: %#x, want %#x", k.name, got, want)
		}
	}
}

func TestReadingIsTheSameEverywhere(t *testing.T) {
	made := makeModel(smallConfig(), pieces, 3)
	var texts [][]string
	r := rand.New(rand.NewSource(4))
	for range 12 {
		var sentences []string
		for range r.Intn(7) {
			s := ""
			for range r.Intn(50) {
				s += pieces[4+r.Intn(len(pieces)-4)] + " "
			}
			sentences = append(sentences, s)
		}
		texts = append(texts, sentences)
	}
	floors := Floors{0.05, 0.05, 0.05}
	var want []*Reading
	for _, k := range kernels() {
		m := made.load(t, k)
		got := make([]*Reading, len(texts))
		var wait sync.WaitGroup
		for w := range 4 {
			wait.Add(1)
			go func() {
				defer wait.Done()
				for i := w; i < len(texts); i += 4 {
					got[i] = m.Read(texts[i], floors)
				}
			}()
		}
		wait.Wait()
		if want == nil {
			want = got
		}
		for i := range texts {
			if again := m.Read(texts[i], floors); !reflect.DeepEqual(got[i], again) || !reflect.DeepEqual(got[i], want[i]) {
				t.Errorf("%s: article %d reads otherwise in another goroutine or kernel", k.name, i)
			}
		}
	}
}
