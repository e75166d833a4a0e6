package actors

import "parley/stages/language/lexicon"

// trie finds the phrases of a list among atoms; words are numbered by keys.
type trie[V comparable] struct {
	*lexicon.Trie[V]
	words lexicon.Words
}

func newTrie[V comparable](words lexicon.Words) *trie[V] {
	return &trie[V]{lexicon.NewTrie[V](), words}
}

// add returns all values of the keys, the new one last unless it was there.
func (t *trie[V]) add(keys []string, v V) []V {
	phrase := make([]int32, len(keys))
	for i, k := range keys {
		phrase[i] = t.words.Number(k)
	}
	return t.Add(phrase, v)
}

// longest finds the longest sequence that begins at atom i, and whose values
// accept takes one of; end is i when there is none.
func (t *trie[V]) longest(a []atom, i int, accept func(v V, end int) bool) (v V, end int) {
	return lexicon.Longest(t.Trie, atoms(a), i, accept)
}

// atoms are a lexicon.Sequence.
type atoms []atom

func (a atoms) Len() int         { return len(a) }
func (a atoms) Word(i int) int32 { return a[i].number }

// keys are the keys of the atoms.
func keys(a []atom) []string {
	k := make([]string, len(a))
	for i := range a {
		k[i] = a[i].key
	}
	return k
}
