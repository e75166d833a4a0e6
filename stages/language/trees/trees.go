// Package trees reads the dependency trees that annotate gives sentences.
package trees

import (
	"iter"

	"parley/stages"
)

// Tree is the dependency tree of a sentence, for going down as well as up. Its
// methods take and return indexes of the sentence's tokens; -1 is none. A Tree
// is for one goroutine, and Reset lets it be used for the next sentence.
type Tree struct {
	tokens      []stages.Token
	first, next []int16 // the first child, and the next child of the same head
	left, right []int16 // outermost tokens of the subtree
}

// Reset makes t the tree of a sentence's tokens.
func (t *Tree) Reset(tokens []stages.Token) {
	t.tokens = tokens
	n := len(tokens)
	if cap(t.first) < n {
		for _, list := range [...]*[]int16{&t.first, &t.next, &t.left, &t.right} {
			*list = make([]int16, n, n+n/2)
		}
	}
	t.first, t.next, t.left, t.right = t.first[:n], t.next[:n], t.left[:n], t.right[:n]
	for i := range tokens {
		t.first[i], t.left[i], t.right[i] = -1, int16(i), int16(i)
	}
	for i := n - 1; i >= 0; i-- {
		h := t.Head(i)
		if h >= 0 {
			t.next[i] = t.first[h]
			t.first[h] = int16(i)
		}
		for ; h >= 0 && int(t.right[h]) < i; h = t.Head(h) {
			t.right[h] = int16(i)
		}
	}
	for i := range tokens {
		for h := t.Head(i); h >= 0 && int(t.left[h]) > i; h = t.Head(h) {
			t.left[h] = int16(i)
		}
	}
}

// Head is the head of a token.
func (t *Tree) Head(i int) int {
	if h := int(t.tokens[i].Head); h < len(t.tokens) && h != i {
		return h
	}
	return -1
}

// Rel is the relation of a token to its head, without subtype.
func (t *Tree) Rel(i int) stages.Rel { return t.tokens[i].Rel.Base() }

// Children are the children of a token from left to right.
func (t *Tree) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for c := t.first[i]; c >= 0; c = t.next[c] {
			if !yield(int(c)) {
				return
			}
		}
	}
}

// Child is the first child whose relation, without subtype, is one of rels.
func (t *Tree) Child(i int, rels ...stages.Rel) int {
	for c := range t.Children(i) {
		for _, r := range rels {
			if t.Rel(c) == r {
				return c
			}
		}
	}
	return -1
}

// Span is the first token of a subtree and the one after its last.
func (t *Tree) Span(i int) (from, to int) { return int(t.left[i]), int(t.right[i]) + 1 }

// Under reports whether a token is top or below it.
func (t *Tree) Under(i, top int) bool {
	for steps := 0; i >= 0 && steps <= len(t.tokens); steps++ {
		if i == top {
			return true
		}
		i = t.Head(i)
	}
	return false
}

// Conjuncts are a token and those joined to it by "and", "or" or a comma.
func (t *Tree) Conjuncts(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		if !yield(i) {
			return
		}
		for c := range t.Children(i) {
			if t.Rel(c) == stages.RelConj && !yield(c) {
				return
			}
		}
	}
}
