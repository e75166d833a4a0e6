package annotate

import (
	"os"
	"path/filepath"
	"testing"

	"parley/stages"
	"parley/stages/annotate/syntax"
)

// news reads some articles for the benchmarks.
func news(b testing.TB) string {
	files, _ := filepath.Glob("../../../shared/corpus/*.txt")
	if len(files) == 0 {
		b.Skip("no articles in ../shared/corpus")
	}
	var text []byte
	for _, f := range files[:min(len(files), 40)] {
		t, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		text = append(append(text, t...), "\n\n"...)
	}
	return string(text)
}

// BenchmarkSteps reports the tokens a second of each step and of all of them.
func BenchmarkSteps(b *testing.B) {
	text := news(b)
	a, err := newAnnotator()
	if err != nil {
		b.Fatal(err)
	}
	m, err := syntax.English()
	if err != nil {
		b.Fatal(err)
	}
	p := m.NewParser()
	tokens, ends := a.segment(text)
	a.lower(text, tokens)
	each := func(do func(s []stages.Token)) {
		from := 0
		for _, e := range ends {
			do(tokens[from:e.to])
			from = e.to
		}
	}
	words := func(s []stages.Token) {
		p.Reset(len(s))
		for i, t := range s {
			p.Set(i, text[t.Start:t.End])
		}
	}
	rate := func(b *testing.B) {
		b.ReportMetric(float64(len(tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
	}
	b.Run("segment", func(b *testing.B) {
		for b.Loop() {
			a.segment(text)
		}
		rate(b)
	})
	b.Run("tag", func(b *testing.B) {
		for b.Loop() {
			each(func(s []stages.Token) { words(s); p.Tag() })
		}
		rate(b)
	})
	b.Run("tag-lemma-parse", func(b *testing.B) {
		for b.Loop() {
			each(func(s []stages.Token) { a.syntax(p, text, s) })
		}
		rate(b)
	})
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			if _, err := a.run(text); err != nil {
				b.Fatal(err)
			}
		}
		rate(b)
	})
}
