package pipeline

import "parley/stages"

// Options of a run.
type Options struct {
	Articles   []string // files, folders, globs, or "-"
	Out        string
	Profile    *stages.Profile
	ActorsFile string // the user's own actors, "" for none
	Workers    int
	Force      bool
	Quiet      bool
}
