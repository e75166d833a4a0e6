package events_test

import (
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
	"parley/stages/events"
	"parley/stages/stagetest"
	"parley/stages/stagetest/chains"
)

func chain(t testing.TB) []stages.PerArticle {
	t.Helper()
	c := chains.ToStatements(t)
	c.Add(events.New(events.Options{Profile: c.Profile}))
	return c.Stages
}

func dump(d *stages.Document) string {
	var rows [][]string
	for _, e := range d.Events {
		in := "-"
		if e.StatementID != "" {
			in = e.StatementID[strings.LastIndex(e.StatementID, "/")+1:]
		}
		rows = append(rows, []string{
			e.Type, e.Anchor, ids(e.SourceIDs), ids(e.TargetIDs), or(e.Date.String()), or(e.DatePrecision), or(e.Place), e.Status, told(e.Background), in,
		})
	}
	return stagetest.Table(rows)
}

func ids(s []string) string { return or(strings.Join(s, " ")) }

func told(background bool) string {
	if background {
		return "background"
	}
	return "news"
}

func or(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// TestGolden shows, phenomenon by phenomenon, what the learned reader of the
// program and the rules around it make of sentences of our own. Not all of it is
// right: what is wrong shows what the next reader must learn.
func TestGolden(t *testing.T) { stagetest.Golden(t, "testdata/*.txtar", chain(t), dump) }

// TestWithoutProfile holds that the stage runs without knowledge of a conflict.
func TestWithoutProfile(t *testing.T) {
	if _, err := events.New(events.Options{}); err != nil {
		t.Fatal(err)
	}
}

// TestHostile holds that no text makes the stage fail or break its promises.
func TestHostile(t *testing.T) {
	c := chain(t)
	for name, text := range map[string]string{
		"empty":          "",
		"quotes":         strings.Repeat("“\"”", 2000),
		"broken":         "Peru attacked \xff\xfe Chile. In \xc3, Peru met Chile.",
		"no punctuation": strings.Repeat("Peru attacked Chile and met Norway in Geneva after talks with ", 3000),
		"triggers":       strings.Repeat("attack talks meet ", 3000) + ".",
		"commas":         "Peru" + strings.Repeat(", which Chile", 3000) + " attacked Norway.",
		"one word":       "Attacked",
		"repetition":     strings.Repeat("Peru attacked Chile on Monday. ", 3000),
	} {
		t.Run(name, func(t *testing.T) {
			d := stagetest.Document(strings.ToValidUTF8(text, "?"))
			d.Article.Published, d.Article.DatePrecision = schemas.NewDate(2021, 6, 9), "day"
			stagetest.Run(t, d, c)
		})
	}
}

func BenchmarkRun(b *testing.B) {
	c := chain(b)
	d := stagetest.Document(strings.Repeat("The foreign ministers of Peru and Chile held talks in Geneva on Tuesday. Norway has offered to mediate between them. The minister said that the sides were close to an agreement. ", 20))
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
