package copies

import "parley/stages"

// Options configures the stage.
type Options struct{}

// New returns the part of the stage that makes an article's sketch.
func New(o Options) (stages.PerArticle, error) {
	h := newHasher()
	return stages.PerArticle{
		Name:   "copies",
		Doc:    "makes a sketch of the text, to find copies of a story by",
		Needs:  []stages.Layer{stages.LayerArticle},
		Yields: stages.LayerSketch,
		Run: func(d *stages.Document) error {
			d.Sketch = h.sketch(d.Article.Text)
			return nil
		},
	}, nil
}

// NewResolver returns the part of the stage that compares all articles.
func NewResolver() stages.Resolver {
	return stages.Resolver{
		Name: "copies",
		Doc:  "says which article copies which",
		Run:  resolve,
	}
}
