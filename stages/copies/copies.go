// Package copies is the stage that finds copies of a story.
package copies

import "parley/stages"

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	return stages.PerArticle{
		Name:   "copies",
		Doc:    "finds copies of a story",
		Needs:  []stages.Layer{stages.LayerArticle},
		Yields: stages.LayerSketch,
		Run:    func(d *stages.Document) error { return nil },
	}, nil
}

// NewResolver returns the part of the stage that compares all articles.
func NewResolver() stages.Resolver {
	return stages.Resolver{Name: "copies", Doc: "finds copies of a story", Run: func(c []stages.Card) []stages.Verdict { return make([]stages.Verdict, len(c)) }}
}
