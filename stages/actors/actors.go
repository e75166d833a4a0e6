package actors

import (
	"io/fs"

	"parley/stages"
	"parley/stages/language/nations"
)

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
	File    string // the user's own actors, "" for none
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	l, err := load(o)
	if err != nil {
		return stages.PerArticle{}, err
	}
	return stages.PerArticle{
		Name:   "actors",
		Doc:    "finds who is named or referred to",
		Needs:  []stages.Layer{stages.LayerArticle, stages.LayerSentences},
		Yields: stages.LayerMentions,
		Data:   []fs.FS{data, nations.Files},
		Run:    l.run,
	}, nil
}
