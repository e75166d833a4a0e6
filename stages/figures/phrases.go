package figures

import "strings"

// phrases finds the longest of many phrases among pieces. A phrase is written
// as its pieces stand in a text: one space where there is white space, nothing
// where there is none.
type phrases[T any] struct {
	all   map[string]T
	first map[string]int // first piece to the most pieces of a phrase that begins with it
	most  int
}

func newPhrases[T any]() phrases[T] {
	return phrases[T]{all: map[string]T{}, first: map[string]int{}}
}

func (p *phrases[T]) add(phrase string, v T) {
	ps := cut(nil, phrase, 0)
	p.all[phrase] = v
	p.first[ps[0].low] = max(p.first[ps[0].low], len(ps))
	p.most = max(p.most, len(ps))
}

// at is the longest phrase that begins at piece i; to is the piece after it.
func (p *phrases[T]) at(ps []piece, i int) (v T, to int, ok bool) {
	if i >= len(ps) {
		return v, i, false
	}
	key := make([]byte, 0, 64)
	for n := i; n < len(ps) && n < i+p.first[ps[i].low]; n++ {
		if n > i && ps[n].gap {
			key = append(key, ' ')
		}
		key = append(key, ps[n].low...)
		if w, found := p.all[string(key)]; found {
			v, to, ok = w, n+1, true
		}
	}
	return v, to, ok
}

// before is the longest phrase that ends at piece end; from is its first piece.
func (p *phrases[T]) before(ps []piece, end int) (v T, from int, ok bool) {
	for from := max(0, end-p.most); from < end; from++ {
		if p.first[ps[from].low] < end-from {
			continue
		}
		if w, found := p.all[joined(ps[from:end])]; found {
			return w, from, true
		}
	}
	return v, end, false
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
