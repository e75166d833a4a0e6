package events

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"parley/stages"
	"parley/stages/language/inflect"
	"parley/stages/language/lexicon"
	"parley/stages/language/nations"
)

// class is the part of speech of a trigger.
type class uint8

const (
	verb class = iota
	noun
	adjective
)

// trigger is one line of triggers.tsv.
type trigger struct {
	class  class
	typ    string
	cameo  string
	quad   int32
	words  []lexicon.Step // those after the first
	source []string
	target []string
	flags  map[string]bool
	need   map[string]bool
	bar    map[string]bool
}

// entry is a trigger that a word can begin.
type entry struct {
	t    *trigger
	form inflect.Form
}

// quads gives the quad class of the types of PLOVER.
var quads = map[string]int32{
	"AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
	"COOPERATE": 2, "AID": 2, "RETREAT": 2,
	"REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "INVESTIGATE": 3,
	"PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}

var triggerFlags = set("mutual pair war dated person envoy need-source need-target need-object durative selfneg far broker first foe charge bare", " ")

// vocabulary is all that the stage knows of words. It is read-only once built.
type vocabulary struct {
	starts   map[string][]entry // lower-case word to the triggers that it begins
	words    map[string]map[string]bool
	demonyms map[string]string     // adjectives of states, to countries
	names    lexicon.Words         // in the names of places, as written
	places   *lexicon.Trie[string] // to countries, "" for none
	profile  *stages.Profile       // nil for none
	forms    *inflect.Inflector
	talk     talkWords
}

func newVocabulary(p *stages.Profile) (*vocabulary, error) {
	forms, err := inflect.NewInflector()
	if err != nil {
		return nil, err
	}
	l := &vocabulary{profile: p, forms: forms, starts: map[string][]entry{}, words: map[string]map[string]bool{}, names: lexicon.Words{}, places: lexicon.NewTrie[string]()}
	for _, load := range []func() error{l.loadWords, l.loadTriggers, l.loadNames, l.loadTalks} {
		if err := load(); err != nil {
			return nil, err
		}
	}
	return l, nil
}

func (l *vocabulary) loadWords() error {
	return lexicon.EachRow("events/words.tsv", lexicon.Text(lists, "words.tsv"), 2, 2, func(r []string) error {
		if l.words[r[0]] == nil {
			l.words[r[0]] = map[string]bool{}
		}
		l.words[r[0]][r[1]] = true
		if r[0] == "nounlike" {
			l.words[r[0]][l.forms.Plural(r[1])] = true
		}
		return nil
	})
}

func (l *vocabulary) loadNames() error {
	states, err := nations.Load()
	if err != nil {
		return err
	}
	l.demonyms = nations.Adjectives(states)
	return lexicon.EachRow("events/places.tsv", lexicon.Text(lists, "places.tsv"), 2, 1, func(r []string) error {
		var name []int32
		for w := range strings.FieldsSeq(r[0]) {
			name = append(name, l.names.Number(w))
		}
		l.places.Add(name, strings.Trim(r[1], "-"))
		return nil
	})
}

func (l *vocabulary) loadTriggers() error {
	return lexicon.EachRow("events/triggers.tsv", lexicon.Text(lists, "triggers.tsv"), 9, 2, l.add)
}

func (l *vocabulary) add(r []string) error {
	t := &trigger{typ: r[2], cameo: r[3], quad: quads[r[2]], source: list(r[4], "|"), target: list(r[5], "|"), flags: set(r[6], " "), need: set(r[7], "|"), bar: set(r[8], "|")}
	if t.quad == 0 {
		return fmt.Errorf("unknown type %q", r[2])
	}
	for f := range t.flags {
		if !triggerFlags[f] {
			return fmt.Errorf("unknown flag %q", f)
		}
	}
	steps, err := lexicon.Steps(r[0])
	if err != nil {
		return err
	}
	t.words = steps[1:]
	for i := range t.words {
		if w := t.words[i].Words; t.words[i].Gap && r[1] == "verb" { // "opened an inquiry", "opened two inquiries"
			for _, one := range slices.Collect(maps.Keys(w)) {
				w[l.forms.Plural(one)] = true
			}
		}
	}
	first, _, _ := strings.Cut(r[0], " ")
	switch r[1] {
	case "verb":
		t.class = verb
		l.startVerb(t, first)
	case "noun":
		t.class = noun
		l.startNoun(t, first)
	case "adj":
		t.class = adjective
		for w := range set(first, "/") {
			l.starts[w] = append(l.starts[w], entry{t, inflect.Base})
		}
	default:
		return fmt.Errorf("unknown class %q; known are verb, noun, adj", r[1])
	}
	return nil
}

// startVerb enters the verb in all forms; an auxiliary stands as it is.
func (l *vocabulary) startVerb(t *trigger, first string) {
	for _, w := range strings.Split(first, "/") {
		if l.auxiliary(w) && len(t.words) > 0 && t.flags["selfneg"] {
			l.starts[w] = append(l.starts[w], entry{t, inflect.Base})
			continue
		}
		for f, as := range l.forms.Verb(w) {
			l.starts[f] = append(l.starts[f], entry{t, as})
		}
	}
}

// startNoun enters a noun in singular and plural. Of a noun of several words
// the one before a preposition, or else the last, has the plural.
func (l *vocabulary) startNoun(t *trigger, first string) {
	head := -1 // the first word
	for i, s := range t.words {
		if anyOf(s.Words, l.words["prep"]) || s.Words["that"] {
			break
		}
		head = i
	}
	l.starts[first] = append(l.starts[first], entry{t, inflect.Base})
	if head < 0 {
		l.starts[l.forms.Plural(first)] = append(l.starts[l.forms.Plural(first)], entry{t, inflect.Base})
		return
	}
	w := t.words[head].Words
	for _, one := range slices.Collect(maps.Keys(w)) {
		w[l.forms.Plural(one)] = true
	}
}

// anyOf reports whether two sets have a word in common.
func anyOf(a, b map[string]bool) bool {
	for w := range a {
		if b[w] {
			return true
		}
	}
	return false
}

func (l *vocabulary) auxiliary(w string) bool {
	return w == "do" || l.words["future"][w] || l.words["modal"][w]
}
