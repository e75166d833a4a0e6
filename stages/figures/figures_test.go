package figures_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"parley/schemas"
	"parley/stages"
	"parley/stages/annotate"
	"parley/stages/figures"
	"parley/stages/stagetest"
)

func stage(t testing.TB) stages.PerArticle {
	t.Helper()
	s, err := figures.New(figures.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func chain(t testing.TB) []stages.PerArticle {
	t.Helper()
	a, err := annotate.New(annotate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return []stages.PerArticle{a, stage(t)}
}

func TestGolden(t *testing.T) {
	stagetest.Golden(t, "testdata/*.txtar", chain(t), dump)
}

// dump prints a row a line: text = value [low..high] modifier unit kind, and
// whatever else is known.
func dump(d *stages.Document) string {
	rows := [][]string{}
	for _, f := range d.Figures {
		v := show(f.Value)
		if f.Low != nil || f.High != nil {
			v += " [" + show(f.Low) + ".." + show(f.High) + "]"
		}
		row := []string{f.Text, strings.TrimSpace(v), f.Modifier, f.Unit, f.Kind}
		for _, x := range [][2]string{{"of", f.Subject}, {"in", f.Place}, {"on", f.AsOf.String()}} {
			if x[1] != "" {
				row = append(row, x[0]+" "+x[1])
			}
		}
		if f.Certainty != "reported" {
			row = append(row, f.Certainty)
		}
		rows = append(rows, row)
	}
	return stagetest.Table(rows)
}

func show(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'g', 7, 64)
}

// TestClaim checks whose figure it is, on layers laid by hand.
func TestClaim(t *testing.T) {
	text := `The mayor said the governor had spoken of 40 buses. Ten trucks came. According to the ministry, 300 people left.`
	d := stagetest.Document(text)
	stagetest.Run(t, d, chain(t)[:1])
	span := func(s string) (int32, int32) {
		i := int32(strings.Index(text, s))
		return i, i + int32(len(s))
	}
	ministry, end := span("the ministry")
	last := len(d.Sentences) - 1
	tokens := d.Sentences[last].Tokens
	from, to := 0, 0
	for i, k := range tokens {
		if k.Start == ministry {
			from = i
		}
		if k.End == end {
			to = i + 1
		}
	}
	d.Actors = []stages.Actor{{ID: "x-ministry", Kind: "government_body"}}
	d.Mentions = []stages.Mention{{Mention: schemas.Mention{Sentence: int32(last), Start: ministry, End: end, Text: "the ministry", ActorID: "x-ministry", Kind: "title"}, From: from, To: to}}
	for i, s := range []struct{ content, speaker string }{
		{"the governor had spoken of 40 buses", "mayor"},
		{"40 buses", "governor"},
	} {
		b, e := span(s.content)
		d.Statements = append(d.Statements, stages.Statement{Contents: d.Tokens(b, e), Statement: schemas.Statement{
			StatementID: "a/s" + strconv.Itoa(i), SpeakerID: s.speaker, Content: s.content, Start: b, End: e, Spans: []schemas.Span{{Start: b, End: e}},
		}})
	}
	stagetest.Run(t, d, []stages.PerArticle{stage(t)})
	want := []struct{ text, who, statement, certainty string }{
		{"40 buses", "governor", "a/s1", "claimed"},
		{"Ten trucks", "", "", "reported"},
		{"300 people", "x-ministry", "", "claimed"},
	}
	if len(d.Figures) != len(want) {
		t.Fatalf("%d figures, want %d: %+v", len(d.Figures), len(want), d.Figures)
	}
	for i, w := range want {
		f := d.Figures[i]
		if f.Text != w.text || f.AttributedToID != w.who || f.StatementID != w.statement || f.Certainty != w.certainty {
			t.Errorf("figure %d is %q of %q in %q, %s; want %+v", i, f.Text, f.AttributedToID, f.StatementID, f.Certainty, w)
		}
		if id := "a/f0000" + strconv.Itoa(i); f.FigureID != id {
			t.Errorf("figure id %s, want %s", f.FigureID, id)
		}
	}
}

// TestHostile checks that texts made to hurt neither crash nor hang.
func TestHostile(t *testing.T) {
	s := stage(t)
	for name, text := range map[string]string{
		"digits":     strings.Repeat("7", 1<<20),
		"commas":     strings.Repeat("1,", 1<<19),
		"dots":       strings.Repeat("1.", 1<<19),
		"ands":       strings.Repeat("one and ", 1<<17),
		"halves":     strings.Repeat("a half and ", 1<<17),
		"ofs":        strings.Repeat("three of the ", 1<<17),
		"thousands":  strings.Repeat("thousands of ", 1<<17),
		"hyphens":    strings.Repeat("two-", 1<<18),
		"spaced":     strings.Repeat("100 ", 1<<18),
		"adjectives": "five " + strings.Repeat("long ", 1<<18),
		"broken":     strings.Repeat("5\xff\xfe% \xe2\x80", 1<<16),
		"signs":      strings.Repeat("$", 1<<20),
		"quotes":     strings.Repeat(`"`, 1<<20),
		"months":     strings.Repeat("6 and May ", 1<<17),
	} {
		t.Run(name, func(t *testing.T) {
			d := stagetest.Document(text)
			d.Sentences = []stages.Sentence{{Start: 0, End: int32(len(text))}}
			stagetest.Within(t, 20*time.Second, func() {
				if err := s.Run(d); err != nil {
					t.Fatal(err)
				}
			})
		})
	}
}

func BenchmarkRun(b *testing.B) {
	text := strings.Repeat("The minister said on Monday that the northern province had received new equipment, and that nearly 4,000 people had left the towns along the river since March. "+
		"The council of the region met again in the evening and spoke of the harvest, the roads and the schools, of which it hopes to open more than a third before winter begins. ", 10)
	d := stagetest.Document(text)
	stagetest.Run(b, d, chain(b))
	s := stage(b)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if err := s.Run(d); err != nil {
			b.Fatal(err)
		}
	}
}
