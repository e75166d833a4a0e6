package actors

import "strings"

// organisation finds an organisation in a run of capitalised words by its
// head word. It returns how far the run is settled, as that of an organisation
// or of a thing that is no actor; from when it is neither.
func (a *article) organisation(s *sentence, n, from, end int) int {
	kind, head := a.headOf(s, from, end)
	if head < 0 {
		return from
	}
	start := from
	if start < head && (articles[s.atoms[start].key] || s.atoms[start].key == "this" || s.atoms[start].key == "that") {
		start++
	}
	end = a.cut(s, head, end)
	if kind == "none" {
		return end
	}
	end, kind = a.linked(s, end, kind)
	if kind == "armed_force" && start > 0 && isOrdinal(s.atoms[start-1].key) && s.taken[start-1] == nil {
		start--
	}
	if end-start > 14 || a.nobodys(s, n, start, end, kind) {
		return end
	}
	name, country := a.text(n, start, end), a.countryOf(s, start, end)
	id := "x-" + slug(name)
	if a.isGeneric(s, start, end) {
		if country == "" {
			return end
		}
		id = "x-" + strings.ToLower(country) + "-" + slug(name)
	}
	k := a.other(id, name, kind, country)
	a.add(k, n, start, end, "name", "")
	return end
}

// headOf is the kind that the last head of the run gives, and where the head
// ends; longer heads ("development bank") come before the words in them.
func (a *article) headOf(s *sentence, from, end int) (kind string, head int) {
	head = -1
	for j := from; j < end; {
		k, e := a.orgHeads.longest(s.atoms[:end], j, nil)
		if e == j {
			j++
			continue
		}
		kind, head, j = k, e-1, e
	}
	if first := s.atoms[from].key; kind == "ngo" && head > from && (first == "house" || first == "senate") {
		kind = "government_body" // "Senate Banking Committee"
	}
	return kind, head
}

// cut ends the run where a title or a person's name begins behind the head:
// "the Energy Committee Jane Roe", "Party Chairman Jane Roe".
func (a *article) cut(s *sentence, head, end int) int {
	for j := head + 1; j < end; j++ {
		if j+1 < end && a.isGiven(&s.atoms[j]) {
			return j
		}
		if _, e := a.vocabulary.titles.longest(s.atoms[:end], j, nil); e > j {
			return j
		}
	}
	return end
}

// linked lengthens a name by what "of" and the like join to it.
func (a *article) linked(s *sentence, end int, kind string) (int, string) {
	for end < len(s.atoms) && s.taken[end] == nil && nameLinks[s.atoms[end].key] {
		and := s.atoms[end].key == "and"
		if and && a.isHead(s, end-1) {
			break // two organisations
		}
		j := end + 1
		if j < len(s.atoms) && s.atoms[j].key == "the" && !and {
			j++
		}
		e := j
		for e < len(s.atoms) && s.atoms[e].word && s.atoms[e].upper && s.taken[e] == nil && !(e+1 < len(s.atoms) && s.atoms[e+1].upper && a.isGiven(&s.atoms[e])) {
			if _, t := a.vocabulary.titles.longest(s.atoms, e, nil); t > e && e > j {
				break
			}
			e++
		}
		if e == j {
			break
		}
		if k, h := a.headOf(s, j, e); and && h == e-1 && k != "none" {
			kind = k // "Energy and Resources Committee"
		}
		end = e
	}
	return end, kind
}

// hasHead reports whether a head begins at atom i, that of a thing included.
func (a *article) hasHead(s *sentence, i int) bool {
	_, e := a.orgHeads.longest(s.atoms, i, nil)
	return e > i
}

func (a *article) isHead(s *sentence, i int) bool {
	k, e := a.orgHeads.longest(s.atoms, i, nil)
	return e > i && k != "none"
}

// nobodys recognises runs that have a head and are no name: "Retired Army
// General", "Russian TV", "the Foreign Ministry" of a state that is not said,
// and the rest of a longer name whose beginning a list holds.
func (a *article) nobodys(s *sentence, n, from, end int, kind string) bool {
	if _, e := a.vocabulary.titles.longest(s.atoms, end-1, nil); e == end || end-from < 2 {
		return true
	}
	if _, e := a.owners.longest(s.atoms, from, nil); e == end-1 && a.isHead(s, e) {
		return true
	}
	if _, e := a.heads.longest(s.atoms, from, nil); e == end {
		return true
	}
	if kind == "armed_force" && end-from < 3 && !isOrdinal(s.atoms[from].key) {
		return true // "the Ground Forces"
	}
	if from == 0 || s.taken[from-1] == nil || s.atoms[from-1].end+1 < s.atoms[from].start {
		return false
	}
	return s.taken[from-1].Kind != "state"
}

// isGeneric reports whether a name is made of words that many organisations
// share, so that it says who is meant in its own place only: "City Council".
func (a *article) isGeneric(s *sentence, from, end int) bool {
	for j := from; j < end; j++ {
		w := &s.atoms[j]
		if !w.upper || a.generic[w.key] {
			continue
		}
		if k, e := a.orgHeads.longest(s.atoms[:end], j, nil); e > j && k != "" {
			j = e - 1
			continue
		}
		if _, e := a.heads.longest(s.atoms[:end], j, nil); e > j {
			j = e - 1
			continue
		}
		return false
	}
	return true
}

// countryOf is the country of an organisation: in its name, of its owner
// before it ("Norway's ..."), or behind it ("... of the Norwegian army").
func (a *article) countryOf(s *sentence, from, end int) string {
	if c := a.countryIn(s, from, end); c != "" {
		return c
	}
	for j := max(0, from-4); j < from; j++ {
		_, e := a.owners.longest(s.atoms[:from], j, nil)
		if e > j && s.atoms[j].upper && (e == from || e == from-1 && s.atoms[e].key == possessive) {
			return a.countryAt(s, j, from)
		}
	}
	j := end + 1
	if j < len(s.atoms) && s.atoms[j].key == "the" {
		j++
	}
	if j < len(s.atoms) && s.atoms[end].key == "of" {
		return a.countryAt(s, j, len(s.atoms))
	}
	return ""
}

// nameLinks join the words of an organisation's name.
var nameLinks = map[string]bool{"of": true, "for": true, "and": true, "against": true}

// isOrdinal recognises "29th".
func isOrdinal(k string) bool {
	if len(k) < 3 || !isNumber(k[:len(k)-2]) {
		return false
	}
	return strings.Contains("th st nd rd", k[len(k)-2:])
}
