//go:build unix

package encoder

import (
	"fmt"
	"strings"
	"syscall"
	"testing"
)

// cpuSeconds is the time that the process has computed for, which other
// programs on the machine do not stretch as they do the clock's.
func cpuSeconds() float64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}

// fullConfig has the sizes of all-MiniLM-L6-v2.
func fullConfig() Config {
	return Config{Layers: 6, Hidden: 384, Heads: 12, FFN: 1536, Arc: 128, Window: 192, Context: 60, Sentence: 122, CLS: 1, SEP: 2, Unknown: 3}
}

// BenchmarkForward measures the forward pass by kernel and length of window.
func BenchmarkForward(b *testing.B) {
	c := fullConfig()
	c.Window = 480
	made := makeModel(c, pieces, 1)
	for _, k := range kernels() {
		m := made.load(b, k)
		s := newScratch(m, c.Window)
		for _, n := range []int{96, 192, 480} {
			ids := make([]int32, n)
			for i := range ids {
				ids[i] = int32(i % len(pieces))
			}
			b.Run(fmt.Sprintf("%s/%d", k.name, n), func(b *testing.B) {
				b.ReportAllocs()
				start := cpuSeconds()
				for b.Loop() {
					m.forward(s, ids)
				}
				b.ReportMetric(float64(n*b.N)/(cpuSeconds()-start), "pieces/CPU-s")
			})
		}
	}
}

// BenchmarkRead measures a whole article of 16 sentences of 25 words.
func BenchmarkRead(b *testing.B) {
	m := makeModel(fullConfig(), pieces, 1).load(b, kernels()[0])
	sentences := make([]string, 16)
	for i := range sentences {
		sentences[i] = strings.Repeat("the envoy said talks will go ", 4) + "on."
	}
	b.ReportAllocs()
	start := cpuSeconds()
	for b.Loop() {
		m.Read(sentences, Floors{0.9, 0.9, 0.9})
	}
	b.ReportMetric(float64(16*26*b.N)/(cpuSeconds()-start), "tokens/CPU-s")
}
