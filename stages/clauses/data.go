package clauses

import (
	"embed"
	"fmt"
	"strings"

	"parley/stages"
	"parley/stages/language/lexicon"
	"parley/stages/language/nations"
)

//go:embed *.tsv
var lists embed.FS

// nominalisation is a line of nominalisations.tsv.
type nominalisation struct {
	verb         string
	ofPatient    bool // "of" leads to the patient, not to the agent
	ownerSuffers bool // the possessor is the patient where there is no "of"
	mutual       bool
	targets      map[string]bool
}

// frame is the form in which a word governs an act.
type frame uint8

const (
	that frame = iota
	to
	ing
	noun
	subj
	frames
)

var frameNames = map[string]frame{"that": that, "to": to, "ing": ing, "noun": noun, "subj": subj}

// outcome is what a word makes of what it governs: a value of Factuality or one
// of those below.
type outcome uint8

const (
	asIs     outcome = 100 + iota // what that is by itself
	said                          // the same, and it is speech
	governor                      // what the governing word is
	refused                       // denied, but what was said and is refused was said
)

// embedding is what a word makes of an act in one frame.
type embedding struct {
	known             bool
	affirmed, negated outcome
	object            bool // the object of the word does what it governs
	impersonal        bool // nobody who is named does
}

// part is the part of speech of a governing word, as embedding.tsv has it.
type part uint8

const (
	verb part = iota
	nominal
	adjective
	modifier
	parts
)

var partNames = map[string]part{"verb": verb, "noun": nominal, "adj": adjective, "modifier": modifier}

// vocabulary holds the lists; it is read-only once built.
type vocabulary struct {
	nouns   map[string]*nominalisation
	embeds  [parts]map[string]*[frames]embedding
	classes map[string]map[string]bool
	states  map[string]string // adjectives of states, lower case
}

func newVocabulary() (*vocabulary, error) {
	v := &vocabulary{nouns: map[string]*nominalisation{}, classes: map[string]map[string]bool{}}
	for i := range v.embeds {
		v.embeds[i] = map[string]*[frames]embedding{}
	}
	for _, load := range [...]struct {
		file         string
		columns, key int
		row          func([]string) error
	}{
		{"nominalisations.tsv", 6, 1, v.addNoun},
		{"embedding.tsv", 6, 3, v.addEmbedding},
		{"words.tsv", 2, 2, v.addWord},
	} {
		if err := lexicon.EachRow("clauses/"+load.file, lexicon.Text(lists, load.file), load.columns, load.key, load.row); err != nil {
			return nil, err
		}
	}
	all, err := nations.Load()
	v.states = nations.Adjectives(all)
	return v, err
}

func (v *vocabulary) addWord(r []string) error {
	if v.classes[r[0]] == nil {
		v.classes[r[0]] = map[string]bool{}
	}
	v.classes[r[0]][r[1]] = true
	return nil
}

func (v *vocabulary) addNoun(r []string) error {
	n := &nominalisation{verb: r[1], targets: map[string]bool{}}
	for i, role := range []string{r[2], r[3]} {
		if role != "agent" && role != "patient" {
			return fmt.Errorf("unknown role %q; known are agent, patient", r[2+i])
		}
	}
	n.ofPatient, n.ownerSuffers = r[2] == "patient", r[3] == "patient"
	for p := range strings.SplitSeq(r[4], "|") {
		n.targets[p] = true
	}
	switch r[5] {
	case "mutual":
		n.mutual = true
	case "-":
	default:
		return fmt.Errorf("unknown flag %q; known is mutual", r[5])
	}
	v.nouns[r[0]] = n
	return nil
}

func (v *vocabulary) addEmbedding(r []string) error {
	p, ok := partNames[r[1]]
	f, known := frameNames[r[2]]
	if !ok || !known {
		return fmt.Errorf("unknown pos %q or frame %q", r[1], r[2])
	}
	e := embedding{known: true}
	for i, at := range []*outcome{&e.affirmed, &e.negated} {
		if *at, ok = parseOutcome(r[3+i]); !ok {
			return fmt.Errorf("unknown value %q", r[3+i])
		}
	}
	switch r[5] {
	case "object":
		e.object = true
	case "impersonal":
		e.impersonal = true
	case "-":
	default:
		return fmt.Errorf("unknown control %q; known are object, impersonal", r[5])
	}
	if v.embeds[p][r[0]] == nil {
		v.embeds[p][r[0]] = &[frames]embedding{}
	}
	v.embeds[p][r[0]][f] = e
	return nil
}

func parseOutcome(s string) (outcome, bool) {
	switch s {
	case "own":
		return asIs, true
	case "said":
		return said, true
	case "governor":
		return governor, true
	case "refused":
		return refused, true
	}
	f, ok := stages.ParseFactuality(s)
	return outcome(f), ok
}

// embedding is what a word makes of an act in a frame.
func (v *vocabulary) embedding(p part, word string, f frame) (e embedding) {
	if all := v.embeds[p][word]; all != nil {
		e = all[f]
	}
	return e
}
