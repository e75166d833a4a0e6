package figures

import (
	"math"
	"parley/stages"
	"parley/stages/language/times"
	"slices"
)

// number is what the grammar of numbers reads, without unit and hedge.
type number struct {
	from, to  int // pieces
	open      int // of a range, the piece of its "between"
	value     float64
	low, high float64
	ranged    bool    // low to high; value means nothing
	vague     bool    // thousands: low is known, value is not
	approx    bool    // a couple
	fraction  bool    // a third, one in three
	plain     bool    // a single run of digits without separators
	scale     float64 // last scale word, for 5 to 7 million; 1 without
}

// scan looks for figures among the pieces of one sentence.
type scan struct {
	*vocabulary
	ps     []piece
	tokens []stages.Token // of the sentence
	times  []times.Told   // of the sentence
}

// low is the text of piece i in lower case, "" outside of the sentence.
func (s *scan) low(i int) string {
	if i < 0 || i >= len(s.ps) {
		return ""
	}
	return s.ps[i].low
}

func (s *scan) is(i int, words ...string) bool { return slices.Contains(words, s.low(i)) }

// functional reports whether piece i is a word at which a noun phrase ends;
// US is none.
func (s *scan) functional(i int) bool {
	return i < len(s.ps) && s.function[s.ps[i].low] && !(s.is(i, "us") && s.ps[i].capital)
}

// glue reports whether piece i touches the one before it.
func (s *scan) glue(i int) bool { return i > 0 && i < len(s.ps) && !s.ps[i].gap }

// class is the class of piece i among the numerals, "digits" for digits.
func (s *scan) numeral(i int) (class string, value float64) {
	if i < 0 || i >= len(s.ps) {
		return "", 0
	}
	if p := s.ps[i]; p.class == digits {
		if p.ok {
			return "digits", p.value
		}
		return "", 0
	}
	n := s.numerals[s.ps[i].low]
	return n.class, n.value
}

// number reads the number that begins at piece i.
func (s *scan) number(i int) (n number, ok bool) {
	if n, ok = s.share(i); ok {
		return n, true
	}
	if n, ok = s.vague(i); ok {
		return n, true
	}
	return s.cardinal(i)
}

// sum adds up the words of one cardinal.
type sum struct {
	total, cur float64
	last       string // class of the last word, "" at the beginning
	scale      float64
}

// step takes the next word; false when it does not belong to the cardinal.
func (c *sum) step(class string, v float64) bool {
	switch class {
	case "digits":
		if c.last != "" && !(c.last == "hundred" && v < 100) && !(c.last == "scale" && c.scale == 1000 && v < 10) {
			return false
		}
		c.cur += v
	case "unit":
		if c.last == "unit" || c.last == "teen" || c.last == "digits" || c.last == "dozen" {
			return false
		}
		c.cur += v
	case "teen", "tens":
		if c.last != "" && c.last != "hundred" && c.last != "scale" {
			return false
		}
		c.cur += v
	case "hundred":
		if c.last == "hundred" || c.last == "dozen" || c.cur >= 100 && c.last != "digits" || c.last == "scale" {
			return false
		}
		c.cur = max(c.cur, 1) * v
	case "scale", "dozen", "short", "plural", "letter":
		if c.last == "" || c.last == "dozen" || c.scale > 1 && v >= c.scale || c.cur == 0 && class == "scale" {
			return false
		}
		if class == "dozen" && c.last == "scale" {
			return false
		}
		c.total += c.cur * v
		c.cur, c.scale = 0, v
		if class != "dozen" {
			class = "scale"
		}
	default:
		return false
	}
	c.last = class
	return true
}

// cardinal reads 3.9 million, three hundred and thirty-one, a thousand,
// three and a half million, minus 5.
func (s *scan) cardinal(i int) (number, bool) {
	n, c, sign := s.whole(i)
	if c.last == "" {
		return number{}, false
	}
	s.power(&n)
	s.decimals(&n)
	s.andHalf(&n, c)
	n.value *= sign
	return n, true
}

