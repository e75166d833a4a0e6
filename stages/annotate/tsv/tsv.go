// Package tsv reads the tables of words that the annotating stage is built on.
package tsv

import (
	"fmt"
	"io/fs"
	"strings"
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
	last := ""
	for n := 1; text != ""; n++ {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != columns {
			return nil, fmt.Errorf("%s:%d: %d columns, want %d", name, n, len(f), columns)
		}
		for i, c := range f {
			if c == "" || strings.TrimSpace(c) != c {
				return nil, fmt.Errorf("%s:%d: column %d is empty or has space around it", name, n, i+1)
			}
		}
		k := strings.Join(f[:key], "\t")
		if k <= last {
			return nil, fmt.Errorf("%s:%d: %q is not after %q: sort the rows and give each once", name, n, k, last)
		}
		last = k
		rows = append(rows, f)
	}
	return rows, nil
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
