package dates_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"parley/schemas"
	"parley/stages"
	"parley/stages/dates"
	"parley/stages/stagetest"
)

// TestGolden dates the articles of each file without a date by the others. A
// section is an article; its name is its uri and, where known, day or month.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files (%v)", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			n := len(ar.Files) - 1
			if n < 1 || ar.Files[n].Name != "want" {
				t.Fatal("the last section should be want")
			}
			var got string
			for turn := range n { // the order of the articles does not count
				var digests []stages.Digest
				var texts []string
				for i := range n {
					f := ar.Files[(i+turn)%n]
					c, text := digest(t, f.Name, strings.TrimSpace(string(f.Data)))
					digests, texts = append(digests, c), append(texts, text)
				}
				out := dump(digests, texts)
				if turn == 0 {
					got = out
				} else if out != got {
					t.Errorf("turned by %d: got\n%s\nbefore\n%s", turn, out, got)
				}
			}
			if want := string(ar.Files[n].Data); got == want {
				return
			} else if flag.Lookup("update").Value.String() != "true" {
				t.Fatalf("got\n%s\nwant\n%s\n(go test -update writes what it got)", got, want)
			}
			ar.Files[n].Data = []byte(got)
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// digest makes the digest of an article from its name, "uri" or "uri date".
func digest(t testing.TB, name, text string) (stages.Digest, string) {
	t.Helper()
	uri, day, _ := strings.Cut(name, " ")
	d := stagetest.Document(text)
	find, err := dates.New(dates.Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := stages.Digest{ArticleID: uri, SourceURI: uri}
	if day != "" {
		c.DatePrecision = "day"
		if len(day) == len("2006-01") {
			day, c.DatePrecision = day+"-01", "month"
		}
		if c.Published, err = schemas.ParseDate(day); err != nil {
			t.Fatal(err)
		}
	}
	d.Article.Published, d.Article.DatePrecision = c.Published, c.DatePrecision
	stagetest.Run(t, d, []stages.PerArticle{find})
	c.Clues = d.Clues
	return c, text
}

// dump prints the undated articles in order of their uris, and what shows
// their dates.
func dump(digests []stages.Digest, texts []string) string {
	var lines []string
	for i, v := range dates.NewDater().Run(digests) {
		if !digests[i].Published.IsZero() {
			continue
		}
		line := digests[i].SourceURI + ": undated\n"
		if v.Precision != "" {
			line = fmt.Sprintf("%s: %s, %s\n", digests[i].SourceURI, v.Published, v.Precision)
		}
		for _, p := range v.Shown {
			line += fmt.Sprintf("  %s", digests[p.Digest].SourceURI)
			if !p.Day.IsZero() {
				line += " " + p.Day.String()
			}
			line += ": " + texts[p.Digest][p.Start:p.End] + "\n"
		}
		lines = append(lines, line)
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// TestWordings: papers tell of one meeting in many ways.
func TestWordings(t *testing.T) {
	others := []string{
		"The foreign ministers of Varnia and Kestria, Lena Orsolt and Pavel Drumm, met in Antalya on Thursday without agreeing on a truce.",
		"Thursday's meeting of Pavel Drumm and Lena Orsolt in Turkey was the first at that level.",
		"Kestrian Foreign Minister Pavel Drumm and his Varnian counterpart Lena Orsolt held talks in the Turkish resort of Antalya on March 10.",
		"Lena Orsolt said after talks with Pavel Drumm in Antalya on Thursday that he had come without a mandate.",
		"Foreign Minister Lena Orsolt flies to Antalya, where she will meet Pavel Drumm of Kestria on Thursday.",
	}
	own := []string{
		"Last week, Lena Orsolt met Pavel Drumm, her Kestrian counterpart, in Antalya.",
		"The foreign ministers, Pavel Drumm and Lena Orsolt, met in Turkey last week, without result.",
		"Last week's meeting between Lena Orsolt and Pavel Drumm in Turkey brought no truce.",
		"Talks last week between Varnian Foreign Minister Lena Orsolt and Kestria's Pavel Drumm in Antalya failed.",
	}
	pauses := []string{
		"Negotiators who met on Monday will be back at the table on Tuesday.",
		"Monday's round was broken off and is to resume on Tuesday.",
		"The delegations spoke for two hours on Monday and agreed to go on on Tuesday, with talks starting at noon on Tuesday.",
		"The round that began on Monday has been adjourned until Tuesday.",
	}
	n, right := 0, 0
	for _, o := range others {
		for _, w := range own {
			for _, p := range pauses {
				a, _ := digest(t, "other 2022-03-10", o)
				if strings.Contains(o, "will meet") {
					a, _ = digest(t, "other 2022-03-08", o)
				}
				b, _ := digest(t, "own", p+"\n\n"+w)
				v := dates.NewDater().Run([]stages.Digest{a, b})[1]
				switch n++; {
				case v.Published.String() == "2022-03-14" && v.Precision == "day":
					right++
				case v.Precision != "":
					t.Errorf("%s %s for %q, %q and %q", v.Published, v.Precision, o, w, p)
				default:
					t.Logf("undated: %q, %q and %q", o, w, p)
				}
			}
		}
	}
	if t.Logf("%d of %d", right, n); right < n*9/10 {
		t.Errorf("only %d of %d wordings are dated", right, n)
	}
}
