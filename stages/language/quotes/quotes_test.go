package quotes_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"parley/stages"
	"parley/stages/annotate"
	"parley/stages/language/quotes"
	"parley/stages/stagetest"
)

func chain(t testing.TB) []stages.PerArticle {
	t.Helper()
	s, err := annotate.New(annotate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return []stages.PerArticle{s}
}

func TestGolden(t *testing.T) { stagetest.Golden(t, "testdata/*.txtar", chain(t), dump) }

// dump prints a quotation a line: its paragraph, its level by indentation, its
// style, what stands within; then whether its end is a guess, and whether it goes
// on.
func dump(d *stages.Document) string {
	if len(d.Quotations) == 0 {
		return "none"
	}
	var b strings.Builder
	for _, q := range d.Quotations {
		style := [...]string{stages.DoubleMarks: "double", stages.SingleMarks: "single", stages.DialogueDash: "dash"}[q.Style]
		fmt.Fprintf(&b, "%d %s%s [%s]", q.Paragraph, strings.Repeat("    ", int(q.Level)), style, strings.ReplaceAll(d.Article.Text[q.InnerStart:q.InnerEnd], "\n", "¶"))
		if !q.Closed {
			b.WriteString(" unclosed")
		}
		if q.Continues {
			b.WriteString(" continues")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// sentences makes sentences of n tokens each out of words and marks, without the
// parser, so that a text of any size can be read in a test.
func sentences(r *quotes.Reader, words []string, n int, paragraphs bool) (string, []stages.Sentence) {
	var b strings.Builder
	tokens := make([]stages.Token, len(words))
	for i, w := range words {
		space := !strings.HasPrefix(w, "~")
		w = strings.TrimPrefix(w, "~")
		if space && i > 0 {
			b.WriteByte(' ')
		}
		shape := stages.Punct
		if w[0]|0x20 >= 'a' && w[0]|0x20 <= 'z' {
			shape = stages.Lowercase
		}
		tokens[i] = stages.Token{Start: int32(b.Len()), End: int32(b.Len() + len(w)), Shape: shape, Space: space}
		b.WriteString(w)
	}
	var out []stages.Sentence
	for i := 0; i < len(tokens); i += n {
		s := stages.Sentence{Tokens: tokens[i:min(i+n, len(tokens))]}
		s.Start, s.End = s.Tokens[0].Start, s.Tokens[len(s.Tokens)-1].End
		if paragraphs {
			s.Paragraph = int32(len(out))
			r.Direct(b.String(), s.Tokens)
		}
		out = append(out, s)
	}
	if !paragraphs {
		r.Direct(b.String(), tokens)
	}
	return b.String(), out
}

// Half a million marks are read in time linear in their number, whatever they
// are, and what is found nests.
func TestHostile(t *testing.T) {
	r, err := quotes.New()
	if err != nil {
		t.Fatal(err)
	}
	for name, unit := range map[string]string{
		"opening": "“ ~a", "closing": "a ~”", "straight": "\" ~a", "free": "\"", "single opening": "‘ ~a", "single": "' ~a", "apostrophes": "as ~' a",
		"mixed": "“ ~a ~' ~b ‘ ~c ~” d ~’", "dashes": "- we wait - said", "dashes, stops": ". - we", "dashes, marks": "- “ ~we - said ~”", "speech": ". - we ~\" - said ‘ ~b ~.",
		"nested": "“ ~a “ ~b ~”",
	} {
		for _, paragraphs := range []bool{false, true} {
			t.Run(fmt.Sprint(name, paragraphs), func(t *testing.T) {
				words := strings.Fields(unit)
				for len(words) < 500_000 {
					words = append(words, words...)
				}
				text, ss := sentences(r, words, 40, paragraphs)
				d := &stages.Document{Sentences: ss}
				stagetest.Within(t, 20*time.Second, func() { d.Quotations = r.Find(text, ss) })
				d.Article.Text = text
				stagetest.Check(t, d)
			})
		}
	}
}

func FuzzFind(f *testing.F) {
	r, err := quotes.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("“ ~We wait ~, ~” he said . ‘ ~No ~' , said X : \" ~so — ~be it", 3, true)
	f.Add("- We wait - he said ~. - And you ~? “ ~A “ ~B ~”", 7, false)
	f.Fuzz(func(t *testing.T, marked string, n int, paragraphs bool) {
		var words []string
		for _, w := range strings.Fields(strings.ToValidUTF8(marked, "")) {
			if strings.TrimPrefix(w, "~") != "" {
				words = append(words, w)
			}
		}
		if len(words) == 0 {
			return
		}
		text, ss := sentences(r, words, 1+max(n, -n)%50, paragraphs)
		d := &stages.Document{Sentences: ss, Quotations: r.Find(text, ss)}
		d.Article.Text = text
		stagetest.Check(t, d)
	})
}
