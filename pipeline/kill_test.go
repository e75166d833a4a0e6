package pipeline_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

// A run that is killed, at whatever moment, leaves the outputs of the one
// before whole, and the next run completes.
func TestKilledRunsLeaveWholeOutputs(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	must(t, "run", examples+"/notes", "--model", "none", "--out", dir, "--quiet")
	before, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	cut := 0
	for _, after := range []time.Duration{20, 60, 150, 300, 600} {
		cmd := exec.Command(exe, "run", examples, "--model", "none", "--out", dir, "--quiet", "--force")
		cmd.Env = append(os.Environ(), "PARLEY_CHILD=1")
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(after * time.Millisecond)
		cmd.Process.Kill()
		if cmd.Wait() != nil {
			cut++
		}
		must(t, "verify", "--out", dir)
	}
	t.Logf("%d of 5 runs were killed before their end", cut)
	must(t, "run", examples, "--model", "none", "--out", dir, "--quiet")
	must(t, "verify", "--out", dir)
	after, err := os.ReadFile(filepath.Join(dir, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	if string(before) == string(after) {
		t.Error("the last run did not write its outputs")
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".parley-next")); left != nil {
		t.Errorf("the killed runs left %v", left)
	}
}
