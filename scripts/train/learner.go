package main

import "math/bits"

// learner is an averaged perceptron over hashed features with a dense row of
// class weights each. Rows are made when an update first needs them.
type learner struct {
	k     int // classes
	at    []place
	used  int
	w, u  []float32 // weights, and their sum over time
	steps float64
	only  map[uint64]bool // when set, the features that may have a row
	seen  *seen           // when set, how often features are met: rare ones get no row
	rows  []int32         // of the features scored last
	score []float32
}

// place is a feature and its row; row 0 is empty.
type place struct {
	key uint64
	row int32
}

func newLearner(k int) *learner {
	return &learner{k: k, score: make([]float32, k), at: make([]place, 1<<16)}
}

// find is where the key is or would be.
func (l *learner) find(key uint64) *place {
	p := key >> (65 - bits.Len64(uint64(len(l.at))))
	mask := uint64(len(l.at) - 1)
	for {
		s := &l.at[p&mask]
		if s.row == 0 || s.key == key {
			return s
		}
		p++
	}
}

func (l *learner) grow() {
	old := l.at
	l.at = make([]place, 2*len(old))
	for _, s := range old {
		if s.row != 0 {
			*l.find(s.key) = s
		}
	}
}

// eval scores the classes for the features; update may follow.
func (l *learner) eval(keys []uint64) []float32 {
	l.rows = l.rows[:0]
	clear(l.score)
	k := l.k
	for _, key := range keys {
		r := l.find(key).row
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

// evalSome is eval for some of the classes; the scores of others mean nothing.
func (l *learner) evalSome(keys []uint64, some []uint8) []float32 {
	if len(some) == l.k {
		return l.eval(keys)
	}
	l.rows = l.rows[:0]
	for _, c := range some {
		l.score[c] = 0
	}
	for _, key := range keys {
		r := l.find(key).row
		l.rows = append(l.rows, r)
		if r != 0 {
			row := l.w[int(r)*l.k : int(r)*l.k+l.k]
			for _, c := range some {
				l.score[c] += row[c]
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
	if !l.seen.often(key) {
		return 0
	}
	p := l.find(key)
	if p.row != 0 {
		return p.row // the same key twice
	}
	if l.used*2 > len(l.at) {
		l.grow()
		p = l.find(key)
	}
	l.used++
	*p = place{key, int32(l.used)}
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

// seen counts features by their hashes, to tell those that are met often enough
// to get a weight.
type seen struct {
	n     []uint8
	least uint8
}

func newSeen(bits int, least uint8) *seen { return &seen{make([]uint8, 1<<bits), least} }

func (s *seen) at(key uint64) *uint8 { return &s.n[key>>(65-bits.Len64(uint64(len(s.n))))] }

// count notes that features are there.
func (s *seen) count(keys []uint64) {
	for _, k := range keys {
		if p := s.at(k); *p < 255 {
			*p++
		}
	}
}

// often reports whether a feature may get a weight; nil lets all.
func (s *seen) often(key uint64) bool { return s == nil || *s.at(key) >= s.least }
