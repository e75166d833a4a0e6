package pipeline_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"parley/schemas"
)

// gateLists are the closed lists of the annotation. Those of the tables are
// taken from the schemas where they are the same.
var gateLists = map[string][]string{
	"statements.type":   enumOf("statements", "type"),
	"events.type":       enumOf("events", "type"),
	"events.status":     {"happened", "ongoing", "planned", "denied"},
	"events.background": {"news", "background"},
	"figures.kind":      enumOf("figures", "kind"),
	"figures.certainty": enumOf("figures", "certainty"),
	"talks.attitude":    {"1", "0", "-1"},
	"positions.issue":   strings.Fields("ceasefire withdrawal territory status guarantees alliances arms nuclear prisoners humanitarian return accountability sanctions governance rights economy talks ratification other"),
	"positions.stance":  {"demands", "offers", "accepts", "rejects", "conditional"},
	"meetings.level":    {"leaders", "ministers", "negotiators", "officials", "groups", "mixed", "?"},
	"meetings.form":     {"in person", "call", "video", "?"},
	"meetings.status":   {"held", "ongoing", "planned", "failed"},
	"meetings.outcome":  {"agreement", "progress", "none", "?"},
}

func enumOf(table, column string) []string {
	t, _ := schemas.ByName(table)
	for _, c := range t.Columns {
		if c.Name == column {
			return c.Enum
		}
	}
	panic("gate: no column " + table + "." + column)
}

// gateValue is a number, or a range of which one end may be open.
var gateValue = regexp.MustCompile(`^(\d+(\.\d+)?)?-?(\d+(\.\d+)?)?$`)

// The annotation itself has to be right in form: a phrase that is not in its
// sentence would be counted as a miss of the program for ever.
func TestGateAnnotation(t *testing.T) {
	all, err := readGate()
	if err != nil {
		t.Fatal(err)
	}
	sentences, seen := 0, map[string]string{}
	for _, a := range all {
		sentences += len(a.sentences)
		if _, err := time.Parse(time.DateOnly, a.published); err != nil {
			t.Errorf("%s: published: %v", a.name, err)
		}
		if n := len(a.sentences); n < 5 || n > 14 {
			t.Errorf("%s: %d sentences; a short article has 5 to 14", a.name, n)
		}
		for _, s := range a.sentences {
			if seen[s] != "" { // what is printed twice could be taken for furniture or a copy
				t.Errorf("%s: %q is in %s too", a.name, s, seen[s])
			}
			seen[s] = a.name
		}
		for layer, rows := range a.layers {
			for i, r := range rows {
				c := gateChecker{t, a, r}
				c.lists()
				c.row(rows[:i])
				if i > 0 && layer != "meetings" && r.sentence() < rows[i-1].sentence() {
					c.wrong("stands behind a later sentence")
				}
				if i > 0 && slices.Equal(r.cells, rows[i-1].cells) && layer != "figures" {
					c.wrong("stands twice")
				}
			}
		}
	}
	if len(all) < 30 || sentences < 250 {
		t.Errorf("%d articles with %d sentences are too few to score by", len(all), sentences)
	}
}

// gateChecker checks one row.
type gateChecker struct {
	t *testing.T
	a gateArticle
	gateRow
}

func (c gateChecker) wrong(what string, args ...any) {
	c.t.Helper()
	c.t.Errorf("%s: %s, line %d: %s: "+what, append([]any{c.a.name, c.layer, c.line, c.gateRow}, args...)...)
}

func (c gateChecker) lists() {
	for column := range strings.FieldsSeq(gateColumns[c.layer]) {
		if l := gateLists[c.layer+"."+column]; l != nil && !slices.Contains(l, c.get(column)) {
			c.wrong("%s %q is none of %s", column, c.get(column), strings.Join(l, ", "))
		}
	}
}

func (c gateChecker) row(before []gateRow) {
	if c.layer == "meetings" {
		c.meeting()
		return
	}
	if !c.there(c.sentence()) {
		return
	}
	switch c.layer {
	case "statements":
		c.statement()
	case "events":
		c.event(before)
	case "figures":
		c.figure()
	case "talks":
		c.phrase("holder", c.sentence(), c.sentence())
		if len(before) > 0 && before[len(before)-1].sentence() == c.sentence() {
			c.wrong("the sentence has an attitude already")
		}
	case "positions":
		c.phrase("holder", c.sentence(), c.sentence())
		c.phrase("content", c.sentence(), c.sentence())
		if n := len(texts(c.get("content"))); n == 0 || n > 14 || c.get("holder") == "" {
			c.wrong("a holder and 1 to 14 words of content are needed")
		}
	}
}

