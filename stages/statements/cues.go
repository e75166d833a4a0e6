package statements

import (
	"fmt"
	"strconv"
	"strings"

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
type form uint8

const (
	formBase  form = 1 << iota // say
	formThird                  // says
	formPast                   // said
	formPart                   // written; of regular verbs the same as the past
	formIng                    // saying
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
	err := lexicon.EachRow(name, data, 6, 2, func(f []string) error {
		c := &cue{verb: f[0]}
		if f[1] != "-" {
			c.particle = strings.Split(f[1], " ")
		}
		for _, s := range strings.Split(f[4], ",") {
			fr, ok := frameNames[s]
			if !ok && s != "-" {
				return fmt.Errorf("unknown frame %q", s)
			}
			c.frames |= fr
		}
		var err error
		if c.weight, err = strconv.ParseFloat(f[5], 64); err != nil || c.weight <= 0 || c.weight > 1 {
			return fmt.Errorf("weight %q is no number above 0 and at most 1", f[5])
		}
		add(c.verb, c, formBase)
		add(thirdPerson(c.verb), c, formThird)
		past, part, _ := strings.Cut(f[2], "/")
		if past == "-" {
			past = suffixed(c.verb, "ed")
		}
		if part == "" {
			part = past
		}
		add(past, c, formPast)
		add(part, c, formPart)
		ing := f[3]
		if ing == "-" {
			ing = suffixed(c.verb, "ing")
		}
		add(ing, c, formIng)
		return nil
	})
	return out, err
}

func thirdPerson(verb string) string {
	switch n := len(verb); {
	case verb[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(verb[n-2])):
		return verb[:n-1] + "ies"
	case verb[n-1] == 's' || verb[n-1] == 'o' || strings.HasSuffix(verb, "sh") || strings.HasSuffix(verb, "ch"):
		return verb + "es"
	}
	return verb + "s"
}

func suffixed(verb, suffix string) string {
	if strings.HasSuffix(verb, "e") {
		return verb[:len(verb)-1] + suffix
	}
	return verb + suffix
}
