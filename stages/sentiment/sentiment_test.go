package sentiment_test

import (
	"fmt"
	"strings"
	"testing"

	"parley/stages"
	"parley/stages/sentiment"
	"parley/stages/stagetest"
	"parley/stages/stagetest/chains"
)

func chain(t testing.TB) []stages.PerArticle {
	t.Helper()
	c := chains.ToStatements(t)
	c.Add(sentiment.New(sentiment.Options{}))
	return c.Stages
}

// dump writes a line for each sentence and statement: the score, "." where it is
// not about the talks, the holder, the words that show it, the text.
func dump(d *stages.Document) string {
	var b strings.Builder
	for i, a := range d.SentenceAttitudes {
		s := d.Sentences[i]
		fmt.Fprintf(&b, "%s | %s\n", attitude(d, a), d.Article.Text[s.Start:s.End])
	}
	for i, a := range d.StatementAttitudes {
		fmt.Fprintf(&b, "statement %s | %s\n", attitude(d, a), d.Statements[i].Content)
	}
	return b.String()
}

func attitude(d *stages.Document, a stages.Attitude) string {
	if !a.AboutTalks {
		return "."
	}
	out := fmt.Sprintf("%+.2f", *a.Score)
	if a.Holder != "" {
		out += " " + a.Holder
	}
	for _, e := range a.Evidence {
		out += " [" + d.Slice(e.Start, e.End) + "]"
	}
	return out
}

func TestGolden(t *testing.T) { stagetest.Golden(t, "testdata/*.txtar", chain(t), dump) }

// TestContract holds that the layers are parallel and that a score is there
// exactly for what is about the talks.
func TestContract(t *testing.T) {
	c := chain(t)
	for name, text := range map[string]string{
		"empty":          "",
		"quotes":         strings.Repeat("“\"”", 2000),
		"no punctuation": strings.Repeat("the talks failed and the ceasefire did not hold but negotiations will ", 3000),
		"speech":         "The minister said: “" + strings.Repeat("We are ready for talks. No progress was made. ", 500) + "”",
		"one word":       "Ceasefire",
		"but":            strings.Repeat("but although ", 3000) + "talks.",
	} {
		t.Run(name, func(t *testing.T) {
			d := stagetest.Document(text)
			stagetest.Run(t, d, c)
			if len(d.SentenceAttitudes) != len(d.Sentences) || len(d.StatementAttitudes) != len(d.Statements) {
				t.Fatal("the layers are not parallel")
			}
			for _, a := range append(d.SentenceAttitudes, d.StatementAttitudes...) {
				if a.AboutTalks != (a.Score != nil) || a.AboutTalks != (a.Class != nil) || !a.AboutTalks && a.Holder != "" {
					t.Errorf("attitude %+v", a)
				}
				if a.Class != nil && (*a.Class < -1 || *a.Class > 1) {
					t.Errorf("class %d", *a.Class)
				}
				if a.Score != nil && (*a.Score < -1 || *a.Score > 1) {
					t.Errorf("score %v", *a.Score)
				}
			}
		})
	}
}

func BenchmarkRun(b *testing.B) {
	c := chain(b)
	d := stagetest.Document(strings.Repeat("The talks on a ceasefire made no progress. The minister said that his country was ready to return to the negotiating table. It rained. The markets closed higher on hopes for trade. ", 18))
	for _, s := range c[:len(c)-1] {
		if err := s.Run(d); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := c[len(c)-1].Run(d); err != nil {
			b.Fatal(err)
		}
	}
}
