package figures

import "strings"

// reach is how far from a figure, in pieces and penalties, a cue may stand.
const reach = 10

// fate is the kind that the nearest cue gives to the pieces from to to, and
// its distance; "" when none is near.
func (s *scan) fate(from, to int) (kind string, dist int) {
	kind, dist = s.fateAfter(to)
	if k, d := s.fateBefore(from, dist); k != "" {
		return k, d
	}
	return kind, dist
}

// fateAfter reads 57 people were wounded.
func (s *scan) fateAfter(to int) (kind string, dist int) {
	for k := to; k < len(s.ps) && dist <= reach; k++ {
		if c, end, ok := s.cues.at(s.ps, k); ok && c.side != "before" {
			if k > to && s.joinedTo(k) && s.takes(end) {
				break // killed three and wounded 12: the cue has people of its own
			}
			if s.is(end, "and", "or") {
				if second, _, ok := s.cues.at(s.ps, end+1); ok && losses(c.kind, second.kind) {
					return "casualties", dist
				}
			}
			return c.kind, dist
		}
		if s.ends(k) {
			break
		}
		k = s.aside(k)
		dist += s.step(k)
	}
	return "", reach + 1
}

// joinedTo reports whether piece k is joined to what stands before it.
func (s *scan) joinedTo(k int) bool {
	return s.is(k-1, "and", ",", "while", "but") || s.adverb(k-1) && s.is(k-2, "and", ",", "while", "but")
}

// adverb reports whether piece k is an adverb by its looks.
func (s *scan) adverb(k int) bool {
	return k >= 0 && k < len(s.ps) && strings.HasSuffix(s.low(k), "ly") || s.is(k, "also")
}

// takes reports whether a number follows at piece k as an object, behind words
// that bound it: at least 12, some 30, another two.
func (s *scan) takes(k int) bool {
	for end := k + 4; k < end && k < len(s.ps); k++ {
		if class, _ := s.numeral(k); class != "" {
			return true
		}
		if s.ps[k].class != word || s.functional(k) && !s.is(k, "at", "least", "most", "more", "less", "a", "an", "another", "some", "about", "over", "up", "to", "around", "than") {
			return false
		}
	}
	return false
}

// fateBefore reads killed 23 people, where the cue is nearer than limit.
func (s *scan) fateBefore(from, limit int) (kind string, dist int) {
	dist = 1
	for k := from; k > 0 && dist < limit; k-- {
		if c, at, ok := s.cues.before(s.ps, k); ok && c.side != "after" && !(c.kind == "troops" && s.is(k-1, "of") && dist > 3) {
			if s.is(at-1, "and", "or") {
				if first, _, ok := s.cues.before(s.ps, at-1); ok && losses(c.kind, first.kind) {
					return "casualties", dist
				}
			}
			return c.kind, dist
		}
		if s.ends(k - 1) {
			break
		}
		if s.is(k-1, ",") && s.is(k-2, "others", "things") && s.is(k-3, "among") && s.is(k-4, ",") {
			k -= 3 // has lost, among others, 15 tanks
			continue
		}
		dist += s.step(k - 1)
		if s.is(k-1, ",", "and", "who", "that") {
			dist += 4 // most likely the end of what the cue governs
		}
	}
	return "", limit
}

// losses reports whether two joined fates are casualties: killed or wounded.
func losses(a, b string) bool {
	return a != b && (a == "killed" || b == "killed" || a == "wounded" || b == "wounded") && a != "displaced" && b != "displaced"
}

// aside is the comma that closes the aside which the comma at piece k opens:
// 198 civilians, including three children, were killed.
func (s *scan) aside(k int) int {
	if !s.is(k, ",") || !s.is(k+1, "including", "among", "mostly", "most", "many", "some") {
		return k
	}
	for j := k + 2; j < len(s.ps) && j < k+14; j++ {
		if s.is(j, ",") {
			return j
		}
	}
	return k
}

// step is what crossing piece k costs.
func (s *scan) step(k int) int {
	if class, _ := s.numeral(k); class != "" && class != "part" {
		return 4
	}
	if s.is(k, ",", "while", "but", "(", ")", "–", "—") {
		return 2
	}
	return 1
}

func (s *scan) ends(k int) bool { return s.is(k, ".", ";", ":", "!", "?", "\"", "”", "“") }

// aboutTalks reports whether a word of negotiation stands near: four points
// are on an agenda, or scored in a game.
func (s *scan) aboutTalks(from, to int) bool {
	for k := max(0, from-20); k < min(len(s.ps), to+20); k++ {
		if s.labels[s.ps[k].low] == "talks" {
			return true
		}
	}
	return false
}

// kindOf settles unit and kind of what was counted, by its noun and by what
// became of it.
func (s *scan) kindOf(h head, from, to int) (unit, kind string) {
	fate, dist := s.fate(from, to)
	if h.to == 0 { // 57 were wounded
		if dist <= 4 && fate != "troops" && fate != "casualties" {
			return "person", fate
		}
		if s.is(to, "who", "whom") || s.is(from-1, "population") || s.is(from-2, "population") && s.is(from-1, "of") {
			return "person", "other_count"
		}
		return "item", "other_count"
	}
	if h.kind == "agenda" && !s.aboutTalks(from, to) {
		return h.unit, "other_count"
	}
	if h.unit != "person" {
		return h.unit, h.kind
	}
	switch h.kind {
	case "other_count":
		if fate != "" && !(fate == "troops" && civil(s.group(h.noun))) {
			return h.unit, fate
		}
	case "troops":
		if fate != "" && fate != "displaced" && dist <= 6 {
			return h.unit, fate
		}
	case "detained", "displaced":
		if dist <= 3 && (fate == "killed" || fate == "wounded") {
			return h.unit, fate
		}
	}
	return h.unit, h.kind
}
