package pipeline

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"

	"parley/schemas"
	"parley/schemas/tables"
	"parley/stages"
)

// verifyDeep makes everything that a run made of its articles again, from the
// table articles, and compares it: the evidence with what the texts give, the
// metrics, charts and page with what the evidence gives. A cell that was changed
// in any table shows, whether or not the manifest's hash was changed with it. So
// do articles that are no inputs of the manifest.
//
// It cannot tell a changed text or date of an article, which only the inputs
// know: for that the run is to be made again.
func verifyDeep(ctx context.Context, o Options, log *progress) error {
	if err := sameProgram(o.Out); err != nil {
		return err
	}
	old, err := readManifest(o.Out)
	if err != nil {
		return err
	}
	o.Least = old.Least
	p, err := newPlan(o)
	if err != nil {
		return err
	}
	m, err := describe(o)
	if err != nil {
		return err
	}
	m.addAllLexicons(p)
	m.Asked = old.Asked
	if !reflect.DeepEqual([]any{m.Profile, m.Actors, m.Model, m.Lexicons}, []any{old.Profile, old.Actors, old.Model, old.Lexicons}) {
		return fmt.Errorf("the tables in %s were made with another profile, actors file or model (%s); give --deep the same --profile, --actors and --model as the run", o.Out, old.Profile.Name)
	}
	dir, err := os.MkdirTemp("", "parley-deep-")
	if err != nil {
		return fmt.Errorf("make a temporary folder: %w", err)
	}
	defer os.RemoveAll(dir)
	m.RunID = old.RunID
	r := &runner{options: o, plan: p, log: log, dir: dir, manifest: m, clock: newStopwatch()}
	r.plan.learn = stages.Learner{Name: p.learn.Name, See: func(*schemas.Article) {}, Apply: func(*schemas.Article) {}} // it has been applied
	if err := r.again(ctx, old); err != nil {
		return err
	}
	return errors.Join(r.compare(old)...)
}

// again makes a run's files from its articles.
func (r *runner) again(ctx context.Context, old manifest) (err error) {
	if r.spool, err = newSpool(filepath.Join(r.dir, "spool")); err != nil {
		return err
	}
	defer r.spool.close()
	inputs := map[string]string{} // source_uri -> id
	for _, i := range old.Inputs {
		inputs[i.SourceURI] = i.ID
	}
	out := r.options.Out
	err = scan(out, schemas.Of[schemas.Article](), func(row any) error {
		a := row.(*schemas.Article)
		if id, ok := inputs[a.SourceURI]; !ok || id != a.ArticleID && !strings.HasPrefix(a.ArticleID, id+"_") {
			return fmt.Errorf("articles.parquet: article %s (%s) is none of the manifest's inputs", a.ArticleID, a.SourceURI)
		}
		delete(inputs, a.SourceURI)
		e := entry{digest: stages.Digest{ArticleID: a.ArticleID, SourceURI: a.SourceURI}, size: len(a.Text)}
		if a.DuplicateOf != "" {
			e.copy = stages.Verdict{DuplicateOf: a.DuplicateOf, Kind: a.DuplicateKind}
			if a.Similarity != nil {
				e.copy.Similarity = *a.Similarity
			}
		}
		var err error
		e.place, err = r.spool.add(a)
		r.articles = append(r.articles, e)
		return err
	})
	if err != nil {
		return err
	}
	err = scan(out, schemas.Of[schemas.Reject](), func(row any) error {
		j := *row.(*schemas.Reject)
		delete(inputs, j.SourceURI)
		r.rejects = append(r.rejects, j)
		return nil
	})
	if err != nil {
		return err
	}
	for uri := range inputs {
		return fmt.Errorf("the input %s is neither in articles nor in rejects", uri)
	}
	if err := r.code(ctx); err != nil {
		return err
	}
	return r.corpus(ctx)
}

// compare says which of a run's files are not what was made again.
func (r *runner) compare(old manifest) (wrong []error) {
	now := map[string]string{}
	for _, f := range r.manifest.Files {
		now[f.Name] = f.SHA256
	}
	for _, f := range old.Files {
		sum, err := hashFile(filepath.Join(r.options.Out, f.Name))
		switch {
		case err != nil:
			wrong = append(wrong, err)
		case f.Name == "datapackage.json" || sum == now[f.Name]:
		case f.Rows == nil:
			wrong = append(wrong, fmt.Errorf("%s: it is not what the tables give", f.Name))
		default:
			wrong = append(wrong, r.difference(f.Name))
		}
	}
	return wrong
}

// difference tells the first row in which a table is not what was made again.
func (r *runner) difference(name string) error {
	t, ok := schemas.ByName(strings.TrimSuffix(name, ".parquet"))
	if !ok {
		return fmt.Errorf("%s: there is no such table", name)
	}
	var made []string // rows as text; of a whole table, since one that was changed may have any number
	if err := tables.Scan(filepath.Join(r.dir, name), t, func(row any) error {
		made = append(made, rowText(t, row))
		return nil
	}); err != nil {
		return err
	}
	n := 0
	err := scan(r.options.Out, t, func(row any) error {
		v := reflect.ValueOf(row)
		n++
		if text := rowText(t, row); n > len(made) || made[n-1] != text {
			return fmt.Errorf("%s: row %d is not what the articles give: %s", name, n, changed(t, v, made, n-1))
		}
		return nil
	})
	if err == nil && n < len(made) {
		err = fmt.Errorf("%s: %d rows, the articles give %d", name, n, len(made))
	}
	if err == nil {
		err = fmt.Errorf("%s: its bytes are not what parley writes", name)
	}
	return err
}

// rowText is a row as text, a line a column.
func rowText(t schemas.Table, row any) string {
	v := reflect.ValueOf(row).Elem()
	var b strings.Builder
	for _, c := range t.Columns {
		b.Write(asJSON(cell(t, c, v)))
		b.WriteByte('\n')
	}
	return b.String()
}

// changed tells the first column in which a row is another.
func changed(t schemas.Table, row reflect.Value, made []string, i int) string {
	if i >= len(made) {
		return fmt.Sprintf("they give %d rows", len(made))
	}
	want := strings.Split(made[i], "\n")
	for k, c := range t.Columns {
		if got := string(asJSON(cell(t, c, row.Elem()))); got != want[k] {
			key := slices.Index(t.Key, c.Name)
			if key >= 0 {
				return fmt.Sprintf("%s is %s, they give %s", c.Name, shorten(got, 80), shorten(want[k], 80))
			}
			return fmt.Sprintf("%s of %v is %s, they give %s", c.Name, keyOf(t, row), shorten(got, 80), shorten(want[k], 80))
		}
	}
	return "the same"
}

// keyOf is the key of a row.
func keyOf(t schemas.Table, row reflect.Value) (key []any) {
	for _, c := range t.Columns {
		if slices.Contains(t.Key, c.Name) {
			key = append(key, cell(t, c, row.Elem()))
		}
	}
	return key
}
