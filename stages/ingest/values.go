package ingest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// jsonValues reads a JSON file: an object, an array of objects, an object one
// of whose members is an array of objects, or several of them one after the
// other. It finds where each record ends by its brackets alone, so that it
// holds one record at a time, and a record with an error inside costs itself only.
func (r *reader) jsonValues(uri, name string, in io.Reader) error {
	b, err := utf8Reader(in)
	if err != nil {
		r.reject(uri, streamProblem(err))
		return nil
	}
	if head, _ := b.Peek(peekSize); isLines(head) {
		return r.jsonLines(uri, b) // where a bad record costs less
	}
	src := &again{r: b}
	v := &values{reader: r, names: newFragments(uri), name: name, in: bufio.NewReaderSize(src, peekSize), again: src, line: 1}
	for {
		c, err := v.peek()
		switch {
		case err == nil && c == '[':
			v.in.ReadByte()
			err = v.array()
		case err == nil && c == '{':
			err = v.object()
		case err == nil:
			err = problemf("broken", "line %d: it begins with %q, where JSON has { or [", v.line, c)
		case err == io.EOF && v.number == 0:
			err = problemf("empty", "it holds no records")
		}
		switch p := err.(type) {
		case nil:
			continue
		case *problem:
			r.reject(uri, p)
			return nil
		case *stop:
			return p.error
		}
		if err != io.EOF {
			r.reject(uri, at(streamProblem(err), "line %d", v.line))
		}
		return nil
	}
}

// values is the state of reading one JSON file.
type values struct {
	*reader
	names  *fragments
	name   string // file name
	in     *bufio.Reader
	again  *again
	line   int // from 1
	wasted int // bytes read twice
	begun  int // how many records seem to begin inside the value that was read last
	number int // of records and rejected elements so far
	raw    []byte
	header []string // where the records are lists below a list of names
}

// stop is an error of the run, not of the file.
type stop struct{ error }

// wrappers are the keys under which an array of articles may lie.
var wrappers = map[string]bool{"articles": true, "items": true, "results": true, "data": true, "docs": true, "documents": true,
	"records": true, "entries": true, "entry": true, "item": true, "value": true, "news": true, "posts": true, "stories": true, "rows": true, "hits": true, "@graph": true}

// nests are the keys under which such an array may lie one level deeper, as in
// the answers of search engines: {"hits": {"hits": [...]}}.
var nests = map[string]bool{"hits": true, "response": true, "result": true, "results": true, "data": true, "feed": true, "channel": true, "body": true}

// array reads the elements of an array whose bracket has been read.
func (v *values) array() error {
	for {
		c, err := v.peek()
		if err != nil {
			return v.early(err)
		}
		switch c {
		case ']':
			v.in.ReadByte()
			return nil
		case ',':
			v.in.ReadByte()
			continue
		}
		v.raw = v.raw[:0]
		start := v.line
		err = v.value()
		if err != nil && err != io.EOF {
			return err
		}
		if err == io.EOF || validJSON(v.raw) == nil {
			if v.recover(start) {
				continue
			}
			if err != nil {
				return v.early(err)
			}
			if v.begun > 0 {
				v.number++
				v.reject(v.names.name(v.number), broken(v.number, start, 1+v.begun))
				continue
			}
		}
		if err := v.deliver("", start); err != nil {
			return err
		}
	}
}

// deliver hands on the record in v.raw.
func (v *values) deliver(name string, line int) error {
	if row, ok := v.listed(); ok && row == nil {
		return nil // it names the columns
	} else if ok {
		v.raw = row
	}
	v.number++
	f := found{raw: v.raw, number: v.number, where: fmt.Sprintf("record %d, line %d", v.number, line), name: name}
	if err := v.record(v.names, f); err != nil {
		return &stop{err}
	}
	return nil
}

// object reads a top-level object: a record, or the wrapper of an array of them,
// which is read in passing.
func (v *values) object() error {
	v.raw = v.raw[:0]
	start, before := v.line, v.number
	if err := v.members(0); err != nil {
		return err
	}
	var rows [][]byte
	if len(v.raw) <= maxRecord {
		rows = rowsOf(v.raw, 0)
	}
	if rows == nil && v.isArticle() {
		return v.deliver(v.name, start)
	}
	if rows != nil {
		for _, row := range rows {
			v.raw = row
			if err := v.deliver("", start); err != nil {
				return err
			}
		}
		return nil
	}
	if v.number > before {
		return nil // a wrapper, with nothing of its own to read
	}
	return v.deliver(v.name, start)
}

