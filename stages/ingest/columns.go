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

// mostAbove is how many lines may stand above the header row: "sep=;", as
// spreadsheets write it, the name of an export, the query that it answers.
const mostAbove = 20

// readHeader finds the columns: the first line that a delimiter splits into
// names among which is a column of text, by the delimiter that gives most of
// them. Behind the first line with words another known column must be among them.
func (t *tableReader) readHeader() error {
	var seen []string // of the first line
	delims := delimiters
	for above := 0; above <= mostAbove; {
		line, err := t.firstLine()
		switch {
		case err == io.EOF && seen == nil:
			return problemf("empty", "it holds no rows")
		case err == io.EOF:
			return noTextColumn("its first line", seen)
		case err != nil:
			return err
		case len(line) > maxRecord:
			return at(tooLarge("the line"), "line %d", t.line)
		}
		n := len(line)
		line, p := decodeText(line)
		if p != nil && seen == nil {
			return at(p, "line %d", t.line)
		} else if p != nil {
			break
		}
		if d := stated(line); d != "" {
			delims = d
		} else if !blank(line) {
			if cells := t.headed(line, delims, seen != nil); cells != nil && seen == nil {
				seen = cells
			}
			above++
		}
		t.done(n)
		if t.header != nil {
			return nil
		}
	}
	return noTextColumn("its first line", seen)
}

// headed takes a line for the header row if it is one, and returns the cells into
// which it falls. more asks for two columns of known names.
func (t *tableReader) headed(line []byte, delims string, more bool) (seen []string) {
	for _, d := range []byte(delims) {
		cells := headerCells(line, d)
		known := 0
		for _, c := range cells {
			if _, ok := ranks[fold(c)]; ok {
				known++
			}
		}
		if len(cells) > len(t.header) && slices.ContainsFunc(cells, isText) && (!more || known > 1) {
			t.header, t.delim = cells, d
		}
		if len(cells) > len(seen) {
			seen = cells
		}
	}
	return seen
}

// stated is the delimiter that a line "sep=;" states, "" for any other line.
func stated(line []byte) string {
	s := strings.ToLower(strings.Trim(string(line[:min(len(line), 20)]), "\r\n\" "))
	d, ok := strings.CutPrefix(s, "sep=")
	if !ok || len(d) > 2 {
		return ""
	}
	if d == "\\t" || d == "" {
		d = "\t"
	}
	return d[:1]
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
	return problemf("no_text", "%s names no column %s; it has %s", where, textNames, strings.Join(shown, ", "))
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
	return stringText(s, f)
}
