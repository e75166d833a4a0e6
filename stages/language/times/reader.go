package times

import (
	"parley/schemas"
	"parley/stages"
)

// Reader reads the sentences of a text one after the other and keeps what
// their times lean on: the day named last, and the past that is told of.
type Reader struct {
	context Context
	silent  int // sentences since Story went on
}

// storyReach is how many sentences without a time of it a story of the past
// goes on.
const storyReach = 6

// NewReader begins a text. outset is the first day of the war that it tells
// of, if it is known.
func NewReader(a *schemas.Article, outset schemas.Date) *Reader {
	return &Reader{context: Context{Published: a.Published, Precision: a.DatePrecision, Outset: outset}}
}

// Told is a time of a text with what it is resolved against.
type Told struct {
	Expression
	Tense   Tense // of its clause, by the words around it
	context Context
}

// Read finds the times of the next sentence.
func (n *Reader) Read(tokens []stages.Token) []Told {
	var out []Told
	var opening schemas.Date // the day named first: of what the sentence tells, not of what is said in it
	for _, e := range Read(tokens) {
		t := Told{e, TenseAt(tokens, e.From), n.context}
		out = append(out, t)
		if day := n.remember(&t); opening.IsZero() {
			opening = day
		}
	}
	if !opening.IsZero() {
		n.context.Named = opening
	}
	if n.silent++; n.silent > storyReach {
		n.context.Story = schemas.Date{}
	}
	return out
}

// remember keeps what later times lean on, and gives the day that t names.
func (n *Reader) remember(t *Told) (day schemas.Date) {
	p := t.At(t.Tense == Ahead)
	if p.Precision == Day {
		day = p.Last
		n.context.Named = day
	}
	switch v := &t.Last; {
	case p.IsZero() || v.Anchor == Narrative || v.Anchor == Outset:
	case v.Anchor == Publication: // today's news
		n.context.Story = schemas.Date{}
	case v.Date.Month > 0 && (v.Date.Year > 0 || !n.context.Story.IsZero()):
		n.context.Story, n.silent = p.First, 0
	}
	return day
}

// At places the time on the calendar, for a clause of the past or of the future.
func (t *Told) At(future bool) Point {
	c := t.context
	c.Future = future
	return t.Resolve(c)
}
