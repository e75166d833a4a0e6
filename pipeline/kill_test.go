package pipeline

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
)

// twoRuns makes two folders of articles and what a run writes of each.
func twoRuns(t *testing.T) (in [2]string, of map[string]generation, operations int) {
	t.Helper()
	of = map[string]generation{}
	for i := range in {
		in[i] = t.TempDir()
		for k := range i + 2 {
			text := fmt.Sprintf("Delegate %d said that the talks went on for %d hours.", k, i+1)
			if err := os.WriteFile(filepath.Join(in[i], fmt.Sprintf("%d.txt", k)), []byte(text), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		out := t.TempDir()
		operations = 0
		if err := bareRun(in[i], out, func(string, string) { operations++ }); err != nil {
			t.Fatal(err)
		}
		m, err := readManifest(out)
		if err != nil {
			t.Fatal(err)
		}
		if of[m.RunID], err = readGeneration(out); err != nil {
			t.Fatal(err)
		}
	}
	return in, of, operations
}

// A run is killed before each of its operations on files in turn. Whenever that
// is, no file is torn, the next command finds the outputs of one run, and the
// next run completes.
func TestKilledAnywhere(t *testing.T) {
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	in, of, operations := twoRuns(t)
	if operations < 50 {
		t.Fatalf("a run has %d operations on files", operations)
	}
	ends := map[string]int{}
	before := t.TempDir()
	if err := bareRun(in[0], before, nil); err != nil {
		t.Fatal(err)
	}
	for at := 1; at <= operations; at++ {
		out := t.TempDir()
		if err := os.CopyFS(out, os.DirFS(before)); err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(exe)
		cmd.Env = append(os.Environ(), fmt.Sprintf("PARLEY_KILL=%d|%s|%s", at, in[1], out))
		if err := cmd.Run(); err == nil || cmd.ProcessState.ExitCode() != -1 {
			t.Fatalf("operation %d: the run was not killed (%v)", at, err)
		}
		if err := torn(out, false, of); err != nil {
			t.Errorf("killed before operation %d: %v", at, err)
		}
		if err := settle(out); err != nil {
			t.Errorf("killed before operation %d: %v", at, err)
		}
		if err := torn(out, true, of); err != nil {
			t.Errorf("killed before operation %d, then settled: %v", at, err)
		}
		m, _ := readManifest(out)
		ends[m.RunID]++
		if at%6 > 0 {
			continue
		}
		if err := bareRun(in[1], out, nil); err != nil {
			t.Errorf("killed before operation %d, then run again: %v", at, err)
		}
		if err := torn(out, true, of); err != nil {
			t.Errorf("killed before operation %d, then run again: %v", at, err)
		}
		if entries, _ := filepath.Glob(filepath.Join(out, ".*")); entries != nil {
			t.Errorf("killed before operation %d, then run again: %v are left", at, entries)
		}
	}
	t.Logf("%d kills; outputs of the runs afterwards: %v", operations, slices.Sorted(maps.Values(ends)))
	if len(ends) != 2 {
		t.Errorf("all kills led to the outputs of one run: %v", ends)
	}
}

// The test above would see it if publishing were wrong: files moved in another
// order, or written in their places.
func TestTornStatesAreSeen(t *testing.T) {
	in, of, _ := twoRuns(t)
	for name, publish := range map[string]func(out, next string, stop int){
		"the manifest first": func(out, next string, stop int) {
			files, _ := filepath.Glob(filepath.Join(next, "*"))
			slices.SortFunc(files, func(a, b string) int { // the manifest before all
				return compareBool(filepath.Base(a) != manifestName, filepath.Base(b) != manifestName)
			})
			for _, f := range files[:min(stop, len(files))] {
				os.Rename(f, filepath.Join(out, filepath.Base(f)))
			}
		},
		"written in their places": func(out, next string, stop int) {
			files, _ := filepath.Glob(filepath.Join(next, "*.parquet"))
			for _, f := range files[:min(stop, len(files))] {
				b, _ := os.ReadFile(f)
				os.WriteFile(filepath.Join(out, filepath.Base(f)), b[:len(b)/2], 0o644)
			}
		},
	} {
		seen := 0
		for stop := 1; stop < 8; stop++ {
			out, next := t.TempDir(), t.TempDir()
			if err := bareRun(in[0], out, nil); err != nil {
				t.Fatal(err)
			}
			if err := bareRun(in[1], next, nil); err != nil {
				t.Fatal(err)
			}
			publish(out, next, stop)
			if torn(out, true, of) != nil {
				seen++
			}
		}
		if seen == 0 {
			t.Errorf("%s: no torn state was seen", name)
		}
	}
}
