package pipeline_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"parley/stages/language/encoder"
)

// A run without the learned reader says so in its manifest.
func TestRunWithoutAModel(t *testing.T) {
	dir := t.TempDir()
	article := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(article, []byte("Talks go on\n\n1 May 2026\n\nThe two delegations met in Geneva on Monday and agreed to exchange prisoners, the mediators said on Tuesday.\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	must(t, "run", article, "--model", "none", "--out", filepath.Join(dir, "out"))
	m, err := os.ReadFile(filepath.Join(dir, "out", "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(m), `"model": null`) {
		t.Errorf("the manifest does not say that no model has read: %s", m)
	}
}

// With the learned reader the tables do not depend on the number of workers,
// and the manifest names the model.
func TestWorkersReadAlike(t *testing.T) {
	s := encoder.Embedded()
	if s == nil {
		t.Skip("no model is part of the program")
	}
	one, four := filepath.Join(t.TempDir(), "one"), filepath.Join(t.TempDir(), "four")
	must(t, "run", "../examples/notes", "--workers", "1", "--out", one)
	must(t, "run", "../examples/notes", "--workers", "4", "--out", four)
	if !reflect.DeepEqual(files(t, one), files(t, four)) {
		t.Error("four workers write other files than one")
	}
	m, err := os.ReadFile(filepath.Join(one, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(m), s.Hash) {
		t.Error("the manifest does not name the model")
	}
}
