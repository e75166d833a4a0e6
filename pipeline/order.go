package pipeline

import (
	"context"
	"sync"

	"golang.org/x/sync/semaphore"
)

// load bounds the bytes that are under way at a time; what is larger than the
// whole budget goes alone.
type load[In any] struct {
	budget int64
	size   func(In) int64
}

// What a stage holds of an article is up to 230 times its text, where that is
// made to hurt, and of a page up to 60 times its bytes; in the news it is some 50
// and 10. So either budget is a few hundred megabytes at the worst.
const (
	readBudget = 6 << 20 // of inputs, as ingest found them
	codeBudget = 2 << 20 // of text
)

// inOrder runs work on what source emits, on several workers, and hands the
// results to sink one at a time in the order in which they were emitted. At
// most some three items a worker are under way, and together no more than load
// allows, so memory stays bounded. The first error ends it.
func inOrder[In, Out any](ctx context.Context, workers int, under load[In], source func(emit func(In) error) error, work func(In) (Out, error), sink func(Out) error) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	type result struct {
		out Out
		err error
	}
	type task struct {
		in   In
		done chan result
	}
	type place struct {
		done chan result
		size int64
	}
	tasks, queue := make(chan task), make(chan place, 2*workers)
	room := semaphore.NewWeighted(under.budget)
	var group sync.WaitGroup

	group.Go(func() {
		defer close(tasks)
		defer close(queue)
		err := source(func(in In) error {
			t, size := task{in, make(chan result, 1)}, min(under.size(in), under.budget)
			if room.Acquire(ctx, size) != nil {
				return context.Cause(ctx)
			}
			select {
			case queue <- place{t.done, size}:
			case <-ctx.Done():
				return context.Cause(ctx)
			}
			select {
			case tasks <- t:
				return nil
			case <-ctx.Done():
				return context.Cause(ctx)
			}
		})
		if err != nil {
			cancel(err)
		}
	})
	for range workers {
		group.Go(func() {
			for t := range tasks {
				out, err := work(t.in)
				t.done <- result{out, err}
			}
		})
	}
	err := func() error {
		for p := range queue {
			select {
			case r := <-p.done:
				if r.err != nil {
					return r.err
				}
				if err := sink(r.out); err != nil {
					return err
				}
				room.Release(p.size)
			case <-ctx.Done():
				return context.Cause(ctx)
			}
		}
		return context.Cause(ctx) // nil unless the source failed
	}()
	cancel(err)
	group.Wait()
	return err
}
