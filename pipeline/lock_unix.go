//go:build unix

package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// lock keeps two runs out of the same folder. The system drops it when the
// process ends, however it ends.
func lock(dir string) (unlock func(), err error) {
	path := filepath.Join(dir, ".parley-lock")
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return nil, fmt.Errorf("lock the output folder: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
		f.Close()
		return nil, fmt.Errorf("another parley run is writing to %s; wait for it or give another --out", dir)
	}
	return func() { f.Close() }, nil
}
