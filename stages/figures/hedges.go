package figures

// hedge finds the words beside the pieces from to to that bound or blur the
// number, and widens the pieces by them.
func (s *scan) hedge(from, to int, u unit, n number) (modifier string, start, end int) {
	if n.ranged {
		from = min(from, n.open)
	}
	modifier, start, end = "exact", from, to
	at := from
	if s.is(at-1, "the") && s.is(at-2, "than") || s.is(at-1, "a", "an") && !s.glue(from) && s.ps[from].class == digits {
		at--
	}
	if m, k, ok := s.hedges.before(s.ps, at); ok && s.hedging(k, at, u, n) {
		modifier, start = m, k
		if m2, k2, ok := s.hedges.before(s.ps, k); ok && s.hedging(k2, k, u, n) { // up to about 700
			if modifier == "approx" {
				modifier = m2
			}
			start = k2
		}
	}
	if m, k := s.tail(to); k > to && (m != "at_least" && m != "at_most" || modifier == "exact" || modifier == "approx") {
		end = k
		if modifier == "exact" || modifier == "approx" {
			modifier = m
		}
	}
	return modifier, start, end
}

// tail finds a hedge behind the pieces that end at to: 30-plus, 500 or more.
// Its end is to where there is none.
func (s *scan) tail(to int) (modifier string, end int) {
	j := to
	if s.is(j, "-") && s.glue(j+1) && s.is(j+1, "plus") {
		return "at_least", j + 2
	}
	if s.is(j, ",") && s.is(j+1, "at", "or") {
		j++
	}
	m, k, ok := s.tails.at(s.ps, j)
	if !ok || s.ps[j].class == mark && !s.glue(j) || s.is(k, "than") {
		return "", to
	}
	if s.is(j, "at") && k < len(s.ps) && s.ps[k].class != mark {
		return "", to // "at least" belongs to what follows, if anything does
	}
	return m, k
}

// hedging reports whether words that can be a hedge are one here: "over" is a
// preposition before "three days" unless something lasted that long, "about"
// after "talk", "near" before a few villages.
func (s *scan) hedging(from, to int, u unit, n number) bool {
	if s.is(from, "better") {
		return s.ps[n.from].class == digits
	}
	if to != from+1 {
		return true
	}
	switch s.low(from) {
	case "over", "under":
		if u.class == "duration" {
			return s.is(from-1, "for", "lasted", "lasting", "lasts", "took", "taken", "after", "in", "of", "spent", "with", "than", "just", "well", "now", "by", "waited", "is", "was")
		}
		return !s.is(from-1, "took", "all", "control")
	case "about":
		return !s.is(from-1, "talk", "talked", "talking", "talks", "speak", "spoke", "know", "information", "questions", "concerned", "worried", "concerns", "news", "thinking", "think", "story", "report", "reports", "more")
	case "near", "around", "above", "below", "beyond":
		return u.class != "" || n.fraction || n.value >= 20 || n.vague || n.ranged
	case "short":
		return false
	}
	return true
}
