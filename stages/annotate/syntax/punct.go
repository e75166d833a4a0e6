package syntax

import "parley/stages"

// Where a mark hangs follows from the tree of the words: the guidelines of
// Universal Dependencies leave little choice, and a rule errs less often than
// the parser does. Marks that pair hang on the head of what they enclose; a full
// stop on the highest word before it; other marks on the lower end of the
// shortest arc that spans them, which is the unit that they set off.

// punctuate hangs every mark without dependents anew; the words' arcs stay.
func (s *State) punctuate() {
	s.pairMarks()
	for p := int16(1); int(p) <= s.w.n; p++ {
		if !s.mark(p) {
			continue
		}
		if h := s.setOff(p); h > 0 {
			s.nodes[p].head = h
		}
	}
}

// mark reports whether a place is a mark that the parser hung as one.
func (s *State) mark(p int16) bool {
	n := &s.nodes[p]
	return stages.UPOS(s.w.coarse[p]) == stages.PosPunct && stages.Rel(n.rel) == stages.RelPunct && n.nl == 0 && n.nr == 0
}

// pairMarks finds for each mark of a pair the other one.
func (s *State) pairMarks() {
	if cap(s.pair) < len(s.nodes) {
		s.pair = make([]int16, 2*len(s.nodes))
	}
	s.pair = s.pair[:len(s.nodes)]
	clear(s.pair)
	s.stack = s.stack[:0]
	var quote, single int16 // a mark that either opens or closes, when it is open
	for p := int16(1); int(p) <= s.w.n; p++ {
		if !s.mark(p) {
			continue
		}
		switch w := s.w.text[p]; w {
		case `"`:
			quote = s.either(quote, p)
		case "'":
			single = s.either(single, p)
		case "(", "[", "{", "<", "“", "‘", "``":
			s.stack = append(s.stack, p)
		default:
			open := opens(w)
			for k := len(s.stack) - 1; open != "" && k >= 0; k-- {
				if q := s.stack[k]; s.w.text[q] == open {
					s.pair[p], s.pair[q] = q, p
					s.stack = s.stack[:k]
					break
				}
			}
		}
	}
}

// either pairs p with the mark open, or opens with it when there is none; it
// returns the mark that is open then.
func (s *State) either(open, p int16) int16 {
	if open == 0 {
		return p
	}
	s.pair[p], s.pair[open] = open, p
	return 0
}

// opens is the mark that a closing mark closes.
func opens(w string) string {
	switch w {
	case ")":
		return "("
	case "]":
		return "["
	case "}":
		return "{"
	case ">":
		return "<"
	case "”":
		return "“"
	case "’":
		return "‘"
	case "''":
		return "``"
	}
	return ""
}

// setOff is the word that the mark p sets off, 0 when there is none.
func (s *State) setOff(p int16) int16 {
	if q := s.pair[p]; q != 0 {
		if h := s.enclosed(min(p, q), max(p, q)); h != 0 {
			return h
		}
	}
	left, right := p-1, p+1
	for left > 0 && s.mark(left) {
		left--
	}
	for int(right) <= s.w.n && s.mark(right) {
		right++
	}
	if int(right) > s.w.n {
		right = 0
	}
	if w := s.w.text[p]; left > 0 && fullStop(w) {
		return s.closed(p, left, right)
	}
	for left > 0 && s.nodes[left].head > 0 && s.nodes[left].head < p {
		left = s.nodes[left].head
	}
	for right > 0 && s.nodes[right].head > p {
		right = s.nodes[right].head
	}
	if left == 0 || right == 0 {
		return left + right
	}
	up, down := s.nodes[right].head, s.nodes[left].head
	switch {
	case up == 0 || down > p && left > up: // the left one depends on the right, or is the root
		return left
	case s.quoted(p):
		return up
	}
	return right
}

// fullStop reports marks that end a sentence.
func fullStop(w string) bool {
	return (w[0] == '.' || w[0] == '!' || w[0] == '?') && (len(w) < 2 || w[:2] != "..")
}

// quoted reports whether a quotation begins after the comma or colon p.
func (s *State) quoted(p int16) bool {
	w := s.w.text[p]
	return (w == "," || w == ":") && int(p) < s.w.n && s.pair[p+1] > p+1
}

// enclosed is the head of the words between two marks: the root if it is there,
// or else the first of those that hang on a word outside.
func (s *State) enclosed(from, to int16) int16 {
	first := int16(0)
	for x := from + 1; x < to; x++ {
		h := s.nodes[x].head
		if s.mark(x) || h > from && h < to {
			continue
		}
		if h == 0 {
			return x
		}
		if first == 0 {
			first = x
		}
	}
	return first
}

// closed is the word that the full stop p closes: the highest word before it,
// within the quotation if one ends with it. right is the next word or 0.
func (s *State) closed(p, left, right int16) int16 {
	from := int16(0)
	for k := p + 1; int(k) <= s.w.n && k != right; k++ {
		if q := s.pair[k]; q > 0 && q < p {
			from = q
			break
		}
	}
	for s.nodes[left].head > from && s.nodes[left].head < p {
		left = s.nodes[left].head
	}
	if s.nodes[left].head > p && from == 0 {
		return 0
	}
	return left
}
