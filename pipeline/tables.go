package pipeline

import (
	"errors"
	"fmt"
	"os"
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
	w, err := tables.Create(filepath.Join(r.dir, name+partial), t, r.manifest.RunID)
	if err != nil {
		return nil, err
	}
	return &table{w, r, name}, nil
}

// close finishes the file and enters it into the manifest.
func (t *table) close() error {
	done, err := t.Close()
	if err != nil {
		return err
	}
	to := filepath.Join(t.runner.dir, t.name)
	if err := os.Rename(to+partial, to); err != nil {
		return fmt.Errorf("put %s in its place: %w", t.name, err)
	}
	t.runner.add(fileInfo{Name: t.name, Rows: &done.Rows, Bytes: done.Bytes, SHA256: done.SHA256})
	return nil
}

// discard ends a table that is not to be.
func (t *table) discard() error {
	_, err := t.Close()
	return errors.Join(err, os.Remove(filepath.Join(t.runner.dir, t.name+partial)))
}

// scan reads a table of a folder.
func scan(dir string, t schemas.Table, row func(any) error) error {
	return tables.Scan(filepath.Join(dir, t.Name+".parquet"), t, row)
}

// articleTables are the tables that the second pass fills article by article.
type articleTables struct {
	runner                                                     *runner
	articles, sentences, mentions, statements, figures, events *table
}

func newArticleTables(r *runner) (a *articleTables, err error) {
	a = &articleTables{runner: r}
	for _, x := range []struct {
		to    **table
		table schemas.Table
	}{
		{&a.articles, schemas.Of[schemas.Article]()},
		{&a.sentences, schemas.Of[schemas.Sentence]()},
		{&a.mentions, schemas.Of[schemas.Mention]()},
		{&a.statements, schemas.Of[schemas.Statement]()},
		{&a.figures, schemas.Of[schemas.Figure]()},
		{&a.events, schemas.Of[schemas.Event]()},
	} {
		if *x.to, err = newTable(r, x.table); err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (a *articleTables) write(d *stages.Document) error {
	a.runner.plan.observe.See(d)
	return errors.Join(
		rows(a.articles, []schemas.Article{articleRow(d)}),
		rows(a.sentences, sentenceRows(d)),
		rows(a.mentions, mentionRows(d)),
		rows(a.statements, statementRows(d)),
		rows(a.figures, d.Figures),
		rows(a.events, d.Events),
	)
}

func rows[T any](t *table, rows []T) error {
	for i := range rows {
		if err := t.Write(&rows[i]); err != nil {
			return err
		}
	}
	return nil
}

func (a *articleTables) close() error {
	return errors.Join(a.articles.close(), a.sentences.close(), a.mentions.close(), a.statements.close(), a.figures.close(), a.events.close())
}
