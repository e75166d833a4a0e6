package sentiment

import (
	"io/fs"
	"math"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/speech"
)

// Options configures the stage.
type Options struct{}

// New returns the stage.
func New(Options) (stages.PerArticle, error) {
	t, err := loadTerms()
	if err != nil {
		return stages.PerArticle{}, err
	}
	return stages.PerArticle{
		Name:      "sentiment",
		Doc:       "finds the attitude to the talks",
		Languages: []string{"en"},
		Needs:     []stages.Layer{stages.LayerArticle, stages.LayerSentences, stages.LayerReading, stages.LayerMentions, stages.LayerStatements},
		Yields:    stages.LayerAttitudes,
		Data:      []fs.FS{lists},
		Run:       t.run,
	}, nil
}

func (t *terms) run(d *stages.Document) error {
	if len(d.Reading.Sentences) == 0 {
		return nil
	}
	said := speech.New(d)
	d.SentenceAttitudes = make([]stages.Attitude, len(d.Sentences))
	for i, x := range t.about(d) {
		if r := &d.Reading.Sentences[i]; x.talks {
			d.SentenceAttitudes[i] = attitude(float64(r.Attitude[0]), float64(r.Attitude[1]), float64(r.Attitude[2]))
			d.SentenceAttitudes[i].Evidence = spans(d, i, x.terms)
			d.SentenceAttitudes[i].Holder = holder(d, said, i)
		}
	}
	d.StatementAttitudes = make([]stages.Attitude, len(d.Statements))
	for i := range d.StatementAttitudes {
		d.StatementAttitudes[i] = statement(d, &d.Statements[i])
	}
	return nil
}

// attitude is that of the probabilities of the three classes: its score is their
// expected value, in hundredths, its class the likeliest, the middle one of two
// that are equally so.
func attitude(minus, zero, plus float64) stages.Attitude {
	class := int32(0)
	if plus > zero && plus > minus {
		class = 1
	} else if minus > zero && minus > plus {
		class = -1
	}
	return stages.Attitude{AboutTalks: true, Score: schemas.Num(math.Round((plus-minus)*100) / 100), Class: &class}
}
