package sentiment

import (
	"math"

	"parley/schemas"
	"parley/stages"
)

// The weights of the method. They are few on purpose: the knowledge is in the
// lexicon.
const (
	turned   = -0.4 // a negated refusal is a weak yes
	possible = 0.5  // "could lead to"
	asked    = 0.25 // a question, a condition
	aside    = 0.35 // the lesser part of a contrast
	distant  = 0.5  // no word on talks nearby
	undone   = 0.2  // "failed to reach an agreement", "progress has stalled"
	nearby   = 12   // tokens
	least    = 0.3  // a smaller sum is neutral
)

var negations = words("not", "n't", "no", "never", "neither", "nor", "without", "hardly", "cannot", "nothing", "lack", "nobody", "none")
var modals = words("could", "may", "might", "would", "possible", "potential", "possibly", "perhaps", "should")
var conditions = words("if", "unless", "whether")

func words(w ...string) map[string]bool {
	m := map[string]bool{}
	for _, x := range w {
		m[x] = true
	}
	return m
}

// score adds up what the tokens from to (half-open) of a sentence say of the
// talks, and gives the words that say it.
func (a *analyzer) score(d *stages.Document, tok []stages.Token, h hint, from, to int) (float64, []schemas.Span) {
	sum := 0.0
	var evidence []schemas.Span
	share := contrast(tok)
	question := len(tok) > 0 && tok[len(tok)-1].Lower == "?"
	cues := a.cues.find(tok)
	for i, f := range cues {
		if f.weight == 0 || f.from < from || f.to > to {
			continue
		}
		w := f.weight * scope(tok, cues, i) * share[f.from]
		if w > 0 && f.weight > 0 && overruled(tok, cues, i) {
			w *= undone
		}
		if question {
			w *= asked
		}
		if !near(f, h.talks) {
			w *= distant
		}
		sum += w
		evidence = append(evidence, schemas.Span{Start: d.CodePoint(tok[f.from].Start), End: d.CodePoint(tok[f.to-1].End)})
	}
	if math.Abs(sum) < least {
		return 0, evidence
	}
	return max(-1, min(1, sum/2)), evidence
}

// scope is the factor that the words before the cue i put on it. Words of the
// cue before it have had their effect: "not too late to sit down".
func scope(tok []stages.Token, cues []found, i int) float64 {
	x, f, first := 1.0, cues[i], 0
	if i > 0 {
		first = cues[i-1].to
	}
	for j := f.from - 1; j >= first && j >= f.from-7; j-- {
		w := tok[j].Lower
		if tok[j].Shape == stages.Punct && w != "-" || w == "but" || w == "and" && j < f.from-2 {
			break
		}
		switch {
		case negations[w]:
			if f.weight < 0 {
				return turned
			}
			return -1
		case modals[w] && f.weight > 0:
			x = min(x, possible)
		case conditions[w]:
			x = min(x, asked)
		}
	}
	return x
}

// overruled reports whether a cue of refusal, deadlock or pessimism stands in the
// clause of the cue i, so that what it says is what there is not.
func overruled(tok []stages.Token, cues []found, i int) bool {
	for j := i - 1; j >= 0 && sameClause(tok, cues[j].to, cues[i].from); j-- {
		if undoes(cues[j]) {
			return true
		}
	}
	for j := i + 1; j < len(cues) && cues[j].from-cues[i].to < 8 && sameClause(tok, cues[i].to, cues[j].from); j++ {
		if undoes(cues[j]) {
			return true
		}
	}
	return false
}

func undoes(f found) bool {
	return f.weight < 0 && (f.class == "refusal" || f.class == "deadlock" || f.class == "pessimism")
}

func sameClause(tok []stages.Token, from, to int) bool {
	for _, k := range tok[from:max(from, to)] {
		switch k.Lower {
		case ",", ";", ":", "but", "although", "—", "–":
			return false
		}
	}
	return true
}

// contrast gives each token the share of its part of a contrast: what follows
// "but" outweighs what precedes it, a clause with "although" its main clause.
func contrast(tok []stages.Token) []float64 {
	share := make([]float64, len(tok))
	for i := range share {
		share[i] = 1
	}
	for i, k := range tok {
		switch k.Lower {
		case "but", "nevertheless", "nonetheless":
			for j := range i {
				share[j] = aside
			}
		case "although", "though", "despite", "whereas", "notwithstanding":
			for j := i; j < len(tok) && (tok[j].Lower != "," || j < i+2); j++ {
				share[j] = aside
			}
		}
	}
	return share
}

// near reports whether a word on talks stands close to the cue.
func near(f found, talks []found) bool {
	for _, t := range talks {
		if t.from-f.to < nearby && f.from-t.to < nearby {
			return true
		}
	}
	return false
}
