package tables

import (
	"encoding/json"
	"fmt"
	"reflect"
	"time"

	"github.com/apache/arrow/go/v15/arrow"

	"parley/schemas"
)

var (
	spanType    = arrow.StructOf(arrow.Field{Name: "start", Type: arrow.PrimitiveTypes.Int32, Nullable: true}, arrow.Field{Name: "end", Type: arrow.PrimitiveTypes.Int32, Nullable: true})
	removedType = arrow.StructOf(arrow.Field{Name: "kind", Type: arrow.BinaryTypes.String, Nullable: true}, arrow.Field{Name: "text", Type: arrow.BinaryTypes.String, Nullable: true})
)

// Schema is the Arrow schema of a table, each field with its description.
func Schema(t schemas.Table) *arrow.Schema {
	fields := make([]arrow.Field, len(t.Columns))
	for i, c := range t.Columns {
		fields[i] = arrow.Field{
			Name:     c.Name,
			Type:     dataType(t.Type.Field(c.Index).Type),
			Nullable: c.Null,
			Metadata: arrow.NewMetadata([]string{"description"}, []string{c.Doc}),
		}
	}
	return arrow.NewSchema(fields, nil)
}

func dataType(t reflect.Type) arrow.DataType {
	switch t {
	case reflect.TypeFor[string]():
		return arrow.BinaryTypes.String
	case reflect.TypeFor[int32](), reflect.TypeFor[*int32]():
		return arrow.PrimitiveTypes.Int32
	case reflect.TypeFor[float64](), reflect.TypeFor[*float64]():
		return arrow.PrimitiveTypes.Float64
	case reflect.TypeFor[bool]():
		return arrow.FixedWidthTypes.Boolean
	case reflect.TypeFor[schemas.Date]():
		return arrow.FixedWidthTypes.Date32
	case reflect.TypeFor[time.Time]():
		return arrow.FixedWidthTypes.Timestamp_us
	case reflect.TypeFor[[]string]():
		return arrow.ListOf(arrow.BinaryTypes.String)
	case reflect.TypeFor[[]schemas.Span]():
		return arrow.ListOf(spanType)
	case reflect.TypeFor[[]schemas.Removed]():
		return arrow.ListOf(removedType)
	}
	panic("tables: no Arrow type for " + t.String())
}

// descriptions is the JSON under parley.columns: column name to description.
func descriptions(t schemas.Table) string {
	m := make(map[string]string, len(t.Columns))
	for _, c := range t.Columns {
		m[c.Name] = c.Doc
	}
	b, err := json.Marshal(m) // sorts the keys
	if err != nil {
		panic(fmt.Sprintf("tables: descriptions of %s: %v", t.Name, err))
	}
	return string(b)
}