// whole reads a cardinal without sign and without the fraction behind it; the
// last word of the sum is empty where there is none.
func (s *scan) whole(i int) (n number, c sum, sign float64) {
	c.scale = 1
	j := i
	sign = 1
	switch {
	case s.is(i, "-") && s.glue(i+1) && (s.ps[i].gap || s.is(i-1, "<", ">", "=", "(")) || s.is(i, "minus", "negative"):
		if class, _ := s.numeral(i + 1); class != "digits" && s.is(i, "-") {
			return number{}, sum{}, 1
		}
		sign = -1
		j++
	case s.is(i, "a", "an"):
		class, v := s.numeral(i + 1)
		if class != "hundred" && class != "scale" && class != "dozen" {
			return number{}, sum{}, 1
		}
		c.step("unit", 1)
		c.step(class, v)
		j = i + 2
	case s.is(i, "hundred") && s.is(i+1, "thousand", "million", "billion"):
		c.step("unit", 1)
	}
	for j < len(s.ps) {
		k := j
		if c.last != "" && s.is(j, "-") && (s.ps[j-1].class == word || s.hyphenedScale(j)) {
			k++
		} else if (c.last == "hundred" || c.last == "scale") && s.is(j, "and") {
			if k++; !s.continues(k, c.scale) {
				break
			}
		}
		class, v := s.numeral(k)
		if next, w := s.numeral(k + 1); class == "digits" && c.last == "scale" && next == "scale" && w < c.scale {
			c.cur, c.last = v, "digits" // 11 billion 700 million
			j = k + 1
			continue
		}
		if class == "digits" && c.last == "hundred" && k == j {
			break
		}
		if class == "letter" && !s.millions(k) || class == "short" && !s.thousands(k) || !c.step(class, v) {
			break
		}
		j = k + 1
	}
	if c.last == "" {
		return number{}, c, 1
	}
	n = number{from: i, to: j, value: c.total + c.cur, scale: c.scale}
	n.plain = j == i+1 && s.ps[i].plain
	return n, c, sign
}

// hyphenedScale reports whether the hyphen at piece j joins digits and a scale:
// $1.2-billion.
func (s *scan) hyphenedScale(j int) bool {
	class, _ := s.numeral(j + 1)
	return s.glue(j) && s.glue(j+1) && s.ps[j-1].class == digits && class == "scale" && s.ps[j+1].class == word
}

// continues reports whether the number after "and" at piece k still belongs to
// the cardinal: it does in "a hundred and five", not in "a hundred and two hundred".
func (s *scan) continues(k int, scale float64) bool {
	class, value := s.numeral(k)
	switch class {
	case "unit", "teen", "tens", "digits":
	default:
		return false
	}
	if value == 0 {
		return false
	}
	next, v := s.numeral(k + 1)
	if next == "part" || next == "parts" || next == "half" {
		return false
	}
	if scale > 1 {
		return next != "scale" || v < scale
	}
	return next != "hundred" && next != "scale" && next != "plural"
}

// millions reports whether the letter m or b at piece k is a scale: after
// money, before what is counted, as a capital, or where people are told of and no
// distance. mm is one after money alone.
func (s *scan) millions(k int) bool {
	if k == 0 || s.ps[k-1].class != digits {
		return false
	}
	if _, _, money := s.currencies.before(s.ps, k-1); money {
		return true
	}
	if s.is(k, "mm") {
		_, _, cur := s.currencies.at(s.ps, k+1)
		return cur
	}
	if k+1 < len(s.ps) && s.ps[k+1].gap { // 2.25m tonnes, 3m people
		_, _, unit := s.units.at(s.ps, k+1)
		_, _, cur := s.currencies.at(s.ps, k+1)
		v, _, _ := s.nouns.at(s.ps, k+1)
		if (unit || cur || v.plural) && !s.is(k+1, "in") {
			return true
		}
	}
	if s.ps[k].capital && !s.glue(k+1) && (s.is(k, "m") || !s.ps[k-1].plain) {
		return true
	}
	return s.is(k, "m", "b") && s.glue(k) && !(s.glue(k+1) && (s.ps[k+1].class != mark || s.is(k+1, "-", "/", "²", "³"))) && !s.ps[k].capital && !s.extent(k+1) && (!s.is(k+1, "of") || s.functional(k+2)) && s.peopled(k)
}

