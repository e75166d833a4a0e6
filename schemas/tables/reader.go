package tables

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/apache/arrow/go/v15/arrow"
	"github.com/apache/arrow/go/v15/arrow/array"
	"github.com/apache/arrow/go/v15/arrow/memory"
	"github.com/apache/arrow/go/v15/parquet"
	"github.com/apache/arrow/go/v15/parquet/file"
	"github.com/apache/arrow/go/v15/parquet/pqarrow"

	"parley/schemas"
)

// Scan reads a table's file and hands over each row, a pointer to a new row
// struct. An error of row ends the reading and is returned as it is. A file
// that is damaged or has other columns is an error that names it.
func Scan(path string, t schemas.Table, row func(any) error) (err error) {
	var stopped error
	defer func() {
		// v15 panics on a damaged page; row's own panics must pass.
		if p := recover(); p != nil {
			if b, ok := p.(bug); ok {
				panic(b.value)
			}
			err = fmt.Errorf("%s: damaged: %v; run parley again to write it anew", path, p)
		} else if err != nil && err != stopped {
			err = fmt.Errorf("%s: %w; run parley again to write it anew", path, err)
		}
	}()
	pf, err := file.OpenParquetFile(path, false, file.WithReadProps(parquet.NewReaderProperties(memory.DefaultAllocator)))
	if err != nil {
		return err
	}
	defer pf.Close()
	pf.MetaData().FileMetaData.KeyValueMetadata = nil // its reader believes any length in an Arrow schema there
	fr, err := pqarrow.NewFileReader(pf, pqarrow.ArrowReadProperties{BatchSize: 1024}, memory.DefaultAllocator)
	if err != nil {
		return err
	}
	if err := sameColumns(fr, t); err != nil {
		return err
	}
	rr, err := fr.GetRecordReader(context.Background(), nil, nil)
	if err != nil {
		return err
	}
	defer rr.Release()
	for rr.Next() {
		rec := rr.Record()
		for i := range int(rec.NumRows()) {
			v := reflect.New(t.Type)
			for k, c := range t.Columns {
				get(rec.Column(k), i, v.Elem().Field(c.Index))
			}
			if stopped = call(row, v.Interface()); stopped != nil {
				return stopped
			}
		}
	}
	if err := rr.Err(); err != nil && err.Error() != "EOF" {
		return err
	}
	return nil
}

// bug wraps a panic that is not the Parquet library's.
type bug struct{ value any }

func call(row func(any) error, v any) error {
	defer func() {
		if p := recover(); p != nil {
			panic(bug{p})
		}
	}()
	return row(v)
}

func sameColumns(fr *pqarrow.FileReader, t schemas.Table) error {
	have, err := fr.Schema()
	if err != nil {
		return err
	}
	var names []string
	for _, f := range have.Fields() {
		names = append(names, f.Name)
	}
	var want []string
	for _, c := range t.Columns {
		want = append(want, c.Name)
	}
	if h, w := strings.Join(names, " "), strings.Join(want, " "); h != w {
		return fmt.Errorf("the file's columns are %s; table %s of this version has %s", h, t.Name, w)
	}
	return nil
}

// get sets a struct's field from a cell.
func get(col arrow.Array, i int, v reflect.Value) {
	if col.IsNull(i) {
		return
	}
	switch a := col.(type) {
	case *array.String:
		v.SetString(strings.Clone(a.Value(i)))
	case *array.Int32:
		if v.Kind() == reflect.Pointer {
			n := a.Value(i)
			v.Set(reflect.ValueOf(&n))
		} else {
			v.SetInt(int64(a.Value(i)))
		}
	case *array.Float64:
		if v.Kind() == reflect.Pointer {
			v.Set(reflect.ValueOf(schemas.Num(a.Value(i))))
		} else {
			v.SetFloat(a.Value(i))
		}
	case *array.Boolean:
		v.SetBool(a.Value(i))
	case *array.Date32:
		v.Set(reflect.ValueOf(schemas.FromDays(int(a.Value(i)))))
	case *array.Timestamp:
		v.Set(reflect.ValueOf(time.UnixMicro(int64(a.Value(i))).UTC()))
	case *array.List:
		list(a, i, v)
	default:
		panic("tables: no reader for " + col.DataType().String())
	}
}

func list(a *array.List, i int, v reflect.Value) {
	from, to := a.ValueOffsets(i)
	switch x := a.ListValues().(type) {
	case *array.String:
		var out []string
		for k := from; k < to; k++ {
			out = append(out, strings.Clone(x.Value(int(k))))
		}
		v.Set(reflect.ValueOf(out))
	case *array.Struct:
		n := int(to - from)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for k := range n {
			for f := range x.NumField() {
				get(x.Field(f), int(from)+k, v.Index(k).Field(f))
			}
		}
	default:
		panic("tables: no reader for a list of " + a.ListValues().DataType().String())
	}
}
