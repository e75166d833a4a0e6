package times_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"
	"time"

	"parley/schemas"
	"parley/stages"
	"parley/stages/annotate"
	"parley/stages/language/times"
)

// context is that of the examples in time-rules.tsv.
func context(t *testing.T) times.Context {
	return times.Context{Published: date(t, "2022-03-09"), Precision: "day", Named: date(t, "2022-03-01"), Outset: date(t, "2022-02-24")}
}

func date(t *testing.T, s string) schemas.Date {
	t.Helper()
	d, err := schemas.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var annotator = func() stages.PerArticle {
	a, err := annotate.New(annotate.Options{})
	if err != nil {
		panic(err)
	}
	return a
}()

// read is the reading of a text as time-rules.tsv writes it, and the rules used.
func read(t *testing.T, text string, c times.Context) (reading string, rules []string) {
	t.Helper()
	d := &stages.Document{Article: schemas.Article{Text: text, Language: "en"}}
	if err := annotator.Run(d); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, s := range d.Sentences {
		for _, e := range times.Read(s.Tokens) {
			c := c
			c.Future = times.TenseAt(s.Tokens, e.From) == times.Ahead
			r := text[s.Tokens[e.From].Start:s.Tokens[e.To-1].End] + " = " + value(&e, c)
			if e.Direction != times.On {
				r += " " + e.Direction.String()
			}
			out, rules = append(out, r), append(rules, e.Rule)
		}
	}
	if len(out) == 0 {
		return "-", rules
	}
	return strings.Join(out, "; "), rules
}

func value(e *times.Expression, c times.Context) string {
	if e.Kind != times.Date {
		return e.Kind.String()
	}
	if !e.Point() {
		return [...]string{"past", "present", "future"}[e.Ref+1]
	}
	p := e.Resolve(c)
	if p.IsZero() {
		return "?"
	}
	cut := func(d schemas.Date) string {
		switch p.Precision {
		case times.Month:
			return d.String()[:7]
		case times.Year:
			return d.String()[:4]
		}
		return d.String()
	}
	switch y, w := p.First.Time().ISOWeek(); {
	case p.Precision == times.Week && p.First == p.Last:
		return p.First.String() + " week"
	case p.Precision == times.Week:
		return fmt.Sprintf("%d-W%02d", y, w)
	case e.Ranged || p.Precision == times.Weekend:
		return cut(p.First) + ".." + cut(p.Last)
	}
	return cut(p.First)
}

// Each rule reads its own example.
func TestRules(t *testing.T) {
	for _, r := range times.Rules() {
		got, rules := read(t, r.Example, context(t))
		if got != r.Reading {
			t.Errorf("%s: %q: got %q, want %q", r.Name, r.Example, got, r.Reading)
		}
		if r.Reading != "-" && !strings.Contains(" "+strings.Join(rules, " ")+" ", " "+r.Name+" ") {
			t.Errorf("%s: %q is read by %v", r.Name, r.Example, rules)
		}
	}
}

// The same words mean another day with other tenses, publications and anchors.
func TestResolve(t *testing.T) {
	c := context(t)
	month := times.Context{Published: date(t, "2022-03-01"), Precision: "month"}
	year := times.Context{Published: date(t, "2022-01-01"), Precision: "year"}
	friday := c
	friday.Published = date(t, "2022-03-11")
	for _, x := range []struct {
		c          times.Context
		text, want string
	}{
		{c, "The ministers will meet on March 12.", "March 12 = 2022-03-12"},
		{c, "The ministers met on March 12.", "March 12 = 2021-03-12"},
		{c, "The ministers met on March 10.", "March 10 = 2022-03-10"}, // time zones
		{c, "The vote is set for 7 October.", "7 October = 2022-10-07"},
		{c, "The attack came on 7 October.", "7 October = 2021-10-07"},
		{c, "The vote was held in April.", "April = 2021-04"},
		{c, "The vote will be held in April.", "April = 2022-04"},
		{c, "They will meet on February 29.", "February 29 = 2024-02-29"},
		{c, "They will meet on Wednesday.", "Wednesday = 2022-03-09"},
		{c, "They will meet on Tuesday.", "Tuesday = 2022-03-15"},
		{friday, "They met this Monday.", "this Monday = 2022-03-07"},
		{friday, "They will meet this Monday.", "this Monday = 2022-03-14"},
		{friday, "They met on Monday last week.", "Monday last week = 2022-02-28"},
		{c, "He left on Monday, 28 February.", "Monday, 28 February = 2022-02-28"},
		{c, "Since 24 February ten have died.", "24 February = 2022-02-24 since"},
		{c, "They hold the town until March 20.", "March 20 = 2022-03-20 until"},
		{c, "They met between February and April 2021.", "February and April 2021 = 2021-02..2021-04"},
		{c, "They met from 28 February to 3 March.", "28 February to 3 March = 2022-02-28..2022-03-03"},
		{c, "They met from Monday to Tuesday.", "Monday to Tuesday = 2022-03-07..2022-03-08"},
		{c, "It went on from December to February 2022.", "December to February 2022 = 2021-12..2022-02"},
		{c, "He went to Oldport ahead of the 20 March vote.", "the 20 March = 2022-03-20 before"},
		{month, "They met on Monday, yesterday and on 4 March.", "Monday = ?; yesterday = ?; 4 March = 2022-03-04"},
		{month, "They met last month and last year, in December.", "last month = 2022-02; last year = 2021; December = 2021-12"},
		{year, "They met last year, on 4 March and in 2019.", "last year = 2021; 4 March = ?; 2019 = 2019"},
		{times.Context{}, "They met on Monday, on 4 March and on 4 March 2020.", "Monday = ?; 4 March = ?; 4 March 2020 = 2020-03-04"},
		{times.Context{Published: c.Published}, "Day 26: the next day they left.", "Day 26 = ?; the next day = ?"},
		// what is none
		{c, "It may rise by 10 in sum; we march 10 miles.", "-"},
		{c, "Mr. March may not say that April Vess fell 2000 times.", "April = 2021-04"},
		{c, "On February 30 nothing happened, nor on 31/02/2020.", "February 30 = present"},
		{c, "May he live. March on.", "-"},
		{c, "The Sunday paper costs 2014 crowns and 1999 men ran.", "Sunday = 2022-03-06"},
		{c, "They came on the 24th floor of Bloody Sunday fame.", "-"},
		{c, "He is 45 years old, she 3 months.", "3 months = DURATION"},
	} {
		if got, _ := read(t, x.text, x.c); got != x.want {
			t.Errorf("%q: got %q, want %q", x.text, got, x.want)
		}
	}
}

// Dates of Easter by the tables of the churches.
func TestFeasts(t *testing.T) {
	for _, x := range []struct{ text, want string }{
		{"Easter 2022", "2022-04-17"}, {"Easter 2024", "2024-03-31"}, {"Easter 2000", "2000-04-23"}, {"Good Friday 2022", "2022-04-15"},
		{"Orthodox Easter 2022", "2022-04-24"}, {"Orthodox Easter 2024", "2024-05-05"}, {"Orthodox Easter 2023", "2023-04-16"},
	} {
		if got, _ := read(t, "They met on "+x.text+".", context(t)); got != x.text+" = "+x.want {
			t.Errorf("%s: got %s", x.text, got)
		}
	}
}

func TestNames(t *testing.T) {
	for w, want := range map[string]time.Month{"january": 1, "sept.": 9, "febr": 2, "may": 5, "sunday": 0, "": 0, ".": 0} {
		if got := times.MonthOf(w); got != want {
			t.Errorf("%q is month %d", w, got)
		}
	}
	for _, x := range []struct {
		word  string
		short bool
		day   time.Weekday
		ok    bool
	}{{"sunday", false, 0, true}, {"sat", true, 6, true}, {"sat", false, 0, false}, {"may", true, 0, false}} {
		if d, ok := times.WeekdayOf(x.word, x.short); ok != x.ok || ok && d != x.day {
			t.Errorf("%q: %d %v", x.word, d, ok)
		}
	}
}

// Any tokens in any order: no panic, expressions in order and in bounds, and
// none that the calendar lacks.
func TestAnyTokens(t *testing.T) {
	var words []string
	for _, r := range times.Rules() {
		words = append(words, strings.Fields(r.Example)...)
	}
	words = append(words, "", "0", "00", "9999", "31", "99", "-", "\xff", "'", "''s", "mid-", ".", "24.13.2022", "2022-", "w99", "1.1.1", "twenty", "mid-mid-march", "10:", ":", "'0s")
	random := rand.New(rand.NewSource(1))
	shapes := []stages.Shape{stages.Lowercase, stages.Capitalized, stages.Uppercase, stages.Numeric, stages.Mixed, stages.Punct}
	for range 3000 {
		var tokens []stages.Token
		for range random.Intn(40) {
			w := strings.TrimRight(strings.ToLower(words[random.Intn(len(words))]), ".,")
			tokens = append(tokens, stages.Token{Lower: w, Shape: shapes[random.Intn(len(shapes))], Space: random.Intn(3) > 0})
		}
		check(t, tokens)
	}
}

func check(t *testing.T, tokens []stages.Token) {
	t.Helper()
	last := 0
	for _, e := range times.Read(tokens) {
		if e.From < last || e.To <= e.From || e.To > len(tokens) || e.Lead > e.From || e.Lead < 0 {
			t.Fatalf("%s at %d, %d to %d of %d tokens", e.Rule, e.Lead, e.From, e.To, len(tokens))
		}
		last = e.To
		for _, future := range []bool{true, false} {
			for _, p := range []string{"day", "month", "year", ""} {
				c := times.Context{Published: schemas.Date{Year: 2022, Month: 1, Day: 31}, Precision: p, Named: schemas.Date{Year: 2024, Month: 2, Day: 29}, Outset: schemas.Date{Year: 2022, Month: 2, Day: 24}, Future: future}
				r := e.Resolve(c)
				if !r.IsZero() && (!times.Valid(r.First) || !times.Valid(r.Last) || r.Last.Before(r.First)) {
					t.Fatalf("%s: %v to %v of %v", e.Rule, r.First, r.Last, tokens[e.From:e.To])
				}
				r.Coarse()
			}
		}
		times.TenseAt(tokens, e.From)
	}
}

// A sentence of a hundred thousand tokens is read in one pass: were it not, this would
// not end.
func TestLong(t *testing.T) {
	for _, text := range []string{"the", "Monday ,", "March 10 -", "from 3 to", "two weeks", "in 2014 -", "the day before", "twenty -"} {
		unit := strings.Fields(strings.ToLower(text))
		tokens := make([]stages.Token, 100_000)
		for i := range tokens {
			tokens[i] = stages.Token{Lower: unit[i%len(unit)], Shape: stages.Capitalized, Space: true}
		}
		for _, e := range times.Read(tokens) {
			if e.To-e.From > 20 {
				t.Fatalf("%q: an expression of %d tokens", text, e.To-e.From)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "On Monday", "March 10 - 11 , 2022", "the day before yesterday", "\xff 31 . 9"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var tokens []stages.Token
		for _, w := range strings.Split(s, " ") {
			shape := stages.Lowercase
			if w != strings.ToLower(w) {
				shape = stages.Capitalized
			}
			tokens = append(tokens, stages.Token{Lower: strings.ToLower(w), Shape: shape, Space: true})
		}
		check(t, tokens)
	})
}

func BenchmarkRead(b *testing.B) {
	d := &stages.Document{Article: schemas.Article{Text: strings.Repeat("The minister of Varnia said on Monday that talks with Kestria, which began two weeks ago on the bridge in Sella, will go on for some days. ", 30), Language: "en"}}
	if err := annotator.Run(d); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		for _, s := range d.Sentences {
			times.Read(s.Tokens)
		}
	}
}
