// Package statements is the stage that finds who said what.
package statements

import "parley/stages"

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	return stages.PerArticle{
		Name:   "statements",
		Doc:    "finds who said what",
		Needs:  []stages.Layer{stages.LayerSentences, stages.LayerMentions},
		Yields: stages.LayerStatements,
		Run:    func(d *stages.Document) error { return nil },
	}, nil
}
