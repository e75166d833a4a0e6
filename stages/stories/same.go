package stories

import "slices"

// spoken are the types of which one party may do many a day, told apart by what
// is said.
var spoken = set("ACCUSE REQUEST REJECT THREATEN SUPPORT")

// raids are those of which there are many a day between two parties, told apart
// by their place.
var raids = set("ASSAULT COERCE")

// deeds are those that a state does by whatever hand: an invasion by its army is
// one that its president ordered.
var deeds = set("ASSAULT COERCE MOBILIZE RETREAT")

// same says how surely two rows of one type, status and date are of one event; 0
// is not.
func (c *corpus) same(a, b *report) int {
	if conflict(a.place, b.place) || conflict(a.format, b.format) || a.round != b.round && a.round*b.round != 0 {
		return 0
	}
	placed := a.place != "" && a.place == b.place
	fit, exact := c.parties(a, b)
	if fit == apart || fit == open && !(placed && raids[a.kind]) {
		return 0
	}
	full := a.full() && b.full()
	if a.precision != "day" && !(placed && full && exact) {
		return 0
	}
	like := alike(a.words, b.words)
	ok := false
	switch {
	case spoken[a.kind]:
		ok = like
	case a.kind == "CONSULT":
		ok = (full || placed || like) && (exact || !conflict(a.level, b.level))
	case raids[a.kind]:
		ok = placed || like || full && a.place == b.place && a.deed == b.deed
	default:
		ok = like || (full || placed) && a.deed == b.deed
	}
	if !ok {
		return 0
	}
	score := 1
	for i, sign := range []bool{exact, a.deed == b.deed, like, placed} {
		if sign {
			score += 1 << i
		}
	}
	return score
}

// conflict reports whether two values are told and differ.
func conflict(a, b string) bool { return a != "" && b != "" && a != b }

// together are the types whose parties are all alike, whoever is named first.
func (r *report) together() bool {
	return r.kind == "CONSULT" || len(r.sources) > 1 && len(r.targets) == 0
}

// full reports whether both sides of the event are named.
func (r *report) full() bool {
	return len(r.sources) > 0 && len(r.targets) > 0 || r.together() && len(r.sources)+len(r.targets) > 1
}

// fit is how the parties of two rows go together.
type fit int

const (
	apart  fit = iota
	open       // what one names the other leaves out
	shared     // they have a party in common, and none against it
)

// parties compares the parties of two rows; exact is whether the fewer are all
// named in the more.
func (c *corpus) parties(a, b *report) (f fit, exact bool) {
	wide := deeds[a.kind]
	if a.together() || b.together() {
		return c.side(slices.Concat(a.sources, a.targets), slices.Concat(b.sources, b.targets), wide)
	}
	source, exactSource := c.side(a.sources, b.sources, wide)
	target, exactTarget := c.side(a.targets, b.targets, wide)
	if source == apart || target == apart {
		return apart, false
	}
	return max(source, target), exactSource && exactTarget
}

// side compares the parties on one side.
func (c *corpus) side(a, b []int32, wide bool) (f fit, exact bool) {
	if len(a) == 0 || len(b) == 0 {
		return open, true
	}
	if ok, exact := c.within(a, b, wide); ok {
		return shared, exact
	}
	return apart, false
}

// within reports whether one of two lists has a match for each of the other, all
// different, and whether these matches are the same actors.
func (c *corpus) within(a, b []int32, wide bool) (ok, exact bool) {
	if len(a) > len(b) {
		a, b = b, a
	}
	left, rest := without(a, b), without(b, a)
	exact = len(left) == 0
	for _, p := range left {
		i := slices.IndexFunc(rest, func(q int32) bool { return c.standsFor(p, q, wide) })
		if i < 0 {
			return false, false
		}
		rest = slices.Delete(rest, i, i+1)
	}
	return true, exact
}

// without is a but for what is in b.
func without(a, b []int32) (rest []int32) {
	for _, p := range a {
		if !slices.Contains(b, p) {
			rest = append(rest, p)
		}
	}
	return rest
}

// standsFor reports whether one of two actors is the state that the other acts
// for, or widely, whether both act for one.
func (c *corpus) standsFor(p, q int32, wide bool) bool {
	a, b := &c.who[p], &c.who[q]
	return a.country != "" && a.country == b.country && (wide || a.state != b.state)
}

// Words that two sentences on one event have in common, at least: in number, and
// as a share of the shorter one's.
const (
	fewestShared = 3
	leastShared  = 0.4
)

// alike compares two sorted lists of words.
func alike(a, b []uint32) bool {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n >= fewestShared && float64(n) >= leastShared*float64(min(len(a), len(b)))
}
