package parquetin

import (
	"fmt"
	"sync/atomic"

	"github.com/apache/arrow/go/v15/arrow/memory"
)

// MaxMemory bounds what one file may make us hold at a time, pages and rows
// together.
const MaxMemory = 256 << 20

// tooMuch says that more is asked for: so many bytes.
type tooMuch struct{ bytes int }

func (t tooMuch) Error() string {
	return fmt.Sprintf("it asks for %d MB of memory, and more than %d MB are not given to one file", t.bytes>>20, MaxMemory>>20)
}

// limited is an allocator that refuses by a panic, the only way there is. The
// library gives some memory back from the goroutine of the finalizers.
type limited struct {
	memory.Allocator
	used atomic.Int64
}

func (l *limited) Allocate(size int) []byte {
	l.take(size)
	return l.Allocator.Allocate(size)
}

func (l *limited) Reallocate(size int, b []byte) []byte {
	l.take(size - len(b))
	return l.Allocator.Reallocate(size, b)
}

func (l *limited) Free(b []byte) {
	l.used.Add(-int64(len(b)))
	l.Allocator.Free(b)
}

func (l *limited) take(n int) {
	if now := l.used.Add(int64(n)); now > MaxMemory || n > MaxMemory {
		l.used.Add(-int64(n))
		panic(tooMuch{int(now)})
	}
}
