package ingest

import (
	"bytes"
	"fmt"
	"io"
)

// In an array of records a quotation mark that is missing, or one too many,
// turns strings inside out: the record seems to go on, into those behind it.
// So where an element is no JSON, the next record is looked for inside it.

// places are those in raw, which begins as a record, at which another seems to
// begin behind one: after a closing bracket and a comma, with the same first
// name as raw has.
func places(raw []byte) (at []int) {
	const blank = " \t\r\n"
	own := firstName(raw)
	for i := 1; i < len(raw); i++ {
		if raw[i] != '{' {
			continue
		}
		before := bytes.TrimRight(raw[:i], blank)
		if !bytes.HasSuffix(before, []byte(",")) || !bytes.HasSuffix(bytes.TrimRight(before[:len(before)-1], blank), []byte("}")) {
			continue
		}
		if name := firstName(raw[i:]); name != nil && (own == nil || bytes.Equal(name, own)) {
			at = append(at, i)
		}
	}
	return at
}

// firstName is the name of the first member of the object that begins here.
func firstName(raw []byte) []byte {
	rest := bytes.TrimLeft(raw[1:min(len(raw), 200)], " \t\r\n")
	if len(rest) == 0 || rest[0] != '"' {
		return nil
	}
	name, _, ok := bytes.Cut(rest[1:], []byte{'"'})
	if !ok {
		return nil
	}
	return name
}

// recover looks for the next record in v.raw, which is no JSON: the first one
// that is an article. It reports what is lost before it and has the file read
// again from there; false when there is none.
func (v *values) recover(line int) bool {
	raw := bytes.Clone(v.raw)
	begin := places(raw)
	last := v.line
	for n, at := range begin {
		if v.wasted > maxWasted {
			break
		}
		v.back(raw[at:])
		v.line -= bytes.Count(raw[at:], []byte{'\n'})
		from := v.line
		v.raw = v.raw[:0]
		err := v.value()
		good := err == nil && validJSON(v.raw) != nil && v.isArticle()
		v.back(v.raw)
		if good {
			v.line = from
			v.number++
			v.reject(v.names.name(v.number), broken(v.number, line, n+1))
			return true
		}
		if err != nil && err != io.EOF || len(v.raw) > maxRecord { // of which not all is in v.raw
			v.raw, v.begun = raw, len(begin)
			return false
		}
		v.skip(len(raw) - at)
	}
	v.raw, v.line, v.begun = raw, last, len(begin)
	return false
}

// broken says that a record and those behind it cannot be read.
func broken(number, line, lost int) *problem {
	return problemf("broken", "record %d, line %d: its brackets or quotation marks do not fit, which costs %s; fetch it again", number, line, about(lost))
}

// back has bytes read again, before those that come next.
func (v *values) back(data []byte) {
	ahead, _ := v.in.Peek(v.in.Buffered())
	v.again.data = bytes.Join([][]byte{data, ahead, v.again.data}, nil)
	v.wasted += len(data)
	v.in.Reset(v.again)
}

// skip goes over the bytes that were given back, to where the file was read to
// before.
func (v *values) skip(n int) { v.in.Discard(n) }

// about tells how many records are lost.
func about(n int) string {
	if n == 1 {
		return "one record"
	}
	return fmt.Sprintf("about %d records", n)
}
