package actors

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/nations"
)

func (l *vocabulary) givenRow(r row) error {
	if g := r[1]; g != "m" && g != "f" {
		return fmt.Errorf("gender %q: m or f", g)
	}
	class, first := sound(fold(r[0])), map[string]string{}
	for _, n := range append([]string{r[0]}, r.list(2)...) {
		k := sound(fold(n))
		if have, ok := l.given[k]; ok && have != class {
			continue // the earlier row has it
		}
		l.given[k], l.gender[k] = class, r[1]
		l.spelt[fold(n)] = true
		if len(k) > 5 {
			same := cmp.Or(first[k], fold(n)) // of this row
			first[k], l.likeIt[fold(n)], l.likeIt[k] = same, same, cmp.Or(l.likeIt[k], same)
		}
	}
	return nil
}

// state enters a state under its names, and as the owner of bodies.
func (l *vocabulary) state(n nations.Nation) error {
	a, err := l.actor(n.ID, "state", n.ISO3, n.Name)
	if err != nil {
		return err
	}
	s := &state{listed: a, adjective: n.Name, full: n.Name}
	if withArticle(n.Name) {
		s.full = "the " + n.Name
	}
	if n.ISO3 != "" {
		l.states[n.ISO3] = s
	}
	if len(n.Adjectives) > 0 {
		s.adjective = n.Adjectives[0]
	}
	add := func(use use, name string, low bool) {
		l.name(name, form{actor: a, use: use, caps: capitals(name, low)})
		if use != peopleName {
			l.owners.add(keys(words(name)), s)
		}
	}
	for _, name := range append([]string{n.Name}, n.Others...) {
		l.stateName.add(keys(words(name)), s)
		add(stateName, name, false)
	}
	for _, name := range n.People {
		add(peopleName, name, false)
	}
	for _, c := range n.Capitals {
		add(capitalName, c.Name, c.Common)
	}
	for _, c := range n.Seats {
		add(plainName, c.Name, c.Common)
	}
	for _, name := range n.Adjectives {
		l.owners.add(keys(words(name)), s)
		l.adjectives[fold(name)] = true
	}
	return nil
}

