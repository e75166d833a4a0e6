package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// A run writes into a hidden folder of the output folder and moves its files
// out when all are whole. The manifest is written last, and its presence in
// the hidden folder means that everything else there is complete: a run killed
// before that moment leaves the old outputs, one killed after it is finished
// by the next command that looks at the folder.
const (
	stagingName  = ".parley-next"
	manifestName = "manifest.json"
)

// stagingDir makes an empty hidden folder, after finishing or clearing what an
// earlier run left there.
func stagingDir(out string) (string, error) {
	if err := finishPublishing(out); err != nil {
		return "", err
	}
	dir := filepath.Join(out, stagingName)
	if err := os.RemoveAll(dir); err != nil {
		return "", fmt.Errorf("clear what an earlier run left: %w", err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("make the output folder: %w", err)
	}
	return dir, nil
}

// finishPublishing moves the files of a complete hidden folder out, the
// manifest last. Without a complete one it does nothing.
func finishPublishing(out string) error {
	dir := filepath.Join(out, stagingName)
	next, err := readManifest(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%w; remove %s and run again", err, dir)
	}
	if old, err := readManifest(out); err == nil {
		keep := map[string]bool{}
		for _, f := range next.Files {
			keep[f.Name] = true
		}
		for _, f := range old.Files {
			if !keep[f.Name] && filepath.IsLocal(f.Name) {
				os.Remove(filepath.Join(out, f.Name)) // no longer made; it may be gone already
			}
		}
	}
	for _, f := range next.Files {
		err := os.Rename(filepath.Join(dir, f.Name), filepath.Join(out, f.Name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) { // not there: moved before an earlier run was killed
			return fmt.Errorf("move the finished files: %w", err)
		}
	}
	if err := os.Rename(filepath.Join(dir, manifestName), filepath.Join(out, manifestName)); err != nil {
		return fmt.Errorf("move the finished files: %w", err)
	}
	if err := syncDir(out); err != nil {
		return err
	}
	return os.RemoveAll(dir)
}

// syncDir makes renames durable, where the system can.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("make the outputs durable: %w", err)
	}
	defer d.Close()
	d.Sync() // not every file system can sync a folder; the files themselves are synced
	return nil
}
