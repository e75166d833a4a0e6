// Package stagetest runs stages on golden files and checks what every stage
// must keep: spans in bounds, text at a span equal to the quote, other layers
// untouched, nothing read that the stage has not declared, a second run equal to
// the first.
package stagetest

import (
	"bytes"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"text/tabwriter"

	"golang.org/x/tools/txtar"

	"parley/schemas"
	"parley/stages"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Golden runs the chain of stages on each .txtar file that the pattern finds
// and compares what dump makes of the document with the file's section want.
// The section article is the text; the optional section published its date.
func Golden(t *testing.T, pattern string, chain []stages.PerArticle, dump func(*stages.Document) string) {
	t.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files at %s (%v)", pattern, err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			sec := map[string]string{}
			for _, f := range ar.Files {
				sec[f.Name] = strings.TrimSpace(string(f.Data))
			}
			d := Document(sec["article"])
			if p := sec["published"]; p != "" {
				if d.Article.Published, err = schemas.ParseDate(p); err != nil {
					t.Fatal(err)
				}
				d.Article.DatePrecision = "day"
			}
			Run(t, d, chain)
			got := strings.TrimSpace(dump(d))
			if got == sec["want"] {
				return
			}
			if !*update {
				t.Fatalf("%s: got\n%s\n\nwant\n%s\n\n(go test -update writes what it got)", file, got, sec["want"])
			}
			write(t, file, ar, got)
		})
	}
}

func write(t *testing.T, file string, ar *txtar.Archive, got string) {
	data := []byte(got + "\n")
	for i := range ar.Files {
		if ar.Files[i].Name == "want" {
			ar.Files[i].Data = data
			data = nil
		}
	}
	if data != nil {
		ar.Files = append(ar.Files, txtar.File{Name: "want", Data: data})
	}
	if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
		t.Fatal(err)
	}
}

// Document makes a document whose article layer is laid.
func Document(text string) *stages.Document {
	return &stages.Document{Article: schemas.Article{ArticleID: "a", SourceURI: "a.txt", Language: "en", Text: text}}
}

