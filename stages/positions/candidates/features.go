package candidates

import (
	"math"
	"slices"

	"parley/stages"
)

// Events are the types of event whose probabilities are features: those that take
// a position by themselves, and two that are often told where none is taken.
var Events = []string{"ACCUSE", "AGREE", "AID", "ASSAULT", "CONCEDE", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN"}

// joined are those of them that are features of part Tells, acts those of which it
// counts by itself that a word of the issue stands below them in the tree.
var (
	joined = []string{"ACCUSE", "AGREE", "REJECT", "REQUEST"}
	acts   = []string{"AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}
)

// classes and features are those of each part.
var (
	classes = map[Part][]string{
		Subject: Issues, Wording: Stances, Tells: {"no", "yes"}, Attitude: Stances,
	}
	features = map[Part][]string{
		Subject:  slices.Concat(named("one ", Issues), named("more ", Issues)),
		Wording:  slices.Concat(named("word ", Stances), named("words ", Stances), moods),
		Tells:    slices.Concat([]string{"reader", "reader_any", "reader_share", "words", "has_word", "article_reader", "article_words", "spoken", "under_word"}, named("event ", joined), named("under ", acts)),
		Attitude: slices.Concat(named("reader ", Stances), named("words ", Stances), named("event ", Events)),
	}
)

// moods are features of a sentence's clauses.
var moods = []string{"asked_for", "conditional", "denied", "feared", "planned", "necessary", "possible", "would", "future", "negated", "we"}

func named(prefix string, list []string) (out []string) {
	for _, x := range list {
		out = append(out, prefix+x)
	}
	return out
}

// subjectOf counts the words of each issue: whether there is one, whether there
// are more.
func (j *Judge) subjectOf(hits []Hit) []float64 { return counts(hits, len(Issues)) }

// counts tells for each class whether there is a hit, then whether there are
// hits at several places.
func counts(hits []Hit, classes int) []float64 {
	x := make([]float64, 2*classes)
	last := make([]int, classes) // the token after the class's last hit
	for _, h := range hits {
		switch {
		case last[h.Class] == 0:
			x[h.Class] = 1
		case h.From >= last[h.Class]:
			x[classes+h.Class] = 1
		}
		last[h.Class] = max(last[h.Class], h.To)
	}
	return x
}

// wordingOf is the features of part Wording.
func (j *Judge) wordingOf(d *stages.Document, i int) []float64 {
	tokens := d.Sentences[i].Tokens
	x := counts(j.stances.Find(tokens), len(Stances))
	at := len(x)
	x = append(x, make([]float64, len(moods))...)
	set := func(mood string, yes bool) {
		if yes {
			x[at+slices.Index(moods, mood)] = 1
		}
	}
	for k := range d.Clauses[i] {
		c := &d.Clauses[i][k]
		if c.Kind == stages.Nominal || c.Kind == stages.Attributed {
			continue
		}
		set("asked_for", c.Factuality == stages.AskedFor)
		set("conditional", c.Factuality == stages.Conditional)
		set("denied", c.Factuality == stages.Denied)
		set("feared", c.Factuality == stages.Feared)
		set("planned", c.Factuality == stages.Planned)
		set("necessary", c.Modality == stages.Necessary)
		set("possible", c.Modality == stages.Possible)
		set("would", c.Modality == stages.Would)
		set("future", c.Tense == stages.Future)
		set("negated", c.Negated)
		for _, a := range c.Agents {
			set("we", tokens[a].Lemma == "we" || tokens[a].Lemma == "i")
		}
	}
	return x
}

// least keeps logarithms of probabilities finite: of less than this nothing is
// known.
const least = 0.005

func logit(p float64) float64 {
	p = min(max(p, least), 1-least)
	return math.Log(p / (1 - p))
}

// tells is the features of part Tells: the sentence's, and what the rest of the
// article says of the issue.
func tells(s *sentence, k int, reader, subject float64) []float64 {
	sum := 0.0
	for _, p := range s.reader {
		sum += max(p, least)
	}
	word := 0.0
	for _, h := range s.hits {
		if h.Class == k {
			word = 1
		}
	}
	x := []float64{
		logit(s.reader[k]), logit(s.any), math.Log(max(s.reader[k], least) / sum), math.Log(s.subject[k] + least), word,
		math.Log(reader + least), math.Log(subject + least), s.spoken,
	}
	u := s.under[k]
	x = append(x, u.words)
	for _, e := range joined {
		x = append(x, s.events[slices.Index(Events, e)])
	}
	return append(x, u.acts...)
}

// attitude is the features of part Attitude.
func attitude(d *stages.Document, s *sentence, i, k int) []float64 {
	p := make([]float64, len(Stances))
	for _, x := range d.Reading.Sentences[i].Positions {
		if x.Issue == Issues[k] {
			for _, y := range x.Stances {
				if c := slices.Index(Stances, y.Label); c >= 0 {
					p[c] = float64(y.P)
				}
			}
		}
	}
	if slices.Max(p) == 0 {
		for c := range p {
			p[c] = 1 / float64(len(p))
		}
	}
	var x []float64
	for _, v := range p {
		x = append(x, math.Log(v+least))
	}
	for _, v := range s.wording {
		x = append(x, math.Log(v+least))
	}
	return append(x, s.events...)
}

// above is what stands above the words of an issue in the tree.
type above struct {
	acts  []float64 // the reader's probabilities that it is such an act
	words float64   // 1 where there is a word of a stance
}

// climb looks what stands above the words of each issue, themselves included.
func (s *sentence) climb(tokens []stages.Token, stances []Hit, triggers []stages.Trigger) {
	s.under = make([]above, len(Issues))
	for k := range s.under {
		s.under[k] = above{acts: make([]float64, len(acts))}
	}
	act, word := make(map[int][]float64, len(triggers)), make(map[int]bool, len(stances))
	for i := range triggers {
		p := make([]float64, len(acts))
		for _, x := range triggers[i].Types {
			if e := slices.Index(acts, x.Label); e >= 0 {
				p[e] = float64(triggers[i].P * x.P)
			}
		}
		act[int(triggers[i].Token)] = p
	}
	for _, h := range stances {
		for i := h.From; i < h.To; i++ {
			word[i] = true
		}
	}
	for _, h := range s.hits {
		u := &s.under[h.Class]
		for i, n := h.From, 0; i >= 0 && n < len(tokens); i, n = int(tokens[i].Head), n+1 {
			for e, p := range act[i] {
				u.acts[e] = max(u.acts[e], p)
			}
			if word[i] && (i < h.From || i >= h.To) {
				u.words = 1
			}
		}
	}
}
