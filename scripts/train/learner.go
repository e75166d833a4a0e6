package main

import "math/bits"

// learner is an averaged perceptron over hashed features with a dense row of
// class weights each. Rows are made when an update first needs them.
type learner struct {
	k     int // classes
	keys  []uint64
	row   []int32
	used  int
	w, u  []float32 // weights, and their sum over time
	steps float64
	only  map[uint64]bool // when set, the features that may have a row
	seen  []uint8         // when set, counts of features by hash: rare ones get no row
	least uint8
	rows  []int32 // of the features scored last
	score []float32
}

func newLearner(k int) *learner {
	l := &learner{k: k, score: make([]float32, k)}
	l.grow(1 << 16)
	return l
}

func (l *learner) grow(n int) {
	keys, rows := l.keys, l.row
	l.keys, l.row = make([]uint64, n), make([]int32, n)
	for i, r := range rows {
		if r != 0 {
			p := l.slot(keys[i])
			l.keys[p], l.row[p] = keys[i], r
		}
	}
}

// slot is where the key is or would be.
func (l *learner) slot(key uint64) uint64 {
	mask := uint64(len(l.keys) - 1)
	p := key >> (65 - bits.Len64(uint64(len(l.keys))))
	for l.row[p] != 0 && l.keys[p] != key {
		p = (p + 1) & mask
	}
	return p
}

// count notes that a feature is there.
func (l *learner) count(keys []uint64) {
	for _, k := range keys {
		if p := &l.seen[k>>(65-bits.Len64(uint64(len(l.seen))))]; *p < 255 {
			*p++
		}
	}
}

// eval scores the classes for the features; update may follow.
func (l *learner) eval(keys []uint64) []float32 {
	l.rows = l.rows[:0]
	clear(l.score)
	k := l.k
	for _, key := range keys {
		r := l.row[l.slot(key)]
		l.rows = append(l.rows, r)
		if r != 0 {
			row := l.w[int(r)*k : int(r)*k+k]
			for c, w := range row {
				l.score[c] += w
			}
		}
	}
	l.steps++
	return l.score
}

// update moves the weights of the features scored last from class bad to good.
func (l *learner) update(keys []uint64, good, bad int) {
	for i, r := range l.rows {
		if r == 0 {
			if r = l.add(keys[i]); r == 0 {
				continue
			}
		}
		p := int(r) * l.k
		l.w[p+good]++
		l.u[p+good] += float32(l.steps)
		l.w[p+bad]--
		l.u[p+bad] -= float32(l.steps)
	}
}

// add makes a row for a feature, or returns 0 when it may have none.
func (l *learner) add(key uint64) int32 {
	if l.only != nil && !l.only[key] {
		return 0
	}
	if l.seen != nil && l.seen[key>>(65-bits.Len64(uint64(len(l.seen))))] < l.least {
		return 0
	}
	p := l.slot(key)
	if l.row[p] != 0 {
		return l.row[p] // the same key twice
	}
	if l.used*2 > len(l.keys) {
		l.grow(2 * len(l.keys))
		p = l.slot(key)
	}
	l.used++
	l.keys[p], l.row[p] = key, int32(l.used)
	if n := (l.used + 1) * l.k; len(l.w) < n {
		more := make([]float32, n+n/2-len(l.w))
		l.w, l.u = append(l.w, more...), append(l.u, more...)
	}
	return int32(l.used)
}

// average replaces the weights by their mean over all steps.
func (l *learner) average() {
	for i := range l.w {
		l.w[i] -= float32(float64(l.u[i]) / l.steps)
	}
	l.u = nil
}
