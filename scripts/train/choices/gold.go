package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/stages"
	"parley/stages/events"
	"parley/stages/language/nations"
)

// coded is an article as people coded it, laid on the text of a document.
type coded struct {
	File      string
	Sentences []string
	Events    [][]any // sentence, type, trigger, sources, targets, status, sentence of the first mention or nil
	dates     map[string]string
	published string

	adjectives map[string]string // of states, to their ISO codes

	doc   *stages.Document
	spans [][2]int               // sentence to its bytes in the document's text; equal where it is not found
	at    map[stages.Place][]int // trigger to the events coded there
	group []int                  // event to the first mention of it
}

// readCoded reads the coded articles of a set, by file.
func readCoded(gold, set string) (map[string]*coded, error) {
	all := map[string]*coded{}
	states, err := nations.Load()
	if err != nil {
		return nil, err
	}
	adjectives := nations.Adjectives(states)
	err = eachLine(filepath.Join(gold, "coded", set+".jsonl"), func(line []byte) error {
		c := &coded{adjectives: adjectives}
		err := json.Unmarshal(line, c)
		all[c.File] = c
		return err
	})
	if err != nil {
		return nil, err
	}
	err = eachLine(filepath.Join(gold, "layers", set+".jsonl"), func(line []byte) error {
		var x struct{ File, Published string }
		err := json.Unmarshal(line, &x)
		if c := all[x.File]; c != nil {
			c.published = x.Published
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return all, eachLine(filepath.Join(gold, "figures", set+".jsonl"), func(line []byte) error {
		var x struct {
			File  string
			Dates map[string]string
		}
		err := json.Unmarshal(line, &x)
		if c := all[x.File]; c != nil {
			c.dates = x.Dates
		}
		return err
	})
}

func eachLine(name string, do func([]byte) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 64<<20)
	for s.Scan() {
		if err := do(s.Bytes()); err != nil {
			return err
		}
	}
	return s.Err()
}

// lay finds the coded sentences and triggers in a document.
func (c *coded) lay(d *stages.Document) {
	c.doc, c.at = d, map[stages.Place][]int{}
	from := 0
	for _, s := range c.Sentences {
		at := find(d.Article.Text, s, from, len(d.Article.Text))
		if at[1] > 0 {
			from = at[0]
		}
		c.spans = append(c.spans, at)
	}
	first := map[[2]any]int{} // type and sentence to the first event of the kind
	for i, e := range c.Events {
		n, typ := int(e[0].(float64)), e[1].(string)
		c.group = append(c.group, i)
		if same, ok := e[6].(float64); ok {
			if k, ok := first[[2]any{typ, same}]; ok {
				c.group[i] = c.group[k]
			}
		} else if _, ok := first[[2]any{typ, e[0]}]; !ok {
			first[[2]any{typ, e[0]}] = i
		}
		for _, p := range c.tokens(n, e[2].(string)) {
			c.at[p] = append(c.at[p], i)
		}
	}
}

// tokens are those of a trigger, which "#2" says is a word's second place.
func (c *coded) tokens(sentence int, trigger string) (all []stages.Place) {
	span := c.spans[sentence]
	trigger, second := strings.CutSuffix(trigger, "#2")
	at := find(c.doc.Article.Text, trigger, span[0], span[1])
	if second && at[1] > 0 {
		at = find(c.doc.Article.Text, trigger, at[1], span[1])
	}
	if at[1] == 0 {
		return nil
	}
	for _, x := range c.doc.Tokens(int32(at[0]), int32(at[1])) {
		for k := x.From; k < x.To; k++ {
			all = append(all, stages.Place{Sentence: x.Sentence, Token: int32(k)})
		}
	}
	return all
}

// event is the coded event of a type at a trigger, -1 for none.
func (c *coded) event(p stages.Place, typ string) int {
	for _, i := range c.at[p] {
		if c.Events[i][1] == typ {
			return i
		}
	}
	return -1
}

// find is where the words of s stand in text between two bytes, whatever stands between
// them; zero where they do not.
func find(text, s string, from, to int) [2]int {
	words := wordsOf(s)
	if len(words) == 0 {
		return [2]int{}
	}
	for i := range words {
		words[i] = regexp.QuoteMeta(words[i])
	}
	re := regexp.MustCompile(`(?i)` + strings.Join(words, `[^\p{L}\p{N}_]+`))
	for from < to {
		x := re.FindStringIndex(text[from:to])
		if x == nil {
			return [2]int{}
		}
		a, b := from+x[0], from+x[1]
		before, _ := utf8.DecodeLastRuneInString(text[:a])
		after, _ := utf8.DecodeRuneInString(text[b:])
		if !isWord(before) && !isWord(after) {
			return [2]int{a, b}
		}
		from = b
	}
	return [2]int{}
}

func isWord(r rune) bool { return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) }

func wordsOf(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return !isWord(r) })
}

