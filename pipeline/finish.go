package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// corpus writes the tables that are made of all articles.
func (r *runner) corpus(ctx context.Context) error {
	st := &store{runner: r}
	if err := st.Write(r.observer.Yields, r.observer.Rows); err != nil {
		return err
	}
	r.sortRejects()
	if err := stages.Write(st, r.rejects); err != nil {
		return err
	}
	for _, s := range r.plan.corpus {
		if err := ctx.Err(); err != nil {
			return err
		}
		r.log.say("%s", s.Name)
		stop := r.clock.start(s.Name)
		if err := s.Run(st); err != nil {
			return fmt.Errorf("%s: %w", s.Name, err)
		}
		stop()
	}
	return nil
}

// finish writes the descriptions and, last of all, the manifest.
func (r *runner) finish() error {
	info, err := r.disk.writeJSON(filepath.Join(r.dir, "datapackage.json"), dataPackage(r.manifest.RunID, r.options.Profile.Title))
	if err != nil {
		return err
	}
	r.add(info)
	m := &r.manifest
	m.Articles, m.Rejects, m.Seconds = len(r.articles), len(r.rejects), r.clock.seconds()
	slices.SortFunc(m.Files, func(a, b fileInfo) int { return strings.Compare(a.Name, b.Name) })
	if err := r.disk.syncDir(r.dir); err != nil {
		return err
	}
	_, err = r.disk.writeJSON(filepath.Join(r.dir, manifestName), m)
	return err
}

// add enters a file into the manifest, in the place of one of the same name.
func (r *runner) add(f fileInfo) {
	if !ours(f.Name) {
		panic("pipeline: a manifest may not name the file " + f.Name)
	}
	r.manifest.Files = slices.DeleteFunc(r.manifest.Files, func(old fileInfo) bool { return old.Name == f.Name })
	r.manifest.Files = append(r.manifest.Files, f)
}

// store gives the corpus stages the tables of this run.
type store struct{ runner *runner }

func (s *store) Scan(table string, row func(any) error) error {
	t, ok := schemas.ByName(table)
	if !ok {
		panic("pipeline: no table " + table)
	}
	return scan(s.runner.dir, t, row)
}

func (s *store) Write(table string, rows func(yield func(row any) error) error) error {
	t, ok := schemas.ByName(table)
	if !ok {
		panic("pipeline: no table " + table)
	}
	w, err := newTable(s.runner, t)
	if err != nil {
		return err
	}
	if err := rows(w.Write); err != nil {
		return errors.Join(err, w.discard())
	}
	return w.close()
}

func (s *store) WriteFile(name string, write func(io.Writer) error) error {
	info, err := s.runner.disk.writeWhole(filepath.Join(s.runner.dir, name), write)
	if err == nil {
		s.runner.add(info)
	}
	return err
}

func (s *store) ReadFile(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(s.runner.dir, name))
}
