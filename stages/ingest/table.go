package ingest

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"
)

// tableReader is the state of reading one file of comma- or tab-separated
// values. encoding/csv would read to the end of the file, into memory, where a
// quotation mark is never closed.
type tableReader struct {
	*reader
	names  *fragments
	in     *bufio.Reader
	delim  byte
	header []string

	spare  []byte // to read a line into
	buf    []byte // lines read; those before off are done with
	off    int
	ended  bool // no line follows
	line   int  // of buf[off:], from 1
	over   int  // bytes done with
	wasted int  // bytes looked at in vain
	lost   int  // first line of a damaged place, 0 outside one
	rows   int  // handed on or refused
}

// table reads a file with a header row, one record a row. A row that cannot be
// used costs that row: where a quotation mark is missing, reading goes on at
// the next line that is a whole row beyond doubt.
func (r *reader) table(uri string, in io.Reader) error {
	b, err := utf8Reader(in)
	if err != nil {
		r.reject(uri, streamProblem(err))
		return nil
	}
	t := &tableReader{reader: r, names: newFragments(uri), in: b, line: 1}
	err = t.readHeader()
	for err == nil && t.wasted <= maxWasted+8*t.over {
		err = t.row()
	}
	switch p := err.(type) {
	case *stop:
		return p.error
	case *problem:
		r.reject(uri, p)
		return nil
	}
	if r.ctx.Err() != nil {
		return r.ctx.Err()
	}
	t.found()
	switch {
	case err == nil:
		r.reject(uri, problemf("broken", "line %d: too much is damaged; nothing from here on is read; write the file anew", t.line))
	case err != io.EOF:
		r.reject(uri, at(streamProblem(err), "line %d", t.line))
	case t.rows == 0:
		r.reject(uri, problemf("empty", "it holds no rows below its header"))
	}
	return nil
}

// more reads one line more into buf. A line that is too long is kept in part.
func (t *tableReader) more() error {
	if t.off > len(t.buf)/2 {
		t.buf = t.buf[:copy(t.buf, t.buf[t.off:])]
		t.off = 0
	}
	line, err := readLine(t.in, t.spare[:0])
	t.spare = line
	if t.buf = append(t.buf, line...); err == io.EOF {
		t.ended, err = true, nil
	} else if err == nil && line[len(line)-1] != '\n' {
		t.buf = append(t.buf, '\n') // the line was cut, being too long
	}
	return err
}

// done skips n bytes, which have been looked at.
func (t *tableReader) done(n int) {
	t.line += bytes.Count(t.buf[t.off:t.off+n], []byte("\n"))
	t.off += n
	t.over += n
}

// firstLine is the first line not done with; io.EOF says that there is none.
func (t *tableReader) firstLine() ([]byte, error) {
	if t.off == len(t.buf) && !t.ended {
		if err := t.more(); err != nil {
			return nil, err
		}
	}
	if t.off == len(t.buf) {
		return nil, io.EOF
	}
	line, _, _ := bytes.Cut(t.buf[t.off:], []byte("\n"))
	return t.buf[t.off:min(t.off+len(line)+1, len(t.buf))], nil
}

// row reads one row, or gets over one line that is damaged.
func (t *tableReader) row() error {
	line, err := t.firstLine()
	switch {
	case err != nil:
		return err
	case t.lost == 0 && blank(line):
		t.done(len(line))
		return nil
	case len(line) > maxRecord:
		return t.damaged(line, 0, tooLarge("the line"))
	}
	s, ended, err := t.scan(len(line), false)
	if err != nil {
		return err
	}
	if bad := !ended || s.bent || s.wide || len(s.cells) != len(t.header); bad && bytes.Contains(t.buf[t.off:t.off+s.at], []byte(`\"`)) {
		t.wasted += s.at // to read it again, as of a writer that puts backslashes before quotation marks
		z, whole, err := t.scan(len(line), true)
		if err != nil {
			return err
		}
		if whole && !z.bent && !z.wide && len(z.cells) == len(t.header) {
			return t.deliver(t.buf[t.off:t.off+z.at], t.slashed)
		}
	}
	line, _ = t.firstLine() // which scan may have moved
	raw := t.buf[t.off : t.off+s.at]
	whole, multi := ended && len(s.cells) == len(t.header) && !s.wide, s.at > len(line)
	switch {
	case t.delim == '\t' && s.quotes && (!whole || s.bent || multi && s.hold(raw, '\t')) && len(t.unquoted(line)) == len(t.header):
		t.wasted += s.at - len(line)
		return t.deliver(line, t.unquoted) // not every writer of tab-separated values quotes
	case !multi && !whole && ended:
		return t.damaged(line, 0, problemf("broken", "it has %s cells and the header has %d; correct it", s.count(), len(t.header)))
	case !whole || multi && s.bent || t.lost > 0 && (s.bent || !s.quotes):
		return t.damaged(line, s.at-len(line), nil)
	}
	return t.deliver(raw, t.quoted)
}