// there tells whether the article has the sentence.
func (c gateChecker) there(sentence int) bool {
	if sentence < 0 || sentence >= len(c.a.sentences) {
		c.wrong("no such sentence")
		return false
	}
	return true
}

// phrase checks that the phrases of a column stand in the sentences from first
// to last, letter by letter, or begin with ^ as known from the context.
func (c gateChecker) phrase(column string, first, last int) {
	text := strings.Join(c.a.sentences[first:last+1], " ")
	for _, p := range c.list(column) {
		bare, n := occurrence(p)
		_, ok := findWords(wordsOf(text), bare, span{0, utf8.RuneCountInString(text)}, n)
		if name, context := strings.CutPrefix(p, "^"); context {
			ok = len(texts(name)) > 0
		} else if !strings.Contains(text, bare) {
			ok = false
		}
		if !ok {
			c.wrong("%q is not in the sentence", p)
		}
	}
}

func (c gateChecker) statement() {
	first, last := c.sentence(), c.last()
	if last < first || !c.there(last) {
		c.wrong("last is no sentence behind the first")
		return
	}
	c.phrase("cue", first, last)
	c.phrase("speaker", first, last)
	c.phrase("from", first, first)
	c.phrase("to", last, last)
	from, to := len(strings.Fields(c.get("from"))), len(strings.Fields(c.get("to")))
	if from == 0 || from > 3 || to == 0 || to > 3 {
		c.wrong("from and to are the first and last three words of the content")
	}
	if (c.get("speaker") == "") != (c.get("who") == "") {
		c.wrong("a speaker has a who, if only his own words")
	}
	if first == last {
		text := wordsOf(c.a.sentences[first])
		all := span{0, utf8.RuneCountInString(c.a.sentences[first])}
		a, _ := findWords(text, c.get("from"), all, 1)
		if _, ok := findWords(text, c.get("to"), span{a.start, all.end}, 1); !ok {
			c.wrong("to stands before from")
		}
	}
}

func (c gateChecker) event(before []gateRow) {
	for _, column := range []string{"trigger", "sources", "targets"} {
		c.phrase(column, c.sentence(), c.sentence())
	}
	if c.get("trigger") == "" {
		c.wrong("no trigger")
	}
	c.date("date", "")
	if c.get("same") != "" && firstMention(before, c.gateRow) < 0 {
		c.wrong("no event %s before it in sentence %s", c.get("type"), c.get("same"))
	}
}

func (c gateChecker) figure() {
	c.phrase("text", c.sentence(), c.sentence())
	c.phrase("subject", c.sentence(), c.sentence())
	if v := c.get("value"); v == "" || v == "-" || !gateValue.MatchString(v) {
		c.wrong("value %q is neither a number nor a range", v)
	}
	if claimed := c.get("certainty") == "claimed"; claimed && c.get("claimant") == "" || c.get("claimant") != "" && c.get("certainty") == "reported" {
		c.wrong("what is claimed has a claimant, what is reported none")
	}
}

func (c gateChecker) meeting() {
	for _, s := range c.numbers() {
		c.there(s)
	}
	if len(c.list("parties")) == 0 {
		c.wrong("no parties")
	}
	c.date("date", "?")
}

func (c gateChecker) date(column, unknown string) {
	d := c.get(column)
	if d == unknown {
		return
	}
	if layout := map[int]string{4: "2006", 7: "2006-01", 10: time.DateOnly}[len(d)]; layout == "" {
		c.wrong("date %q", d)
	} else if _, err := time.Parse(layout, d); err != nil {
		c.wrong("%v", err)
	}
}

// firstMention is the row, of those before, that a second mention names by its
// sentence: the first of its type there, or with "3#2" the second. -1 is none.
func firstMention(before []gateRow, r gateRow) int {
	sentence, n := occurrence(r.get("same"))
	for i, b := range before {
		if b.get("sentence") == sentence && b.get("type") == r.get("type") {
			if n--; n == 0 {
				return i
			}
		}
	}
	return -1
}
