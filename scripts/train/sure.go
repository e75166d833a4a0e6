package main

import (
	"cmp"
	"slices"

	"parley/stages/annotate/syntax"
)

// A feature leaves no choice when it is met so many times in the trees of the
// training data, and all but one of so many times with the same choice.
const (
	sureLabels       = 30
	sureLabelErrors  = 200
	sureActions      = 100
	sureActionErrors = 100
)

// choices gathers the features that leave no choice.
type choices map[uint64]*[64]int32

func (c choices) see(keys []uint64, value int) {
	for _, k := range keys {
		n := c[k]
		if n == nil {
			n = new([64]int32)
			c[k] = n
		}
		n[value]++
	}
}

// sure lists the features that leave no choice, by key.
func (c choices) sure(least, errors int32) []syntax.Choice {
	var out []syntax.Choice
	for k, n := range c {
		all, most := int32(0), 0
		for v, x := range n {
			all += x
			if x > n[most] {
				most = v
			}
		}
		if all >= least && (all-n[most])*errors <= all {
			out = append(out, syntax.Choice{Key: k, Value: uint8(most)})
		}
	}
	slices.SortFunc(out, func(a, b syntax.Choice) int { return cmp.Compare(a.Key, b.Key) })
	return out
}

// settled are choices to be looked up.
type settled map[uint64]uint8

func settle(list []syntax.Choice) settled {
	s := settled{}
	for _, c := range list {
		s[c.Key] = c.Value
	}
	return s
}

func (s settled) of(keys []uint64) (value uint8, ok bool) {
	for _, k := range keys {
		if v, ok := s[k]; ok {
			return v, true
		}
	}
	return 0, false
}
