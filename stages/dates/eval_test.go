package dates_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/stages"
	"parley/stages/dates"
	"parley/stages/normalize"
)

// laid reads articles beside the repository; none skips the test.
func laid(t testing.TB, pattern string) (digests []stages.Digest, texts []string) {
	t.Helper()
	files, _ := filepath.Glob("../../../shared/" + pattern)
	if len(files) == 0 {
		t.Skipf("no %s beside the repository", pattern)
	}
	profile, err := stages.LoadProfile("ukraine-2022")
	if err != nil {
		t.Fatal(err)
	}
	lay, err := normalize.New(normalize.Options{Profile: profile})
	if err != nil {
		t.Fatal(err)
	}
	find, err := dates.New(dates.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		name := filepath.Base(f)
		d := &stages.Document{Input: stages.Input{SourceURI: name, FileName: name, Format: stages.FormatText, Data: b}}
		if lay.Run(d) != nil {
			continue
		}
		if err := find.Run(d); err != nil {
			t.Fatal(err)
		}
		a := &d.Article
		digests = append(digests, stages.Digest{ArticleID: name, SourceURI: name, Published: a.Published, DatePrecision: a.DatePrecision, Clues: d.Clues})
		texts = append(texts, a.Text)
	}
	return digests, texts
}

func TestSeeds(t *testing.T) {
	digests, texts := laid(t, "seeds/*.txt")
	want := []string{"2022-03-21", "2022-03-29", "2022-03-10", "2022-03-14", "2022-04-12"}
	for i, v := range dates.NewDater().Run(digests) {
		got := digests[i].Published
		if !v.Published.IsZero() {
			got = v.Published
			for _, p := range v.Shown {
				t.Logf("%s: %s: %s %s", digests[i].SourceURI, digests[p.Digest].SourceURI, texts[p.Digest][p.Start:p.End], p.Day)
			}
		}
		if got.String() != want[i] {
			t.Errorf("%s: %s, should be %s", digests[i].SourceURI, got, want[i])
		}
	}
}

// politics is dated news of another kind, from many papers over a year.
func politics(t testing.TB) (digests []stages.Digest, texts []string) {
	t.Helper()
	f, err := os.Open("../../../shared/gold/polnear/train.jsonl")
	if err != nil {
		t.Skip("no political news beside the repository")
	}
	defer f.Close()
	for in := json.NewDecoder(f); in.More(); {
		var a struct{ ID, Published, Text string }
		if err := in.Decode(&a); err != nil {
			t.Fatal(err)
		}
		c, text := digest(t, a.ID+" "+a.Published, a.Text)
		digests, texts = append(digests, c), append(texts, text)
	}
	return digests, texts
}

// TestHidden hides the date of one article after the other and dates it by the
// others.
func TestHidden(t *testing.T) {
	t.Run("corpus", func(t *testing.T) {
		digests, texts := laid(t, "corpus/*.txt")
		hidden(t, digests, texts)
	})
	t.Run("politics", func(t *testing.T) {
		digests, texts := politics(t)
		hidden(t, digests, texts)
	})
}

func hidden(t *testing.T, digests []stages.Digest, texts []string) {
	const bar = 0.9
	var n, right struct{ all, day, month int }
	for i := range digests {
		day := digests[i].Day()
		if day.IsZero() {
			continue
		}
		n.all++
		seen := digests[i]
		digests[i], _ = digest(t, seen.SourceURI, texts[i])
		v := dates.NewDater().Run(digests)[i]
		digests[i] = seen
		fits := v.Published == day
		switch v.Precision {
		case "day":
			n.day++
			if fits {
				right.day++
			}
		case "month":
			n.month++
			if fits = v.Published == day.MonthStart(); fits {
				right.month++
			}
		default:
			continue
		}
		t.Logf("%v %s: %s %s", fits, digests[i].SourceURI, v.Published, v.Precision)
		for _, p := range v.Shown {
			t.Logf("    %s: %s %s", digests[p.Digest].SourceURI, texts[p.Digest][p.Start:p.End], p.Day)
		}
	}
	t.Logf("of %d: %d by day, %d of them right; %d by month, %d of them right", n.all, n.day, right.day, n.month, right.month)
	if float64(right.day) < bar*float64(n.day) || float64(right.month) < bar*float64(n.month) {
		t.Errorf("fewer than %.0f%% are right", 100*bar)
	}
}

// BenchmarkNews finds the clues of real articles.
func BenchmarkNews(b *testing.B) {
	_, texts := laid(b, "corpus/*.txt")
	find, err := dates.New(dates.Options{})
	if err != nil {
		b.Fatal(err)
	}
	words := 0
	for _, t := range texts {
		words += len(strings.Fields(t))
	}
	for b.Loop() {
		for _, t := range texts {
			d := stages.Document{}
			d.Article.Text = t
			if err := find.Run(&d); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N)/float64(words)*600, "µs/600words")
}
