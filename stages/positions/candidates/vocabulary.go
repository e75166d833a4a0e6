package candidates

import (
	"fmt"
	"slices"
	"strings"

	"parley/stages"
	"parley/stages/language/lexicon"
)

// Vocabulary finds the words of classes in a sentence.
type Vocabulary struct {
	classes []string
	by      map[string][]entry // by first word
}

type entry struct {
	rest  []string // the phrase's words behind the first
	class int
}

// Hit is a phrase of a class: the tokens From to To (half-open) of a sentence.
type Hit struct{ Class, From, To int }

// NewVocabulary is an empty one for the classes.
func NewVocabulary(classes []string) *Vocabulary {
	return &Vocabulary{classes: classes, by: map[string][]entry{}}
}

// Add enters a phrase, words in lower case separated by spaces, of a class. It
// fails when there is no such class or no word.
func (v *Vocabulary) Add(phrase, class string) error {
	c := slices.Index(v.classes, class)
	words := strings.Fields(phrase)
	if c < 0 || len(words) == 0 {
		return fmt.Errorf("%q for %q: known are %s", phrase, class, strings.Join(v.classes, ", "))
	}
	v.by[words[0]] = append(v.by[words[0]], entry{words[1:], c})
	return nil
}

// load adds the rows of an embedded list.
func (v *Vocabulary) load(name string) error {
	return lexicon.EachRow("candidates/"+name, lexicon.Text(lists, name), 2, 2, func(f []string) error {
		return v.Add(f[0], f[1])
	})
}

// Find yields the phrases in a sentence, from left to right.
func (v *Vocabulary) Find(tokens []stages.Token) (all []Hit) {
	for i := range tokens {
		t := &tokens[i]
		all = v.begun(all, tokens, i, t.Lower)
		if t.Lemma != t.Lower {
			all = v.begun(all, tokens, i, t.Lemma)
		}
	}
	return all
}

func (v *Vocabulary) begun(all []Hit, tokens []stages.Token, i int, word string) []Hit {
	for _, e := range v.by[word] {
		to := i + 1 + len(e.rest)
		if to <= len(tokens) && follows(tokens[i+1:to], e.rest) {
			all = append(all, Hit{e.class, i, to})
		}
	}
	return all
}

func follows(tokens []stages.Token, words []string) bool {
	for i, w := range words {
		if w != tokens[i].Lower && w != tokens[i].Lemma {
			return false
		}
	}
	return true
}
