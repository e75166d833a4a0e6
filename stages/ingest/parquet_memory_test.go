package ingest

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/compress"
	"github.com/apache/arrow/go/v15/parquet/file"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"
	"github.com/apache/arrow/go/v15/parquet/schema"

	"parley/stages/ingest/parquetin"
)

// TestParquetArrowSchema: the Arrow schema that a writer left in the file is
// not read, so that no length in it can do harm.
func TestParquetArrowSchema(t *testing.T) {
	sc := arrow.NewSchema(two, nil)
	var b bytes.Buffer
	w, err := pqarrow.NewFileWriter(sc, &b, nil, pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema()))
	if err != nil {
		t.Fatal(err)
	}
	rec, _, err := array.RecordFromJSON(memory.DefaultAllocator, sc, strings.NewReader(`[{"title":"A","text":"one"}]`))
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Write(rec); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	data := b.Bytes()
	// The value begins with a mark of four bytes and the length of what follows.
	at := bytes.Index(data, []byte(base64.StdEncoding.EncodeToString([]byte("\xff\xff\xff\xff"))[:5]))
	if at < 0 {
		t.Fatal("the file holds no Arrow schema")
	}
	for _, length := range []string{"\xf0\xff\xff\x7f", "\xff\xff\xff\xff", "\x00\x00\x00\x00"} {
		copy(data[at:], base64.StdEncoding.EncodeToString([]byte("\xff\xff\xff\xff"+length+"\x10")))
		in, bad := readAs(t, "a.parquet", string(data))
		if len(in) != 1 || len(bad) != 0 {
			t.Errorf("length %x: %d articles, rejects %q", length, len(in), bad)
		}
	}
}

// repeated is a file that holds few texts many times, each once in its dictionary.
func repeated(t *testing.T, texts ...string) string {
	t.Helper()
	root, err := schema.NewGroupNode("root", parquet.Repetitions.Required, schema.FieldList{
		schema.NewByteArrayNode("text", parquet.Repetitions.Required, -1),
	}, -1)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := file.NewParquetWriter(&b, root, file.WithWriterProps(parquet.NewWriterProperties(
		parquet.WithCompression(compress.Codecs.Zstd), parquet.WithStats(false), parquet.WithDictionaryPageSizeLimit(1<<30))))
	column, err := w.AppendRowGroup().NextColumn()
	if err != nil {
		t.Fatal(err)
	}
	var values []parquet.ByteArray
	for _, s := range texts {
		values = append(values, parquet.ByteArray(s))
	}
	if _, err := column.(*file.ByteArrayColumnChunkWriter).WriteBatch(values, nil, nil); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestParquetMemory: rows are held by their bytes, so that a small file of
// large rows takes no more than the bound.
func TestParquetMemory(t *testing.T) {
	long := strings.Repeat("The delegates met. ", 8<<20/19)
	var texts []string
	for i := range 60 {
		texts = append(texts, long)
		if i == 20 {
			texts = append(texts, "a short one", long+long+long)
		}
	}
	data := repeated(t, texts...)
	if len(data) > 1<<20 {
		t.Fatalf("the file has %d bytes", len(data))
	}
	f, err := parquetin.Open(strings.NewReader(data), int64(len(data)), func(string) bool { return true })
	if err != nil {
		t.Fatal(err)
	}
	var start, now runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&start)
	var got []string
	most := uint64(0)
	err = f.Rows(func(n int64, cells []parquetin.Cell) error {
		got = append(got, fmt.Sprint(n, cells[0].Long, len(cells[0].Text)))
		if n%10 == 0 {
			runtime.GC()
			runtime.ReadMemStats(&now)
			most = max(most, now.HeapAlloc-start.HeapAlloc)
		}
		return nil
	}, func(d *parquetin.Damage) { t.Error(d) })
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != len(texts) {
		t.Fatalf("%d rows of %d: %q", len(got), len(texts), got)
	}
	for i, s := range got {
		want := fmt.Sprint(i+1, false, len(texts[i]))
		if len(texts[i]) > parquetin.MaxCell {
			want = fmt.Sprint(i+1, true, 0)
		}
		if s != want {
			t.Errorf("row is %s, want %s", s, want)
		}
	}
	if most > parquetin.MaxMemory {
		t.Errorf("%d MB were held", most>>20)
	}
}

// A page larger than the bound is told as that, not as damage.
func TestParquetTooLarge(t *testing.T) {
	data := repeated(t, strings.Repeat("The delegates met. ", 140<<20/19))
	inDir(t, map[string]string{"a.parquet": data})
	in, bad := ingested(t, "", "a.parquet")
	if len(in) != 0 || len(bad) != 1 || bad[0].Reason != "too_large" || !strings.Contains(bad[0].Detail, "256 MB") {
		t.Errorf("%d articles, rejects %v", len(in), bad)
	}
}
