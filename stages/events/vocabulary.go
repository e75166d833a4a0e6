package events

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parley/stages"
	"parley/stages/language/lexicon"
	"parley/stages/language/nations"
	"parley/stages/language/places"
)

//go:embed *.tsv
var lists embed.FS

// vocabulary is all that the stage knows of words and the world. It is read-only
// once built.
type vocabulary struct {
	types    map[string]kind
	words    map[string]map[string]bool // class to lower-case words
	demonyms map[string]string          // adjectives of states, to their ISO codes
	places   map[string][]place         // by first word
	cities   *places.Gazetteer
	profile  *stages.Profile // nil for none
	talk     talkWords
	weights  map[string]weights // by model
	least    float64            // confidence
	trace    func(Choice)       // nil for none
}

// kind is a line of types.tsv.
type kind struct {
	cameo string
	quad  int32
}

// place is a place and its words, as written.
type place struct {
	words   []string
	country string // whose it is and which it stands for, "" for none
}

func newVocabulary(p *stages.Profile) (*vocabulary, error) {
	v := &vocabulary{profile: p, types: map[string]kind{}, words: map[string]map[string]bool{}, places: map[string][]place{}}
	for _, load := range []func() error{v.loadTypes, v.loadWords, v.loadNames, v.loadTalks, v.loadWeights} {
		if err := load(); err != nil {
			return nil, err
		}
	}
	return v, nil
}

func each(name string, columns, key int, row func([]string) error) error {
	return lexicon.EachRow("events/"+name, lexicon.Text(lists, name), columns, key, row)
}

func (v *vocabulary) loadTypes() error {
	return each("types.tsv", 3, 1, func(r []string) error {
		quad, err := strconv.Atoi(r[2])
		if err != nil || quad < 1 || quad > 4 {
			return fmt.Errorf("quad class %q is none of 1 to 4", r[2])
		}
		v.types[r[0]] = kind{cameo: r[1], quad: int32(quad)}
		return nil
	})
}

func (v *vocabulary) loadWords() error {
	return each("words.tsv", 2, 2, func(r []string) error {
		if v.words[r[0]] == nil {
			v.words[r[0]] = map[string]bool{}
		}
		v.words[r[0]][r[1]] = true
		return nil
	})
}

func (v *vocabulary) loadNames() error {
	states, err := nations.Load()
	if err != nil {
		return err
	}
	v.demonyms = nations.Adjectives(states)
	towns, err := nations.Towns()
	for name, country := range towns {
		w := strings.Fields(name)
		v.places[w[0]] = append(v.places[w[0]], place{words: w, country: country})
	}
	for _, list := range v.places {
		slices.SortFunc(list, func(a, b place) int { return strings.Compare(strings.Join(a.words, " "), strings.Join(b.words, " ")) })
	}
	if err != nil {
		return err
	}
	v.cities, err = places.Load()
	return err
}
