package pipeline_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// Imports point one way: schemas <- stages <- stages/language/* <- stages/* <-
// pipeline <- main, and a stage never imports another stage. The packages of
// language may import each other. Tests may import what they test with.
func TestImportsPointOneWay(t *testing.T) {
	files := 0
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && strings.HasPrefix(d.Name(), ".") && d.Name() != ".." {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		files++
		from := strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "..")
		for _, i := range f.Imports {
			to, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			if to, ours := strings.CutPrefix(to, "parley"); ours && !allowed(from, to) {
				t.Errorf("%s imports parley%s", path, to)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 20 {
		t.Errorf("only %d files were looked at", files)
	}
}

// allowed tells whether a package may import another; both are paths below the
// module's root, such as /stages/figures.
func allowed(from, to string) bool {
	level := func(p string) int {
		switch {
		case p == "":
			return 5 // main
		case p == "/pipeline", p == "/stages/stagetest/chains": // which puts stages together for tests
			return 4
		case strings.HasPrefix(p, "/stages/language/"):
			return 2
		case strings.HasPrefix(p, "/stages/"):
			return 3
		case p == "/stages":
			return 1
		case strings.HasPrefix(p, "/schemas"):
			return 0
		}
		return 6 // scripts and whatever else is for people
	}
	if level(from) != level(to) {
		return level(from) > level(to)
	}
	switch level(from) {
	case 2:
		return true
	case 3: // a stage's own packages, /stages/NAME/...
		return strings.Split(from, "/")[2] == strings.Split(to, "/")[2]
	case 0:
		return from == "/schemas/tables" && to == "/schemas"
	}
	return false
}

func TestAllowedImports(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     bool
	}{
		{"", "/pipeline", true},
		{"/pipeline", "/stages/figures", true},
		{"/stages/figures", "/stages", true},
		{"/stages/figures", "/stages/actors", false},
		{"/stages/annotate", "/stages/annotate/syntax", true},
		{"/stages/annotate/syntax", "/stages/annotate/words", true},
		{"/stages/annotate/syntax", "/stages/actors", false},
		{"/stages/figures", "/stages/language/trees", true},
		{"/stages/language/times", "/stages/language/lexicon", true},
		{"/stages/language/times", "/stages", true},
		{"/stages/language/times", "/stages/annotate/syntax", false},
		{"/stages/language/times", "/stages/figures", false},
		{"/stages", "/stages/language/trees", false},
		{"/stages", "/stages/figures", false},
		{"/schemas", "/stages", false},
		{"/schemas/tables", "/schemas", true},
		{"/schemas", "/schemas/tables", false},
		{"/stages/actors", "/pipeline", false},
		{"/stages/stagetest/chains", "/stages/actors", true},
		{"/stages/actors", "/stages/stagetest/chains", false},
		{"/pipeline", "/stages/stagetest/chains", false},
	} {
		if got := allowed(c.from, c.to); got != c.want {
			t.Errorf("%s imports %s: allowed is %v", c.from, c.to, got)
		}
	}
}
