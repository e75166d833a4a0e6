package ingest

import (
	"context"
	"io"
	"runtime"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
)

func TestRecordFields(t *testing.T) {
	for _, c := range []struct {
		name, raw string
		want      stages.Input
		id        string
	}{
		{"a crawler's record", `{"maintext":"x","title":"T","date_publish":"2022-03-10 10:00:00","source_domain":"example.org","authors":["A","B"],"language":"en","url":"u"}`,
			stages.Input{Data: []byte("x"), Title: "T", Published: "2022-03-10 10:00:00", Publisher: "example.org", Byline: "A, B", Language: "en", URL: "u"}, ""},
		{"a news service's", `{"source":{"id":null,"name":"The Paper"},"author":null,"title":"T","publishedAt":"2022-03-10T10:00:00Z","content":"x"}`,
			stages.Input{Data: []byte("x"), Title: "T", Published: "2022-03-10T10:00:00Z", Publisher: "The Paper"}, ""},
		{"linked data", `{"@type":"NewsArticle","headline":"T","articleBody":"x","datePublished":"2022-03-10","author":{"name":"A"},"publisher":{"@type":"Organization","name":"P"},"inLanguage":"en"}`,
			stages.Input{Data: []byte("x"), Title: "T", Published: "2022-03-10", Byline: "A", Publisher: "P", Language: "en"}, ""},
		{"a blog's export", `{"id":12,"date":"2022-03-10T10:00:00","link":"u","title":{"rendered":"T"},"content":{"rendered":"<p>x</p>"}}`,
			stages.Input{Data: []byte("<p>x</p>"), Title: "T", Published: "2022-03-10T10:00:00", URL: "u"}, "12"},
		{"a search engine's dump", `{"_id":"k","_source":{"text":"x","title":"T"}}`, stages.Input{Data: []byte("x"), Title: "T"}, "k"},
		{"a database's export", `{"_id":{"$oid":"5e"},"body":"x","published":{"$date":"2022-03-10T00:00:00Z"}}`, stages.Input{Data: []byte("x"), Published: "2022-03-10T00:00:00Z"}, "5e"},
		{"names in any case", `{"ID":"a","TEXT":"x","Pub_Date":"d","Source-Name":"P","BYLINE":"B"}`, stages.Input{Data: []byte("x"), Published: "d", Publisher: "P", Byline: "B"}, "a"},
		{"the fullest text", `{"text":"summary","full_text":"x","content":"y"}`, stages.Input{Data: []byte("x")}, ""},
		{"the first that is not empty", `{"full_text":" \u200b","text":null,"body":"x","headline":"H","title":""}`, stages.Input{Data: []byte("x"), Title: "H"}, ""},
		{"paragraphs", `{"text":["x","","y"]}`, stages.Input{Data: []byte("x\n\ny")}, ""},
		{"seconds", `{"text":"x","published":1646906400}`, stages.Input{Data: []byte("x"), Published: "2022-03-10T10:00:00Z"}, ""},
		{"milliseconds", `{"text":"x","published":1646906400000}`, stages.Input{Data: []byte("x"), Published: "2022-03-10T10:00:00Z"}, ""},
		{"a date written as a number", `{"text":"x","published":20220310}`, stages.Input{Data: []byte("x"), Published: "20220310"}, ""},
		{"one line each", `{"text":"x","title":" A\n title "}`, stages.Input{Data: []byte("x"), Title: "A title"}, ""},
		{"NUL", `{"text":"x\u0000y"}`, stages.Input{Data: []byte("x\uFFFDy")}, ""},
		{"other types", `{"text":"x","title":true,"url":7,"author":[null,{"x":1},["B"]]}`, stages.Input{Data: []byte("x"), Byline: "B"}, ""},
		{"an id that cannot stand in a uri", `{"text":"x","id":"a\u0007b"}`, stages.Input{Data: []byte("x")}, ""},
	} {
		in, id, p := parseRecord([]byte(c.raw))
		c.want.Format = stages.FormatRecord
		if p != nil || id != c.id || !equal(in, c.want) {
			t.Errorf("%s: got %+v, id %q, %v\nwant %+v, id %q", c.name, in, id, p, c.want, c.id)
		}
	}
}