// extent reports whether a word at piece i or behind it says of a number that it
// measures a distance: 3m long, 40m from the gate, 2m deep.
func (s *scan) extent(i int) bool {
	for k := i; k < len(s.ps) && k < i+2; k++ {
		if s.labels[s.low(k)] == "extent" {
			return true
		}
	}
	return false
}

// peopled reports whether the number that ends at piece k is one of people or of
// a count: the number of, refugees rose to, have fled.
func (s *scan) peopled(k int) bool {
	if kind, _ := s.fateAfter(k + 1); kind != "" && kind != "troops" {
		return true
	}
	if kind, _ := s.fateBefore(k-1, reach); kind != "" && kind != "troops" {
		return true
	}
	for i := k - 2; i >= 0 && i > k-12; i-- {
		if s.ends(i) {
			break
		}
		if s.is(i, "number", "numbers", "total", "population", "count", "toll", "figure") {
			return true
		}
		if v, _, ok := s.nouns.at(s.ps, i); ok && v.unit == "person" && v.plural {
			return true
		}
	}
	v := s.nounPhrase(number{to: k + 1, value: 2})
	return v.to > 0 && v.unit == "person"
}

// thousands reports whether the abbreviation at piece k is a scale: 20k and
// 3bn are, the 4K of a screen is not.
func (s *scan) thousands(k int) bool {
	return k > 0 && s.ps[k-1].class == digits && !(s.is(k, "k") && s.ps[k].capital && s.ps[k-1].value < 10)
}

// power reads 2^10 and 12e-1 where the number n is digits alone.
func (s *scan) power(n *number) {
	j := n.to
	if s.ps[j-1].class != digits || s.glue(j-1) && s.ps[j-2].class == word || !s.is(j, "^", "e") || !s.glue(j) {
		return
	}
	sign := 1.0
	if j++; s.is(j, "+", "-") && s.glue(j) {
		if s.is(j, "-") {
			sign = -1
		}
		j++
	}
	if !s.glue(j) || s.ps[j].class != digits || !s.ps[j].plain || s.ps[j].value > 100 {
		return
	}
	if s.is(n.to, "^") {
		n.value = math.Pow(n.value, sign*s.ps[j].value)
	} else {
		n.value *= math.Pow(10, sign*s.ps[j].value)
	}
	n.to, n.plain = j+1, false
}

// decimals reads "point seven one" after a cardinal.
func (s *scan) decimals(n *number) {
	if !s.is(n.to, "point") {
		return
	}
	place, v, j := 0.1, 0.0, n.to+1
	for ; ; j++ {
		class, d := s.numeral(j)
		if class == "unit" {
			v += d * place
			place /= 10
			continue
		}
		if (class == "tens" || class == "teen") && j == n.to+1 {
			rest, _ := s.cardinal(j)
			v, j = rest.value/100, rest.to
		}
		break
	}
	if j > n.to+1 {
		n.value += v
		n.to = j
	}
}

// andHalf reads "and a half", "½" and "1/2" after a cardinal, and a scale after them.
func (s *scan) andHalf(n *number, c sum) {
	j, f := n.to, number{}
	ok := false
	switch {
	case s.is(j, "and"):
		f, ok = s.part(j+1, false)
		if !ok && s.is(j+1, "a") {
			if class, _ := s.numeral(j + 2); class == "half" || class == "part" {
				f, ok = s.part(j+1, true)
			}
		}
	case c.last == "digits":
		f, ok = s.part(j, false)
		ok = ok && (s.ps[j].class == digits || s.ps[j].class == mark)
	}
	if !ok {
		return
	}
	class, v := s.numeral(f.to)
	switch {
	case class == "scale" && c.scale == 1:
		n.value, n.scale = (n.value+f.value)*v, v
		f.to++
	case class == "scale" && v < c.scale: // a billion and a quarter million
		n.value += f.value * v
		f.to++
	case c.scale > 1 && c.cur == 0:
		n.value += f.value * c.scale
	default:
		n.value += f.value
	}
	n.to, n.plain = f.to, false
}
