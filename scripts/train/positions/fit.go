package main

import (
	"math"
	"slices"

	"parley/stages/positions/candidates"
)

// examples are what a regression learns from.
type examples struct {
	article []int
	x       [][]float64
	y       []int
}

func (e *examples) add(article int, x []float64, y int) {
	e.article, e.x, e.y = append(e.article, article), append(e.x, x), append(e.y, y)
}

// fit finds the weights with the greatest likelihood less ridge/2 times their sum
// of squares, in units of each feature's standard deviation, by accelerated
// gradient descent (Nesterov 1983) with a step that halves where it overshoots.
func fit(p candidates.Part, e examples, ridge float64) *candidates.Weights {
	w := candidates.NewWeights(p)
	mean, scale := moments(e.x, len(w.Features))
	x := make([][]float64, len(e.x))
	for i := range x {
		x[i] = make([]float64, len(w.Features))
		for k, v := range e.x[i] {
			x[i][k] = (v - mean[k]) / scale[k]
		}
	}
	classes, n := len(w.Classes), len(w.Features)+1
	at, ahead, before := make([]float64, classes*n), make([]float64, classes*n), math.Inf(1)
	step := 4 / float64(len(x))
	for turn, momentum := 0, 0; turn < 600; turn++ {
		cost, slope := slopeAt(ahead, x, e.y, classes, ridge)
		if cost > before {
			momentum = 0
			copy(ahead, at)
			step /= 2
			before = math.Inf(1)
			continue
		}
		before = cost
		momentum++
		for i := range at {
			next := ahead[i] - step*slope[i]
			ahead[i] = next + float64(momentum)/float64(momentum+3)*(next-at[i])
			at[i] = next
		}
	}
	for c := range classes {
		w.Offset[c] = at[c*n+n-1]
		for k := range w.Features {
			w.Of[c][k] = at[c*n+k] / scale[k]
			w.Offset[c] -= w.Of[c][k] * mean[k]
		}
	}
	return w
}

func moments(x [][]float64, n int) (mean, scale []float64) {
	mean, scale = make([]float64, n), make([]float64, n)
	for k := range n {
		for _, v := range x {
			mean[k] += v[k] / float64(len(x))
		}
		for _, v := range x {
			scale[k] += (v[k] - mean[k]) * (v[k] - mean[k]) / float64(len(x))
		}
		if scale[k] = math.Sqrt(scale[k]); scale[k] < 1e-6 {
			scale[k] = 1
		}
	}
	return mean, scale
}

// slopeAt is the cost of weights and its slope; weights are by class, the offset
// last of each.
func slopeAt(w []float64, x [][]float64, y []int, classes int, ridge float64) (cost float64, slope []float64) {
	n := len(w) / classes
	slope = make([]float64, len(w))
	z := make([]float64, classes)
	for i, v := range x {
		for c := range z {
			z[c] = w[c*n+n-1]
			for k, f := range v {
				z[c] += w[c*n+k] * f
			}
		}
		most, sum := slices.Max(z), 0.0
		for c := range z {
			z[c] = math.Exp(z[c] - most)
			sum += z[c]
		}
		cost -= math.Log(z[y[i]] / sum)
		for c := range z {
			g := z[c] / sum
			if c == y[i] {
				g--
			}
			for k, f := range v {
				slope[c*n+k] += g * f
			}
			slope[c*n+n-1] += g
		}
	}
	for i, v := range w {
		if i%n != n-1 {
			cost += ridge * v * v / 2
			slope[i] += ridge * v
		}
	}
	return cost, slope
}