func TestRecordFiles(t *testing.T) {
	const good = `{"text":"x"}`
	for _, c := range []struct{ name, file, data, want string }{
		{"lines", "a.jsonl", `{"id":"p","text":"x"}` + "\n\n" + `{"text":"y"}` + "\r\n", "a.jsonl#p: x\na.jsonl#3: y"},
		{"lines of another name, packed", "a.NDJSON.gz", gz(good + "\n" + good), "a.NDJSON.gz#1: x\na.NDJSON.gz#2: x"},
		{"a bad line costs itself", "a.jsonl", good + "\n{\"text\":\n\"x\"\n[1]\n7\n" + good, "a.jsonl#1: x\na.jsonl#6: x\n! a.jsonl#2 broken\n! a.jsonl#3 broken\n! a.jsonl#4 broken\n! a.jsonl#5 broken"},
		{"a line without text", "a.jsonl", `{"id":"p","title":"t"}` + "\n" + `{"text":""}` + "\n{}", "! a.jsonl#p no_text\n! a.jsonl#2 empty\n! a.jsonl#3 empty"},
		{"a line in another encoding", "a.jsonl", "{\"text\":\"caf\xe9 now\"}\n{\"text\":\"\xcf\xe5\xf0\"}\n{\"text\":\"\x00\"}", "a.jsonl#1: café now\n! a.jsonl#2 bad_encoding\n! a.jsonl#3 not_text"},
		{"a byte order mark", "a.jsonl", "\xef\xbb\xbf" + good, "a.jsonl#1: x"},
		{"an array where lines are expected", "a.jsonl", "\n[\n{\n\"text\":\"x\"},\n" + good + "]", "a.jsonl#1: x\na.jsonl#2: x"},
		{"ids used twice", "a.jsonl", `{"id":2,"text":"a"}` + "\n" + `{"id":2,"text":"b"}` + "\n" + `{"id":"line-2","text":"c"}` + "\n" + `{"id":"2","text":"d"}`,
			"a.jsonl#2: a\na.jsonl#line-2: b\na.jsonl#3: c\na.jsonl#4: d"},
		{"no lines", "a.jsonl", "\n \n", "! a.jsonl empty"},
		{"lines cut off", "a.jsonl.gz", gz(strings.Repeat(`{"text":"`+strings.Repeat("x y z ", 5)+`"}`+"\n", 3))[:30], "! a.jsonl.gz broken"},
		{"an object", "a.json", ` {"text":"x","nested":{"a":[1,{"b":"}]\""}]}} `, "a.json#1: x"},
		{"an object with an id", "a.json", `{"text":"x","id":9}`, "a.json#9: x"},
		{"an array", "a.json", `[` + good + `, {"id":"q","text":"y"}]`, "a.json#1: x\na.json#q: y"},
		{"one object after the other", "a.json", good + good + "\n" + `[` + good + `]`, "a.json#1: x\na.json#2: x\na.json#3: x"},
		{"lines where a document is expected", "a.json", good + "\n\n" + good + "\n{\"text\":\"x}\n" + good, "a.json#1: x\na.json#3: x\na.json#5: x\n! a.json#4 broken"},
		{"a wrapper on one line", "a.json", `{"articles":[` + good + `]}` + "\n", "a.json#1: x"},
		{"a wrapper", "a.json", `{"status":"ok","articles":[` + good + `,` + good + `],"total":2}`, "a.json#1: x\na.json#2: x"},
		{"a wrapper in a wrapper's place", "a.json", `{"Data" : [ ` + good + ` ]}`, "a.json#1: x"},
		{"an article with a list of things", "a.json", `{"items":["a","b"],"text":"x"}`, "a.json#1: x"},
		{"an article with a list of articles", "a.json", `{"text":"x","related":1,"items":[{"text":"y"}]}`, "a.json#1: y\na.json#2: x"},
		{"an empty wrapper", "a.json", `{"articles":[]}`, "! a.json#1 no_text"},
		{"no article", "a.json", `{"name":"settings"}`, "! a.json#1 no_text"},
		{"a bad element costs itself", "a.json", `[` + good + `,{"text" "x"},3,"s",[` + good + `],` + good + `]`, "a.json#1: x\na.json#6: x\n! a.json#2 broken\n! a.json#3 broken\n! a.json#4 broken\n! a.json#5 broken"},
		{"cut off", "a.json", `[` + good + `,{"text":"x`, "a.json#1: x\n! a.json broken"},
		{"cut off between", "a.json", `{"articles":[` + good + `],"n"`, "a.json#1: x\n! a.json broken"},
		{"no JSON", "a.json", `text`, "! a.json broken"},
		{"JSON, then none", "a.json", good + ` oops`, "a.json#1: x\n! a.json broken"},
		{"an empty array", "a.json", `[]`, "! a.json empty"},
		{"nothing", "a.json", ``, "! a.json empty"},
		{"deep", "a.json", `[` + strings.Repeat(`[`, 100_000) + strings.Repeat(`]`, 100_000) + `,` + good + `]`, "a.json#2: x\n! a.json#1 broken"},
		{"very deep and never closed", "a.json", strings.Repeat(`{"a":`, 100_000), "! a.json broken"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inDir(t, map[string]string{c.file: c.data})
			expect(t, outcome(t, true, "", c.file), c.want)
		})
	}
}

