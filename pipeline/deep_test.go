package pipeline

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/schemas"
	"parley/schemas/tables"
	"parley/stages/language/encoder"
)

// forge rewrites a table of a folder, and its hash in the manifest.
func forge[T any](t *testing.T, out string, change func(rows []T) []T) {
	t.Helper()
	table := schemas.Of[T]()
	var rows []T
	if err := scan(out, table, func(row any) error { rows = append(rows, *row.(*T)); return nil }); err != nil {
		t.Fatal(err)
	}
	rows = change(rows)
	m, err := readManifest(out)
	if err != nil {
		t.Fatal(err)
	}
	w, err := tables.Create(filepath.Join(out, table.Name+".parquet"), table, m.RunID)
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		if err := w.Write(&rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	done, err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	for i := range m.Files {
		if m.Files[i].Name == table.Name+".parquet" {
			m.Files[i].SHA256, m.Files[i].Rows, m.Files[i].Bytes = done.SHA256, &done.Rows, done.Bytes
		}
	}
	if _, err := (disk{}).writeJSON(filepath.Join(out, manifestName), m); err != nil {
		t.Fatal(err)
	}
}

// What was changed in a table shows, though the manifest's hash was changed
// with it.
func TestVerifyDeep(t *testing.T) {
	in := t.TempDir()
	for name, text := range map[string]string{
		"a.txt": "KYIV, March 10, 2022 - Foreign Minister Sergei Lavrov said on Thursday that the talks in Antalya had failed. Some 4,000 people left Mariupol, President Volodymyr Zelensky said.",
		"b.txt": "MOSCOW, March 11, 2022 - Kremlin spokesman Dmitry Peskov said on Friday that the talks would go on. Russian troops shelled Kharkiv, killing 12 people.",
	} {
		if err := os.WriteFile(filepath.Join(in, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	o := testOptions(t, in)
	o.Model = encoder.Embedded()
	log := newProgress(&bytes.Buffer{}, true)
	if _, err := run(context.Background(), o, log); err != nil {
		t.Fatal(err)
	}
	if err := verifyDeep(context.Background(), o, log); err != nil {
		t.Fatalf("untouched: %v", err)
	}
	pristine := o.Out
	for _, c := range []struct {
		name   string
		change func(out string)
		says   string
	}{
		{"a speaker", func(out string) {
			forge(t, out, func(rows []schemas.Statement) []schemas.Statement {
				rows[0].SpeakerID = rows[len(rows)-1].SpeakerID
				return rows
			})
		}, "statements.parquet: row 1 is not what the articles give: speaker_id of"},
		{"a figure", func(out string) {
			forge(t, out, func(rows []schemas.Figure) []schemas.Figure { *rows[0].Value++; return rows })
		}, "figures.parquet: row 1 is not what the articles give: value of"},
		{"a flag", func(out string) {
			forge(t, out, func(rows []schemas.Sentence) []schemas.Sentence {
				rows[0].AboutTalks = !rows[0].AboutTalks
				return rows
			})
		}, "sentences.parquet: row 1 is not what the articles give: about_talks of"},
		{"a row left out of a metric", func(out string) {
			forge(t, out, func(rows []schemas.StatementFrequency) []schemas.StatementFrequency { return rows[1:] })
		}, "statement_frequency.parquet: row 1"},
		{"an article that was no input", func(out string) {
			forge(t, out, func(rows []schemas.Article) []schemas.Article { rows[0].SourceURI = "elsewhere.txt"; return rows })
		}, "none of the manifest's inputs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o.Out = t.TempDir()
			if err := os.CopyFS(o.Out, os.DirFS(pristine)); err != nil {
				t.Fatal(err)
			}
			c.change(o.Out)
			if _, err := compareHashes(o.Out); err != nil {
				t.Fatalf("the hashes do not fit: %v", err)
			}
			if err := verifyDeep(context.Background(), o, log); err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("error %v, want one with %q", err, c.says)
			}
		})
	}
}
