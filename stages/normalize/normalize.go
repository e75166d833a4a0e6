// Package normalize is the stage that finds an article's own text, title, date and language.
package normalize

import "parley/stages"

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	return stages.PerArticle{
		Name:   "normalize",
		Doc:    "finds an article's own text, title, date and language",
		Needs:  []stages.Layer{stages.LayerInput},
		Yields: stages.LayerArticle,
		Run:    func(d *stages.Document) error { return nil },
	}, nil
}
