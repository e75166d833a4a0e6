package events

import (
	"slices"
	"testing"

	"parley/schemas"
	"parley/stages"
	"parley/stages/actors"
	"parley/stages/annotate"
	"parley/stages/clauses"
	"parley/stages/stagetest"
)

// marked is a word that tells an event by a hand-made reading, and the words of its
// parties.
type marked struct {
	trigger, typ   string
	source, target []string
}

// read runs the stage on a text of which a hand-made reading says what tells
// events and where their parties are named, so that the rules are tested without
// a model.
func read(t *testing.T, text string, all ...marked) []schemas.Event {
	t.Helper()
	d := stagetest.Document(text)
	d.Article.Published, d.Article.DatePrecision = schemas.NewDate(2021, 6, 9), "day" // a Wednesday
	var chain []stages.PerArticle
	for _, make := range []func() (stages.PerArticle, error){
		func() (stages.PerArticle, error) { return annotate.New(annotate.Options{}) },
		func() (stages.PerArticle, error) { return clauses.New(clauses.Options{}) },
		func() (stages.PerArticle, error) { return actors.New(actors.Options{}) },
	} {
		s, err := make()
		if err != nil {
			t.Fatal(err)
		}
		chain = append(chain, s)
	}
	stagetest.Run(t, d, chain)
	place := func(word string) stages.Place {
		for i, s := range d.Sentences {
			for k, x := range s.Tokens {
				if d.Word(x) == word {
					return stages.Place{Sentence: int32(i), Token: int32(k)}
				}
			}
		}
		t.Fatalf("no word %q", word)
		return stages.Place{}
	}
	arcs := func(words []string) (a stages.Arcs) {
		if len(words) == 0 {
			a.Nowhere = 1
		}
		for _, w := range words {
			a.To = append(a.To, stages.Arc{Place: place(w), P: 1 / float32(len(words))})
		}
		return a
	}
	d.Reading.Thresholds = stages.Thresholds{Event: 0.5, Background: 0.5}
	d.Reading.Sentences = make([]stages.SentenceReading, len(d.Sentences))
	for _, x := range all {
		at := place(x.trigger)
		r := &d.Reading.Sentences[at.Sentence]
		r.Triggers = append(r.Triggers, stages.Trigger{
			Token: at.Token, P: 1, Types: []stages.Probable{{Label: x.typ, P: 1}}, Status: []stages.Probable{{Label: "happened", P: 1}},
			Source: arcs(x.source), Target: arcs(x.target), Same: stages.Arcs{Nowhere: 1},
		})
	}
	s, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	stagetest.Run(t, d, []stages.PerArticle{s})
	return d.Events
}

