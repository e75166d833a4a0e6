package pipeline_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A folder that somebody else sent, with the hidden folder of a run in it, may
// be looked at: nothing outside of it is touched, and nothing in it.
func TestForeignFoldersAreOnlyRead(t *testing.T) {
	for name, files := range map[string][]string{
		"out of the folder": {"../../mine", "/etc/mine", "../mine.parquet"},
		"hidden":            {".mine"},
		"below":             {"sub/mine.svg"},
		"a name of ours":    {"articles.parquet"},
	} {
		t.Run(name, func(t *testing.T) {
			home := t.TempDir()
			data := filepath.Join(home, "pkg", "data")
			hidden := filepath.Join(data, ".parley-next")
			for _, d := range []string{filepath.Join(hidden, "sub"), filepath.Join(data, "sub")} {
				if err := os.MkdirAll(d, 0o755); err != nil {
					t.Fatal(err)
				}
			}
			var list []map[string]any
			mine := map[string]string{filepath.Join(home, "mine"): "mine", filepath.Join(data, "sub", "mine.svg"): "mine"}
			for _, f := range files {
				list = append(list, map[string]any{"name": f, "sha256": strings.Repeat("0", 64)})
				mine[filepath.Join(data, f)] = "mine"
				mine[filepath.Join(hidden, f)] = "theirs"
			}
			manifest, err := json.Marshal(map[string]any{"run_id": "theirs", "program": map[string]string{"name": "parley"}, "files": list})
			if err != nil {
				t.Fatal(err)
			}
			mine[filepath.Join(data, "manifest.json")] = string(manifest)
			mine[filepath.Join(hidden, "manifest.json")] = string(manifest)
			mine[filepath.Join(hidden, ".made-here")] = "12345"
			for path, text := range mine {
				if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
					delete(mine, path) // /etc is not ours to write to
				}
			}
			for _, args := range [][]string{{"verify"}, {"show", "articles"}, {"conllu"}} {
				if code, _, stderr := parley(append(args, "--out", data)...); code != 1 {
					t.Errorf("%v: exit code %d: %s", args, code, stderr)
				}
			}
			for path, text := range mine {
				if b, err := os.ReadFile(path); err != nil || string(b) != text {
					t.Errorf("%s is %q (%v), was %q", path, b, err, text)
				}
			}
			entries, _ := os.ReadDir(data)
			for _, e := range entries {
				if strings.HasPrefix(e.Name(), ".parley-lock") {
					t.Error("looking at the folder has left a lock in it")
				}
			}
		})
	}
}

// A link in the place of the lock leads a run nowhere.
func TestALinkIsNoLock(t *testing.T) {
	dir, out := t.TempDir(), t.TempDir()
	target := filepath.Join(dir, "made")
	if err := os.Symlink(target, filepath.Join(out, ".parley-lock")); err != nil {
		t.Skip("no links here")
	}
	if code, _, stderr := parley("run", examples+"/notes", "--out", out); code != 1 || !strings.Contains(stderr, "lock") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
	if _, err := os.Stat(target); err == nil {
		t.Error("the lock was made where a link led")
	}
}

// A run does not read what runs have written, wherever they wrote it.
func TestRunsDoNotReadTheirOutputs(t *testing.T) {
	in := t.TempDir()
	for name, text := range map[string]string{
		"a.txt": "The minister said on Monday that the talks would go on for two more days.",
		"b.txt": "The envoy said on Tuesday that the talks had ended after two long days.",
	} {
		if err := os.WriteFile(filepath.Join(in, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, out := range []string{filepath.Join(in, "outputs"), in} {
		for range 3 {
			code, _, stderr := parley("run", in, "--out", out, "--force")
			if code != 0 || !strings.Contains(stderr, " 2 articles") {
				t.Errorf("exit code %d: %s", code, stderr)
			}
			if strings.Contains(stderr, "rejects") {
				t.Errorf("outputs became rejects: %s", stderr)
			}
		}
		code, _, stderr := parley("run", in, "--out", out)
		if code != 0 || !strings.Contains(stderr, "up to date") {
			t.Errorf("exit code %d: %s", code, stderr)
		}
	}
	_, _, stderr := parley("run", in, "--out", in, "--force")
	if !strings.Contains(stderr, "note: ingest/own_outputs: 2") {
		t.Errorf("the folders passed over are not told: %s", stderr)
	}
	// An output that is asked for by its name is read.
	if code, _, stderr := parley("run", filepath.Join(in, "articles.parquet"), "--out", t.TempDir()); code != 0 || !strings.Contains(stderr, " 2 articles") {
		t.Errorf("exit code %d: %s", code, stderr)
	}
}
