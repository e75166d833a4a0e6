// Package loosejson makes JSON of what programs write in its place.
//
// Web pages and exports hold objects that other readers take and encoding/json
// does not: control characters in strings, a comma before a closing bracket,
// comments and the marks of HTML or XML around the whole, NaN and Infinity, which
// Python writes, None, True and strings in apostrophes, as its lists print, and
// the calls ISODate("...") and ObjectId("...") of a database's shell.
//
// Source: RFC 8259 for what is JSON; the documentation of Python's json and of
// MongoDB's shell for the rest.
package loosejson

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode"
)

// Repair returns data as JSON, where its faults are of the kinds above. What has
// others comes back as no JSON. It looks at each byte a bounded number of times.
func Repair(data []byte) []byte {
	r := repairer{in: data}
	for r.at < len(r.in) {
		r.step()
	}
	return r.out.Bytes()
}

// Valid returns data if it is JSON, or else its repair if that is; nil where
// neither is.
func Valid(data []byte) []byte {
	if json.Valid(data) {
		return data
	}
	if data = Repair(data); json.Valid(data) {
		return data
	}
	return nil
}

type repairer struct {
	in    []byte
	at    int
	depth int    // open brackets
	calls []bool // open parentheses: whether each is a tuple's
	out   bytes.Buffer
	last  int // where the last string ends in out
}

// around are marks that may stand around a script's JSON.
var around = []string{"<!--", "-->", "<![CDATA[", "]]>", "//<![CDATA[", "//]]>", ";", "\ufeff"}

func (r *repairer) step() {
	c := r.in[r.at]
	if r.depth == 0 {
		for _, m := range around {
			if bytes.HasPrefix(r.in[r.at:], []byte(m)) {
				r.at += len(m)
				return
			}
		}
	}
	switch {
	case c == '"' || c == '\'':
		r.text(c)
	case c == '/':
		if n := comment(r.in[r.at:]); n > 0 {
			r.at += n
			return
		}
		r.copy(1)
	case c == ',':
		if next := r.next(r.at + 1); next != ']' && next != '}' && next != ')' && next != 0 {
			r.out.WriteByte(c)
		}
		r.at++
	case c == '[' || c == '{':
		r.depth++
		r.copy(1)
	case c == ']' || c == '}':
		r.depth--
		r.copy(1)
	case c == '(' || c == ')':
		r.parenthesis(c)
	case isWord(c) || c == '-' && r.at+1 < len(r.in) && r.in[r.at+1] == 'I':
		r.word()
	default:
		r.copy(1)
	}
}

func (r *repairer) copy(n int) {
	r.out.Write(r.in[r.at : r.at+n])
	r.at += n
}

// next is the first byte from a place on that is neither blank nor of a comment,
// 0 for none.
func (r *repairer) next(at int) byte {
	for at < len(r.in) {
		switch c := r.in[at]; {
		case c == ' ' || c == '\t' || c == '\r' || c == '\n':
			at++
		case c == '/':
			n := comment(r.in[at:])
			if n == 0 {
				return c
			}
			at += n
		default:
			return c
		}
	}
	return 0
}

// comment is the length of the comment that s begins with, 0 for none.
func comment(s []byte) int {
	switch {
	case bytes.HasPrefix(s, []byte("//")):
		if i := bytes.IndexByte(s, '\n'); i >= 0 {
			return i + 1
		}
		return len(s)
	case bytes.HasPrefix(s, []byte("/*")):
		if i := bytes.Index(s[2:], []byte("*/")); i >= 0 {
			return i + 4
		}
		return len(s)
	}
	return 0
}

// escapes are the letters that JSON has behind a backslash.
const escapes = `"\/bfnrtu`

// text writes a string between quotation marks or apostrophes.
func (r *repairer) text(mark byte) {
	if n := r.out.Len(); r.last > 0 && n >= r.last && len(bytes.TrimSpace(r.out.Bytes()[r.last:])) == 0 {
		r.out.WriteByte(',') // NumPy prints lists without
	}
	defer func() { r.last = r.out.Len() }()
	r.out.WriteByte('"')
	for r.at++; r.at < len(r.in); r.at++ {
		switch c := r.in[r.at]; {
		case c == mark:
			r.out.WriteByte('"')
			r.at++
			return
		case c == '"':
			r.out.WriteString(`\"`)
		case c == '\\' && r.at+1 < len(r.in):
			r.at++
			r.escape()
		case c == '\n':
			r.out.WriteString(`\n`)
		case c == '\t':
			r.out.WriteString(`\t`)
		case c < ' ':
			r.out.WriteByte(' ')
		default:
			r.out.WriteByte(c)
		}
	}
}

// escape writes the character that a backslash stands before; Python has the
// form \xe9, too.
func (r *repairer) escape() {
	c := r.in[r.at]
	switch {
	case strings.IndexByte(escapes, c) >= 0:
		r.out.Write([]byte{'\\', c})
	case c == 'x' && r.at+2 < len(r.in):
		r.out.WriteString(`\u00`)
	case c >= ' ':
		r.out.WriteByte(c) // \' and the like
	}
}

// parenthesis reads a tuple as a list; those of a call are passed over.
func (r *repairer) parenthesis(c byte) {
	r.at++
	if c == '(' {
		r.calls = append(r.calls, true)
		r.depth++
		r.out.WriteByte('[')
		return
	}
	if n := len(r.calls); n > 0 {
		tuple := r.calls[n-1]
		r.calls = r.calls[:n-1]
		r.depth--
		if tuple {
			r.out.WriteByte(']')
		}
		return
	}
	r.out.WriteByte(c)
}

func isWord(c byte) bool {
	return c == '_' || c == '$' || c < 0x80 && unicode.IsLetter(rune(c))
}

// words are those that stand for a value.
var words = map[string]string{"NaN": "null", "nan": "null", "Infinity": "null", "-Infinity": "null", "inf": "null", "undefined": "null",
	"None": "null", "True": "true", "False": "false", "new": ""}

// word writes a word outside of strings: a value, or the name of a call, whose
// argument counts.
func (r *repairer) word() {
	end := r.at + 1
	for end < len(r.in) && (isWord(r.in[end]) || r.in[end] >= '0' && r.in[end] <= '9' || r.in[end] == '.') {
		end++
	}
	w := string(r.in[r.at:end])
	if v, ok := words[w]; ok && r.depth > 0 {
		r.out.WriteString(v)
		r.at = end
		return
	}
	if r.depth == 0 && w != "true" && w != "false" && w != "null" {
		r.at = end // a word around the whole
		return
	}
	if end < len(r.in) && r.in[end] == '(' {
		r.calls = append(r.calls, false)
		r.depth++
		r.at = end + 1
		if r.next(r.at) == ')' {
			r.out.WriteString("null")
		}
		return
	}
	r.copy(end - r.at)
}