// scan finds the end of a row whose first line has n bytes. Where quotation
// marks are missing it stops as soon as that shows, or at the end.
func (t *tableReader) scan(n int, slash bool) (s *rowScan, ended bool, err error) {
	s = &rowScan{delim: t.delim, most: len(t.header), slash: slash}
	for len(t.buf)-t.off <= maxRecord {
		ended = s.run(t.buf[t.off:], t.ended)
		if ended || t.ended || s.bent && s.at > n || s.wide {
			break
		}
		if err := t.more(); err != nil {
			return nil, false, err
		}
	}
	return s, ended, nil
}

// damaged gets over a line that is no row. Without a problem it is the first
// of several, or of them; where they end is not known yet.
func (t *tableReader) damaged(line []byte, wasted int, p *problem) error {
	if t.lost == 0 && p != nil {
		t.refuse("", p)
	} else if t.lost == 0 {
		t.lost = t.line
	}
	t.wasted += wasted
	t.done(len(line))
	return t.ctx.Err()
}

// found says that a damaged place, if there was one, ends before this line.
func (t *tableReader) found() {
	if t.lost == 0 {
		return
	}
	p := problemf("broken", "lines %d to %d: a quotation mark is missing, or stands alone in a cell; double those inside a cell", t.lost, t.line-1)
	t.reject(t.nameOf(t.lost), p)
	t.lost = 0
	t.rows++
}

// refuse rejects the row at hand.
func (t *tableReader) refuse(id string, p *problem) {
	t.rows++
	uri := t.nameOf(t.line)
	if id != "" {
		uri = t.names.name(t.line, id)
	}
	t.reject(uri, at(p, "line %d", t.line))
}

// nameOf is the name of a line whose id is not known; it must not take the
// one of another row, since ids are often numbers.
func (t *tableReader) nameOf(line int) string {
	return t.names.name(line, "line-"+strconv.Itoa(line))
}

// quoted, slashed and unquoted split a row where quotation marks enclose cells,
// where those inside of a cell stand behind backslashes, and where they mean
// nothing.
func (t *tableReader) quoted(row []byte) []string  { return t.split(row, false) }
func (t *tableReader) slashed(row []byte) []string { return t.split(row, true) }

func (t *tableReader) split(row []byte, slash bool) []string {
	s := rowScan{delim: t.delim, most: len(t.header), slash: slash}
	s.run(row, true)
	return s.texts(row)
}

func (t *tableReader) unquoted(row []byte) []string {
	return strings.Split(strings.TrimRight(string(row), "\r\n"), string(t.delim))
}

// deliver hands on the article of a row.
func (t *tableReader) deliver(raw []byte, split func([]byte) []string) error {
	t.found()
	defer t.done(len(raw))
	raw = bytes.TrimRight(raw, "\r\n")
	text, p := decodeText(raw)
	if p != nil {
		t.refuse("", p)
		return t.ctx.Err()
	}
	cells := split(text)
	if slices.Equal(cells, t.header) || strings.Join(cells, "") == "" {
		return nil // the header of a second table, or a row of a spreadsheet that was left empty
	}
	var members []member
	for i := range min(len(cells), len(t.header)) {
		members = append(members, cellMember(t.header[i], cells[i]))
	}
	in, id, p := rowInput(members)
	if p != nil {
		t.refuse(id, p)
		return t.ctx.Err()
	}
	t.rows++
	for _, c := range t.header {
		t.watch.field(c, in)
	}
	in.SourceURI = t.names.name(t.line, id)
	if err := t.send(in, raw); err != nil {
		return &stop{err}
	}
	return nil
}
