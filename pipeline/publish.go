package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// A run writes into a hidden folder of the output folder and moves its files
// out when all are whole. The manifest is written last, and its presence in
// the hidden folder means that everything else there is complete: a run killed
// before that moment leaves the old outputs, one killed after it is finished
// by the next command that looks at the folder.
//
// A folder may come from somebody else, and so may a hidden folder in it. Only
// one that this machine made in that place is believed, which its mark shows,
// and no manifest may name another file than we write.
const (
	stagingName  = ".parley-next"
	markName     = ".made-here" // in the hidden folder
	manifestName = "manifest.json"
)

// disk does the operations by which outputs come to be, and calls before, where
// it is not nil, before each of them: a test ends the program there.
type disk struct{ before func(operation, path string) }

func (d disk) at(operation, path string) {
	if d.before != nil {
		d.before(operation, path)
	}
}

func (d disk) rename(from, to string) error {
	d.at("rename", to)
	return os.Rename(from, to)
}

func (d disk) remove(path string) error {
	d.at("remove", path)
	return os.Remove(path)
}

func (d disk) removeAll(path string) error {
	d.at("remove all", path)
	return os.RemoveAll(path)
}

// syncDir makes renames durable, where the system can.
func (d disk) syncDir(dir string) error {
	d.at("sync", dir)
	f, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("make the outputs durable: %w", err)
	}
	defer f.Close()
	f.Sync() // not every file system can sync a folder; the files themselves are synced
	return nil
}

// stagingDir makes an empty hidden folder, after finishing or clearing what an
// earlier run left there. The caller holds the lock.
func (d disk) stagingDir(out string) (string, error) {
	if err := d.finishPublishing(out); err != nil {
		return "", err
	}
	dir := filepath.Join(out, stagingName)
	if err := d.removeAll(dir); err != nil {
		return "", fmt.Errorf("clear what an earlier run left: %w", err)
	}
	d.at("make", dir)
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return "", fmt.Errorf("make the output folder: %w", err)
	}
	if err := d.writeMark(dir); err != nil {
		d.removeAll(dir)
		return "", fmt.Errorf("make the output folder: %w", err)
	}
	return dir, nil
}

// writeMark tells that a hidden folder was made by this machine in that place.
func (d disk) writeMark(dir string) error {
	id, err := folderID(dir)
	if err != nil {
		return err
	}
	d.at("write", filepath.Join(dir, markName))
	return os.WriteFile(filepath.Join(dir, markName), []byte(id), 0o644)
}

// pending reads the manifest of a complete hidden folder; ok is false where
// there is none that was made here.
func pending(out string) (m manifest, ok bool, err error) {
	dir := filepath.Join(out, stagingName)
	id, err := folderID(dir)
	if err != nil {
		return m, false, nil
	}
	if mark, err := os.ReadFile(filepath.Join(dir, markName)); err != nil || string(mark) != id {
		return m, false, nil
	}
	m, err = readManifest(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return m, false, nil
	}
	if err != nil {
		return m, false, fmt.Errorf("%w; remove %s and run again", err, dir)
	}
	return m, true, nil
}

// finishPublishing moves the files of a complete hidden folder out, the
// manifest last. Without a complete one it does nothing. The caller holds the
// lock.
func (d disk) finishPublishing(out string) error {
	next, ok, err := pending(out)
	if err != nil || !ok {
		return err
	}
	if old, err := readManifest(out); err == nil {
		keep := map[string]bool{}
		for _, f := range next.Files {
			keep[f.Name] = true
		}
		for _, f := range old.Files {
			if !keep[f.Name] {
				d.remove(filepath.Join(out, f.Name)) // no longer made; it may be gone already
			}
		}
	}
	dir := filepath.Join(out, stagingName)
	for _, f := range next.Files {
		err := d.rename(filepath.Join(dir, f.Name), filepath.Join(out, f.Name))
		if err != nil && !errors.Is(err, fs.ErrNotExist) { // not there: moved before an earlier run was killed
			return fmt.Errorf("move the finished files: %w", err)
		}
	}
	if err := d.rename(filepath.Join(dir, manifestName), filepath.Join(out, manifestName)); err != nil {
		return fmt.Errorf("move the finished files: %w", err)
	}
	if err := d.syncDir(out); err != nil {
		return err
	}
	return d.removeAll(dir)
}

// settle is for commands that read: it finishes what a killed run left, unless
// another program is at it or the folder may not be written to.
func settle(out string) error {
	if _, ok, err := pending(out); err != nil || !ok {
		return err
	}
	unlock, err := lock(out)
	if err != nil {
		return nil // what stands there now can be read
	}
	defer unlock()
	return disk{}.finishPublishing(out)
}

// steady calls look, which reads a folder's files, until it finds them as a
// manifest says or the files do not change any more: a run may be moving its
// own out at that moment, which takes it less than a second.
func steady(out string, look func() error) error {
	err := look()
	for range 20 {
		if _, moving, _ := pending(out); err == nil || !moving {
			break
		}
		time.Sleep(50 * time.Millisecond)
		err = look()
	}
	if err != nil {
		err = look() // the last file may have been moved in between
	}
	return err
}

// drawn is what files may be called beside those that have a name of their own:
// tables and charts.
var drawn = regexp.MustCompile(`^[a-z0-9_]+\.(parquet|png|svg)$`)

// ours reports whether a run may write a file of that name.
func ours(name string) bool {
	switch name {
	case "index.html", "charts.json", "datapackage.json", "views.sql":
		return true
	}
	return drawn.MatchString(name)
}

// checkNames refuses a manifest that names files which no run writes.
func (m *manifest) checkNames() error {
	for _, f := range m.Files {
		if !ours(f.Name) {
			return fmt.Errorf("it names the file %q, which parley does not write", strings.ToValidUTF8(f.Name, "?"))
		}
	}
	return nil
}
