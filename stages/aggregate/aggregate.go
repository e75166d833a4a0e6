// Package aggregate ...
package aggregate

import "parley/stages"

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// New returns the stage.
func New(o Options) (stages.PerCorpus, error) {
	return stages.PerCorpus{Name: "aggregate", Run: func(stages.Store) error { return nil }}, nil
}
