package annotate

import (
	"strings"
	"unicode"

	"parley/stages"
)

// word takes the word at p, which may come out as several tokens, and returns
// the place after it.
func (s *scan) word(p int) int { return s.wordFrom(p, p) }

// wordFrom takes the word whose letters begin at p and whose token begins at
// from, where that is a mark before it.
func (s *scan) wordFrom(from, p int) int {
	if from == p {
		if e := s.address(p); e > p {
			s.emit(p, e, stages.Mixed)
			return e
		}
		if e := s.acronym(p); e > p {
			s.emit(p, e, stages.Uppercase)
			return e
		}
		if e := s.degree(p); e > p {
			s.emit(p, e, stages.Mixed)
			return e
		}
		if isDigit(s.byte(p)) {
			if e := s.grouped(p); e > p {
				s.emit(p, e, stages.Numeric)
				return e
			}
		}
	}
	first := len(s.out)
	e := p
	if c := s.byte(p); c == '@' || c == '#' || c == '+' || c == '.' {
		e++
	}
	for {
		r, n := s.rune(e)
		if isWordRune(r) {
			e += n
			continue
		}
		if n == 0 {
			break
		}
		if q := s.apostrophe(from, e, r, n); q < 0 {
			return -q
		} else if q > 0 {
			e = q
			continue
		}
		if q := s.joined(from, e, r); q > e {
			e = q
			continue
		}
		break
	}
	e = s.fullStop(from, e)
	s.parts(from, e)
	if s.byte(e) == '$' && len(s.out) == first+1 && s.out[first].Shape == stages.Uppercase && e-from <= 2 { // US$
		s.out[first].End++
		s.out[first].Shape = stages.Symbol
		e++
	}
	return e
}

// apostrophe looks at an apostrophe at e inside of the word that begins at from.
// It returns 0 when the word ends there, a place to go on from when the
// apostrophe is part of the word, and minus the place after it when it has
// emitted a contraction.
func (s *scan) apostrophe(from, e int, r rune, n int) int {
	if r != '\'' && r != '’' && r != '‘' && r != '´' && r != '`' || e == from {
		return 0
	}
	q := e + n
	next, _ := s.rune(q)
	if !isWordRune(next) {
		return 0
	}
	if c := s.byte(e - 1); c|0x20 == 'n' && s.byte(q)|0x20 == 't' && e-1 > from {
		if after, _ := s.rune(q + 1); !isWordRune(after) { // do|n't
			s.parts(from, e-1)
			s.emit(e-1, q+1, stages.Lowercase)
			return -(q + 1)
		}
	}
	if k := s.clitic(q); k > 0 {
		s.parts(from, e)
		s.emit(e, q+k, stages.Lowercase)
		return -(q + k)
	}
	if isDigit(s.byte(e-1)) || !unicode.IsLetter(next) {
		return 0
	}
	return q // O'Neill
}

// joined looks at a mark at e that may join what stands before and after it in
// one word, and returns the place to go on from, or e.
func (s *scan) joined(from, e int, r rune) int {
	before, after := s.byte(e-1), s.byte(e+1)
	switch r {
	case '.':
		if isDigit(after) && (isDigit(before) || e == from) {
			return e + 1
		}
		if (isLetter(before) || isDigit(before)) && isLower(after) {
			if q := s.domain(e + 1); q > e {
				return q
			}
		}
	case ',', ':', '/':
		if isDigit(before) && isDigit(after) && (r != ':' || s.allDigits(from, e)) {
			return e + 1
		}
		if r == '/' && e == from+1 && isLetter(before) && isLetter(after) && s.single(e+1) { // I/C, w/o
			return e + 1
		}
		if r == ',' && isDigit(before) && isDigit(after) {
			return e + 1
		}
	case '-':
		if isLetter(before) && isLetter(after) && s.prefixes[string(s.lower(from, e))] {
			return e + 1
		}
	case '&':
		if isUpper(before) && isUpper(after) && e-from <= 3 {
			return e + 1
		}
	case '*':
		if isLower(before) && (isLower(after) || after == '*') {
			return e + 1
		}
	}
	return e
}

