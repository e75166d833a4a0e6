package figures

import (
	"slices"

	"parley/stages"
)

// parsedHead is the noun that the parse has the number n count, for phrases
// whose words hide it: eight “inner” towns, 300 home-made Leopard II tanks.
func (s *scan) parsedHead(n number) (h head) {
	i := s.token(n.to - 1)
	if i < 0 || s.tokens[i].Rel != stages.RelNummod {
		return h
	}
	noun := int(s.tokens[i].Head)
	if noun <= i || noun > i+8 || s.tokens[noun].UPOS != stages.PosNoun {
		return h
	}
	single := n.value == 1 && !n.vague && !n.ranged
	if x := s.tokens[noun].XPOS; x != stages.TagNNS && !(single && x == stages.TagNN) {
		return h
	}
	for k := i + 1; k < noun; k++ {
		if t := &s.tokens[k]; t.Lower == "," || t.UPOS == stages.PosNum || t.UPOS == stages.PosVerb && t.Rel != stages.RelAmod {
			return h
		}
	}
	for k := n.to; k < len(s.ps) && s.ps[k].start < s.tokens[noun].End; k++ {
		h.to = k + 1
	}
	if class, _ := s.numeral(h.to - 1); class != "" || len(s.low(h.to-1)) < 3 {
		return head{} // fifteen billions, 4 vs 7
	}
	h.from = n.to
	v, _, ok := s.nouns.before(s.ps, h.to)
	if !ok && !single && !plural(s.low(h.to-1)) {
		return head{} // 35 abstained
	}
	if h.noun, h.known = v, ok; !ok {
		h.noun = s.guess(s.ps[h.to-1])
	}
	return h
}

// token is the token that holds piece k, or -1.
func (s *scan) token(k int) int {
	at := s.ps[k].start
	i, ok := slices.BinarySearchFunc(s.tokens, at, func(t stages.Token, at int32) int { return int(t.Start - at) })
	if !ok {
		i--
	}
	if i < 0 || s.tokens[i].End <= at {
		return -1
	}
	return i
}
