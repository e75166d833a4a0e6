package figures

import (
	"strings"

	"parley/stages/language/times"
)

// measures reports whether the number n is one of a quantity and not a date, a
// year, a time, an age, an address, a name or a list number. unit says that a
// unit, a currency or a noun that is counted follows it or, for a currency,
// stands before it.
func (s *scan) measures(n number, money bool) bool {
	if !money && s.inName(n) {
		return false
	}
	if !money && s.dated(n) {
		return false
	}
	if s.ps[n.from].class != digits {
		return !s.wordName(n)
	}
	return money || !s.isYear(n) && !s.dotted(n) && !s.isAge(n) && !s.isLabel(n)
}

// inName reports whether the number is part of a longer written word: T-72,
// G7, 3D, 10/03/22, 24th, user_5, #5, a phone number.
func (s *scan) inName(n number) bool {
	if s.glue(n.from) {
		prev := s.ps[n.from-1]
		switch {
		case prev.class == word:
			return true
		case prev.class == digits:
			return true
		case s.is(n.from-1, "-", "–", "—", "/", ".") && s.glue(n.from-1):
			before := s.ps[n.from-2]
			if before.class == digits || before.class == word && s.is(n.from-1, "-", "/", ".") {
				return true
			}
			if s.is(n.from-1, ".", "/") {
				return true
			}
		case s.is(n.from-1, "'"):
			return true // '08, 6'2
		case s.is(n.from-1, "#", "_", "@", "&", "№", "=", "+", "§", "\\", "*", ":"):
			if !s.is(n.from-1, "=") || !s.is(n.from-2, "<", ">") {
				return true
			}
		}
	}
	last := s.ps[n.to-1]
	if last.class != digits || !s.glue(n.to) {
		return false
	}
	next := s.ps[n.to]
	switch {
	case next.class == word:
		_, _, unit := s.units.at(s.ps, n.to)
		_, _, cur := s.currencies.at(s.ps, n.to)
		_, letter := s.glued[next.low]
		return !unit && !cur && !letter || next.capital && letter
	case next.class == digits:
		return true
	case s.is(n.to, ":", "/", "_", "@", "^", "#", "\\", "."):
		return s.glue(n.to+1) && (s.ps[n.to+1].class == digits || !s.is(n.to, ":", "/", "."))
	case s.is(n.to, "-", "–") && s.glue(n.to+1) && s.ps[n.to+1].class == digits:
		return true // a score, a phone number, a span of years
	}
	return false
}

// wordName reports whether a number in words is part of a name, a phrase or a
// bare pronoun: Group of Seven, one of the, no one, the two sides.
func (s *scan) wordName(n number) bool {
	if s.label(n.from-1) || s.is(n.from-1, "of") && s.is(n.from-2, "group") {
		return true
	}
	if s.is(n.from-1, "war") && s.is(n.from-2, "world") {
		return true
	}
	first := s.ps[n.from]
	if first.capital && n.from > 0 && !first.atStart(s, n.from) && s.ps[n.from-1].class == word && s.ps[n.from-1].capital {
		return true
	}
	if s.is(n.to, "-") && s.glue(n.to+1) && n.from+1 == n.to && s.is(n.to+1, "on", "off", "sided", "time", "way") {
		return true
	}
	return false
}

// atStart reports whether piece i opens a sentence or a quotation.
func (p piece) atStart(s *scan, i int) bool {
	return i == 0 || s.ps[i-1].class == mark && !s.is(i-1, ",", "-", "'", ")")
}

// dated reports whether the number names a day, a year or a time of the day. A
// length of time is none, nor one that tells how far off a time is: two years
// ago.
func (s *scan) dated(n number) bool {
	t := s.timeAt(n.from)
	return t != nil && (t.Kind == times.Time || t.Point() && t.First.Anchor != times.Publication && t.First.Anchor != times.Narrative)
}

// isYear reports whether four digits such as 2014 are a year: they are unless
// a unit or a noun that is counted follows, or a hedge stands before.
func (s *scan) isYear(n number) bool {
	v, w := s.ps[n.from].value, s.ps[n.to-1].value
	if !n.plain || !yearLike(v) || !yearLike(w) || n.from+1 != n.to && !n.ranged {
		return false
	}
	if s.is(n.from-1, "in", "since", "until", "till", "by", "before", "after", "during", "year", "early", "late", "mid", "spring", "summer", "autumn", "winter", "fall") {
		return true
	}
	if _, _, ok := s.units.at(s.ps, n.to); ok {
		return false
	}
	if c, _, ok := s.currencies.at(s.ps, n.to); ok && c.class != "code" {
		return false
	}
	h := s.nounPhrase(n)
	if s.is(n.from-1, "the", "those", "these") && h.unit != "person" && s.ps[n.from].value >= 1900 {
		return true // the 2012 attacks
	}
	if h.known && h.to == n.to+1 && h.plural {
		return false
	}
	if s.ps[n.from].value < 1900 && h.to > 0 {
		return false
	}
	_, from, hedged := s.hedges.before(s.ps, n.from)
	return !hedged || s.is(from-1, "since") || s.is(from, "up", "around", "about", "near", "over", "circa", "ca") && h.to == 0
}

