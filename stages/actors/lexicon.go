package actors

import (
	"fmt"
	"os"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// listed is an actor that a list holds.
type listed struct {
	stages.Actor
	terms []term
}

// state is what is known of a state beside its being an actor.
type state struct {
	*listed
	adjective string // the first one
}

// body is a kind of body that every state has.
type body struct {
	suffix, kind, name string
}

// office is a word for what a person is.
type office struct {
	role   string // as in persons.tsv, "" for none
	gender string
	class  string
}

// lexicon is everything that the lists say, compiled for matching. It is only
// read once it is made.
type lexicon struct {
	byID       map[string]*listed
	names      *trie[form]    // by folded words
	persons    *trie[*listed] // by sounds of given and family names
	owners     *trie[*state]  // adjectives and names of states, before a body
	stateName  *trie[*state]  // names alone, after "of"
	towns      *trie[string]  // to countries
	heads      *trie[*body]   // "defence ministry"
	titles     *trie[office]
	family     map[string][]*listed // persons by the sound of the family name
	byGiven    map[string][]*listed // persons by given name, for misspelt families
	given      map[string]string    // sound of a given name to the one of its row
	gender     map[string]string    // the same to m or f
	spelt      map[string]bool      // given names as written, folded
	places     map[string]string
	adjectives map[string]bool // of states, of one word
	orgHeads   map[string]string
	speech     map[string]bool
	profile    *stages.Profile
	holders    map[string][]*listed // COUNTRY/role, and /role of any country, to persons
	states     map[string]*state    // by country
}

func load(o Options) (*lexicon, error) {
	l := &lexicon{
		byID: map[string]*listed{}, names: newTrie[form](), persons: newTrie[*listed](), owners: newTrie[*state](),
		stateName: newTrie[*state](), heads: newTrie[*body](), towns: newTrie[string](), titles: newTrie[office](), family: map[string][]*listed{},
		byGiven: map[string][]*listed{}, given: map[string]string{}, gender: map[string]string{}, spelt: map[string]bool{},
		places: map[string]string{}, adjectives: map[string]bool{}, orgHeads: map[string]string{}, speech: map[string]bool{}, profile: o.Profile,
		holders: map[string][]*listed{}, states: map[string]*state{},
	}
	if l.profile == nil {
		l.profile = &stages.Profile{}
	}
	for _, t := range []struct {
		file    string
		columns int
		take    func(row) error
	}{
		{"given.tsv", 3, l.givenRow},
		{"states.tsv", 8, l.stateRow},
		{"organisations.tsv", 6, l.actorRow},
		{"media.tsv", 6, l.actorRow},
		{"persons.tsv", 6, l.actorRow},
		{"bodies.tsv", 4, l.bodyRow},
		{"titles.tsv", 4, l.titleRow},
		{"places.tsv", 2, l.wordRow(l.places, "place", "capital", "agent", "after", "verb")},
		{"heads.tsv", 2, l.wordRow(l.orgHeads, append(strings.Split(schemas.ActorKinds, ","), "none")...)},
		{"towns.tsv", 2, l.townRow},
		{"speech.tsv", 1, func(r row) error { l.speech[r[0]] = true; return nil }},
	} {
		if err := shipped(t.file, t.columns, t.take); err != nil {
			return nil, err
		}
	}
	if o.File == "" {
		return l, nil
	}
	b, err := os.ReadFile(o.File)
	if err != nil {
		return nil, fmt.Errorf("actors: %w", err)
	}
	return l, parse(o.File, string(b), 6, l.actorRow)
}

func (l *lexicon) givenRow(r row) error {
	if g := r[1]; g != "m" && g != "f" {
		return fmt.Errorf("gender %q: m or f", g)
	}
	class := sound(fold(r[0]))
	for _, n := range append([]string{r[0]}, r.list(2)...) {
		k := sound(fold(n))
		if have, ok := l.given[k]; ok && have != class {
			continue // the earlier row has it
		}
		l.given[k], l.gender[k] = class, r[1]
		l.spelt[fold(n)] = true
	}
	return nil
}

func (l *lexicon) stateRow(r row) error {
	c := r
	a, err := l.actor(r, c[0], "state", c[1], c[2])
	if err != nil {
		return err
	}
	s := &state{listed: a, adjective: c[2]}
	if c[1] != "" {
		l.states[c[1]] = s
	}
	if adj := r.list(4); len(adj) > 0 {
		s.adjective = adj[0]
	}
	add := func(use use, names ...string) {
		for _, n := range names {
			n, low := strings.CutPrefix(n, "~")
			l.name(n, form{actor: a, use: use, caps: capitals(n, low)})
			if use != peopleName {
				l.owners.add(keys(words(n)), s)
			}
		}
	}
	names := append([]string{c[2]}, r.list(3)...)
	for _, n := range names {
		l.stateName.add(keys(words(n)), s)
	}
	add(stateName, names...)
	add(peopleName, r.list(5)...)
	add(capitalName, r.list(6)...)
	add(plainName, r.list(7)...)
	for _, n := range r.list(4) {
		l.owners.add(keys(words(n)), s)
		l.adjectives[fold(n)] = true
	}
	return nil
}

func (l *lexicon) actorRow(r row) error {
	c := r
	if !slices.Contains(strings.Split(schemas.ActorKinds, ","), c[1]) {
		return fmt.Errorf("kind %q: one of %s", c[1], schemas.ActorKinds)
	}
	if c[2] != "" && l.states[c[2]] == nil && c[2] != "HKG" {
		return fmt.Errorf("country %q: an ISO 3166 alpha-3 code such as UKR, or nothing", c[2])
	}
	a, err := l.actor(r, c[0], c[1], c[2], c[3])
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
		if a.Kind == "person" {
			l.person(a, n)
		} else {
			l.name(n, form{actor: a, caps: capitals(n, false)})
		}
	}
	for _, t := range a.terms {
		for _, role := range t.roles {
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
func (l *lexicon) actor(r row, id, kind, country, name string) (*listed, error) {
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

func (l *lexicon) name(n string, f form) {
	if strings.HasPrefix(n, "The ") {
		n = n[4:]
		f.caps = capitals(n, false)
		if f.actor.Kind == "media" && !strings.Contains(n, " ") {
			f.use = titled
		}
	}
	l.names.add(keys(words(n)), f)
}

// person enters a person's name by its sounds.
func (l *lexicon) person(a *listed, name string) {
	w := words(name)
	k := make([]string, len(w))
	for i := range w {
		k[i] = l.canon(sound(w[i].key))
	}
	l.persons.add(k, a)
	if len(w) < 2 {
		return
	}
	last := k[len(k)-1]
	if !slices.Contains(l.family[last], a) {
		l.family[last] = append(l.family[last], a)
	}
	l.byGiven[k[0]] = append(l.byGiven[k[0]], a)
}

// canon puts the given names that languages exchange under one key.
func (l *lexicon) canon(sound string) string {
	if c, ok := l.given[sound]; ok {
		return c
	}
	return sound
}

func (l *lexicon) bodyRow(r row) error {
	b := &body{suffix: r[0], kind: r[1], name: r[2]}
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

func (l *lexicon) townRow(r row) error {
	if l.states[r[1]] == nil {
		return fmt.Errorf("country %q: an ISO 3166 alpha-3 code such as UKR", r[1])
	}
	l.towns.add(keys(words(r[0])), r[1])
	return nil
}

func (l *lexicon) titleRow(r row) error {
	c := r
	if !slices.Contains([]string{"", "m", "f"}, c[2]) {
		return fmt.Errorf("gender %q: m, f or nothing", c[2])
	}
	if !slices.Contains([]string{"office", "post", "trade", "address"}, c[3]) {
		return fmt.Errorf("class %q: office, post, trade or address", c[3])
	}
	l.titles.add(keys(words(c[0])), office{c[1], c[2], c[3]})
	return nil
}

func (l *lexicon) wordRow(to map[string]string, allowed ...string) func(row) error {
	return func(r row) error {
		if !slices.Contains(allowed, r[1]) {
			return fmt.Errorf("%q: one of %s", r[1], strings.Join(allowed, ", "))
		}
		to[r[0]] = r[1]
		return nil
	}
}
