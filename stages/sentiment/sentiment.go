package sentiment

import (
	"fmt"
	"strconv"

	"parley/schemas"
	"parley/stages"
)

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// analyzer holds the lexicons.
type analyzer struct {
	terms, cues *matcher
	mediators   map[string]bool // countries and actor ids, from the profile
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	a, err := newAnalyzer(stages.Text(lists, "talks_terms.tsv"), stages.Text(lists, "attitude.tsv"))
	if err != nil {
		return stages.PerArticle{}, err
	}
	if o.Profile != nil {
		for _, m := range o.Profile.Mediators {
			a.mediators[m] = true
		}
	}
	return stages.PerArticle{
		Name:   "sentiment",
		Doc:    "finds the attitude to the talks",
		Needs:  []stages.Layer{stages.LayerSentences, stages.LayerMentions, stages.LayerStatements},
		Yields: stages.LayerAttitudes,
		Data:   lists,
		Run: func(d *stages.Document) error {
			a.run(d)
			return nil
		},
	}, nil
}

func newAnalyzer(terms, attitude string) (*analyzer, error) {
	a := &analyzer{newMatcher(), newMatcher(), map[string]bool{}}
	err := stages.EachRow("sentiment/talks_terms.tsv", terms, 2, 2, func(r []string) error {
		switch r[0] {
		case strong, weak, purpose, topic, bar:
			return a.terms.add(r[1], r[0], 0)
		}
		return fmt.Errorf("unknown class %q; known are strong, weak, purpose, topic, bar", r[0])
	})
	if err != nil {
		return nil, err
	}
	err = stages.EachRow("sentiment/attitude.tsv", attitude, 3, 1, func(r []string) error {
		w, err := strconv.ParseFloat(r[1], 64)
		if err != nil || w < -1 || w > 1 {
			return fmt.Errorf("weight %q is no number from -1 to 1", r[1])
		}
		return a.cues.add(r[0], r[2], w)
	})
	if err != nil {
		return nil, err
	}
	return a, nil
}

func (a *analyzer) run(d *stages.Document) {
	hs := make([]hint, len(d.Sentences))
	for i, s := range d.Sentences {
		hs[i] = a.hints(s.Tokens)
	}
	pieces := piecesOf(d)
	about := a.about(d, hs)
	a.spread(d, pieces, about)
	d.SentenceAttitudes = make([]stages.Attitude, len(d.Sentences))
	for i, s := range d.Sentences {
		if about[i] {
			v, ev := a.score(d, s.Tokens, hs[i], 0, len(s.Tokens))
			d.SentenceAttitudes[i] = stages.Attitude{AboutTalks: true, Score: schemas.Num(v), Holder: holder(d, pieces, i), Evidence: ev}
		}
	}
	d.StatementAttitudes = make([]stages.Attitude, len(d.Statements))
	for i := range d.Statements {
		d.StatementAttitudes[i] = a.statement(d, pieces.of[i], hs, about, d.Statements[i].SpeakerID)
	}
}
