package syntax

import "math"

// A table holds a classifier's weights by the hash of the feature: the hash's
// top bits choose a bucket of two slots, the bits below them are the feature's
// fingerprint in its slot. Both slots are compared without a branch, because
// whether a feature is known is as good as a coin's toss. Features for
// which a bucket has no room are left out before the last training.
//
// A weight is a byte that stands for a power of 2.5, which keeps small weights
// apart where a linear scale would not.

// Feature is a feature with the weights of its classes, for packing.
type Feature struct {
	Key     uint64
	Weights []float32
}

const (
	pairPrint = 16 // bits of the fingerprint where a slot holds two weights
	rowPrint  = 10 // and where it holds the place of a row
	rowBits   = 32 - rowPrint
	unit      = 1 << 20 // what the greatest weight counts
)

// codebook gives for a code the weight it stands for.
func codebook() (c [256]int32) {
	for i := 1; i < 128; i++ {
		w := int32(math.Round(unit * math.Pow(float64(i)/127, 2.5)))
		c[i], c[256-i] = w, -w
	}
	return
}

// encode is the code nearest to a weight, where limit is the greatest.
func encode(w, limit float32) byte {
	c := int(math.Round(127 * math.Pow(math.Abs(float64(w/limit)), 1/2.5)))
	if w < 0 {
		c = -c
	}
	return byte(int8(c))
}

// The sizes of the tables, as powers of two of buckets.
const (
	tagSize    = 17
	actionSize = 19
	guideSize  = 17
	labelSize  = 17
)

// pairs is a table of two weights a feature: those of Left and Right, as they
// differ from that of Shift.
type pairs struct {
	shift   uint
	buckets []uint64 // two slots: fingerprint << 16 | code of Left << 8 | code of Right
}

// rows is a table of few classes of many: a slot gives the place of a row of
// class and code, which begins with its length. Long rows are few, but are met
// most often. They are kept apart, with the weights of all classes, two to a
// number: such numbers are added as they are (see split).
type rows struct {
	shift   uint
	buckets []uint64 // two slots: fingerprint << rowBits | place
	row     []uint16 // length, then class << 8 | code; the place 0 is none
	long    []int64  // long rows, of lanes numbers each
	lanes   int
}

const (
	longRow   = 24  // classes that make a row long
	firstLong = 256 // a length from here on is the number of a long row plus this
	maxLanes  = 64
)

// split gives the two weights that numbers like low + high<<32 add up to.
func split(sum int64) (low, high int32) {
	low = int32(sum)
	return low, int32((sum - int64(low)) >> 32)
}

// addLong adds a long row to the sums of the lanes.
func (t *rows) addLong(n uint16, sum *[maxLanes]int64) {
	row := t.long[int(n-firstLong)*t.lanes:][:t.lanes]
	to := sum[:len(row)]
	for i, x := range row {
		to[i] += x
	}
}

// fetch reads the buckets of the keys, and does no more, so that many of them
// are on their way from memory at once: it saves nearly half of the parser's time.
func fetch(buckets, keys []uint64, shift uint, buf *[maxFeatures]uint64) []uint64 {
	found := buf[:min(len(keys), maxFeatures)]
	for i, h := range keys[:len(found)] {
		found[i] = buckets[h>>(shift&63)]
	}
	return found
}

// match is all ones when a slot has the fingerprint, which is below 1<<31.
func match(print, fp uint32) uint32 { return uint32(int32((print^fp)-1) >> 31) }

// add sums the weights of the features.
func (t *pairs) add(keys []uint64, book *[256]int32) (left, right int32) {
	shift := t.shift & 63
	var buf [maxFeatures]uint64
	for i, x := range fetch(t.buckets, keys, shift, &buf) {
		fp := uint32(keys[i]>>(shift-pairPrint)) & (1<<pairPrint - 1)
		a, b := uint32(x), uint32(x>>32)
		code := a&match(a>>16, fp) | b&match(b>>16, fp)
		left += book[code>>8&0xff]
		right += book[code&0xff]
	}
	return left, right
}

// add sums the weights of the features to score.
func (t *rows) add(keys []uint64, book *[256]int32, score *[128]int32) {
	const places = 1<<rowBits - 1
	var hit [maxFeatures]uint32
	n := uint32(0)
	shift := t.shift & 63
	var buf [maxFeatures]uint64
	for i, x := range fetch(t.buckets, keys, shift, &buf) {
		fp := uint32(keys[i]>>(shift-rowPrint)) & (1<<rowPrint - 1)
		a, b := uint32(x), uint32(x>>32)
		at := (a&match(a>>rowBits, fp) | b&match(b>>rowBits, fp)) & places
		hit[n%maxFeatures] = at
		n += -at >> 31 // 1 when there is a row
	}
	hits := hit[:min(n, maxFeatures)]
	var length [maxFeatures]uint16 // read first, so that the rows are fetched side by side
	for i, at := range hits {
		length[i] = t.row[at]
	}
	var sum [maxLanes]int64
	for i, at := range hits {
		if n := length[i]; n >= firstLong {
			t.addLong(n, &sum)
			continue
		}
		for _, x := range t.row[at+1:][:length[i]] {
			score[x>>8&127] += book[x&0xff]
		}
	}
	for i, x := range sum[:t.lanes] {
		low, high := split(x)
		score[2*i] += low
		score[2*i+1] += high
	}
}
