package actors

import (
	"strings"

	"parley/stages"
)

// strangers finds persons and organisations that no list holds: by a given
// name, by a title before or after, by the speech that they make, and by the
// head word of an organisation's name. Names of one word are found in a pass of
// their own, when those of the persons named in full are known.
func (a *article) strangers(single bool) {
	for n := range a.sents {
		s := &a.sents[n]
		if s.skip || s.shout || s.titled {
			continue
		}
		for i := 0; i < len(s.atoms); {
			end := a.runFrom(s, i)
			if end == i {
				i++
				continue
			}
			i = a.stranger(s, n, i, end, single)
		}
	}
}

// runFrom is the end of the capitalised words that begin at atom i, with the
// particles of names among them.
func (a *article) runFrom(s *sentence, i int) int {
	end := i
	for j := i; j < len(s.atoms); j++ {
		w := &s.atoms[j]
		switch {
		case s.taken[j] != nil || !w.word:
			return end
		case j+1 < len(s.atoms) && s.atoms[j+1].key == "nt" || w.key == "i":
			return end // "Ca" of "Can't"
		case w.upper && !(end == i && a.openers[w.key]):
			end = j + 1
		case end == i || !particles[w.key]:
			return end
		}
	}
	return end
}

// stranger looks for one in the run and returns where to go on.
func (a *article) stranger(s *sentence, n, from, end int, single bool) int {
	if !single && !a.introduced(s, from, end) {
		if e := a.organisation(s, n, from, end); e > from {
			return e
		}
	}
	whole := end
	i, end := a.bare(s, from, end)
	if size := end - i; (size == 1) != single || size < 1 || size > 4 {
		return whole
	}
	role := a.roleAt(s, n, i, end)
	if !a.isPerson(s, n, i, end, role) {
		return whole
	}
	for end-i > 1 && !s.atoms[end-1].upper {
		end--
	}
	if end-i > 1 && end < len(s.atoms) && a.syllable(s, end) {
		end++
		whole = max(whole, end)
	}
	if k := a.personOf(s, n, i, end, role); k != nil {
		a.add(k, n, i, end, "name", role.text)
		a.learn(k, role)
	}
	return whole
}

// bare takes off the run what stands before and behind a person's name.
func (a *article) bare(s *sentence, from, end int) (int, int) {
	i := from
	for i < end {
		if j := a.preface(s, i, end); j > i && !a.isGiven(&s.atoms[i]) {
			i = j
		} else {
			break
		}
	}
	for g := i; g+1 < end; g++ {
		if a.isGiven(&s.atoms[g]) && !particles[s.atoms[g].key] {
			i = g
			break
		}
	}
	for k := i + 1; k < end && end < len(s.atoms) && s.taken[end] != nil; k++ { // the title of the next name: "Florida Gov."
		if _, e := a.vocabulary.titles.longest(s.atoms[:end], k, nil); e == end {
			end = k
		}
	}
	return i, end
}

// isPerson decides whether the words are a person's name: by a given name, a
// role, or the speech beside them; a single word by the title before it.
func (a *article) isPerson(s *sentence, n, i, end int, role role) bool {
	if end-i > 1 {
		return a.isGiven(&s.atoms[i]) && a.nameLike(s, i+1, end) && !a.isTown(s, i, end) ||
			(role.text != "" || i > 0 && a.speaks(s, n, i, end) || a.speaksFirst(s, n, i, end)) && a.nameLike(s, i, end) ||
			end-i == 2 && a.isGiven(&s.atoms[i]) && a.speaks(s, n, i, end) && !a.isTown(s, i, end) && !a.isOrganisation(s, i, end)
	}
	if end < len(s.atoms) && s.taken[end] != nil && s.taken[end].Kind == "person" {
		return false // a given name that no list has
	}
	return role.before && role.class != "trade" && a.nameLike(s, i, end) && (!a.isGiven(&s.atoms[i]) || role.gender != "")
}

