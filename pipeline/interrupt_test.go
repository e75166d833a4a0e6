package pipeline_test

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// child starts the program in a process of its own.
func child(t *testing.T, stdin io.Reader, env []string, args ...string) (cmd *exec.Cmd, stderr *bytes.Buffer) {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd = exec.Command(exe, args...)
	cmd.Env = append(append(os.Environ(), "PARLEY_CHILD=1"), env...)
	cmd.Stdin = stdin
	stderr = &bytes.Buffer{}
	cmd.Stderr = stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return cmd, stderr
}

// A run ends at once when it is told to, whatever it is waiting for or busy
// with, and leaves nothing behind.
func TestInterruptedRuns(t *testing.T) {
	busy := filepath.Join(t.TempDir(), "busy.txt")
	if err := os.WriteFile(busy, []byte(strings.Repeat("The minister said that the talks would go on, and that 4,000 people had left the town. ", 11000)), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name   string
		signal syscall.Signal
		code   int
		input  string
	}{
		{"waiting for standard input", syscall.SIGTERM, 143, "-"},
		{"waiting for standard input", syscall.SIGINT, 130, "-"},
		{"busy with an article", syscall.SIGINT, 130, busy},
	} {
		t.Run(fmt.Sprint(c.name, " ", c.signal), func(t *testing.T) {
			out, tmp := t.TempDir(), t.TempDir()
			open, stdin, err := os.Pipe()
			if err != nil {
				t.Fatal(err)
			}
			defer stdin.Close()
			defer open.Close()
			cmd, stderr := child(t, open, []string{"TMPDIR=" + tmp}, "run", c.input, "--out", out, "--quiet")
			for range 200 { // until it has begun
				if _, err := os.Stat(filepath.Join(out, ".parley-next", "spool")); err == nil {
					break
				}
				if parts, _ := filepath.Glob(filepath.Join(out, ".parley-next", "*")); parts != nil {
					break
				}
				time.Sleep(20 * time.Millisecond)
			}
			time.Sleep(300 * time.Millisecond)
			sent := time.Now()
			if err := cmd.Process.Signal(c.signal); err != nil {
				t.Fatal(err)
			}
			cmd.Wait()
			if took := time.Since(sent); took > 5*time.Second { // it takes some 0.3; machines that test are busy
				t.Errorf("it went on for %v", took)
			}
			if code := cmd.ProcessState.ExitCode(); code != c.code || !strings.Contains(stderr.String(), "interrupted") {
				t.Errorf("exit code %d, want %d: %s", code, c.code, stderr)
			}
			for _, dir := range []string{out, tmp} {
				entries, _ := os.ReadDir(dir)
				for _, e := range entries {
					t.Errorf("it left %s", e.Name())
				}
			}
			must(t, "run", examples+"/notes", "--out", out, "--quiet") // nobody holds the lock
		})
	}
}

// Where there is no room for temporary files, the machine is at fault and not
// the article.
func TestNoRoomForTemporaryFiles(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	must(t, "run", examples+"/notes", "--out", out, "--quiet")
	whole, err := os.ReadFile(filepath.Join(out, "articles.parquet"))
	if err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(in, "a.parquet.gz"), gzipped(t, whole), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TMPDIR", filepath.Join(in, "missing"))
	code, _, stderr := parley("run", in, "--out", out, "--quiet")
	if code != 1 || !strings.Contains(stderr, "a.parquet.gz: make a temporary file") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	after, err := os.ReadFile(filepath.Join(out, "manifest.json"))
	if err != nil || string(after) != string(before) {
		t.Errorf("the outputs were changed (%v)", err)
	}
}
