// Package parquetin reads the rows of a Parquet file as text, and only the
// columns that are asked for.
//
// A column holds values, lists or structures of values; the latter two become
// JSON. Pages are
// unpacked one at a time, and as many rows are held as MaxMemory lets. The
// library panics on damaged pages, and may be made to ask for any amount of
// memory; both become a Damage, which costs what is left of one row group.
package parquetin

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/file"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"
	"github.com/apache/arrow/go/v15/parquet/schema"
)

// Cell is what one column says in one row.
type Cell struct {
	Text string
	JSON bool // Text is JSON: a number, a list or a structure
	Long bool // it has more than MaxCell bytes; Text is empty
}

// MaxCell is the most bytes that a cell may have.
const MaxCell = 16 << 20

// Damage says that the rows First to Last, from 1, cannot be read.
type Damage struct {
	First, Last int64
	Err         error
	TooLarge    bool // they are not damaged, but do not fit into MaxMemory
}

func (d *Damage) Error() string {
	return fmt.Sprintf("rows %d to %d: %v", d.First, d.Last, d.Err)
}

// File is an open Parquet file.
type File struct {
	Columns []string // all of its columns
	Wanted  []string // those that were asked for; the cells of a row are parallel to it

	in     io.ReaderAt
	size   int64
	file   *pqarrow.FileReader
	mem    *limited     // of file
	fields []int        // numbers of the wanted columns
	naive  []bool       // of them: whether its times have no zone
	leaves map[int]bool // numbers of those that they are stored in
}

// Rows are read in batches, each column's values of one after the other's. A
// batch has at most maxBatch rows, and so many that they would fill batchBytes
// if each were as large as the largest one yet.
const (
	maxBatch   = 64
	batchBytes = 8 << 20
)

// maxFooter bounds what a file may say of itself; a row group takes some 100
// bytes a column.
const maxFooter = 32 << 20

// Open reads what a file says of itself. want chooses the columns.
func Open(in io.ReaderAt, size int64, want func(column string) bool) (f *File, err error) {
	defer recovered(&err)
	if err := checkFooter(in, size); err != nil {
		return nil, err
	}
	f = &File{in: in, size: size, leaves: map[int]bool{}}
	if err := f.open(); err != nil {
		return nil, err
	}
	for i, c := range f.file.Manifest.Fields {
		f.Columns = append(f.Columns, c.Field.Name)
		if leaves, ok := leavesOf(&c, 0); ok && want(c.Field.Name) {
			f.Wanted = append(f.Wanted, c.Field.Name)
			f.fields = append(f.fields, i)
			f.naive = append(f.naive, f.zoneless(leaves[0]))
			for _, l := range leaves {
				f.leaves[l] = true
			}
		}
	}
	return f, nil
}

// zoneless reports whether a column holds times that the file says are in no
// zone; the library gives them as UTC.
func (f *File) zoneless(leaf int) bool {
	t, ok := f.file.ParquetReader().MetaData().Schema.Column(leaf).LogicalType().(*schema.TimestampLogicalType)
	return ok && !t.IsAdjustedToUTC()
}

// The bounds of what a column may be made of.
const (
	maxNested = 4  // lists and structures in each other
	maxLeaves = 64 // values of a structure
)

// leavesOf lists the numbers of the columns in which a field is stored, itself or
// its members'; false where it is nested too deep.
func leavesOf(c *pqarrow.SchemaField, depth int) (leaves []int, ok bool) {
	if len(c.Children) == 0 {
		return []int{c.ColIndex}, true
	}
	if depth >= maxNested {
		return nil, false
	}
	for i := range c.Children {
		l, ok := leavesOf(&c.Children[i], depth+1)
		if leaves = append(leaves, l...); !ok || len(leaves) > maxLeaves {
			return nil, false
		}
	}
	return leaves, true
}

