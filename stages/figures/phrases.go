package figures

import (
	"strings"

	"parley/stages/language/lexicon"
)

// phrases finds the longest of many phrases among pieces. A phrase is written
// as its pieces stand in a text: one space where there is white space, nothing
// where there is none.
type phrases[T comparable] struct {
	trie  *lexicon.Trie[T]
	words lexicon.Words // of all lists
	most  int           // pieces of a phrase
}

func newPhrases[T comparable](words lexicon.Words) phrases[T] {
	return phrases[T]{trie: lexicon.NewTrie[T](), words: words}
}

// add enters a phrase; a later value replaces an earlier one.
func (p *phrases[T]) add(phrase string, v T) {
	ps := cut(nil, phrase, 0)
	numbers := make([]int32, len(ps))
	for i := range ps {
		p.words.Number(ps[i].low)
		numbers[i] = sequence{p.words, ps, 0}.Word(i)
	}
	p.trie.Set(numbers, v)
	p.most = max(p.most, len(ps))
}

// has reports whether the list has the phrase.
func (p *phrases[T]) has(phrase string) bool {
	ps := cut(nil, phrase, 0)
	return len(lexicon.Exact(p.trie, sequence{p.words, ps, 0}, 0, len(ps))) > 0
}

// at is the longest phrase that begins at piece i; to is the piece after it.
func (p *phrases[T]) at(ps []piece, i int) (v T, to int, ok bool) {
	v, to = lexicon.Longest(p.trie, sequence{p.words, ps, i}, i, nil)
	return v, to, to > i
}

// before is the longest phrase that ends at piece end; from is its first piece.
func (p *phrases[T]) before(ps []piece, end int) (v T, from int, ok bool) {
	for from := max(0, end-p.most); from < end; from++ {
		if v := lexicon.Exact(p.trie, sequence{p.words, ps, from}, from, end); len(v) > 0 {
			return v[0], from, true
		}
	}
	return v, end, false
}

// sequence is a lexicon.Sequence of pieces from one on. White space before a
// piece, but for the first, is part of what it is known by.
type sequence struct {
	words lexicon.Words
	ps    []piece
	from  int
}

func (s sequence) Len() int { return len(s.ps) }

func (s sequence) Word(i int) int32 {
	n := s.words[s.ps[i].low] << 1
	if n != 0 && i > s.from && s.ps[i].gap {
		n |= 1
	}
	return n
}

func joined(ps []piece) string {
	var b strings.Builder
	for i, p := range ps {
		if i > 0 && p.gap {
			b.WriteByte(' ')
		}
		b.WriteString(p.low)
	}
	return b.String()
}
