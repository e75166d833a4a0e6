// Package sentiment is the stage that finds the attitude to the talks.
package sentiment

import "parley/stages"

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	return stages.PerArticle{
		Name:   "sentiment",
		Doc:    "finds the attitude to the talks",
		Needs:  []stages.Layer{stages.LayerSentences, stages.LayerMentions, stages.LayerStatements},
		Yields: stages.LayerAttitudes,
		Run:    func(d *stages.Document) error { return nil },
	}, nil
}
