package copies

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
	"parley/stages/stagetest"
)

// prose makes a text of n words that no other seed shares a shingle with.
func prose(seed, n int) string {
	syllables := strings.Fields("ba de fi go ku la me ni po ru sa te vi xo zu")
	x := uint64(seed) << 32
	var b strings.Builder
	for i := range n {
		x = mix(x)
		for y, k := x, 0; k < 3; k++ {
			b.WriteString(syllables[y%uint64(len(syllables))])
			y /= uint64(len(syllables))
		}
		if i%12 == 11 {
			b.WriteString(".\n\n")
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func TestSketch(t *testing.T) {
	h := newHasher()
	long := prose(1, 100)
	for _, c := range []struct {
		name, a, b string
		same       bool
	}{
		{"case and marks do not count", `The talks, he said, "go on".`, "the TALKS he said “go on”", true},
		{"paragraphs do not count", "One day.\n\nTwo days.", "one day two days", true},
		{"an apostrophe divides in every form", "the minister's aide", "the minister’s aide", true},
		{"letters of all scripts are lowered", "ПЕРЕГОВОРИ тривають", "переговори тривають", true},
		{"numbers count", "12 buses left", "13 buses left", false},
		{"order counts", "first north then south", "first south then north", false},
		{"where words divide counts", "in line", "inline", false},
		{"length counts", long, long + " more", false},
	} {
		a, b := h.sketch(c.a), h.sketch(c.b)
		if same := a.Exact == b.Exact && a.Words == b.Words; same != c.same {
			t.Errorf("%s: same is %v for %q and %q", c.name, same, c.a, c.b)
		}
	}
	if s := h.sketch(prose(1, minWords-1)); s.MinMax != nil || s.Words != minWords-1 {
		t.Errorf("a short text: %d words, signature of %d", s.Words, len(s.MinMax))
	}
	if s := h.sketch(prose(1, minWords)); len(s.MinMax) != signature {
		t.Errorf("a text long enough: signature of %d", len(s.MinMax))
	}
	if s := h.sketch(" \n…—!"); s.Words != 0 {
		t.Errorf("a text without words: %d words", s.Words)
	}
}

func TestSketchIsALayer(t *testing.T) {
	s, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := stagetest.Document(prose(3, 50))
	stagetest.Run(t, d, []stages.PerArticle{s})
	if d.Sketch.Words != 50 {
		t.Errorf("%d words", d.Sketch.Words)
	}
}

func TestEstimates(t *testing.T) {
	h := newHasher()
	for seed := range 20 {
		for _, share := range []int{0, 60, 150, 240, 300} {
			common := prose(1000+seed, share)
			a, b := h.sketch(common+prose(2000+seed, 300-share)), h.sketch(common+prose(3000+seed, 300-share))
			n := max(0, float64(share)-shingle+1)
			want := n / (2*(300-shingle+1) - n)
			if got := jaccard(a.MinMax, b.MinMax); math.Abs(got-want) > 0.15 {
				t.Errorf("%d of 300 words shared: estimate %.2f, truth %.2f", share, got, want)
			}
			if got := contained(want, 300, 300); math.Abs(got-n/(300-shingle+1)) > 1e-9 {
				t.Errorf("%d of 300 words shared: contained %.3f", share, got)
			}
		}
	}
}

// story is a text as the resolver sees it; its id is its uri.
type story struct{ uri, date, text string }

func resolved(t *testing.T, stories []story) map[string]string {
	t.Helper()
	h := newHasher()
	var digests []stages.Digest
	for _, s := range stories {
		c := stages.Digest{ArticleID: s.uri, SourceURI: s.uri, Sketch: h.sketch(s.text)}
		if s.date != "" {
			c.Published, _ = schemas.ParseDate(s.date)
		}
		digests = append(digests, c)
	}
	out := map[string]string{}
	verdicts := NewResolver().Run(digests)
	for i, v := range verdicts {
		if v.Kind == "" {
			continue
		}
		out[stories[i].uri] = fmt.Sprintf("%s of %s", v.Kind, v.DuplicateOf)
		if v.Similarity <= 0 || v.Similarity > 1 || v.Kind == "exact" && v.Similarity != 1 {
			t.Errorf("%s: %s, similarity %v", stories[i].uri, v.Kind, v.Similarity)
		}
		if o := slices.IndexFunc(stories, func(s story) bool { return s.uri == v.DuplicateOf }); verdicts[o].Kind != "" {
			t.Errorf("%s copies %s, which is a copy", stories[i].uri, v.DuplicateOf)
		}
	}
	return out
}

func TestResolve(t *testing.T) {
	a, b := prose(1, 400), prose(2, 400)
	tiny := prose(5, minWords-1)
	background := prose(9, 150)
	for _, c := range []struct {
		name    string
		stories []story
		want    string
	}{
		{"different stories", []story{{"1", "2022-03-10", a}, {"2", "2022-03-10", b}}, ""},
		{"the same page twice", []story{{"1", "2022-03-10", a}, {"2", "2022-03-09", a}}, "1: exact of 2"},
		{"of one day the smallest uri", []story{{"2", "2022-03-10", a}, {"1", "2022-03-10", a}}, "2: exact of 1"},
		{"a dated text before an undated one", []story{{"1", "", a}, {"2", "2022-03-10", a}}, "1: exact of 2"},
		{"a reprint with a head and a tail", []story{{"1", "2022-03-10", a}, {"2", "2022-03-11", prose(3, 60) + a + prose(4, 80)}}, "2: near of 1"},
		{"a reprint cut short", []story{{"1", "2022-03-10", a}, {"2", "2022-03-11", cut(a, 0.4)}}, "2: near of 1"},
		{"cut short, with a tail", []story{{"1", "2022-03-10", a}, {"2", "2022-03-11", cut(a, 0.6) + prose(4, 50)}}, "2: near of 1"},
		{"cut shorter, with a tail", []story{{"1", "2022-03-10", a}, {"2", "2022-03-11", cut(a, 0.4) + prose(4, 40)}}, "2: near of 1"},
		{"a third of it quoted", []story{{"1", "2022-03-10", a}, {"2", "2022-03-11", cut(a, 0.35) + prose(4, 260)}}, ""},
		{"a later and longer story is its own", []story{{"1", "2022-03-10", cut(a, 0.3)}, {"2", "2022-03-11", a}}, ""},
		{"a part of a longer one of the same day", []story{{"1", "2022-03-10", cut(a, 0.3)}, {"2", "2022-03-10", a}}, "1: near of 2"},
		{"and its own copies with it", []story{{"1", "2022-03-10", cut(a, 0.3)}, {"2", "2022-03-10", a}, {"3", "2022-03-12", cut(a, 0.3)}}, "1: near of 2, 3: near of 2"},
		{"a shared background", []story{{"1", "2022-03-10", a + background}, {"2", "2022-03-10", b + background}}, ""},
		{"short texts with one changed word", []story{{"1", "2022-03-10", tiny}, {"2", "2022-03-10", tiny + " more"}}, ""},
		{"short texts with the same words", []story{{"1", "2022-03-10", tiny}, {"2", "2022-03-10", strings.ToUpper(tiny)}}, "2: exact of 1"},
		{"texts without words", []story{{"1", "2022-03-10", "..."}, {"2", "2022-03-10", "!"}}, ""},
		{"a pattern far apart", []story{{"1", "2022-03-10", a + prose(6, 100)}, {"2", "2022-04-10", a + prose(7, 100)}}, ""},
		{"a page crawled again far apart", []story{{"1", "2022-03-10", a}, {"2", "2022-04-10", a + prose(7, 20)}}, "2: near of 1"},
		{"no chains", []story{{"1", "2022-03-10", a}, {"2", "2022-03-11", cut(a, 0.8) + prose(3, 90)}, {"3", "2022-03-12", cut(a, 0.8) + prose(3, 90) + prose(4, 20)}}, "2: near of 1, 3: near of 1"},
		{"exact copies follow their near original", []story{{"1", "2022-03-10", a}, {"2", "2022-03-11", a + prose(3, 50)}, {"3", "2022-03-11", a + prose(3, 50)}}, "2: near of 1, 3: near of 1"},
		{"no articles", nil, ""},
	} {
		for turn := range max(1, len(c.stories)) {
			stories := append(slices.Clone(c.stories[turn:]), c.stories[:turn]...)
			got := resolved(t, stories)
			var lines []string
			for uri, v := range got {
				lines = append(lines, uri+": "+v)
			}
			slices.Sort(lines)
			if s := strings.Join(lines, ", "); s != c.want {
				t.Errorf("%s, turned by %d: got %q, want %q", c.name, turn, s, c.want)
			}
		}
	}
}

// cut is the first part of a text.
func cut(text string, share float64) string {
	words := strings.Fields(text)
	return strings.Join(words[:int(share*float64(len(words)))], " ") + " "
}

// TestFurniture: thousands of pages with one outlet's furniture must not be
// compared each with each.
func TestFurniture(t *testing.T) {
	furniture := prose(1, 60)
	h := newHasher()
	var digests []stages.Digest
	for i := range 5000 {
		id := fmt.Sprintf("%05d", i)
		digests = append(digests, stages.Digest{ArticleID: id, SourceURI: id, Sketch: h.sketch(furniture + prose(10+i, 60))})
	}
	for i, v := range NewResolver().Run(digests) {
		if v.Kind != "" {
			t.Fatalf("%d: %+v", i, v)
		}
	}
}

func BenchmarkSketch(b *testing.B) {
	h, text := newHasher(), prose(1, 600)
	for b.Loop() {
		h.sketch(text)
	}
}
