package charts_test

import (
	"bytes"
	"encoding/xml"
	"flag"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"parley/stages"
	"parley/stages/aggregate"
	"parley/stages/charts"
	"parley/stages/stagetest"
)

// look writes the charts of the invented corpora for people to look at.
var look = flag.String("look", "", "folder to write charts to")

func draw(t *testing.T, tables []any) map[string][]byte {
	t.Helper()
	s, profile := counted(t, tables)
	chart, err := charts.New(charts.Options{Profile: profile})
	if err != nil {
		t.Fatal(err)
	}
	if err := chart.Run(s); err != nil {
		t.Fatal(err)
	}
	return s.Files
}

// counted is a store with the metrics of some tables.
func counted(t *testing.T, tables []any) (*stagetest.Store, *stages.Profile) {
	t.Helper()
	profile, err := stages.LoadProfile("ukraine-2022")
	if err != nil {
		t.Fatal(err)
	}
	count, err := aggregate.New(aggregate.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := stagetest.NewStore(tables...)
	if err := count.Run(s); err != nil {
		t.Fatal(err)
	}
	return s, profile
}

func TestFiles(t *testing.T) {
	for name, c := range corpora() {
		if *look == "" && !slices.Contains([]string{"season", "long", "one", "empty"}, name) {
			continue // drawing takes a second each
		}
		t.Run(name, func(t *testing.T) {
			files := draw(t, c.tables())
			if *look != "" {
				save(t, filepath.Join(*look, name), files)
			}
			for _, chart := range []string{"statements_by_actor", "statements_over_time", "actors_by_week", "share_of_voice", "talks_sentiment", "talks_timeline", "positions_matrix", "positions_over_time", "events_over_time", "figures_over_time"} {
				img, err := png.Decode(bytes.NewReader(files[chart+".png"]))
				if err != nil {
					t.Fatalf("%s.png: %v", chart, err)
				}
				if got := img.Bounds().Dx(); got != 1440 {
					t.Errorf("%s.png is %d pixels wide, want 7.2 inches at 200 dpi", chart, got)
				}
				wellFormed(t, chart+".svg", files[chart+".svg"])
			}
			if len(files) != 21 { // and the index
				t.Errorf("%d files, want 21", len(files))
			}
		})
	}
}

// No two texts overlap and none leaves its page, whatever the corpus.
func TestTextsDoNotCollide(t *testing.T) {
	for name, c := range corpora() {
		s, profile := counted(t, c.tables())
		pages, err := charts.Pages(s, profile)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range pages {
			for i, a := range p.Texts {
				if a.Left < 0 || a.Right > p.Width || a.Foot < 0 || a.Top > p.Height {
					t.Errorf("%s, %s: %q leaves the page", name, p.Name, a.Text)
				}
				for _, b := range p.Texts[:i] {
					if a.Left < b.Right && b.Left < a.Right && a.Foot < b.Top && b.Foot < a.Top {
						t.Errorf("%s, %s: %q and %q overlap", name, p.Name, a.Text, b.Text)
					}
				}
			}
		}
	}
}

func TestSameBytes(t *testing.T) {
	tables := corpora()["season"].tables()
	one, two := draw(t, tables), draw(t, tables)
	for name := range one {
		if !bytes.Equal(one[name], two[name]) {
			t.Errorf("%s differs from one run to the next", name)
		}
	}
}

func wellFormed(t *testing.T, name string, svg []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		if _, err := d.Token(); err == io.EOF {
			return
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
}

func save(t *testing.T, dir string, files map[string][]byte) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, b := range files {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
