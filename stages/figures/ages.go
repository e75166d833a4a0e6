package figures

// isAge reports whether digits are the age of a person: aged 40, age 40,
// between commas after a name, or what a person is, was or turned.
func (s *scan) isAge(n number) bool {
	first := s.listed(n.from) // Anna and Ben, 22 and 19
	if s.is(first-1, "aged", "age", "ages") || s.is(first-1, "of", ",") && s.is(first-2, "age", "ages") {
		return true
	}
	if !n.plain || n.ranged || n.value < 1 || n.value > 110 {
		return false
	}
	ends := n.to >= len(s.ps) || s.is(n.to, ",", ")", "and", ".", "–", ";", "who", "from")
	switch prev := n.from - 1; {
	case s.is(n.to, "and", "or") && s.is(n.to+1, "older", "younger"), s.is(prev, "than") && s.is(prev-1, "younger", "older"):
		return true
	case s.is(prev, "turn", "turned", "turns", "turning") && (s.nounPhrase(n).to == 0), s.is(prev, "at") && s.is(prev-1, "died", "dies", "dead", "retired"):
		return true
	case s.is(prev, "now", "then") && s.is(prev-1, ",") && ends, s.is(prev, "is", "was", "are", "were", "be", "am") && s.whoIs(prev) && (ends || s.is(n.to, "when", "in")):
		return true
	}
	name := first - 2
	if s.is(name, ".") {
		name-- // Jr., 55
	}
	if !ends || name < 0 || !s.is(first-1, ",", "(") || s.ps[name].class != word {
		return false
	}
	v, _, known := s.nouns.before(s.ps, name+1)
	return s.ps[name].capital || s.is(n.to, ",") && known && v.unit == "person" && !v.plural
}

// whoIs reports whether the verb at piece k is said of one person, or of
// somebody whose age the sentence tells: she is 45, one is 10 years old and
// another is 6.
func (s *scan) whoIs(k int) bool {
	for s.is(k-1, "will", "would", "not", "be") {
		k--
	}
	if k == 0 {
		return false
	}
	return s.is(k-1, "he", "she", "i", "who") || s.ps[k-1].capital && k > 1 && s.ps[k-2].capital || s.tellsAge(k+1)
}

// tellsAge reports whether an age is told in so many words before piece k.
func (s *scan) tellsAge(k int) bool {
	for b := max(0, k-12); b+1 < k; b++ {
		if s.is(b, "years", "year", "months") && (s.is(b+1, "old") || s.is(b+1, "-") && s.is(b+2, "old", "olds")) {
			return true
		}
	}
	return false
}
