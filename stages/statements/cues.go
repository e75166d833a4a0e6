package statements

import (
	"fmt"
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
