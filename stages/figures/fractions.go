package figures

import "strings"

// share reads a fraction that stands for itself: a third of, two-thirds, one
// in three, half the, half a million.
func (s *scan) share(i int) (number, bool) {
	if n, ok := s.oneIn(i); ok {
		return n, true
	}
	n, ok := s.part(i, false)
	if !ok && s.is(i, "minus", "negative") {
		n, ok = s.part(i+1, false)
		n.from, n.value = i, -n.value
	}
	if !ok {
		return number{}, false
	}
	class, v := s.numeral(n.to)
	a := 0
	if s.is(n.to, "a", "an") && s.is(n.to-1, "half") {
		a = 1
		class, v = s.numeral(n.to + 1)
	} else if s.is(n.to, "of") && s.is(n.to+1, "a") {
		a = 2
		class, v = s.numeral(n.to + 2)
	}
	switch {
	case class == "scale" || class == "dozen" || class == "hundred": // half a million
		return number{from: i, to: n.to + a + 1, value: n.value * v, scale: v}, true
	case a == 1: // half an hour
		if _, _, unit := s.units.at(s.ps, n.to+1); unit {
			n.to++
			n.fraction = false
			return n, true
		}
	}
	return n, n.fraction && s.stands(n)
}

// part reads one-third, three quarters, 1/2, ½. With bare, a denominator in
// the singular is taken without a look at what follows.
func (s *scan) part(i int, bare bool) (number, bool) {
	class, v := s.numeral(i)
	switch class {
	case "half":
		return number{from: i, to: i + 1, value: 0.5, fraction: true, scale: 1}, true
	case "vulgar":
		return number{from: i, to: i + 1, value: v, fraction: true, scale: 1}, true
	case "digits":
		if s.is(i+1, "/") && s.glue(i+1) && s.glue(i+2) && s.ps[i].plain {
			return s.slash(i)
		}
	}
	top, j := v, i+1
	switch {
	case s.is(i, "a", "an") && class == "":
		top = 1
	case class == "unit" || class == "teen" || class == "tens" || class == "digits":
	default:
		return number{}, false
	}
	if n, c, _ := s.whole(i); c.last != "" && s.ps[n.to-1].class == word {
		top, j = n.value, n.to
	}
	tens := 0.0
	if class, v := s.numeral(j - 1); s.is(j, "-") && class == "tens" && j-1 > i {
		top, tens = s.numerator(i, j-1), v // one hundred thirty-fifths
	}
	if s.is(j, "-") {
		j++
	}
	class, v = s.numeral(j)
	one := top == 1
	if class, w, to := s.compoundPart(j); class != "" {
		return fraction(i, to, top/w), one && class == "part" || !one && class == "parts"
	}
	if class == "half" && one || class == "part" && one || class == "parts" && (!one || s.is(j, "halves")) {
		return fraction(i, j+1, top/(tens+v)), true
	}
	return number{}, false
}

func fraction(from, to int, value float64) number {
	return number{from: from, to: to, value: value, fraction: true, scale: 1}
}

// numerator is the value of the pieces from to to alone.
func (s *scan) numerator(from, to int) float64 {
	n, _, _ := (&scan{vocabulary: s.vocabulary, ps: s.ps[:to]}).whole(from)
	return n.value
}

// ordinals are those that are no denominators of their own.
var ordinals = map[string]float64{"first": 1, "second": 2}

// compoundPart reads a denominator of more than one word behind a numerator:
// twenty-firsts, one hundred fifth. class is "part" or "parts", or "" where
// there is none.
func (s *scan) compoundPart(i int) (class string, value float64, to int) {
	n, c, _ := s.whole(i)
	if c.last == "" || s.ps[n.to-1].class != word {
		return "", 0, i
	}
	to = n.to
	if s.is(to, "-") {
		to++
	}
	class, v := s.numeral(to)
	switch {
	case s.is(to, "first", "second"):
		class, v = "part", ordinals[s.low(to)]
	case s.is(to, "firsts", "seconds"):
		class, v = "parts", ordinals[strings.TrimSuffix(s.low(to), "s")]
	}
	if class != "part" && class != "parts" || v >= 20 {
		return "", 0, i
	}
	return class, n.value + v, to + 1
}

