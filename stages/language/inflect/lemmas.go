package inflect

import (
	"strings"

	"parley/stages"
	"parley/stages/language/lexicon"
)

// Lemmatizer finds the lemma of a word from its form and its tags. In goes a
// lower-case form with its parts of speech, out comes the lemma, lower case.
// Irregular forms come from tables, all others from the rules of spelling, with
// lists of verbs and adjectives to choose between hope and hop. The tables
// verbs.tsv, adjectives.tsv and lemmas.tsv are made by scripts/train from the
// training parts of the treebanks that package annotate names; the others are
// written by hand.
//
// A Lemmatizer is read-only. The strings it returns are
// parts of what it is given or of the tables, wherever they can be.
type Lemmatizer struct {
	known      map[string]string // every string of the tables, to share
	irregular  map[key]string    // what no rule gives
	verbs      map[string]bool
	adjectives map[string]bool // base forms, for those in -er and -est
}

// key is a form with its part of speech.
type key struct {
	form string
	pos  stages.UPOS
}

// learned is the table that scripts/train makes; it has no kinds of form.
const learned = "lemmas.tsv"

// NewLemmatizer returns a lemmatizer with all tables.
func NewLemmatizer() (*Lemmatizer, error) { return load("irregular.tsv", learned) }

// NewRules returns one without lemmas.tsv, which is made by its help.
func NewRules() (*Lemmatizer, error) { return load("irregular.tsv") }

func load(irregular ...string) (*Lemmatizer, error) {
	l := &Lemmatizer{known: map[string]string{}, irregular: map[key]string{}, verbs: map[string]bool{}}
	for _, file := range irregular {
		err := eachIrregular(file, func(form, lemma string, pos stages.UPOS, _ string) error {
			l.irregular[key{form, pos}] = lemma
			l.known[form], l.known[lemma] = form, lemma
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	for _, file := range [2]string{"verbs.tsv", "verbs-news.tsv"} {
		verbs, err := lexicon.Set(Files, "inflect/"+file)
		if err != nil {
			return nil, err
		}
		for v := range verbs {
			l.verbs[v], l.known[v] = true, v
		}
	}
	var err error
	if l.adjectives, err = lexicon.Set(Files, "inflect/adjectives.tsv"); err != nil {
		return nil, err
	}
	for v := range l.adjectives {
		l.known[v] = v
	}
	return l, nil
}

// Irregular reports whether a table has the form.
func (l *Lemmatizer) Irregular(w string, pos stages.UPOS) bool {
	_, ok := l.irregular[key{w, pos}]
	return ok
}

// Share returns the string of b, without allocation where the tables have it.
func (l *Lemmatizer) Share(b []byte) string {
	if s, ok := l.known[string(b)]; ok {
		return s
	}
	return string(b)
}

// Lemma is the lemma of a lower-case form with its tags.
func (l *Lemmatizer) Lemma(w string, pos stages.UPOS, tag stages.XPOS) string {
	if m, ok := l.irregular[key{w, pos}]; ok {
		return m
	}
	switch pos {
	case stages.PosVerb, stages.PosAux:
		switch tag {
		case stages.TagVBZ:
			return l.singular(w)
		case stages.TagVBD, stages.TagVBN:
			return l.past(w)
		case stages.TagVBG:
			if strings.HasSuffix(w, "ing") && len(w) > 4 {
				return l.verbStem(w, w[:len(w)-3])
			}
		}
	case stages.PosNoun, stages.PosPropn:
		if tag == stages.TagNNS || tag == stages.TagNNPS {
			return l.noun(w)
		}
	case stages.PosAdj, stages.PosAdv:
		switch tag {
		case stages.TagJJR, stages.TagRBR:
			return l.degree(w, "er")
		case stages.TagJJS, stages.TagRBS:
			return l.degree(w, "est")
		}
	}
	return w
}

// past is the lemma of a past tense or participle.
func (l *Lemmatizer) past(w string) string {
	switch {
	case len(w) < 4:
		return w
	case strings.HasSuffix(w, "ied") && len(w) > 4:
		return l.withY(w[:len(w)-3])
	case strings.HasSuffix(w, "ed"):
		return l.verbStem(w, w[:len(w)-2])
	}
	return w
}

// degree is the adjective or adverb of which end is the comparative or
// superlative ending.
func (l *Lemmatizer) degree(w, end string) string {
	stem, ok := strings.CutSuffix(w, end)
	n := len(stem)
	if !ok || n < 2 {
		return w
	}
	var buf [64]byte
	switch {
	case stem[n-1] == 'i':
		return l.withY(stem[:n-1])
	case l.adjectives[string(append(append(buf[:0], stem...), 'e'))]:
		return l.Share(append(append(buf[:0], stem...), 'e'))
	case l.adjectives[stem]:
		return stem
	case n > 2 && stem[n-1] == stem[n-2] && stem[n-1] != 'l' && stem[n-1] != 's':
		return stem[:n-1]
	case strings.IndexByte("cgsvz", stem[n-1]) >= 0 && stem[n-2] != stem[n-1]:
		return l.Share(append(append(buf[:0], stem...), 'e'))
	}
	return stem
}

// noun is the lemma of a plural.
func (l *Lemmatizer) noun(w string) string {
	n := len(w)
	switch {
	case strings.HasSuffix(w, "men") && n > 5: // policemen
		return w[:n-2] + "an"
	case strings.HasSuffix(w, "children"):
		return w[:n-3]
	case strings.HasSuffix(w, "uses") && n > 5 && w[n-5] != 'o' && w[n-5] != 'a': // campuses, but spouses, clauses
		return w[:n-2]
	}
	return l.singular(w)
}

// singular takes the -s off a noun or verb.
func (l *Lemmatizer) singular(w string) string {
	n := len(w)
	switch {
	case n < 3 || w[n-1] != 's', strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"), w[n-2] == '\'':
		return w
	case strings.HasSuffix(w, "ies") && n > 4:
		return l.withY(w[:n-3])
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"), strings.HasSuffix(w, "tzes"), strings.HasSuffix(w, "oes"):
		return w[:n-2]
	}
	return w[:n-1]
}

func (l *Lemmatizer) withY(stem string) string {
	var buf [64]byte
	return l.Share(append(append(buf[:0], stem...), 'y'))
}
