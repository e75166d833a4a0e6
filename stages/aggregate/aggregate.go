package aggregate

import (
	"embed"
	"fmt"
	"io/fs"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/lexicon"
)

//go:embed *.tsv
var lists embed.FS

// known is what the stage's own lists say.
type known struct {
	spellings lexicon.Spellings // of places
	blocs     map[string]string // of actors
}

// Options configures the stage. What it knows of the conflict comes with the
// actors' sides.
type Options struct{}

// New returns the stage.
// It fails only when a data file of its own is damaged.
func New(Options) (stages.PerCorpus, error) {
	spellings, err := lexicon.LoadSpellings()
	if err != nil {
		return stages.PerCorpus{}, err
	}
	blocs, err := lexicon.Pairs(lists, "aggregate/blocs.tsv")
	if err != nil {
		return stages.PerCorpus{}, err
	}
	k := known{spellings, blocs}
	return stages.PerCorpus{
		Name:   "aggregate",
		Doc:    "counts statements, attitudes, events, figures and positions by day, week and month",
		Needs:  []string{"articles", "actors", "statements", "sentences", "events", "figures", "positions"},
		Yields: []string{"statement_frequency", "talks_sentiment", "event_counts", "figure_series", "position_ledger"},
		Data:   []fs.FS{lists, lexicon.SpellingFiles},
		Run:    func(s stages.Store) error { return run(s, k) },
	}, nil
}

func run(s stages.Store, k known) error {
	c, err := readCorpus(s, k)
	if err != nil {
		return fmt.Errorf("aggregate: %w", err)
	}
	for _, metric := range []func(stages.Store, *corpus) error{
		metric(newFrequency, (*frequency).add, (*frequency).rows),
		metric(newTalks, (*talks).add, (*talks).rows),
		metric(newDyads, (*dyads).add, (*dyads).rows),
		metric(newSeries, (*series).add, (*series).rows),
		metric(newLedger, (*ledger).add, (*ledger).rows),
	} {
		if err := metric(s, c); err != nil {
			return err
		}
	}
	return nil
}

// metric reads every In row of an article that counts into an accumulator A
// and writes the Out rows that it yields.
func metric[A, In, Out any](create func(*corpus) A, add func(A, *In), rows func(A) []Out) func(stages.Store, *corpus) error {
	return func(s stages.Store, c *corpus) error {
		a := create(c)
		err := stages.Scan(s, func(r *In) error { add(a, r); return nil })
		if err == nil {
			err = stages.Write(s, rows(a))
		}
		if err != nil {
			return fmt.Errorf("aggregate: %s: %w", schemas.Of[Out]().Name, err)
		}
		return nil
	}
}