// slash reads 1/2. Denominators that prices and measures use; 9/11 and 24/7
// are none.
func (s *scan) slash(i int) (number, bool) {
	if s.ps[i+2].class != digits || !s.ps[i+2].plain || s.is(i+3, "/") && s.glue(i+3) || s.is(i-1, "/") && s.glue(i) {
		return number{}, false
	}
	switch a, b := s.ps[i].value, s.ps[i+2].value; b {
	case 2, 3, 4, 5, 6, 8, 10, 16:
		if a > 0 && a < b {
			return number{from: i, to: i + 3, value: a / b, fraction: true, scale: 1}, true
		}
	}
	return number{}, false
}

// stands reports whether a fraction is one and not an ordinal or an adverb: a
// third of, but a third round; half the, but the second half, half finished.
func (s *scan) stands(n number) bool {
	class, _ := s.numeral(n.to - 1)
	if class == "parts" || class == "vulgar" || s.ps[n.to-1].class == digits {
		return !s.is(n.to, "-") || !s.glue(n.to)
	}
	if class == "half" && (s.is(n.from-1, "and") && s.is(n.from, "a") || s.is(n.from-1, "a") && s.is(n.from-2, "and")) {
		return false // a cup and a half
	}
	if s.is(n.from-1, "first", "second", "other", "latter", "better", "every", "the", "last") {
		return false
	}
	next := s.low(n.to)
	_, hedge, hedged := s.hedges.before(s.ps, n.from)
	if class == "half" && hedged && hedge < n.from {
		return true
	}
	if class == "half" && n.to == n.from+1 {
		return s.is(n.to, "of", "the", "its", "their", "his", "our", "all", "that", "these", "those", "") || s.unitAfterHyphen(n.to)
	}
	if s.is(n.from, "a") && class == "part" && next != "of" && !(hedged && hedge < n.from) && !s.unitAfterHyphen(n.to) {
		return n.from == 0 && n.to == len(s.ps) || s.is(n.from-1, "by", "just", "only", "to", "is", "was") && (n.to == len(s.ps) || s.ps[n.to].class == mark || s.functional(n.to)) // fell by a third; but bought a third
	}
	if n.to >= len(s.ps) || next == "of" || s.ps[n.to].class == mark && next != "-" && next != "," || s.unitAfterHyphen(n.to) {
		return true
	}
	return s.functional(n.to)
}

func (s *scan) unitAfterHyphen(i int) bool {
	if !s.is(i, "-") || !s.glue(i+1) {
		return false
	}
	_, _, ok := s.units.at(s.ps, i+1)
	return ok
}

// oneIn reads one in three and two out of five.
func (s *scan) oneIn(i int) (number, bool) {
	ca, a := s.numeral(i)
	if s.is(i, "minus", "negative") {
		if n, ok := s.oneIn(i + 1); ok {
			n.from, n.value = i, -n.value
			return n, true
		}
	}
	if ca != "unit" && ca != "digits" || s.is(i-1, ".", "-") {
		return number{}, false
	}
	j := i + 1
	switch {
	case s.is(j, "in"):
		j++
	case s.is(j, "out") && s.is(j+1, "of"):
		j += 2
	case s.is(j, "over"):
		b, ok := s.cardinal(j + 1)
		if _, _, money := s.currencies.before(s.ps, i); !ok || money || b.value == 0 || b.to < len(s.ps) && s.ps[b.to].class != mark {
			return number{}, false
		}
		return number{from: i, to: b.to, value: a / b.value, fraction: true, scale: 1}, true
	default:
		return number{}, false
	}
	every := s.is(j, "every")
	if every {
		j++
	}
	b, ok := s.cardinal(j)
	if !ok || a < 1 || a >= b.value || b.value > 1000 || b.value != float64(int(b.value)) || !every && a > 1 && b.value > 10 {
		return number{}, false
	}
	if _, _, unit := s.units.at(s.ps, b.to); unit {
		return number{}, false // one in five days
	}
	return number{from: i, to: b.to, value: a / b.value, fraction: true, scale: 1}, true
}
