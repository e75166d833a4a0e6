package actors

import (
	"embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"parley/stages/language/lexicon"
)

//go:embed *.tsv
var data embed.FS

// row is the cells of a line of a list.
type row []string

// list splits a cell of several values.
func (r row) list(i int) []string {
	if r[i] == "" {
		return nil
	}
	return strings.Split(r[i], "|")
}

// shipped reads a list that is part of the program.
func shipped(name string, columns int, take func(row) error) error {
	b, err := data.ReadFile(name)
	if err != nil {
		return err
	}
	return parse("actors/"+name, string(b), columns, take)
}

// parse reads a list, whose first column names each row once.
func parse(name, text string, columns int, take func(row) error) error {
	return lexicon.EachRow(name, text, columns, 1, func(cells []string) error {
		for i, c := range cells {
			if !utf8.ValidString(c) {
				return fmt.Errorf("column %d is %q: not UTF-8", i+1, c)
			}
			if strings.HasPrefix(c, "|") || strings.HasSuffix(c, "|") || strings.Contains(c, "||") {
				return fmt.Errorf("column %d is %q: no empty value in it", i+1, c)
			}
		}
		return take(cells)
	})
}
