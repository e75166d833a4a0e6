package events

import (
	"fmt"
	"strconv"

	"parley/stages"
)

// Choice is a decision that weights.tsv makes, as Options.Trace sees it: whether
// what stands at Of has to do with the event that Event tells.
type Choice struct {
	Model    string       // source, target, date or same
	Event    stages.Place // trigger of the event
	Type     string       // of the event
	Of       stages.Place // of same the trigger of an earlier event, of date the time
	Actor    string       // of source and target
	Date     string       // of date, as YYYY-MM-DD, YYYY-MM or YYYY
	Features []string
	Score    float64 // log odds
}

// features are what is seen of a choice; each is there or not, so that sums are
// the same on every machine.
type features []string

// is adds a feature where it holds.
func (f *features) is(name string, holds bool) {
	if holds {
		*f = append(*f, name)
	}
}

// weights are the log odds that features of a choice add: what the file
// weights.tsv says of one model.
type weights map[string]float64

// of is the log odds of what has the features.
func (w weights) of(f features) (sum float64) {
	sum = w["bias"]
	for _, name := range f {
		sum += w[name]
	}
	return sum
}

// loadWeights reads weights.tsv.
func (v *vocabulary) loadWeights() error {
	v.weights = map[string]weights{}
	return each("weights.tsv", 3, 2, func(r []string) error {
		x, err := strconv.ParseFloat(r[2], 64)
		if err != nil {
			return fmt.Errorf("weight %q is no number", r[2])
		}
		if v.weights[r[0]] == nil {
			v.weights[r[0]] = weights{}
		}
		v.weights[r[0]][r[1]] = x
		return nil
	})
}

// choose is the log odds of a choice.
func (a *article) choose(c Choice) float64 {
	c.Score = a.weights[c.Model].of(c.Features)
	if a.trace != nil {
		a.trace(c)
	}
	return c.Score
}

// steps adds a feature for each bound that a value reaches.
func (f *features) steps(name []string, bounds []float32, v float32) {
	for i, b := range bounds {
		if v >= b {
			*f = append(*f, name[i])
		}
	}
}

// names are the names of the features that steps adds.
func names(prefix string, bounds []float32) (all []string) {
	for _, b := range bounds {
		all = append(all, prefix+strconv.FormatFloat(float64(b), 'g', -1, 32))
	}
	return all
}
