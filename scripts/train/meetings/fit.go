package main

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"parley/stages/meetings"
)

// leastSeen is in how many examples a feature must be.
const leastSeen = 4

// shrink is how strongly weights are held to zero (L2).
const shrink = 1.0

// rounds of Newton's method.
const rounds = 25

// fit learns the weights of a model by penalised maximum likelihood, with
// Newton's method, and says how many of its examples it gets right.
func fit(all []meetings.Example) (weights map[string]float64, right string) {
	seen := map[string]int{}
	for _, e := range all {
		for f := range e.Features {
			seen[f]++
		}
	}
	names := []string{"bias"}
	for _, f := range slices.Sorted(maps.Keys(seen)) {
		if seen[f] >= leastSeen {
			names = append(names, f)
		}
	}
	n := len(names)
	x := make([][]float64, len(all))
	for i, e := range all {
		x[i] = make([]float64, n)
		x[i][0] = 1
		for k, f := range names[1:] {
			x[i][k+1] = e.Features[f]
		}
	}
	w := make([]float64, n)
	for range rounds {
		gradient, hessian := make([]float64, n), make([][]float64, n)
		for k := range hessian {
			hessian[k] = make([]float64, n)
			hessian[k][k] = 1e-6
			if k > 0 {
				hessian[k][k] += shrink
				gradient[k] = -shrink * w[k]
			}
		}
		for i, e := range all {
			p := 1 / (1 + math.Exp(-dot(w, x[i])))
			y := 0.0
			if e.Yes {
				y = 1
			}
			for k, v := range x[i] {
				if v == 0 {
					continue
				}
				gradient[k] += v * (y - p)
				for j, u := range x[i] {
					hessian[k][j] += v * u * p * (1 - p)
				}
			}
		}
		for k, step := range solve(hessian, gradient) {
			w[k] += step
		}
	}
	yes, found, ok := 0, 0, 0
	for i, e := range all {
		s := dot(w, x[i]) > 0
		if e.Yes {
			yes++
		}
		if s {
			found++
		}
		if s && e.Yes {
			ok++
		}
	}
	weights = map[string]float64{}
	for k, f := range names {
		weights[f] = w[k]
	}
	return weights, fmt.Sprintf("%d yes, %d found, %d right", yes, found, ok)
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

// solve solves a x = b by elimination with pivots; both are overwritten.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for k := range n {
		p := k
		for i := k + 1; i < n; i++ {
			if math.Abs(a[i][k]) > math.Abs(a[p][k]) {
				p = i
			}
		}
		a[k], a[p], b[k], b[p] = a[p], a[k], b[p], b[k]
		for i := k + 1; i < n; i++ {
			f := a[i][k] / a[k][k]
			if f == 0 {
				continue
			}
			for j := k; j < n; j++ {
				a[i][j] -= f * a[k][j]
			}
			b[i] -= f * b[k]
		}
	}
	for k := n - 1; k >= 0; k-- {
		for j := k + 1; j < n; j++ {
			b[k] -= a[k][j] * b[j]
		}
		b[k] /= a[k][k]
	}
	return b
}
