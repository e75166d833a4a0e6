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

// read runs the stage on a text of which a hand-made reading says what tells an
// event and where its parties are named, so that the rules are tested without a
// model.
func read(t *testing.T, text, trigger, typ string, source, target []string) []schemas.Event {
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
	at := place(trigger)
	d.Reading.Sentences[at.Sentence].Triggers = []stages.Trigger{{
		Token: at.Token, P: 1, Types: []stages.Probable{{Label: typ, P: 1}}, Status: []stages.Probable{{Label: "happened", P: 1}},
		Source: arcs(source), Target: arcs(target), Same: stages.Arcs{Nowhere: 1},
	}}
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
		{"Peruvian residents attacked a town in Chile. Peru denied it.", "attacked", "ASSAULT", []string{"residents"}, nil, []string{"peru"}, nil},
		{"Peruvian residents attacked Chile. Peru denied it.", "attacked", "ASSAULT", []string{"residents"}, []string{"Chile"}, []string{"peru"}, []string{"chile"}},
		{"The envoys of Peru attacked the allies of Chile.", "attacked", "ASSAULT", []string{"envoys"}, []string{"allies"}, []string{"peru"}, nil},
		{"Peru and Chile held talks.", "talks", "CONSULT", []string{"Peru", "Chile"}, nil, []string{"peru", "chile"}, nil},
		{"Chile was attacked by Peru.", "attacked", "ASSAULT", []string{"Peru"}, []string{"Peru"}, []string{"peru"}, nil},
	} {
		got := read(t, c.text, c.trigger, c.typ, c.source, c.target)
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
		{"Peru agreed on Sunday to withdraw from Chile.", "withdraw", "2021-06-06", "day"},
		{"Peru has been at odds with Norway since it attacked Chile in 2014.", "attacked", "2014-01-01", "year"},
	} {
		got := read(t, c.text, c.trigger, "ASSAULT", nil, nil)
		if len(got) != 1 {
			t.Errorf("%s: %d events, want one", c.text, len(got))
			continue
		}
		if e := got[0]; e.Date.String() != c.date || e.DatePrecision != c.precision {
			t.Errorf("%s: %s %s, want %s %s", c.text, e.Date, e.DatePrecision, c.date, c.precision)
		}
	}
}
