package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"parley/schemas"
	"parley/stages"
	"parley/stages/actors"
)

// errNothing is what run returns when no input was of use.
var errNothing = errors.New("no article could be read")

// run does the whole job: two passes over the articles, then the corpus stages.
//
// The first pass reads and normalises, in the order of the inputs, and keeps
// the articles in a spool on disk. Between the passes all articles are compared
// by their digests. The second pass goes through the spool in the order of
// article ids, which is the order of the tables, and codes.
func run(ctx context.Context, o Options, log *progress) (m manifest, err error) {
	p, err := newPlan(o)
	if err != nil {
		return m, err
	}
	return p.run(ctx, o, log)
}

// run carries out a plan.
func (p plan) run(ctx context.Context, o Options, log *progress) (m manifest, err error) {
	if err := p.check(); err != nil {
		panic("pipeline: " + err.Error())
	}
	if err := os.MkdirAll(o.Out, 0o755); err != nil {
		return m, fmt.Errorf("make the output folder: %w", err)
	}
	unlock, err := lock(o.Out)
	if err != nil {
		return m, err
	}
	defer unlock()

	m, err = describe(o, p)
	if err != nil {
		return m, err
	}
	d := disk{o.before}
	if err := d.finishPublishing(o.Out); err != nil {
		return m, err
	}
	if !o.Force {
		if old, ok := upToDate(ctx, o, p, m); ok {
			log.say("outputs in %s are up to date (%d articles, run %s); --force runs all the same", o.Out, old.Articles, old.RunID)
			return old, nil
		}
	}
	dir, err := d.stagingDir(o.Out)
	if err != nil {
		return m, err
	}
	defer d.removeAll(dir) // after publishing there is nothing left in it

	r := &runner{options: o, disk: d, plan: p, log: log, dir: dir, manifest: m, clock: newStopwatch()}
	if err := r.all(ctx); err != nil {
		return r.manifest, err
	}
	if err := d.finishPublishing(o.Out); err != nil {
		return r.manifest, err
	}
	return r.manifest, unknownActors(o.Out, log)
}

// unknownActors shows the commonest actors that are in no list, in the form of
// a file for --actors.
func unknownActors(out string, log *progress) error {
	queue := actors.NewQueue(10)
	err := scan(out, schemas.Of[schemas.Actor](), func(row any) error {
		queue.Add(row.(*schemas.Actor))
		return nil
	})
	if err != nil || log.quiet {
		return err
	}
	_, err = queue.WriteTo(log.w)
	return err
}

// runner is the state of one run.
type runner struct {
	options  Options
	disk     disk
	plan     plan
	log      *progress
	dir      string
	manifest manifest
	clock    *stopwatch

	spool    *spool
	articles []entry
	inputs   fingerprint

	observer stages.Observer

	mu      sync.Mutex // guards these two, which two goroutines add to
	rejects []schemas.Reject
	passed  []stages.Note
}

// entry is what is kept in memory of an article between the passes.
type entry struct {
	digest stages.Digest
	place  place
	dated  dated
	copy   stages.Verdict
}

func (r *runner) all(ctx context.Context) error {
	var err error
	if r.spool, err = newSpool(filepath.Join(r.dir, "spool")); err != nil {
		return err
	}
	defer r.spool.close()
	if err := r.read(ctx); err != nil {
		return err
	}
	if len(r.articles) == 0 {
		return r.nothing()
	}
	if err := r.resolve(); err != nil {
		return err
	}
	if err := r.learn(ctx); err != nil {
		return err
	}
	r.manifest.RunID, r.manifest.Fingerprint = r.inputs.runID(r.manifest), r.inputs.sum(r.manifest)
	if err := r.code(ctx); err != nil {
		return err
	}
	if err := r.corpus(); err != nil {
		return err
	}
	return r.finish()
}

