package pipeline

import (
	"errors"
	"fmt"
	"path/filepath"

	"parley/schemas"
	"parley/schemas/tables"
	"parley/stages"
)

// table is one table being written by a run. Its file has another name until it
// is whole, so that the rows it replaces can be read meanwhile.
type table struct {
	*tables.Writer
	runner *runner
	name   string
}

// partial marks the file of a table that is being written.
const partial = ".part"

func newTable(r *runner, t schemas.Table) (*table, error) {
	name := t.Name + ".parquet"
	r.disk.at("create", name)
	w, err := tables.Create(filepath.Join(r.dir, name+partial), t, r.manifest.RunID)
	if err != nil {
		return nil, err
	}
	return &table{w, r, name}, nil
}

// close finishes the file and enters it into the manifest.
func (t *table) close() error {
	t.runner.disk.at("close", t.name)
	done, err := t.Close()
	if err != nil {
		return err
	}
	to := filepath.Join(t.runner.dir, t.name)
	if err := t.runner.disk.rename(to+partial, to); err != nil {
		return fmt.Errorf("put %s in its place: %w", t.name, err)
	}
	t.runner.add(fileInfo{Name: t.name, Rows: &done.Rows, Bytes: done.Bytes, SHA256: done.SHA256})
	return nil
}

// discard ends a table that is not to be.
func (t *table) discard() error {
	_, err := t.Close()
	return errors.Join(err, t.runner.disk.remove(filepath.Join(t.runner.dir, t.name+partial)))
}

// scan reads a table of a folder.
func scan(dir string, t schemas.Table, row func(any) error) error {
	return tables.Scan(filepath.Join(dir, t.Name+".parquet"), t, row)
}

// articleTable is a table that the second pass fills article by article.
type articleTable struct {
	schemas.Table
	rows func(*stages.Document) []any // pointers to row structs, in the table's order
}

// articleTables are all of them. Whatever goes through these tables, from the
// plan's check to the files, goes through this list.
var articleTables = []articleTable{
	ofArticle(articleRows),
	ofArticle(sentenceRows),
	ofArticle(mentionRows),
	ofArticle(statementRows),
	ofArticle(func(d *stages.Document) []schemas.Figure { return d.Figures }),
	ofArticle(func(d *stages.Document) []schemas.Event { return d.Events }),
	ofArticle(func(d *stages.Document) []schemas.MeetingReport { return d.Meetings }),
	ofArticle(func(d *stages.Document) []schemas.Position { return d.Positions }),
}

func ofArticle[T any](rows func(*stages.Document) []T) articleTable {
	return articleTable{schemas.Of[T](), func(d *stages.Document) []any {
		all := rows(d)
		out := make([]any, len(all))
		for i := range all {
			out[i] = &all[i]
		}
		return out
	}}
}

// rowsOf makes the rows of an article, parallel to articleTables.
func rowsOf(d *stages.Document) [][]any {
	out := make([][]any, len(articleTables))
	for i, t := range articleTables {
		out[i] = t.rows(d)
	}
	return out
}

// articleFiles are the files of the articleTables while they are being written.
type articleFiles []*table

func newArticleFiles(r *runner) (files articleFiles, err error) {
	for _, t := range articleTables {
		f, err := newTable(r, t.Table)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// write appends what rowsOf made of an article.
func (files articleFiles) write(rows [][]any) error {
	for i, f := range files {
		for _, row := range rows[i] {
			if err := f.Write(row); err != nil {
				return err
			}
		}
	}
	return nil
}

func (files articleFiles) close() error {
	var errs []error
	for _, f := range files {
		errs = append(errs, f.close())
	}
	return errors.Join(errs...)
}
