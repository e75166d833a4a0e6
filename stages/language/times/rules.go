package times

import (
	"fmt"
	"strconv"
	"strings"

	"parley/stages/language/lexicon"
)

// rule is a line of time-rules.tsv.
type rule struct {
	name    string
	pattern []element
	value   value
	example string
	reading string
	first   class // the classes that it can begin with
}

// element is a place of a pattern: one of the words, or a token of one of the
// classes.
type element struct {
	words    []string
	class    class
	optional bool
	capital  bool
	look     int8 // -1 is looked at before the expression, 1 behind it, and neither is part of it
}

// value is what a rule makes of what it matched.
type value struct {
	kind   Kind
	anchor Anchor
	ref    int8
	count  int
	number int8 // sign with which the number of the words counts; 0 for none
	shift  bool // the words' last, this or next counts
	unit   Precision
	of     Precision // the stretch that it counts, where that is longer than unit: Monday last week
}

// readRules reads the patterns. Of two that match the same number of words at a
// place the one that stands first counts.
func (t *table) readRules(name, text string) error {
	return lexicon.EachRow(name, text, 5, 1, func(c []string) error {
		r := rule{name: c[0], example: c[3], reading: c[4]}
		var err error
		if r.value, err = parseValue(c[2]); err != nil {
			return err
		}
		for _, f := range strings.Split(c[1], " ") {
			e, err := parseElement(f)
			if err != nil {
				return err
			}
			r.pattern = append(r.pattern, e)
		}
		t.index(len(t.rules), &r)
		t.rules = append(t.rules, r)
		return nil
	})
}

// index enters a rule under what it can begin with.
func (t *table) index(n int, r *rule) {
	least := 0 // tokens that it takes
	for _, e := range r.pattern {
		if e.look == 0 && !e.optional {
			least++
		}
	}
	begins := true
	for _, e := range r.pattern {
		if e.look != 0 {
			continue
		}
		for _, w := range e.words {
			kind := isLiteral
			if begins {
				t.starts[w] = append(t.starts[w], n)
				if kind |= isFirst; least == 1 && !e.optional {
					kind |= isAlone
				}
			}
			x := t.words[w]
			x.class |= kind
			t.words[w] = x
		}
		t.goesOn |= e.class &^ isName // no rule has a name second
		if begins {
			if r.first |= e.class; least == 1 && !e.optional {
				t.alone |= e.class
			}
		}
		begins = begins && e.optional
	}
	if r.first != 0 {
		t.byClass = append(t.byClass, n)
		t.first |= r.first
	}
}

// parseElement reads "word|word", "CLASS", "^word" for one in capitals, "<" and
// ">" for what stands before and behind, with "?" for what may be missing.
func parseElement(s string) (element, error) {
	e := element{}
	switch {
	case strings.HasPrefix(s, "<"):
		e.look, s = -1, s[1:]
	case strings.HasPrefix(s, ">"):
		e.look, s = 1, s[1:]
	}
	if len(s) > 1 {
		s, e.optional = strings.CutSuffix(s, "?")
	}
	s, e.capital = strings.CutPrefix(s, "^")
	for _, w := range strings.Split(s, "|") {
		k := classNames[w]
		switch {
		case k != 0:
			e.class |= k
		case w == "" || w != strings.ToLower(w):
			return e, fmt.Errorf("%q is neither a class nor a word in lower case", w)
		default:
			e.words = append(e.words, w)
		}
	}
	if e.look != 0 && e.optional {
		return e, fmt.Errorf("%q is looked at and may be missing: leave it out", s)
	}
	return e, nil
}

// parseValue reads the third column of time-rules.tsv, whose comment says what it
// may hold.
func parseValue(s string) (v value, err error) {
	f := strings.Split(s, " ")
	v.kind = Date
	switch f[0] {
	case "none", "time", "duration", "set":
		v.kind = map[string]Kind{"none": None, "time": Time, "duration": Duration, "set": Set}[f[0]]
	case "past", "present", "future":
		v.ref = map[string]int8{"past": -1, "present": 0, "future": 1}[f[0]]
	case "calendar", "publication", "narrative", "outset":
		v.anchor = map[string]Anchor{"calendar": Calendar, "publication": Publication, "narrative": Narrative, "outset": Outset}[f[0]]
	default:
		return v, fmt.Errorf("unknown value %q", s)
	}
	for _, x := range f[1:] {
		n, err := strconv.Atoi(x)
		switch u, ok := units[x]; {
		case ok:
			v.unit = u
		case x == "weekend":
			v.unit = Weekend
		case x == "of-week" || x == "of-year":
			v.of = units[x[3:]]
		case x == "shift":
			v.shift = true
		case x == "+n":
			v.number = 1
		case x == "-n":
			v.number = -1
		case err == nil:
			v.count = n
		default:
			return v, fmt.Errorf("unknown part %q of a value", x)
		}
	}
	return v, nil
}
