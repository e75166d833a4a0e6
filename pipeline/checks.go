package pipeline

import (
	"cmp"
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"iter"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"parley/schemas"
)

// verifyTables reads every table and checks what the schemas promise: rows as
// in the manifest, keys unique and in order, no null where none may be, values
// of closed lists, foreign keys, texts equal to the article's at their spans.
func verifyTables(out string, w io.Writer) error {
	m, err := readManifest(out)
	if err != nil {
		return err
	}
	rows := map[string]int{}
	for _, f := range m.Files {
		if f.Rows != nil {
			rows[f.Name] = *f.Rows
		}
	}
	v := &verifier{dir: out, seed: maphash.MakeSeed(), keys: map[string]map[uint64]bool{}}
	var wrong []error
	for _, t := range inReferenceOrder() {
		file := t.Name + ".parquet"
		fmt.Fprintln(w, "reading", file)
		want, ok := rows[file]
		if !ok {
			wrong = append(wrong, fmt.Errorf("%s: not in the manifest", file))
			continue
		}
		n, err := v.table(t)
		if err == nil && n != want {
			err = fmt.Errorf("%d rows, the manifest says %d", n, want)
		}
		if err != nil {
			wrong = append(wrong, fmt.Errorf("%s: row %d: %w", file, n, err))
		} else {
			fmt.Fprintf(w, "%-20s %8d rows: keys, references, values and spans hold\n", t.Name, n)
		}
	}
	return errors.Join(wrong...)
}

// inReferenceOrder puts the tables that others refer to first.
func inReferenceOrder() []schemas.Table {
	first := []string{"articles", "actors", "statements", "events", "positions"}
	ts := schemas.Tables()
	slices.SortStableFunc(ts, func(a, b schemas.Table) int {
		return cmp.Compare(uint(slices.Index(first, a.Name)), uint(slices.Index(first, b.Name)))
	})
	return ts
}

// verifier remembers hashes of the keys that others refer to.
type verifier struct {
	dir  string
	seed maphash.Seed
	keys map[string]map[uint64]bool // by "table.column"
}

// table checks one table and returns the number of rows that were good.
func (v *verifier) table(t schemas.Table) (n int, err error) {
	next, stop := iter.Pull2(v.articles(t))
	defer stop()
	var last []any
	own := map[uint64]bool{}
	if len(t.Key) == 1 {
		v.keys[t.Name+"."+t.Key[0]] = own
	}
	var later []reference // references into the table itself
	r := &rowChecker{verifier: v, table: t, nextText: next}
	err = reread(filepath.Join(v.dir, t.Name+".parquet"), t, func(cells []any) error {
		key := r.key(cells)
		if last != nil && compareKeys(last, key) >= 0 {
			return fmt.Errorf("key %v does not come after %v", key, last)
		}
		last = key
		if len(t.Key) == 1 {
			own[v.hash(key[0].(string))] = true
		}
		if err := r.values(cells, &later); err != nil {
			return fmt.Errorf("key %v: %w", key, err)
		}
		if err := r.spans(cells); err != nil {
			return fmt.Errorf("key %v: %w", key, err)
		}
		n++
		return nil
	})
	for _, l := range later {
		if err == nil && !v.keys[l.to][v.hash(l.id)] {
			err = fmt.Errorf("%s refers to %s %q, which is in no row", l.from, l.to, l.id)
		}
	}
	return n, err
}

type reference struct{ from, to, id string }

func (v *verifier) hash(s string) uint64 { return maphash.String(v.seed, s) }

// articles goes through the articles' ids and texts, for the tables that quote
// them; all of these are in the order of article ids, as the articles are.
func (v *verifier) articles(t schemas.Table) iter.Seq2[[2]string, error] {
	return func(yield func([2]string, error) bool) {
		at := schemas.Of[schemas.Article]()
		id, text := columnIndex(at, "article_id"), columnIndex(at, "text")
		err := reread(filepath.Join(v.dir, at.Name+".parquet"), at, func(cells []any) error {
			if !yield([2]string{cells[id].(string), cells[text].(string)}, nil) {
				return errEnough
			}
			return nil
		})
		if err != nil && !errors.Is(err, errEnough) {
			yield([2]string{}, err)
		}
	}
}

