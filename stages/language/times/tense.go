package times

import (
	"strings"

	"parley/stages"
)

// Tense is the side of the present on which a clause places what it tells.
type Tense int8

// The tenses.
const (
	Behind Tense = iota - 1
	Untold
	Ahead
)

// far is how many words tell the tense of a time.
const far = 12

// TenseAt is what the words around token i tell of it: the nearest verb or
// other word before it that tells, or else the nearest behind it.
func TenseAt(tokens []stages.Token, i int) Tense {
	t := tables()
	for k, n := i-1, 0; k >= 0 && n < far; k-- {
		if tense := t.tense(tokens, k); tense != Untold {
			return tense
		}
		if tokens[k].Shape.IsWord() {
			n++
		}
	}
	for k, n := i+1, 1; k < len(tokens) && n < far; k++ {
		if tense := t.tense(tokens, k); tense != Untold {
			return tense
		}
		if tokens[k].Shape.IsWord() {
			n++
		}
	}
	return Untold
}

// tense is what one word tells.
func (t *table) tense(tokens []stages.Token, k int) Tense {
	k0 := &tokens[k]
	lower := k0.Lower
	w, known := t.words[lower]
	if k > 0 && (tokens[k-1].Lower == "be" || lower == "have" && t.words[tokens[k-1].Lower].class&isAhead != 0) {
		return Untold // "will be held" is as far ahead as its first word says
	}
	switch {
	case w.class&isAhead != 0:
		return Ahead
	case w.class&isBehind != 0:
		return Behind
	case lower == "to" && k > 0 && t.words[tokens[k-1].Lower].class&isIntent != 0:
		return Ahead
	case known:
	case k0.XPOS != stages.NoXPOS:
		if k0.XPOS == stages.TagVBD || k0.XPOS == stages.TagVBN {
			return Behind
		}
	case len(lower) > 4 && strings.HasSuffix(lower, "ed"):
		return Behind
	}
	return Untold
}
