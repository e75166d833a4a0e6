package statements

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parley/stages/language/inflect"
	"parley/stages/language/lexicon"
)

// frame is a set of what may follow a reporting verb.
type frame uint16

const (
	frameQuote  frame = 1 << iota // a quotation
	frameClause                   // a clause with or without "that"
	frameThat                     // a clause with "that"
	frameNP                       // a noun phrase is what was said
	frameTo                       // an infinitive
	frameWh                       // how, why, whether ...
	framePrep                     // of, about, against ... and what it governs
	frameAddr                     // somebody addressed may stand between
	frameOf                       // accuse X of ...
	frameFor                      // blame X for ...
	framePred                     // call X something
	frameNoun                     // some forms are as often a noun
	frameMark                     // a quotation to the right needs a comma or colon before it
)

var frameNames = map[string]frame{
	"quote": frameQuote, "clause": frameClause, "that": frameThat, "np": frameNP, "to": frameTo, "wh": frameWh,
	"prep": framePrep, "addr": frameAddr, "of": frameOf, "for": frameFor, "pred": framePred, "noun": frameNoun, "mark": frameMark,
}

// cue is one line of cues.tsv.
type cue struct {
	verb     string
	particle []string
	frames   frame
	weight   float64
}

// form says which forms of a verb a word can be.
type form = inflect.Form

const (
	formBase  = inflect.Base
	formThird = inflect.Third
	formPast  = inflect.Past
	formPart  = inflect.Participle
	formIng   = inflect.Ing
)

// cueForm is a reading of a word as a form of a cue; those with the longest
// particle come first.
type cueForm struct {
	*cue
	form form
}

// loadCues reads cues.tsv into a map from every form of every verb.
func loadCues(name, data string) (map[string][]cueForm, error) {
	out := map[string][]cueForm{}
	add := func(word string, c *cue, f form) {
		list := out[word]
		for i := range list {
			if list[i].cue == c {
				list[i].form |= f
				return
			}
		}
		i := 0
		for i < len(list) && len(list[i].particle) >= len(c.particle) {
			i++
		}
		list = append(list, cueForm{})
		copy(list[i+1:], list[i:])
		list[i] = cueForm{c, f}
		out[word] = list
	}
	verbs, err := inflect.NewInflector()
	if err != nil {
		return nil, err
	}
	err = lexicon.EachRow(name, data, 4, 2, func(f []string) error {
		c := &cue{verb: f[0]}
		if f[1] != "-" {
			c.particle = strings.Split(f[1], " ")
		}
		for _, s := range strings.Split(f[2], ",") {
			fr, ok := frameNames[s]
			if !ok && s != "-" {
				return fmt.Errorf("unknown frame %q", s)
			}
			c.frames |= fr
		}
		var err error
		if c.weight, err = strconv.ParseFloat(f[3], 64); err != nil || c.weight <= 0 || c.weight > 1 {
			return fmt.Errorf("weight %q is no number above 0 and at most 1", f[3])
		}
		for word, as := range verbs.Verb(c.verb) {
			add(word, c, as)
		}
		return nil
	})
	return out, err
}

//go:embed *.tsv
var lists embed.FS

// class is a set of closed word classes.
type class uint32

const (
	address class = 1 << iota
	adverb
	anyPerson
	be
	body
	clauseEnd
	comma
	conj
	dash
	det
	finite
	have
	human
	mediumNoun
	month // as language/times has it
	negation
	object
	occasion
	possessive
	prep
	pronoun
	relative
	speakerNoun
	speechNoun
	subordinator
	timeUnit
	verb
	weekday  // likewise
	worded   // lemmas of verbs that words can be the object of
	wordless // lemmas of verbs that a quotation behind them does not make verbs of speech
)

var classNames = map[string]class{
	"address": address, "adverb": adverb, "anyperson": anyPerson, "be": be, "body": body, "clauseend": clauseEnd, "comma": comma, "conj": conj, "dash": dash,
	"det": det, "finite": finite, "have": have, "human": human, "medium": mediumNoun, "negation": negation, "object": object, "occasion": occasion,
	"possessive": possessive, "prep": prep, "pronoun": pronoun, "relative": relative, "speakernoun": speakerNoun, "speechnoun": speechNoun,
	"subordinator": subordinator, "timeunit": timeUnit, "verb": verb, "worded": worded, "wordless": wordless,
}

// loadWords reads words.tsv.
func loadWords(name, data string) (map[string]class, error) {
	words := map[string]class{}
	err := lexicon.EachRow(name, data, 2, 1, func(f []string) error {
		c, ok := classNames[f[0]]
		if !ok {
			return fmt.Errorf("unknown class %q", f[0])
		}
		list := strings.Split(f[1], " ")
		if !slices.IsSorted(list) {
			return fmt.Errorf("the words of %s are not sorted", f[0])
		}
		for _, w := range list {
			if words[w]&c != 0 {
				return fmt.Errorf("%s has %q twice", f[0], w)
			}
			words[w] |= c
		}
		return nil
	})
	return words, err
}
