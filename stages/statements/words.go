package statements

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"parley/stages/language/lexicon"
)

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
