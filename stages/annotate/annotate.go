// Package annotate is the stage that splits a text into sentences and tokens.
package annotate

import "parley/stages"

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	return stages.PerArticle{
		Name:   "annotate",
		Doc:    "splits a text into sentences and tokens",
		Needs:  []stages.Layer{stages.LayerArticle},
		Yields: stages.LayerSentences,
		Run:    func(d *stages.Document) error { return nil },
	}, nil
}
