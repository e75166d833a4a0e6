package pipeline

import (
	"context"
	"sync"
)

// inOrder runs work on what source emits, on several workers, and hands the
// results to sink one at a time in the order in which they were emitted. At
// most some three items a worker are under way, so memory stays bounded. The
// first error ends it.
func inOrder[In, Out any](ctx context.Context, workers int, source func(emit func(In) error) error, work func(In) (Out, error), sink func(Out) error) error {
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
	tasks, queue := make(chan task), make(chan chan result, 2*workers)
	var group sync.WaitGroup

	group.Go(func() {
		defer close(tasks)
		defer close(queue)
		err := source(func(in In) error {
			t := task{in, make(chan result, 1)}
			select {
			case queue <- t.done:
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
		for done := range queue {
			select {
			case r := <-done:
				if r.err != nil {
					return r.err
				}
				if err := sink(r.out); err != nil {
					return err
				}
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
