package sentiment

import (
	"slices"

	"parley/stages"
)

// shares gives each token the share of its part of a contrast. Where nothing speaks
// against the talks, there is none: "they are ready to negotiate, but not today".
func (s *sentence) shares() []float64 {
	share := make([]float64, len(s.tok))
	for i := range share {
		share[i] = 1
	}
	if slices.ContainsFunc(s.cues, func(f found) bool { return f.weight < 0 }) {
		contrast(s.tok, share)
	}
	return share
}

// contrast lowers the share of the lesser part of a contrast: what follows "but"
// outweighs what precedes it, a clause with "although" its main clause.
func contrast(tok []stages.Token, share []float64) {
	for i, k := range tok {
		switch k.Lower {
		case "but", "nevertheless", "nonetheless":
			if i > 0 && (negations[tok[i-1].Lower] || tok[i-1].Lower == "all" || tok[i-1].Lower == "anything") {
				continue // "nothing but", "all but"
			}
			for j := range i {
				share[j] = aside
			}
		case "although", "though", "despite", "whereas", "notwithstanding":
			if i > 3 && (k.Lower == "although" || k.Lower == "though") {
				continue // after its main clause it is said with equal weight
			}
			for j := i; j < len(tok) && (tok[j].Lower != "," || j < i+2); j++ {
				share[j] = aside
			}
		}
	}
}
