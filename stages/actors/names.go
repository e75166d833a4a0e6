package actors

import (
	"slices"
	"strings"
)

// names finds what the lists name: from left to right, the longest match of
// a body of a state, of any other name, and of a person.
func (a *article) names() {
	for n := range a.sents {
		s := &a.sents[n]
		if s.skip {
			continue
		}
		for i := 0; i < len(s.atoms); {
			if !s.atoms[i].word {
				i++
				continue
			}
			k, end := a.body(s, i)
			if w, e := a.name(s, i); e > i && e >= end { // a body that is listed by name comes first
				k, end = w, e
			}
			if w, e := a.personName(s, i); e > end {
				k, end = w, e
			}
			if end == i {
				i++
				continue
			}
			if k != nil {
				a.add(k, n, i, end, "name", "")
			}
			i = end
		}
	}
}

// name finds a listed name that is no person's. It returns no actor, but an
// end, for a name that is meant as a place.
func (a *article) name(s *sentence, i int) (*known, int) {
	f, end := a.vocabulary.names.longest(s.atoms, i, func(f form, end int) bool { return written(f, s, i, end) })
	if end == i {
		return nil, i
	}
	if end == i+1 && (a.partOfName(s, i, f) || f.use == titled && !(i > 0 && s.atoms[i-1].key == "the" && s.atoms[i-1].upper)) {
		return nil, i
	}
	if a.isPlace(s, i, end, f) {
		return nil, end
	}
	return a.of(f.actor), end
}

// partOfName reports whether a name of one word stands inside of a longer one
// that the lists do not hold: "Bild" is not meant by "Sebastian Bild".
func (a *article) partOfName(s *sentence, i int, f form) bool {
	if f.use != plainName && f.use != titled || f.caps != "C" {
		return false
	}
	next := i + 1
	if next < len(s.atoms) && s.atoms[next].upper && !s.atoms[next].caps && s.atoms[next].word && a.hasHead(s, next) {
		return true
	}
	return i > 0 && s.atoms[i-1].upper && a.hear(&s.atoms[i-1]).gender != ""
}

// isPlace decides whether the name of a state or of its capital is meant as a
// place. The parties to the conflict are actors wherever they are named.
func (a *article) isPlace(s *sentence, i, end int, f form) bool {
	switch f.use {
	case stateName:
		return f.actor.Side == "" && a.places[before(s, i)] == "place"
	case peopleName:
		return i == 0 || s.atoms[i-1].key != "the"
	case capitalName:
		if end < len(s.atoms) && a.places[s.atoms[end].key] == "after" {
			return true
		}
		return !a.acts(s, i, end, f)
	}
	return false
}

// before is the word before the name and, where it is one of a row of names,
// before the first of them: "in Kyiv and Moscow".
func before(s *sentence, i int) string {
	for least := max(0, i-12); i > least; {
		i--
		switch w := &s.atoms[i]; {
		case w.key == "the" || w.key == "and" || w.key == "or" || w.key == "," && i > 0 && s.atoms[i-1].upper:
		case w.upper && i+1 < len(s.atoms) && (s.atoms[i+1].key == "and" || s.atoms[i+1].key == "," || s.atoms[i+1].key == "or"):
		default:
			return w.key
		}
	}
	return ""
}

// acts decides whether a capital stands for its government: not after a word
// of place and not before a comma and its state; that of a party to the
// conflict otherwise always, others where the sentence shows it.
func (a *article) acts(s *sentence, i, end int, f form) bool {
	w := a.places[before(s, i)]
	if w == "place" || w == "capital" {
		return false
	}
	next := atom{}
	if end < len(s.atoms) {
		next = s.atoms[end]
	}
	if next.key == "," && end+1 < len(s.atoms) && s.atoms[end+1].upper || next.key == "(" || isHyphen(next.key) && i == 0 || next.upper && next.word {
		return false // a dateline, or "Odesa, Ukraine"
	}
	if f.actor.Side != "" || w == "agent" || next.key == possessive || a.places[next.key] == "verb" {
		return true
	}
	return i == 0 && next.word && !strings.HasSuffix(next.key, "ed") || i > 0 && !s.atoms[i-1].word && next.word
}

// body finds a body that every state has, before or after the state's name:
// "Ukrainian foreign ministry", "ministry of defence of Ukraine".
func (a *article) body(s *sentence, i int) (*known, int) {
	at := s.atoms
	owner, j := a.owners.longest(at, i, func(o *state, end int) bool { return at[i].upper || at[i].key == "kyiv" })
	if j > i {
		if j < len(at) && at[j].key == possessive {
			j++
		}
		if b, end := a.heads.longest(at, j, nil); end > j {
			return a.bodyOf(b, owner), end
		}
		return nil, i
	}
	b, j := a.heads.longest(at, i, nil)
	if j == i || j+1 >= len(at) || at[j].key != "of" {
		return nil, i
	}
	j++
	if at[j].key == "the" {
		j++
	}
	owner, end := a.stateName.longest(at, j, func(o *state, end int) bool { return at[j].upper })
	if end == j {
		return nil, i
	}
	return a.bodyOf(b, owner), end
}

