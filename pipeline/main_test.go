package pipeline_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/pipeline"
)

var update = flag.Bool("update", false, "write the golden files anew")

// `parley verify` starts its own program as a child; here that is this test.
func TestMain(m *testing.M) {
	if os.Getenv("PARLEY_CHILD") != "" {
		os.Exit(pipeline.Main(os.Args[1:], os.Stdout, os.Stderr))
	}
	if spec := os.Getenv("PARLEY_KILL"); spec != "" {
		os.Exit(pipeline.KilledRun(spec))
	}
	flag.Parse()
	code := m.Run()
	os.RemoveAll(exampleDir)
	os.RemoveAll(sharedDir)
	os.Exit(code)
}

// parley carries out a command line. A panic of a stage is let through.
func parley(args ...string) (code int, stdout, stderr string) {
	var out, err bytes.Buffer
	if len(args) > 0 && args[0] == "run" {
		args = append([]string{"run", "--panic"}, args[1:]...)
	}
	code = pipeline.Main(args, &out, &err)
	return code, out.String(), err.String()
}

// must carries out a command line that has to succeed and returns its output.
func must(t *testing.T, args ...string) string {
	t.Helper()
	code, out, err := parley(args...)
	if code != 0 {
		t.Fatalf("parley %s: exit code %d: %s", strings.Join(args, " "), code, err)
	}
	return out
}

func TestUsage(t *testing.T) {
	dir := t.TempDir()
	for _, c := range []struct {
		args           string
		code           int
		stdout, stderr string // parts of them
	}{
		{"", 2, "", "Usage:"},
		{"--help", 0, "Exit codes:", ""},
		{"help run", 0, "--workers N", ""},
		{"run --help", 0, "(default outputs)", ""},
		{"show --help", 0, "talks_sentiment", ""},
		{"verify --help", 0, "Examples:", ""},
		{"version", 0, "parley " + pipeline.Version, ""},
		{"frobnicate", 2, "", `unknown command "frobnicate"`},
		{"run --frobnicate", 2, "", "parley run --help tells more"},
		{"run --workers 0", 2, "", "at least one"},
		{"run --profile nowhere-1999", 2, "", "no profile of that name"},
		{"run --model main_test.go", 2, "", "is no model"},
		{"run --model missing.bin", 2, "", "--model: open missing.bin"},
		{"run " + dir, 1, "", "no article could be read"},
		{"run " + filepath.Join(dir, "missing") + " --out " + dir, 1, "", "missing"},
		{"show", 2, "", "one table is needed"},
		{"show nonsense", 2, "", `no table "nonsense"`},
		{"show articles --json --csv", 2, "", "exclude each other"},
		{"show articles --raw", 2, "", "--raw is for --csv"},
		{"show rejects --actor x", 2, "", "no actors to filter by"},
		{"show articles --out " + dir, 1, "", "parley run makes it"},
		{"conllu --help", 0, "start_char", ""},
		{"conllu a.txt", 2, "", "no arguments"},
		{"conllu --out " + dir, 1, "", "parley run makes it"},
		{"schema", 0, "speaker_text", ""},
		{"schema figures --markdown", 0, "## figures", ""},
		{"schema figures --json", 0, `"name":"figures"`, ""},
		{"verify --out " + dir, 1, "", "parley run makes it"},
		{"charts --out " + filepath.Join(dir, "missing"), 1, "", "parley run makes it"},
	} {
		args := strings.Fields(c.args)
		if len(args) > 0 && args[0] == "run" && !strings.Contains(c.args, "--out") {
			args = append(args, "--out", dir)
		}
		code, out, err := parley(args...)
		if code != c.code || !strings.Contains(out, c.stdout) || !strings.Contains(err, c.stderr) {
			t.Errorf("parley %s: exit code %d, want %d\nstandard output: %s\nstandard error: %s", c.args, code, c.code, out, err)
		}
		if c.stdout == "" && out != "" {
			t.Errorf("parley %s: standard output is for data, but holds %q", c.args, out)
		}
	}
}

func TestDataDictionaryIsCurrent(t *testing.T) {
	got := must(t, "schema", "--markdown")
	golden(t, "../schemas/README.md", got)
}

// golden compares a text with a golden file, or writes it with -update.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("what is made now differs from %s; if that is meant, run make golden and read the diff", file)
	}
}

func TestStrictRunFailsAfterWriting(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{"a.txt": "The minister said on Monday that the talks would go on for two more days.", "b.doc": "no"} {
		if err := os.WriteFile(filepath.Join(in, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	must(t, "run", in, "--out", out, "--quiet")
	for range 2 { // the second has nothing to do
		if code, _, err := parley("run", in, "--out", out, "--strict"); code != 1 || !strings.Contains(err, "--strict: 1 inputs were rejected") {
			t.Errorf("exit code %d: %s", code, err)
		}
	}
	must(t, "verify", "--out", out)
}
