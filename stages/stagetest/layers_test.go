package stagetest

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
)

// Every field of Document that a stage can see is part of a layer.
func TestLayersHoldAllFields(t *testing.T) {
	known := map[string]bool{"Notes": true}
	for _, l := range layers {
		for _, f := range l.fields {
			known[f] = true
		}
	}
	doc := reflect.TypeFor[stages.Document]()
	for i := range doc.NumField() {
		if f := doc.Field(i); f.IsExported() && !known[f.Name] {
			t.Errorf("the field %s belongs to no layer", f.Name)
		}
	}
}

func TestCloneIsDeep(t *testing.T) {
	score := 0.5
	d := &stages.Document{
		Sentences:         []stages.Sentence{{Tokens: []stages.Token{{Lower: "a"}}}},
		SentenceAttitudes: []stages.Attitude{{Score: &score, Evidence: []schemas.Span{{Start: 1}}}},
	}
	c := view(d, func(stages.Layer) bool { return true })
	c.Sentences[0].Tokens[0].Lower = "b"
	*c.SentenceAttitudes[0].Score = 1
	c.SentenceAttitudes[0].Evidence[0].Start = 2
	if d.Sentences[0].Tokens[0].Lower != "a" || score != 0.5 || d.SentenceAttitudes[0].Evidence[0].Start != 1 {
		t.Error("a change of the copy is one of the document")
	}
}

// failures takes what a stage is blamed for.
type failures struct {
	testing.TB
	said []string
}

func (f *failures) Helper() {}
func (f *failures) Errorf(format string, a ...any) {
	f.said = append(f.said, fmt.Sprintf(format, a...))
}

// What a stage must not do, it is blamed for.
func TestStagesAreBlamed(t *testing.T) {
	runs := 0
	for want, s := range map[string]stages.PerArticle{
		"changed the layer sentences": {Needs: []stages.Layer{stages.LayerSentences}, Yields: stages.LayerFigures, Run: func(d *stages.Document) error {
			d.Sentences[0].Tokens[0].Lower = "b"
			return nil
		}},
		"rests on layers": {Needs: []stages.Layer{stages.LayerArticle}, Yields: stages.LayerFigures, Run: func(d *stages.Document) error {
			d.Figures = make([]schemas.Figure, len(d.Sentences))
			return nil
		}},
		"a second run gives another layer": {Yields: stages.LayerFigures, Run: func(d *stages.Document) error {
			runs++
			d.Figures = make([]schemas.Figure, runs)
			return nil
		}},
	} {
		f := &failures{TB: t}
		d := Document("a")
		d.Sentences = []stages.Sentence{{End: 1, Tokens: []stages.Token{{End: 1, Lower: "a"}}}}
		Run(f, d, []stages.PerArticle{s})
		if !strings.Contains(strings.Join(f.said, "\n"), want) {
			t.Errorf("blamed for %q, should be %q", f.said, want)
		}
	}
}
