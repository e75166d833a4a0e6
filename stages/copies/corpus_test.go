package copies_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
	"parley/stages/copies"
	"parley/stages/normalize"
)

const corpus = "../../../shared/corpus"

// page is an article of the corpus, laid and dated.
type page struct {
	name      string
	published schemas.Date
	text      string
}

// pages lays the corpus beside the repository.
func pages(t testing.TB) []page {
	t.Helper()
	files, _ := filepath.Glob(corpus + "/*.txt")
	if len(files) == 0 {
		t.Skip("no corpus beside the repository")
	}
	profile, err := stages.LoadProfile("ukraine-2022")
	if err != nil {
		t.Fatal(err)
	}
	lay, err := normalize.New(normalize.Options{Profile: profile})
	if err != nil {
		t.Fatal(err)
	}
	var out []page
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(f)
		d := &stages.Document{Input: stages.Input{SourceURI: name, FileName: name, Format: stages.FormatText, Data: b}}
		if lay.Run(d) == nil {
			out = append(out, page{name, d.Article.Published, d.Article.Text})
		}
	}
	return out
}

// sketched makes the digests of pages; their ids are their names.
func sketched(t testing.TB, all []page) []stages.Digest {
	t.Helper()
	s, err := copies.New(copies.Options{})
	if err != nil {
		t.Fatal(err)
	}
	digests := make([]stages.Digest, len(all))
	for i, p := range all {
		d := &stages.Document{Article: schemas.Article{Text: p.text}}
		if err := s.Run(d); err != nil {
			t.Fatal(err)
		}
		digests[i] = stages.Digest{ArticleID: p.name, SourceURI: p.name, Published: p.published, Sketch: d.Sketch}
	}
	return digests
}

// distinct leaves one of each text that is long enough to be a story.
func distinct(all []page) []page {
	const least = 100 // words
	seen := map[string]bool{}
	return slices.DeleteFunc(slices.Clone(all), func(p page) bool {
		w := strings.Fields(p.text)
		k := strings.Join(w, " ")
		drop := len(w) < least || seen[k]
		seen[k] = true
		return drop
	})
}

// TestCorpusCopies: the same text under two stamps is found, and of the rest
// nothing is taken for a copy.
func TestCorpusCopies(t *testing.T) {
	all := pages(t)
	first := map[string]string{}
	want := map[string]string{}
	slices.SortStableFunc(all, func(a, b page) int { return cmp.Or(a.published.Compare(b.published), cmp.Compare(a.name, b.name)) })
	for _, p := range all {
		k := strings.Join(strings.Fields(p.text), " ")
		if o, ok := first[k]; ok {
			want[p.name] = o
		} else {
			first[k] = p.name
		}
	}
	if len(want) < 4 {
		t.Fatalf("the corpus holds only %d texts under two stamps", len(want))
	}
	for i, v := range copies.NewResolver().Run(sketched(t, all)) {
		if n := all[i].name; v.DuplicateOf != want[n] {
			t.Errorf("%s: copies %q, should copy %q (%s, %.2f)", n, v.DuplicateOf, want[n], v.Kind, v.Similarity)
		}
	}
}

// TestGeneratedCopies makes of every text of the corpus the copies that papers
// make, and follow-ups that repeat a third of it, which are stories of their
// own; the corpus itself is full of different texts on the same day's events.
func TestGeneratedCopies(t *testing.T) {
	const recallBar, precisionBar = 0.98, 0.99
	base := distinct(pages(t))
	rnd := rand.New(rand.NewPCG(1, 2))
	all := slices.Clone(base)
	origin := make([]string, len(base)) // of what each is a copy
	kind := make([]string, len(base))
	add := func(of page, what, from, text string) {
		p := page{fmt.Sprintf("%s~%s", of.name, what), of.published.AddDays(rnd.IntN(3)), text}
		all, origin, kind = append(all, p), append(origin, from), append(kind, what)
	}
	for i, p := range base {
		n, other := len(p.text), base[(i+7)%len(base)].text
		add(p, "head cut", p.name, tail(p.text, 0.6+0.3*rnd.Float64()))
		add(p, "tail cut", p.name, head(p.text, 0.3+0.5*rnd.Float64()))
		add(p, "sentences dropped", p.name, dropped(p.text, rnd))
		add(p, "quotes restyled", p.name, restyled(p.text))
		add(p, "words changed", p.name, changed(p.text, rnd))
		add(p, "head and tail changed", p.name, prose(other, n/8, rnd)+tail(head(p.text, 0.9), 0.85)+prose(other, n/8, rnd))
		add(p, "follow-up", "", prose(other, 2*n/3, rnd)+tail(p.text, 0.33))
	}
	found, right, wanted := 0, 0, 0
	missed, wrong := map[string]int{}, map[string]int{}
	for i, v := range copies.NewResolver().Run(sketched(t, all)) {
		if origin[i] != "" {
			wanted++
			if v.DuplicateOf != origin[i] {
				missed[kind[i]]++
			}
		}
		if v.DuplicateOf != "" {
			found++
			if v.DuplicateOf == origin[i] {
				right++
			} else {
				wrong[kind[i]]++
			}
		}
	}
	recall, precision := float64(right)/float64(wanted), float64(right)/float64(found)
	t.Logf("%d texts, %d copies: recall %.4f, precision %.4f; missed %v, wrong %v", len(all), wanted, recall, precision, missed, wrong)
	if recall < recallBar || precision < precisionBar {
		t.Errorf("recall %.4f should be %.2f, precision %.4f should be %.2f", recall, recallBar, precision, precisionBar)
	}
}

// head and tail are the first and last part of a text, paragraphs and all.
func head(text string, share float64) string {
	i := int(share * float64(len(text)))
	if k := strings.IndexAny(text[i:], " \n"); k >= 0 {
		i += k
	}
	return text[:i] + "\n\n"
}

func tail(text string, share float64) string {
	i := int((1 - share) * float64(len(text)))
	if k := strings.IndexAny(text[i:], " \n"); k >= 0 {
		i += k
	}
	return strings.TrimLeft(text[i:], " \n") + "\n\n"
}

// prose is so many bytes in the words of a text, in an order that no other
// text has.
func prose(text string, n int, rnd *rand.Rand) string {
	words := strings.Fields(text)
	var b strings.Builder
	for b.Len() < n {
		b.WriteString(words[rnd.IntN(len(words))] + " ")
	}
	return b.String() + "\n\n"
}

// dropped leaves out one sentence of five.
func dropped(text string, rnd *rand.Rand) string {
	var b strings.Builder
	for _, s := range strings.SplitAfter(text, ". ") {
		if rnd.IntN(5) > 0 {
			b.WriteString(s)
		}
	}
	return b.String()
}

// restyled sets the marks as another house does.
func restyled(text string) string {
	return strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", `"`, "“", " – ", " -- ", "—", " - ", "…", "...").Replace(text)
}

// changed puts another word for one in ten.
func changed(text string, rnd *rand.Rand) string {
	words := strings.Fields(text)
	for i := range words {
		if rnd.IntN(10) == 0 {
			words[i] = fmt.Sprintf("changed%d", rnd.IntN(1000))
		}
	}
	return strings.Join(words, " ")
}
