package stories

import (
	"fmt"
	"io/fs"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/lexicon"
)

// Options configures the stage: there is nothing to set.
type Options struct{}

// New returns the stage. It fails only when a data file is damaged.
func New(Options) (stages.PerCorpus, error) {
	spellings, err := lexicon.LoadSpellings()
	if err != nil {
		return stages.PerCorpus{}, err
	}
	return stages.PerCorpus{
		Name:     "stories",
		Doc:      "finds the reports of one event in several articles",
		Needs:    []string{"articles", "actors", "sentences", "events"},
		Rewrites: []string{"events"},
		Data:     []fs.FS{lexicon.SpellingFiles},
		Run: func(s stages.Store) error {
			if err := run(s, spellings); err != nil {
				return fmt.Errorf("stories: %w", err)
			}
			return nil
		},
	}, nil
}

func run(s stages.Store, spellings lexicon.Spellings) error {
	c, err := readCorpus(s, spellings)
	if err != nil {
		return err
	}
	story := c.stories()
	return s.Write("events", func(yield func(any) error) error {
		return stages.Scan(s, func(r *schemas.Event) error {
			r.Story = r.EventID
			if of, ok := story[r.EventID]; ok {
				r.Story = of
			}
			return yield(r)
		})
	})
}

// stories maps the ids of the rows that report another row's event to that
// row's id.
func (c *corpus) stories() map[string]string {
	first := make([]int32, len(c.reports)) // to the first row of its story
	for i := range first {
		first[i] = int32(i)
	}
	c.joinCopies(first)
	c.joinReports(first)
	story := map[string]string{}
	for i, r := range c.reports {
		f := first[first[i]] // a copy leads to its original, and that to the story's first
		if int(f) != i {
			story[r.id] = c.reports[f].id
		}
	}
	return story
}
