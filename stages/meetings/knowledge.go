package meetings

import (
	"embed"
	"fmt"
	"strconv"

	"parley/stages"
	"parley/stages/language/lexicon"
	"parley/stages/language/nations"
)

//go:embed *.tsv
var lists embed.FS

// knowledge is all that the stage knows of words, places and conflicts, and what
// it has learned. It is read-only once built.
type knowledge struct {
	profile *stages.Profile            // the zero Profile for none
	words   map[string]map[string]bool // class to lower-case words
	towns   map[string]string          // capitals, seats of power and venues, as written, to their countries
	states  map[string]string          // names of states, as written, to their codes
	models  map[string]model
}

func newKnowledge(p *stages.Profile) (*knowledge, error) {
	if p == nil {
		p = &stages.Profile{}
	}
	k := &knowledge{profile: p, words: map[string]map[string]bool{}, states: map[string]string{}, models: map[string]model{}}
	for _, load := range []func() error{k.loadWords, k.loadWeights, k.loadPlaces} {
		if err := load(); err != nil {
			return nil, err
		}
	}
	return k, nil
}

func (k *knowledge) loadWords() error {
	return lexicon.EachRow("meetings/words.tsv", lexicon.Text(lists, "words.tsv"), 2, 2, func(r []string) error {
		if k.words[r[0]] == nil {
			k.words[r[0]] = map[string]bool{}
		}
		k.words[r[0]][r[1]] = true
		return nil
	})
}

func (k *knowledge) loadWeights() error {
	return lexicon.EachRow("meetings/weights.tsv", lexicon.Text(lists, "weights.tsv"), 3, 2, func(r []string) error {
		w, err := strconv.ParseFloat(r[2], 64)
		if err != nil {
			return fmt.Errorf("weight %q is no number", r[2])
		}
		if k.models[r[0]] == nil {
			k.models[r[0]] = model{}
		}
		k.models[r[0]][r[1]] = w
		return nil
	})
}

func (k *knowledge) loadPlaces() error {
	all, err := nations.Load()
	if err != nil {
		return err
	}
	towns, err := nations.Towns()
	if err != nil {
		return err
	}
	k.towns = towns
	for _, n := range all {
		for _, s := range append(append([]nations.Seat{}, n.Capitals...), n.Seats...) {
			k.towns[s.Name] = n.ISO3
		}
		for _, name := range append([]string{n.Name}, n.Others...) {
			k.states[name] = n.ISO3
		}
	}
	for _, v := range k.profile.Venues {
		k.towns[v.Place] = v.Country
	}
	return nil
}
