package figures

import (
	"embed"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"parley/schemas"
	"parley/stages/language/inflect"
	"parley/stages/language/lexicon"
	"parley/stages/language/nations"
)

//go:embed *.tsv
var lists embed.FS

type numeral struct {
	class string
	value float64
}

type unit struct{ name, class string }

type currency struct{ code, class string }

type noun struct {
	name       string // its form in the list
	unit, kind string
	plural     bool // the form can only be counted in the plural
}

type cue struct{ side, kind string }

// vocabulary is what the stage knows; it is read once and then only looked at.
type vocabulary struct {
	numerals   map[string]numeral
	units      phrases[unit]
	glued      map[string]unit
	currencies phrases[currency]
	nouns      phrases[noun]
	cues       phrases[cue]
	hedges     phrases[string] // before the number
	tails      phrases[string] // after it
	labels     map[string]string
	function   map[string]bool
	frames     phrases[string] // words that make a figure projected or hypothetical
	groups     map[string]string
	nations    phrases[string] // countries
	forms      *inflect.Inflector
	owners     phrases[string] // loss or force
	bases      phrases[string]
	sources    phrases[string] // words beside an actor who claims a figure, to where the actor stands
}

func newVocabulary() (*vocabulary, error) {
	forms, err := inflect.NewInflector()
	if err != nil {
		return nil, err
	}
	words := lexicon.Words{}
	l := &vocabulary{
		forms:    forms,
		numerals: map[string]numeral{}, glued: map[string]unit{}, labels: map[string]string{}, function: map[string]bool{},
		units: newPhrases[unit](words), currencies: newPhrases[currency](words), nouns: newPhrases[noun](words), cues: newPhrases[cue](words),
		hedges: newPhrases[string](words), tails: newPhrases[string](words), frames: newPhrases[string](words),
		groups: map[string]string{}, nations: newPhrases[string](words), owners: newPhrases[string](words), bases: newPhrases[string](words), sources: newPhrases[string](words),
	}
	kinds, modifiers := allowed("kind"), allowed("modifier")
	for _, f := range []struct {
		name    string
		columns int
		row     func(f []string) error
	}{
		{"numbers.tsv", 3, func(f []string) error {
			v, err := strconv.ParseFloat(f[2], 64)
			l.numerals[f[0]] = numeral{f[1], v}
			return err
		}},
		{"units.tsv", 3, func(f []string) error { l.units.add(f[0], unit{f[1], f[2]}); return nil }},
		{"glued.tsv", 3, func(f []string) error { l.glued[f[0]] = unit{f[1], f[2]}; return nil }},
		{"currencies.tsv", 3, func(f []string) error {
			l.currencies.add(f[0], currency{f[1], f[2]})
			return among(f[2], "sign", "code", "word")
		}},
		{"nouns.tsv", 3, func(f []string) error {
			l.addNoun(f[0], f[1], f[2])
			return among(f[2], kinds...)
		}},
		{"kinds.tsv", 3, func(f []string) error {
			l.cues.add(f[0], cue{f[1], f[2]})
			if err := among(f[1], "before", "after", "both"); err != nil {
				return err
			}
			return among(f[2], kinds...)
		}},
		{"hedges.tsv", 2, func(f []string) error {
			side, words, _ := strings.Cut(f[0], " ")
			if side == "before" {
				l.hedges.add(words, f[1])
			} else {
				l.tails.add(words, f[1])
			}
			if err := among(side, "before", "after"); err != nil {
				return err
			}
			return among(f[1], modifiers...)
		}},
		{"labels.tsv", 2, func(f []string) error {
			l.labels[f[0]] = f[1]
			return among(f[1], "label", "label-dot", "street", "oldthing", "talks", "extent")
		}},
		{"function.tsv", 1, func(f []string) error { l.function[f[0]] = true; return nil }},
		{"certainty.tsv", 2, func(f []string) error {
			l.frames.add(f[0], f[1])
			return among(f[1], "projected", "hypothetical")
		}},
		{"groups.tsv", 2, func(f []string) error { l.groups[f[0]] = f[1]; return nil }},
		{"owners.tsv", 2, func(f []string) error { l.owners.add(f[0], f[1]); return among(f[1], "loss", "force") }},
		{"basis.tsv", 2, func(f []string) error {
			l.bases.add(f[0], f[1])
			return among(f[1], "cumulative", "incident", "rate")
		}},
		{"sources.tsv", 2, func(f []string) error {
			l.sources.add(f[0], f[1])
			return among(f[1], "before", "after", "tail")
		}},
	} {
		b, err := lists.ReadFile(f.name)
		if err != nil {
			return nil, err
		}
		if err := lexicon.EachRow("figures/"+f.name, string(b), f.columns, 1, f.row); err != nil {
			return nil, err
		}
	}
	return l, l.loadNations()
}

// loadNations enters the words that say of what state people and things are:
// names, adjectives and peoples; of capitals and seats of power, those that
// stand for their government most often.
func (l *vocabulary) loadNations() error {
	all, err := nations.Load()
	if err != nil {
		return err
	}
	for _, n := range all {
		if n.ISO3 == "" {
			continue
		}
		names := slices.Concat([]string{n.Name}, n.Others, n.Adjectives, n.People)
		for _, s := range slices.Concat(n.Capitals, n.Seats) {
			if s.Common {
				names = append(names, s.Name)
			}
		}
		for _, name := range names {
			l.nations.add(strings.ToLower(name), n.ISO3)
		}
	}
	return nil
}

// allowed is the closed list of a column of figures.
func allowed(column string) []string {
	for _, c := range schemas.Of[schemas.Figure]().Columns {
		if c.Name == column {
			return c.Enum
		}
	}
	panic("figures: the table has no column " + column)
}

func among(s string, list ...string) error {
	if !slices.Contains(list, s) {
		return fmt.Errorf("%q is none of %s", s, strings.Join(list, ", "))
	}
	return nil
}

// addNoun adds a noun in both numbers. A line of its own for an irregular
// plural wins over what the rule would make.
func (l *vocabulary) addNoun(form, unit, kind string) {
	l.nouns.add(form, noun{form, unit, kind, plural(form)})
	if plural(form) {
		return
	}
	if s := l.forms.Plural(form); !l.nouns.has(s) {
		l.nouns.add(s, noun{form, unit, kind, true})
	}
}

// pluralWords are plurals that do not end in s, and words that are counted as
// they are.
var pluralWords = []string{"people", "men", "women", "children", "personnel", "police", "aircraft", "dead", "wounded", "injured", "forces", "prisoners of war"}

// plural reports whether a word or phrase looks like a plural.
func plural(s string) bool {
	if i := strings.LastIndexByte(s, ' '); i >= 0 && !slices.Contains(pluralWords, s) {
		s = s[i+1:]
	}
	if slices.Contains(pluralWords, s) || len(s) > 4 && (strings.HasSuffix(s, "men") || strings.HasSuffix(s, "children")) {
		return true
	}
	if len(s) < 4 || s[len(s)-1] != 's' {
		return false
	}
	switch s[len(s)-2] {
	case 's', 'u', 'i', '\'':
		return false
	}
	return true
}
