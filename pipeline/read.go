package pipeline

import (
	"context"

	"parley/stages"
)

// read is the first pass: it makes of each input an article in the spool and an
// entry, or a reject.
func (r *runner) read(ctx context.Context) error {
	r.log.start("reading", 0)
	defer r.log.stop()
	under := load[*stages.Document]{readBudget, func(d *stages.Document) int64 { return int64(len(d.Input.Data)) }}
	source := func(emit func(*stages.Document) error) error {
		return r.plan.source.Run(ctx, r.options.Articles, emit, r.refuse, r.passOver)
	}
	work := func(d *stages.Document) (readArticle, error) {
		a := readArticle{input: d.Input} // before normalize empties it
		a.input.Data = nil
		a.worked = r.work(r.plan.read, d, a.input.SourceURI)
		return a, a.err
	}
	err := inOrder(ctx, r.options.Workers, under, source, work, r.keep)
	r.count(worked{doc: &stages.Document{Notes: r.passed}})
	return err
}

// readArticle is what the first pass makes of an input.
type readArticle struct {
	input stages.Input // without its data
	worked
}

// keep enters an article that was read into the run.
func (r *runner) keep(a readArticle) error {
	r.inputs.add(a.input)
	r.manifest.Inputs = append(r.manifest.Inputs, input{a.input.SourceURI, a.input.ID})
	if a.reject != nil {
		r.refuse(rejectOf(a.input.SourceURI, a.reject))
		if a.reject.Reason == stages.Internal {
			r.manifest.Notes[a.stage+"/"+stages.Internal]++
		}
		return nil
	}
	r.count(a.worked)
	at, err := r.spool.add(&a.doc.Article)
	if err != nil {
		return err
	}
	r.articles = append(r.articles, entry{digest: digestOf(a.input.ID, a.doc), place: at, size: len(a.doc.Article.Text)})
	r.log.tick()
	return nil
}

// passOver takes note of what ingest did not look at.
func (r *runner) passOver(n stages.Note) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.passed = append(r.passed, n)
}

// digestOf is what is compared of an article.
func digestOf(id string, d *stages.Document) stages.Digest {
	a := &d.Article
	return stages.Digest{ArticleID: id, SourceURI: a.SourceURI, Published: a.Published, DatePrecision: a.DatePrecision, Conflict: d.Conflict, Clues: d.Clues, Sketch: d.Sketch}
}
