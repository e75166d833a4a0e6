package dates

import (
	"io/fs"

	"parley/stages"
	"parley/stages/language/times"
)

// Options configures the stage.
type Options struct{}

// New returns the part of the stage that finds an article's clues.
func New(o Options) (stages.PerArticle, error) {
	x, err := newExtractor()
	if err != nil {
		return stages.PerArticle{}, err
	}
	return stages.PerArticle{
		Name:      "dates",
		Doc:       "finds the sentences that tell what happened when, to date other articles by",
		Languages: []string{"en"},
		Needs:     []stages.Layer{stages.LayerArticle},
		Yields:    stages.LayerClues,
		Data:      []fs.FS{data, times.Files},
		Run: func(d *stages.Document) error {
			if l := d.Article.Language; l == "" || l == "en" {
				d.Clues = x.clues(d.Article.Text, d.Article.Published.Year)
			}
			return nil
		},
	}, nil
}

// NewDater returns the part of the stage that compares all articles.
func NewDater() stages.Dater {
	return stages.Dater{
		Name: "dates",
		Doc:  "dates articles without a date by others that tell of the same events",
		Run:  resolve,
	}
}
