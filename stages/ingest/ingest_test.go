package ingest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"

	"parley/schemas"
	"parley/stages"
)

// pass takes no note of what is passed over.
func pass(stages.Note) {}

// ingested runs the stage.
func ingested(t *testing.T, stdin string, args ...string) (in []stages.Input, bad []schemas.Reject) {
	t.Helper()
	s, err := New(Options{Stdin: strings.NewReader(stdin), Panic: true})
	if err != nil {
		t.Fatal(err)
	}
	err = s.Run(context.Background(), args,
		func(d *stages.Document) error { in = append(in, d.Input); return nil },
		func(r schemas.Reject) { bad = append(bad, r) }, pass)
	if err != nil {
		t.Fatal(err)
	}
	return in, bad
}

// outcome lists what came of the arguments, "uri" or "uri: text" of the
// articles and then "! uri reason" of the rejects, and checks what holds of all.
func outcome(t *testing.T, text bool, stdin string, args ...string) string {
	t.Helper()
	in, bad := ingested(t, stdin, args...)
	var out []string
	uris := map[string]bool{}
	for _, i := range in {
		if uris[i.SourceURI] || len(i.ID) != 12 || i.Format == "" {
			t.Errorf("%s: seen before, or without id %q or format %q", i.SourceURI, i.ID, i.Format)
		}
		uris[i.SourceURI] = true
		if text {
			out = append(out, i.SourceURI+": "+string(i.Data))
		} else {
			out = append(out, i.SourceURI)
		}
	}
	reasons := strings.Split(enumOf(t, "reason"), ",")
	for _, r := range bad {
		if r.Stage != "ingest" || !slices.Contains(reasons, r.Reason) || r.Detail == "" {
			t.Errorf("a bad reject: %+v", r)
		}
		out = append(out, "! "+r.SourceURI+" "+r.Reason)
	}
	return strings.Join(out, "\n")
}

func enumOf(t *testing.T, column string) string {
	table := schemas.Of[schemas.Reject]()
	for _, c := range table.Columns {
		if c.Name == column {
			return strings.Join(c.Enum, ",")
		}
	}
	t.Fatal("no column " + column)
	return ""
}

// inDir makes files in a new folder and goes there, so that paths are short.
func inDir(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, data := range files {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func expect(t *testing.T, got, want string) {
	t.Helper()
	if got != want {
		t.Errorf("got\n%s\n\nwant\n%s", got, want)
	}
}

func gz(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func zst(s string) string {
	w, _ := zstd.NewWriter(nil)
	return string(w.EncodeAll([]byte(s), nil))
}

func TestPaths(t *testing.T) {
	inDir(t, map[string]string{
		"in/b.txt": "b", "in/a.TXT": "a", "in/sub/c.md": "c", "in/sub/deep/d.txt": "d", "in/.hidden.txt": "h",
		"in/.git/x.txt": "x", "in/README.md": "about", "in/photo.jpg": "j", "in/noext": "n", "in/archive.gz": "z",
		"in/Talks.html": "<p>t</p>", "in/Talks_files/ad.html": "<p>ad</p>", "in/lone_files/e.txt": "e",
		"other/z.txt": "z", "other/[1].txt": "brackets",
	})
	os.Symlink(".", "in/loop")
	os.Symlink("../other/z.txt", "in/z-link.txt")
	os.Symlink("nowhere.txt", "in/dangling.txt")

	const all = `in/Talks.html
in/a.TXT
in/b.txt
in/lone_files/e.txt
in/sub/c.md
in/sub/deep/d.txt
in/z-link.txt
! in/README.md unknown_kind
! in/Talks_files unknown_kind
! in/archive.gz unknown_kind
! in/dangling.txt unreadable
! in/noext unknown_kind
! in/photo.jpg unknown_kind`
	for _, c := range []struct{ name, args, want string }{
		{"a folder", "in", all},
		{"a path is cleaned", "./in/../in//", all},
		{"a folder twice, and its files", "in ./in in/b.txt in/*.txt", all},
		{"a link and what it leads to are one file", "in/z-link.txt other/z.txt", "in/z-link.txt"},
		{"arguments keep their order", "other/z.txt in/sub in/b.txt", "other/z.txt\nin/sub/c.md\nin/sub/deep/d.txt\nin/b.txt"},
		{"a README or hidden file that is asked for", "in/README.md in/.hidden.txt", "in/README.md\nin/.hidden.txt"},
		{"a README is not asked for by a glob", "in/*.md in", all},
		{"a README after its folder", "in in/README.md", strings.Replace(all, "\n!", "\nin/README.md\n!", 1)},
		{"a glob", "in/?.*", "in/a.TXT\nin/b.txt"},
		{"a glob of folders", "in/s*", "in/sub/c.md\nin/sub/deep/d.txt"},
		{"a glob in a folder's place", "*/z.txt", "other/z.txt"},
		{"two stars", "in/**/*.txt", "in/b.txt\nin/z-link.txt\nin/lone_files/e.txt\nin/sub/deep/d.txt\n! in/dangling.txt unreadable"},
		{"two stars at the end", "in/sub/**", "in/sub/c.md\nin/sub/deep/d.txt"},
		{"many stars", "in/**/**/**/c.md", "in/sub/c.md"},
		{"hidden names by their dot", "in/.*.txt", "in/.hidden.txt"},
		{"a name with brackets", "other/[1].txt", "other/[1].txt"},
		{"a glob without a match", "in/*.nothing", "! in/*.nothing unreadable"},
		{"a bad glob", "in/[a", "! in/[a unreadable"},
		{"no such file", "missing.txt", "! missing.txt unreadable"},
		{"a device", "/dev/null", "! /dev/null unsafe_path"},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, outcome(t, false, "", strings.Fields(c.args)...), c.want) })
	}
	expect(t, outcome(t, false, "", ""), "!  unreadable")
}

