package normalize

import (
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"parley/schemas"
	"parley/stages"
)

const shared = "../../../shared"

var (
	quotes = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "‚", "'", "–", "-", "—", "-", "−", "-")
	word   = regexp.MustCompile(`[\pL\pN_]+`)
)

func fold(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(quotes.Replace(norm.NFKC.String(s))), " "))
}

// shingles counts the runs of four words.
func shingles(s string) map[string]int {
	w := word.FindAllString(fold(s), -1)
	m := map[string]int{}
	for i := range max(1, len(w)-3) {
		if len(w) > 0 {
			m[strings.Join(w[i:min(len(w), i+4)], " ")]++
		}
	}
	return m
}

func article(t testing.TB, run func(*stages.Document) error, path string, f stages.Format) schemas.Article {
	t.Helper()
	r, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	var in io.Reader = r
	if strings.HasSuffix(path, ".gz") {
		if in, err = gzip.NewReader(r); err != nil {
			t.Fatal(err)
		}
	}
	b, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	d := &stages.Document{Input: stages.Input{SourceURI: path, FileName: filepath.Base(path), Format: f, Data: b}}
	if err := run(d); err != nil {
		t.Logf("%s: %v", path, err)
	}
	return d.Article
}

func build(t testing.TB) *normalizer {
	t.Helper()
	p, err := stages.LoadProfile("ukraine-2022")
	if err != nil {
		t.Fatal(err)
	}
	z, err := newNormalizer(Options{Profile: p})
	if err != nil {
		t.Fatal(err)
	}
	return z
}

// TestMainText scores the main text of pages, and of the same pages as text
// dumps, against the true bodies: mean precision and recall of four-word
// shingles.
func TestMainText(t *testing.T) {
	raw, err := os.ReadFile(shared + "/gold/extraction/ground-truth.json")
	if err != nil {
		t.Skip("no gold data beside the repository")
	}
	var gold map[string]struct{ ArticleBody, URL string }
	if err := json.Unmarshal(raw, &gold); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		dir, ext string
		format   stages.Format
		bar      float64
	}{{"html", ".html.gz", stages.FormatHTML, 0.95}, {"text", ".txt", stages.FormatText, 0.9}} {
		t.Run(c.dir, func(t *testing.T) {
			run, ps, rs := build(t).run, 0.0, 0.0
			for k, g := range gold {
				a := article(t, run, filepath.Join(shared, "gold/extraction", c.dir, k+c.ext), c.format)
				x, y := shingles(g.ArticleBody), shingles(a.Text)
				tp, nx, ny := 0, 0, 0
				for s, n := range x {
					tp += min(n, y[s])
					nx += n
				}
				for _, n := range y {
					ny += n
				}
				p, r := 0.0, 1.0
				if ny > 0 {
					p = float64(tp) / float64(ny)
				}
				if nx > 0 {
					r = float64(tp) / float64(nx)
				}
				ps, rs = ps+p, rs+r
				if p < 0.9 || r < 0.9 {
					t.Logf("precision %.2f recall %.2f %s %s", p, r, k[:8], g.URL)
				}
			}
			n := float64(len(gold))
			f := 2 * ps / n * rs / n / (ps/n + rs/n)
			t.Logf("precision %.3f recall %.3f F1 %.3f", ps/n, rs/n, f)
			if f < c.bar {
				t.Errorf("F1 %.3f is below %.3f", f, c.bar)
			}
		})
	}
}

// TestGoldArticles checks title, date, kept and removed lines of the annotated
// articles.
func TestGoldArticles(t *testing.T) {
	files, _ := filepath.Glob(shared + "/gold/articles/*.json")
	if len(files) == 0 {
		t.Skip("no gold data beside the repository")
	}
	run := build(t).run
	removed, lines, kept, contents := 0, 0, 0, 0
	for _, f := range files {
		raw, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var g struct {
			File    string
			Article struct {
				Title, Published      *string
				Boilerplate, Captions []string
			}
			Statements []struct{ Content []string }
		}
		if err := json.Unmarshal(raw, &g); err != nil {
			t.Fatal(err)
		}
		dir := "corpus"
		if strings.Contains(f, "seed-") {
			dir = "seeds"
		}
		a := article(t, run, filepath.Join(shared, dir, g.File), stages.FormatText)
		text := fold(a.Text)
		for _, b := range append(g.Article.Boilerplate, g.Article.Captions...) {
			lines++
			if strings.Contains(text, fold(b)) {
				t.Logf("%s: kept %q", g.File, b)
			} else {
				removed++
			}
		}
		for _, s := range g.Statements {
			for _, c := range s.Content {
				contents++
				if strings.Contains(text, fold(c)) {
					kept++
				} else {
					t.Logf("%s: lost %q", g.File, c)
				}
			}
		}
		if p := g.Article.Published; p != nil && a.Published.String() != *p {
			t.Errorf("%s: published %s (%s), want %s", g.File, a.Published, a.DateEvidence, *p)
		}
		if g.Article.Title != nil && fold(a.Title) != fold(*g.Article.Title) {
			t.Errorf("%s: title %q, want %q", g.File, a.Title, *g.Article.Title)
		}
	}
	t.Logf("removed %d of %d lines, kept %d of %d contents", removed, lines, kept, contents)
	if 10*removed < 9*lines || 200*kept < 199*contents {
		t.Errorf("removed %d of %d lines, kept %d of %d contents", removed, lines, kept, contents)
	}
}
