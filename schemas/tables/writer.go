package tables

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"hash"
	"io"
	"math"
	"os"
	"reflect"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/compress"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"

	"parley/schemas"
)

// Bounds of what the writer holds in memory: a batch goes to the encoder, and
// a row group to the disk, at whichever of rows and bytes comes first.
const (
	batchRows  = 4096
	batchBytes = 4 << 20
	groupRows  = 128 << 10
	groupBytes = 32 << 20
)

// Writer writes one table to one file. After an error it is of no more use.
type Writer struct {
	table   schemas.Table
	file    *output
	pq      *pqarrow.FileWriter
	builder *array.RecordBuilder
	put     []func(array.Builder, reflect.Value) int // one a column; returns the bytes added

	rows, batch, group   int
	batchSize, groupSize int
}

// Create opens a Parquet file for a table's rows. runID is written into the
// file's metadata.
func Create(path string, t schemas.Table, runID string) (*Writer, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, fmt.Errorf("write table %s: %w", t.Name, err)
	}
	w := &Writer{table: t, file: &output{f: f, sum: sha256.New()}}
	if w.pq, err = open(w.file, t, runID); err != nil {
		f.Close()
		return nil, fmt.Errorf("write table %s to %s: %w", t.Name, path, err)
	}
	w.builder = array.NewRecordBuilder(memory.DefaultAllocator, Schema(t))
	for _, c := range t.Columns {
		w.put = append(w.put, putter(t, c))
	}
	return w, nil
}

func open(f *output, t schemas.Table, runID string) (pq *pqarrow.FileWriter, err error) {
	defer recovered(&err) // a full disk panics here in v15
	props := []parquet.WriterProperty{
		parquet.WithDataPageVersion(parquet.DataPageV2),
		parquet.WithCompression(compress.Codecs.Zstd),
		parquet.WithMaxRowGroupLength(groupRows),
		parquet.WithBatchSize(batchRows),
		parquet.WithDictionaryDefault(false),
		parquet.WithCreatedBy("parley"),
	}
	for _, c := range t.Columns {
		if c.Enum != nil {
			props = append(props, parquet.WithDictionaryFor(c.Name, true))
		}
	}
	pq, err = pqarrow.NewFileWriter(Schema(t), f, parquet.NewWriterProperties(props...), pqarrow.NewArrowWriterProperties(pqarrow.WithStoreSchema()))
	if err != nil {
		return nil, err
	}
	for _, kv := range [][2]string{
		{"parley.table", t.Name},
		{"parley.schema_version", schemas.Version},
		{"parley.run_id", runID},
		{"parley.columns", descriptions(t)},
	} {
		if err := pq.AppendKeyValueMetadata(kv[0], kv[1]); err != nil {
			return nil, err
		}
	}
	return pq, nil
}

// Write adds a row, a pointer to the table's row struct.
func (w *Writer) Write(row any) error {
	v := reflect.ValueOf(row).Elem()
	if v.Type() != w.table.Type {
		panic(fmt.Sprintf("tables: a %s is no row of %s", v.Type(), w.table.Name))
	}
	for i, c := range w.table.Columns {
		w.batchSize += w.put[i](w.builder.Field(i), v.Field(c.Index))
	}
	w.rows++
	w.batch++
	if w.batch >= batchRows || w.batchSize >= batchBytes {
		return w.flush()
	}
	return nil
}

func (w *Writer) flush() (err error) {
	defer recovered(&err)
	if w.batch == 0 {
		return nil
	}
	rec := w.builder.NewRecord()
	defer rec.Release()
	if err := w.pq.WriteBuffered(rec); err != nil {
		return fmt.Errorf("write table %s: %w", w.table.Name, err)
	}
	w.group += w.batch
	w.groupSize += w.batchSize
	w.batch, w.batchSize = 0, 0
	if w.group >= groupRows || w.groupSize >= groupBytes {
		w.pq.NewBufferedRowGroup()
		w.group, w.groupSize = 0, 0
	}
	if w.file.err != nil {
		return fmt.Errorf("write table %s: %w", w.table.Name, w.file.err)
	}
	return nil
}

// Written tells of a finished file.
type Written struct {
	Rows   int
	Bytes  int64
	SHA256 string
}

// Close writes what is left, makes the file durable and closes it.
func (w *Writer) Close() (Written, error) {
	err := w.flush()
	if e := w.finish(); err == nil {
		err = e
	}
	if err == nil {
		err = w.file.err
	}
	if err == nil {
		err = w.file.f.Sync()
	}
	if e := w.file.f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return Written{}, fmt.Errorf("write table %s: %w", w.table.Name, err)
	}
	if n := w.pq.NumRows(); n != w.rows {
		panic(fmt.Sprintf("tables: %d rows of %s went in, the file says %d", w.rows, w.table.Name, n))
	}
	return Written{Rows: w.rows, Bytes: w.file.n, SHA256: hex.EncodeToString(w.file.sum.Sum(nil))}, nil
}

