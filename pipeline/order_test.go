package pipeline

import (
	"context"
	"errors"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
)

func count(n int) func(emit func(int) error) error {
	return func(emit func(int) error) error {
		for i := range n {
			if err := emit(i); err != nil {
				return err
			}
		}
		return nil
	}
}

// light has room for all.
var light = load[int]{1000, func(int) int64 { return 1 }}

// However many workers there are, no more than the budget is under way, and
// what is larger than it goes alone.
func TestInOrderHoldsFewBytes(t *testing.T) {
	var under, most atomic.Int64
	size := func(i int) int64 { return int64(i * 7 % 120) }
	err := inOrder(context.Background(), 8, load[int]{100, size}, count(500),
		func(i int) (int, error) {
			n := under.Add(min(size(i), 100))
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			runtime.Gosched()
			return i, nil
		},
		func(i int) error { under.Add(-min(size(i), 100)); return nil })
	if err != nil {
		t.Fatal(err)
	}
	if m := most.Load(); m > 100 || m < 50 {
		t.Errorf("%d of 100 were under way", m)
	}
}

func TestInOrderKeepsTheOrder(t *testing.T) {
	for _, workers := range []int{1, 2, 7} {
		var got []int
		err := inOrder(context.Background(), workers, light, count(500),
			func(i int) (int, error) {
				for range i % 5 {
					runtime.Gosched() // let others overtake
				}
				return i * i, nil
			},
			func(sq int) error { got = append(got, sq); return nil })
		if err != nil || len(got) != 500 || !slices.IsSorted(got) {
			t.Errorf("%d workers: %d results, sorted %v, error %v", workers, len(got), slices.IsSorted(got), err)
		}
	}
}

func TestInOrderHoldsFewItems(t *testing.T) {
	const workers = 2
	var under, most atomic.Int64
	err := inOrder(context.Background(), workers, light,
		func(emit func(int) error) error {
			return count(300)(func(i int) error {
				n := under.Add(1)
				for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
				}
				return emit(i)
			})
		},
		func(i int) (int, error) { return i, nil },
		func(int) error { under.Add(-1); return nil })
	if err != nil {
		t.Fatal(err)
	}
	if m := most.Load(); m > 4*workers+2 {
		t.Errorf("%d items were under way with %d workers", m, workers)
	}
}

func TestInOrderStopsAtTheFirstError(t *testing.T) {
	broken := errors.New("broken")
	ok := func(i int) (int, error) { return i, nil }
	sink := func(int) error { return nil }
	for name, run := range map[string]func() error{
		"source": func() error {
			return inOrder(context.Background(), 2, light, func(emit func(int) error) error { emit(1); return broken }, ok, sink)
		},
		"work": func() error {
			return inOrder(context.Background(), 2, light, count(1000), func(i int) (int, error) {
				if i == 10 {
					return 0, broken
				}
				return i, nil
			}, sink)
		},
		"sink": func() error {
			return inOrder(context.Background(), 2, light, count(1000), ok, func(i int) error {
				if i == 10 {
					return broken
				}
				return nil
			})
		},
	} {
		if err := run(); !errors.Is(err, broken) {
			t.Errorf("%s: error is %v", name, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := inOrder(ctx, 2, light, count(1000), ok, sink); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: error is %v", err)
	}
}
