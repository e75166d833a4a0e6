package main

import (
	"math"
	"slices"
)

// example is a choice with whether it was right.
type example struct {
	file     string // of the article, by which training is split
	features []string
	right    bool
}

// model is the log odds that features add.
type model map[string]float64

// rare is how often a feature must have been seen to get a weight.
const rare = 5

// ridge is the strength of the L2 penalty: a weight of one costs half of it in
// log-likelihood.
const ridge = 1.0

// fit is the logistic regression of the examples by Newton's method.
func fit(data []example) model {
	seen := map[string]int{}
	for _, x := range data {
		for _, f := range x.features {
			seen[f]++
		}
	}
	names := []string{"bias"}
	for f, n := range seen {
		if n >= rare {
			names = append(names, f)
		}
	}
	slices.Sort(names[1:])
	index := map[string]int{}
	for i, f := range names {
		index[f] = i
	}
	rows := make([][]int, len(data))
	for i, x := range data {
		rows[i] = []int{0}
		for _, f := range x.features {
			if k, ok := index[f]; ok {
				rows[i] = append(rows[i], k)
			}
		}
	}
	w := make([]float64, len(names))
	for range 25 {
		step := newton(rows, data, w)
		most := 0.0
		for i := range w {
			w[i] += step[i]
			most = max(most, math.Abs(step[i]))
		}
		if most < 1e-6 {
			break
		}
	}
	m := model{}
	for i, f := range names {
		m[f] = math.Round(w[i]*1000) / 1000
	}
	return m
}

// newton is the step that Newton's method makes from w.
func newton(rows [][]int, data []example, w []float64) []float64 {
	n := len(w)
	gradient := make([]float64, n)
	hessian := make([][]float64, n)
	for i := range hessian {
		hessian[i] = make([]float64, n)
		if i > 0 {
			hessian[i][i] = ridge
			gradient[i] = -ridge * w[i]
		}
	}
	for i, row := range rows {
		z := 0.0
		for _, k := range row {
			z += w[k]
		}
		p := 1 / (1 + math.Exp(-z))
		e := -p
		if data[i].right {
			e++
		}
		h := max(p*(1-p), 1e-9)
		for _, k := range row {
			gradient[k] += e
			for _, l := range row {
				hessian[k][l] += h
			}
		}
	}
	return solve(hessian, gradient)
}

// solve solves a x = b of a positive definite a by Cholesky's decomposition; a and b
// are overwritten.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for j := range n {
		for k := range j {
			a[j][j] -= a[j][k] * a[j][k]
		}
		a[j][j] = math.Sqrt(max(a[j][j], 1e-12))
		for i := j + 1; i < n; i++ {
			for k := range j {
				a[i][j] -= a[i][k] * a[j][k]
			}
			a[i][j] /= a[j][j]
		}
	}
	for i := range n {
		for k := range i {
			b[i] -= a[i][k] * b[k]
		}
		b[i] /= a[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			b[i] -= a[k][i] * b[k]
		}
		b[i] /= a[i][i]
	}
	return b
}

func (m model) score(features []string) float64 {
	z := m["bias"]
	for _, f := range features {
		z += m[f]
	}
	return z
}