func TestUnsafeNames(t *testing.T) {
	inDir(t, nil)
	for _, name := range []string{"a\nb.txt", "a\xffb.txt"} {
		if err := os.WriteFile(name, []byte("x"), 0o644); err != nil {
			t.Skip("the file system takes no such names")
		}
	}
	expect(t, outcome(t, false, "", "."), "! a\uFFFDb.txt unsafe_path\n! a\uFFFDb.txt unsafe_path")
}

func TestWholeFiles(t *testing.T) {
	big := strings.Repeat("many words ", maxRecord/11+1)
	for _, c := range []struct{ name, file, data, want string }{
		{"text", "a.txt", "Talks go on.\n", "a.txt: Talks go on.\n"},
		{"text of another name", "a.text", "x", "a.text: x"},
		{"gzip", "a.txt.gz", gz("packed"), "a.txt.gz: packed"},
		{"zstandard", "a.TXT.ZST", zst("packed"), "a.TXT.ZST: packed"},
		{"two gzip members", "a.txt.gz", gz("one ") + gz("two"), "a.txt.gz: one two"},
		{"a byte order mark", "a.txt", "\xef\xbb\xbfx", "a.txt: x"},
		{"UTF-16", "a.txt", "\xff\xfeK\x00y\x00\xef\x00v\x00", "a.txt: Kyïv"},
		{"UTF-16, big end first", "a.txt", "\xfe\xff\x00K\x00y\x00\xef\x00v", "a.txt: Kyïv"},
		{"a page in a text file", "a.txt", "\n<!DOCTYPE html><p>x</p>", "a.txt: \n<!DOCTYPE html><p>x</p>"},
		{"nothing", "a.txt", "", "! a.txt empty"},
		{"nothing packed", "a.txt.gz", gz(""), "! a.txt.gz empty"},
		{"spaces", "a.md", " \n\t\u00a0\u200b", "! a.md empty"},
		{"front matter alone", "a.md", "---\ntitle: x\n---\n\n", "! a.md empty"},
		{"an empty page", "a.html", "\n", "! a.html empty"},
		{"too large", "a.txt", big, "! a.txt too_large"},
		{"too large unpacked", "a.html.zst", zst(big), "! a.html.zst too_large"},
		{"a bomb", "a.jsonl.gz", gz(strings.Repeat("\n", freeUnpack*2)), "! a.jsonl.gz too_large"},
		{"a zstandard bomb", "a.json.zst", zst(strings.Repeat(" ", freeUnpack*2)), "! a.json.zst too_large"},
		{"a picture", "a.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "! a.txt not_text"},
		{"control characters", "a.md", strings.Repeat("ab\x01\x02", 20), "! a.md not_text"},
		{"not gzip", "a.txt.gz", "plain", "! a.txt.gz broken"},
		{"cut gzip", "a.txt.gz", gz("Talks go on.")[:20], "! a.txt.gz broken"},
		{"cut zstandard", "a.txt.zst", zst("Talks go on and on and on.")[:15], "! a.txt.zst broken"},
		{"not zstandard", "a.txt.zst", "plain text", "! a.txt.zst broken"},
		{"broken front matter", "a.md", "---\ntitle: [x\nno field\n---\nbody", "! a.md broken"},
		{"a Cyrillic code page", "a.txt", "\xcf\xe5\xf0\xe5\xe3\xee\xe2\xee\xf0\xfb \xe8\xe4\xf3\xf2", "! a.txt bad_encoding"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inDir(t, map[string]string{c.file: c.data})
			expect(t, outcome(t, true, "", c.file), c.want)
		})
	}
}

func TestUnreadable(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("nothing is unreadable to the administrator")
	}
	inDir(t, map[string]string{"a.txt": "x", "d/b.txt": "x"})
	os.Chmod("a.txt", 0)
	os.Chmod("d", 0)
	defer os.Chmod("d", 0o755)
	expect(t, outcome(t, false, "", "."), "! a.txt unreadable\n! d unreadable")
}