func TestParties(t *testing.T) {
	for _, c := range []struct {
		text, trigger, typ string
		source, target     []string
		sources, targets   []string
	}{
		{"Peru attacked Chile.", "attacked", "ASSAULT", []string{"Peru"}, []string{"Chile"}, []string{"peru"}, []string{"chile"}},
		{"Peruvian residents attacked a town in Chile. Peru denied it.", "attacked", "ASSAULT", []string{"residents"}, nil, []string{"per-civilians"}, nil},
		{"Peruvian residents attacked Chile. Peru denied it.", "attacked", "ASSAULT", []string{"residents"}, []string{"Chile"}, []string{"per-civilians"}, []string{"chile"}},
		{"The envoys of Peru attacked the allies of Chile.", "attacked", "ASSAULT", []string{"envoys"}, []string{"allies"}, []string{"per-envoys"}, []string{"chl-allies"}},
		{"Peru and Chile held talks.", "talks", "CONSULT", []string{"Peru", "Chile"}, nil, []string{"peru", "chile"}, nil},
		{"Chile was attacked by Peru.", "attacked", "ASSAULT", []string{"Peru"}, []string{"Peru"}, []string{"peru"}, nil},
	} {
		got := read(t, c.text, marked{c.trigger, c.typ, c.source, c.target})
		if len(got) != 1 {
			t.Errorf("%s: %d events, want one", c.text, len(got))
			continue
		}
		if e := got[0]; !slices.Equal(e.SourceIDs, c.sources) || !slices.Equal(e.TargetIDs, c.targets) {
			t.Errorf("%s: %v to %v, want %v to %v", c.text, e.SourceIDs, e.TargetIDs, c.sources, c.targets)
		}
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct{ text, trigger, date, precision string }{
		{"On Monday Peru attacked Chile.", "attacked", "2021-06-07", "day"},
		{"Peru and Chile held talks on 3 June.", "talks", "2021-06-03", "day"},
		{"Norway said on Tuesday that Peru attacked Chile on Monday.", "attacked", "2021-06-07", "day"},
		{"Norway said on Tuesday that Peru had attacked Chile.", "attacked", "", ""},
		{"Peru agreed on Sunday to withdraw from Chile.", "withdraw", "", ""},
		{"Peru began on Sunday to withdraw from Chile.", "withdraw", "2021-06-06", "day"},
		{"Peru has attacked Chile since Monday.", "attacked", "2021-06-07", "day"},
		{"Peru attacked Chile until Monday.", "attacked", "", ""},
		{"Peru promised on Tuesday to send weapons.", "send", "", ""},
		{"Peru has been at odds with Norway since it attacked Chile in 2014.", "attacked", "2014-01-01", "year"},
	} {
		got := read(t, c.text, marked{trigger: c.trigger, typ: "ASSAULT"})
		if len(got) != 1 {
			t.Errorf("%s: %d events, want one", c.text, len(got))
			continue
		}
		if e := got[0]; e.Date.String() != c.date || e.DatePrecision != c.precision {
			t.Errorf("%s: %s %s, want %s %s", c.text, e.Date, e.DatePrecision, c.date, c.precision)
		}
	}
}

// News has the day that its text tells, or else the article's; and what is known of
// its place.
func TestNewsDay(t *testing.T) {
	for _, c := range []struct{ text, trigger, day, method, place, country string }{
		{"On Monday Peru attacked Chile.", "attacked", "2021-06-07", "clause", "", ""},
		{"Peru attacked Chile.", "attacked", "2021-06-09", "article", "", ""},
		{"Peru attacked Chile in March.", "attacked", "2021-03-01", "clause", "", ""},
		{"Peru and Chile met in Geneva.", "met", "2021-06-09", "article", "2660646", "CHE"},
		{"Peru and Chile met in Sevastopol.", "met", "2021-06-09", "article", "694423", ""},
	} {
		got := read(t, c.text, marked{trigger: c.trigger, typ: "CONSULT"})
		if len(got) != 1 {
			t.Errorf("%s: %d events, want one", c.text, len(got))
			continue
		}
		e := got[0]
		if e.NewsDate.String() != c.day || e.DateMethod != c.method || e.PlaceID != c.place || e.PlaceCountry != c.country || (e.Lat == nil) != (c.place == "") {
			t.Errorf("%s: %s by %s at %q (%s) in %s", c.text, e.NewsDate, e.DateMethod, e.Place, e.PlaceID, e.PlaceCountry)
		}
	}
}

func TestMerge(t *testing.T) {
	met := marked{"met", "CONSULT", []string{"Peru", "Chile"}, nil}
	for _, c := range []struct {
		text string
		next marked
		want int
	}{
		{"Peru and Chile met. The meeting lasted three hours.", marked{trigger: "meeting", typ: "CONSULT"}, 1},
		{"Peru and Chile met. The border was shelled.", marked{trigger: "shelled", typ: "ASSAULT"}, 2},
		{"Peru and Chile met. Talks will go on in July.", marked{trigger: "Talks", typ: "CONSULT"}, 2},                           // another time
		{"Peru and Chile met. Norway held talks.", marked{"talks", "CONSULT", []string{"Norway"}, nil}, 2},                       // another party
		{"Peru and Chile met. It rained. The market was closed. There were talks.", marked{trigger: "talks", typ: "CONSULT"}, 2}, // too far
		{"Peru and Chile met. It rained. The talks of Peru ended.", marked{"talks", "CONSULT", []string{"Peru"}, nil}, 1},        // a part of its parties
		{"Peru and Chile met on Monday. On Tuesday Peru held talks.", marked{"talks", "CONSULT", []string{"Peru"}, nil}, 2},      // another day
	} {
		if got := read(t, c.text, met, c.next); len(got) != c.want {
			t.Errorf("%s: %d events, want %d", c.text, len(got), c.want)
		}
	}
}

// Without a model there are no events, and nothing is guessed.
func TestNoModel(t *testing.T) {
	if got := read(t, "Peru attacked Chile."); len(got) != 0 {
		t.Errorf("%d events", len(got))
	}
}

// What the clause says is asked for is no event.
func TestAskedFor(t *testing.T) {
	got := read(t, "Peru demanded that Chile withdraw its troops.", marked{"demanded", "REQUEST", []string{"Peru"}, []string{"Chile"}}, marked{"withdraw", "RETREAT", []string{"Chile"}, nil})
	if len(got) != 1 || got[0].Type != "REQUEST" {
		t.Errorf("%d events: %+v", len(got), got)
	}
}
