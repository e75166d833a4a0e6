package pipeline_test

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"testing"

	"parley/schemas"
)

const examples = "../examples"

// exampleDir is where exampleRun writes; TestMain removes it.
var exampleDir string

// exampleRun runs the examples once for all tests of this file.
var exampleRun = sync.OnceValues(func() (dir string, err error) {
	if dir, err = os.MkdirTemp("", "parley-examples-"); err != nil {
		return "", err
	}
	exampleDir = dir
	if code, _, stderr := parley("run", examples, "--out", dir, "--workers", "4", "--quiet"); code != 0 {
		return "", fmt.Errorf("exit code %d: %s", code, stderr)
	}
	return dir, nil
})

func exampleOutputs(t *testing.T) string {
	t.Helper()
	dir, err := exampleRun()
	if err != nil {
		t.Fatal(err)
	}
	return dir
}

// files reads a folder's files, the manifest left out: it holds the seconds.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	m := map[string]string{}
	for _, e := range entries {
		if e.Name() == "manifest.json" || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		m[e.Name()] = string(b)
	}
	return m
}

func TestWorkersDoNotChangeAByte(t *testing.T) {
	four, dir := exampleOutputs(t), t.TempDir()
	must(t, "run", examples, "--out", dir, "--workers", "1", "--quiet")
	a, b := files(t, four), files(t, dir)
	if len(a) != len(b) || len(a) < len(schemas.Tables()) {
		t.Fatalf("%d files with four workers, %d with one", len(a), len(b))
	}
	for name := range a {
		if a[name] != b[name] {
			t.Errorf("%s differs between one worker and four", name)
		}
	}
}

