// Package events is the stage that finds who did what to whom.
package events

import "parley/stages"

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	return stages.PerArticle{
		Name:   "events",
		Doc:    "finds who did what to whom",
		Needs:  []stages.Layer{stages.LayerSentences, stages.LayerMentions, stages.LayerStatements},
		Yields: stages.LayerEvents,
		Run:    func(d *stages.Document) error { return nil },
	}, nil
}
