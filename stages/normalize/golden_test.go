package normalize

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"parley/stages"
	_ "parley/stages/stagetest" // for its flag -update
)

// TestGolden runs each testdata/*.txtar: the section input.txt, input.html or
// input.md with the section fields, and compares the article with want.
func TestGolden(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no golden files (%v)", err)
	}
	run := build(t).run
	update := flag.Lookup("update").Value.String() == "true"
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			in, want := input(t, ar)
			d := &stages.Document{Input: in}
			got := strings.TrimSpace(show(d, run(d)))
			again := &stages.Document{Input: in}
			if run(again); !reflect.DeepEqual(d, again) {
				t.Error("a second run gives another article")
			}
			if got == want {
				return
			}
			if !update {
				t.Fatalf("got\n%s\n\nwant\n%s\n\n(go test -update writes what it got)", got, want)
			}
			var kept []txtar.File
			for _, f := range ar.Files {
				if f.Name != "want" {
					kept = append(kept, f)
				}
			}
			ar.Files = append(kept, txtar.File{Name: "want", Data: []byte(got + "\n")})
			if err := os.WriteFile(file, txtar.Format(ar), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func input(t *testing.T, ar *txtar.Archive) (in stages.Input, want string) {
	in.FileName = "x.txt"
	for _, f := range ar.Files {
		switch f.Name {
		case "want":
			want = strings.TrimSpace(string(f.Data))
		case "input.txt":
			in.Format, in.Data = stages.FormatText, f.Data
		case "input.html":
			in.Format, in.Data = stages.FormatHTML, f.Data
		case "input.md":
			in.Format, in.Data = stages.FormatMarkdown, f.Data
		}
	}
	set := map[string]*string{"file": &in.FileName, "title": &in.Title, "published": &in.Published, "url": &in.URL,
		"publisher": &in.Publisher, "language": &in.Language, "format": (*string)(&in.Format)}
	for _, f := range ar.Files {
		if f.Name != "fields" {
			continue
		}
		for l := range strings.Lines(string(f.Data)) {
			k, v, _ := strings.Cut(strings.TrimSpace(l), ": ")
			if set[k] == nil {
				t.Fatalf("unknown field %q", k)
			}
			*set[k] = v
		}
	}
	return in, want
}

func show(d *stages.Document, err error) string {
	if err != nil {
		return err.Error()
	}
	var b strings.Builder
	a := d.Article
	for _, f := range [][2]string{{"title", a.Title}, {"publisher", a.Publisher}, {"url", a.URL}, {"byline", a.Byline}, {"language", a.Language}} {
		if f[1] != "" {
			fmt.Fprintf(&b, "%s: %s\n", f[0], f[1])
		}
	}
	if !a.Published.IsZero() {
		fmt.Fprintf(&b, "published: %s by %s, %s\n", a.Published, a.DateMethod, a.DateEvidence)
		if a.DatePrecision != "day" {
			fmt.Fprintf(&b, "precision: %s\n", a.DatePrecision)
		}
	}
	if !a.PublishedAt.IsZero() {
		fmt.Fprintf(&b, "at: %s\n", a.PublishedAt)
	}
	fmt.Fprintf(&b, "words: %d\n\n%s\n", a.Words, a.Text)
	for i, r := range a.Removed {
		if i == 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "- %s: %s\n", r.Kind, r.Text)
	}
	return b.String()
}
