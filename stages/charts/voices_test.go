package charts

import (
	"reflect"
	"strings"
	"testing"

	"parley/schemas"
)

func TestVoice(t *testing.T) {
	c := drawn(t, articles(), []schemas.StatementFrequency{
		speaks("day", "2022-03-07", "ann", "north", 6, 0, 0), speaks("day", "2022-03-07", "bob", "south", 2, 0, 0), speaks("day", "2022-03-07", "cy", "", 2, 0, 0),
		speaks("day", "2022-03-09", "bob", "south", 1, 0, 0), speaks("week", "2022-03-07", "bob", "south", 9, 9, 9),
	})["share_of_voice"]
	g := c.body.(grid)
	want := columns{
		{0, []part{{60, blue}, {20, vermillion}, {20, green}}},
		{2, []part{{0, tint(blue, 0.4)}, {100, tint(vermillion, 0.4)}, {0, tint(green, 0.4)}}},
	}
	if got := g.rows[0].panels[0].layers[0]; !reflect.DeepEqual(got, layer(want)) {
		t.Errorf("got %v, want %v: a share of one statement is pale", got, want)
	}
	if got := g.rows[1].panels[0].layers[0].(columns); got[0].parts[0].value != 10 || got[1].parts[0].value != 1 {
		t.Errorf("got %v, want 10 statements and 1", got)
	}
	leaders := g.rows[2].panels
	if len(leaders) != 3 || leaders[0].title != "ANN" || leaders[1].title != "BOB" {
		t.Fatalf("leaders %+v", leaders)
	}
	for _, p := range leaders {
		if p.y.max != 100 || p.y.label(50) != "50%" {
			t.Errorf("%s: axis %+v, want one to 100%% for all", p.title, p.y)
		}
	}
	if !strings.Contains(c.notes[0], "fewer than 10") {
		t.Errorf("notes %q do not explain what is pale", c.notes)
	}
	if c.proof.count != 11 {
		t.Errorf("counts %d statements, want 11", c.proof.count)
	}
}

func TestWeeks(t *testing.T) {
	year := []schemas.Article{
		{ArticleID: "1", Published: date("2022-01-03"), DatePrecision: "day"}, {ArticleID: "2", Published: date("2023-01-02"), DatePrecision: "day"},
	}
	c := drawn(t, year, []schemas.StatementFrequency{
		speaks("week", "2022-01-10", "ann", "north", 1, 2, 0), speaks("week", "2023-01-02", "ann", "north", 1, 0, 0),
		speaks("week", "2022-01-03", "bob", "", 0, 1, 0), speaks("month", "2022-01-01", "bob", "", 9, 9, 9),
	})["actors_by_week"]
	g := c.body.(grid)
	if g.timeline.unit != "week" || g.timeline.n != 53 {
		t.Fatalf("%d slots of a %s, want 53 weeks: a year has room for them in a map", g.timeline.n, g.timeline.unit)
	}
	s := g.rows[0].panels[0].stripes
	if len(s) != 2 || s[0].name != "ANN" || s[0].cells[1] != 3 || s[0].cells[52] != 1 || s[0].total != 4 || s[1].cells[0] != 1 || s[1].total != 1 {
		t.Errorf("stripes %+v", s)
	}
	far := append(year, schemas.Article{ArticleID: "3", Published: date("2027-01-02"), DatePrecision: "day"})
	if g := drawn(t, far, []schemas.StatementFrequency{speaks("month", "2022-01-01", "bob", "", 1, 0, 0)})["actors_by_week"].body.(grid); g.timeline.unit != "month" {
		t.Errorf("five years by %s, want by month", g.timeline.unit)
	}
}

