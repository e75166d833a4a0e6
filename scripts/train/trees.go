package main

import "parley/stages/annotate/syntax"

// tree is a sentence as the parser learns it: places count from 1, the root is 0.
type tree struct {
	head []int16
	rel  []uint8
	deps [][]int16
}

// newTree takes a sentence's tree, made projective: an arc that crosses others
// is lifted to its head's head until it does not.
func newTree(s sentence) *tree {
	n := len(s.words)
	t := &tree{head: make([]int16, n+1), rel: make([]uint8, n+1), deps: make([][]int16, n+1)}
	for i, w := range s.words {
		t.head[i+1] = int16(w.head + 1)
		t.rel[i+1] = uint8(relOf(w.rel))
	}
	for t.lift() {
	}
	for d := 1; d <= n; d++ {
		t.deps[t.head[d]] = append(t.deps[t.head[d]], int16(d))
	}
	return t
}

// lift lifts the shortest crossing arc by one; false when none crosses.
func (t *tree) lift() bool {
	best, length := -1, 1<<15
	for d := 1; d < len(t.head); d++ {
		a, b := min(d, int(t.head[d])), max(d, int(t.head[d]))
		if b-a >= length || t.head[d] == 0 {
			continue
		}
		for k := a + 1; k < b; k++ {
			x := int(t.head[k])
			for x != 0 && x != int(t.head[d]) && x > a && x < b {
				x = int(t.head[x])
			}
			if x != int(t.head[d]) && (x < a || x > b) {
				best, length = d, b-a
				break
			}
		}
	}
	if best < 0 {
		return false
	}
	t.head[best] = t.head[t.head[best]]
	return true
}

// costs counts for each action the gold arcs that it makes impossible; an
// action that is not allowed costs 1000.
func (t *tree) costs(s *syntax.State) (c [syntax.Actions]int) {
	stack, next := s.Stack(), s.Next()
	for a := range syntax.Actions {
		if !s.Allowed(a) {
			c[a] = 1000
		}
	}
	top := stack[len(stack)-1]
	if c[syntax.Shift] == 0 {
		for _, x := range stack[:len(stack)-1] {
			if t.head[next] == x {
				c[syntax.Shift]++
			}
		}
		for _, d := range t.deps[next] {
			if d < next && s.Pending(d) {
				c[syntax.Shift]++
			}
		}
	}
	if top == 0 {
		return c
	}
	lost := 0
	for _, d := range t.deps[top] {
		if d >= next {
			lost++
		}
	}
	h := t.head[top]
	if c[syntax.Left] < 1000 {
		c[syntax.Left] += lost
		if h != next && (h > next || h == stack[len(stack)-2]) {
			c[syntax.Left]++
		}
	}
	if c[syntax.Right] < 1000 {
		c[syntax.Right] += lost
		if h >= next {
			c[syntax.Right]++
		}
	}
	return c
}

// cheapest is the action of least cost, of several that of the best score.
func cheapest(c [syntax.Actions]int, sc [syntax.Actions]float32) syntax.Action {
	best := 0
	for a := 1; a < len(c); a++ {
		if c[a] < c[best] || c[a] == c[best] && sc[a] > sc[best] {
			best = a
		}
	}
	return syntax.Action(best)
}
