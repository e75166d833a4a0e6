package actors

import "strings"

// strangers finds persons and organisations that no list holds: by a given
// name, by a title before or after, by the speech that they make, and by the
// head word of an organisation's name. Names of one word are found in a pass of
// their own, when those of the persons named in full are known.
func (a *article) strangers(single bool) {
	for n := range a.sents {
		s := &a.sents[n]
		if s.skip || s.shout {
			continue
		}
		for i := 0; i < len(s.atoms); {
			end := s.run(i)
			if end == i {
				i++
				continue
			}
			a.stranger(s, n, i, end, single)
			i = end
		}
	}
}

// run is the end of the capitalised words that begin at atom i, with the
// particles of names among them.
func (s *sentence) run(i int) int {
	end := i
	for j := i; j < len(s.atoms); j++ {
		w := &s.atoms[j]
		switch {
		case s.taken[j] || !w.word:
			return end
		case w.upper && !(end == i && openers[w.key]):
			end = j + 1
		case end == i || !particles[w.key]:
			return end
		}
	}
	return end
}

// openers begin sentences and are no part of the name that follows.
var openers = map[string]bool{
	"a": true, "after": true, "also": true, "although": true, "an": true, "and": true, "as": true, "at": true, "because": true, "before": true,
	"but": true, "by": true, "during": true, "for": true, "former": true, "from": true, "he": true, "here": true, "how": true, "however": true,
	"i": true, "if": true, "in": true, "it": true, "its": true, "later": true, "like": true, "meanwhile": true, "my": true, "no": true,
	"not": true, "on": true, "one": true, "our": true, "previously": true, "she": true, "since": true, "so": true, "some": true,
	"that": true, "the": true, "their": true, "then": true, "there": true, "they": true, "this": true, "to": true, "today": true,
	"we": true, "what": true, "when": true, "where": true, "while": true, "who": true, "why": true, "with": true, "yesterday": true, "you": true,
}

func (a *article) stranger(s *sentence, n, from, end int, single bool) {
	if !single && !a.introduced(s, from, end) && a.organisation(s, n, from, end) {
		return
	}
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
	size := end - i
	if (size == 1) != single {
		return
	}
	role := a.roleAt(s, n, i, end)
	switch {
	case size < 1 || size > 4:
		return
	case size == 1:
		if !role.before || role.class == "trade" || !a.nameLike(s, i, end) || a.isGiven(&s.atoms[i]) && role.gender == "" {
			return
		}
	case a.isGiven(&s.atoms[i]) && a.nameLike(s, i+1, end):
	case role.text != "" && a.nameLike(s, i, end):
	case i > 0 && a.speaks(s, n, i, end) && a.nameLike(s, i, end):
	default:
		return
	}
	for end-i > 1 && !s.atoms[end-1].upper {
		end--
	}
	k := a.personOf(s, n, i, end, role)
	if k == nil {
		return
	}
	a.add(k, n, i, end, "name", role.text)
	a.learn(k, role)
}

// introduced reports whether the run is a title and then a name, so that the
// title's words ("Defence Minister") are no organisation's.
func (a *article) introduced(s *sentence, from, end int) bool {
	for g := from + 1; g < end; g++ {
		if g+1 < end && !a.isGiven(&s.atoms[g]) {
			continue
		}
		for k := max(from, g-4); k < g; k++ {
			if _, e := a.lexicon.titles.longest(s.atoms[:g], k, nil); e == g {
				return true
			}
		}
	}
	return false
}

// preface is the end of a title or an adjective of a state before a name.
func (a *article) preface(s *sentence, i, end int) int {
	if _, j := a.lexicon.titles.longest(s.atoms[:end], i, nil); j > i {
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
	return a.spelt[w.key] || len(w.key) > 5 && a.gender[sound(w.key)] != ""
}

// nameLike reports whether the words could be a person's name: no word of
// them is known for something else.
func (a *article) nameLike(s *sentence, i, end int) bool {
	for j := i; j < end; j++ {
		w := &s.atoms[j]
		if a.orgHeads[w.key] != "" || w.caps && len(w.key) > 1 && !s.shout || a.places[w.key] != "" {
			return false
		}
		if _, e := a.owners.longest(s.atoms, j, nil); e > j {
			return false
		}
		if _, e := a.lexicon.titles.longest(s.atoms, j, nil); e > j {
			return false
		}
	}
	return len(s.atoms[end-1].key) > 1 || end-i > 1
}

// speaks reports whether a verb of speech follows or precedes the words.
func (a *article) speaks(s *sentence, n, i, end int) bool {
	tokens := a.d.Sentences[n].Tokens
	if end < len(s.atoms) && a.speech[tokens[s.atoms[end].token].Lemma] && s.atoms[end].word && !s.atoms[end].upper {
		return true
	}
	return i > 0 && a.speech[tokens[s.atoms[i-1].token].Lemma] && !s.atoms[i-1].upper
}

// personOf is the actor of a name: somebody the article or a list knows, under
// a misspelt or a longer name, or a new one.
func (a *article) personOf(s *sentence, n, i, end int, r role) *known {
	w := s.atoms[i:end]
	last := a.canon(sound(w[len(w)-1].key))
	if len(w) > 1 {
		if p := a.almost(w); p != nil {
			k := a.of(p)
			k.named = true
			return k
		}
	} else if p := a.holder(&w[0], r); p != nil {
		return a.of(p)
	}
	if k := a.ends[strings.Join(keys(w), " ")]; k != nil {
		return k
	}
	name := a.text(n, i, end)
	k := a.other("x-"+slug(name), name, "person", "")
	if k.ID == "x-" {
		return nil
	}
	if !k.named {
		k.family, k.named = last, true
		a.ending(k, w)
	}
	if k.gender == "" {
		k.gender = a.gender[sound(w[0].key)]
	}
	return k
}

// almost finds the listed person whose given name stands first and whose
// family name stands last, or is misspelt by one letter.
func (a *article) almost(w []atom) *listed {
	family := a.canon(sound(w[len(w)-1].key))
	var hit *listed
	for _, g := range sounds(w[0].key) {
		for _, p := range a.byGiven[a.canon(g)] {
			f := words(p.Name)
			known := a.canon(sound(f[len(f)-1].key))
			if len(f) != 2 || known != family && (len(family) < 6 || !near(family, known)) {
				continue
			}
			if hit != nil && hit != p {
				return nil
			}
			hit = p
		}
	}
	return hit
}

// holder finds the listed person of a family name who holds the office that
// stands before it: "Prime Minister Johnson". The name may be misspelt.
func (a *article) holder(w *atom, r role) *listed {
	if r.office == "" {
		return nil
	}
	var hit *listed
	for _, p := range a.holders[r.country+"/"+r.office] {
		f := words(p.Name)
		family := a.canon(sound(f[len(f)-1].key))
		same := false
		for _, k := range sounds(w.key) {
			k = a.canon(k)
			same = same || k == family || len(k) > 5 && near(k, family)
		}
		if !same || !p.held(r.office, a.d.Article.Published) {
			continue
		}
		if hit != nil {
			return nil
		}
		hit = p
	}
	return hit
}
