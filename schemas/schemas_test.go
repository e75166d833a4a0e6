package schemas_test

import (
	"bytes"
	"flag"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"parley/schemas"
)

var update = flag.Bool("update", false, "write the golden files anew")

// A renamed, retyped or newly nullable column breaks users' notebooks: it must
// be a visible diff.
func TestContractIsTheGoldenOne(t *testing.T) {
	var b bytes.Buffer
	for _, table := range schemas.Tables() {
		b.WriteString(table.Name + " key " + strings.Join(table.Key, ",") + "\n")
		for _, c := range table.Columns {
			b.WriteString("  " + c.Name + " " + c.Type)
			if c.Null {
				b.WriteString(" null")
			}
			if c.Enum != nil {
				b.WriteString(" {" + strings.Join(c.Enum, " ") + "}")
			}
			if c.Ref != "" {
				b.WriteString(" -> " + c.Ref)
			}
			b.WriteString("\n")
		}
	}
	const file = "testdata/contract.golden"
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the tables' contract has changed; if that is meant, raise Version and run go test ./schemas -update\n%s", b.String())
	}
}

func TestReferencesLeadToKeys(t *testing.T) {
	for _, table := range schemas.Tables() {
		for _, c := range table.Columns {
			to, column, ok := c.Reference()
			if !ok {
				continue
			}
			target, found := schemas.ByName(to)
			if !found || !slices.Equal(target.Key, []string{column}) {
				t.Errorf("%s.%s refers to %s, which is no table's whole key", table.Name, c.Name, c.Ref)
			}
		}
	}
}

func TestColumnsThatQuoteHaveSpans(t *testing.T) {
	for _, table := range schemas.Tables() {
		has := func(name string) bool {
			return slices.ContainsFunc(table.Columns, func(c schemas.Column) bool { return c.Name == name && c.Type == "int32" })
		}
		for _, c := range table.Columns {
			if c.Span != "" && (!has("start") || !has("end") || c.Null) {
				t.Errorf("%s.%s quotes the article, but the table has no start and end", table.Name, c.Name)
			}
		}
	}
}

func TestEveryRowTypeHasItsTable(t *testing.T) {
	if got := schemas.Of[schemas.Figure](); got.Name != "figures" || got.Type != reflect.TypeFor[schemas.Figure]() {
		t.Errorf("Of[Figure] is %s", got.Name)
	}
	defer func() {
		if recover() == nil {
			t.Error("Of finds a table for a type that is none's row")
		}
	}()
	schemas.Of[schemas.Span]()
}

func TestDates(t *testing.T) {
	d := schemas.NewDate(2022, time.March, 10)
	for _, c := range []struct {
		what string
		got  any
		want any
	}{
		{"text", d.String(), "2022-03-10"},
		{"weekday", d.Weekday(), time.Thursday},
		{"Monday of the week", d.Week().String(), "2022-03-07"},
		{"a Monday is its own", d.AddDays(-3).Week().String(), "2022-03-07"},
		{"a Sunday belongs to the Monday before", d.AddDays(3).Week().String(), "2022-03-07"},
		{"ISO week over the new year", schemas.NewDate(2023, time.January, 1).Week().String(), "2022-12-26"},
		{"month", d.MonthStart().String(), "2022-03-01"},
		{"days", d.Days(), 19061},
		{"back from days", schemas.FromDays(19061), d},
		{"before 1970", schemas.FromDays(-1).String(), "1969-12-31"},
		{"overflow", schemas.NewDate(2022, time.February, 31).String(), "2022-03-03"},
		{"unknown", schemas.Date{}.String(), ""},
		{"unknown stays unknown", schemas.Date{}.AddDays(3), schemas.Date{}},
		{"order", d.Before(d.AddDays(1)), true},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %v, want %v", c.what, c.got, c.want)
		}
	}
	if _, err := schemas.ParseDate("2022-02-30"); err == nil {
		t.Error("30 February is taken for a day")
	}
}
