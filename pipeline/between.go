package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// entry is what is kept in memory of an article between the passes.
type entry struct {
	digest stages.Digest
	size   int // bytes of its text
	place  place
	dated  dated
	copy   stages.Verdict
}

// complete writes the columns of an article that only the whole corpus tells:
// its id where others have the same bytes, its date where other articles told
// it, its text without what its publisher repeats, and what it copies.
func (r *runner) complete(a *schemas.Article, e entry) {
	a.ArticleID = e.digest.ArticleID
	e.dated.apply(a)
	r.plan.learn.Apply(a)
	if e.copy.DuplicateOf != "" {
		a.DuplicateOf, a.DuplicateKind, a.Similarity = e.copy.DuplicateOf, e.copy.Kind, schemas.Num(e.copy.Similarity)
	}
}

// resolve gives byte-identical records ids of their own (the underscore keeps the
// order of article ids that of the ids made from them), dates the undated, finds
// the copies and puts the articles into the order of their ids.
func (r *runner) resolve() error {
	slices.SortFunc(r.articles, func(a, b entry) int {
		if c := strings.Compare(a.digest.ArticleID, b.digest.ArticleID); c != 0 {
			return c
		}
		return strings.Compare(a.digest.SourceURI, b.digest.SourceURI)
	})
	digests := make([]stages.Digest, len(r.articles))
	last, n := "", 0
	for i := range r.articles {
		c := &r.articles[i].digest
		if c.ArticleID != last {
			last, n = c.ArticleID, 1
		} else {
			n++
			c.ArticleID = fmt.Sprintf("%s_%d", last, n)
		}
		digests[i] = *c
	}
	stop := r.clock.start(r.plan.date.Name)
	found, err := dateByOthers(r.plan.date, digests, func(i int) (schemas.Article, error) { return r.spool.get(r.articles[i].place) })
	if err != nil {
		return err
	}
	stop()
	defer r.clock.start(r.plan.resolve.Name)()
	for i, v := range r.plan.resolve.Run(digests) {
		r.articles[i].dated, r.articles[i].copy = found[i], v
		r.articles[i].digest.Sketch, r.articles[i].digest.Clues = stages.Sketch{}, stages.Clues{} // of no more use
	}
	slices.SortFunc(r.articles, func(a, b entry) int { return strings.Compare(a.digest.ArticleID, b.digest.ArticleID) })
	return nil
}

// learn shows the articles that copy no other to the learner.
func (r *runner) learn(ctx context.Context) error {
	learn := r.plan.learn
	defer r.clock.start(learn.Name)()
	var failures []failed
	for _, e := range r.articles {
		if e.copy.DuplicateOf != "" {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		a, err := r.spool.get(e.place)
		if err != nil {
			return err
		}
		var j *stages.Reject
		if errors.As(r.guard(learn.Name, a.SourceURI, func() error { learn.See(&a); return nil }), &j) {
			failures = append(failures, failed{e.digest.ArticleID, learn.Name, rejectOf(a.SourceURI, j)})
		}
	}
	r.leaveOut(failures)
	return nil
}
