package encode

import (
	"fmt"

	"parley/stages"
	"parley/stages/language/encoder"
)

// Options configures the stage.
type Options struct {
	Model *encoder.Source // nil: no model reads
}

// New returns the stage. The model is unpacked by the first article.
func New(o Options) (stages.PerArticle, error) {
	return stages.PerArticle{
		Name:   "encode",
		Doc:    "reads a text with the learned model: events, statements, talks, positions",
		Needs:  []stages.Layer{stages.LayerArticle, stages.LayerSentences},
		Yields: stages.LayerReading,
		Run: func(d *stages.Document) error {
			if o.Model == nil {
				d.Reading = stages.Reading{}
				return nil
			}
			m, err := o.Model.Model()
			if err != nil {
				return fmt.Errorf("model %s: %w", o.Model.Name, err)
			}
			r := reader{labels: &m.Labels, document: d}
			d.Reading = r.read(m.Read)
			d.Reading.Thresholds = thresholds(m.Thresholds)
			d.Reading.Model = o.Model.Hash
			return nil
		},
	}, nil
}

// Probabilities from which on something is looked into or told at all. They lie
// well below the thresholds, so that later stages may choose.
const (
	floorEvent = 0.15
	floorCue   = 0.15
	floorIssue = 0.01
	floorType  = 0.02
)

// defaults are the thresholds of a model whose file tells none.
var defaults = stages.Thresholds{Event: 0.45, Cue: 0.5, Talks: 0.5, Background: 0.5, Issue: 0.4, ArcLeast: 0.12, ArcShare: 0.45}

func thresholds(of map[string]float32) stages.Thresholds {
	t := defaults
	for name, to := range map[string]*float32{"event": &t.Event, "cue": &t.Cue, "talks": &t.Talks, "background": &t.Background, "issue": &t.Issue, "arc_min": &t.ArcLeast, "arc_share": &t.ArcShare} {
		if v, ok := of[name]; ok {
			*to = v
		}
	}
	return t
}

// reader makes the layer of one document.
type reader struct {
	labels   *encoder.Labels
	document *stages.Document
}

func (r *reader) read(model func([]string, encoder.Floors) *encoder.Reading) stages.Reading {
	d := r.document
	texts := make([]string, len(d.Sentences))
	for i := range d.Sentences {
		if s := &d.Sentences[i]; worthReading(s) {
			texts[i] = d.Article.Text[s.Start:s.End]
		}
	}
	found := model(texts, encoder.Floors{Event: floorEvent, Cue: floorCue, Issue: floorIssue})
	out := stages.Reading{Sentences: make([]stages.SentenceReading, len(d.Sentences))}
	for i := range found.Sentences {
		s := &found.Sentences[i]
		r.sentence(&out.Sentences[s.Sentence], s)
	}
	for i := range found.Words {
		w := &found.Words[i]
		at, ok := r.token(w.Place)
		if !ok {
			continue
		}
		s := &out.Sentences[at.Sentence]
		if w.Trigger != nil {
			s.Triggers = appendBetter(s.Triggers, r.trigger(at.Token, w))
		}
		if w.Cue != nil {
			s.Cues = appendBetterCue(s.Cues, r.cue(at.Token, w))
		}
	}
	return out
}

func appendBetter(all []stages.Trigger, t stages.Trigger) []stages.Trigger {
	if n := len(all); n > 0 && all[n-1].Token == t.Token {
		if t.P > all[n-1].P {
			all[n-1] = t
		}
		return all
	}
	return append(all, t)
}

func appendBetterCue(all []stages.Cue, c stages.Cue) []stages.Cue {
	if n := len(all); n > 0 && all[n-1].Token == c.Token {
		if c.P > all[n-1].P {
			all[n-1] = c
		}
		return all
	}
	return append(all, c)
}

func (r *reader) sentence(to *stages.SentenceReading, s *encoder.Sentence) {
	to.Read = true
	to.Talks = 1 - s.Attitude[0]
	for i := range to.Attitude {
		to.Attitude[i] = share(s.Attitude[1+i], to.Talks)
	}
	to.Holder = r.arcs(s.Holder)
	stances := len(r.labels.Stances)
	for i, p := range s.Issues {
		if p >= floorIssue {
			to.Positions = append(to.Positions, stages.Position{Issue: r.labels.Issues[i], P: p, Stances: likeliest(r.labels.Stances, s.Stances[i*stances:][:stances], 1)})
		}
	}
}

func (r *reader) trigger(token int32, w *encoder.Word) stages.Trigger {
	p := 1 - w.Events[0]
	return stages.Trigger{
		Token: token, P: p, Types: likeliest(r.labels.Events, w.Events[1:], p),
		Source: r.arcs(w.Trigger.Source), Target: r.arcs(w.Trigger.Target), Same: r.arcs(w.Trigger.Same),
		Status: likeliest(r.labels.Status, w.Trigger.Status, 1), Background: w.Trigger.Background,
	}
}

func (r *reader) cue(token int32, w *encoder.Word) stages.Cue {
	p := 1 - w.Cues[0]
	return stages.Cue{
		Token: token, P: p, Quotation: share(w.Cues[len(w.Cues)-1], p),
		Speaker: r.arcs(w.Cue.Speaker), Begin: r.arcs(w.Cue.Begin), End: r.arcs(w.Cue.End),
	}
}
