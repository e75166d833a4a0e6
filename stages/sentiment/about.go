package sentiment

import (
	"math"
	"slices"

	"parley/schemas"
	"parley/stages"
)

// What speaks for a sentence being about the talks, in log odds: a logistic
// regression on the coded articles that the reader was not trained on, where it
// finds more of them than the reader alone (F1 0.75 against 0.67 on the war in
// Ukraine, 0.86 against 0.85 on other conflicts, each half measured with the weights
// of the other). The last moves the threshold to where as many are missed as invented.
const (
	weighReader  = 0.75 // log odds of the reader
	weighArticle = 0.4  // those of its mean over the article
	weighCertain = 1.9  // a term that is mostly about talks by itself
	weighWeak    = 1.0  // one that may be
	weighNothing = 0.7
)

// topic is whether a sentence is about the talks and the terms in it that say so.
type topic struct {
	talks bool
	terms []found
}

// about tells which sentences are about the talks.
func (t *terms) about(d *stages.Document) []topic {
	mean, n := 0.0, 0
	for i := range d.Reading.Sentences {
		if r := &d.Reading.Sentences[i]; r.Read {
			mean += float64(r.Talks)
			n++
		}
	}
	all := make([]topic, len(d.Sentences))
	if n == 0 {
		return all
	}
	article := float64(weighArticle*logOdds(mean/float64(n))) + weighNothing
	for i := range all {
		r := &d.Reading.Sentences[i]
		if !r.Read {
			continue
		}
		x := &all[i]
		x.terms = t.in(d.Sentences[i].Tokens)
		score := article + float64(weighReader*logOdds(float64(r.Talks)))
		if slices.ContainsFunc(x.terms, func(f found) bool { return f.class == certain }) {
			score += weighCertain
		}
		if slices.ContainsFunc(x.terms, func(f found) bool { return f.class == weak }) {
			score += weighWeak
		}
		x.talks = score > 0
	}
	return all
}

// spans are the places of terms in the article.
func spans(d *stages.Document, sentence int, terms []found) (all []schemas.Span) {
	tok := d.Sentences[sentence].Tokens
	for _, f := range terms {
		all = append(all, schemas.Span{Start: d.CodePoint(tok[f.from].Start), End: d.CodePoint(tok[f.to-1].End)})
	}
	return all
}

// surest is the probability beyond which the reader's certainty counts no more.
const surest = 0.999

func logOdds(p float64) float64 {
	p = min(max(p, 1-surest), surest)
	return math.Log(p / (1 - p))
}