// read is the first pass.
func (r *runner) read(ctx context.Context) error {
	r.log.start("reading", 0)
	defer r.log.stop()
	type outcome struct {
		in     stages.Input // without its data
		doc    *stages.Document
		stage  string // that refused it
		reject *stages.Reject
	}
	source := func(emit func(*stages.Document) error) error {
		return r.plan.source.Run(ctx, r.options.Articles, emit, r.refuse, r.passOver)
	}
	work := func(d *stages.Document) (outcome, error) {
		o := outcome{in: d.Input, doc: d}
		o.in.Data = nil
		for _, s := range r.plan.read {
			if err := r.run(s, d, o.in.SourceURI); errors.As(err, &o.reject) {
				o.stage = s.Name
				return o, nil
			} else if err != nil {
				return o, fmt.Errorf("%s: %s: %w", o.in.SourceURI, s.Name, err)
			}
		}
		return o, nil
	}
	sink := func(o outcome) error {
		r.inputs.add(o.in)
		r.manifest.Inputs = append(r.manifest.Inputs, input{o.in.SourceURI, o.in.ID})
		if o.reject != nil {
			r.refuse(rejectOf(o.in.SourceURI, o.reject))
			if o.reject.Reason == internal {
				r.manifest.Notes[o.stage+"/"+internal]++
			}
			return nil
		}
		note(r.manifest.Notes, o.doc.Notes)
		at, err := r.spool.add(&o.doc.Article)
		if err != nil {
			return err
		}
		r.articles = append(r.articles, entry{digest: digestOf(o.in.ID, o.doc), place: at})
		r.log.tick()
		return nil
	}
	err := inOrder(ctx, r.options.Workers, source, work, sink)
	note(r.manifest.Notes, r.passed)
	return err
}

// note counts notes.
func note(counts map[string]int, notes []stages.Note) {
	for _, n := range notes {
		counts[n.Stage+"/"+n.Code]++
	}
}

// passOver counts what ingest did not look at.
func (r *runner) passOver(n stages.Note) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.passed = append(r.passed, n)
}

func rejectOf(uri string, j *stages.Reject) schemas.Reject {
	return schemas.Reject{SourceURI: uri, Stage: j.Stage, Reason: j.Reason, Detail: j.Detail}
}

func (r *runner) refuse(j schemas.Reject) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rejects = append(r.rejects, j)
}

// run runs a stage on an article.
func (r *runner) run(s stages.PerArticle, d *stages.Document, uri string) error {
	defer r.clock.start(s.Name)()
	return r.guard(s.Name, uri, func() error { return s.Run(d) })
}

