package lexicon

import (
	"embed"
	"strings"
)

// SpellingFiles is the list of spellings, for the Data of stages that use it.
//
//go:embed spellings.tsv
var SpellingFiles embed.FS

// Spellings maps names of places to the standard one.
type Spellings map[string]string

// LoadSpellings reads the list; it fails only when that is damaged.
func LoadSpellings() (Spellings, error) {
	return Pairs(SpellingFiles, "lexicon/spellings.tsv")
}

// Standard is the standard name of a place, as far as the list knows it.
func (s Spellings) Standard(name string) string {
	if standard, ok := s[name]; ok {
		return standard
	}
	return name
}

// Bare is Standard without the words that some writers put around a name:
// "the Brest region" is Brest.
func (s Spellings) Bare(name string) string {
	name = strings.TrimPrefix(name, "the ")
	name = strings.TrimPrefix(name, "city of ")
	for _, kind := range []string{" region", " oblast", " province", " district", " city"} {
		name = strings.TrimSuffix(name, kind)
	}
	return s.Standard(name)
}
