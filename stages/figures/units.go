package figures

import "slices"

// measured is a unit or currency beside a number.
type measured struct {
	unit
	from, to int  // pieces of number and unit
	glued    bool // 90-minute: what is measured follows
	known    bool
	rest     float64 // what is to be added to the number: forty-five cents
	times    float64 // scale behind a currency: 75 USD million
}

// measure finds the currency before or the unit after the number n.
func (s *scan) measure(n number) measured {
	m := measured{from: n.from, to: n.to, times: 1}
	if c, from, ok := s.currencies.before(s.ps, n.from); ok && c.class != "word" && (c.class == "sign" || s.ps[from].capital || s.glue(n.from)) {
		m.unit, m.from, m.known = unit{c.code, "money"}, from, true
		if s.is(n.to, "-") && s.glue(n.to+1) && s.is(n.to+1, "a", "per") {
			return m
		}
		s.rate(&m)
		return m
	}
	j := n.to
	if n.vague && s.is(j, "of") {
		j++
	} else if s.is(j, "-") && s.glue(j+1) {
		j++
		m.glued = true
	}
	if s.lettered(n, j) {
		m.unit, m.to, m.known = s.glued[s.ps[j].low], j+1, true
		return m
	}
	if c, to, ok := s.currencies.at(s.ps, j); ok && (c.class != "code" || s.ps[j].capital || n.scale > 1) {
		m.unit, m.to, m.known = unit{c.code, "money"}, to, true
		s.cents(&m)
		s.rate(&m)
		return m
	}
	u, to, ok := s.units.at(s.ps, j)
	if !ok || s.is(j, "second") && !m.glued {
		m.glued = false
		return m
	}
	m.unit, m.to, m.known = u, to, true
	s.rate(&m)
	return m
}

// lettered reports whether the single letter at piece j is a unit: 7m, 100t.
func (s *scan) lettered(n number, j int) bool {
	if j != n.to || !s.glue(j) || s.ps[j-1].class != digits || s.ps[j].capital {
		return false
	}
	_, ok := s.glued[s.ps[j].low]
	return ok
}

// cents adds the smaller coin to an amount and reads a scale behind the
// currency.
func (s *scan) cents(m *measured) {
	if class, v := s.numeral(m.to); class == "scale" || class == "short" {
		m.times = v
		m.to++
		return
	}
	j := m.to
	if s.is(j, "and") {
		j++
	}
	n, ok := s.cardinal(j)
	if !ok || n.value >= 100 {
		return
	}
	if n.plain && n.value >= 10 && (n.to >= len(s.ps) || s.is(n.to, ".") && !s.glue(n.to+1)) {
		m.rest, m.to = n.value/100, n.to // 15 dollars 50
		return
	}
	if c, to, ok := s.currencies.at(s.ps, n.to); ok && (c.code == "cent" || c.code == "penny" || c.code == "kopeck") {
		m.rest, m.to = n.value/100, to
	}
}

// rate takes in "a day", "per month" behind a unit or noun: the text of a
// figure must not hide that it is one.
func (s *scan) rate(m *measured) { m.to = s.rateEnd(m.to) }

func (s *scan) rateEnd(to int) int {
	if !s.is(to, "a", "an", "per", "each", "every") {
		return to
	}
	u, end, ok := s.units.at(s.ps, to+1)
	if !ok || u.class != "duration" || s.relative(end) {
		return to
	}
	return end
}

// relative reports whether piece i puts a span of time before or after
// something else.
func (s *scan) relative(i int) bool { return s.is(i, "after", "before", "ago", "later", "earlier") }

// aWhile reads "a day after", "an hour ago", "more than a year": an article
// that counts one.
func (s *scan) aWhile(i int) (number, bool) {
	if !s.is(i, "a", "an") {
		return number{}, false
	}
	u, end, ok := s.units.at(s.ps, i+1)
	if !ok || u.class != "duration" && u.class != "distance" && u.class != "mass" || s.is(i+1, "second") {
		return number{}, false
	}
	if !s.relative(end) && !s.is(i-1, "than", "least", "nearly", "almost", "about", "over", "within", "approximately", "roughly") {
		if !(s.is(end, "and") && s.is(end+1, "a") && s.is(end+2, "half")) {
			return number{}, false
		}
	}
	return number{from: i, to: i + 1, value: 1, scale: 1}, true
}

// calibre reports whether a measure names a weapon: 155mm howitzers.
func (s *scan) calibre(m measured, subject [2]int) bool {
	if m.name != "millimetre" {
		return false
	}
	if s.is(m.to, "calibre", "caliber", "-") || subject[1] > 0 && s.is(subject[0], "calibre", "caliber") {
		return true
	}
	for _, n := range [...]float64{2, 1} { // the noun may be in either number
		if s.nounPhrase(number{to: m.to, value: n}).kind == "equipment" {
			return true
		}
	}
	return false
}

// age says what the duration m is the age of, if it is one: of a person, which
// is no figure, or of a war, which is.
func (s *scan) age(m *measured) (person bool) {
	j := m.to
	if s.is(j, "of") && s.is(j+1, "age") {
		return true
	}
	if s.is(j, "-") && s.glue(j+1) {
		j++
	}
	if !s.is(j, "old", "olds") {
		return false
	}
	for k := j + 1; k < len(s.ps) && k < j+4; k++ {
		if s.labels[s.low(k)] == "oldthing" {
			m.to = j + 1
			return false
		}
	}
	return true
}

// kindOfUnit is the kind of a figure that the class of its unit settles.
func kindOfUnit(class string) string {
	if slices.Contains([]string{"duration", "distance", "area", "share", "money"}, class) {
		return class
	}
	return "other_count"
}
