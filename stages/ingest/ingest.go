// Package ingest is the stage that finds articles in files, folders, globs and standard input.
package ingest

import (
	"context"

	"parley/schemas"
	"parley/stages"
)

// Options configures the stage.
type Options struct{}

// New returns the stage.
func New(o Options) (stages.Source, error) {
	return stages.Source{Name: "ingest", Doc: "finds articles in files, folders, globs and standard input",
		Run: func(ctx context.Context, args []string, emit func(*stages.Document) error, refuse func(schemas.Reject)) error {
			return nil
		}}, nil
}