func columnIndex(t schemas.Table, name string) int {
	return slices.IndexFunc(t.Columns, func(c schemas.Column) bool { return c.Name == name })
}

// rowChecker checks the rows of one table.
type rowChecker struct {
	*verifier
	table    schemas.Table
	nextText func() ([2]string, error, bool)
	article  string
	text     []rune
}

func (r *rowChecker) cell(cells []any, name string) any { return cells[columnIndex(r.table, name)] }

func (r *rowChecker) key(cells []any) (key []any) {
	for _, k := range r.table.Key {
		key = append(key, r.cell(cells, k))
	}
	return key
}

func compareKeys(a, b []any) int {
	for i := range a {
		var c int
		switch x := a[i].(type) {
		case string:
			c = strings.Compare(x, b[i].(string))
		case int32:
			c = cmp.Compare(x, b[i].(int32))
		}
		if c != 0 {
			return c
		}
	}
	return 0
}

func (r *rowChecker) values(cells []any, later *[]reference) error {
	for i, c := range r.table.Columns {
		x := cells[i]
		if x == nil {
			if !c.Null {
				return fmt.Errorf("%s is null", c.Name)
			}
			continue
		}
		if f, ok := x.(float64); ok && (math.IsNaN(f) || math.IsInf(f, 0)) {
			return fmt.Errorf("%s is %v", c.Name, f)
		}
		if s, ok := x.(string); ok && c.Enum != nil && !slices.Contains(c.Enum, s) {
			return fmt.Errorf("%s is %q, which is not in its list", c.Name, s)
		}
		if c.Ref == "" {
			continue
		}
		ids, ok := x.([]any)
		if !ok {
			ids = []any{x}
		}
		for _, id := range ids {
			to := reference{c.Name, c.Ref, id.(string)}
			if of, _, _ := c.Reference(); of == r.table.Name {
				*later = append(*later, to)
			} else if !r.keys[c.Ref][r.hash(to.id)] {
				return fmt.Errorf("%s refers to %s %q, which is in no row", c.Name, c.Ref, to.id)
			}
		}
	}
	return nil
}

// spans compares the quoted texts with the article.
func (r *rowChecker) spans(cells []any) error {
	if r.table.Name == "articles" || columnIndex(r.table, "start") < 0 {
		return nil
	}
	if err := r.seek(r.cell(cells, "article_id").(string)); err != nil {
		return err
	}
	start, end := r.cell(cells, "start").(int32), r.cell(cells, "end").(int32)
	got, err := r.slice(start, end)
	if err != nil {
		return err
	}
	for i, c := range r.table.Columns {
		if c.Span != "" && got != cells[i].(string) {
			return fmt.Errorf("%s is %q, the article has %q at %d-%d", c.Name, cells[i], got, start, end)
		}
	}
	if i := columnIndex(r.table, "spans"); i >= 0 {
		return r.pieces(cells[i].([]any), r.cell(cells, "content").(string))
	}
	return nil
}

func (r *rowChecker) pieces(byField []any, content string) error {
	var parts []string
	starts, ends := byField[0].([]any), byField[1].([]any)
	for i := range starts {
		p, err := r.slice(starts[i].(int32), ends[i].(int32))
		if err != nil {
			return err
		}
		parts = append(parts, p)
	}
	if got := strings.Join(parts, " "); got != content {
		return fmt.Errorf("content is %q, the article has %q at its spans", content, got)
	}
	return nil
}

func (r *rowChecker) seek(id string) error {
	for r.article != id {
		a, err, ok := r.nextText()
		if err != nil {
			return fmt.Errorf("articles.parquet: %w", err)
		}
		if !ok {
			return fmt.Errorf("article %s is out of order", id)
		}
		r.article, r.text = a[0], []rune(a[1])
	}
	return nil
}

func (r *rowChecker) slice(start, end int32) (string, error) {
	if start < 0 || end < start || int(end) > len(r.text) {
		return "", fmt.Errorf("span %d-%d is outside of the article's %d code points", start, end, len(r.text))
	}
	return string(r.text[start:end]), nil
}
