package pipeline

import (
	"parley/stages"
	"parley/stages/language/encoder"
)

// Options of a run.
type Options struct {
	Articles   []string // files, folders, globs, or "-"
	Out        string
	Profile    *stages.Profile // nil: the shipped one that the articles fit, or none
	Asked      string          // how the profile was chosen: "auto", or its name
	ActorsFile string          // the user's own actors, "" for none
	Model      *encoder.Source // the learned reader, nil for none
	Least      float64         // confidence from which on an event is written, 0 for the stage's own
	Workers    int
	Force      bool
	Quiet      bool
	Strict     bool // rejects are an error, though the outputs are written
	Panic      bool // a panic of a stage ends the run, as tests want it

	before func(operation, path string) // of disk, for tests
}
