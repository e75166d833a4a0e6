// Package actors is the stage that finds who is named or referred to.
package actors

import "parley/stages"

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
	File    string // the user's own actors, "" for none
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	return stages.PerArticle{
		Name:   "actors",
		Doc:    "finds who is named or referred to",
		Needs:  []stages.Layer{stages.LayerArticle, stages.LayerSentences},
		Yields: stages.LayerMentions,
		Run:    func(d *stages.Document) error { return nil },
	}, nil
}

// NewObserver returns the part of the stage that makes the table actors.
func NewObserver(o Options) stages.Observer {
	return stages.Observer{Name: "actors", Doc: "counts the actors of the corpus", Yields: "actors", See: func(*stages.Document) {}, Rows: func(func(any) error) error { return nil }}
}
