package actors

// organisation finds an organisation in a run of capitalised words by its
// head word. It reports whether the run is settled: that of an organisation,
// or of a thing that is no actor.
func (a *article) organisation(s *sentence, n, from, end int) bool {
	head := -1
	for j := from; j < end; j++ {
		if a.orgHeads[s.atoms[j].key] != "" {
			head = j
		}
	}
	if head < 0 {
		return false
	}
	kind := a.orgHeads[s.atoms[head].key]
	if kind == "none" {
		return true
	}
	if from < head && (articles[s.atoms[from].key] || s.atoms[from].key == "this" || s.atoms[from].key == "that") {
		from++
	}
	for j := head + 1; j+1 < end; j++ {
		if a.isGiven(&s.atoms[j]) {
			end = j // a person's name begins: "the Energy Committee Jane Roe"
		}
	}
	for end < len(s.atoms) && !s.taken[end] && nameLinks[s.atoms[end].key] {
		j := end + 1
		if j < len(s.atoms) && s.atoms[j].key == "the" && s.atoms[end].key != "and" {
			j++
		}
		e := j
		for e < len(s.atoms) && s.atoms[e].word && s.atoms[e].upper && !s.taken[e] && !(e+1 < len(s.atoms) && s.atoms[e+1].upper && a.isGiven(&s.atoms[e])) {
			e++
		}
		if e == j {
			break
		}
		if k := a.orgHeads[s.atoms[e-1].key]; s.atoms[end].key == "and" && k != "" && k != "none" {
			kind = k // "Energy and Resources Committee"
		}
		end = e
	}
	if _, e := a.lexicon.titles.longest(s.atoms, end-1, nil); e == end {
		return true // "Retired Army General"
	}
	if _, e := a.owners.longest(s.atoms, from, nil); end-from < 2 || e == end-1 && e == head {
		return true // "the Ministry", "Russian TV": nobody's name
	}
	if _, e := a.heads.longest(s.atoms, from, nil); e == end {
		return true // "the Foreign Ministry": of which state is not said
	}
	if kind == "armed_force" {
		if from > 0 && isOrdinal(s.atoms[from-1].key) && !s.taken[from-1] {
			from--
		} else if end-from < 3 {
			return true // "the Ground Forces": of which state is not said
		}
	}
	if end-from > 14 {
		return true // a list, or no language
	}
	name := a.text(n, from, end)
	k := a.other("x-"+slug(name), name, kind, a.countryIn(s, from, end))
	a.add(k, n, from, end, "name", "")
	return true
}

// nameLinks join the words of an organisation's name.
var nameLinks = map[string]bool{"of": true, "for": true, "and": true}

// isOrdinal recognises "29th".
func isOrdinal(k string) bool {
	return len(k) > 2 && isNumber(k[:len(k)-2]) && (k[len(k)-2:] == "th" || k[len(k)-2:] == "st" || k[len(k)-2:] == "nd" || k[len(k)-2:] == "rd")
}
