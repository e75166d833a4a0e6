package figures

import "strings"

// counted fills in what people or things the number counts.
func (s *scan) counted(f *figure) bool {
	n := f.number
	j := n.to
	if s.is(j, "-") && s.glue(j+1) && s.ps[j+1].class == word { // twelve-point, two-state: the name of something
		if !s.is(j+1, "strong", "member", "person", "man", "plus") {
			return false
		}
		f.unit, f.kind, f.to = "person", "other_count", j+2
		if s.is(j+1, "plus") {
			f.unit, f.to = "item", n.to
		}
		f.subject = s.subject(measured{to: f.to, glued: true})
		return true
	}
	if n.fraction {
		return false
	}
	whole := n
	if k := s.partitive(n.to); k > 0 { // four of the six points
		m, ok := s.cardinal(k)
		if ok {
			whole = m
		}
	}
	h := s.nounPhrase(whole)
	if h.to == 0 {
		h = s.parsedHead(whole)
	}
	if s.pronoun(n, h) {
		return false
	}
	f.to = n.to
	if h.to > 0 {
		f.to, f.subject = h.to, [2]int{h.from, h.to}
	}
	if h.to > 0 && joined(s.ps[h.from:h.to]) == "times" {
		if s.is(h.to, "more", "higher", "larger", "bigger", "greater", "less", "lower", "as", "the", "faster", "stronger", "smaller") {
			f.unit, f.kind = "ratio", "other_count"
			return true
		}
	}
	if u, _, ok := s.units.before(s.ps, h.to); h.to > 0 && ok && !h.known && u.class != "" { // three long weeks
		f.unit, f.kind, f.class, f.subject, f.unitEnd = u.name, kindOfUnit(u.class), u.class, [2]int{}, h.to
		return true
	}
	f.unit, f.kind = s.kindOf(h, n.from, f.to)
	if h.known && n.to == n.from+1 && grouped(s.ps[n.from].low) {
		f.value *= 1000 // 12.500 people: nobody counts thousandths of them
	}
	f.to = s.rateEnd(f.to)
	return true
}

// grouped reports whether digits with a full stop have the form of thousands as
// the continent writes them: 12.500.
func grouped(digits string) bool {
	whole, rest, ok := strings.Cut(digits, ".")
	return ok && len(rest) == 3 && len(whole) > 0 && len(whole) < 4 && whole[0] != '0'
}

// partitive is the piece of the second number in "four of the six points", or
// -1.
func (s *scan) partitive(j int) int {
	if !s.is(j, "of") {
		return -1
	}
	if j++; s.is(j, "the", "these", "those", "its", "their", "our") {
		j++
	}
	if class, _ := s.numeral(j); class == "" || class == "part" || class == "plural" {
		return -1
	}
	return j
}

// definite are words before a number that say that its things are known.
var definite = []string{"the", "these", "those", "both", "our", "their", "its", "all", "other", "any", "every", "latter", "former", "us", "you", "number", "no", "some",
	"each", "earlier", "previous", "remaining", "next", "final", "last", "first", "this", "that", "which"}

// pronoun reports whether a number in words stands for something named before:
// one of them, the two, the two sides, the world's two largest.
func (s *scan) pronoun(n number, h head) bool {
	if n.vague || n.to != n.from+1 || s.ps[n.from].class != word {
		return false
	}
	known := s.is(n.from-1, definite...)
	switch {
	case n.value == 1:
		return known || s.possessive(n.from) || s.pronounOne(n, h)
	case strings.HasSuffix(s.low(n.to), "est") && s.possessive(n.from-1):
		return true // the world's seven largest
	case h.to == 0 && n.value == 0:
		return known || s.is(n.from-1, "ground") || s.is(n.to, "in")
	case h.to == 0:
		return known || n.value == 2 && s.is(n.from-1, "in")
	case n.value == 2:
		return s.is(h.to-1, "sides", "parties", "delegations") || s.possessive(n.from-1) ||
			known && !s.is(n.from-1, "last", "first") && !s.ofNumber(n.from-2)
	}
	return false
}

// ofNumber reports whether piece i is the "of" between two numbers: one of the
// two bridges, but a meeting of the two mayors.
func (s *scan) ofNumber(i int) bool {
	class, _ := s.numeral(i - 1)
	return s.is(i, "of") && class != ""
}

// pronounOne reports whether "one" counts nothing. It counts people, and the
// things of a few kinds, in a phrase that is short and clearly ends.
func (s *scan) pronounOne(n number, h head) bool {
	if !h.known || h.to > n.to+3 || s.is(n.to, "of", "people", "another") {
		return true
	}
	if h.kind == "other_count" && h.unit != "person" || h.kind == "agenda" && !s.aboutTalks(n.from, h.to) {
		return true
	}
	if h.to >= len(s.ps) || s.ps[h.to].class != word || s.functional(h.to) {
		return false
	}
	_, _, cue := s.cues.at(s.ps, h.to)
	return !cue // one analyst report
}

// subject is the phrase that a measure or a share is of: of the population, or
// what follows "90-minute".
func (s *scan) subject(m measured) [2]int {
	j := m.to
	if s.is(j, "of") {
		for j++; s.is(j, "the", "a", "an", "its", "their", "our", "his", "her", "all", "these", "those"); j++ {
		}
	} else if !m.glued {
		return [2]int{}
	}
	k, end := j, j
	for k < len(s.ps) && k < j+4 && s.ps[k].class == word && !s.functional(k) {
		k++
		if _, _, ok := s.nouns.before(s.ps, k); ok || end == j || s.possessive(end-1) {
			end = k
		}
	}
	if s.is(k, "-") && s.glue(k) {
		return [2]int{} // of self-taught painters
	}
	if end == j+1 && !s.ps[j].capital && !plural(s.ps[j].low) && !m.glued {
		if _, _, ok := s.nouns.before(s.ps, end); !ok {
			end = k // of its entire strength
		}
	}
	if k > end && s.ps[j].capital { // Mr Norland's, the Black Sea
		for end < k && s.ps[end].capital {
			end++
		}
	}
	return [2]int{j, end}
}