// dotted reports whether digits are a time or a day as they are written on the
// continent: 17.15, 28.04. A decimal measures something that is named.
func (s *scan) dotted(n number) bool {
	d := s.ps[n.from].low
	if n.ranged || len(d) < 4 || len(d) > 5 || d[len(d)-3] != '.' || n.value >= 32 || d[len(d)-2] > '5' || n.to != n.from+1 {
		return false
	}
	_, _, unit := s.units.at(s.ps, n.to)
	return !unit && s.nounPhrase(n).to == 0
}

// listed is the first of the plain numbers that are joined to the one at
// piece i: 6, 7 and 8.
func (s *scan) listed(i int) int {
	for i >= 3 && s.is(i-1, "and", "or", ",", "&", "-", "–", "of") && s.ps[i-2].plain && s.ps[i-2].value < 1000 {
		i -= 2
	}
	return i
}

// label reports whether piece i is a word that numbers what it names, in either
// number: Article 5, Articles 3 and 4.
func (s *scan) label(i int) bool {
	return s.labels[s.low(i)] == "label" || s.labels[strings.TrimSuffix(s.low(i), "s")] == "label"
}

// alone reports whether a sentence is nothing but a small number: of a page, or
// of a note.
func (s *scan) alone(n number) bool {
	if n.value >= 1000 || len(s.ps) > 5 {
		return false
	}
	for k := range s.ps {
		if (k < n.from || k >= n.to) && !s.is(k, "[", "]", "(", ")", ".") {
			return false
		}
	}
	return true
}

// isLabel reports whether digits number something: Article 5, Day 26, Leopard
// 2, Downing Street 10, "1." at the head of a line.
func (s *scan) isLabel(n number) bool {
	if !n.plain && !strings.HasSuffix(s.ps[n.from].low, ".0") {
		return false
	}
	if n.from == 0 && !n.ranged && (s.is(n.to, ".", ")", ":") && n.to+1 < len(s.ps)) {
		return true
	}
	if s.votes(n) || n.from == 0 && n.value < 100 && n.to < len(s.ps) && s.ps[n.to].capital && s.nounPhrase(n).to == 0 {
		return true
	}
	if s.is(n.from-1, "(") && n.ranged && s.is(n.to, ",", ")") {
		return true // a record of games: (9-1, 6-1)
	}
	if s.is(n.from-1, "(") && s.is(n.to, ")") && n.value < 100 || s.is(n.from-1, "\"") && s.is(n.from-2, "=") || s.alone(n) {
		return true
	}
	if n.from == 0 {
		return false
	}
	prev := s.ps[n.from-1]
	if prev.class == digits && s.calibreEnd(n.from) == 0 || n.to < len(s.ps) && s.ps[n.to].class == digits && s.calibreEnd(n.to) == 0 {
		return true // a row of a table
	}
	if strings.HasSuffix(s.ps[n.from].low, ".0") && prev.capital {
		return true // Versailles 2.0
	}
	if k := s.listed(n.from); k < n.from && s.label(k-1) {
		return true
	}
	if s.label(n.from-1) && (prev.capital || s.nounPhrase(n).to == 0) || s.is(n.from-1, ".") && s.labels[s.low(n.from-2)] == "label-dot" {
		return true
	}
	if s.is(n.from-1, "of") && s.is(n.from-2, "group") {
		return true
	}
	for k := n.to; k < len(s.ps) && k < n.to+4 && s.ps[k].class == word && s.ps[k].capital; k++ {
		if s.labels[s.ps[k].low] == "street" {
			return true
		}
	}
	if class, _ := s.numeral(n.from - 1); class != "" && n.to < len(s.ps) && s.ps[n.to].capital && s.ps[n.to].class == word {
		return true // five 787 Voyager jets
	}
	if prev.class != word || !prev.capital || s.functional(n.from-1) {
		return false
	}
	if n.from == 1 {
		return s.is(n.to, ",", ":") && n.value < 200 // Rovers 5, Wanderers 2
	}
	if _, _, unit := s.units.at(s.ps, n.to); unit {
		return false
	}
	if _, _, nation := s.nations.at(s.ps, n.to); !nation && n.from > 1 && n.to < len(s.ps) && s.ps[n.to].class == word && s.ps[n.to].capital {
		return true // Tracker 11 Pro users
	}
	h := s.nounPhrase(n)
	return h.to == 0 || n.value < 10
}

// votes reports whether the number n is one of the two of a vote or a score:
// 5 to 4, where nothing fell from the one to the other.
func (s *scan) votes(n number) bool {
	a, b := n.from, n.to+1
	if s.is(n.from-1, "to") {
		a, b = n.from-2, n.from
	}
	if n.ranged || a < 0 || b >= len(s.ps) || !s.is(b-1, "to") || a+2 != b || !s.ps[a].plain || !s.ps[b].plain || s.ps[a].value <= s.ps[b].value {
		return false
	}
	_, _, unit := s.units.at(s.ps, b+1)
	end := b + 1
	return !unit && !s.is(a-1, "from") && (end >= len(s.ps) || s.ps[end].class == mark && !s.is(end, "%", "-") || s.functional(end))
}
