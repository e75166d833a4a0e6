package pipeline

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/annotate"
)

var conlluCommand = command{
	name:  "conllu",
	about: "print the syntax of the articles as CoNLL-U",
	help: `  parley conllu --out today > today.conllu
  parley conllu --article 0b6e47a4c2d1 | less -S
Each sentence has the number it has in the table sentences (sent_id = ARTICLE-NUMBER); start_char and end_char count
code points in articles.text; Quote tells which way a quotation mark was taken. What UD writes as one token of two words
(don't, cannot) stands as two words without space.`,
	flags: func(f *flag.FlagSet) func(*call) error {
		out := f.String("out", "outputs", "read the articles in this `DIR`")
		article := f.String("article", "", "only the article with this `ID`")
		return func(c *call) error {
			if len(c.args) > 0 {
				return usage("no arguments are taken; parley run reads articles, --article names one of them")
			}
			return conllu(c, *out, *article)
		}
	},
}

// conllu parses the articles of a folder again, as the run did that wrote them.
func conllu(c *call, dir, only string) error {
	table := schemas.Of[schemas.Article]()
	if err := settle(dir); err != nil {
		return err
	}
	if err := whole(dir, table); err != nil {
		return err
	}
	if err := sameProgram(dir); err != nil {
		return err
	}
	parse, err := annotate.New(annotate.Options{})
	if err != nil {
		return err
	}
	w := bufio.NewWriter(c.stdout)
	found := false
	err = scan(dir, table, func(row any) error {
		d := &stages.Document{Article: *row.(*schemas.Article)}
		if only != "" && d.Article.ArticleID != only {
			return nil
		}
		found = true
		if !parse.Reads(&d.Article) {
			return nil
		}
		return errors.Join(c.ctx.Err(), parse.Run(d), writeConllu(w, d))
	})
	if err != nil {
		return err
	}
	if only != "" && !found {
		return fmt.Errorf("there is no article %s in %s", only, dir)
	}
	return w.Flush()
}

// sameProgram refuses tables of another build, whose sentences may be others.
func sameProgram(dir string) error {
	m, err := readManifest(dir)
	if err != nil {
		return err
	}
	own, err := thisProgram()
	if err == nil && own != m.Program {
		err = fmt.Errorf("the tables in %s were made by another build of parley, whose sentences may differ; run parley run first", dir)
	}
	return err
}

// writeConllu writes an article's sentences.
func writeConllu(w io.Writer, d *stages.Document) error {
	var b strings.Builder
	for i, s := range d.Sentences {
		if i == 0 {
			fmt.Fprintf(&b, "# newdoc id = %s\n", d.Article.ArticleID)
		}
		if i == 0 || s.Paragraph != d.Sentences[i-1].Paragraph {
			b.WriteString("# newpar\n")
		}
		fmt.Fprintf(&b, "# sent_id = %s-%d\n", d.Article.ArticleID, i)
		if s.Heading {
			b.WriteString("# heading = yes\n")
		}
		b.WriteString("# text = ")
		for j, t := range s.Tokens {
			if t.Space && j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(d.Word(t))
		}
		b.WriteByte('\n')
		for j, t := range s.Tokens {
			fmt.Fprintf(&b, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t", j+1, d.Word(t), orNone(t.Lemma), t.UPOS, t.XPOS, orNone(t.Feats.String()), t.Head+1, t.Rel)
			if j+1 < len(s.Tokens) && !s.Tokens[j+1].Space {
				b.WriteString("SpaceAfter=No|")
			}
			switch t.Shape {
			case stages.OpenQuote:
				b.WriteString("Quote=Open|")
			case stages.CloseQuote:
				b.WriteString("Quote=Close|")
			}
			fmt.Fprintf(&b, "start_char=%d|end_char=%d\n", d.CodePoint(t.Start), d.CodePoint(t.End))
		}
		b.WriteByte('\n')
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func orNone(s string) string {
	if s == "" {
		return "_"
	}
	return s
}
