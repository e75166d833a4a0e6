// Package parquetin reads the rows of a Parquet file as text, and only the
// columns that are asked for.
//
// A column holds values or lists of values; structures are not read. Pages are
// unpacked one at a time. The library panics on damaged ones, and
// may be made to ask for any amount of memory; both become a Damage, which
// costs what is left of one row group.
package parquetin

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/file"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"
)

// Cell is what one column says in one row.
type Cell struct {
	Text string
	JSON bool // Text is JSON: a number, list or structure
}

// Damage says that the rows First to Last, from 1, cannot be read.
type Damage struct {
	First, Last int64
	Err         error
}

func (d *Damage) Error() string {
	return fmt.Sprintf("rows %d to %d: %v", d.First, d.Last, d.Err)
}

// File is an open Parquet file.
type File struct {
	Columns []string // all of its columns
	Wanted  []string // those that were asked for; the cells of a row are parallel to it

	file   *pqarrow.FileReader
	fields []int        // numbers of the wanted columns
	leaves map[int]bool // numbers of those that they are stored in
}

// batch is how many rows are held at a time. An article has 5 KB.
const batch = 64

// Open reads what a file says of itself. want chooses the columns.
func Open(in io.ReaderAt, size int64, want func(column string) bool) (f *File, err error) {
	defer recovered(&err)
	mem := &limited{Allocator: memory.NewGoAllocator()}
	props := parquet.NewReaderProperties(mem)
	props.BufferedStreamEnabled = true // pages, not whole columns
	pf, err := file.NewParquetReader(io.NewSectionReader(in, 0, size), file.WithReadProps(props))
	if err != nil {
		return nil, err
	}
	fr, err := pqarrow.NewFileReader(pf, pqarrow.ArrowReadProperties{BatchSize: batch}, mem)
	if err != nil {
		return nil, err
	}
	f = &File{file: fr, leaves: map[int]bool{}}
	for i, c := range fr.Manifest.Fields {
		f.Columns = append(f.Columns, c.Field.Name)
		leaf := c
		if c.Field.Type.ID() == arrow.LIST && len(c.Children) == 1 {
			leaf = c.Children[0]
		}
		if len(leaf.Children) == 0 && want(c.Field.Name) {
			f.Wanted = append(f.Wanted, c.Field.Name)
			f.fields = append(f.fields, i)
			f.leaves[leaf.ColIndex] = true
		}
	}
	return f, nil
}

// Rows hands on each row with its number, from 1. It goes on behind damage,
// which it reports; an error of row ends it.
func (f *File) Rows(row func(number int64, cells []Cell) error, damaged func(*Damage)) error {
	done := int64(0)
	for g := range f.file.ParquetReader().NumRowGroups() {
		next := done + 1
		last, err := f.groupRows(g, done)
		if err != nil {
			damaged(&Damage{next, max(next, last), err})
			continue
		}
		var stopped stop
		if err := f.group(g, &next, last, row); errors.As(err, &stopped) {
			return stopped.error
		} else if err != nil {
			damaged(&Damage{next, last, err})
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

// group reads a row group; next is the number of the row that comes next. It
// goes column by column: the library's record reader starts goroutines, whose
// panics end the program.
func (f *File) group(g int, next *int64, last int64, row func(int64, []Cell) error) (err error) {
	defer recovered(&err)
	columns := make([]*pqarrow.ColumnReader, len(f.fields))
	for i, field := range f.fields {
		if columns[i], err = f.file.GetFieldReader(context.Background(), field, f.leaves, []int{g}); err != nil {
			return err
		}
		defer columns[i].Release()
	}
	for *next <= last {
		rows := make([][]Cell, min(batch, last-*next+1))
		for _, c := range columns {
			if err := appendCells(rows, c); err != nil {
				return err
			}
		}
		for _, cells := range rows {
			*next++
			if err := call(row, *next-1, cells); err != nil {
				return stop{err}
			}
		}
	}
	return nil
}

// appendCells reads a cell more of each row.
func appendCells(rows [][]Cell, c *pqarrow.ColumnReader) error {
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
			rows[i] = append(rows[i], read(part, k))
			i++
		}
	}
	return nil
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
		return Cell{Text: string([]byte(a.Value(i)))} // the array's memory is used again
	case *array.LargeString:
		return Cell{Text: string([]byte(a.Value(i)))}
	case *array.Binary:
		return Cell{Text: string(a.Value(i))}
	case *array.LargeBinary:
		return Cell{Text: string(a.Value(i))}
	case *array.Dictionary:
		return read(a.Dictionary(), a.GetValueIndex(i))
	case *array.Date32:
		return Cell{Text: a.Value(i).FormattedString()}
	case *array.Timestamp:
		return Cell{Text: timestamp(a, i)}
	}
	out, err := json.Marshal(col.GetOneForMarshal(i))
	if err != nil {
		return Cell{}
	}
	return Cell{Text: string(out), JSON: true}
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
