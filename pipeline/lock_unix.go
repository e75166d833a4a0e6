//go:build unix

package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// lock keeps two runs out of the same folder. The system drops it when the
// process ends, however it ends. A link in the lock's place is not followed.
func lock(dir string) (unlock func(), err error) {
	path := filepath.Join(dir, ".parley-lock")
	for range 10 {
		f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR|syscall.O_NOFOLLOW|syscall.O_NONBLOCK, 0o644)
		if err != nil {
			return nil, fmt.Errorf("lock the output folder: %w", err)
		}
		if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
			f.Close()
			break
		}
		mine, err := f.Stat()
		if err != nil {
			f.Close()
			return nil, fmt.Errorf("lock the output folder: %w", err)
		}
		if there, err := os.Lstat(path); err == nil && os.SameFile(mine, there) {
			return func() {
				os.Remove(path)
				f.Close()
			}, nil
		}
		f.Close() // who held it has just removed it
	}
	return nil, fmt.Errorf("another parley run is writing to %s; wait for it or give another --out", dir)
}

// folderID tells a folder of this machine, and no link, from all others; a copy
// of the folder has another one.
func folderID(dir string) (string, error) {
	info, err := os.Lstat(dir)
	if err != nil {
		return "", err
	}
	s, ok := info.Sys().(*syscall.Stat_t)
	if !ok || !info.IsDir() {
		return "", fmt.Errorf("%s is no folder", dir)
	}
	return fmt.Sprint(s.Ino), nil
}
