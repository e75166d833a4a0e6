package pipeline

import (
	"context"
	"errors"

	"parley/stages"
)

// code is the second pass. It is gone through again where an article fails that
// others copy, since one of these then counts in its stead.
func (r *runner) code(ctx context.Context) error {
	for {
		t := newTally()
		failures, err := r.codeAll(ctx, t)
		if err != nil {
			return err
		}
		again := r.leaveOut(failures)
		if len(r.articles) == 0 {
			return r.nothing()
		}
		if again {
			continue
		}
		for code, n := range t.notes {
			r.manifest.Notes[code] += n
		}
		r.manifest.Unread.addAll(t.unread)
		return nil
	}
}

// codedArticle is what the second pass makes of an entry.
type codedArticle struct {
	entry entry
	rows  [][]any // by table
	worked
}

// codeAll codes the articles, writes their tables, counts what is to be told of
// them, and returns those that made a stage panic.
func (r *runner) codeAll(ctx context.Context, t tally) (failures []failed, err error) {
	r.log.start("coding", len(r.articles))
	defer r.log.stop()
	files, err := newArticleFiles(r)
	if err != nil {
		return nil, err
	}
	r.observer = r.plan.observer()
	under := load[entry]{codeBudget, func(e entry) int64 { return int64(e.size) }}
	source := func(emit func(entry) error) error {
		for _, e := range r.articles {
			if err := emit(e); err != nil {
				return err
			}
		}
		return nil
	}
	work := func(e entry) (codedArticle, error) {
		a := r.codeOne(e)
		return a, a.err
	}
	sink := func(a codedArticle) error {
		r.log.tick()
		if a.reject != nil {
			failures = append(failures, failed{a.entry.digest.ArticleID, a.stage, rejectOf(a.entry.digest.SourceURI, a.reject)})
			return nil
		}
		t.add(a.worked)
		r.observer.See(a.doc)
		return files.write(a.rows)
	}
	err = inOrder(ctx, r.options.Workers, under, source, work, sink)
	return failures, errors.Join(err, files.close())
}

// codeOne codes an article and makes its rows.
func (r *runner) codeOne(e entry) (a codedArticle) {
	a.entry, a.doc = e, &stages.Document{}
	uri := e.digest.SourceURI
	ok := a.step("spool", uri, func() (err error) { a.doc.Article, err = r.spool.get(e.place); return err }) &&
		a.step(r.plan.learn.Name, uri, func() error {
			return r.guard(r.plan.learn.Name, uri, func() error { r.complete(&a.doc.Article, e); return nil })
		})
	if !ok {
		return a
	}
	if a.worked = r.work(r.plan.code, a.doc, uri); a.stage != "" {
		return a
	}
	a.step("tables", uri, func() error {
		return r.guard("tables", uri, func() error { a.rows = rowsOf(a.doc); return nil })
	})
	return a
}
