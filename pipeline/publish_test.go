package pipeline

import (
	"os"
	"path/filepath"
	"testing"
)

// put writes a small output folder: files and a manifest that lists them.
func put(t *testing.T, dir, content string, names ...string) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	m := manifest{RunID: content}
	for _, n := range names {
		if err := os.WriteFile(filepath.Join(dir, n), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		m.Files = append(m.Files, fileInfo{Name: n})
	}
	if _, err := (disk{}).writeJSON(filepath.Join(dir, manifestName), m); err != nil {
		t.Fatal(err)
	}
}

// stage makes the hidden folder of a run that was killed when it was complete.
func stage(t *testing.T, out string, names ...string) {
	t.Helper()
	next, err := disk{}.stagingDir(out)
	if err != nil {
		t.Fatal(err)
	}
	put(t, next, "new", names...)
}

func content(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if os.IsNotExist(err) {
		return ""
	}
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestKilledBeforeTheManifestLeavesTheOldOutputs(t *testing.T) {
	out := t.TempDir()
	put(t, out, "old", "a.svg")
	next := filepath.Join(out, stagingName)
	stage(t, out, "a.svg")
	os.Remove(filepath.Join(next, manifestName))
	if err := (disk{}).finishPublishing(out); err != nil {
		t.Fatal(err)
	}
	if got := content(t, filepath.Join(out, "a.svg")); got != "old" {
		t.Errorf("a is %q", got)
	}
	if _, err := (disk{}).stagingDir(out); err != nil {
		t.Fatal(err)
	}
	if got := content(t, filepath.Join(next, "a.svg")); got != "" {
		t.Error("what the killed run left is still there")
	}
}

func TestKilledWhileMovingIsFinishedByTheNextCommand(t *testing.T) {
	out := t.TempDir()
	put(t, out, "old", "a.svg", "b.svg", "gone.svg")
	if err := os.WriteFile(filepath.Join(out, "README.md"), []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	next := filepath.Join(out, stagingName)
	stage(t, out, "a.svg", "b.svg")
	if err := os.Rename(filepath.Join(next, "a.svg"), filepath.Join(out, "a.svg")); err != nil { // then it was killed
		t.Fatal(err)
	}
	if err := (disk{}).finishPublishing(out); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a.svg": "new", "b.svg": "new", "gone.svg": "", "README.md": "mine"} {
		if got := content(t, filepath.Join(out, name)); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
	if m, err := readManifest(out); err != nil || m.RunID != "new" {
		t.Errorf("manifest of run %q (%v)", m.RunID, err)
	}
	if _, err := os.Stat(next); !os.IsNotExist(err) {
		t.Errorf("the hidden folder is still there (%v)", err)
	}
}

func TestManifestCannotReachOutOfItsFolder(t *testing.T) {
	root := t.TempDir()
	victim := filepath.Join(root, "victim")
	if err := os.WriteFile(victim, []byte("mine"), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(root, "out")
	put(t, out, "old")
	if _, err := (disk{}).writeJSON(filepath.Join(out, manifestName), manifest{Files: []fileInfo{{Name: "../victim"}}}); err != nil {
		t.Fatal(err)
	}
	stage(t, out, "a.svg")
	if err := (disk{}).finishPublishing(out); err != nil {
		t.Fatal(err)
	}
	if content(t, victim) != "mine" {
		t.Error("a manifest removed a file outside of its folder")
	}
}

func TestTwoRunsKeepOutOfEachOther(t *testing.T) {
	out := t.TempDir()
	unlock, err := lock(out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lock(out); err == nil {
		t.Error("a second run got into the same folder")
	}
	unlock()
	again, err := lock(out)
	if err != nil {
		t.Fatalf("the folder stays locked: %v", err)
	}
	again()
}