func (w *Writer) finish() (err error) {
	defer recovered(&err)
	w.builder.Release()
	return w.pq.Close()
}

// recovered turns a panic of the Parquet library into an error.
func recovered(err *error) {
	if p := recover(); p != nil {
		*err = fmt.Errorf("parquet library: %v", p)
	}
}

// output counts and hashes what is written and remembers the first error. It has
// no Close, since the Parquet writer would close the file before it is synced.
type output struct {
	f   *os.File
	sum hash.Hash
	n   int64
	err error
}

func (f *output) Write(b []byte) (int, error) {
	if f.err != nil {
		return 0, f.err
	}
	n, err := f.f.Write(b)
	f.sum.Write(b[:n])
	f.n += int64(n)
	f.err = err
	return n, err
}

var _ io.Writer = (*output)(nil)

// putter makes the function that appends a column's value to its builder. It
// panics on a null in a required column and on a number that is none: both are
// bugs of the stage that made the row.
func putter(t schemas.Table, c schemas.Column) func(array.Builder, reflect.Value) int {
	null := func(b array.Builder, value any) int {
		if !c.Null {
			panic(fmt.Sprintf("tables: %s.%s is never null, but a row has %#v", t.Name, c.Name, value))
		}
		b.AppendNull()
		return 1
	}
	switch t.Type.Field(c.Index).Type {
	case reflect.TypeFor[string]():
		return func(b array.Builder, v reflect.Value) int {
			s := v.String()
			if s == "" && c.Null {
				return null(b, s)
			}
			b.(*array.StringBuilder).Append(s)
			return len(s) + 4
		}
	case reflect.TypeFor[int32]():
		return func(b array.Builder, v reflect.Value) int {
			b.(*array.Int32Builder).Append(int32(v.Int()))
			return 4
		}
	case reflect.TypeFor[*int32]():
		return func(b array.Builder, v reflect.Value) int {
			if v.IsNil() {
				return null(b, nil)
			}
			b.(*array.Int32Builder).Append(int32(v.Elem().Int()))
			return 4
		}
	case reflect.TypeFor[float64]():
		return func(b array.Builder, v reflect.Value) int {
			b.(*array.Float64Builder).Append(number(t, c, v.Float()))
			return 8
		}
	case reflect.TypeFor[*float64]():
		return func(b array.Builder, v reflect.Value) int {
			if v.IsNil() {
				return null(b, nil)
			}
			b.(*array.Float64Builder).Append(number(t, c, v.Elem().Float()))
			return 8
		}
	case reflect.TypeFor[bool]():
		return func(b array.Builder, v reflect.Value) int {
			b.(*array.BooleanBuilder).Append(v.Bool())
			return 1
		}
	case reflect.TypeFor[schemas.Date]():
		return func(b array.Builder, v reflect.Value) int {
			d := v.Interface().(schemas.Date)
			if d.IsZero() {
				return null(b, d)
			}
			b.(*array.Date32Builder).Append(arrow.Date32(d.Days()))
			return 4
		}
	case reflect.TypeFor[time.Time]():
		return func(b array.Builder, v reflect.Value) int {
			m := v.Interface().(time.Time)
			if m.IsZero() {
				return null(b, m)
			}
			b.(*array.TimestampBuilder).Append(arrow.Timestamp(m.UnixMicro()))
			return 8
		}
	case reflect.TypeFor[[]string]():
		return func(b array.Builder, v reflect.Value) int {
			l := b.(*array.ListBuilder)
			l.Append(true)
			n := 4
			for _, s := range v.Interface().([]string) {
				l.ValueBuilder().(*array.StringBuilder).Append(s)
				n += len(s) + 4
			}
			return n
		}
	case reflect.TypeFor[[]schemas.Span]():
		return func(b array.Builder, v reflect.Value) int {
			l := b.(*array.ListBuilder)
			l.Append(true)
			s := l.ValueBuilder().(*array.StructBuilder)
			spans := v.Interface().([]schemas.Span)
			for _, p := range spans {
				s.Append(true)
				s.FieldBuilder(0).(*array.Int32Builder).Append(p.Start)
				s.FieldBuilder(1).(*array.Int32Builder).Append(p.End)
			}
			return 4 + 8*len(spans)
		}
	case reflect.TypeFor[[]schemas.Removed]():
		return func(b array.Builder, v reflect.Value) int {
			l := b.(*array.ListBuilder)
			l.Append(true)
			s := l.ValueBuilder().(*array.StructBuilder)
			n := 4
			for _, r := range v.Interface().([]schemas.Removed) {
				s.Append(true)
				s.FieldBuilder(0).(*array.StringBuilder).Append(r.Kind)
				s.FieldBuilder(1).(*array.StringBuilder).Append(r.Text)
				n += len(r.Kind) + len(r.Text) + 8
			}
			return n
		}
	}
	panic("tables: no builder for " + c.Type)
}

func number(t schemas.Table, c schemas.Column, f float64) float64 {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		panic(fmt.Sprintf("tables: %s.%s is %v", t.Name, c.Name, f))
	}
	return f
}
