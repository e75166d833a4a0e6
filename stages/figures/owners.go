package figures

import "parley/schemas"

// counts is the word for what the figure counts, the same for synonyms; ""
// where no noun tells.
func (s *scan) counts(f *figure) string {
	if f.subject[1] == 0 {
		if f.unit == "person" {
			return "person"
		}
		return ""
	}
	last := f.subject[1]
	if v, _, ok := s.nouns.before(s.ps, last); ok {
		return s.group(v)
	}
	if _, _, people := s.nations.before(s.ps, last); people {
		return "person" // forty Norlanders
	}
	return s.low(last - 1)
}

// group is the word for a noun of the list and its synonyms.
func (s *scan) group(v noun) string {
	switch word := s.groups[v.name]; {
	case word != "":
		return word
	case v.unit == "person" && v.kind == "troops":
		return "combatant"
	}
	return v.name
}

// civil reports whether a word for people is of those who are no combatants.
func civil(group string) bool {
	return group == "civilian" || group == "child" || group == "woman"
}

// owner is the country of the people or things counted: the one named in their
// noun phrase (Norlandish soldiers, soldiers of the Norlandish army), "our" or
// "its" before them, or who lost or deployed them.
func (a *article) owner(c *context, f *figure, r *schemas.Figure) string {
	s := c.scan
	if f.subject[1] == 0 && f.unit != "person" {
		return ""
	}
	if country, named := s.nationIn(f.subject[0], f.subject[1]); named {
		return country
	}
	if s.enemyIn(f.subject[0], f.subject[1]) {
		return a.enemy(r.AttributedToID)
	}
	if s.is(f.to, "of", "from") {
		end := f.to + 1
		for end < len(s.ps) && end < f.to+6 && s.ps[end].class == word && (!s.functional(end) || s.is(end, "the")) {
			end++
		}
		if country, named := s.nationIn(f.to+1, end); named {
			return country
		}
	}
	for k := f.from; k < f.subject[0]; k++ {
		if s.is(k, "our", "my") {
			return a.country(r.AttributedToID)
		}
		if s.is(k, "its") {
			return s.nationBefore(k, k)
		}
	}
	return a.loser(c, f, r)
}

// loser is the country that lost what is counted, or deployed it.
func (a *article) loser(c *context, f *figure, r *schemas.Figure) string {
	s := c.scan
	class := ""
	switch r.Kind {
	case "killed", "wounded", "casualties":
		class = "loss"
	case "troops":
		class = "force"
	case "equipment":
		class = "both"
	default:
		return ""
	}
	if r.Counted == "civilian" && r.Kind != "killed" {
		return ""
	}
	for k := f.from; k > max(0, f.from-12) && !s.ends(k-1); k-- {
		v, at, ok := s.owners.before(s.ps, k)
		if !ok || class != "both" && v != class || s.is(at, "has") && k != f.from {
			continue
		}
		if s.is(k, "of") { // losses of the Norlandish army
			if country, named := s.nationIn(k, min(k+5, f.from)); named {
				return country
			}
		}
		for j := at; j > max(0, at-8) && !s.ends(j-1); j-- {
			if s.enemyIn(j-1, j) {
				return a.enemy(r.AttributedToID)
			}
		}
		return s.nationBefore(at, f.from)
	}
	return ""
}

// nationIn is the country that the pieces from to to name; named is true, and
// the country empty, where they name two.
func (s *scan) nationIn(from, to int) (country string, named bool) {
	for k := from; k < to; k++ {
		v, end, ok := s.nations.at(s.ps, k)
		if !ok || end > to || !s.ps[k].capital {
			continue
		}
		if named && v != country {
			return "", true
		}
		country, named = v, true
		k = end - 1
	}
	return country, named
}

// nationBefore is the nearest country named within a few words before piece k
// of the clause, unless it is where or against whom something is done.
func (s *scan) nationBefore(k, limit int) string {
	for j := k; j > max(0, k-14) && !s.ends(j-1); j-- {
		v, at, ok := s.nations.before(s.ps, j)
		if !ok || !s.ps[at].capital || j > limit {
			continue
		}
		prev := at - 1
		if s.is(prev, "the") {
			prev--
		}
		if s.is(prev, "in", "near", "to", "into", "around", "on", "against", "with", "from", "inside", "across", "by", "at", "for", "and", "of",
			"invade", "invaded", "invades", "invading", "attack", "attacked", "attacks", "attacking", "threaten", "threatening", "threatened", "told", "urged", "accused") {
			continue
		}
		return v
	}
	return ""
}

func (s *scan) enemyIn(from, to int) bool {
	for k := from; k < to; k++ {
		if s.is(k, "enemy", "enemies", "occupier", "occupiers", "invader", "invaders", "aggressor") {
			return true
		}
	}
	return false
}

// country is that of an actor of the article; "" where it is not known.
func (a *article) country(actor string) string {
	who, _ := a.doc.Actor(actor)
	return who.Country
}

// enemy is the country of the side that the actor's side fights, where the
// conflict has two and the other is one country.
func (a *article) enemy(actor string) string {
	who, ok := a.doc.Actor(actor)
	if !ok || a.profile == nil || len(a.profile.Sides) != 2 || who.Side == "" {
		return ""
	}
	for _, side := range a.profile.Sides {
		if side.ID != who.Side && len(side.Countries) == 1 {
			return side.Countries[0]
		}
	}
	return ""
}

// basis says by the words of the whole sentence whether it counts a total or
// one event; "" where they say neither.
func (s *scan) basis() (found string) {
	for k := range s.ps {
		switch v, _, _ := s.bases.at(s.ps, k); v {
		case "cumulative":
			if !s.is(k, "since") || !s.is(k+2, "cold", "world", "second", "soviet") && !s.is(k+1, "world") {
				return v
			}
		case "incident":
			found = v
		}
	}
	return found
}

// basisOf is the basis of one figure of the sentence: of those kinds that add
// up from day to day.
func (s *scan) basisOf(c *context, f *figure) string {
	switch f.kind {
	case "killed", "wounded", "casualties", "displaced", "detained", "equipment", "attack":
	default:
		return ""
	}
	for k := max(f.from, f.to-2); k < min(len(s.ps), f.to+4); k++ {
		if v, _, ok := s.bases.at(s.ps, k); ok && v == "rate" {
			return v
		}
		if k > f.to && s.ends(k) {
			break
		}
	}
	for k := max(0, f.from-3); k < f.from; k++ {
		if v, to, ok := s.bases.at(s.ps, k); ok && v == "rate" && to >= f.from-1 {
			return v // every day, about 100
		}
	}
	if c.basis == "" && !c.day.IsZero() && !c.spoken {
		return "incident"
	}
	return c.basis
}
