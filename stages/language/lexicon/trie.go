package lexicon

import (
	"iter"
	"slices"
)

// Words numbers words from 1 on, so that tries compare numbers; 0 is a word
// that no list holds.
type Words map[string]int32

// Number is the number of a word, a new one where it has none.
func (w Words) Number(word string) int32 {
	n, ok := w[word]
	if !ok {
		n = int32(len(w) + 1)
		w[word] = n
	}
	return n
}

// Trie finds phrases, which are sequences of words by their numbers. The values
// of each phrase are collected under it. Once built it is only read.
type Trie[V comparable] struct {
	first  []int32 // nodes by first word, since most searches end there
	next   map[edge]int32
	values [][]V // by node
}

// edge is a node and the word that follows.
type edge uint64

// NewTrie returns an empty trie.
func NewTrie[V comparable]() *Trie[V] {
	return &Trie[V]{next: map[edge]int32{}, values: make([][]V, 1)}
}

// Add puts a value under a phrase and returns all that are there, the new one
// last unless it was there before.
func (t *Trie[V]) Add(phrase []int32, v V) []V {
	n := t.node(phrase)
	if !slices.Contains(t.values[n], v) {
		t.values[n] = append(t.values[n], v)
	}
	return t.values[n]
}

// Set puts a value under a phrase in place of all that are there.
func (t *Trie[V]) Set(phrase []int32, v V) { t.values[t.node(phrase)] = []V{v} }

// node is the node of a phrase, which is made where it is not there.
func (t *Trie[V]) node(phrase []int32) int32 {
	n := int32(0)
	for _, w := range phrase {
		m := t.Step(n, w)
		if m == 0 {
			m = t.grow(n, w)
		}
		n = m
	}
	return n
}

func (t *Trie[V]) grow(from, word int32) int32 {
	m := int32(len(t.values))
	t.values = append(t.values, nil)
	if from != 0 {
		t.next[edge(from)<<32|edge(word)] = m
		return m
	}
	if short := int(word) + 1 - len(t.first); short > 0 {
		t.first = append(t.first, make([]int32, short)...)
	}
	t.first[word] = m
	return m
}

// Step is the node behind a node and a word, 0 when there is none. Searches
// begin at node 0.
func (t *Trie[V]) Step(from, word int32) int32 {
	if from != 0 {
		return t.next[edge(from)<<32|edge(word)]
	}
	if int(word) < len(t.first) {
		return t.first[word]
	}
	return 0
}

// Values are those of the phrase that ends at a node.
func (t *Trie[V]) Values(node int32) []V { return t.values[node] }

// Sequence is a text as a trie sees it.
type Sequence interface {
	Len() int
	Word(i int) int32 // its number
}

// Longest finds the longest phrase that begins at word i of s, and whose values
// accept takes one of; nil takes all. end is the word after it, i when there is
// none.
func Longest[V comparable, S Sequence](t *Trie[V], s S, i int, accept func(v V, end int) bool) (v V, end int) {
	n, end := int32(0), i
	for j := i; j < s.Len(); j++ {
		if n = t.Step(n, s.Word(j)); n == 0 {
			break
		}
		for _, w := range t.values[n] {
			if accept == nil || accept(w, j+1) {
				v, end = w, j+1
				break
			}
		}
	}
	return v, end
}

// Exact are the values of the phrase that is the words from i to end of s.
func Exact[V comparable, S Sequence](t *Trie[V], s S, i, end int) []V {
	n := int32(0)
	for j := i; j < end; j++ {
		if n = t.Step(n, s.Word(j)); n == 0 {
			return nil
		}
	}
	return t.values[n]
}

// Each yields the values of all phrases that begin at word i of s, with the word
// after each.
func Each[V comparable, S Sequence](t *Trie[V], s S, i int, yield func(v V, end int)) {
	n := int32(0)
	for j := i; j < s.Len(); j++ {
		if n = t.Step(n, s.Word(j)); n == 0 {
			return
		}
		for _, v := range t.values[n] {
			yield(v, j+1)
		}
	}
}

// All yields every phrase's values, for tests of whole lists.
func (t *Trie[V]) All() iter.Seq[[]V] { return slices.Values(t.values) }
