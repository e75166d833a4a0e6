package syntax

import (
	"cmp"
	"encoding/binary"
	"errors"
	"math"
	"slices"
)

// pack writes features to a model: first how many, then the differences of
// their hashes' leading bits, those bytes that are noise apart from the rest,
// then how many classes each has, then the classes, then the codes.
func pack(b []byte, features []Feature, bucket, print int) []byte {
	limit := float32(0)
	for _, f := range features {
		for _, w := range f.Weights {
			limit = max(limit, float32(math.Abs(float64(w))))
		}
	}
	features = strongest(features, len(features), bucket, print)
	cut := 64 - bucket - print
	var low, high, counts, classes, codes []byte
	n, last := 0, uint64(0)
	for _, f := range features {
		k := f.Key >> cut
		count := 0
		for c, w := range f.Weights {
			if x := encode(w, limit); x != 0 {
				count++
				classes = append(classes, byte(c))
				codes = append(codes, x)
			}
		}
		if count == 0 {
			continue
		}
		d := k - last
		for range print / 8 {
			low = append(low, byte(d))
			d >>= 8
		}
		high = binary.AppendUvarint(high, d)
		counts = append(counts, byte(count))
		last = k
		n++
	}
	b = binary.AppendUvarint(b, uint64(bucket))
	b = binary.AppendUvarint(b, uint64(n))
	for _, part := range [5][]byte{low, high, counts, classes, codes} {
		b = binary.AppendUvarint(b, uint64(len(part)))
		b = append(b, part...)
	}
	return b
}

// strongest lists, in order of their keys, the n features that can move a
// decision most, of those that find room in a table.
func strongest(features []Feature, n, bucket, print int) []Feature {
	type ranked struct {
		at       int
		strength float32
	}
	rank := make([]ranked, len(features))
	for i, f := range features {
		low, high := float32(0), float32(0)
		for _, w := range f.Weights {
			low, high = min(low, w), max(high, w)
		}
		rank[i] = ranked{i, high - low}
	}
	slices.SortFunc(rank, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.strength, a.strength), cmp.Compare(features[a.at].Key, features[b.at].Key))
	})
	room := make([][2]uint64, 1<<bucket) // what the buckets' slots hold, plus one
	var out []Feature
	for _, r := range rank {
		if len(out) == n || r.strength == 0 {
			break
		}
		f := features[r.at]
		slots, known := &room[f.Key>>(64-bucket)], f.Key>>(64-bucket-print)+1
		switch {
		case slots[0] == 0:
			slots[0] = known
		case slots[1] == 0 && slots[0] != known:
			slots[1] = known
		default:
			continue
		}
		out = append(out, f)
	}
	slices.SortFunc(out, func(a, b Feature) int { return cmp.Compare(a.Key, b.Key) })
	return out
}

// StrongestTags, StrongestActions and StrongestLabels are the n features of a
// classifier that are worth keeping, of those that its table has room for.
func StrongestTags(features []Feature, n int) []Feature {
	return strongest(features, n, tagSize, rowPrint)
}

// StrongestActions is StrongestTags for the parser's actions.
func StrongestActions(features []Feature, n int) []Feature {
	return strongest(features, n, actionSize, pairPrint)
}

// StrongestGuide is StrongestTags for the guide's actions.
func StrongestGuide(features []Feature, n int) []Feature {
	return strongest(features, n, guideSize, pairPrint)
}

// StrongestLabels is StrongestTags for the relations.
func StrongestLabels(features []Feature, n int) []Feature {
	return strongest(features, n, labelSize, rowPrint)
}

var errModel = errors.New("the model is damaged")

// packed is a table on its way out of a model.
type packed struct {
	size, n                           int
	low, high, counts, classes, codes []byte
}