func (a *article) bodyOf(b *body, owner *state) *known {
	if b.kind == "state" {
		return a.of(owner.listed)
	}
	if l := a.holders[owner.Country+"/"+b.suffix]; len(l) > 0 && owner.Country != "" {
		return a.of(l[0]) // it is listed by a name of its own
	}
	id := stateCode(owner) + "-" + b.suffix
	if k := a.who[id]; k != nil {
		return k
	}
	name := strings.NewReplacer("{state}", owner.full, "{adjective}", owner.adjective).Replace(b.name)
	k := a.other(id, name, b.kind, owner.Country)
	k.Known = true
	return k
}

// personName finds a listed person by full name or by a family name that the
// list says is enough.
func (a *article) personName(s *sentence, i int) (*known, int) {
	if !s.atoms[i].upper && !particles[s.atoms[i].key] {
		return nil, i
	}
	p, end := a.spoken(s.atoms, i, 0, i)
	if p == nil || end == i+1 && !a.standsAlone(s, i, p) || end > i+1 && a.isWoman(s, i, end, p) {
		return nil, i
	}
	k := a.of(p)
	if end > i+1 {
		k.named = true
	}
	return k, end
}

// isWoman reports whether the full name is a woman's who shares the family name
// of the listed man: "Aleksandra" is a man's name only where it is declined, and
// then so is the family name.
func (a *article) isWoman(s *sentence, i, end int, p *listed) bool {
	return p.gender == "m" && a.hear(&s.atoms[i]).gender == "f" && slices.Contains(a.hear(&s.atoms[end-1]).keys, p.family)
}

// particles may stand in lower case inside of a person's name.
var particles = map[string]bool{
	"von": true, "van": true, "de": true, "der": true, "den": true, "da": true, "di": true, "du": true, "la": true, "le": true,
	"al": true, "el": true, "bin": true, "ibn": true, "dos": true, "del": true,
}

// spoken walks the trie of persons over every key that each word may have.
func (a *article) spoken(at []atom, i int, node int32, start int) (*listed, int) {
	var best *listed
	end := start
	if node != 0 && i > start {
		if v := a.persons.Values(node); len(v) == 1 {
			best, end = v[0], i
		}
	}
	if i >= len(at) || i-start >= 6 || !at[i].word || !at[i].upper && !particles[at[i].key] && !(i > start && joined(at, i)) {
		return best, end
	}
	h := a.hear(&at[i])
	for _, keys := range [][]string{h.keys, h.cases} {
		for _, k := range keys {
			m := a.persons.Step(node, a.sounds[k])
			if m == 0 {
				continue
			}
			if p, e := a.spoken(at, i+1, m, start); e > end {
				best, end = p, e
			}
		}
	}
	return best, end
}

// joined reports whether a hyphen joins atom i to the one before it: "Jae-in".
func joined(at []atom, i int) bool {
	return i > 0 && (at[i].token == at[i-1].token || at[i].token == at[i-1].token+2) // whose hyphen has no atom
}

// standsAlone reports whether one word can mean the listed person: it is
// written like the listed name where that is short, and it is not the family
// name of somebody else, whose given name stands before it.
func (a *article) standsAlone(s *sentence, i int, p *listed) bool {
	w := &s.atoms[i]
	if !w.upper || !w.first || w.caps && len(w.key) < 3 {
		return false
	}
	if len(w.key) < 6 && !strings.Contains(" "+fold(p.Name)+" ", " "+w.key+" ") {
		return false
	}
	if i+1 < len(s.atoms) && s.atoms[i+1].word && s.atoms[i+1].upper && w.end+1 == s.atoms[i+1].start && a.hasHead(s, i+1) {
		return false
	}
	if i == 0 || !s.atoms[i-1].upper || !s.atoms[i-1].word {
		return true
	}
	before := a.hear(&s.atoms[i-1])
	if before.given == p.given || near(before.given, p.given) && (before.gender == "" || before.gender == p.gender) {
		return true
	}
	if o, e := a.vocabulary.titles.longest(s.atoms, i-1, nil); e == i {
		return o.gender == "" || p.gender == "" || o.gender == p.gender
	}
	return before.gender == "" && !a.otherGiven(s, i)
}