func TestDetails(t *testing.T) {
	inDir(t, map[string]string{
		"a.jsonl":  `{"text":"x"}` + "\n" + `{"text":"x":}`,
		"b.json":   "[\n{\"text\":\"x\"},\n{\"txt\":\"x\",\"n\":1}\n]",
		"c.json":   "[{\"text\":\"x\"}\n",
		"d.xyz":    "x",
		"e.pdf.gz": "x",
		"f.gz":     "x",
		"g":        "x",
	})
	_, bad := ingested(t, "", ".")
	for i, want := range []string{
		"line 2: byte 12: invalid character ':'",
		`record 2, line 3: none of its fields is one of full_text,`,
		"line 2: the file ends before its brackets close, after 1 whole records",
		`files ending in ".xyz" are not read; known are .txt`,
		`files ending in ".pdf.gz" are not read`,
		`its name does not say what is packed in it; name it like article.txt.gz`,
		`files without an extension are not read`,
	} {
		if !strings.HasPrefix(bad[i].Detail, want) {
			t.Errorf("%s: got %q, want %q", bad[i].SourceURI, bad[i].Detail, want)
		}
	}
}

// endless gives the same bytes again and again, n in all.
type endless struct {
	bytes string
	n     int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.n <= 0 {
		return 0, io.EOF
	}
	n := 0
	for n+len(e.bytes) <= len(p) && e.n > 0 {
		n += copy(p[n:], e.bytes)
		e.n -= len(e.bytes)
	}
	return n, nil
}

