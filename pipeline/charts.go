package pipeline

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/charts"
	"parley/stages/page"
)

var chartsCommand = command{
	name:  "charts",
	about: "draw the charts again from the tables",
	help:  "  parley charts\n  parley charts --out today",
	flags: func(f *flag.FlagSet) func(*call) error {
		out := f.String("out", "outputs", "read the tables and write the charts in this `DIR`")
		profile := f.String("profile", "", "the conflict: a `NAME` that ships with parley, or a file; without it the one of the run")
		return func(c *call) error {
			if len(c.args) > 0 {
				return usage("charts takes no argument, got %q", c.args[0])
			}
			p, err := profileOf(*profile, *out)
			if err != nil {
				return usageError{err}
			}
			return redraw(c.ctx, *out, p)
		}
	},
}

// redraw draws the charts of a finished run, and the page of them, and enters
// them into its manifest.
func redraw(ctx context.Context, out string, p *stages.Profile) error {
	if _, err := os.Stat(out); err != nil {
		return fmt.Errorf("there is no folder %s; parley run makes it", out)
	}
	unlock, err := lock(out)
	if err != nil {
		return err
	}
	defer unlock()
	var d disk
	if err := d.finishPublishing(out); err != nil {
		return err
	}
	m, err := readManifest(out)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there are no tables in %s; parley run makes them", out)
	}
	if err != nil {
		return err
	}
	draw, err := drawing(p)
	if err != nil {
		return err
	}
	for _, s := range draw {
		for _, name := range s.Needs {
			t, _ := schemas.ByName(name)
			if err := whole(out, t); err != nil {
				return err
			}
		}
	}
	dir, err := d.stagingDir(out)
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	st := &finished{tables: out, dir: dir}
	for _, s := range draw {
		if _, err := leaving(ctx, 0, func() error { return s.Run(st) }); err != nil {
			return err
		}
	}
	m.Files = slices.DeleteFunc(m.Files, func(f fileInfo) bool {
		return slices.ContainsFunc(st.written, func(w fileInfo) bool { return w.Name == f.Name })
	})
	m.Files = append(m.Files, st.written...)
	slices.SortFunc(m.Files, func(a, b fileInfo) int { return strings.Compare(a.Name, b.Name) })
	if _, err = d.writeJSON(filepath.Join(dir, manifestName), m); err != nil {
		return err
	}
	return d.finishPublishing(out)
}

// drawing are the stages that draw.
func drawing(p *stages.Profile) ([]stages.PerCorpus, error) {
	draw, err := charts.New(charts.Options{Profile: p})
	if err != nil {
		return nil, err
	}
	show, err := page.New(page.Options{Profile: p})
	return []stages.PerCorpus{draw, show}, err
}

// finished gives a stage the tables of a finished run, to read only.
type finished struct {
	tables, dir string // where they are, and where files go
	written     []fileInfo
}

func (s *finished) Scan(table string, row func(any) error) error {
	t, ok := schemas.ByName(table)
	if !ok {
		panic("pipeline: no table " + table)
	}
	return scan(s.tables, t, row)
}

func (s *finished) Write(table string, _ func(func(any) error) error) error {
	panic("pipeline: charts may not write table " + table)
}

func (s *finished) WriteFile(name string, write func(io.Writer) error) error {
	info, err := disk{}.writeWhole(filepath.Join(s.dir, name), write)
	if err == nil {
		s.written = append(s.written, info)
	}
	return err
}

func (s *finished) ReadFile(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(s.dir, name))
}
