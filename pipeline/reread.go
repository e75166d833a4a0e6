package pipeline

import (
	"fmt"
	"io"
	"os"

	"github.com/xitongsys/parquet-go/reader"
	"github.com/xitongsys/parquet-go/source"

	"parley/schemas"
)

// reread reads a table's file with xitongsys/parquet-go, a reader that shares
// no code with the writer, and hands over each row as its cells by column:
// nil for null, string, int32, int64, float64 or bool; a list is a []any, a
// list of structs a list by field.
//
// That library can die or come back short on a damaged file, without an error:
// the caller runs it in a process of its own, and the rows are counted here.
func reread(path string, t schemas.Table, row func(cells []any) error) error {
	f, err := openLocal(path)
	if err != nil {
		return err
	}
	defer f.Close()
	pr, err := reader.NewParquetColumnReader(f, 1)
	if err != nil {
		return err
	}
	defer pr.ReadStop()
	leaves := 0
	for _, c := range t.Columns {
		leaves += leavesOf(c)
	}
	if n := int(pr.SchemaHandler.GetColumnNum()); n != leaves {
		return fmt.Errorf("the file has %d leaf columns, table %s has %d", n, t.Name, leaves)
	}
	const batch = 1024
	left := pr.GetNumRows()
	for left > 0 {
		n := min(left, batch)
		left -= n
		columns := make([][]any, len(t.Columns))
		leaf := int64(0)
		for i, c := range t.Columns {
			for field := range leavesOf(c) {
				values, repetition, definition, err := pr.ReadColumnByIndex(leaf, n)
				if err != nil {
					return fmt.Errorf("column %s: %w", c.Name, err)
				}
				cells := values
				if isList(c) {
					cells = fold(values, repetition, definition)
				}
				if len(cells) != int(n) {
					return fmt.Errorf("column %s: %d rows where %d are promised", c.Name, len(cells), n)
				}
				columns[i] = join(columns[i], cells, field)
				leaf++
			}
		}
		for r := range int(n) {
			cells := make([]any, len(columns))
			for i := range columns {
				cells[i] = columns[i][r]
			}
			if err := row(cells); err != nil {
				return err
			}
		}
	}
	return nil
}

func isList(c schemas.Column) bool { return c.Type[0] == 'l' } // list<...>

func leavesOf(c schemas.Column) int {
	if isList(c) && c.Type != "list<utf8>" {
		return 2 // both kinds of struct have two fields
	}
	return 1
}

// fold puts a list column's values together row by row. A value with a lower
// definition than the highest stands for an empty list.
func fold(values []any, repetition, definition []int32) (rows []any) {
	for i, v := range values {
		if repetition[i] == 0 {
			rows = append(rows, []any{})
		}
		if v != nil {
			last := len(rows) - 1
			rows[last] = append(rows[last].([]any), v)
		}
	}
	return rows
}

// join makes a list by field of the leaves of a list of structs.
func join(have, cells []any, field int) []any {
	if field == 0 {
		return cells
	}
	for i := range cells {
		have[i] = []any{have[i], cells[i]}
	}
	return have
}

// local is a file as that library wants one.
type local struct {
	*os.File
	path string
}

func openLocal(path string) (source.ParquetFile, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return local{f, path}, nil
}

// Open opens the file once more: each column reads at its own place.
func (l local) Open(name string) (source.ParquetFile, error) {
	if name == "" {
		name = l.path
	}
	return openLocal(name)
}

func (l local) Create(string) (source.ParquetFile, error) {
	return nil, fmt.Errorf("%s is open for reading: %w", l.path, os.ErrPermission)
}

var _ io.Seeker = local{}
