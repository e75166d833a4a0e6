package figures

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// class is what a piece is made of.
type class uint8

const (
	word   class = iota // letters, also U.S. and don't
	digits              // 5,000 or 3.9 or 40 000
	mark                // any other sign, alone
)

// piece is what numbers are read from. It is finer than a token, since a
// number, its unit and its currency are often written as one: $3.5bn, 90-minute.
type piece struct {
	start, end int32 // bytes of the article
	low        string
	class      class
	gap        bool    // white space before it
	capital    bool    // begins with a capital letter
	plain      bool    // digits without separators
	value      float64 // of digits
	ok         bool    // whether digits are a number at all: 10.03.2022 is none
}

// cut appends the pieces of s, which begins at byte base of the article.
func cut(ps []piece, s string, base int32) []piece {
	gap := true
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		p := piece{start: base + int32(i), gap: gap}
		gap = false
		switch {
		case unicode.IsSpace(r):
			gap = true
			i += n
			continue
		case '0' <= r && r <= '9' || r == '.' && p.gap && digitAt(s, i+1):
			n = digitsLen(s[i:])
			p.class = digits
			p.low = s[i : i+n]
			p.plain = !strings.ContainsAny(p.low, ".,'’ \u00a0\u202f\u2009")
			p.value, p.ok = parseDigits(p.low)
		case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
			n = wordLen(s[i:])
			p.low = lower(s[i : i+n])
			p.capital = unicode.IsUpper(r) || n > 1 && 'A' <= s[i+1] && s[i+1] <= 'Z' // also xPhone
		default:
			p.class = mark
			p.low = s[i : i+n]
			switch p.low {
			case "−", "‐", "‑":
				p.low = "-"
			case "’", "‘":
				p.low = "'"
			}
		}
		i += n
		p.end = base + int32(i)
		ps = append(ps, p)
	}
	return ps
}

func digitAt(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// digitsLen is the length of the run of digits and separators that s begins
// with.
func digitsLen(s string) int {
	i := 1
	if len(s) > 5 && (s[:2] == "19" || s[:2] == "20") && digitAt(s, 2) && digitAt(s, 3) && s[4] == '.' {
		return 4 // a year at the end of a sentence and no space after it
	}
	for i < len(s) && (digitAt(s, i) || (s[i] == ',' || s[i] == '.') && digitAt(s, i+1)) {
		i++
	}
	if i > 3 || strings.ContainsAny(s[:i], ".,") {
		return i
	}
	if n := primed(s, i); n > i {
		return n
	}
	for { // 40 000: groups of three after a first group of up to three
		n := spaceLen(s[i:])
		j := i + n
		if n == 0 || !digitAt(s, j) || !digitAt(s, j+1) || !digitAt(s, j+2) || digitAt(s, j+3) || calibreAt(s[j+3:]) {
			break
		}
		i = j + 3
	}
	if i > 3 && digitAt(s, i+1) && (s[i] == '.' || s[i] == ',') {
		for i++; digitAt(s, i); i++ {
		}
	}
	return i
}

// primed is the end of digits that apostrophes divide into groups of three, as
// the Swiss do: 12'400. The first group ends at i.
func primed(s string, i int) int {
	for {
		_, n := utf8.DecodeRuneInString(s[i:])
		j := i + n
		if !strings.HasPrefix(s[i:], "'") && !strings.HasPrefix(s[i:], "’") || !digitAt(s, j) || !digitAt(s, j+1) || !digitAt(s, j+2) || digitAt(s, j+3) {
			return i
		}
		i = j + 3
	}
}

// calibreAt reports whether a calibre ends here, so that the digits before are no
// group of thousands: 300 122-mm howitzers.
func calibreAt(s string) bool {
	s = strings.TrimLeft(s, " -\u00a0\u2011")
	return strings.HasPrefix(s, "mm") && (len(s) == 2 || !isASCIILetter(s[2]))
}

func spaceLen(s string) int {
	for _, sp := range [...]string{" ", "\u00a0", "\u202f", "\u2009"} {
		if strings.HasPrefix(s, sp) {
			return len(sp)
		}
	}
	return 0
}

// wordLen is the length of the word that s begins with: letters with inner
// apostrophes, or letters that each have a full stop.
func wordLen(s string) int {
	if n := acronymLen(s); n > 0 {
		return n
	}
	i := 0
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.Is(unicode.M, r) {
			i += n
			continue
		}
		if r == '\'' || r == '’' {
			if next, _ := utf8.DecodeRuneInString(s[i+n:]); unicode.IsLetter(next) {
				i += n
				continue
			}
		}
		break
	}
	return i
}

