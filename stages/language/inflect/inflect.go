// Package inflect is what the program knows of the forms of English words: a
// Lemmatizer finds the lemma of a form, an Inflector all forms of a lemma.
//
// Both stand on one list of what no rule gives (irregular.tsv); all other forms
// come from the rules of English spelling.
package inflect

import (
	"embed"
	"fmt"
	"strings"

	"parley/stages"
	"parley/stages/language/lexicon"
)

// Files are the tables of words.
//
//go:embed *.tsv
var Files embed.FS

// Form is a set of forms of a verb, since one word is often several.
type Form uint8

// The forms.
const (
	Base       Form = 1 << iota // write
	Third                       // writes
	Past                        // wrote
	Participle                  // written; of regular verbs the same as the past
	Ing                         // writing
)

var formNames = map[string]Form{"third": Third, "past": Past, "part": Participle, "ing": Ing}

// Inflector gives the forms of a lemma. It is read-only.
type Inflector struct {
	verbs   map[string]*irregular // by lemma
	plurals map[string]string     // of nouns, by lemma
	doubled map[string]string     // always or also
}

// irregular is what the list has of a verb.
type irregular struct {
	words map[string]Form
	has   Form // the forms that words gives
	alt   bool // the regular past is in use beside it
}

// NewInflector fails only when a table is damaged.
func NewInflector() (*Inflector, error) {
	x := &Inflector{verbs: map[string]*irregular{}, plurals: map[string]string{}}
	var err error
	if x.doubled, err = lexicon.Pairs(Files, "inflect/doubled.tsv"); err != nil {
		return nil, err
	}
	return x, eachIrregular("irregular.tsv", func(form, lemma string, pos stages.UPOS, kinds string) error {
		switch {
		case kinds == "-":
			return nil
		case pos == stages.PosNoun && kinds == "plur":
			x.plurals[lemma] = form
			return nil
		case pos != stages.PosVerb:
			return fmt.Errorf("%q is no form of such a word", kinds)
		}
		v := x.verbs[lemma]
		if v == nil {
			v = &irregular{words: map[string]Form{}}
			x.verbs[lemma] = v
		}
		for kind := range strings.SplitSeq(kinds, "|") {
			f, ok := formNames[kind]
			if !ok && kind != "alt" {
				return fmt.Errorf("%q is no form of a verb", kind)
			}
			v.words[form] |= f
			v.has |= f
			v.alt = v.alt || kind == "alt"
		}
		return nil
	})
}

// eachIrregular reads a table of irregular forms, with a column of kinds or
// without.
func eachIrregular(name string, row func(form, lemma string, pos stages.UPOS, kinds string) error) error {
	columns := 4
	if name == learned {
		columns = 3
	}
	return lexicon.EachRow("inflect/"+name, lexicon.Text(Files, name), columns, 2, func(r []string) error {
		pos := stages.ParseUPOS(r[1])
		if pos == stages.NoUPOS || r[2] == "" {
			return fmt.Errorf("%q is no part of speech, or there is no lemma", r[1])
		}
		return row(r[0], r[2], pos, r[columns-1])
	})
}

// Verb is every word that is a form of the verb, with what it can be. Where two
// spellings are in use ("travelled", "traveled"), it has both.
func (x *Inflector) Verb(lemma string) map[string]Form {
	v := x.verbs[lemma]
	if v == nil {
		v = &irregular{}
	}
	m := map[string]Form{lemma: Base}
	for w, f := range v.words {
		m[w] |= f
	}
	if v.has&Third == 0 {
		m[sForm(lemma)] |= Third
	}
	var regular Form
	if v.has&Past == 0 || v.alt {
		regular |= Past
	}
	if v.has&(Past|Participle) == 0 || v.alt {
		regular |= Participle
	}
	for _, stem := range x.stems(lemma) {
		if v.has&Ing == 0 {
			m[beforeIng(stem)+"ing"] |= Ing
		}
		if regular != 0 {
			m[beforeEd(stem)+"ed"] |= regular
		}
	}
	return m
}

// stems are what the endings -ed and -ing are put to.
func (x *Inflector) stems(lemma string) []string {
	twice := lemma + lemma[len(lemma)-1:]
	switch {
	case x.doubled[lemma] == "always", doubles(lemma):
		return []string{twice}
	case x.doubled[lemma] == "also":
		return []string{twice, lemma}
	}
	return []string{lemma}
}

func beforeIng(stem string) string {
	switch {
	case strings.HasSuffix(stem, "ie"):
		return stem[:len(stem)-2] + "y"
	case strings.HasSuffix(stem, "ee"), strings.HasSuffix(stem, "oe"), strings.HasSuffix(stem, "ye"), len(stem) < 3:
		return stem
	}
	return strings.TrimSuffix(stem, "e")
}

func beforeEd(stem string) string {
	if n := len(stem); n > 1 && stem[n-1] == 'y' && !vowelAt(stem, n-2) {
		return stem[:n-1] + "i"
	}
	return strings.TrimSuffix(stem, "e")
}

// noMen are words in -man that no man is in.
var noMen = map[string]bool{"brahman": true, "caiman": true, "german": true, "human": true, "norman": true, "ottoman": true, "roman": true, "shaman": true, "talisman": true}

// Plural is the plural of a noun, or of a phrase that ends in one.
func (x *Inflector) Plural(noun string) string {
	last := noun[strings.LastIndexAny(noun, " -")+1:]
	if p, ok := x.plurals[last]; ok {
		return noun[:len(noun)-len(last)] + p
	}
	if stem, ok := strings.CutSuffix(noun, "man"); ok && !noMen[strings.ToLower(last)] {
		return stem + "men"
	}
	if strings.HasSuffix(noun, "o") {
		return noun + "s" // those in -oes are in the list
	}
	return sForm(noun)
}

// sForm is the form in -s of a noun or a verb.
func sForm(w string) string {
	n := len(w)
	switch {
	case n > 1 && w[n-1] == 'y' && !vowelAt(w, n-2):
		return w[:n-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "z"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"),
		n > 1 && w[n-1] == 'o' && !vowelAt(w, n-2):
		return w + "es"
	}
	return w + "s"
}

// doubles reports whether a verb of one syllable ends in one vowel and one
// consonant, which is then written twice before -ed and -ing: ban, banned.
func doubles(w string) bool {
	n := len(w)
	if n < 3 || vowelAt(w, n-1) || !vowelAt(w, n-2) || vowelAt(w, n-3) || strings.ContainsRune("wxy", rune(w[n-1])) {
		return false
	}
	return groups(w) == 1
}

// vowelAt reports whether the letter at i is a vowel; the u of "qu" is none.
func vowelAt(w string, i int) bool {
	return i >= 0 && vowel(w[i]) && (w[i] != 'u' || i == 0 || w[i-1] != 'q')
}
