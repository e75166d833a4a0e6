package pipeline

import (
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
)

// draftOf are made-up tables: Zambia and the River Front fight and talk,
// Botswana talks with both, Kenya only with one.
func draftOf() *draftFacts {
	d := &draftFacts{articles: map[string]schemas.Article{}, actors: map[string]schemas.Actor{}}
	for _, a := range [][4]string{
		{"zambia", "state", "ZMB", "Zambia"}, {"army", "armed_force", "ZMB", "Zambian army"}, {"river-front", "group", "ZMB", "River Front"},
		{"botswana", "state", "BWA", "Botswana"}, {"kenya", "state", "KEN", "Kenya"}, {"daily", "media", "KEN", "Daily"}, {"x-joe", "person", "", "Joe Roe"},
	} {
		d.actors[a[0]] = schemas.Actor{ActorID: a[0], Kind: a[1], Country: a[2], Name: a[3], Known: !strings.HasPrefix(a[0], "x-"), Mentions: 5}
	}
	for _, id := range []string{"a1", "a2", "a3"} {
		d.articles[id] = schemas.Article{ArticleID: id, Text: "The army shelled the camp and then they met."}
	}
	event := func(article, kind string, sources, targets []string) {
		d.events = append(d.events, schemas.Event{ArticleID: article, Type: kind, SourceIDs: sources, TargetIDs: targets, Start: 9, End: 16, Status: "happened"})
	}
	for _, id := range []string{"a1", "a2"} {
		event(id, "ASSAULT", []string{"army"}, []string{"river-front"})
		event(id, "ASSAULT", []string{"army"}, []string{"river-front"}) // counts once an article
		event(id, "CONSULT", []string{"zambia", "river-front"}, nil)
		event(id, "CONSULT", []string{"botswana", "river-front"}, nil)
		event(id, "CONSULT", []string{"botswana"}, []string{"zambia"})
	}
	event("a3", "SUPPORT", []string{"kenya"}, []string{"zambia"})
	event("a3", "CONSULT", []string{"kenya", "daily"}, []string{"zambia"})
	day, _ := schemas.ParseDate("2024-06-10")
	d.meetings = []schemas.Meeting{
		{Parties: []string{"zambia", "river-front"}, Status: "held", Date: day, DatePrecision: "day", Place: "Gaborone", Country: "BWA", Articles: 2},
		{Parties: []string{"zambia", "river-front"}, Status: "planned", Date: day.AddDays(30), DatePrecision: "day", Place: "Gaborone", Country: "BWA", Articles: 3},
		{Parties: []string{"zambia", "kenya"}, Status: "held", Date: day, DatePrecision: "day", Place: "Nairobi", Country: "KEN", Articles: 2},
	}
	return d
}

func TestDraft(t *testing.T) {
	text := draftOf().draft("river")
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		if line != "" && line[0] != '#' {
			lines = append(lines, line)
		}
	}
	want := "conflict\triver\tZambia and River Front|side\tzmb\tZambia\tZMB|side\triver-front\tRiver Front|member\triver-front\triver-front|" +
		"mediator\tBWA|venue\tGaborone\tBWA|round\t2024-06-10\tGaborone\tmeeting"
	if got := strings.Join(lines, "|"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, s := range []string{"2 hostile acts and 2 talks", "The army shelled the camp", "x-joe\tperson\t\tJoe Roe"} {
		if !strings.Contains(text, s) {
			t.Errorf("no %q in\n%s", s, text)
		}
	}
	if _, err := stages.ParseProfile("river.tsv", []byte(text)); err != nil {
		t.Error(err)
	}
	if text := (&draftFacts{}).draft("x"); !strings.Contains(text, "write the side lines yourself") {
		t.Error(text)
	}
}