// members appends an object to v.raw, without the arrays of records in it, which
// are read in passing.
func (v *values) members(depth int) error {
	v.take()
	var kept []byte // the object without the array
	for {
		c, err := v.peek()
		if err != nil {
			return v.early(err)
		}
		if c != '"' {
			if v.take(); c == '}' {
				return nil
			}
			continue
		}
		from := len(v.raw)
		if err := v.value(); err != nil {
			return v.early(err)
		}
		key := strings.ToLower(strings.Trim(string(v.raw[min(from, len(v.raw)):]), `"`))
		if c, err = v.peek(); err == nil && c == ':' {
			v.take()
			c, err = v.peek()
		}
		switch {
		case err != nil:
			return v.early(err)
		case c == '[' && wrappers[key] && v.holdsObjects():
			kept = append(kept[:0], v.raw...)
			v.in.ReadByte()
			if err := v.array(); err != nil {
				return err
			}
			v.raw = append(append(v.raw[:0], kept...), "[]"...)
		case c == '{' && nests[key] && depth < 4:
			if err := v.members(depth + 1); err != nil {
				return err
			}
		case c != ',' && c != '}':
			if err := v.value(); err != nil {
				return v.early(err)
			}
		}
	}
}

// isArticle reports whether the object in v.raw holds a text.
func (v *values) isArticle() bool {
	_, _, p := parseRecord(v.raw)
	return p == nil
}

// holdsObjects reports whether the array that comes next holds objects.
func (v *values) holdsObjects() bool {
	head, _ := v.in.Peek(512)
	return bytes.HasPrefix(bytes.TrimLeft(head[1:], " \t\r\n"), []byte("{"))
}

// value appends the JSON value that comes next to v.raw, as far as maxRecord
// allows. It knows strings and brackets; the parser sees to the rest.
func (v *values) value() error {
	depth, inString := 0, false
	v.begun = 0
	for {
		c, err := v.take()
		if err != nil {
			return err
		}
		switch {
		case inString:
			if c == '\\' {
				if _, err := v.take(); err != nil {
					return err
				}
			}
			inString = c != '"'
		case c == '"':
			inString = true
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
		if depth <= 0 && !inString {
			if c == '"' || c == '}' || c == ']' {
				return nil
			}
			if next, err := v.in.Peek(1); err != nil || strings.ContainsRune(",]} \t\r\n", rune(next[0])) {
				return nil // a number or a word ends
			}
		}
	}
}

// peek skips white space and shows the next byte.
func (v *values) peek() (byte, error) {
	for {
		c, err := v.in.ReadByte()
		if err != nil {
			return 0, err
		}
		switch c {
		case '\n':
			v.line++
		case ' ', '\t', '\r', 0x1e: // 0x1e begins each record of a JSON text sequence
		default:
			return c, v.in.UnreadByte()
		}
	}
}

// take reads a byte and appends it to v.raw, which grows one byte beyond
// maxRecord, to show that there was more.
func (v *values) take() (byte, error) {
	c, err := v.in.ReadByte()
	if err != nil {
		return 0, err
	}
	if c == '\n' {
		v.line++
	}
	if len(v.raw) <= maxRecord {
		v.raw = append(v.raw, c)
	}
	return c, nil
}

// early says that the file ends inside a record.
func (v *values) early(err error) error {
	if err == io.EOF {
		return problemf("broken", "line %d: the file ends before its brackets close, after %d whole records, which costs %s; fetch it again", v.line, v.number, about(1+v.begun))
	}
	return err
}

// utf8Reader buffers a stream, without a byte order mark and, where that says
// UTF-16, converted.
func utf8Reader(in io.Reader) (*bufio.Reader, error) {
	b := bufio.NewReaderSize(in, peekSize)
	head, err := b.Peek(3)
	if err != nil && err != io.EOF {
		return nil, err
	}
	switch {
	case bytes.HasPrefix(head, bom8):
		b.Discard(len(bom8))
	case bytes.HasPrefix(head, bom16le), bytes.HasPrefix(head, bom16be):
		d := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder()
		return bufio.NewReaderSize(transform.NewReader(b, d), peekSize), nil
	}
	return b, nil
}
