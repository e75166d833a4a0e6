package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"

	"parley/schemas"
	"parley/stages"
	"parley/stages/actors"
	"parley/stages/ingest"
)

// barePlan writes all tables and a file, as the plan does, but reads little:
// tests of how outputs come to be need no knowledge of language.
func barePlan() (p plan, err error) {
	if p.source, err = ingest.New(ingest.Options{}); err != nil {
		return p, err
	}
	p.read = []stages.PerArticle{{Name: "normalize", Needs: []stages.Layer{stages.LayerInput}, Yields: stages.LayerArticle, Run: func(d *stages.Document) error {
		d.Article = schemas.Article{ArticleID: d.Input.ID, SourceURI: d.Input.SourceURI, Language: "en", Text: string(d.Input.Data)}
		return nil
	}}}
	p.date = stages.Dater{Name: "dates", Run: func(all []stages.Digest) []stages.Dating { return make([]stages.Dating, len(all)) }}
	p.resolve = stages.Resolver{Name: "copies", Run: func(all []stages.Digest) []stages.Verdict { return make([]stages.Verdict, len(all)) }}
	p.learn = stages.Learner{Name: "furniture", See: func(*schemas.Article) {}, Apply: func(*schemas.Article) {}}
	p.observer = func() stages.Observer { return actors.NewObserver(actors.Options{}) }
	made := map[string]bool{"rejects": true, "actors": true}
	for _, t := range articleTables {
		made[t.Name] = true
	}
	var rest []string
	for _, t := range schemas.Tables() {
		if !made[t.Name] {
			rest = append(rest, t.Name)
		}
	}
	p.corpus = []stages.PerCorpus{{Name: "rest", Yields: rest, Run: func(s stages.Store) error {
		for _, name := range rest {
			if err := s.Write(name, func(func(any) error) error { return nil }); err != nil {
				return err
			}
		}
		return nil
	}}}
	return p, nil
}

// bareRun runs the bare plan on a folder; before is called before each
// operation on files.
func bareRun(in, out string, before func(operation, path string)) error {
	p, err := barePlan()
	if err != nil {
		return err
	}
	o := Options{Articles: []string{in}, Out: out, Profile: &stages.Profile{ID: "none"}, Workers: 2, Force: true, before: before}
	_, err = p.run(context.Background(), o, newProgress(&bytes.Buffer{}, true))
	return err
}

// KilledRun is a bare run that kills its own process before an operation; spec
// is the operation's number from 1, the folder of articles and that of outputs.
func KilledRun(spec string) int {
	parts := strings.Split(spec, "|")
	at, _ := strconv.Atoi(parts[0])
	n := 0
	err := bareRun(parts[1], parts[2], func(string, string) {
		if n++; n == at {
			syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {}
		}
	})
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return exitFail
	}
	return exitDone
}

// generation is what the files of a finished run hold.
type generation map[string]string

func readGeneration(dir string) (generation, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	g := generation{}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || e.Name() == manifestName {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			return nil, err
		}
		g[e.Name()] = string(b)
	}
	return g, nil
}

// torn says what is wrong in a folder that should hold one of two generations:
// a file that is of neither, or, where settled, files that are not all of the
// one that the manifest names.
func torn(dir string, settled bool, of map[string]generation) error {
	now, err := readGeneration(dir)
	if err != nil {
		return err
	}
	for name, b := range now {
		known := false
		for _, g := range of {
			known = known || g[name] == b
		}
		if !known {
			return fmt.Errorf("%s is a file of no run", name)
		}
	}
	m, err := readManifest(dir)
	if err != nil {
		return err
	}
	if !settled {
		return nil
	}
	g := of[m.RunID]
	for name := range g {
		if now[name] != g[name] {
			return fmt.Errorf("%s is not of run %s, which the manifest names", name, m.RunID)
		}
	}
	var listed []string
	for _, f := range m.Files {
		listed = append(listed, f.Name)
	}
	if len(listed) != len(now) || len(now) != len(g) {
		return fmt.Errorf("%d files, the manifest lists %d: %v", len(now), len(listed), slices.Compact(listed))
	}
	_, err = compareHashes(dir)
	return err
}
