// Package figures is the stage that finds quantities and what they count.
package figures

import "parley/stages"

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	return stages.PerArticle{
		Name:   "figures",
		Doc:    "finds quantities and what they count",
		Needs:  []stages.Layer{stages.LayerSentences, stages.LayerMentions, stages.LayerStatements},
		Yields: stages.LayerFigures,
		Run:    func(d *stages.Document) error { return nil },
	}, nil
}
