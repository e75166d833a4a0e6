package actors

import "slices"

// numbering numbers words from 1 on, so that tries compare numbers; 0 is a
// word that no list holds.
type numbering map[string]int32

func (v numbering) number(word string) int32 {
	n, ok := v[word]
	if !ok {
		n = int32(len(v) + 1)
		v[word] = n
	}
	return n
}

// trie finds sequences of words that it numbers. Its values are collected
// under each sequence.
type trie[V comparable] struct {
	words numbering
	first []int32 // nodes by first word, since most searches end there
	next  map[edge]int32
	at    [][]V // values by node
}

// edge is a node and the word that follows.
type edge uint64

func newTrie[V comparable](words numbering) *trie[V] {
	return &trie[V]{words: words, next: map[edge]int32{}, at: make([][]V, 1)}
}

// add returns all values of the keys, the new one last unless it was there.
func (t *trie[V]) add(keys []string, v V) []V {
	n := int32(0)
	for _, k := range keys {
		w := t.words.number(k)
		m := t.step(n, w)
		if m == 0 {
			m = t.grow(n, w)
		}
		n = m
	}
	if !slices.Contains(t.at[n], v) {
		t.at[n] = append(t.at[n], v)
	}
	return t.at[n]
}

func (t *trie[V]) grow(from, word int32) int32 {
	m := int32(len(t.at))
	t.at = append(t.at, nil)
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

// step is the node behind a node and a word, 0 when there is none.
func (t *trie[V]) step(from, word int32) int32 {
	if from != 0 {
		return t.next[edge(from)<<32|edge(word)]
	}
	if int(word) < len(t.first) {
		return t.first[word]
	}
	return 0
}

// longest finds the longest sequence that begins at atom i, and whose values
// accept takes one of; end is i when there is none.
func (t *trie[V]) longest(a []atom, i int, accept func(v V, end int) bool) (v V, end int) {
	n, end := int32(0), i
	for j := i; j < len(a); j++ {
		if n = t.step(n, a[j].number); n == 0 {
			break
		}
		for _, w := range t.at[n] {
			if accept == nil || accept(w, j+1) {
				v, end = w, j+1
				break
			}
		}
	}
	return v, end
}

// keys are the keys of the atoms.
func keys(a []atom) []string {
	k := make([]string, len(a))
	for i := range a {
		k[i] = a[i].key
	}
	return k
}