// open makes the library's reader, or another one where the first has failed:
// what that one held is garbage, but still counted.
func (f *File) open() error {
	mem := &limited{Allocator: memory.NewGoAllocator()}
	props := parquet.NewReaderProperties(mem)
	props.BufferedStreamEnabled = true // pages, not whole columns
	options := []file.ReadOption{file.WithReadProps(props)}
	if f.file != nil {
		options = append(options, file.WithMetadata(f.file.ParquetReader().MetaData()))
	}
	pf, err := file.NewParquetReader(io.NewSectionReader(f.in, 0, f.size), options...)
	if err != nil {
		return err
	}
	// Writers may keep there the Arrow schema that the file was made of. Its
	// reader believes any length in it, and text needs no such hint.
	pf.MetaData().FileMetaData.KeyValueMetadata = nil
	fr, err := pqarrow.NewFileReader(pf, pqarrow.ArrowReadProperties{BatchSize: maxBatch}, mem)
	if err == nil {
		f.file, f.mem = fr, mem
	}
	return err
}

// checkFooter refuses a file whose description of itself is too long.
func checkFooter(in io.ReaderAt, size int64) error {
	var end [8]byte // the length of the footer, and a magic number
	if size < int64(len(end)) {
		return errors.New("it is too short")
	}
	if _, err := in.ReadAt(end[:], size-int64(len(end))); err != nil {
		return err
	}
	if n := binary.LittleEndian.Uint32(end[:]); n > maxFooter {
		return fmt.Errorf("its footer claims %d MB, more than %d MB are not read", n>>20, maxFooter>>20)
	}
	return nil
}

// Rows hands on each row with its number, from 1. It goes on behind damage,
// which it reports; an error of row ends it.
func (f *File) Rows(row func(number int64, cells []Cell) error, damaged func(*Damage)) error {
	done := int64(0)
	for g := range f.file.ParquetReader().NumRowGroups() {
		next := done + 1
		last, err := f.groupRows(g, done)
		if err != nil {
			damaged(&Damage{next, max(next, last), err, false})
			continue
		}
		var stopped stop
		if err := f.group(g, &next, last, row); errors.As(err, &stopped) {
			return stopped.error
		} else if err != nil {
			damaged(&Damage{next, last, err, errors.As(err, new(tooMuch))})
			if err := f.open(); err != nil {
				damaged(&Damage{last, last, err, false}) // it was opened before, so this is not to be
				return nil
			}
		}
		done = last
	}
	return nil
}

// stop is an error of the one who takes the rows.
type stop struct{ error }

// groupRows is the number of the last row of a group.
func (f *File) groupRows(g int, done int64) (last int64, err error) {
	defer recovered(&err)
	n := f.file.ParquetReader().MetaData().RowGroup(g).NumRows()
	if n < 0 || n > 1<<40 {
		return done, fmt.Errorf("a row group of %d rows", n)
	}
	return done + n, nil
}

// group reads a row group; next is the number of the row that comes next.
// Where a batch takes too much memory, the group is read again row by row.
func (f *File) group(g int, next *int64, last int64, row func(int64, []Cell) error) error {
	first := *next
	err := f.batches(g, maxBatch, first, next, last, row)
	if errors.As(err, new(tooMuch)) {
		if err := f.open(); err != nil {
			return err
		}
		err = f.batches(g, 1, first, next, last, row)
	}
	return err
}

// batches reads a row group, whose first row has the number first, from row
// next on. It goes column by column: the library's record reader starts
// goroutines, whose panics end the program.
func (f *File) batches(g int, most, first int64, next *int64, last int64, row func(int64, []Cell) error) (err error) {
	defer recovered(&err)
	columns := make([]*pqarrow.ColumnReader, len(f.fields))
	for i, field := range f.fields {
		if columns[i], err = f.file.GetFieldReader(context.Background(), field, f.leaves, []int{g}); err != nil {
			return err
		}
		defer columns[i].Release()
	}
	size := int64(1)
	for at := first; at <= last; {
		rows := make([][]Cell, min(size, last-at+1))
		bytes, largest := 0, 1
		for k, c := range columns {
			if err := f.appendCells(rows, c, f.naive[k], &bytes); err != nil {
				return err
			}
		}
		for _, cells := range rows {
			largest = max(largest, sizeOf(cells))
			if at++; at <= *next { // handed on before
				continue
			}
			*next = at
			if err := call(row, at-1, cells); err != nil {
				return stop{err}
			}
		}
		size = max(1, min(2*size, most, int64(batchBytes/largest)))
	}
	return nil
}

