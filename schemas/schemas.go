// Package schemas is the public contract of the tables: one file a table, one
// struct a table, from the extractor that fills it to the Parquet file that
// holds it.
//
// A column is a struct field. Its tags say everything that the Arrow schema,
// the column descriptions in the files, the data dictionary and the checks of
// `parley verify` are made from:
//
//	col:"name"          the column's name, public and stable
//	doc:"..."           meaning, unit, range, and when it is null
//	null:"yes"          the column may be null; otherwise it never is
//	enum:"a,b,c"        the closed list of values
//	ref:"table.column"  foreign key
//	span:"column"       this text equals the article's text from start to end
//
// Go types and their Arrow types: string utf8 ("" is null), int32, float64,
// *int32 and *float64 (nil is null), bool, Date date32 (zero is null), time.Time
// timestamp[us, UTC] (zero is null), []string list<utf8>, []Span
// list<struct<start, end: int32>>, []Removed list<struct<kind, text: utf8>>.
// A list is never null: nothing known is the empty list.
//
// Offsets count Unicode code points, half-open, into articles.text.
package schemas

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"
)

// Version is the version of the tables' schemas, written into every file.
// A renamed or retyped column raises the first number, a new one the second.
const Version = "1.4"

// Table describes one table; its columns come from the row type's tags.
type Table struct {
	Name    string // file name without extension, name in `parley show`
	Row     string // what one row is
	Stage   string // the stage that makes it
	Key     []string
	Columns []Column
	Type    reflect.Type // the row struct
}

// Column describes one column of a table.
type Column struct {
	Name  string
	Doc   string
	Null  bool
	Enum  []string
	Ref   string // "table.column", or ""
	Span  string // see the package comment, or ""
	Type  string // Arrow's name of the type
	Index int    // of the struct field
}

// Tables lists every table in the order of the data dictionary.
func Tables() []Table { return slices.Clone(tables) }

// ByName finds a table; ok is false when there is none of that name.
func ByName(name string) (t Table, ok bool) {
	for _, t := range tables {
		if t.Name == name {
			return t, true
		}
	}
	return Table{}, false
}

// Of finds the table of a row type and panics when there is none.
func Of[T any]() Table {
	for _, t := range tables {
		if t.Type == reflect.TypeFor[T]() {
			return t
		}
	}
	panic("schemas: no table has rows of type " + reflect.TypeFor[T]().String())
}

var tables = []Table{
	articles, sentences, actors, mentions, statements, figures, events, positions, meetings, meetingReports,
	statementFrequency, talksSentiment, eventCounts, figureSeries, positionLedger, rejects,
}

// define reads the columns off T's tags and panics on a tag that says nothing
// or a key that is no column: both are bugs of this package.
func define[T any](name, stage, row string, key ...string) Table {
	t := Table{Name: name, Stage: stage, Row: row, Key: key, Type: reflect.TypeFor[T]()}
	for i := range t.Type.NumField() {
		f := t.Type.Field(i)
		c := Column{
			Name: f.Tag.Get("col"), Doc: f.Tag.Get("doc"), Null: f.Tag.Get("null") == "yes",
			Ref: f.Tag.Get("ref"), Span: f.Tag.Get("span"), Type: arrowName(f.Type), Index: i,
		}
		if e := f.Tag.Get("enum"); e != "" {
			c.Enum = strings.Split(e, ",")
		}
		if c.Name == "" || c.Doc == "" {
			panic(fmt.Sprintf("schemas: %s.%s has no col or doc tag", name, f.Name))
		}
		t.Columns = append(t.Columns, c)
	}
	for _, k := range key {
		if !slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Name == k && !c.Null }) {
			panic(fmt.Sprintf("schemas: key %q of %s is no required column", k, name))
		}
	}
	return t
}

func arrowName(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[string]():
		return "utf8"
	case reflect.TypeFor[int32](), reflect.TypeFor[*int32]():
		return "int32"
	case reflect.TypeFor[float64](), reflect.TypeFor[*float64]():
		return "float64"
	case reflect.TypeFor[bool]():
		return "bool"
	case reflect.TypeFor[Date]():
		return "date32"
	case reflect.TypeFor[time.Time]():
		return "timestamp[us, UTC]"
	case reflect.TypeFor[[]string]():
		return "list<utf8>"
	case reflect.TypeFor[[]Span]():
		return "list<struct<start: int32, end: int32>>"
	case reflect.TypeFor[[]Removed]():
		return "list<struct<kind: utf8, text: utf8>>"
	}
	panic("schemas: no Arrow type for " + t.String())
}

// Span is a half-open range of code points in articles.text.
type Span struct {
	Start int32 `json:"start"`
	End   int32 `json:"end"`
}

// Removed is a piece of the page that is not the article's own text.
type Removed struct {
	Kind string `json:"kind"` // boilerplate, comment, caption, related, byline
	Text string `json:"text"`
}

// Num makes the pointer that a nullable number wants.
func Num(v float64) *float64 { return &v }

// Reference splits Ref into table and column; ok is false when there is none.
func (c Column) Reference() (table, column string, ok bool) {
	return strings.Cut(c.Ref, ".")
}
