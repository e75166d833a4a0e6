package encode

import (
	"os"
	"reflect"
	"strings"
	"testing"

	"parley/stages"
	"parley/stages/annotate"
	"parley/stages/language/encoder"
	"parley/stages/stagetest"
)

func annotated(t *testing.T, text string) *stages.Document {
	t.Helper()
	a, err := annotate.New(annotate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	d := stagetest.Document(text)
	stagetest.Run(t, d, []stages.PerArticle{a})
	return d
}

var labels = encoder.Labels{
	Events: []string{"AGREE", "REJECT", "ASSAULT"}, Cues: []string{"cue", "quotation"}, Status: []string{"happened", "planned"},
	Attitudes: []string{"none", "-1", "0", "1"}, Issues: []string{"ceasefire", "prisoners"}, Stances: []string{"demands", "offers"},
}

// places finds the place of a word of the reader: the n-th mention of it.
func place(t *testing.T, texts []string, sentence int, word string) encoder.Place {
	t.Helper()
	at := strings.Index(texts[sentence], word)
	if at < 0 {
		t.Fatalf("no %q in %q", word, texts[sentence])
	}
	return encoder.Place{Sentence: int32(sentence), Start: int32(at)}
}

func TestWordsBecomeTokens(t *testing.T) {
	d := annotated(t, "The U.S. envoys didn't agree.\n\n***\n\nRebels – so he said – “rejected” it.")
	last := len(d.Sentences) - 1
	token := func(s int, word string) stages.Place {
		for i, k := range d.Sentences[s].Tokens {
			if d.Word(k) == word {
				return stages.Place{Sentence: int32(s), Token: int32(i)}
			}
		}
		t.Fatalf("no token %q", word)
		return stages.Place{}
	}
	var texts []string
	model := func(in []string, f encoder.Floors) *encoder.Reading {
		texts = in
		if f.Event <= 0 || f.Event >= defaults.Event || f.Cue >= defaults.Cue || f.Issue >= defaults.Issue {
			t.Errorf("floors %+v", f)
		}
		us, point := place(t, in, 0, "U.S."), place(t, in, 0, "S.")
		agree, rejected := place(t, in, 0, "agree"), place(t, in, last, "rejected")
		arcs := encoder.Arcs{To: []encoder.Arc{{Place: us, P: 0.25}, {Place: point, P: 0.25}, {Place: agree, P: 0.125}}, Nowhere: 0.375}
		return &encoder.Reading{
			Words: []encoder.Word{
				{Place: us, Events: []float32{0.75, 0, 0.25, 0}, Cues: []float32{1, 0, 0}, Trigger: &encoder.Trigger{Status: []float32{0.5, 0.5}}},
				{Place: point, Events: []float32{0.5, 0, 0.5, 0}, Cues: []float32{1, 0, 0}, Trigger: &encoder.Trigger{Status: []float32{1, 0}}},
				{Place: agree, Events: []float32{0.5, 0.125, 0.375, 0}, Cues: []float32{1, 0, 0}, Trigger: &encoder.Trigger{Source: arcs, Status: []float32{0.25, 0.75}, Background: 0.5}},
				{Place: rejected, Events: []float32{1, 0, 0, 0}, Cues: []float32{0.5, 0.375, 0.125}, Cue: &encoder.Cue{Speaker: encoder.Arcs{Nowhere: 1}, End: arcs}},
			},
			Sentences: []encoder.Sentence{
				{Sentence: 0, Attitude: []float32{0.5, 0.375, 0, 0.125}, Issues: []float32{0.005, 0.5}, Stances: []float32{0.5, 0.5, 0.25, 0.75}, Holder: arcs},
				{Sentence: int32(last), Attitude: []float32{1, 0, 0, 0}, Issues: []float32{0, 0}, Stances: []float32{1, 0, 1, 0}},
			},
		}
	}
	r := reader{labels: &labels, document: d}
	got := r.read(model)
	if len(got.Sentences) != len(d.Sentences) || texts[0] != "The U.S. envoys didn't agree." || texts[1] != "" {
		t.Fatalf("%d readings of %d sentences, texts %q", len(got.Sentences), len(d.Sentences), texts)
	}
	wantArcs := stages.Arcs{To: []stages.Arc{{Place: token(0, "U.S."), P: 0.5}, {Place: token(0, "agree"), P: 0.125}}, Nowhere: 0.375}
	first := got.Sentences[0]
	want := stages.SentenceReading{
		Read: true, Talks: 0.5, Attitude: [3]float32{0.75, 0, 0.25}, Holder: wantArcs,
		Positions: []stages.Position{{Issue: "prisoners", P: 0.5, Stances: []stages.Probable{{Label: "offers", P: 0.75}, {Label: "demands", P: 0.25}}}},
		Triggers: []stages.Trigger{
			{Token: token(0, "U.S.").Token, P: 0.5, Types: []stages.Probable{{Label: "REJECT", P: 1}}, Status: []stages.Probable{{Label: "happened", P: 1}}},
			{Token: token(0, "agree").Token, P: 0.5, Types: []stages.Probable{{Label: "REJECT", P: 0.75}, {Label: "AGREE", P: 0.25}}, Source: wantArcs,
				Status: []stages.Probable{{Label: "planned", P: 0.75}, {Label: "happened", P: 0.25}}, Background: 0.5},
		},
	}
	if !reflect.DeepEqual(first, want) {
		t.Errorf("first sentence:\n%+v\nwant\n%+v", first, want)
	}
	if s := got.Sentences[1]; !reflect.DeepEqual(s, stages.SentenceReading{}) {
		t.Errorf("stars are read as %+v", s)
	}
	c := got.Sentences[last].Cues
	if len(c) != 1 || c[0].Token != token(last, "rejected").Token || c[0].P != 0.5 || c[0].Quotation != 0.25 || !reflect.DeepEqual(c[0].End, wantArcs) {
		t.Errorf("cues %+v", c)
	}
}

func TestChosen(t *testing.T) {
	arc := func(token int32, p float32) stages.Arc { return stages.Arc{Place: stages.Place{Token: token}, P: p} }
	for _, c := range []struct {
		to      []stages.Arc
		nowhere float32
		want    []int32
	}{
		{nil, 1, nil},
		{[]stages.Arc{arc(1, 0.4)}, 0.6, nil},
		{[]stages.Arc{arc(1, 0.1), arc(2, 0.08)}, 0.3, []int32{1}}, // the likeliest, however little
		{[]stages.Arc{arc(1, 0.2), arc(2, 0.4), arc(3, 0.15)}, 0.2, []int32{1, 2}},
		{[]stages.Arc{arc(1, 0.3), arc(2, 0.3)}, 0.4, []int32{1, 2}},
		{[]stages.Arc{arc(1, 0.09), arc(2, 0.15)}, 0.4, []int32{2}},
	} {
		var got []int32
		for _, a := range (stages.Arcs{To: c.to, Nowhere: c.nowhere}).Chosen(defaults) {
			got = append(got, a.Token)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%v: tokens %v, want %v", c.to, got, c.want)
		}
	}
}

func TestThresholdsOfTheModel(t *testing.T) {
	got := thresholds(map[string]float32{"event": 0.3, "arc_min": 0.2, "other": 1})
	want := defaults
	want.Event, want.ArcLeast = 0.3, 0.2
	if got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestWithoutAModelNothingIsSaid(t *testing.T) {
	d := annotated(t, "Rebels shelled the port.")
	s, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	stagetest.Run(t, d, []stages.PerArticle{s})
	if !reflect.DeepEqual(d.Reading, stages.Reading{}) {
		t.Errorf("%+v", d.Reading)
	}
}

// model is the one that is part of the program or that PARLEY_MODEL names.
func model(t *testing.T) *encoder.Source {
	t.Helper()
	s := encoder.Embedded()
	if name := os.Getenv("PARLEY_MODEL"); name != "" {
		var err error
		if s, err = encoder.Open(name); err != nil {
			t.Fatal(err)
		}
	}
	if s == nil {
		t.Skip("no model is part of the program")
	}
	return s
}

// Sentences of our own whose reading nobody would dispute.
func TestTheModelReads(t *testing.T) {
	s, err := New(Options{Model: model(t)})
	if err != nil {
		t.Fatal(err)
	}
	d := annotated(t, "Rebels shelled the port of Kerem on Monday, killing four people.\n\n“We will never give up the valley,” President Adan Oro said.\n\nThe two sides signed a ceasefire agreement in Geneva.")
	stagetest.Run(t, d, []stages.PerArticle{s})
	word := func(p stages.Place) string { return d.Word(d.Sentences[p.Sentence].Tokens[p.Token]) }
	t.Logf("%+v", d.Reading.Thresholds)
	found := map[string]string{}
	for i, s := range d.Reading.Sentences {
		for _, x := range s.Triggers {
			if x.P >= d.Reading.Thresholds.Event {
				found[d.Word(d.Sentences[i].Tokens[x.Token])] = x.Types[0].Label
				for _, a := range x.Source.Chosen(d.Reading.Thresholds) {
					found[x.Types[0].Label] += word(a.Place) + " "
				}
			}
		}
		for _, x := range s.Cues {
			if x.P >= d.Reading.Thresholds.Cue {
				for _, a := range x.Speaker.Chosen(d.Reading.Thresholds) {
					found["speaker"] += word(a.Place) + " "
				}
				found["said"] += word(x.Begin.Best().Place) + " ... " + word(x.End.Best().Place)
			}
		}
	}
	for name, want := range map[string]string{"shelled": "ASSAULT", "ASSAULT": "Rebels", "signed": "AGREE", "speaker": "Oro", "said": "We ... valley"} {
		if !strings.Contains(found[name], want) {
			t.Errorf("%s is %q, want %q", name, found[name], want)
		}
	}
}