// appendCells reads a cell more of each row, and adds to bytes what they hold.
func (f *File) appendCells(rows [][]Cell, c *pqarrow.ColumnReader, naive bool, bytes *int) error {
	data, err := c.NextBatch(int64(len(rows)))
	if err != nil {
		return err
	}
	defer data.Release()
	if data.Len() != len(rows) {
		return fmt.Errorf("column %s ends too early", c.Field().Name)
	}
	i := 0
	for _, part := range data.Chunks() {
		for k := range part.Len() {
			cell := read(part, k)
			if naive {
				cell.Text = strings.TrimSuffix(cell.Text, "Z")
			}
			if *bytes += len(cell.Text); int(f.mem.used.Load())+*bytes > MaxMemory {
				return tooMuch{int(f.mem.used.Load()) + *bytes}
			}
			rows[i] = append(rows[i], cell)
			i++
		}
	}
	return nil
}

func sizeOf(cells []Cell) (n int) {
	for _, c := range cells {
		n += len(c.Text)
		if c.Long {
			n += MaxCell
		}
	}
	return n
}

// bug wraps a panic that is not the library's.
type bug struct{ value any }

func call(row func(int64, []Cell) error, number int64, cells []Cell) error {
	defer func() {
		if p := recover(); p != nil {
			panic(bug{p})
		}
	}()
	return row(number, cells)
}

// recovered makes an error of a panic of the library.
func recovered(err *error) {
	if p := recover(); p != nil {
		if b, ok := p.(bug); ok {
			panic(b.value)
		}
		if m, ok := p.(tooMuch); ok {
			*err = m
			return
		}
		*err = fmt.Errorf("damaged: %.200v", p)
	}
}

// read is the text of a cell. Null is "".
func read(col arrow.Array, i int) Cell {
	if col.IsNull(i) {
		return Cell{}
	}
	switch a := col.(type) {
	case *array.String:
		return text(a.Value(i))
	case *array.Binary:
		return text(a.Value(i))
	case *array.Dictionary:
		return read(a.Dictionary(), a.GetValueIndex(i))
	case *array.Date32:
		return Cell{Text: a.Value(i).FormattedString()}
	case *array.Timestamp:
		return Cell{Text: timestamp(a, i)}
	case *array.List:
		return list(a, i)
	}
	out, err := json.Marshal(col.GetOneForMarshal(i))
	if err != nil {
		return Cell{}
	}
	return Cell{Text: string(out), JSON: true}
}

// text copies a text: the array's memory is used again.
func text[T string | []byte](s T) Cell {
	if len(s) > MaxCell {
		return Cell{Long: true}
	}
	return Cell{Text: string([]byte(s))}
}

// list is a list as JSON.
func list(a *array.List, i int) Cell {
	out := []byte{'['}
	from, to := a.ValueOffsets(i)
	for k := from; k < to; k++ {
		if k > from {
			out = append(out, ',')
		}
		c := read(a.ListValues(), int(k))
		switch {
		case a.ListValues().IsNull(int(k)):
			out = append(out, "null"...)
		case c.JSON:
			out = append(out, c.Text...)
		default:
			b, _ := json.Marshal(c.Text) // a string is always JSON
			out = append(out, b...)
		}
		if c.Long || len(out) > MaxCell {
			return Cell{Long: true}
		}
	}
	return Cell{Text: string(append(out, ']')), JSON: true}
}

// timestamp writes a moment; without a zone where the column has none.
func timestamp(a *array.Timestamp, i int) string {
	t := a.DataType().(*arrow.TimestampType)
	at := a.Value(i).ToTime(t.Unit)
	if t.TimeZone == "" {
		return at.Format("2006-01-02T15:04:05")
	}
	return at.Format(time.RFC3339)
}
