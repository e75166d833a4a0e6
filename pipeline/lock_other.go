//go:build !unix

package pipeline

import (
	"fmt"
	"os"
	"path/filepath"
)

// lock does nothing where the system has no flock.
func lock(string) (unlock func(), err error) { return func() {}, nil }

// folderID is the place of a folder, where the system has no number for it.
func folderID(dir string) (string, error) {
	info, err := os.Lstat(dir)
	if err != nil {
		return "", err
	}
	if !info.IsDir() {
		return "", fmt.Errorf("%s is no folder", dir)
	}
	return filepath.Abs(dir)
}
