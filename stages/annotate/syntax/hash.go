package syntax

import "math/bits"

// Features are known by 64-bit hashes: there is no vocabulary and no string on
// the way. An atom is a value that templates combine: a word's hash, a tag, a
// distance. Atoms need not be well mixed themselves; key mixes them.

const (
	mulA = 0x9e3779b97f4a7c15
	mulB = 0xc2b2ae3d27d4eb4f
	mulC = 0x165667b19e3779f9
	mulD = 0xd6e8feb86659fd93
	mulE = 0x94d049bb133111eb
)

// finish spreads a sum of products over all bits; tables index by its top bits.
func finish(h uint64) uint64 {
	h = (h ^ h>>29) * mulE
	return h ^ h>>32
}

// hashForm is the hash of a word without regard to case, to the value of its
// digits and to the typesetting of quotation marks and dashes.
func hashForm(w string) uint64 {
	if w == "--" {
		w = "—"
	}
	h := uint64(len(w))
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case 'A' <= c && c <= 'Z':
			c += 'a' - 'A'
		case '0' <= c && c <= '9':
			c = '0'
		case c == 0xe2 && i+2 < len(w) && w[i+1] == 0x80:
			if p := plainMark(w[i+2]); p != 0 {
				c = p
				i += 2
				h -= 2
			}
		}
		h = (bits.RotateLeft64(h, 7) ^ uint64(c)) * mulA
	}
	return h ^ h>>31
}

// plainMark is the ASCII mark for the rune U+2000 + x - 0x80 where there is one.
func plainMark(x byte) byte {
	switch x {
	case 0x98, 0x99: // ‘ ’
		return '\''
	case 0x9c, 0x9d, 0x9e: // “ ” „
		return '"'
	case 0x93, 0x94: // – —
		return 0x14 // a dash that is no hyphen
	}
	return 0
}

// suffix packs the last n bytes of a word in lower case; prefix the first n.
func suffix(w string, n int) uint64 {
	h := uint64(n)
	for i := max(0, len(w)-n); i < len(w); i++ {
		h = h<<8 | uint64(fold(w[i]))
	}
	return h
}

func prefix(w string, n int) uint64 {
	h := uint64(n)
	for i := 0; i < len(w) && i < n; i++ {
		h = h<<8 | uint64(fold(w[i]))
	}
	return h
}

func fold(c byte) byte {
	switch {
	case 'A' <= c && c <= 'Z':
		return c + 'a' - 'A'
	case '0' <= c && c <= '9':
		return '0'
	}
	return c
}

// shapeOf classes a word by what can be seen of it.
func shapeOf(w string, first bool) uint64 {
	var upper, lower, digit, other uint64
	for i := 0; i < len(w); i++ {
		switch c := w[i]; {
		case 'A' <= c && c <= 'Z':
			upper++
		case 'a' <= c && c <= 'z', c >= 0x80:
			lower = 1
		case '0' <= c && c <= '9':
			digit = 1
		case c == '-':
			other |= 1
		case c == '.':
			other |= 2
		default:
			other |= 4
		}
	}
	s := min(upper, 2)<<5 | lower<<4 | digit<<3 | other
	if len(w) > 0 && 'A' <= w[0] && w[0] <= 'Z' {
		s |= 1 << 7
	}
	if first {
		s |= 1 << 8
	}
	return s
}
