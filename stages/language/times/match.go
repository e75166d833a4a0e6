package times

import (
	"slices"
	"strconv"

	"parley/schemas"
	"parley/stages"
)

// sentence is the tokens in which times are looked for.
type sentence struct {
	tokens []stages.Token
	seen   []word // by token; made as far as it is needed
}

func (s *sentence) word(t *table, i int) *word {
	for len(s.seen) <= i {
		s.seen = append(s.seen, t.see(&s.tokens[len(s.seen)]))
	}
	return &s.seen[i]
}

// at finds the longest expression that begins at token i.
func (s *sentence) at(t *table, i int) (Expression, bool) {
	w := s.word(t, i)
	if w.class&(t.first|isFirst) == 0 {
		return Expression{}, false
	}
	if w.class&(t.alone|isAlone) == 0 && !s.goesOn(t, i+1) {
		return Expression{}, false // most of "the" and "a"
	}
	var named []int
	if w.class&isFirst != 0 {
		named = t.starts[s.tokens[i].Lower]
	}
	best := match{}
	m := match{sentence: s, table: t}
	try := func(n int) {
		m.rule, m.end, m.rank = &t.rules[n], 0, n
		if m.from(0, i); m.end > best.end || m.end == best.end && m.end > i && n < best.rank {
			best = m
		}
	}
	for _, n := range named {
		try(n)
	}
	if w.class&t.first != 0 {
		for _, n := range t.byClass {
			if t.rules[n].first&w.class != 0 {
				try(n)
			}
		}
	}
	if best.end <= i {
		return Expression{}, false
	}
	return best.expression(i), true
}

// goesOn reports whether a token can stand in a rule.
func (s *sentence) goesOn(t *table, i int) bool {
	return i < len(s.tokens) && s.word(t, i).class&(t.goesOn|isLiteral) != 0
}

// match is a rule on its way along the tokens.
type match struct {
	*sentence
	*table
	rule *rule
	rank int // place of the rule
	end  int // of the longest match so far
	got  captures
	best captures
}

// captures is what the tokens of a match say, first and second of each.
type captures struct {
	month, day, year, weekday [2]int
	months, days, years, week int // how many of them
	weekdays                  int
	number                    int
	numbered                  bool
	shift                     int
	unit                      Precision
	date                      schemas.Date
	feast                     feast
}

// from matches the pattern from its element n on with the tokens from i on.
func (m *match) from(n, i int) {
	if n == len(m.rule.pattern) {
		if i > m.end {
			m.end, m.best = i, m.got
		}
		return
	}
	e := &m.rule.pattern[n]
	if e.look != 0 {
		k := i
		if e.look < 0 {
			k--
		}
		within := k >= 0 && k < len(m.tokens)
		if within && m.fits(e, k) > 0 || !within && e.class&(isStop|isEnd) != 0 {
			m.from(n+1, i)
		}
		return
	}
	if i < len(m.tokens) {
		if used := m.fits(e, i); used > 0 {
			before := m.got
			m.capture(e, i, used)
			m.from(n+1, i+used)
			m.got = before
		}
	}
	if e.optional {
		m.from(n+1, i)
	}
}

// fits is the number of tokens from i on that stand in the place of an element,
// 0 for none.
func (m *match) fits(e *element, i int) int {
	k := &m.tokens[i]
	if e.capital && k.Shape == stages.Lowercase {
		return 0
	}
	if slices.Contains(e.words, k.Lower) {
		return 1
	}
	w := m.word(m.table, i)
	have := w.class & e.class
	switch {
	case e.class&isFeast != 0:
		return m.feastAt(i, nil)
	case have == 0:
		return 0
	case have&(isMonth|isWeakMonth|isWeekdayShort) != 0 && m.dot(i+1):
		return 2 // Febr. 24
	case have&isNumber != 0 && w.number >= 20 && w.number%10 == 0 && k.Shape == stages.Lowercase && m.tail(i) > 0:
		return 3 // twenty-four
	}
	return 1
}

// dot reports whether the full stop of an abbreviation stands at i.
func (m *match) dot(i int) bool {
	return i+1 < len(m.tokens) && m.tokens[i].Lower == "." && !m.tokens[i].Space
}

// tail is the number behind the hyphen of "twenty-four", the first word being
// at i; 0 for none.
func (m *match) tail(i int) int {
	if i+2 >= len(m.tokens) || m.tokens[i+1].Lower != "-" {
		return 0
	}
	if w := m.word(m.table, i+2); w.class&isNumber != 0 && w.number < 10 && m.tokens[i+2].Shape == stages.Lowercase {
		return w.number
	}
	return 0
}

// capture keeps what the tokens say that stand in the place of an element.
func (m *match) capture(e *element, i, used int) {
	w, g := m.word(m.table, i), &m.got
	put := func(list *[2]int, n *int, x int) { list[min(*n, 1)] = x; *n++ } // the last of a list ends it
	switch have := w.class & e.class; {
	case e.class&isFeast != 0:
		m.feastAt(i, g)
	case have&(isMonth|isWeakMonth|isLowMonth) != 0:
		put(&g.month, &g.months, w.month)
	case have&(isYear|isOldYear) != 0:
		put(&g.year, &g.years, w.number)
	case have&isTwoDigits != 0: // 2014-15
		century := 2000
		if g.years > 0 {
			century = g.year[0] / 100 * 100
		}
		put(&g.year, &g.years, century+w.number)
	case have&(isDay|isDayTh) != 0:
		put(&g.day, &g.days, w.number)
	case have&(isWeekday|isWeekdayShort) != 0:
		put(&g.weekday, &g.weekdays, w.weekday)
	case have&(isNumber|isOrdinal) != 0:
		g.number, g.numbered = w.number, true
		if used == 3 {
			g.number += m.tail(i)
		}
	case have&isArticle != 0:
		g.number, g.numbered = 1, true
	case have&isUnit != 0:
		g.unit = w.unit
	case have&isShift != 0:
		g.shift = w.shift
	case have&isDate != 0:
		g.date = w.date
	case have&isWeek != 0:
		g.week, _ = strconv.Atoi(m.tokens[i].Lower[1:])
	}
}
