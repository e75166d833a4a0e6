package annotate_test

import (
	"fmt"
	"strings"
	"testing"

	"parley/stages"
	"parley/stages/annotate"
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

// dump prints a sentence a line: its paragraph, H for a heading, its tokens.
// Quotation marks are shown as < and > by their direction, a token without
// space before it begins with ~.
func dump(d *stages.Document) string {
	var b strings.Builder
	for _, s := range d.Sentences {
		h := ' '
		if s.Heading {
			h = 'H'
		}
		fmt.Fprintf(&b, "%d%c", s.Paragraph, h)
		for i, t := range s.Tokens {
			b.WriteByte(' ')
			if !t.Space && i > 0 {
				b.WriteByte('~')
			}
			switch t.Shape {
			case stages.OpenQuote:
				b.WriteByte('<')
			case stages.CloseQuote:
				b.WriteByte('>')
			default:
				b.WriteString(d.Word(t))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestGolden(t *testing.T) { stagetest.Golden(t, "testdata/*.txtar", chain(t), dump) }
