package sentiment

import (
	"math"

	"parley/schemas"
	"parley/stages"
)

// The weights of the method. They are few on purpose: the knowledge is in the
// lexicon.
const (
	turned   = -0.5 // a negated refusal is a weak yes
	possible = 0.5  // "could lead to"
	asked    = 0.25 // a question, a condition
	aside    = 0.35 // the lesser part of a contrast
	distant  = 0.5  // no word on talks nearby
	undone   = 0.2  // "failed to reach an agreement", "progress has stalled"
	nearby   = 18   // tokens
	least    = 0.45 // a smaller sum is neutral
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

// score adds up what the tokens from to (half-open) of a sentence say of the
// talks, and gives the cues that say it.
func (a *analyzer) score(tok []stages.Token, h hint, from, to int) (float64, []found) {
	sum := 0.0
	var said []found
	if len(tok) > maxTokens {
		return 0, nil
	}
	share := contrast(tok)
	question := len(tok) > 0 && tok[len(tok)-1].Lower == "?"
	cues := a.cues.find(tok)
	for i, f := range cues {
		if f.weight == 0 || f.from < from || f.to > to || f.bound && !bound(tok, f, h.talks) {
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
		case negations[w] && j+1 < len(tok) && (tok[j+1].Lower == "only" || tok[j+1].Lower == "just"):
		case negations[w]:
			if f.weight < 0 {
				return turned
			}
			return -1
		case wishes[w] && f.kind == progress, modals[w] && f.weight > 0 && f.kind != endorsement:
			x = min(x, possible)
		case w == "to" && f.kind == progress && (j == f.from-1 || j == f.from-2 && tok[j+1].Lower == "be") && (j == 0 || !willing[tok[j-1].Lemma]), // a goal
			conditions[w] && (j == 0 || tok[j-1].Lower != "even"):
			x = min(x, asked)
		}
	}
	return x
}

// overruled reports whether a cue of refusal, deadlock or pessimism stands in the
// clause of the cue i, so that what it says is what there is not. A denial ("no
// sign that") reaches further, up to the next part of a contrast; what was agreed
// and then broken counts no more either.
func overruled(tok []stages.Token, cues []found, i int) bool {
	for j := i - 1; j >= 0; j-- {
		if cues[j].kind == denial && samePart(tok, cues[j].to, cues[i].from) || undoes(cues[j]) && sameClause(tok, cues[j].to, cues[i].from) {
			return true
		}
	}
	for j := i + 1; j < len(cues); j++ {
		if cues[i].kind == progress && cues[j].kind == sabotage || cues[j].from-cues[i].to < 8 && undoes(cues[j]) && sameClause(tok, cues[i].to, cues[j].from) {
			return true
		}
	}
	return false
}

func undoes(f found) bool {
	if f.weight >= 0 || f.bound {
		return false
	}
	switch f.kind {
	case refusal, deadlock, badFaith, pessimism, denial:
		return true
	}
	return false
}

func samePart(tok []stages.Token, from, to int) bool {
	for _, k := range tok[from:max(from, to)] {
		switch k.Lower {
		case ";", "but", "although", "though", "however", "—":
			return false
		}
	}
	return to-from < 30
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
			if i > 0 && negations[tok[i-1].Lower] {
				continue // "nothing but"
			}
			for j := range i {
				share[j] = aside
			}
		case "although", "though", "despite", "whereas", "notwithstanding":
			if i > 3 && k.Lower != "despite" && k.Lower != "notwithstanding" {
				continue // after its main clause it is said with equal weight
			}
			for j := i; j < len(tok) && (tok[j].Lower != "," || j < i+2); j++ {
				share[j] = aside
			}
		}
	}
	return share
}

// bound reports whether a word on talks is the object of a cue, which follows
// within a few words, or its subject, with no other object behind the cue.
func bound(tok []stages.Token, f found, talks []found) bool {
	pronoun := f.to < len(tok) && (tok[f.to].Lower == "them" || tok[f.to].Lower == "it")
	for _, t := range talks {
		if pronoun && t.to <= f.from {
			return true
		}
		if t.from >= f.to && t.from-f.to <= 5 && joined(tok[f.to:t.from]) {
			return true
		}
		if t.to <= f.from && f.from-t.to <= 10 && sameClause(tok, t.to, f.from) && !nominal[tok[f.from-1].Lower] && (passive(tok, f) || ends(tok, f.to)) {
			return true
		}
	}
	return false
}

// nominal are the words before a cue that make it a goal or a noun.
var nominal = words("to", "the", "a", "an", "this", "that", "its", "their", "his", "her")

// passive reports whether a form of "be" stands before a cue that is a
// participle.
func passive(tok []stages.Token, f found) bool {
	k := tok[f.from]
	return k.Lower != k.Lemma && (tok[f.from-1].Lemma == "be" || f.from > 1 && tok[f.from-2].Lemma == "be")
}

// parting are the words that lead from a verb and its object to something else.
var parting = words("through", "by", "for", "via", "before", "during", "after", "since", "at", "when", "while", "if",
	"war", "fighting", "conflict", "attack", "invasion", "and", "but", "or", "until", ",", ";", ":", "(", "who", "which", "that")

func joined(tok []stages.Token) bool {
	for _, k := range tok {
		if parting[k.Lower] || k.Shape == stages.Punct && k.Lower != "-" {
			return false
		}
	}
	return true
}

// enders are the words behind a verb that has no object.
var enders = words("as", "because", "since", "after", "before", "on", "in", "until", "when", "at", "for", "by", "with", "over",
	"and", "but", "so", "yet", "again", "now", "this", "last", "early", "late", "from", "to", "due", "amid", "during", "once", "while", "if", "without", "following", "within", "under", "more", "again", "indefinitely", "altogether")

func ends(tok []stages.Token, i int) bool {
	return i >= len(tok) || !tok[i].Shape.IsWord() || enders[tok[i].Lower] || len(tok[i].Lower) > 4 && tok[i].Lower[len(tok[i].Lower)-2:] == "ly"
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
