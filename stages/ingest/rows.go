package ingest

import (
	"bytes"
	"slices"
	"strconv"
)

// rowScan finds the cells of one row of comma-separated values. It looks at
// each byte once, also when the row is given to it line by line.
type rowScan struct {
	delim byte
	most  int  // cells that are kept
	slash bool // a quotation mark behind a backslash ends no cell

	cells  []cell
	wide   bool // there were more
	quotes bool // a cell stands in quotation marks
	bent   bool // a quotation mark stands where none may

	at, start int // bytes looked at; where the cell begins
	in        state
}

// cell is where a cell stands, without its quotation marks.
type cell struct {
	from, to int
	quoted   bool
}

type state int

const (
	before state = iota // the first byte of a cell
	bare
	quoted
)

// run looks at the lines in buf as far as the row goes and reports whether it
// ends; last says that no line follows. Without an end, buf needs another line,
// or a quotation mark is never closed.
func (s *rowScan) run(buf []byte, last bool) (ended bool) {
	for s.at < len(buf) {
		c := buf[s.at]
		switch {
		case s.in == quoted:
			i := bytes.IndexByte(buf[s.at:], '"')
			if i < 0 {
				s.at = len(buf)
				return false
			}
			s.at += i + 1
			switch rest := buf[s.at:]; {
			case s.slash && escaped(buf[s.start:s.at-1]):
			case len(rest) > 0 && rest[0] == '"':
				s.at++
			case len(rest) > 0 && rest[0] == s.delim:
				s.add(s.at-1, true)
				s.next()
			case len(rest) == 0 || rest[0] == '\n' || bytes.HasPrefix(rest, []byte("\r\n")):
				s.add(s.at-1, true)
				s.at += bytes.IndexByte(rest, '\n') + 1
				return true
			default:
				s.bent = true
			}
		case s.in == before && c == '"':
			s.at++
			s.start, s.in, s.quotes = s.at, quoted, true
		case c == s.delim:
			s.add(s.at, false)
			s.next()
		case c == '\n':
			s.add(len(bytes.TrimRight(buf[s.start:s.at], "\r"))+s.start, false)
			s.at++
			return true
		default:
			s.bent = s.bent || c == '"'
			s.in = bare
			s.at++
		}
	}
	if last && s.in != quoted {
		s.add(len(buf), false)
	}
	return last && s.in != quoted
}

// escaped reports whether what follows stands behind a backslash that is not
// behind another one.
func escaped(b []byte) bool {
	n := len(b) - len(bytes.TrimRight(b, `\`))
	return n%2 == 1
}

func (s *rowScan) next() {
	s.at++
	s.start, s.in = s.at, before
}

func (s *rowScan) add(to int, quoted bool) {
	if len(s.cells) < s.most {
		s.cells = append(s.cells, cell{s.start, to, quoted})
	} else {
		s.wide = s.wide || to > s.start // empty cells more do not matter
	}
}

// texts gives the cells' texts.
func (s *rowScan) texts(row []byte) []string {
	out := make([]string, len(s.cells))
	for i, c := range s.cells {
		b := row[c.from:c.to]
		if c.quoted {
			b = bytes.ReplaceAll(b, []byte(`""`), []byte(`"`))
			b = bytes.ReplaceAll(b, []byte("\r\n"), []byte("\n"))
			if s.slash {
				b = unescape(b)
			}
		}
		out[i] = string(b)
	}
	return out
}

// unescape undoes the backslashes before quotation marks, backslashes and ends
// of lines.
func unescape(b []byte) []byte {
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] == '\\' && i+1 < len(b) && bytes.IndexByte([]byte("\"\\\n"), b[i+1]) >= 0 {
			i++
		}
		out = append(out, b[i])
	}
	return out
}

// hold reports whether a cell in quotation marks holds a byte.
func (s *rowScan) hold(row []byte, b byte) bool {
	return slices.ContainsFunc(s.cells, func(c cell) bool { return c.quoted && bytes.IndexByte(row[c.from:c.to], b) >= 0 })
}

// count says how many cells there are.
func (s *rowScan) count() string {
	if s.wide {
		return "more than " + strconv.Itoa(s.most)
	}
	return strconv.Itoa(len(s.cells))
}
