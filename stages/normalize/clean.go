package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean makes the characters of a text uniform: NFC, \n as the only line end,
// every other white space a plain space, runs of it one, none at the ends of a
// line, and no characters that print nothing. Leading spaces stay, since they
// carry the layout of lists. Broken UTF-8 becomes U+FFFD.
func clean(s string) string {
	s = norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))
	var b strings.Builder
	b.Grow(len(s))
	spaces, words := 0, false // since the line began: pending spaces, whether a word came
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		switch {
		case r == '\r' && i < len(s) && s[i] == '\n':
			// the \n ends the line
		case isLineEnd(r):
			b.WriteByte('\n')
			spaces, words = 0, false
		case r == ' ' || r == '\t' || r > ' ' && unicode.Is(unicode.Zs, r):
			spaces++
		case isInvisible(r):
		default:
			if words && spaces > 0 {
				spaces = 1
			}
			for ; spaces > 0; spaces-- {
				b.WriteByte(' ')
			}
			words = true
			if n == 1 {
				b.WriteByte(byte(r))
			} else {
				b.WriteString(s[i-n : i])
			}
		}
	}
	return b.String()
}

func isLineEnd(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// isInvisible reports whether a character only steers layout or prints
// nothing: controls, the soft hyphen, zero-width and direction marks.
func isInvisible(r rune) bool {
	return r < ' ' || r >= 0x7F && (r < 0xA0 || r == 0xAD || unicode.Is(unicode.Cf, r) && r < 0x10000)
}