func TestTalks(t *testing.T) {
	actors := []schemas.Actor{
		{ActorID: "ann", Kind: "person", Country: "AAA", Side: "north"}, {ActorID: "amy", Kind: "person", Country: "AAA", Side: "north"},
		{ActorID: "bob", Kind: "person", Country: "BBB", Side: "south"}, {ActorID: "council", Kind: "igo", Name: "River Council"},
		{ActorID: "eve", Kind: "person", Country: "FRA"}, {ActorID: "nobody", Kind: "person"},
	}
	n := 0
	met := func(status, on string, who ...string) schemas.Meeting {
		n++
		m := schemas.Meeting{MeetingID: string(rune('a' + n)), Status: status, Parties: who, Articles: 1}
		if on != "" {
			m.Date, m.DatePrecision = date(on), "day"
		}
		return m
	}
	copied := met("held", "2022-03-09", "bob", "ann")
	copied.Articles = 0 // only copies tell of it
	month := met("held", "2022-03-01", "bob", "ann")
	month.DatePrecision = "month" // no day to draw it on
	c := drawn(t, articles(), actors, []schemas.Meeting{
		met("held", "2022-03-09", "ann", "bob"),
		met("held", "2022-03-09", "amy", "ann", "bob", "eve"), // the sides', whoever else is there
		met("planned", "2022-03-09", "bob", "ann"),            // a ring
		met("failed", "2022-03-09", "bob", "ann"),             // not counted
		met("held", "2014-01-01", "bob", "ann"),               // outside
		met("held", "", "bob", "ann"),                         // no day
		met("ongoing", "2022-03-07", "ann", "council"),
		met("held", "2022-03-07", "ann", "council", "eve"), // one meeting of three
		met("held", "2022-03-10", "ann", "amy"),            // within one party
		met("held", "2022-03-10", "ann", "nobody", "??"),   // with nobody known
		copied, month,
	})["talks_timeline"]
	got := map[string]map[int]meeting{}
	for _, l := range c.body.(grid).rows[1].panels[0].lanes {
		got[l.name] = map[int]meeting{}
		for slot, m := range l.spots {
			if m != (meeting{}) {
				got[l.name][slot] = m
			}
		}
	}
	want := map[string]map[int]meeting{
		"North – South": {2: {2, 1}}, "North – River Council": {0: {1, 0}}, "North – several others": {0: {1, 0}}, "One party named or none": {3: {2, 0}},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if c.proof.count != 7 {
		t.Errorf("counts %d, want 7", c.proof.count)
	}
}

// Each meeting of the sides has a line, with what is told of it and the number of
// articles that tell of it.
func TestRounds(t *testing.T) {
	actors := []schemas.Actor{
		{ActorID: "ann", Kind: "person", Country: "AAA", Side: "north"}, {ActorID: "bob", Kind: "person", Country: "BBB", Side: "south"},
		{ActorID: "eve", Kind: "person", Country: "FRA"},
	}
	third := int32(3)
	row := func(id, on string, who ...string) schemas.Meeting {
		return schemas.Meeting{MeetingID: id, Status: "held", Parties: who, Date: date(on), DatePrecision: "day", Articles: 1}
	}
	round, plan, shuttle := row("b", "2022-03-09", "ann", "bob"), row("d", "2022-03-19", "ann", "bob", "eve"), row("e", "2022-03-10", "ann", "eve")
	round.Round, round.Level, round.Format, round.Place, round.Outcome, round.Articles = &third, "delegations", "in_person", "Rivertown", "progress", 3
	plan.Status, plan.Format = "planned", "phone"
	undated := schemas.Meeting{MeetingID: "f", Status: "held", Parties: []string{"ann", "bob"}, Articles: 1}
	c := drawn(t, articles(), actors, []schemas.Meeting{round, plan, shuttle, undated})["talks_timeline"]
	want := lines{
		{when: "9 Mar 2022", says: "3rd round, delegations, in person, Rivertown, progress", at: 2.5, mark: disc, articles: 3},
		{when: "19 Mar 2022", says: "by phone, with France, planned", at: 12.5, mark: triangle, planned: true, articles: 1},
	}
	if got := c.body.(grid).rows[0].panels[0].lines; !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if !strings.Contains(strings.Join(c.notes, " "), "without a line: 1 meeting of which no text tells the day") {
		t.Errorf("notes %q do not tell of the meeting without a date", c.notes)
	}
	if want := 3; c.proof.count != want { // with a day
		t.Errorf("counts %d, want %d", c.proof.count, want)
	}
}

// A query is text: what stands in the tables must not end its quotation.
func TestQueriesQuote(t *testing.T) {
	if got, want := among([]string{"o'brien", "x"}), "('o''brien', 'x')"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Of a pair that is too long something of both names is left.
func TestFitPair(t *testing.T) {
	face, err := newTypeface()
	if err != nil {
		t.Fatal(err)
	}
	long := "the Special Envoy of the River Council"
	for _, text := range []string{"North" + between + "South", long + between + "South", "North" + between + long, long + between + long} {
		short := face.fitPair(tickStyle, text, 110)
		if w := face.width(tickStyle, short); w > 110 {
			t.Errorf("%s is %v points wide", short, w)
		}
		if one, other, _ := strings.Cut(short, between); len(one) < 4 || len(other) < 4 {
			t.Errorf("%s becomes %s", text, short)
		}
	}
}