func (s *scan) allDigits(from, to int) bool {
	for ; from < to; from++ {
		if c := s.text[from]; !isDigit(c) && c != ':' {
			return false
		}
	}
	return true
}

// single reports whether one letter stands at p before the word's end.
func (s *scan) single(p int) bool {
	r, _ := s.rune(p + 1)
	return !isWordRune(r)
}

// domain is the end of the parts with full stops at p, when the last is a
// domain or file type; 0 otherwise.
func (s *scan) domain(p int) int {
	for range 4 {
		q := p
		for isLower(s.byte(q)) || isDigit(s.byte(q)) {
			q++
		}
		if q == p {
			return 0
		}
		if r, _ := s.rune(q); isWordRune(r) {
			return 0
		}
		more := s.byte(q) == '.' && isLower(s.byte(q+1))
		if !more {
			if s.domains[string(s.lower(p, q))] {
				return q
			}
			return 0
		}
		p = q + 1
	}
	return 0
}

// fullStop extends the word at from over the full stop at e when it belongs to
// an abbreviation.
func (s *scan) fullStop(from, e int) int {
	if s.byte(e) != '.' || e == from || s.byte(e+1) == '.' && s.byte(e+2) == '.' {
		return e
	}
	next := s.byte(e + 1)
	space := next == ' ' || next == '\u00a0'
	if space {
		next = s.byte(e + 2)
	}
	if e == from+1 && isUpper(s.byte(from)) { // an initial
		if s.byte(from) != 'I' && (isUpper(next) || isLower(next) || next == ',' || next >= 0x80) {
			return e + 1
		}
		return e
	}
	switch s.abbreviations[string(s.lower(from, e))] {
	case title:
		if isUpper(s.byte(from)) && (space && next != ' ' || isLetter(next) || next == ')') && (!isUpper(s.byte(from+1)) || isUpper(next)) {
			return e + 1
		}
	case date:
		if isUpper(s.byte(from)) && (isDigit(next) || !space && next == ',' || isLower(next)) {
			return e + 1
		}
	case number:
		if isDigit(next) {
			return e + 1
		}
	case state:
		if isUpper(s.byte(from)) && s.afterMark() && (space || !isLetter(next)) {
			return e + 1
		}
	case plain:
		if space || !isLetter(next) {
			return e + 1
		}
	}
	return e
}

// afterMark reports whether the last token is a comma, hyphen or bracket.
func (s *scan) afterMark() bool {
	n := len(s.out)
	return n > 0 && strings.IndexByte(",-(", s.text[s.out[n-1].Start]) >= 0
}

// parts emits the word at from, split where it is two: a unit after a number, a
// contraction without apostrophe, or words that have lost their space.
func (s *scan) parts(from, to int) {
	if to <= from {
		return
	}
	if isDigit(s.byte(from)) {
		u := to
		for u > from && isLetter(s.byte(u-1)) {
			u--
		}
		if u > from && u < to && isDigit(s.byte(u-1)) && s.units[string(s.lower(u, to))] {
			s.emit(from, u, stages.Numeric)
			s.emit(u, to, shapeOf(s.text[u:to]))
			return
		}
	} else if n := s.contractions[string(s.lower(from, to))]; n > 0 {
		s.emit(from, from+n, shapeOf(s.text[from:from+n]))
		s.emit(from+n, to, stages.Lowercase)
		return
	} else if n := glued(s.text[from:to]); n > 0 {
		s.emit(from, from+n, stages.Lowercase)
		from += n
	}
	s.emit(from, to, shapeOf(s.text[from:to]))
}

// glued is the length of a lower-case word that a capitalized one is written
// against (includingHe), as machine translation does; 0 for any other word.
func glued(w string) int {
	n := 0
	for n < len(w) && isLower(w[n]) {
		n++
	}
	if n < 2 || n == len(w) || !isUpper(w[n]) {
		return 0
	}
	switch w[:n] {
	case "al", "da", "de", "del", "della", "di", "du", "el", "fitz", "la", "le", "mac", "mc", "van", "von":
		return 0 // deBroglie
	}
	for i := n + 1; i < len(w); i++ {
		if !isLower(w[i]) {
			return 0
		}
	}
	if n+1 == len(w) && w[n] != 'A' && w[n] != 'I' {
		return 0
	}
	return n
}
