package annotate

import (
	"unicode"

	"parley/stages"
)

// shapeOf is the shape of a word.
func shapeOf(w string) stages.Shape {
	var lower, upper, digit, other bool
	first := rune(0)
	digits := true // digits come first
	for i, r := range w {
		if i == 0 {
			first = r
		}
		switch {
		case r < 0x80 && isDigit(byte(r)) || r >= 0x80 && unicode.IsDigit(r):
			digit = true
			if lower || upper {
				digits = false
			}
		case unicode.IsUpper(r):
			upper = true
		case unicode.IsLetter(r):
			lower = true
		case r == '_' || r == '@' || r == '/' && !digit || r == '#':
			other = true
		}
	}
	switch {
	case digit && !upper && !other && digits:
		return stages.Numeric
	case digit || other:
		return stages.Mixed
	case upper && !lower:
		return stages.Uppercase
	case upper && unicode.IsUpper(first), upper && first == '\'':
		return stages.Capitalized
	case upper:
		return stages.Mixed
	}
	return stages.Lowercase
}
