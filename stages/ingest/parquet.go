package ingest

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"parley/stages"
	"parley/stages/ingest/parquetin"
)

// parquet reads a Parquet file, one record a row. A damaged place costs what is
// left of its row group.
func (r *reader) parquet(uri string, in io.Reader) error {
	f, size, done, err := seekable(in)
	if err != nil {
		return r.unseekable(uri, err)
	}
	defer done()
	table, err := parquetin.Open(f, size, func(column string) bool { _, ok := ranks[fold(column)]; return ok })
	if err != nil {
		r.reject(uri, problemf("broken", "it is no Parquet file or damaged (%v); fetch it again", err))
		return nil
	}
	t := &parquetReader{reader: r, names: newFragments(uri), columns: table.Wanted}
	if !slices.ContainsFunc(table.Wanted, isText) {
		r.reject(uri, noTextColumn("its schema", table.Columns))
		return nil
	}
	err = table.Rows(t.row, func(d *parquetin.Damage) {
		t.rows++
		if d.TooLarge {
			r.reject(t.names.name(int(d.First)), problemf("too_large", "%v; write it with smaller row groups and pages", d))
			return
		}
		if strings.HasSuffix(d.Err.Error(), "unimplemented") { // LZ4_RAW, which the library does not know
			r.reject(t.names.name(int(d.First)), problemf("unreadable", "%v; write it with snappy, gzip or zstd", d))
			return
		}
		r.reject(t.names.name(int(d.First)), problemf("broken", "%v; fetch it again", d))
	})
	if err == nil && t.rows == 0 {
		r.reject(uri, problemf("empty", "it holds no rows"))
	}
	return err
}

// parquetReader is the state of reading one Parquet file.
type parquetReader struct {
	*reader
	names   *fragments
	columns []string
	rows    int // handed on or refused
}

// row hands on the article of a row.
func (t *parquetReader) row(number int64, cells []parquetin.Cell) error {
	t.rows++
	var p *problem
	var members []member
	var raw []byte // what the id is made of
	for i, c := range cells {
		if c.Long || len(raw)+len(c.Text) > maxRecord {
			p = tooLarge("it")
			break
		}
		raw = append(append(raw, c.Text...), 0x1f)
		if c.JSON {
			k := ranks[fold(t.columns[i])]
			members = append(members, member{t.columns[i], func() string { return jsonText(json.RawMessage(c.Text), k.field, 0) }})
			continue
		}
		text, bad := decodeText([]byte(c.Text))
		if bad != nil {
			p = at(bad, "column %s", t.columns[i])
			break
		}
		members = append(members, cellMember(t.columns[i], string(text)))
	}
	var in stages.Input
	id := ""
	if p == nil {
		in, id, p = rowInput(members)
	}
	uri := t.names.name(int(number), id)
	if p != nil {
		t.reject(uri, at(p, "row %d", number))
		return t.ctx.Err()
	}
	in.SourceURI = uri
	return t.send(in, raw)
}
