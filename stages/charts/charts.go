package charts

import (
	"fmt"
	"io"

	"parley/stages"
)

// Options configures the stage.
type Options struct {
	Profile *stages.Profile // sides and rounds of talks; nil is a conflict of which nothing is known
}

// New returns the stage.
func New(o Options) (stages.PerCorpus, error) {
	face, err := newTypeface()
	if err != nil {
		return stages.PerCorpus{}, err
	}
	if o.Profile == nil {
		o.Profile = &stages.Profile{}
	}
	return stages.PerCorpus{
		Name:  "charts",
		Doc:   "draws the metrics, as PNG and as SVG",
		Needs: []string{"articles", "events", "meetings", "statement_frequency", "talks_sentiment", "event_counts", "figure_series", "position_ledger", "actors"},
		Run: func(s stages.Store) error {
			f, err := readFacts(s, o.Profile)
			if err != nil {
				return fmt.Errorf("charts: %w", err)
			}
			all := pictures(f)
			for _, c := range all {
				if err := write(s, face, c); err != nil {
					return fmt.Errorf("charts: %s: %w", c.name, err)
				}
			}
			if err := writeIndex(s, all); err != nil {
				return fmt.Errorf("charts: %w", err)
			}
			return nil
		},
	}, nil
}

// pictures are all charts, in the order in which a reader wants them.
func pictures(f *facts) []picture {
	all := []picture{
		speakers(f), // who speaks
		pace(f),     // when they speak
		weeks(f),    // the same of more speakers, as a map
		voice(f),    // who is heard beside whom
		mood(f),     // how they speak of the talks
		talks(f),    // who meets whom
		stands(f),   // who wants what
		course(f),   // who moved
		deeds(f),    // what is done
		claimed(f),  // which numbers are claimed
	}
	for i := range all {
		all[i].source = f.source()
		if i > 0 { // over time
			all[i].notes = append(all[i].notes, f.cut()...)
		}
	}
	return all
}

func write(s stages.Store, face *typeface, c picture) error {
	if err := s.WriteFile(c.name+".png", func(w io.Writer) error { return c.png(face, w) }); err != nil {
		return err
	}
	return s.WriteFile(c.name+".svg", func(w io.Writer) error { return c.svg(face, w) })
}