// withArticle reports whether the name of a state takes an article.
func withArticle(name string) bool {
	for _, w := range []string{"United ", "Republic", "Netherlands", "Philippines", "Union", "Emirates", "Bahamas", "Maldives", "Islands"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

func (l *vocabulary) actorRow(r row) error {
	c := r
	if !slices.Contains(strings.Split(schemas.ActorKinds, ","), c[1]) {
		return fmt.Errorf("kind %q: one of %s", c[1], schemas.ActorKinds)
	}
	if c[2] != "" && l.states[c[2]] == nil && c[2] != "HKG" {
		return fmt.Errorf("country %q: an ISO 3166 alpha-3 code such as UKR, or nothing", c[2])
	}
	a, err := l.actor(c[0], c[1], c[2], c[3])
	if err != nil {
		return err
	}
	if a.terms, err = parseTerms(c[4]); err != nil {
		return fmt.Errorf("roles: %v", err)
	}
	for _, n := range append([]string{c[3]}, r.list(5)...) {
		if len(words(n)) == 0 {
			return fmt.Errorf("%q holds no word", n)
		}
		if err := l.nameOf(a, n); err != nil {
			return err
		}
	}
	for _, t := range a.terms {
		for _, role := range t.roles {
			if a.Kind == "person" {
				l.leadingRole(a, role)
			}
			for _, k := range []string{c[2] + "/" + role, "/" + role} {
				if !slices.Contains(l.holders[k], a) {
					l.holders[k] = append(l.holders[k], a)
				}
			}
		}
	}
	return nil
}

// actor makes an entry of a new id.
func (l *vocabulary) actor(id, kind, country, name string) (*listed, error) {
	if id != slug(id) {
		return nil, fmt.Errorf("id %q: lower case letters, digits and hyphens", id)
	}
	if name == "" {
		return nil, fmt.Errorf("no name")
	}
	if have := l.byID[id]; have != nil {
		return nil, fmt.Errorf("id %q is taken by %s", id, have.Name)
	}
	a := &listed{Actor: stages.Actor{ID: id, Name: name, Kind: kind, Country: country, Side: l.profile.SideOf(id, country), Known: true}}
	l.byID[id] = a
	return a, nil
}

// name enters a name that is no person's; it returns the actor of another list
// entry that is written the same.
func (l *vocabulary) name(n string, f form) *listed {
	if strings.HasPrefix(n, "The ") {
		n = n[4:]
		f.caps = capitals(n, false)
		if f.actor.Kind == "media" && !strings.Contains(n, " ") {
			f.use = titled
		}
	}
	for _, have := range l.names.add(keys(words(n)), f) {
		if have.actor != f.actor && have.caps == f.caps {
			return have.actor
		}
	}
	return nil
}

// nameOf enters a name of an actor. Two actors of one name would hide each
// other.
func (l *vocabulary) nameOf(a *listed, n string) error {
	if a.Kind != "person" {
		if have := l.name(n, form{actor: a, caps: capitals(n, false)}); have != nil {
			return fmt.Errorf("%q is a name of %s already", n, have.ID)
		}
		return nil
	}
	if have := l.person(a, n); have != nil {
		return fmt.Errorf("%q is, or sounds like, a name of %s already", n, have.ID)
	}
	return nil
}

// person enters a person's name by its sounds; it returns the other person of
// that name.
func (l *vocabulary) person(a *listed, name string) *listed {
	w := words(name)
	k := make([]string, len(w))
	for i := range w {
		k[i] = l.canon(sound(w[i].key))
	}
	all := l.persons.add(k, a)
	if a.words == nil { // the first name is the canonical one
		a.words, a.given, a.family = w, k[0], k[len(k)-1]
		for i := 0; i < len(w) && a.gender == ""; i++ { // "Pope" has none
			a.gender = l.gender[sound(w[i].key)]
		}
	}
	if len(w) > 1 {
		l.borne[k[len(k)-1]] = true
		l.byGiven[k[0]] = append(l.byGiven[k[0]], a)
	}
	if all[0] != a {
		return all[0]
	}
	return nil
}

// canon puts the given names that languages exchange under one key, and the
// Arabic article in Egypt's and in other countries' form.
func (l *vocabulary) canon(sound string) string {
	if sound == "el" {
		return "al"
	}
	if c, ok := l.given[sound]; ok {
		return c
	}
	return sound
}

func (l *vocabulary) bodyRow(r row) error {
	b := &body{suffix: r[0], kind: r[1], name: r[2], office: r[4]}
	l.bodyByID[r[0]] = b
	if len(r.list(3)) == 0 {
		return fmt.Errorf("no heads")
	}
	for _, h := range r.list(3) {
		if h != strings.ToLower(h) {
			return fmt.Errorf("head %q is not in lower case", h)
		}
		l.heads.add(keys(words(h)), b)
	}
	return nil
}

func (l *vocabulary) townRow(r row) error {
	if l.states[r[1]] == nil {
		return fmt.Errorf("country %q: an ISO 3166 alpha-3 code such as UKR", r[1])
	}
	l.towns.add(keys(words(r[0])), r[1])
	return nil
}

func (l *vocabulary) titleRow(r row) error {
	c := r
	if !slices.Contains([]string{"", "m", "f"}, c[2]) {
		return fmt.Errorf("gender %q: m, f or nothing", c[2])
	}
	if !slices.Contains([]string{"office", "post", "trade", "address"}, c[3]) {
		return fmt.Errorf("class %q: office, post, trade or address", c[3])
	}
	k := keys(words(c[0]))
	l.titles.add(k, office{c[1], c[2], c[3]})
	for _, w := range k {
		l.titleWords[l.words[w]] = true
	}
	return nil
}

func (l *vocabulary) againRow(r row) error {
	for _, k := range r.list(1) {
		if !slices.Contains(strings.Split(schemas.ActorKinds, ","), k) {
			return fmt.Errorf("kind %q: one of %s", k, schemas.ActorKinds)
		}
	}
	if r[2] != "" && l.byID[r[2]] == nil {
		return fmt.Errorf("no list has an actor %q", r[2])
	}
	l.again[r[0]] = &repeat{r.list(1), r[2]}
	return nil
}

func (l *vocabulary) headRow(r row) error {
	if r[1] != "none" && !slices.Contains(strings.Split(schemas.ActorKinds, ","), r[1]) {
		return fmt.Errorf("kind %q: none or one of %s", r[1], schemas.ActorKinds)
	}
	l.orgHeads.add(keys(words(r[0])), r[1])
	return nil
}

func (l *vocabulary) wordRow(to map[string]string, allowed ...string) func(row) error {
	return func(r row) error {
		if !slices.Contains(allowed, r[1]) {
			return fmt.Errorf("%q: one of %s", r[1], strings.Join(allowed, ", "))
		}
		to[r[0]] = r[1]
		return nil
	}
}
