package annotate

import "strings"

// Words that are one token whatever marks they hold: letters with full stops,
// addresses, telephone numbers and dates.

// maxAddress bounds how far a web address is followed.
const maxAddress = 2000

// acronym is the end of letters with a full stop after each (U.S., a.m., J.R.),
// or p.
func (s *scan) acronym(p int) int {
	e, stops := p, 0
	for isLetter(s.byte(e)) && s.byte(e) < 0x80 && s.byte(e+1) == '.' && s.byte(e+2) != '.' {
		e += 2
		stops++
	}
	if stops == 0 {
		return p
	}
	if r, _ := s.rune(e); isWordRune(r) {
		if after, _ := s.rune(e + 1); isWordRune(after) || !isLetter(s.byte(e)) {
			if stops < 2 || isLower(s.byte(e)) {
				return p // Plan B.We
			}
			return e // U.S.troops
		}
		e++ // p.m
		stops++
	}
	if stops < 2 {
		return p
	}
	return e
}

// degree is the end of an abbreviation of two parts (Ph.D., M.Sc.) at p, or p.
func (s *scan) degree(p int) int {
	e := p
	for i := 0; i < 2; i++ {
		if !isUpper(s.byte(e)) {
			return p
		}
		for e++; isLower(s.byte(e)) && e-p < 8; e++ {
		}
		if s.byte(e) != '.' {
			return p
		}
		e++
	}
	if s.abbreviations[string(s.lower(p, e-1))] != plain {
		return p
	}
	return e
}

// address is the end of a web or mail address at p, or p.
func (s *scan) address(p int) int {
	rest := s.text[p:min(len(s.text), p+maxAddress)]
	web := strings.HasPrefix(rest, "http://") || strings.HasPrefix(rest, "https://") || strings.HasPrefix(rest, "www.")
	if !web && (s.space || s.byte(p-1) == '<' || s.byte(p-1) == '(') {
		for i := 0; i < len(rest) && i < 64 && rest[i] > ' '; i++ {
			if rest[i] == '@' {
				web = i > 0 && i+2 < len(rest) && isLetter(rest[i+1])
				break
			}
		}
	}
	if !web {
		return p
	}
	e := p
	for e < p+len(rest) {
		r, n := s.rune(e)
		if isSpace(r) || strings.ContainsRune(`"<>“”«»()[]{}|`, r) {
			break
		}
		e += n
	}
	for e > p && strings.IndexByte(".,;:!?'", s.text[e-1]) >= 0 {
		e--
	}
	return e
}

// grouped is the end of digits in groups with hyphens that are one token: a
// telephone number (555-0123) or a date (2022-03-10); or p.
func (s *scan) grouped(p int) int {
	var groups [6]int
	e, n := p, 0
	for n < len(groups) {
		q := e
		for isDigit(s.byte(q)) && q-e < 6 {
			q++
		}
		groups[n] = q - e
		n++
		e = q
		if s.byte(e) != '-' || !isDigit(s.byte(e+1)) || groups[n-1] == 0 {
			break
		}
		e++
	}
	if r, _ := s.rune(e); isWordRune(r) || r == '.' && isDigit(s.byte(e+1)) || r == ',' && isDigit(s.byte(e+1)) {
		return p
	}
	phone := n >= 2 && n <= 4 && groups[n-1] == 4 && groups[n-2] == 3
	day := n == 3 && (groups[0] == 4 && groups[1] == 2 && groups[2] == 2 || groups[0] <= 2 && groups[1] <= 2 && groups[2] == 4)
	if !phone && !day {
		return p
	}
	return e
}
