package parquetin

import (
	"fmt"

	"github.com/apache/arrow/go/v15/arrow/memory"
)

// maxMemory bounds what one file may make the library hold at a time.
const maxMemory = 1 << 30

// limited is an allocator that refuses by a panic, the only way there is.
type limited struct {
	memory.Allocator
	used int
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
	l.used -= len(b)
	l.Allocator.Free(b)
}

func (l *limited) take(n int) {
	if n > maxMemory || l.used+n > maxMemory {
		panic(fmt.Sprintf("it asks for %d MB of memory", (l.used+n)>>20))
	}
	l.used += n
}
