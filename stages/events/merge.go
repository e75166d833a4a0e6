package events

import (
	"fmt"
	"slices"

	"parley/schemas"
	"parley/stages"
)

// memory is how many events back a repetition is looked for; no article reports
// as many.
const memory = 500

// merge keeps each event once, at its fullest mention, and numbers them in
// order of place.
func merge(d *stages.Document, all []schemas.Event) []schemas.Event {
	var kept []schemas.Event
	for _, e := range all {
		old := max(0, len(kept)-memory)
		i := slices.IndexFunc(kept[old:], func(k schemas.Event) bool { return same(d, k, e) })
		if i >= 0 {
			i += old
		}
		switch {
		case i < 0:
			kept = append(kept, e)
		case fullness(e) > fullness(kept[i]):
			kept[i] = e
		}
	}
	slices.SortStableFunc(kept, func(a, b schemas.Event) int { return int(a.Start - b.Start) })
	for i := range kept {
		kept[i].EventID = fmt.Sprintf("%s/e%05d", d.Article.ArticleID, i)
		kept[i].Story = kept[i].EventID // until other articles are known
	}
	return kept
}

// same reports whether two rows of an article tell of one event.
func same(d *stages.Document, a, b schemas.Event) bool {
	if a.Type != b.Type || (a.Status == planned) != (b.Status == planned) || (a.Status == failed) != (b.Status == failed) {
		return false
	}
	if !a.Date.IsZero() && !b.Date.IsZero() && a.Date != b.Date {
		return false
	}
	if a.Round != nil && b.Round != nil && *a.Round != *b.Round {
		return false
	}
	if a.Place != "" && b.Place != "" && a.Place != b.Place && len(a.SourceIDs) == 0 {
		return false
	}
	return within(a.SourceIDs, b.SourceIDs) && within(a.TargetIDs, b.TargetIDs) && (!spoken[a.Type] || alike(d, a, b))
}

// spoken are the types whose events are told apart by what is said: two
// accusations between the same parties are two events unless they sound alike.
var spoken = set("ACCUSE REJECT REQUEST", " ")

// likeness is the share of words that two sentences on one event have in common.
const likeness = 0.3

func alike(d *stages.Document, a, b schemas.Event) bool {
	x, y := longWords(d, a.Sentence), longWords(d, b.Sentence)
	n := 0
	for w := range x {
		if y[w] {
			n++
		}
	}
	return float64(n) >= likeness*float64(min(len(x), len(y)))
}

// longWords is the longer words of a sentence.
func longWords(d *stages.Document, sentence int32) map[string]bool {
	m := map[string]bool{}
	for _, k := range d.Sentences[sentence].Tokens {
		if k.Shape.IsWord() && len(k.Lower) > 4 {
			m[k.Lower] = true
		}
	}
	return m
}

// within reports whether one of two lists holds all of the other.
func within(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// fullness counts what a row says.
func fullness(e schemas.Event) int {
	n := 4*len(e.SourceIDs) + 4*len(e.TargetIDs)
	if !e.Date.IsZero() {
		n += 3
	}
	if e.Place != "" {
		n++
	}
	if e.StatementID == "" {
		n++
	}
	return n
}

// unique drops repeated ids and those of other, keeping the order.
func unique(ids, other []string) []string {
	var out []string
	for _, id := range ids {
		if !slices.Contains(out, id) && !slices.Contains(other, id) {
			out = append(out, id)
		}
	}
	return out
}
