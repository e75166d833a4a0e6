package statements_test

import (
	"strconv"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
	"parley/stages/stagetest"
	"parley/stages/stagetest/chains"
)

func chain(t testing.TB) []stages.PerArticle {
	t.Helper()
	c := chains.ToStatements(t)
	return c.Stages
}

func TestGolden(t *testing.T) {
	stagetest.Golden(t, "testdata/*.txtar", chain(t), dump)
}

// dump prints one statement a line; columns that are empty in all are left out.
func dump(d *stages.Document) string {
	rows := [][]string{{"n", "type", "speaker", "id", "cue", "content", "medium", "relay", "said on", "repeats", "with", "to", "source"}}
	for i, s := range d.Statements {
		rows = append(rows, []string{strconv.Itoa(i), s.Type, s.SpeakerText, s.SpeakerID, s.Cue, pieces(d, s.Statement), s.Medium, s.RelayedByID, s.SaidOn.String(), strings.TrimPrefix(s.RepeatOf, "a/"), strings.Join(s.CoSpeakerIDs, " "), s.AddresseeID, s.SourceType})
	}
	if len(rows) == 1 {
		return "none"
	}
	kept := make([][]string, len(rows))
	for c := range rows[0] {
		empty := true
		for _, r := range rows[1:] {
			empty = empty && r[c] == ""
		}
		for i, r := range rows {
			if !empty {
				kept[i] = append(kept[i], r[c])
			}
		}
	}
	return stagetest.Table(kept)
}

func pieces(d *stages.Document, s schemas.Statement) string {
	var out []string
	for _, p := range s.Spans {
		out = append(out, strings.ReplaceAll(d.Slice(p.Start, p.End), "\n", "¶"))
	}
	return strings.Join(out, " / ")
}

// Whatever the text, the stage ends in good time and its rows hold.
func TestHostile(t *testing.T) {
	c := chain(t)
	for name, text := range map[string]string{
		"only marks":       strings.Repeat("“", 100) + strings.Repeat("\"", 100) + strings.Repeat("'", 100),
		"no punctuation":   strings.Repeat("the minister said that ", 500),
		"never closed":     "He said: “" + strings.Repeat("We wait. ", 500),
		"dashes":           strings.Repeat("- ", 2000),
		"according":        strings.Repeat("according to ", 300),
		"speech, dashes":   strings.Repeat("We wait. - So \"it\" is ", 2000),
		"I":                strings.Repeat("I said it was late. ", 1000),
		"broken UTF-8":     "He said \xff\xfe that \xc3 it is late.",
		"brackets, commas": strings.Repeat("(,", 2000) + " said",
		"days":             strings.Repeat("Monday and Tuesday March ", 1000) + " he said it was late.",
		"he said":          strings.Repeat("On Monday he said it was late. ", 500),
		"the minister":     strings.Repeat("The minister said on Sunday it was late. Both ministers met. ", 500),
		"paragraphs":       strings.Repeat("“So\n\n", 500),
		"opening dashes":   strings.Repeat("- said.\n\n", 500),
	} {
		t.Run(name, func(t *testing.T) {
			d := stagetest.Document(strings.ToValidUTF8(text, "\uFFFD"))
			for _, s := range c[:3] {
				if err := s.Run(d); err != nil {
					t.Fatal(err)
				}
			}
			if err := c[4].Run(d); err != nil {
				t.Fatal(err)
			}
			stagetest.Check(t, d)
		})
	}
}

func FuzzRun(f *testing.F) {
	c := chain(f)
	f.Add("“We wait,” he said. 'No', said X: \"so — be it")
	f.Add("- We wait - he said.- And you?\n\nX: no\n\n“A.\n\n“B.”")
	f.Fuzz(func(t *testing.T, text string) {
		d := stagetest.Document(strings.ToValidUTF8(text, "\uFFFD"))
		for _, s := range c {
			if err := s.Run(d); err != nil {
				t.Fatal(err)
			}
		}
		stagetest.Check(t, d)
	})
}

func BenchmarkRun(b *testing.B) {
	c := chain(b)
	text := strings.Repeat("“We shall wait,” the foreign minister said on Sunday. According to the ministry, talks go on, but Turkey has accused both sides of stalling.\n\n", 26)
	d := stagetest.Document(text)
	for _, s := range c[:4] {
		if err := s.Run(d); err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if err := c[4].Run(d); err != nil {
			b.Fatal(err)
		}
	}
}
