package stagetest

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"io/fs"
	"reflect"
	"slices"
	"strings"

	"parley/schemas"
)

// Store is a stages.Store in memory. It is as strict as files are: a row that
// Scan lends is overwritten by the next one, and Write refuses rows out of the
// table's order, rows with a key twice, and tables that do not exist.
type Store struct {
	Tables map[string][]any // rows by value
	Files  map[string][]byte
}

// NewStore holds slices of row structs, such as []schemas.Article.
func NewStore(tables ...any) *Store {
	s := &Store{Tables: map[string][]any{}, Files: map[string][]byte{}}
	for _, rows := range tables {
		v := reflect.ValueOf(rows)
		for _, t := range schemas.Tables() {
			if t.Type != v.Type().Elem() {
				continue
			}
			for i := range v.Len() {
				s.Tables[t.Name] = append(s.Tables[t.Name], v.Index(i).Interface())
			}
			slices.SortStableFunc(s.Tables[t.Name], func(a, b any) int { return compareKeys(t, a, b) })
		}
	}
	return s
}

// Rows are the rows of a table in the store.
func Rows[T any](s *Store) (rows []T) {
	for _, r := range s.Tables[schemas.Of[T]().Name] {
		rows = append(rows, r.(T))
	}
	return rows
}

// Scan implements stages.Store.
func (s *Store) Scan(table string, row func(any) error) error {
	t, ok := schemas.ByName(table)
	if !ok {
		return fmt.Errorf("no table %q", table)
	}
	lent := reflect.New(t.Type)
	for _, r := range s.Tables[table] {
		lent.Elem().Set(reflect.ValueOf(r))
		if err := row(lent.Interface()); err != nil {
			return err
		}
	}
	lent.Elem().SetZero()
	return nil
}

// Write implements stages.Store.
func (s *Store) Write(table string, rows func(yield func(row any) error) error) error {
	t, ok := schemas.ByName(table)
	if !ok {
		return fmt.Errorf("no table %q", table)
	}
	var all []any
	err := rows(func(r any) error {
		v := reflect.ValueOf(r).Elem().Interface()
		if n := len(all); n > 0 && compareKeys(t, all[n-1], v) >= 0 {
			return fmt.Errorf("%s: row %+v does not come after %+v", table, v, all[n-1])
		}
		all = append(all, v)
		return nil
	})
	s.Tables[table] = all
	return err
}

// WriteFile implements stages.Store.
func (s *Store) WriteFile(name string, write func(io.Writer) error) error {
	var b bytes.Buffer
	if err := write(&b); err != nil {
		return err
	}
	s.Files[name] = b.Bytes()
	return nil
}

// ReadFile implements stages.Store.
func (s *Store) ReadFile(name string) ([]byte, error) {
	b, ok := s.Files[name]
	if !ok {
		return nil, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
	}
	return b, nil
}

func compareKeys(t schemas.Table, a, b any) int {
	for _, k := range t.Key {
		i := slices.IndexFunc(t.Columns, func(c schemas.Column) bool { return c.Name == k })
		x, y := reflect.ValueOf(a).Field(t.Columns[i].Index).Interface(), reflect.ValueOf(b).Field(t.Columns[i].Index).Interface()
		if c := compareValues(x, y); c != 0 {
			return c
		}
	}
	return 0
}

func compareValues(x, y any) int {
	switch x := x.(type) {
	case string:
		return strings.Compare(x, y.(string))
	case int32:
		return cmp.Compare(x, y.(int32))
	case schemas.Date:
		return x.Compare(y.(schemas.Date))
	}
	panic(fmt.Sprintf("stagetest: a key of type %T", x))
}
