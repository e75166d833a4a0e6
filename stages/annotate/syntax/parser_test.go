package syntax

import (
	"strings"
	"sync"
	"testing"

	"parley/stages/language/lexicon"
)

// maxFile is how big the model may be in the program.
const maxFile = 6 << 20

var sample = strings.Fields(`The foreign minister , who had met the two envoys in the capital on Monday , said that
	the talks had made no progress and that nobody knew when the next round would be held .`)

func load(t testing.TB) *Model {
	m, err := English()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func parse(p *Parser, words []string) {
	p.Reset(len(words))
	for i, w := range words {
		p.Set(i, w)
	}
	p.Tag()
	p.Parse()
}

func TestModelIsSmall(t *testing.T) {
	english := []byte(lexicon.Text(Files, "english.model"))
	if len(english) > maxFile {
		t.Errorf("the model has %d bytes, more than %d", len(english), maxFile)
	}
}

func TestParsingAllocatesNothing(t *testing.T) {
	p := load(t).NewParser()
	parse(p, sample)
	if n := testing.AllocsPerRun(50, func() { parse(p, sample) }); n != 0 {
		t.Errorf("%v allocations a sentence", n)
	}
}

func TestEverySentenceIsATree(t *testing.T) {
	p := load(t).NewParser()
	for n := range 3 * len(sample) {
		words := make([]string, n+1)
		for i := range words {
			words[i] = sample[i*7%len(sample)]
		}
		parse(p, words)
		roots := 0
		for i := range words {
			if p.Head(i) == -1 {
				roots++
			}
			if p.Rel(i) == 0 || p.Rel(i).String() == "?" {
				t.Fatalf("%d words: word %d has relation %v", len(words), i, p.Rel(i))
			}
		}
		if roots != 1 {
			t.Fatalf("%d words: %d roots", len(words), roots)
		}
	}
}

func TestParsersShareAModel(t *testing.T) {
	m := load(t)
	want := m.NewParser()
	parse(want, sample)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			p := m.NewParser()
			for range 20 {
				parse(p, sample)
				for i := range sample {
					if p.Head(i) != want.Head(i) || p.Rel(i) != want.Rel(i) || p.Tags(i) != want.Tags(i) {
						t.Errorf("word %d differs", i)
						return
					}
				}
			}
		})
	}
	wg.Wait()
}

func BenchmarkDecode(b *testing.B) {
	for b.Loop() {
		if _, err := Decode([]byte(lexicon.Text(Files, "english.model"))); err != nil {
			b.Fatal(err)
		}
	}
}