func TestInput(t *testing.T) {
	inDir(t, map[string]string{"d/Note.md": "---\ntitle: A round ends\nauthors: [A. Writer, B. Writer]\ndate: 2022-03-10\nsource:\n  name: The Paper\nlang: en\nurl: https://example.org/a\ntext: not this\n---\nBody.\n"})
	in, _ := ingested(t, "", "d")
	want := stages.Input{SourceURI: "d/Note.md", FileName: "Note.md", ID: in[0].ID, Format: stages.FormatMarkdown, Data: []byte("Body.\n"),
		Title: "A round ends", Published: "2022-03-10", URL: "https://example.org/a", Publisher: "The Paper", Byline: "A. Writer, B. Writer", Language: "en"}
	if got := in[0]; !equal(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func equal(a, b stages.Input) bool {
	same := bytes.Equal(a.Data, b.Data)
	a.Data, b.Data = nil, nil
	return same && a.SourceURI == b.SourceURI && a.FileName == b.FileName && a.ID == b.ID && a.Format == b.Format && a.Title == b.Title &&
		a.Published == b.Published && a.URL == b.URL && a.Publisher == b.Publisher && a.Byline == b.Byline && a.Language == b.Language
}

// TestID: the id is of the bytes found, so packing and the file's name do not
// change it, and a record has the same in an array as on a line.
func TestID(t *testing.T) {
	inDir(t, map[string]string{"a.txt": "abc", "b.txt.gz": gz("abc"), "c.json": `[ {"text":"x"} ]`, "d.jsonl": `{"text":"x"}` + "\r\n"})
	in, _ := ingested(t, "", ".")
	if in[0].ID != "ba7816bf8f01" || in[1].ID != in[0].ID {
		t.Errorf("ids %s, %s; the SHA-256 of abc begins with ba7816bf8f01", in[0].ID, in[1].ID)
	}
	if in[2].ID != in[3].ID {
		t.Errorf("ids %s, %s of one record", in[2].ID, in[3].ID)
	}
}

func TestStops(t *testing.T) {
	inDir(t, map[string]string{"a.txt": "a", "b.jsonl": `{"text":"b"}`, "c.json": `[{"text":"c"},{"text":"d"}]`})
	s, _ := New(Options{})
	for n := 1; n <= 4; n++ {
		full := errors.New("disk full")
		count := 0
		err := s.Run(context.Background(), []string{"."}, func(*stages.Document) error {
			if count++; count == n {
				return full
			}
			return nil
		}, func(r schemas.Reject) { t.Errorf("an error of the run became a reject: %+v", r) }, pass)
		if err != full || count != n {
			t.Errorf("emit failed at %d: error %v after %d", n, err, count)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := s.Run(ctx, []string{"."}, func(*stages.Document) error { return nil }, func(schemas.Reject) {}, pass); err != context.Canceled {
		t.Errorf("a cancelled run: %v", err)
	}
}

func TestStandardInput(t *testing.T) {
	for _, c := range []struct{ name, data, want, format string }{
		{"text", "Talks go on.", "-: Talks go on.", "text"},
		{"text that begins with a bracket", "[Photo] Talks go on.", "-: [Photo] Talks go on.", "text"},
		{"text that begins with a brace", "{Photo} Talks.", "-: {Photo} Talks.", "text"},
		{"a page", " <html><p>x</p>", "-:  <html><p>x</p>", "html"},
		{"an XHTML page", "<?xml version='1.0'?>\n<!DOCTYPE html><p>x</p>", "-: <?xml version='1.0'?>\n<!DOCTYPE html><p>x</p>", "html"},
		{"Markdown with front matter", "---\ntitle: x\n---\nbody", "-: body", "markdown"},
		{"JSON lines", "{\"text\":\"a\"}\nbad\n{\"text\":\"b\"}", "-#1: a\n-#3: b\n! -#2 broken", "record"},
		{"one object", "{\n \"id\": 7,\n \"text\": \"a\"\n}", "-#7: a", "record"},
		{"a wrapper on one line", "{\"articles\":[{\"text\":\"a\"}]}\n", "-#1: a", "record"},
		{"an array", " [ {\"text\":\"a\"} ]", "-#1: a", "record"},
		{"packed", gz("{\"text\":\"a\"}\n{\"text\":\"b\"}\n"), "-#1: a\n-#2: b", "record"},
		{"packed otherwise", zst("Talks go on."), "-: Talks go on.", "text"},
		{"UTF-16 lines", "\xff\xfe{\x00\"\x00t\x00e\x00x\x00t\x00\"\x00:\x00\"\x00a\x00\"\x00}\x00\n\x00", "-#1: a", "record"},
		{"nothing", "", "! - empty", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			expect(t, outcome(t, true, c.data, "-", "-"), c.want)
			in, _ := ingested(t, c.data, "-")
			if len(in) > 0 && (string(in[0].Format) != c.format || in[0].FileName != "") {
				t.Errorf("format %q, file name %q", in[0].Format, in[0].FileName)
			}
		})
	}
}
