package figures

// widen makes a range of the number n where another follows: 40-60, between
// 5,000 and 7,000, 5 to 7 million, two or three, 5% to 7%.
func (s *scan) widen(n number) number {
	if n.vague || n.ranged || n.to >= len(s.ps) {
		return n
	}
	if n.fraction && !s.is(n.from-1, "between", "from") {
		return n
	}
	j := n.to
	u, after, unit := s.units.at(s.ps, j)
	if unit {
		j = after
	}
	before := s.low(n.from - 1)
	if _, sign, ok := s.currencies.before(s.ps, n.from); ok {
		before = s.low(sign - 1)
	}
	dash := false
	switch {
	case s.is(j, "-", "–", "~", "—"):
		dash = true
		if s.ps[j].gap != (j+1 < len(s.ps) && s.ps[j+1].gap) && !s.upward(n, j) || s.ps[j].gap && !s.ps[n.to-1].plain && !s.is(j, "–") {
			return n
		}
	case s.is(j, "to"):
		if before == "from" && s.changes(n.from-1) {
			return n
		}
	case s.is(j, "and") && before == "between":
	case s.is(j, "or") && !unit:
	default:
		return n
	}
	joint := j
	j++
	if _, to, ok := s.currencies.at(s.ps, j); ok {
		j = to
	}
	m, ok := s.cardinal(j)
	if !ok || m.value < 0 {
		return n
	}
	if unit {
		if v, _, ok := s.units.at(s.ps, m.to); !ok || v != u {
			return n
		}
	}
	low := n.value
	if n.scale == 1 && m.scale > 1 && low < m.value/m.scale {
		low *= m.scale
	}
	if thousands := m.value / 1000; n.scale == 1 && n.plain && m.scale == 1 && !m.plain && low < thousands && thousands == float64(int(thousands)) {
		low *= 1000 // 70 to 80,000
	}
	if s.is(joint, "or") && m.value > 3*low || low >= m.value {
		return n
	}
	if dash && (low == 0 || n.plain && yearLike(n.value) && yearLike(m.value) || s.is(m.to, "-", "–") && s.glue(m.to) && s.ps[min(m.to+1, len(s.ps)-1)].class == digits) {
		return n
	}
	open := n.from
	if s.is(n.from-1, "between") || s.is(n.from-1, "from") && s.is(joint, "to") {
		open--
	}
	return number{from: n.from, open: open, to: m.to, low: low, high: m.value, ranged: true, scale: m.scale, plain: n.plain && m.plain}
}

// upward reports whether the dash at piece j, with a blank on one side only,
// stands between two whole numbers of which the second is greater and counts
// something: 7 -10 people. Behind degrees it would be a sign.
func (s *scan) upward(n number, j int) bool {
	if !n.plain || j != n.to || j+1 >= len(s.ps) || !s.ps[j+1].plain || s.ps[j+1].value <= n.value {
		return false
	}
	h := s.nounPhrase(number{to: j + 2, value: s.ps[j+1].value})
	return h.to > 0
}

// changes reports whether a verb before "from" says that the number moved, so
// that its ends are two figures and not a range.
func (s *scan) changes(from int) bool {
	if s.is(from-1, ",") {
		return true
	}
	for k := max(0, from-12); k < from; k++ {
		switch s.low(k) {
		case "rose", "rise", "increasing", "rising", "growing", "falling", "boosted", "widened", "rises", "risen", "increased", "increase", "grew", "grown", "fell", "fall", "fallen", "dropped", "cut", "raised",
			"up", "down", "went", "jumped", "decreased", "declined", "reduced", "expanded", "moved", "changed", "soared", "climbed":
			return true
		}
	}
	return false
}

func yearLike(v float64) bool { return v >= 1500 && v <= 2100 && v == float64(int(v)) }

// again takes in the same number a second time in brackets, in words or digits:
// 17 (seventeen) people, five to seven (5-7) days.
func (s *scan) again(n number) number {
	if !s.is(n.to, "(") {
		return n
	}
	m, ok := s.cardinal(n.to + 1)
	if !ok {
		return n
	}
	m = s.widen(m)
	same := m.ranged == n.ranged && (n.ranged && m.low == n.low && m.high == n.high || !n.ranged && !n.vague && m.value == n.value)
	if !same || !s.is(m.to, ")") || n.plain && m.plain {
		return n
	}
	n.to = m.to + 1
	return n
}