// unpack reads what pack wrote.
func unpack(b []byte) (t packed, rest []byte, err error) {
	var v [2]uint64
	for i := range v {
		x, n := binary.Uvarint(b)
		if n <= 0 || x > 1<<28 {
			return t, nil, errModel
		}
		v[i], b = x, b[n:]
	}
	t.size, t.n = int(v[0]), int(v[1])
	if t.size > 24 || t.n > 2<<t.size {
		return t, nil, errModel
	}
	for _, part := range []*[]byte{&t.low, &t.high, &t.counts, &t.classes, &t.codes} {
		x, n := binary.Uvarint(b)
		if n <= 0 || x > uint64(len(b)-n) {
			return t, nil, errModel
		}
		*part, b = b[n:n+int(x)], b[n+int(x):]
	}
	if len(t.counts) != t.n || len(t.classes) != len(t.codes) {
		return t, nil, errModel
	}
	return t, b, nil
}

// each calls f with the place and the fingerprint of each feature and its row.
func (t *packed) each(print int, f func(place, fp uint32, classes, codes []byte)) error {
	key, at := uint64(0), 0
	low, high := t.low, t.high
	bytes := print / 8
	for _, c := range t.counts {
		d, n := binary.Uvarint(high)
		if n <= 0 || len(low) < bytes || at+int(c) > len(t.classes) {
			return errModel
		}
		high = high[n:]
		for i := bytes - 1; i >= 0; i-- {
			d = d<<8 | uint64(low[i])
		}
		low = low[bytes:]
		key += d
		if key>>(t.size+print) != 0 {
			return errModel
		}
		f(uint32(key>>print), uint32(key)&(1<<print-1), t.classes[at:at+int(c)], t.codes[at:at+int(c)])
		at += int(c)
	}
	return nil
}

// put puts a slot in its bucket; it reports false when that is full.
func put(buckets []uint64, p, slot uint32) bool {
	switch x := buckets[p]; {
	case x == 0:
		buckets[p] = uint64(slot)
	case x>>32 == 0:
		buckets[p] = x | uint64(slot)<<32
	default:
		return false
	}
	return true
}

func (t *packed) pairs() (*pairs, error) {
	out := &pairs{shift: uint(64 - t.size), buckets: make([]uint64, 1<<t.size)}
	ok := true
	err := t.each(pairPrint, func(p, fp uint32, classes, codes []byte) {
		s := fp << 16
		for i, c := range classes {
			s |= uint32(codes[i]) << (8 - 8*(c&1))
		}
		ok = put(out.buckets, p, s) && ok
	})
	if !ok {
		return nil, errModel
	}
	return out, err
}

func (t *packed) rows(book *[256]int32) (*rows, error) {
	out := &rows{shift: uint(64 - t.size), buckets: make([]uint64, 1<<t.size), row: make([]uint16, 1, 1+t.n+len(t.codes))}
	if cap(out.row) >= 1<<rowBits || len(t.classes) > 0 && slices.Max(t.classes) >= 2*maxLanes {
		return nil, errModel
	}
	if len(t.classes) > 0 {
		out.lanes = int(slices.Max(t.classes))/2 + 1
	}
	ok := true
	err := t.each(rowPrint, func(p, fp uint32, classes, codes []byte) {
		s := fp<<rowBits | uint32(len(out.row))
		if n := len(out.long) / max(out.lanes, 1); len(classes) >= longRow && n < 1<<16-firstLong {
			out.row = append(out.row, uint16(firstLong+n))
			out.long = append(out.long, make([]int64, out.lanes)...)
			for i, c := range classes {
				out.long[n*out.lanes+int(c)/2] += int64(book[codes[i]]) << (32 * (c & 1))
			}
		} else {
			out.row = append(out.row, uint16(len(classes)))
			for i, c := range classes {
				out.row = append(out.row, uint16(c)<<8|uint16(codes[i]))
			}
		}
		ok = put(out.buckets, p, s) && ok
	})
	if !ok {
		return nil, errModel
	}
	return out, err
}
