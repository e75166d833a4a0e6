package ingest

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"parley/stages"
)

// maxColumns bounds the columns of a table.
const maxColumns = 4096

// delimiters are what may stand between cells.
const delimiters = ",\t;|"

// readHeader finds the columns: the first line is split by the delimiter that
// gives it a column of text, and among several by the one that gives it most.
func (t *tableReader) readHeader() error {
	line, err := t.firstLine()
	for err == nil && blank(line) {
		t.done(len(line))
		line, err = t.firstLine()
	}
	if err == io.EOF {
		return problemf("empty", "it holds no rows")
	}
	if err != nil {
		return err
	}
	n := len(line)
	if len(line) > maxRecord {
		return at(tooLarge("the line"), "line %d", t.line)
	}
	line, p := decodeText(line)
	if p != nil {
		return at(p, "line %d", t.line)
	}
	var seen []string
	for _, d := range []byte(delimiters) {
		cells := headerCells(line, d)
		if len(cells) > len(t.header) && slices.ContainsFunc(cells, isText) {
			t.header, t.delim = cells, d
		}
		if len(cells) > len(seen) {
			seen = cells
		}
	}
	if t.header == nil {
		return noTextColumn("its first line", seen)
	}
	t.done(n)
	return nil
}

func headerCells(line []byte, delim byte) []string {
	s := rowScan{delim: delim, most: maxColumns}
	if !s.run(line, true) || s.wide {
		return nil
	}
	cells := s.texts(line)
	for i, c := range cells {
		cells[i] = strings.TrimSpace(c)
	}
	return cells
}

// isText reports whether a column holds texts.
func isText(column string) bool {
	k, ok := ranks[fold(column)]
	return ok && k.field == fieldText
}

func noTextColumn(where string, columns []string) *problem {
	var shown []string
	for i, c := range columns {
		if i == 8 {
			shown = append(shown, "...")
			break
		}
		shown = append(shown, strconv.Quote(strings.ToValidUTF8(c[:min(len(c), 40)], "")))
	}
	return problemf("no_text", "%s names no column %s; it has %s", where, strings.Join(fieldNames[fieldText], ", "), strings.Join(shown, ", "))
}

// rowInput makes an article of the members of a row.
func rowInput(members []member) (in stages.Input, id string, p *problem) {
	rec := fieldsOf(members)
	if id = usableID(rec[fieldID]); rec[fieldText] == "" {
		return in, id, problemf("empty", "the row's text is empty")
	}
	return rec.input(stages.FormatRecord), id, nil
}

// cellMember is what a cell says under its column's name.
func cellMember(column, s string) member {
	return member{column, func() string { return cellText(s, ranks[fold(column)].field) }}
}

// cellText is what a cell says of a field.
func cellText(s string, f field) string {
	switch s {
	case "nan", "NaN", "null", "NULL", "None", "\\N": // as programs write that there is nothing
		return ""
	}
	if s = stringText(s, f); f == fieldPublished && (len(s) == 10 || len(s) == 13) && strings.Trim(s, "0123456789") == "" {
		return epoch(s)
	}
	return s
}