// nothing tells why no input was of use.
func (r *runner) nothing() error {
	r.sortRejects()
	var why []string
	for _, j := range r.rejects[:min(3, len(r.rejects))] {
		why = append(why, fmt.Sprintf("%s: %s (%s)", j.SourceURI, j.Detail, j.Reason))
	}
	if n := len(r.rejects); n > len(why) {
		why = append(why, fmt.Sprintf("and %d more", n-len(why)))
	}
	if why == nil {
		why = []string{"there are no files in " + strings.Join(r.options.Articles, ", ")}
	}
	return fmt.Errorf("%w; the outputs are left as they were: %s", errNothing, strings.Join(why, "; "))
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

// digestOf is what is compared of an article.
func digestOf(id string, d *stages.Document) stages.Digest {
	a := &d.Article
	return stages.Digest{ArticleID: id, SourceURI: a.SourceURI, Published: a.Published, DatePrecision: a.DatePrecision, Clues: d.Clues, Sketch: d.Sketch}
}

// code is the second pass. It is gone through again where an article fails that
// others copy, since one of these then counts in its stead.
func (r *runner) code(ctx context.Context) error {
	for {
		notes := map[string]int{}
		failures, err := r.codeAll(ctx, notes)
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
		for code, n := range notes {
			r.manifest.Notes[code] += n
		}
		return nil
	}
}

// codeAll codes the articles, writes their tables, counts their notes, and
// returns those that made a stage panic.
func (r *runner) codeAll(ctx context.Context, notes map[string]int) (failures []failed, err error) {
	r.log.start("coding", len(r.articles))
	defer r.log.stop()
	files, err := newArticleFiles(r)
	if err != nil {
		return nil, err
	}
	r.observer = r.plan.observer()
	type outcome struct {
		doc    *stages.Document
		rows   [][]any
		failed *failed
	}
	source := func(emit func(entry) error) error {
		for _, e := range r.articles {
			if err := emit(e); err != nil {
				return err
			}
		}
		return nil
	}
	work := func(e entry) (o outcome, err error) {
		stage := ""
		o.doc, o.rows, stage, err = r.codeOne(e)
		var j *stages.Reject
		if errors.As(err, &j) && j.Reason == internal {
			return outcome{failed: &failed{e.digest.ArticleID, stage, rejectOf(e.digest.SourceURI, j)}}, nil
		} else if err != nil {
			return o, fmt.Errorf("%s: %s: %w", e.digest.SourceURI, stage, err)
		}
		return o, nil
	}
	sink := func(o outcome) error {
		r.log.tick()
		if o.failed != nil {
			failures = append(failures, *o.failed)
			return nil
		}
		note(notes, o.doc.Notes)
		r.observer.See(o.doc)
		return files.write(o.rows)
	}
	err = inOrder(ctx, r.options.Workers, source, work, sink)
	return failures, errors.Join(err, files.close())
}

// codeOne codes an article and makes its rows; stage is the one that returned
// the error.
func (r *runner) codeOne(e entry) (d *stages.Document, rows [][]any, stage string, err error) {
	a, err := r.spool.get(e.place)
	if err != nil {
		return nil, nil, "spool", err
	}
	a.ArticleID = e.digest.ArticleID
	e.dated.apply(&a)
	learn := r.plan.learn
	if err := r.guard(learn.Name, a.SourceURI, func() error { learn.Apply(&a); return nil }); err != nil {
		return nil, nil, learn.Name, err
	}
	if e.copy.DuplicateOf != "" {
		a.DuplicateOf, a.DuplicateKind, a.Similarity = e.copy.DuplicateOf, e.copy.Kind, schemas.Num(e.copy.Similarity)
	}
	d = &stages.Document{Article: a}
	for _, s := range r.plan.code {
		if err := r.run(s, d, a.SourceURI); err != nil {
			return nil, nil, s.Name, err
		}
	}
	err = r.guard("tables", a.SourceURI, func() error { rows = rowsOf(d); return nil })
	return d, rows, "tables", err
}

// corpus writes the tables that are made of all articles.
func (r *runner) corpus() error {
	st := &store{runner: r}
	if err := st.Write(r.observer.Yields, r.observer.Rows); err != nil {
		return err
	}
	r.sortRejects()
	if err := stages.Write(st, r.rejects); err != nil {
		return err
	}
	for _, s := range r.plan.corpus {
		r.log.say("%s", s.Name)
		stop := r.clock.start(s.Name)
		if err := s.Run(st); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
		stop()
	}
	return nil
}

func (r *runner) sortRejects() {
	slices.SortFunc(r.rejects, func(a, b schemas.Reject) int {
		return slices.Compare([]string{a.SourceURI, a.Stage, a.Reason, a.Detail}, []string{b.SourceURI, b.Stage, b.Reason, b.Detail})
	})
	r.rejects = slices.Compact(r.rejects)
}

// finish writes the descriptions and, last of all, the manifest.
func (r *runner) finish() error {
	info, err := r.disk.writeJSON(filepath.Join(r.dir, "datapackage.json"), dataPackage(r.manifest.RunID, r.options.Profile.Title))
	if err != nil {
		return err
	}
	r.add(info)
	m := &r.manifest
	m.Articles, m.Rejects, m.Seconds = len(r.articles), len(r.rejects), r.clock.seconds()
	slices.SortFunc(m.Files, func(a, b fileInfo) int { return strings.Compare(a.Name, b.Name) })
	if err := r.disk.syncDir(r.dir); err != nil {
		return err
	}
	_, err = r.disk.writeJSON(filepath.Join(r.dir, manifestName), m)
	return err
}

// add enters a file into the manifest, in the place of one of the same name.
func (r *runner) add(f fileInfo) {
	if !ours(f.Name) {
		panic("pipeline: a manifest may not name the file " + f.Name)
	}
	r.manifest.Files = slices.DeleteFunc(r.manifest.Files, func(old fileInfo) bool { return old.Name == f.Name })
	r.manifest.Files = append(r.manifest.Files, f)
}

// store gives the corpus stages the tables of this run.
type store struct{ runner *runner }

func (s *store) Scan(table string, row func(any) error) error {
	t, ok := schemas.ByName(table)
	if !ok {
		panic("pipeline: no table " + table)
	}
	return scan(s.runner.dir, t, row)
}

func (s *store) Write(table string, rows func(yield func(row any) error) error) error {
	t, ok := schemas.ByName(table)
	if !ok {
		panic("pipeline: no table " + table)
	}
	w, err := newTable(s.runner, t)
	if err != nil {
		return err
	}
	if err := rows(w.Write); err != nil {
		return errors.Join(err, w.discard())
	}
	return w.close()
}

func (s *store) WriteFile(name string, write func(io.Writer) error) error {
	info, err := s.runner.disk.writeWhole(filepath.Join(s.runner.dir, name), write)
	if err == nil {
		s.runner.add(info)
	}
	return err
}

func (s *store) ReadFile(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(s.runner.dir, name))
}
