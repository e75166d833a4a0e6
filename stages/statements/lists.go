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
	adverb class = 1 << iota
	anyBody
	anyPerson
	be
	body
	clauseEnd
	comma
	dash
	det
	finite
	have
	mediumNoun
	month // as language/times has it
	occasion
	possessive
	prep
	pronoun
	relative
	speakerNoun
	timeUnit
	unnamed
	verb
	weekday // likewise
)

var classNames = map[string]class{
	"adverb": adverb, "anybody": anyBody, "anyperson": anyPerson, "be": be, "body": body, "clauseend": clauseEnd, "comma": comma, "dash": dash,
	"det": det, "finite": finite, "have": have, "medium": mediumNoun, "occasion": occasion,
	"possessive": possessive, "prep": prep, "pronoun": pronoun, "relative": relative, "speakernoun": speakerNoun,
	"timeunit": timeUnit, "unnamed": unnamed, "verb": verb,
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
