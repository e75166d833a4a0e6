package repeats

import (
	"hash/fnv"
	"unicode"
	"unicode/utf8"

	"parley/schemas"
)

// fewest is the number of quoted words from which on two quotations that agree
// are one utterance.
const fewest = 5

// hash is that of the quoted words of a statement, in lower case and without
// punctuation; ok is false when they are too few.
func hash(r *schemas.Statement) (h uint64, ok bool) {
	sum := fnv.New64a()
	words, inWord := 0, false
	inQuote := r.Type == "direct"
	depth := 0
	var buf [utf8.UTFMax]byte
	for _, c := range r.Content {
		if r.Type == "mixed" {
			switch c {
			case '“', '«', '„':
				depth++
			case '”', '»':
				depth--
			case '"':
				depth = 1 - min(depth, 1)
			}
			depth = max(depth, 0)
			inQuote = depth > 0
		}
		letter := inQuote && (unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c))
		switch {
		case letter && !inWord:
			words++
			sum.Write([]byte{' '})
			fallthrough
		case letter:
			sum.Write(buf[:utf8.EncodeRune(buf[:], unicode.ToLower(c))])
		case inWord && (c == '\'' || c == '’'):
			continue // don't is one word, however its mark is written
		}
		inWord = letter
	}
	return sum.Sum64(), words >= fewest
}