// acronymLen is the length of U.S. or p.m that s begins with, or 0.
func acronymLen(s string) int {
	i, letters := 0, 0
	for i+1 < len(s) && isASCIILetter(s[i]) && s[i+1] == '.' {
		i += 2
		letters++
	}
	if letters > 0 && i < len(s) && isASCIILetter(s[i]) {
		if r, _ := utf8.DecodeRuneInString(s[i+1:]); !unicode.IsLetter(r) {
			i++
			letters++
		} else {
			return 0
		}
	}
	if letters < 2 {
		return 0
	}
	return i
}

func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

// lower makes lower case with straight apostrophes and no possessive ending.
func lower(s string) string {
	s = strings.ToLower(s)
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	return strings.TrimSuffix(s, "'s")
}

// parseDigits reads digits with separators of English use, and of the other
// uses that cannot be mistaken for it: 40 000, 1.234.567, 1,3, 250.000,50.
func parseDigits(s string) (float64, bool) {
	if i := strings.IndexAny(s, " \u00a0\u202f\u2009"); i >= 0 {
		s = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2009", "", ",", ".").Replace(s)
	}
	s = strings.NewReplacer("'", "", "’", "").Replace(s)
	s, ok := english(s)
	if !ok || len(s) > 1 && s[0] == '0' && s[1] != '.' {
		return 0, false // 007, 0300: a name or a time
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

// english writes digits without separators of groups and with a full stop
// before decimals. Where a comma and a full stop both stand, the last of them
// is before the decimals and the other divides groups; behind a comma these
// are one or two, since 10.000,125 may be two numbers.
func english(s string) (string, bool) {
	commas, dots := strings.Count(s, ","), strings.Count(s, ".")
	comma, dot := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case commas == 0 && dots < 2: // 5000, 3.9
		return s, true
	case commas == 0: // 1.234.567
		return ungroup(s, ".")
	case dots == 0 && commas == 1 && decimals(s[comma+1:]): // 1,3
		return s[:comma] + "." + s[comma+1:], comma > 0
	case dots == 0: // 1,234,567
		return ungroup(s, ",")
	case dots == 1 && comma < dot: // 1,234.5
		whole, ok := ungroup(s[:dot], ",")
		return whole + s[dot:], ok
	case commas == 1 && dot < comma && decimals(s[comma+1:]): // 250.000,50
		whole, ok := ungroup(s[:comma], ".")
		return whole + "." + s[comma+1:], ok
	}
	return "", false
}

// decimals reports whether digits behind a comma are a fraction and no group.
func decimals(s string) bool { return len(s) == 1 || len(s) == 2 }

// ungroup joins digits that a separator divides into groups of three, or as in
// India into groups of two before the last three; false where they are in others.
func ungroup(s, separator string) (string, bool) {
	g := strings.Split(s, separator)
	last := len(g) - 1
	if last < 1 || len(g[0]) < 1 || len(g[0]) > 3 || len(g[last]) != 3 {
		return "", false
	}
	size := 3
	if last > 1 {
		size = len(g[1])
	}
	for _, x := range g[1:last] {
		if len(x) != size || size < 2 {
			return "", false
		}
	}
	return strings.Join(g, ""), true
}