func TestVerifyPassesAndFindsDamage(t *testing.T) {
	dir := t.TempDir()
	for name, b := range files(t, exampleOutputs(t)) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(b), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b, err := os.ReadFile(filepath.Join(exampleOutputs(t), "manifest.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "manifest.json"), b, 0o644); err != nil {
		t.Fatal(err)
	}
	out := must(t, "verify", "--out", dir)
	if !strings.Contains(out, "files are whole") {
		t.Errorf("verify says %q", out)
	}
	path := filepath.Join(dir, "statements.parquet")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	whole[len(whole)/2] ^= 0xff
	if err := os.WriteFile(path, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	code, _, stderr := parley("verify", "--out", dir)
	if code != 1 || !strings.Contains(stderr, "statements.parquet: damaged") || strings.Contains(stderr, "articles.parquet") {
		t.Errorf("exit code %d, standard error %q", code, stderr)
	}
	for _, args := range [][]string{{"show", "statements", "--out", dir}} {
		if code, _, stderr := parley(args...); code != 1 || !strings.Contains(stderr, "statements.parquet") {
			t.Errorf("%v: exit code %d, standard error %q", args, code, stderr)
		}
	}
}

func TestASecondRunHasNothingToDo(t *testing.T) {
	dir, in := t.TempDir(), t.TempDir()
	article := filepath.Join(in, "a.txt")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(article, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("The minister said on Monday that the talks would go on in the capital for two more days.\n\nThe delegations met for three hours.\n")
	run := func(args ...string) string {
		t.Helper()
		code, _, stderr := parley(append([]string{"run", in, "--out", dir}, args...)...)
		if code != 0 {
			t.Fatalf("exit code %d: %s", code, stderr)
		}
		return stderr
	}
	const idle = "up to date"
	if s := run(); strings.Contains(s, idle) {
		t.Errorf("the first run says %q", s)
	}
	if s := run(); !strings.Contains(s, idle) {
		t.Errorf("the second run says %q", s)
	}
	if s := run("--force"); strings.Contains(s, idle) {
		t.Errorf("a forced run says %q", s)
	}
	write("The minister said on Tuesday that the talks would end in the capital after two more days.\n\nThe delegations met for six hours.\n")
	if s := run(); strings.Contains(s, idle) {
		t.Errorf("after a change of the input the run says %q", s)
	}
	if err := os.Truncate(filepath.Join(dir, "events.parquet"), 10); err != nil {
		t.Fatal(err)
	}
	if s := run(); strings.Contains(s, idle) {
		t.Errorf("after damage to an output the run says %q", s)
	}
	must(t, "verify", "--out", dir)
}

// The tables of the examples, as text. A change of a lexicon or a rule shows
// here as a diff, with what it wins beside what it loses.
func TestTablesOfTheExamples(t *testing.T) {
	columns := map[string][]string{
		"articles":            {"source_uri", "published", "date_method", "publisher", "title", "duplicate_kind"},
		"actors":              {"actor_id", "kind", "country", "mentions", "statements"},
		"statements":          {"type", "speaker_id", "cue", "content"},
		"figures":             {"text", "value", "low", "high", "modifier", "unit", "kind", "attributed_to_id"},
		"events":              {"type", "anchor", "source_ids", "target_ids", "date", "status", "background"},
		"sentences":           {"talks_sentiment", "attitude", "attitude_of", "text"},
		"statement_frequency": {"period", "period_start", "actor_id", "statements", "share"},
		"talks_sentiment":     {"period", "period_start", "group", "group_id", "mean", "sentences"},
		"rejects":             {"source_uri", "reason", "detail"},
	}
	for name, cols := range columns {
		t.Run(name, func(t *testing.T) {
			golden(t, filepath.Join("testdata", "examples", name+".golden"), dump(t, name, cols))
		})
	}
}

// dump prints chosen columns of a table, one line a row, sorted within an
// article by place so that ids made of hashes do not order the file.
func dump(t *testing.T, table string, columns []string) string {
	t.Helper()
	dir := exampleOutputs(t)
	source := map[string]string{}
	eachRow(t, dir, "articles", func(r map[string]any) { source[r["article_id"].(string)] = filepath.Base(r["source_uri"].(string)) })
	var lines []string
	eachRow(t, dir, table, func(r map[string]any) {
		if table == "sentences" && r["about_talks"] == false {
			return
		}
		var cells []string
		for _, c := range columns {
			v, ok := r[c]
			if !ok {
				t.Fatalf("table %s has no column %s", table, c)
			}
			cells = append(cells, show(v))
		}
		if id, ok := r["article_id"].(string); ok && table != "articles" {
			cells = append([]string{source[id]}, cells...)
		}
		lines = append(lines, strings.Join(cells, " | "))
	})
	if table == "articles" {
		sort.Strings(lines)
	} else {
		sort.SliceStable(lines, func(i, j int) bool {
			a, _, _ := strings.Cut(lines[i], " | ")
			b, _, _ := strings.Cut(lines[j], " | ")
			return a < b
		})
	}
	return strings.Join(columns, " | ") + "\n" + strings.Join(lines, "\n") + "\n"
}

func show(v any) string {
	switch v := v.(type) {
	case nil:
		return "-"
	case string:
		return strings.Join(strings.Fields(v), " ")
	case []any:
		var s []string
		for _, x := range v {
			s = append(s, show(x))
		}
		return "[" + strings.Join(s, " ") + "]"
	case float64:
		return fmt.Sprintf("%.6g", v)
	}
	return fmt.Sprint(v)
}

func eachRow(t *testing.T, dir, table string, row func(map[string]any)) {
	t.Helper()
	out := must(t, "show", table, "--json", "--out", dir)
	d := json.NewDecoder(bytes.NewReader([]byte(out)))
	for d.More() {
		var r map[string]any
		if err := d.Decode(&r); err != nil {
			t.Fatal(err)
		}
		row(r)
	}
}

// No cell of text begins as a formula does, unless it is asked for.
func TestShowGuardsFormulas(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	text := "The minister said on Monday that the talks would go on for two more days."
	line := `{"id":"%d","title":%q,"text":%q}` + "\n"
	b := ""
	for i, title := range []string{"=1+1", "+cmd", "-2", "@SUM(A1)", "Talks = talks"} {
		b += fmt.Sprintf(line, i, title, text)
	}
	if err := os.WriteFile(filepath.Join(in, "a.jsonl"), []byte(b), 0o644); err != nil {
		t.Fatal(err)
	}
	must(t, "run", in, "--out", out, "--quiet")
	titles := func(args ...string) string {
		r, err := csv.NewReader(strings.NewReader(must(t, append([]string{"show", "articles", "--csv", "--out", out}, args...)...))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range r[1:] {
			got = append(got, row[slices.Index(r[0], "title")])
		}
		slices.Sort(got)
		return strings.Join(got, "|")
	}
	if got := titles(); got != "'+cmd|'-2|'=1+1|'@SUM(A1)|Talks = talks" {
		t.Errorf("titles %s", got)
	}
	if got := titles("--raw"); got != "+cmd|-2|=1+1|@SUM(A1)|Talks = talks" {
		t.Errorf("titles --raw %s", got)
	}
}

// gzipped packs bytes.
func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestShowFilters(t *testing.T) {
	dir := exampleOutputs(t)
	eachRow(t, dir, "events", func(r map[string]any) {
		if _, ok := r["target_ids"].([]any); !ok {
			t.Fatalf("an empty list is %v in JSON", r["target_ids"])
		}
	})
	seen := 0
	eachRow(t, dir, "actors", func(r map[string]any) {
		if n := int(r["mentions"].(float64)); seen == 0 && n > 1 {
			seen = n
			got := strings.Count(must(t, "show", "mentions", "--json", "--out", dir, "--actor", r["actor_id"].(string)), "\n")
			if got < n { // copies are not counted in actors
				t.Errorf("%d mentions of %s, the table actors says %d", got, r["actor_id"], n)
			}
		}
	})
	if seen == 0 {
		t.Error("no actor is mentioned twice in the examples")
	}
	if n := strings.Count(must(t, "show", "sentences", "--csv", "-n", "3", "--out", dir), "\n"); n < 4 {
		t.Errorf("CSV with a header and 3 rows has %d lines", n)
	}
	if s := must(t, "show", "articles", "--out", dir, "-n", "1"); !strings.Contains(s, "... more rows") || !strings.HasPrefix(s, "article_id") {
		t.Errorf("aligned table is %q", s)
	}
}
