package main

import (
	"math/bits"

	"parley/stages/annotate/syntax"
)

// actions is the learner of the parser's actions: as learner, but with its three
// weights beside the key, since it is asked for most and memory is what it waits for.
type actions struct {
	slots []slot
	used  int
	steps float64
	only  map[uint64]bool
	seen  *seen
}

type slot struct {
	key  uint64
	w, u [syntax.Actions]float32
}

func newActions() *actions { return &actions{slots: make([]slot, 1<<20)} }

func (l *actions) find(key uint64) *slot {
	p := key >> (65 - bits.Len64(uint64(len(l.slots))))
	mask := uint64(len(l.slots) - 1)
	for {
		s := &l.slots[p&mask]
		if s.key == key || s.key == 0 {
			return s
		}
		p++
	}
}

// eval scores the actions for the features.
func (l *actions) eval(keys []uint64) (score [syntax.Actions]float32) {
	for _, k := range keys {
		s := l.find(k)
		for a := range score {
			score[a] += s.w[a]
		}
	}
	l.steps++
	return score
}

// update moves the weights of the features from action bad to good.
func (l *actions) update(keys []uint64, good, bad syntax.Action) {
	for _, k := range keys {
		s := l.find(k)
		if s.key == 0 {
			if l.only != nil && !l.only[k] || !l.seen.often(k) {
				continue
			}
			if l.used*2 > len(l.slots) {
				l.grow()
				s = l.find(k)
			}
			s.key = k
			l.used++
		}
		s.w[good]++
		s.u[good] += float32(l.steps)
		s.w[bad]--
		s.u[bad] -= float32(l.steps)
	}
}

func (l *actions) grow() {
	old := l.slots
	l.slots = make([]slot, 2*len(old))
	for i := range old {
		if old[i].key != 0 {
			*l.find(old[i].key) = old[i]
		}
	}
}

// average replaces the weights by their mean over all steps.
func (l *actions) average() {
	for i := range l.slots {
		s := &l.slots[i]
		for a := range s.w {
			s.w[a] -= float32(float64(s.u[a]) / l.steps)
		}
	}
}

// features lists the weights of Left and Right as they differ from Shift's.
func (l *actions) features() []syntax.Feature {
	var out []syntax.Feature
	for i := range l.slots {
		if s := &l.slots[i]; s.key != 0 {
			out = append(out, syntax.Feature{Key: s.key, Weights: []float32{s.w[syntax.Left] - s.w[syntax.Shift], s.w[syntax.Right] - s.w[syntax.Shift]}})
		}
	}
	return out
}
