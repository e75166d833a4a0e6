package sentiment

import (
	"math"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/trees"
)

// The weights of the method. They are few on purpose: the knowledge is in the
// lexicon.
const (
	turned      = -0.5 // a negated refusal is a weak yes
	possible    = 0.5  // "could lead to"
	asked       = 0.25 // a question, a condition
	aside       = 0.35 // the lesser part of a contrast
	distant     = 0.5  // no word on talks nearby
	unlinked    = 0.5  // a word that is not joined to one on talks
	aimless     = 0.4  // a will to something else
	subordinate = 0.2  // in the background of what the sentence says
	undone      = 0.0  // "failed to reach an agreement", "progress has stalled"
	nearby      = 18   // tokens
	least       = 0.45 // a smaller sum is neutral
)

// The kinds of cues. An endorsement says what is needed, so that a modal is part
// of it; a denial says that what follows is not so.
const (
	refusal     = "refusal"
	deadlock    = "deadlock"
	sabotage    = "sabotage"
	badFaith    = "bad-faith"
	pessimism   = "pessimism"
	denial      = "denial"
	readiness   = "readiness"
	endorsement = "endorsement"
	progress    = "progress"
	neutral     = "neutral"
)

var kinds = []string{refusal, deadlock, sabotage, badFaith, pessimism, denial, readiness, endorsement, progress, neutral}

var negations = words("not", "n't", "no", "never", "neither", "nor", "without", "hardly", "cannot", "nothing", "lack", "nobody", "none")
var modals = words("could", "may", "might", "possible", "potential", "possibly", "perhaps")
var wishes = words("would", "should") // "would welcome" is a welcome, "would succeed" no success
// willing are the verbs and adjectives after which a goal shows a will.
var willing = words("want", "hope", "seek", "promise", "pledge", "vow", "ready", "prepared", "willing", "determined", "keen", "eager", "plan", "agree", "commit", "continue")
var conditions = words("if", "unless", "whether")

func words(w ...string) map[string]bool {
	m := map[string]bool{}
	for _, x := range w {
		m[x] = true
	}
	return m
}

// sentence is one whose attitude is weighed: its tokens, their tree, the words on
// talks and the cues in it.
type sentence struct {
	tok   []stages.Token
	tree  *trees.Tree
	talks []found
	cues  []found
}

// score adds up what the tokens from to (half-open) of a sentence say of the
// talks, and gives the cues that say it.
func (a *analyzer) score(tree *trees.Tree, tok []stages.Token, h hint, from, to int) (float64, []found) {
	if len(tok) > maxTokens {
		return 0, nil
	}
	tree.Reset(tok)
	s := &sentence{tok: tok, tree: tree, talks: h.talks}
	s.cues = a.cues.find(tok, func(f found) bool {
		across := f.from < from && f.to > from || f.from < to && f.to > to
		return !across && (f.frame == free || s.bound(f))
	})
	sum := 0.0
	var said []found
	share := s.shares()
	question := len(tok) > 0 && tok[len(tok)-1].Lower == "?"
	for i, f := range s.cues {
		if f.weight == 0 || f.from < from || f.to > to {
			continue
		}
		w := f.weight * s.scope(i) * share[f.from]
		if w > 0 && f.weight > 0 && s.overruled(i) {
			w *= undone
		}
		if question && f.weight > 0 {
			w *= asked
		}
		if !near(f, h.talks) {
			w *= distant
		}
		w *= s.concern(f)
		sum += w
		said = append(said, f)
	}
	if math.Abs(sum) < least {
		return 0, said
	}
	return max(-1, min(1, sum/2)), said
}

// evidence is where the words of cues stand in the article.
func evidence(d *stages.Document, tok []stages.Token, cues []found) []schemas.Span {
	var spans []schemas.Span
	for _, f := range cues {
		spans = append(spans, schemas.Span{Start: d.CodePoint(tok[f.from].Start), End: d.CodePoint(tok[f.to-1].End)})
	}
	return spans
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
