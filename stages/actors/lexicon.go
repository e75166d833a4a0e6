package actors

import (
	"errors"
	"fmt"
	"os"
	"strings"

	"parley/stages"
	"parley/stages/language/lexicon"
	"parley/stages/language/nations"
)

// listed is an actor that a list holds.
type listed struct {
	stages.Actor
	terms  []term
	words  []atom // of a person's name
	given  string // sound of the first
	family string // sound of the last
	gender string
}

// state is what is known of a state beside its being an actor.
type state struct {
	*listed
	adjective string // the first one
	full      string // the name within a sentence: the United States
}

// body is a kind of body that every state has.
type body struct {
	suffix, kind, name string
	office             string // of who leads it
}

// repeat says what a word can stand for that names no organisation by itself.
type repeat struct {
	kinds []string
	id    string
}

// office is a word for what a person is.
type office struct {
	role   string // as in persons.tsv, "" for none
	gender string
	class  string
}

// vocabulary is everything that the lists say, compiled for matching. It is only
// read once it is made.
type vocabulary struct {
	words      lexicon.Words // of all tries but persons
	sounds     lexicon.Words // of persons
	byID       map[string]*listed
	names      *trie[form]    // by folded words
	persons    *trie[*listed] // by sounds of given and family names
	owners     *trie[*state]  // adjectives and names of states, before a body
	stateName  *trie[*state]  // names alone, after "of"
	towns      *trie[string]  // to countries
	heads      *trie[*body]   // "defence ministry"
	bodyByID   map[string]*body
	kinds      map[string][]string  // nouns that take up a person, to words of roles
	equals     map[string][]string  // offices that are the same elsewhere
	leaders    map[string][]leading // of bodies, by the words of their names
	people     *trie[people]        // words for groups
	regions    *trie[*region]       // adjectives of no one state
	titles     *trie[office]
	titleWords map[int32]bool       // those that titles are made of
	byGiven    map[string][]*listed // persons by given name, for misspelt families
	borne      map[string]bool      // sounds of family names of listed persons
	given      map[string]string    // sound of a given name to the one of its row
	gender     map[string]string    // the same to m or f
	spelt      map[string]bool      // given names as written, folded
	likeIt     map[string]string    // a long given name, or its sound, to the first one that sounds so; folded
	places     map[string]string
	adjectives map[string]bool // of states, of one word
	orgHeads   *trie[string]   // heads of names of organisations, to kinds
	speech     map[string]bool
	again      map[string]*repeat // words that stand for an organisation named before
	openers    map[string]bool    // words that begin sentences
	generic    map[string]bool    // words that say nothing of whose organisation it is
	profile    *stages.Profile
	holders    map[string][]*listed // COUNTRY/role, and /role of any country, to persons
	states     map[string]*state    // by country
}

// newLexicon is one without entries.
func newVocabulary(p *stages.Profile) *vocabulary {
	words, sounds := lexicon.Words{}, lexicon.Words{}
	l := &vocabulary{
		words: words, sounds: sounds,
		byID: map[string]*listed{}, names: newTrie[form](words), persons: newTrie[*listed](sounds), owners: newTrie[*state](words),
		stateName: newTrie[*state](words), heads: newTrie[*body](words), bodyByID: map[string]*body{}, kinds: map[string][]string{}, equals: map[string][]string{}, leaders: map[string][]leading{}, people: newTrie[people](words), regions: newTrie[*region](words), towns: newTrie[string](words), titles: newTrie[office](words), titleWords: map[int32]bool{},
		byGiven: map[string][]*listed{}, borne: map[string]bool{}, given: map[string]string{}, gender: map[string]string{}, spelt: map[string]bool{}, likeIt: map[string]string{},
		places: map[string]string{}, adjectives: map[string]bool{}, orgHeads: newTrie[string](words), speech: map[string]bool{}, generic: map[string]bool{}, openers: map[string]bool{}, again: map[string]*repeat{}, profile: p,
		holders: map[string][]*listed{}, states: map[string]*state{},
	}
	if l.profile == nil {
		l.profile = &stages.Profile{}
	}
	return l
}

// load reads the shipped lists and the user's.
func load(o Options) (*vocabulary, error) {
	l := newVocabulary(o.Profile)
	states, err := nations.Load()
	if err != nil {
		return nil, err
	}
	for _, n := range states {
		if err := l.state(n); err != nil {
			return nil, err
		}
	}
	for _, t := range []struct {
		file    string
		columns int
		take    func(row) error
	}{
		{"given.tsv", 3, l.givenRow},
		{"organisations.tsv", 6, l.actorRow},
		{"media.tsv", 6, l.actorRow},
		{"persons.tsv", 6, l.actorRow},
		{"bodies.tsv", 5, l.bodyRow},
		{"kinds.tsv", 2, func(r row) error { l.kinds[r[0]] = r.list(1); return nil }},
		{"equals.tsv", 2, func(r row) error { l.equals[r[0]] = r.list(1); return nil }},
		{"groups.tsv", 6, l.groupRow},
		{"regions.tsv", 3, l.regionRow},
		{"titles.tsv", 4, l.titleRow},
		{"places.tsv", 2, l.wordRow(l.places, "place", "capital", "agent", "after", "verb")},
		{"heads.tsv", 2, l.headRow},
		{"towns.tsv", 2, l.townRow},
		{"speech.tsv", 1, func(r row) error { l.speech[r[0]] = true; return nil }},
		{"again.tsv", 3, l.againRow},
		{"openers.tsv", 1, func(r row) error { l.openers[r[0]] = true; return nil }},
		{"generic.tsv", 1, func(r row) error { l.generic[r[0]] = true; return nil }},
	} {
		if err := shipped(t.file, t.columns, t.take); err != nil {
			return nil, err
		}
	}
	if o.File != "" {
		b, err := os.ReadFile(o.File)
		if err != nil {
			return nil, fmt.Errorf("actors: %w", err)
		}
		if err := parse(o.File, strings.TrimPrefix(string(b), "\ufeff"), 6, l.actorRow); err != nil { // some editors begin a file with a mark
			return nil, err
		}
	}
	return l, l.knowsAll(l.profile)
}

// knowsAll tells which actors and countries of a profile nobody knows.
func (l *vocabulary) knowsAll(p *stages.Profile) error {
	var all []error
	for _, who := range p.Who() {
		switch country := len(who) == 3 && strings.ToUpper(who) == who; {
		case country && l.states[who] == nil:
			all = append(all, fmt.Errorf("profile %s: there is no country %s; codes are those of ISO 3166-1 alpha-3", p.ID, who))
		case !country && l.byID[who] == nil:
			all = append(all, fmt.Errorf("profile %s: there is no actor %s; parley show actors has the ids of those in your articles, and --actors FILE adds others", p.ID, who))
		}
	}
	return errors.Join(all...)
}
