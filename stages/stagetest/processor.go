package stagetest

import (
	"runtime"
	"testing"
	"time"
)

// Within fails the test when f takes more processor time than most. It is not
// the time of a clock that counts but what the thread of f has worked, so that a
// busy machine fails nothing. Where the system does not tell it, f only runs;
// what does not end is left to the timeout of go test.
func Within(t testing.TB, most time.Duration, f func()) {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	before := threadTime()
	f()
	if took := threadTime() - before; took > most {
		t.Errorf("took %v of processor time, more than %v", took, most)
	}
}
