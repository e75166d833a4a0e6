package copies

import (
	"math"
	"unicode"

	"parley/stages"
)

const (
	shingle   = 3   // words a shingle; of every ten words one may change and most stay
	hashes    = 128 // MinHash functions; the estimate of a similarity of 0.5 errs by 0.044
	packed    = 2   // MinHash values of 16 bits in one element of the signature
	minWords  = 20  // shorter texts are only compared word for word
	signature = hashes / packed
)

// hasher holds the MinHash functions x -> mul*x + add, modulo 2^64.
type hasher struct {
	mul, add [hashes]uint64
}

// newHasher makes the functions, always the same ones.
func newHasher() *hasher {
	h := &hasher{}
	seed := uint64(0x9E3779B97F4A7C15)
	for i := range h.mul {
		seed++
		h.mul[i] = mix(2*seed) | 1
		h.add[i] = mix(2*seed + 1)
	}
	return h
}

// sketch summarises a text.
func (h *hasher) sketch(text string) stages.Sketch {
	var s stages.Sketch
	var least [hashes]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	var last [shingle]uint64 // hashes of the last words, a ring
	words(text, func(word uint64) {
		s.Exact = mix(s.Exact*3 + word)
		last[s.Words%shingle] = word
		s.Words++
		if s.Words < shingle {
			return
		}
		x := uint64(0)
		for i := range int32(shingle) {
			x = mix(x*3 + last[(s.Words+i)%shingle])
		}
		for i := range least {
			least[i] = min(least[i], h.mul[i]*x+h.add[i])
		}
	})
	if s.Words >= minWords {
		s.MinMax = pack(&least)
	}
	return s
}

// pack keeps 16 bits of each value: the values are mixed first, since the high
// bits of a least value are nearly always zero.
func pack(least *[hashes]uint64) []uint32 {
	out := make([]uint32, signature)
	for i := range out {
		out[i] = uint32(mix(least[packed*i])&0xFFFF)<<16 | uint32(mix(least[packed*i+1])&0xFFFF)
	}
	return out
}

// words yields a hash of each word, a run of letters and digits, in lower case;
// a mark inside a word, such as an apostrophe, makes two of it.
func words(text string, yield func(uint64)) {
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	h, inside := uint64(offset), false
	for _, r := range text {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r >= 0x80 && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)):
			r = unicode.ToLower(r)
		default:
			if inside {
				yield(h)
				h, inside = offset, false
			}
			continue
		}
		h, inside = (h^uint64(r))*prime, true
	}
	if inside {
		yield(h)
	}
}

// mix is the finaliser of splitmix64: it spreads every bit over all.
func mix(x uint64) uint64 {
	x += 0x9E3779B97F4A7C15
	x = (x ^ x>>30) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>27) * 0x94D049BB133111EB
	return x ^ x>>31
}

// jaccard estimates which share of the shingles of two texts together both hold.
func jaccard(a, b []uint32) float64 {
	if len(a) != signature || len(b) != signature {
		return 0
	}
	same := 0
	for i, x := range a {
		if x ^= b[i]; x&0xFFFF == 0 {
			same++
		}
		if x>>16 == 0 {
			same++
		}
	}
	return float64(same) / hashes
}

// contained estimates which share of a's shingles b holds too, from the
// similarity of the two and their lengths.
func contained(j float64, a, b int32) float64 {
	na, nb := float64(a-shingle+1), float64(b-shingle+1)
	return min(1, j/(1+j)*(na+nb)/na)
}