// isOrganisation reports whether the words end in the head of an organisation's
// name: "Jordan Times", but not "Clifford May".
func (a *article) isOrganisation(s *sentence, i, end int) bool {
	for j := i; j < end; j++ {
		if k, e := a.orgHeads.longest(s.atoms, j, nil); e == end && k != "none" {
			return true
		}
	}
	return false
}

// syllable reports whether the atom is the last part of an East Asian given
// name, in lower case behind a hyphen: "Geun-hye".
func (a *article) syllable(s *sentence, i int) bool {
	w := &s.atoms[i]
	return w.word && !w.upper && s.taken[i] == nil && joined(s.atoms, i) && len(w.key) > 1 && len(w.key) < 6 && !strings.HasSuffix(w.key, "ed")
}

// speaksFirst reports whether the words begin a sentence, look like a name to the
// tagger, and a verb of speech follows them.
func (a *article) speaksFirst(s *sentence, n, i, end int) bool {
	if i != 0 || end-i > 3 || !a.speaks(s, n, i, end) {
		return false
	}
	for j := i; j < end; j++ {
		if w := &s.atoms[j]; a.d.Sentences[n].Tokens[w.token].UPOS != stages.PosPropn || len(w.key) < 3 || a.openers[w.key] || a.generic[w.key] || a.adjectives[w.key] {
			return false
		}
	}
	return true
}

func (a *article) isTown(s *sentence, i, end int) bool {
	_, e := a.towns.longest(s.atoms, i, nil)
	return e == end
}

// introduced reports whether the run is a title and then a name, so that the
// title's words ("Defence Minister") are no organisation's.
func (a *article) introduced(s *sentence, from, end int) bool {
	for g := from + 1; g < end; g++ {
		if g+1 < end && !a.isGiven(&s.atoms[g]) {
			continue
		}
		for k := max(from, g-4); k < g; k++ {
			if _, e := a.vocabulary.titles.longest(s.atoms[:g], k, nil); e == g {
				return true
			}
		}
	}
	return false
}

// preface is the end of a title or an adjective of a state before a name.
func (a *article) preface(s *sentence, i, end int) int {
	if _, j := a.vocabulary.titles.longest(s.atoms[:end], i, nil); j > i {
		return j
	}
	if _, j := a.owners.longest(s.atoms[:end], i, nil); j > i {
		return j
	}
	if modifiers[s.atoms[i].key] {
		return i + 1
	}
	return i
}

func (a *article) isGiven(w *atom) bool {
	if !w.upper || !w.first || len(w.key) < 2 || a.adjectives[w.key] {
		return false
	}
	return a.spelt[w.key] || len(w.key) > 5 && a.hear(w).gender != ""
}

// nameLike reports whether the words could be a person's name: no word of
// them is known for something else.
func (a *article) nameLike(s *sentence, i, end int) bool {
	for j := i; j < end; j++ {
		w := &s.atoms[j]
		if w.caps && len(w.key) > 1 && !s.shout || a.places[w.key] != "" {
			return false
		}
		if _, e := a.orgHeads.longest(s.atoms, j, nil); e > j {
			return false
		}
		if _, e := a.towns.longest(s.atoms, j, nil); e > j && (e == end || j == i) {
			return false
		}
		if _, e := a.owners.longest(s.atoms, j, nil); e > j {
			return false
		}
		if _, e := a.vocabulary.titles.longest(s.atoms, j, nil); e > j {
			return false
		}
	}
	return len(s.atoms[end-1].key) > 1
}

// speaks reports whether a verb of speech follows or precedes the words.
func (a *article) speaks(s *sentence, n, i, end int) bool {
	return end < len(s.atoms) && a.isSpeech(n, &s.atoms[end]) || i > 0 && a.isSpeech(n, &s.atoms[i-1])
}

// isSpeech reports whether the word of sentence n is a verb of speech.
func (a *article) isSpeech(n int, w *atom) bool {
	return w.word && !w.upper && a.speech[a.d.Sentences[n].Tokens[w.token].Lemma]
}