// Check fails the test on every row whose span is out of bounds or whose text
// is not the article's at that span.
func Check(t testing.TB, d *stages.Document) {
	t.Helper()
	runes := []rune(d.Article.Text)
	at := func(what string, start, end int32, quote string, compare bool) {
		if start < 0 || end < start || int(end) > len(runes) {
			t.Errorf("%s: span %d-%d is outside of the text of %d code points", what, start, end, len(runes))
		} else if got := string(runes[start:end]); compare && got != quote {
			t.Errorf("%s: text at %d-%d is %q, the row says %q", what, start, end, got, quote)
		}
	}
	last := int32(0)
	for i, s := range d.Sentences {
		if s.Start < last || s.End <= s.Start || int(s.End) > len(d.Article.Text) {
			t.Fatalf("sentence %d: bytes %d-%d after %d of %d", i, s.Start, s.End, last, len(d.Article.Text))
		}
		last = s.End
		p := s.Start
		for _, k := range s.Tokens {
			if k.Start < p || k.End <= k.Start || k.End > s.End {
				t.Fatalf("sentence %d: token bytes %d-%d after %d", i, k.Start, k.End, p)
			}
			p = k.End
		}
	}
	quotations(t, d)
	for _, m := range d.Mentions {
		at("mention of "+m.ActorID, m.Start, m.End, m.Text, true)
		if _, ok := d.Actor(m.ActorID); !ok {
			t.Errorf("mention %q: actor %s is not in Actors", m.Text, m.ActorID)
		}
		if int(m.Sentence) >= len(d.Sentences) || m.From < 0 || m.To <= m.From || m.To > len(d.Sentences[m.Sentence].Tokens) {
			t.Errorf("mention %q: tokens %d-%d of sentence %d", m.Text, m.From, m.To, m.Sentence)
		}
	}
	for i := 1; i < len(d.Actors); i++ {
		if d.Actors[i-1].ID >= d.Actors[i].ID {
			t.Errorf("Actors are not sorted: %s before %s", d.Actors[i-1].ID, d.Actors[i].ID)
		}
	}
	for _, s := range d.Statements {
		var parts []string
		for _, p := range s.Spans {
			at("statement "+s.StatementID, p.Start, p.End, "", false)
			parts = append(parts, d.Slice(p.Start, p.End))
		}
		if c := strings.Join(parts, " "); c != s.Content {
			t.Errorf("statement %s: content %q, spans give %q", s.StatementID, s.Content, c)
		}
		at("statement "+s.StatementID, s.Start, s.End, "", false)
		for _, x := range append([]stages.TokenSpan{s.CueSpan, s.SpeakerSpan}, s.Contents...) {
			if x.From < 0 || !x.Empty() && (int(x.Sentence) >= len(d.Sentences) || x.To > len(d.Sentences[x.Sentence].Tokens)) {
				t.Errorf("statement %s: tokens %d-%d of sentence %d", s.StatementID, x.From, x.To, x.Sentence)
			}
		}
		for i := 1; i < len(s.Contents); i++ {
			if a, b := s.Contents[i-1], s.Contents[i]; a.Sentence > b.Sentence || a.Sentence == b.Sentence && a.To > b.From {
				t.Errorf("statement %s: contents %+v after %+v", s.StatementID, b, a)
			}
		}
		if s.CueSpan.Empty() != (s.Cue == "") {
			t.Errorf("statement %s: cue %q at %+v", s.StatementID, s.Cue, s.CueSpan)
		}
		if first, ok := text(d, s.CueSpan); ok && !strings.HasPrefix(s.Cue, first) {
			t.Errorf("statement %s: cue %q, its tokens give %q", s.StatementID, s.Cue, first)
		}
		if first, ok := text(d, s.SpeakerSpan); ok && !strings.HasPrefix(s.SpeakerText, first) {
			t.Errorf("statement %s: speaker %q, its tokens give %q", s.StatementID, s.SpeakerText, first)
		}
	}
	for _, f := range d.Figures {
		at("figure "+f.FigureID, f.Start, f.End, f.Text, true)
	}
	for _, e := range d.Events {
		at("event "+e.EventID, e.Start, e.End, e.Anchor, true)
	}
	if n := len(d.SentenceAttitudes); n != 0 && n != len(d.Sentences) {
		t.Errorf("%d attitudes for %d sentences", n, len(d.Sentences))
	}
	if n := len(d.StatementAttitudes); n != 0 && n != len(d.Statements) {
		t.Errorf("%d attitudes for %d statements", n, len(d.Statements))
	}
}

// text is what stands at a span; ok is false where it is empty.
func text(d *stages.Document, s stages.TokenSpan) (string, bool) {
	if s.Empty() {
		return "", false
	}
	tokens := d.Sentences[s.Sentence].Tokens
	return d.Article.Text[tokens[s.From].Start:tokens[s.To-1].End], true
}

// quotations fails the test where they are out of order or out of each other.
func quotations(t testing.TB, d *stages.Document) {
	t.Helper()
	var ends []int32 // of those that are open
	last := int32(0)
	for i, q := range d.Quotations {
		if q.Start < last || q.InnerStart < q.Start || q.InnerEnd < q.InnerStart || q.End < q.InnerEnd || int(q.End) > len(d.Article.Text) {
			t.Fatalf("quotation %d: bytes %d-%d around %d-%d after %d", i, q.Start, q.End, q.InnerStart, q.InnerEnd, last)
		}
		last = q.Start
		for len(ends) > 0 && ends[len(ends)-1] <= q.Start {
			ends = ends[:len(ends)-1]
		}
		if int(q.Level) != min(len(ends), math.MaxInt8) || len(ends) > 0 && q.End > ends[len(ends)-1] {
			t.Fatalf("quotation %d, bytes %d-%d: level %d, among %d that end at %v", i, q.Start, q.End, q.Level, len(ends), ends)
		}
		ends = append(ends, q.End)
	}
}

// Table prints rows of cells in aligned columns.
func Table(rows [][]string) string {
	var b bytes.Buffer
	w := tabwriter.NewWriter(&b, 0, 8, 2, ' ', 0)
	for _, r := range rows {
		fmt.Fprintln(w, strings.Join(r, "\t"))
	}
	w.Flush()
	var out []string
	for _, l := range strings.Split(b.String(), "\n") {
		out = append(out, strings.TrimRight(l, " "))
	}
	return strings.Join(out, "\n")
}