// TestHugeRecord: what is too large is passed over without being held, and the
// records after it are read.
func TestHugeRecord(t *testing.T) {
	for _, c := range []struct {
		name             string
		size             int
		head, tail, want string
	}{
		{"a line", 140 << 20, "{\"text\":\"a\"}\n{\"text\":\"", "\"}\n{\"text\":\"b\"}", "-#1 -#3 ! -#2 too_large"},
		{"an element", 140 << 20, "[\n{\"text\":\"a\"},{\"text\":\"", "\"},{\"text\":\"b\"}]", "-#1 -#3 ! -#2 too_large"},
		{"a key", 20 << 20, "{\n\"", "\": 1}", "! -#1 too_large"},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, _ := New(Options{Stdin: io.MultiReader(strings.NewReader(c.head), &endless{"many words ", c.size}, strings.NewReader(c.tail))})
			var out []string
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			err := s.Run(context.Background(), []string{"-"}, func(d *stages.Document) error { out = append(out, d.Input.SourceURI); return nil },
				func(r schemas.Reject) { out = append(out, "! "+r.SourceURI+" "+r.Reason) }, pass)
			runtime.ReadMemStats(&after)
			if err != nil {
				t.Fatal(err)
			}
			if len(out) == 3 { // articles and rejects come in the order of the file
				out[1], out[2] = out[2], out[1]
			}
			expect(t, strings.Join(out, " "), c.want)
			if used := after.TotalAlloc - before.TotalAlloc; used > 125<<20 {
				t.Errorf("%d MB allocated for a record of %d MB", used>>20, c.size>>20)
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	for _, c := range []struct{ name, data, body, title, reason string }{
		{"none", "# A title\nbody", "# A title\nbody", "", ""},
		{"three dashes", "---\ntitle: T\n---\nbody", "body", "T", ""},
		{"three dots", "--- \r\ntitle: T\r\n...\r\nbody", "body", "T", ""},
		{"quoted", "---\ntitle: 'T: t'\n---\nbody", "body", "T: t", ""},
		{"a colon that YAML forbids", "---\ntitle: T: t\ndate: 2022-03-10\n---\nbody", "body", "T: t", ""},
		{"a rule, not front matter", "---\nSome words\n---\nbody", "---\nSome words\n---\nbody", "", ""},
		{"a list, not front matter", "---\n- a\n---\nbody", "---\n- a\n---\nbody", "", ""},
		{"a rule without end", "---\nbody", "---\nbody", "", ""},
		{"empty", "---\n---\nbody", "---\n---\nbody", "", ""},
		{"unknown fields only", "---\nlayout: post\n---\nbody", "body", "", ""},
		{"null", "---\ntitle: null\n---\nbody", "body", "", ""},
		{"TOML", "+++\ntitle = \"T\"\ndate = 2021-11-19\n[more]\na = 1\n+++\nbody", "body", "T", ""},
		{"TOML without end", "+++\ntitle = 1\nbody", "+++\ntitle = 1\nbody", "", ""},
		{"broken TOML", "+++\ntitle = T\n+++\nbody", "", "", "broken"},
		{"broken", "---\ntitle: [T\nbody\n---\n", "", "", "broken"},
	} {
		in, p := splitFrontMatter([]byte(c.data))
		if reason(p) != c.reason || p == nil && (string(in.Data) != c.body || in.Title != c.title) {
			t.Errorf("%s: got %q, title %q, %v", c.name, in.Data, in.Title, p)
		}
	}
}

func BenchmarkJSONLines(b *testing.B) { benchmark(b, "a.jsonl", "\n") }
func BenchmarkJSON(b *testing.B)      { benchmark(b, "a.json", "\n") }

func benchmark(b *testing.B, name, sep string) {
	data := strings.Repeat(`{"id":"x","title":"A round ends","date":"2022-03-10","text":"`+strings.Repeat("The delegations met. ", 200)+`"}`+sep, 1000)
	kind, _ := kindOf(name)
	r := &reader{ctx: context.Background(), emit: func(*stages.Document) error { return nil }, refuse: func(r schemas.Reject) { b.Fatal(r) }}
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		r.content(name, name, kind, strings.NewReader(data))
	}
}

// readAs reads a stream as a file of that name: the source_uri of its articles,
// and of its rejects with their reasons.
func readAs(t testing.TB, name, data string) (in, bad []string) {
	t.Helper()
	r := newReader(context.Background(),
		func(d *stages.Document) error { in = append(in, d.Input.SourceURI); return nil },
		func(r schemas.Reject) { bad = append(bad, r.SourceURI+" "+r.Reason) }, pass)
	kind, pack := kindOf(name)
	if err := r.packed(name, name, kind, pack, strings.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	return in, bad
}

// drain runs standard input through the stage.
func drain(t *testing.T, in io.Reader, each func()) {
	t.Helper()
	s, _ := New(Options{Stdin: in})
	err := s.Run(context.Background(), []string{"-"}, func(*stages.Document) error { each(); return nil }, func(schemas.Reject) {}, pass)
	if err != nil {
		t.Fatal(err)
	}
}

// fuzzed runs a stream through the stage and checks what must hold of any.
func fuzzed(t *testing.T, name string, data []byte) {
	uris, count := map[string]bool{}, 0
	r := newReader(context.Background(),
		func(d *stages.Document) error {
			if count++; uris[d.Input.SourceURI] || blank(d.Input.Data) {
				t.Errorf("%s: seen before, or without text", d.Input.SourceURI)
			}
			uris[d.Input.SourceURI] = true
			return nil
		},
		func(r schemas.Reject) {
			if count++; r.Detail == "" || strings.ContainsFunc(r.SourceURI, func(c rune) bool { return c == '\n' || c == 0 }) {
				t.Errorf("bad reject %+v", r)
			}
		}, pass)
	kind, pack := kindOf(name)
	if err := r.packed(name, name, kind, pack, strings.NewReader(string(data))); err != nil {
		t.Fatal(err)
	}
	if count == 0 {
		t.Errorf("%q went without a trace", data)
	}
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{`{"text":"x"}`, `[{"text":"x"},{}]`, `{"articles":[{"text":"x","id":"1"},{"text":"y"}],"a":"b"}`, `{"articles":[{}`, `"`, `[[`, `{"a":1}}`, `[1,]`, "\xff\xfe{\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "a.json", data) })
}

func FuzzJSONLines(f *testing.F) {
	for _, s := range []string{"{\"text\":\"x\"}\n{\"text\":\"y\",\"id\":1}", "\n\n", "{\n}", "[{\"text\":\"x\"}]", "\xef\xbb\xbf{}", "{\"text\":\"\xff\"}", "{\"_source\":{\"text\":\"x\"},\"id\":\"#\"}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "a.jsonl", data) })
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"---\ntitle: x\n---\nbody", "---\n- a\n---\n", "---\na: &a [*a]\n---\nb", "---\n? a\n: b\n...\nc", "---\na: b: c\n---\nx", "---\n{a: [b, {name: c}]}\n---\nx"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "a.md", data) })
}
