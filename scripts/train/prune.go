package main

import (
	"parley/stages/annotate/syntax"
)

// features lists the rows of a learner.
func (l *learner) features() []syntax.Feature {
	var out []syntax.Feature
	for _, s := range l.at {
		if s.row != 0 {
			out = append(out, syntax.Feature{Key: s.key, Weights: l.w[int(s.row)*l.k : int(s.row)*l.k+l.k]})
		}
	}
	return out
}

// learnerOf is a learner with the weights of features, for use and not to learn on.
func learnerOf(classes int, features []syntax.Feature) *learner {
	l := newLearner(classes)
	for _, f := range features {
		r := int(l.add(f.Key))
		copy(l.w[r*classes:], f.Weights)
	}
	return l
}
