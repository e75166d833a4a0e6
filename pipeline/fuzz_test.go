package pipeline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/schemas"
	"parley/schemas/tables"
	"parley/stages"
)

// FuzzManifest: no manifest, in a folder or in the hidden one of an unfinished
// run, leads a command out of the folder or to another file than ours.
func FuzzManifest(f *testing.F) {
	for _, s := range []string{`{"run_id":"a","files":[{"name":"a.svg"}]}`, `{"files":[{"name":"../mine"},{"name":"mine.txt"}]}`, `{"files":[{"name":"articles.parquet"}`, `[]`, `null`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		root := t.TempDir()
		out := filepath.Join(root, "out")
		next := filepath.Join(out, stagingName)
		if err := os.MkdirAll(next, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := (disk{}).writeMark(next); err != nil {
			t.Fatal(err)
		}
		mine := []string{filepath.Join(root, "mine"), filepath.Join(out, "mine.txt")}
		for _, path := range append(mine, filepath.Join(next, "a.svg"), filepath.Join(next, "mine.txt")) {
			if err := os.WriteFile(path, []byte(path), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for _, dir := range []string{out, next} {
			if err := os.WriteFile(filepath.Join(dir, manifestName), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		settle(out)
		compareHashes(out)
		for _, path := range mine {
			if b, err := os.ReadFile(path); err != nil || string(b) != path {
				t.Errorf("%s is %q (%v)", path, b, err)
			}
		}
	})
}

// FuzzTable: the reader of show gives rows or an error.
func FuzzTable(f *testing.F) {
	table := schemas.Of[schemas.Reject]()
	path := filepath.Join(f.TempDir(), "a.parquet")
	w, err := tables.Create(path, table, "run")
	if err != nil {
		f.Fatal(err)
	}
	for _, uri := range []string{"a.txt", "b.txt"} {
		if err := w.Write(&schemas.Reject{SourceURI: uri, Stage: "ingest", Reason: "empty", Detail: "it holds no text"}); err != nil {
			f.Fatal(err)
		}
	}
	if _, err := w.Close(); err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "a.parquet")
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		tables.Scan(path, table, func(any) error { return nil })
	})
}

// FuzzArticle: no text makes any stage panic, or make a row that is not in it.
func FuzzArticle(f *testing.F) {
	for _, s := range []string{
		"The minister said on 10 March 2022 that the port needs 250.000,50 euros. “We will go on,” she said.",
		"123.4,5 and 999.9,9 and 1,234.567,8 of them, the envoy told them.",
		"Kyiv\n\n“No.\n\n“Not now,” he said, “and”\n- $3.5bn\n\tU.S.",
		"\u202eabc\u0000 a\u0301\u0301 İstanbul’da ½ of 2^10 \U0001F600",
	} {
		f.Add(s)
	}
	profile, err := stages.LoadProfile("ukraine-2022")
	if err != nil {
		f.Fatal(err)
	}
	p, err := newPlan(Options{Profile: profile})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := &stages.Document{Input: stages.Input{SourceURI: "a.txt", FileName: "a.txt", ID: "0123456789ab", Format: stages.FormatText, Data: []byte(strings.ToValidUTF8(text, "\ufffd"))}}
		for _, chain := range [][]stages.PerArticle{p.read, p.code} {
			for _, s := range chain {
				if s.Reads(&d.Article) && s.Run(d) != nil {
					return
				}
			}
			d.Article.ArticleID = d.Input.ID
		}
		rowsOf(d)
		for _, x := range d.Figures {
			if d.Slice(x.Start, x.End) != x.Text {
				t.Errorf("figure %q is %q in the text", x.Text, d.Slice(x.Start, x.End))
			}
		}
		for _, x := range d.Mentions {
			if d.Slice(x.Start, x.End) != x.Text {
				t.Errorf("mention %q is %q in the text", x.Text, d.Slice(x.Start, x.End))
			}
		}
	})
}
