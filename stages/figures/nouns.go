package figures

import "strings"

// head is the noun phrase that a number counts.
type head struct {
	from, to int // pieces of the phrase, without the number; to is 0 when there is none
	noun
	known bool // whether the noun is in the list
}

// nounPhrase finds the noun that the number n counts: the first plural within
// a few words, or else the last word of the list in a row. A plural is what ends
// like one.
func (s *scan) nounPhrase(n number) head {
	j := n.to
	for s.is(j, "other", "more", "additional", "further", "extra", "new", "of", "such") && (j == n.to || !s.is(j, "of") || s.is(j-1, "more", "other")) {
		j++
		if s.is(j-1, "of") {
			for s.is(j, "the", "these", "those", "our", "their", "its", "his", "her", "my", "your", "all") {
				j++
			}
		}
	}
	single := n.value == 1 && !n.vague && !n.ranged
	best := head{from: j}
	for k := j; k < len(s.ps) && k < j+10; {
		p := s.ps[k]
		if to := s.modifier(k, j); to > k {
			k = to
			continue
		}
		if v, to, ok := s.nouns.at(s.ps, k); ok && (p.class == word) {
			best.to, best.noun, best.known = to, v, true
			if v.plural || single && !s.compound(to) {
				return s.extend(best)
			}
			k = to
			continue
		}
		switch class, _ := s.numeral(k); {
		case p.class == mark && p.low == "-" && s.glue(k) && s.glue(k+1) && s.ps[k+1].class == word:
		case p.class != word || s.functional(k) || class != "" && class != "part" && class != "letter" && class != "short":
			return best.settle()
		case best.known && !single && !plural(p.low) && !s.pluralSoon(k+1):
			return best.settle()
		case plural(p.low) && !single && !s.possessive(k):
			best.to, best.noun, best.known = k+1, s.guess(p), false
			return s.extend(best)
		}
		k++
	}
	return best.settle()
}

// modifier is the piece after what may stand between a number and its noun and
// is no word: the digits of M777 and 155mm, the comma and the "and" between
// the names of nations. It is k itself where there is none.
func (s *scan) modifier(k, first int) int {
	p := s.ps[k]
	name := k > first && k+1 < len(s.ps) && s.ps[k-1].capital && s.ps[k+1].capital && s.ps[k+1].class == word
	switch {
	case p.class == digits && k > first && s.glue(k) && s.ps[k-1].class == word:
		return k + 1
	case p.low == "-" && k > first && s.glue(k) && s.glue(k+1) && s.ps[k+1].class == digits && s.ps[k-1].capital: // T-72 tanks
		return k + 2
	case p.class == digits && k == first && p.plain && s.ps[k-1].class == word && k+1 < len(s.ps) && s.ps[k+1].capital: // five 787 Voyager jets
		return k + 1
	case p.class == digits && s.calibreEnd(k) > 0:
		return s.calibreEnd(k)
	case p.low == "and" && k > first && !s.functional(k-1) && !s.joins(k-1) && s.pluralSoon(k+1):
		return k + 1
	case p.low == "," && k > first && adjectival(s.ps[k-1].low) && s.pluralSoon(k+1) && !s.ps[k+1].capital:
		return k + 1
	case name && (p.low == "," || p.low == "and" || p.low == "/" && s.glue(k)):
		return k + 1
	}
	return k
}

// calibreEnd is the piece behind the calibre whose digits stand at piece k:
// 155mm, 122-mm, 152 mm; 0 for none.
func (s *scan) calibreEnd(k int) int {
	j := k + 1
	if s.is(j, "-") && s.glue(j) {
		j++
	}
	if s.is(j, "mm", "millimetre", "millimeter") {
		return j + 1
	}
	return 0
}

// adjectival reports whether a word looks like an adjective, or is a common
// short one: 11 severe, lasting restrictions.
func adjectival(w string) bool {
	for _, end := range [...]string{"al", "ous", "ive", "ful", "less", "ic", "ary", "able", "ible", "ern"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return true
		}
	}
	switch w {
	case "big", "large", "small", "new", "old", "young", "long", "short", "heavy", "high", "low", "deep", "strong", "key", "major", "main", "different", "separate",
		"severe", "rare", "dark", "tall", "poor", "rich", "unarmed", "unprecedented", "similar", "recent", "modern", "elderly", "huge", "minor":
		return true
	}
	return false
}

// joins reports whether piece k ends something of its own before an "and": a
// noun that is counted, or a cue such as "killed".
func (s *scan) joins(k int) bool {
	_, _, cue := s.cues.before(s.ps, k+1)
	_, _, noun := s.nouns.at(s.ps, k)
	return cue && !s.is(k, "deployed") || noun || plural(s.ps[k].low)
}

// settle takes a noun in the singular only where it is in the list.
func (h head) settle() head {
	if !h.known {
		h.to = 0
	}
	return h
}

// pluralSoon reports whether a plural follows within a few words of the same
// phrase, as in "air defence missile systems".
func (s *scan) pluralSoon(k int) bool {
	first := k
	for end := k + 5; k < len(s.ps) && k < end; k++ {
		if s.is(k, "-") && s.glue(k) || s.is(k, "and") && k > first {
			continue
		}
		if class, _ := s.numeral(k); class != "" || s.ps[k].class != word || s.functional(k) {
			return false
		}
		if plural(s.ps[k].low) {
			return true
		}
	}
	return false
}

// compound reports whether a noun follows that the one before it modifies.
func (s *scan) compound(i int) bool {
	_, _, ok := s.nouns.at(s.ps, i)
	return ok && s.ps[i].gap
}

// extend takes in a second plural: sanctions packages.
func (s *scan) extend(h head) head {
	if v, to, ok := s.nouns.at(s.ps, h.to); ok && v.plural && s.ps[h.to].gap && !s.is(h.to, "wounded", "injured", "dead") {
		h.to, h.noun, h.known = to, v, true
	}
	return h
}

// possessive reports whether piece k is a noun with its own: Russia's.
func (s *scan) possessive(k int) bool {
	return k >= 0 && int(s.ps[k].end-s.ps[k].start) > len(s.ps[k].low)
}

// guess says of a plural that is not in the list whether people are counted:
// the names of peoples, and a few endings that only people have.
func (s *scan) guess(p piece) noun {
	for _, end := range [...]string{"ists", "workers", "makers", "goers", "holders", "seekers", "keepers"} {
		if strings.HasSuffix(p.low, end) {
			return noun{p.low, "person", "other_count", true}
		}
	}
	if p.capital && (strings.HasSuffix(p.low, "ans") || strings.HasSuffix(p.low, "ers")) {
		return noun{p.low, "person", "other_count", true}
	}
	return noun{p.low, "item", "other_count", true}
}
