package aggregate

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"strings"

	"parley/schemas"
)

// unit is the resolution of a score. Sums of whole units are exact, so a mean
// does not depend on the order of its sentences.
const unit = 1e6

// talks averages the attitude to the talks.
type talks struct {
	*corpus
	cells map[holderKey]*holderCell
}

type holderKey struct {
	period
	group, id string
}

type holderCell struct {
	positive, neutral, negative int32
	carried                     spread
	article                     scores           // of the article that is being read
	articles                    map[scores]int32 // how many of those before it had these
}

// scores are the sentences of one article: their sum in units, their number.
type scores struct{ sum, n int64 }

func newTalks(c *corpus) *talks {
	return &talks{corpus: c, cells: map[holderKey]*holderCell{}}
}

func (t *talks) add(s *schemas.Sentence) {
	a := t.articles[s.ArticleID]
	if a == nil || s.TalksSentiment == nil || s.Attitude == nil {
		return
	}
	units := int64(math.Round(*s.TalksSentiment * unit))
	for _, p := range a.periods {
		put := func(group, id string) { cell(t.cells, holderKey{p, group, id}).add(a, units, *s.Attitude) }
		put("all", "all")
		if s.AttitudeOf == "" {
			put("voice", "article")
			continue
		}
		put("voice", "quoted")
		who := t.actor(s.AttitudeOf)
		put("actor", who.id)
		if who.side != "" {
			put("side", who.side)
		}
	}
}

func (c *holderCell) add(a *article, units int64, class int32) {
	if c.carried.last != a {
		c.close()
	}
	c.carried.add(a)
	c.article.sum += units
	c.article.n++
	switch {
	case class > 0:
		c.positive++
	case class < 0:
		c.negative++
	default:
		c.neutral++
	}
}

// close files the scores of the article that has been read.
func (c *holderCell) close() {
	if c.article.n == 0 {
		return
	}
	if c.articles == nil {
		c.articles = map[scores]int32{}
	}
	c.articles[c.article]++
	c.article = scores{}
}

func (t *talks) rows() []schemas.TalksSentiment {
	keys := slices.SortedFunc(maps.Keys(t.cells), func(a, b holderKey) int {
		return cmp.Or(a.period.compare(b.period), strings.Compare(a.group, b.group), strings.Compare(a.id, b.id))
	})
	rows := make([]schemas.TalksSentiment, len(keys))
	for i, k := range keys {
		c := t.cells[k]
		c.close()
		sample := c.sample()
		r := schemas.TalksSentiment{
			Period: k.kind, PeriodStart: k.start, Group: k.group, GroupID: k.id, Mean: mean(sample),
			Positive: c.positive, Neutral: c.neutral, Negative: c.negative,
			Sentences: c.positive + c.neutral + c.negative, Articles: c.carried.n,
		}
		if len(sample) > 1 {
			low, high := interval(sample, k.kind, k.start.String(), k.group, k.id)
			r.CILow, r.CIHigh = &low, &high
		}
		rows[i] = r
	}
	markChanges(rows)
	return rows
}

// markChanges fills Change where the interval of a group's mean lies apart from
// that of its period before. Two intervals of 95% that do not meet are a
// stricter test than one of the difference: few changes are marked, and few of
// those are chance.
func markChanges(rows []schemas.TalksSentiment) {
	type group struct{ period, group, id string }
	before := map[group]*schemas.TalksSentiment{}
	for i := range rows {
		r := &rows[i]
		g := group{r.Period, r.Group, r.GroupID}
		if b := before[g]; b != nil && b.CILow != nil && r.CILow != nil && (*r.CILow > *b.CIHigh || *r.CIHigh < *b.CILow) {
			r.Change = schemas.Num(r.Mean - b.Mean)
		}
		before[g] = r
	}
}

// sample lists the scores of every article of the cell, in order of their
// values.
func (c *holderCell) sample() (all []scores) {
	kinds := slices.SortedFunc(maps.Keys(c.articles), func(a, b scores) int {
		return cmp.Or(cmp.Compare(a.sum, b.sum), cmp.Compare(a.n, b.n))
	})
	for _, s := range kinds {
		for range c.articles[s] {
			all = append(all, s)
		}
	}
	return all
}
