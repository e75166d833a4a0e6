// Package tsv reads the tables of words that the annotating stage is built on.
package tsv

import (
	"fmt"
	"io/fs"
	"slices"

	"parley/stages"
)

// Read reads the rows of a file strictly: every row has the named number of
// columns, none is empty, and rows are in byte order without repetition of the
// first key columns. Empty lines and lines that begin with # are skipped.
func Read(files fs.FS, name string, columns, key int) ([][]string, error) {
	b, err := fs.ReadFile(files, name)
	if err != nil {
		return nil, err
	}
	return Parse(name, string(b), columns, key)
}

// Parse is Read for a text; name stands in its errors.
func Parse(name, text string, columns, key int) ([][]string, error) {
	var rows [][]string
	err := stages.EachRow(name, text, columns, key, func(cells []string) error {
		if i := slices.Index(cells, ""); i >= 0 {
			return fmt.Errorf("column %d is empty", i+1)
		}
		rows = append(rows, cells)
		return nil
	})
	return rows, err
}

// Set reads a file of one column.
func Set(files fs.FS, name string) (map[string]bool, error) {
	rows, err := Read(files, name, 1, 1)
	if err != nil {
		return nil, err
	}
	set := make(map[string]bool, len(rows))
	for _, r := range rows {
		set[r[0]] = true
	}
	return set, nil
}

// BadCell is the error for a cell whose value means nothing.
func BadCell(file, key, value string) error {
	return fmt.Errorf("%s: %q has %q, which means nothing here", file, key, value)
}
