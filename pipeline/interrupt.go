package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"
	"time"
)

// interrupted is why a context ends that a signal ended.
type interrupted struct{ signal syscall.Signal }

func (i interrupted) Error() string { return fmt.Sprintf("interrupted (%v)", i.signal) }

// exitCode is what a shell gives a program that the signal ended: 130 for
// SIGINT, 143 for SIGTERM.
func (i interrupted) exitCode() int { return 128 + int(i.signal) }

// onSignal is a context that the first SIGINT or SIGTERM ends. A second one
// ends the program at once.
func onSignal() (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(context.Background())
	ch := make(chan os.Signal, 1)
	signal.Notify(ch, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case s := <-ch:
			signal.Stop(ch)
			number, _ := s.(syscall.Signal)
			cancel(interrupted{number})
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(ch)
		cancel(nil)
	}
}

// grace is how long work that knows of the interruption may take to end.
const grace = time.Second

// leaving does the work, but no longer than until ctx ends and grace has
// passed: then it is left behind, for the end of the program to stop, whatever
// stage, file or stream it is busy with. done reports whether it came to its
// end, and only then may what it works on be read.
func leaving(ctx context.Context, grace time.Duration, work func() error) (done bool, err error) {
	result := make(chan error, 1)
	go func() { result <- work() }()
	select {
	case err := <-result:
		return true, err
	case <-ctx.Done():
	}
	select {
	case err := <-result:
		return true, err
	case <-time.After(grace):
		return false, context.Cause(ctx)
	}
}

// interruption finds the signal that an error tells of.
func interruption(ctx context.Context, err error) (i interrupted, ok bool) {
	if errors.As(err, &i) {
		return i, true
	}
	if errors.Is(err, context.Canceled) && errors.As(context.Cause(ctx), &i) {
		return i, true
	}
	return i, false
}