// right is whether a choice is as coded; ok is false where nothing coded tells.
func (c *coded) right(x events.Choice) (right, ok bool) {
	e := c.event(x.Event, x.Type)
	if e < 0 {
		return false, false
	}
	switch x.Model {
	case "same":
		o := c.event(x.Of, x.Type)
		return o >= 0 && c.group[o] == c.group[e], o >= 0
	case "date", "shared":
		return c.dates[itoa(e)] == x.Date, true
	case "source":
		return c.party(x, e, 3)
	case "target":
		return c.party(x, e, 4)
	}
	return false, false
}

// party is whether a candidate is one of the coded parties of an event; ok is false
// where it is one only in so far as it is of the same country.
func (c *coded) party(x events.Choice, e, column int) (right, ok bool) {
	ok = true
	for _, p := range c.Events[e][column].([]any) {
		switch c.means(x, int(c.Events[e][0].(float64)), p.(string)) {
		case itself:
			return true, true
		case kindred:
			ok = false
		}
	}
	return false, ok
}

// How a candidate is who a coded phrase names.
const (
	other   = iota
	kindred // of its country
	itself
)

// means is whether a candidate is who a coded phrase names: by the mention there, by
// a country in common, or else by a word of its name.
func (c *coded) means(x events.Choice, sentence int, phrase string) int {
	me, known := c.doc.Actor(x.Actor)
	if name, context := strings.CutPrefix(phrase, "^"); context {
		for _, o := range c.doc.Actors {
			switch {
			case !strings.EqualFold(o.Name, name):
			case o.ID == x.Actor:
				return itself
			case me.Country != "" && me.Country == o.Country:
				return kindred
			}
		}
		if known && shareWord(me.Name, name) {
			return itself
		}
		return other
	}
	span := c.spans[sentence]
	at := find(c.doc.Article.Text, phrase, span[0], span[1])
	if at[1] == 0 {
		return other
	}
	tokens := c.doc.Tokens(int32(at[0]), int32(at[1]))
	if !known {
		for _, t := range tokens {
			if t.Sentence == x.Of.Sentence && t.From <= int(x.Of.Token) && int(x.Of.Token) < t.To {
				return itself
			}
		}
		return other
	}
	named, found := false, other
	for _, t := range tokens {
		for i := range c.doc.Mentions {
			m := &c.doc.Mentions[i]
			if m.Sentence != t.Sentence || m.From >= t.To || m.To <= t.From {
				continue
			}
			named = true
			if m.ActorID == x.Actor {
				return itself
			}
			if o, _ := c.doc.Actor(m.ActorID); me.Country != "" && me.Country == o.Country {
				found = kindred
			}
		}
	}
	if !named && (shareWord(me.Name, phrase) || me.Kind == "state" && c.adjective(phrase, me.Country)) {
		return itself
	}
	return found
}

// adjective is whether a word of a phrase is the adjective of a country.
func (c *coded) adjective(phrase, country string) bool {
	for _, w := range wordsOf(phrase) {
		if country != "" && c.adjectives[strings.ToLower(w)] == country {
			return true
		}
	}
	return false
}

func shareWord(a, b string) bool {
	for _, x := range wordsOf(a) {
		for _, y := range wordsOf(b) {
			if strings.EqualFold(x, y) {
				return true
			}
		}
	}
	return false
}
