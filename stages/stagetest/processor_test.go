package stagetest

import (
	"runtime"
	"testing"
	"time"
)

// Waiting is no work; work is.
func TestWithin(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("this system does not tell the processor time of a thread")
	}
	f := &failures{TB: t}
	Within(f, 5*time.Millisecond, func() { <-time.After(50 * time.Millisecond) })
	if f.said != nil {
		t.Errorf("waiting is taken for work: %q", f.said)
	}
	Within(f, 5*time.Millisecond, func() {
		for start := threadTime(); threadTime()-start < 10*time.Millisecond; {
		}
	})
	if f.said == nil {
		t.Error("work is not noticed")
	}
}
