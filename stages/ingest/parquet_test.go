package ingest

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/compress"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"

	"parley/schemas"
	"parley/stages"
	"parley/stages/ingest/parquetin"
)

// parquetOf writes rows, given as JSON, a row group to each string.
func parquetOf(t testing.TB, fields []arrow.Field, groups ...string) string {
	t.Helper()
	schema := arrow.NewSchema(fields, nil)
	var b bytes.Buffer
	w, err := pqarrow.NewFileWriter(schema, &b, parquet.NewWriterProperties(parquet.WithCompression(compress.Codecs.Snappy)), pqarrow.DefaultWriterProps())
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range groups {
		rec, _, err := array.RecordFromJSON(memory.DefaultAllocator, schema, strings.NewReader(g))
		if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(rec); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func column(name string, kind arrow.DataType) arrow.Field {
	return arrow.Field{Name: name, Type: kind, Nullable: true}
}

var (
	words = arrow.BinaryTypes.String
	two   = []arrow.Field{column("title", words), column("text", words)}
)

func TestParquet(t *testing.T) {
	plain := parquetOf(t, two, `[{"title":"A","text":"one"},{"title":"B","text":"two"}]`, `[{"title":"C","text":"three"}]`)
	for _, c := range []struct{ name, file, data, want string }{
		{"a table", "a.parquet", plain, "a.parquet#1: one\na.parquet#2: two\na.parquet#3: three"},
		{"packed", "a.parquet.gz", gz(plain), "a.parquet.gz#1: one\na.parquet.gz#2: two\na.parquet.gz#3: three"},
		{"in an archive", "a.zip", zipOf([2]string{"d/b.parquet", plain}), "a.zip#d/b.parquet#1: one\na.zip#d/b.parquet#2: two\na.zip#d/b.parquet#3: three"},
		{"no text in a row", "a.parquet", parquetOf(t, two, `[{"title":"A","text":null},{"title":"B","text":" "},{"title":null,"text":"three"}]`), "a.parquet#3: three\n! a.parquet#1 empty\n! a.parquet#2 empty"},
		{"a list of paragraphs", "a.parquet", parquetOf(t, []arrow.Field{column("text", arrow.ListOf(words))}, `[{"text":["one","two"]}]`), "a.parquet#1: one\n\ntwo"},
		{"a list of structures", "a.parquet", parquetOf(t, []arrow.Field{column("text", arrow.ListOf(arrow.StructOf(column("type", words), column("text", words))))}, `[{"text":[{"type":"p","text":"one"},{"type":"p","text":"two"}]}]`), "a.parquet#1: one\n\ntwo"},
		{"a structure", "a.parquet", parquetOf(t, []arrow.Field{column("content", arrow.StructOf(column("rendered", words)))}, `[{"content":{"rendered":"one"}},{"content":null}]`), "a.parquet#1: one\n! a.parquet#2 empty"},
		{"bytes", "a.parquet", parquetOf(t, []arrow.Field{column("Body", arrow.BinaryTypes.Binary)}, `[{"Body":"VGhleSBtZXQgaW4gYSBjYWbpIGFnYWluIHRvZGF5"},{"Body":"AAA="}]`), "a.parquet#1: They met in a café again today\n! a.parquet#2 not_text"},
		{"no column of text", "a.parquet", parquetOf(t, two[:1], `[{"title":"A"}]`), "! a.parquet no_text"},
		{"no rows", "a.parquet", parquetOf(t, two), "! a.parquet empty"},
		{"no Parquet", "a.parquet", "PAR1 or not", "! a.parquet broken"},
		{"nothing", "a.parquet", "", "! a.parquet broken"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inDir(t, map[string]string{c.file: c.data})
			expect(t, outcome(t, true, "", c.file), c.want)
		})
	}
	expect(t, outcome(t, true, plain, "-"), "-#1: one\n-#2: two\n-#3: three")
}

func TestParquetInput(t *testing.T) {
	fields := []arrow.Field{
		column("id", arrow.PrimitiveTypes.Int64), column("text", words), column("date", arrow.FixedWidthTypes.Date32),
		column("authors", arrow.ListOf(words)), column("source", words), column("publisher", arrow.StructOf(column("name", words))),
		column("shares", arrow.PrimitiveTypes.Float64), column("lang", &arrow.DictionaryType{IndexType: arrow.PrimitiveTypes.Int32, ValueType: words}),
		column("published", arrow.FixedWidthTypes.Timestamp_us), column("posted_at", &arrow.TimestampType{Unit: arrow.Microsecond, TimeZone: "Europe/Kyiv"}),
	}
	data := parquetOf(t, fields, `[{"id":7,"text":"x","date":"2022-03-10","authors":["A","B"],"source":"The Paper","publisher":{"name":"Publisher"},"shares":2.5,"lang":"en"},
		{"id":8,"text":"y","date":"2022-03-10","published":"2022-03-11T10:00:00Z"},
		{"id":9,"text":"z","posted_at":"2022-03-11T23:30:00"}]`)
	inDir(t, map[string]string{"a.parquet": data})
	in, bad := ingested(t, "", "a.parquet")
	want := []stages.Input{
		{SourceURI: "a.parquet#7", Format: stages.FormatRecord, Data: []byte("x"), Published: "2022-03-10", Byline: "A, B", Publisher: "Publisher", Language: "en"},
		{SourceURI: "a.parquet#8", Format: stages.FormatRecord, Data: []byte("y"), Published: "2022-03-11T10:00:00Z"},
		{SourceURI: "a.parquet#9", Format: stages.FormatRecord, Data: []byte("z"), Published: "2022-03-11T23:30:00"}, // which the library writes as a time without a zone
	}
	if len(in) != len(want) {
		t.Fatalf("%d articles, %v", len(in), bad)
	}
	for i := range want {
		want[i].ID = in[i].ID
		if !equal(in[i], want[i]) {
			t.Errorf("got  %+v\nwant %+v", in[i], want[i])
		}
	}
}

// groupsOf is a file of n row groups of ten rows.
func groupsOf(t testing.TB, n int) string {
	var groups []string
	for g := range n {
		var rows []string
		for i := range 10 {
			rows = append(rows, fmt.Sprintf(`{"title":"%d.%d","text":"Delegate %x met delegate %d again."}`, g, i, g*7919+i*104729, g*i))
		}
		groups = append(groups, "["+strings.Join(rows, ",")+"]")
	}
	return parquetOf(t, two, groups...)
}

// TestParquetDamage: no damaged byte ends the program, and a damaged page
// costs its row group.
func TestParquetDamage(t *testing.T) {
	whole := groupsOf(t, 5)
	costs := map[int]int{}
	for at := 0; at < len(whole); at += 7 {
		damaged := []byte(whole)
		damaged[at] ^= 0x5a
		in, bad := readAs(t, "a.parquet", string(damaged))
		if len(in) < 50 && len(bad) == 0 {
			t.Errorf("byte %d damaged: %d articles of 50 and nothing said", at, len(in))
		}
		costs[50-len(in)]++
	}
	if costs[10] == 0 {
		t.Errorf("no damage cost one row group: %v", costs)
	}
	for tenth := 1; tenth < 10; tenth++ { // what it holds is told at the end
		in, bad := readAs(t, "a.parquet", whole[:len(whole)*tenth/10])
		if len(in) != 0 || len(bad) != 1 {
			t.Errorf("%d tenths: %d articles, rejects %q", tenth, len(in), bad)
		}
	}
}

// TestParquetOwnPanic: what is not the library's fault is not hidden.
func TestParquetOwnPanic(t *testing.T) {
	defer func() {
		if recover() != "ours" {
			t.Error("the panic was lost")
		}
	}()
	data := groupsOf(t, 1)
	f, err := parquetin.Open(strings.NewReader(data), int64(len(data)), func(string) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	f.Rows(func(int64, []parquetin.Cell) error { panic("ours") }, func(*parquetin.Damage) {})
}

func TestContainersStop(t *testing.T) {
	const p = "p:1"
	for name, data := range map[string]string{
		"a.parquet": groupsOf(t, 2), "a.csv": "text\none\ntwo\nthree\n", "a.warc": htmlAt(p, "one") + htmlAt(p, "two") + htmlAt(p, "three"),
		"a.zip": zipOf([2]string{"a.txt", "one"}, [2]string{"b.txt", "two"}, [2]string{"c.txt", "three"}),
		"a.tar": tarOf([2]string{"a.txt", "one"}, [2]string{"b.txt", "two"}, [2]string{"c.csv", "text\nx\n"}),
	} {
		inDir(t, map[string]string{name: data})
		s, _ := New(Options{})
		full, n := fmt.Errorf("disk full"), 0
		err := s.Run(context.Background(), []string{name}, func(*stages.Document) error {
			if n++; n == 2 {
				return full
			}
			return nil
		}, func(r schemas.Reject) { t.Errorf("an error of the run became a reject: %+v", r) }, pass)
		if err != full || n != 2 {
			t.Errorf("%s: error %v after %d", name, err, n)
		}
	}
}

func FuzzParquet(f *testing.F) {
	f.Add([]byte(groupsOf(f, 2)))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "a.parquet", data) })
}
