package times

import (
	"time"

	"parley/schemas"
	"parley/stages"
)

// Kind is what an expression is in terms of TIMEX3.
type Kind uint8

// The kinds. None is of words that look like a time and are none: ages.
const (
	None     Kind = iota
	Date          // a day or a longer stretch of the calendar
	Time          // a time of the day
	Duration      // a length of time
	Set           // a time that comes again: every Monday
)

func (k Kind) String() string { return [...]string{"NONE", "DATE", "TIME", "DURATION", "SET"}[k] }

// Precision is how long a stretch of the calendar an expression names.
type Precision uint8

// The precisions. Vague is of what has no place on the calendar: recently.
const (
	Vague Precision = iota
	Day
	Weekend
	Week
	Month
	Year
)

func (p Precision) String() string {
	return [...]string{"vague", "day", "weekend", "week", "month", "year"}[p]
}

// Direction says on which side of the time something lies, by the preposition
// before it.
type Direction uint8

// The directions.
const (
	On Direction = iota // also in, at, during, or no preposition at all
	Since
	Until
	Before
	After
	By
)

func (d Direction) String() string {
	return [...]string{"on", "since", "until", "before", "after", "by"}[d]
}

// Anchor is what the place of a time is counted from.
type Anchor uint8

// The anchors.
const (
	Nothing     Anchor = iota // it cannot be resolved
	Calendar                  // the words name it: 24 February, 2014
	Publication               // yesterday, two weeks ago, Monday
	Narrative                 // the day last named: the following day
	Outset                    // the first day of the war: Day 26
)

// Value is a point in time as the words give it.
type Value struct {
	Anchor    Anchor
	Precision Precision

	Date    schemas.Date // of Calendar: the parts that the words name, 0 for the others
	Week    int8         // of Calendar: a week of ISO 8601, 1 to 53; 0 for none
	Feast   feast        // of Calendar: one that moves
	Weekday int8         // Sunday is 0; -1 for none
	Count   int          // stretches after the anchor, each as long as Of, or as Precision where Of is Vague
	Shifted bool         // Count is of "last", "this" or "next": last Tuesday, next March, last week
	Of      Precision    // the longer stretch that a name lies in: Monday last week, March last year
}

// Expression is words of a sentence that tell a time.
type Expression struct {
	From, To  int // tokens, half-open, without a preposition
	Lead      int // the preposition's first token; From where there is none
	Rule      string
	Kind      Kind
	Direction Direction
	First     Value
	Last      Value // of a range, otherwise as First
	Ranged    bool
	Modifies  bool // it stands between a determiner and a noun: the Friday meeting, Russia's February 24 invasion
	Ref       int8 // of a vague Date: -1 lies behind, 0 is now, 1 lies ahead
}

// Point reports whether the expression names a place on the calendar, which
// Resolve may find.
func (e *Expression) Point() bool { return e.Kind == Date && e.First.Anchor != Nothing }

// IsWeekday reports whether it names a day by its weekday alone: "Monday", but
// not "next Monday".
func (e *Expression) IsWeekday() bool {
	v := &e.First
	return v.Anchor == Publication && v.Weekday >= 0 && v.Count == 0 && !v.Shifted
}

// Read finds the times of a sentence from left to right; they do not overlap.
// Of a token only Lower, Shape and Space are looked at. It takes time linear in
// the number of tokens.
func Read(tokens []stages.Token) []Expression {
	t := tables()
	var out []Expression
	s := sentence{tokens: tokens, seen: make([]word, 0, len(tokens))}
	for i := 0; i < len(tokens); {
		e, ok := s.at(t, i)
		if !ok {
			i++
			continue
		}
		i = e.To
		if e.Kind != None {
			out = append(out, e)
		}
	}
	out = join(tokens, out)
	for i := range out {
		lead(t, tokens, &out[i])
	}
	return out
}

// MonthOf is the month that a lower-case word names, in full or shortened, with
// a full stop or without; 0 for none.
func MonthOf(lower string) time.Month {
	w := tables().words[undotted(lower)]
	if w.class&(isMonth|isWeakMonth) == 0 {
		return 0
	}
	return time.Month(w.month)
}

// WeekdayOf is the day of the week that a lower-case word names, in full or,
// where short says so, shortened. ok is false for other words.
func WeekdayOf(lower string, short bool) (day time.Weekday, ok bool) {
	w := tables().words[undotted(lower)]
	return time.Weekday(w.weekday), w.class&isWeekday != 0 || short && w.class&isWeekdayShort != 0
}
