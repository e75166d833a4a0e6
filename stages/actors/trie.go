package actors

import "slices"

// trie finds sequences of keys. Its values are collected under each sequence.
type trie[V comparable] struct {
	next map[edge]int32
	at   map[int32][]V
	size int32
}

type edge struct {
	from int32
	key  string
}

func newTrie[V comparable]() *trie[V] {
	return &trie[V]{next: map[edge]int32{}, at: map[int32][]V{}}
}

func (t *trie[V]) add(keys []string, v V) {
	n := int32(0)
	for _, k := range keys {
		e := edge{n, k}
		m, ok := t.next[e]
		if !ok {
			t.size++
			m = t.size
			t.next[e] = m
		}
		n = m
	}
	if !slices.Contains(t.at[n], v) {
		t.at[n] = append(t.at[n], v)
	}
}

// longest finds the longest sequence that begins at atom i, and whose values
// accept takes one of; end is i when there is none.
func (t *trie[V]) longest(a []atom, i int, accept func(v V, end int) bool) (v V, end int) {
	n, end := int32(0), i
	for j := i; j < len(a); j++ {
		m, ok := t.next[edge{n, a[j].key}]
		if !ok {
			break
		}
		n = m
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
