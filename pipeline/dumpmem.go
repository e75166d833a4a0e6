package pipeline

import (
	"io"
	"os"
	"path/filepath"
	"reflect"
)

type mem struct {
	dir string
	tab map[string][]any
}

func (m *mem) Scan(table string, row func(any) error) error {
	for _, r := range m.tab[table] {
		p := reflect.New(reflect.TypeOf(r))
		p.Elem().Set(reflect.ValueOf(r))
		if err := row(p.Interface()); err != nil {
			return err
		}
	}
	return nil
}

func (m *mem) Write(table string, rows func(yield func(row any) error) error) error {
	m.tab[table] = nil
	return rows(func(r any) error {
		m.tab[table] = append(m.tab[table], reflect.ValueOf(r).Elem().Interface())
		return nil
	})
}

func (m *mem) WriteFile(name string, write func(io.Writer) error) error {
	f, err := os.Create(filepath.Join(m.dir, name))
	if err != nil {
		return err
	}
	defer f.Close()
	return write(f)
}
