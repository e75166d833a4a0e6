package pipeline

import (
	"context"
	"errors"
	"fmt"
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
// The first pass (read.go) reads and normalises, in the order of the inputs, and
// keeps the articles in a spool on disk. Between the passes (between.go) all
// articles are compared by their digests. The second pass (code.go) goes through
// the spool in the order of article ids, which is the order of the tables, and
// codes. What is made of all tables together comes last (finish.go).
func run(ctx context.Context, o Options, log *progress) (m manifest, err error) {
	p, err := newPlan(o)
	if err != nil {
		return m, err
	}
	if o.Profile == nil && o.ActorsFile != "" {
		early := o
		early.Profile = stages.NoProfile()
		if _, err := newCoding(early); err != nil { // a wrong file is told before the articles are read
			return m, err
		}
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

	m, err = describe(o)
	if err != nil {
		return m, err
	}
	d := disk{o.before}
	if err := d.finishPublishing(o.Out); err != nil {
		return m, err
	}
	if !o.Force {
		old, ok, err := upToDate(ctx, o, p, m)
		if err != nil {
			return m, err
		}
		if ok {
			log.say("outputs in %s are up to date (%d articles, run %s); --force runs all the same", o.Out, old.Articles, old.RunID)
			return old, nil
		}
	}
	dir, err := d.stagingDir(o.Out)
	if err != nil {
		return m, err
	}
	r := &runner{options: o, disk: d, plan: p, log: log, dir: dir, manifest: m, clock: newStopwatch()}
	defer func() {
		for range 3 { // what is left behind may still be making files in it
			if d.removeAll(dir) == nil { // after publishing there is nothing left in it
				break
			}
		}
	}()
	if done, err := leaving(ctx, grace/4, func() error { return r.all(ctx) }); !done {
		return manifest{}, err
	} else if err != nil {
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
	if err := r.settle(); err != nil {
		return err
	}
	if err := r.learn(ctx); err != nil {
		return err
	}
	r.manifest.addAllLexicons(r.plan)
	r.manifest.RunID, r.manifest.Fingerprint = r.inputs.runID(r.manifest), r.inputs.sum(r.manifest)
	if err := r.code(ctx); err != nil {
		return err
	}
	if err := r.corpus(ctx); err != nil {
		return err
	}
	if err := r.warnOfSides(); err != nil {
		return err
	}
	return r.finish()
}

func (r *runner) refuse(j schemas.Reject) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.rejects = append(r.rejects, j)
}

func rejectOf(uri string, j *stages.Reject) schemas.Reject {
	return schemas.Reject{SourceURI: uri, Stage: j.Stage, Reason: j.Reason, Detail: j.Detail}
}

func (r *runner) sortRejects() {
	slices.SortFunc(r.rejects, func(a, b schemas.Reject) int {
		return slices.Compare([]string{a.SourceURI, a.Stage, a.Reason, a.Detail}, []string{b.SourceURI, b.Stage, b.Reason, b.Detail})
	})
	r.rejects = slices.Compact(r.rejects)
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
