package pipeline

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"parley/schemas"
)

var showCommand = command{
	name: "show", args: "TABLE",
	about: "print a table's rows",
	help: `  parley show statements -n 5
  parley show statements --actor dmytro-kuleba --json
  parley show figures --csv > figures.csv
Tables: ` + strings.Join(tableNames(), ", "),
	flags: func(f *flag.FlagSet) func(*call) error {
		s := shower{}
		f.StringVar(&s.out, "out", "outputs", "read the tables in this `DIR`")
		f.BoolVar(&s.json, "json", false, "print JSON lines")
		f.BoolVar(&s.csv, "csv", false, "print CSV; lists as JSON; text that begins with = + - @, a tab or a return gets an apostrophe before it, so that no spreadsheet runs it")
		f.BoolVar(&s.raw, "raw", false, "with --csv: no apostrophes")
		f.IntVar(&s.limit, "n", -1, "print at most `N` rows; -1 for all, or 20 in an aligned table")
		f.StringVar(&s.article, "article", "", "only rows of the article with this `ID`")
		f.StringVar(&s.actor, "actor", "", "only rows that name the actor with this `ID`")
		return s.run
	},
}

func tableNames() (names []string) {
	for _, t := range schemas.Tables() {
		names = append(names, t.Name)
	}
	return names
}

func oneTable(args []string) (schemas.Table, error) {
	if len(args) != 1 {
		return schemas.Table{}, usage("one table is needed, of %s", strings.Join(tableNames(), ", "))
	}
	t, ok := schemas.ByName(args[0])
	if !ok {
		return t, usage("there is no table %q; the tables are %s", args[0], strings.Join(tableNames(), ", "))
	}
	return t, nil
}

// shower prints the rows of a table that pass its filters.
type shower struct {
	out            string
	json, csv, raw bool
	limit          int
	article, actor string
}

var errEnough = errors.New("enough rows")

func (s *shower) run(c *call) error {
	t, err := oneTable(c.args)
	if err != nil {
		return err
	}
	if s.json && s.csv {
		return usage("--json and --csv exclude each other")
	}
	if s.raw && !s.csv {
		return usage("--raw is for --csv")
	}
	if err := s.fits(t); err != nil {
		return err
	}
	if err := settle(s.out); err != nil {
		return err
	}
	if err := whole(s.out, t); err != nil {
		return err
	}
	buffered := bufio.NewWriter(c.stdout)
	var p printer
	switch {
	case s.json:
		p = &jsonPrinter{w: buffered}
	case s.csv:
		p = &csvPrinter{csv.NewWriter(buffered), s.raw}
	default:
		p = &alignedPrinter{w: buffered}
		if s.limit < 0 {
			s.limit = 20
		}
	}
	if err := s.print(t, p); err != nil {
		return err
	}
	if err := p.end(); err != nil {
		return err
	}
	return buffered.Flush()
}

// whole tells whether a table's file is the one that the manifest names: the
// reader may die of a damaged one.
func whole(dir string, t schemas.Table) error {
	return steady(dir, func() error { return wholeNow(dir, t) })
}

func wholeNow(dir string, t schemas.Table) error {
	name := t.Name + ".parquet"
	sum, err := hashFile(filepath.Join(dir, name))
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("there is no table %s in %s; parley run makes it", t.Name, dir)
	}
	if err != nil {
		return err
	}
	m, err := readManifest(dir)
	if err != nil {
		return fmt.Errorf("%w; parley run makes it", err)
	}
	next, _, _ := pending(dir) // a killed run's, where it cannot be finished
	for _, f := range slices.Concat(m.Files, next.Files) {
		if f.Name == name && f.SHA256 == sum {
			return nil
		}
	}
	return fmt.Errorf("%s: damaged or changed: its SHA-256 is not the manifest's; run parley run --force to write it anew", filepath.Join(dir, name))
}

// fits refuses a filter that no row of the table can pass.
func (s *shower) fits(t schemas.Table) error {
	has := func(ref string) bool {
		return slices.ContainsFunc(t.Columns, func(c schemas.Column) bool { return refersTo(t, c, ref) })
	}
	if s.article != "" && !has("articles.article_id") {
		return usage("table %s has no articles to filter by", t.Name)
	}
	if s.actor != "" && !has("actors.actor_id") {
		return usage("table %s has no actors to filter by", t.Name)
	}
	return nil
}

// refersTo tells whether a column holds keys of another table, or is its key.
func refersTo(t schemas.Table, c schemas.Column, ref string) bool {
	return c.Ref == ref || t.Name+"."+c.Name == ref
}

func (s *shower) print(t schemas.Table, p printer) error {
	if err := p.begin(t); err != nil {
		return err
	}
	n := 0
	err := scan(s.out, t, func(row any) error {
		v := reflect.ValueOf(row).Elem()
		if !s.passes(t, v) {
			return nil
		}
		if n == s.limit {
			return errEnough
		}
		n++
		return p.row(t, v)
	})
	if errors.Is(err, errEnough) {
		return p.more()
	}
	return err
}

func (s *shower) passes(t schemas.Table, v reflect.Value) bool {
	match := func(ref, id string) bool {
		if id == "" {
			return true
		}
		for _, c := range t.Columns {
			if !refersTo(t, c, ref) {
				continue
			}
			switch x := v.Field(c.Index).Interface().(type) {
			case string:
				if x == id {
					return true
				}
			case []string:
				if slices.Contains(x, id) {
					return true
				}
			}
		}
		return false
	}
	return match("articles.article_id", s.article) && match("actors.actor_id", s.actor)
}

// printer writes rows in one form.
type printer interface {
	begin(schemas.Table) error
	row(schemas.Table, reflect.Value) error
	more() error // there are rows that are not printed
	end() error
}

// cell is a value as JSON has it: null for unknown, a string for a date.
func cell(t schemas.Table, c schemas.Column, v reflect.Value) any {
	switch x := v.Field(c.Index).Interface().(type) {
	case string:
		if x == "" && c.Null {
			return nil
		}
		return x
	case *float64:
		if x == nil {
			return nil
		}
		return *x
	case *int32:
		if x == nil {
			return nil
		}
		return *x
	case schemas.Date:
		if x.IsZero() {
			return nil
		}
		return x.String()
	case time.Time:
		if x.IsZero() {
			return nil
		}
		return x.UTC().Format(time.RFC3339)
	case []string:
		return append([]string{}, x...)
	case []schemas.Span:
		return append([]schemas.Span{}, x...)
	case []schemas.Removed:
		return append([]schemas.Removed{}, x...)
	default:
		return x
	}
}

// asJSON is the value's JSON without HTML escapes.
func asJSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic("pipeline: " + err.Error())
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

type jsonPrinter struct{ w io.Writer }

func (p *jsonPrinter) begin(schemas.Table) error { return nil }
func (p *jsonPrinter) more() error               { return nil }
func (p *jsonPrinter) end() error                { return nil }
func (p *jsonPrinter) row(t schemas.Table, v reflect.Value) error {
	var b bytes.Buffer
	for i, c := range t.Columns {
		b.WriteByte("{,"[min(i, 1)])
		b.Write(asJSON(c.Name))
		b.WriteByte(':')
		b.Write(asJSON(cell(t, c, v)))
	}
	b.WriteString("}\n")
	_, err := p.w.Write(b.Bytes())
	return err
}

// csvPrinter guards cells of text that a spreadsheet would take for a formula,
// unless raw is set.
type csvPrinter struct {
	w   *csv.Writer
	raw bool
}

func (p *csvPrinter) begin(t schemas.Table) error {
	var names []string
	for _, c := range t.Columns {
		names = append(names, c.Name)
	}
	return p.w.Write(names)
}
func (p *csvPrinter) more() error { return nil }
func (p *csvPrinter) end() error  { p.w.Flush(); return p.w.Error() }
func (p *csvPrinter) row(t schemas.Table, v reflect.Value) error {
	var cells []string
	for _, c := range t.Columns {
		x := cell(t, c, v)
		if s, ok := x.(string); ok && !p.raw && formula(s) {
			x = "'" + s
		}
		cells = append(cells, plain(x))
	}
	return p.w.Write(cells)
}

// formula reports whether a spreadsheet would run a text instead of showing it.
func formula(s string) bool { return s != "" && strings.ContainsRune("=+-@\t\r", rune(s[0])) }

// plain is a cell without quotation marks; a list stays JSON.
func plain(x any) string {
	switch x := x.(type) {
	case nil:
		return ""
	case string:
		return x
	case float64:
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	return string(asJSON(x))
}

// alignedPrinter prints a table for the eye: columns that are empty in all
// printed rows are left out and long cells are cut.
type alignedPrinter struct {
	w     io.Writer
	table schemas.Table
	rows  [][]string
	cut   bool
}

const widest = 48

func (p *alignedPrinter) begin(t schemas.Table) error { p.table = t; return nil }
func (p *alignedPrinter) more() error                 { p.cut = true; return nil }
func (p *alignedPrinter) row(t schemas.Table, v reflect.Value) error {
	var cells []string
	for _, c := range t.Columns {
		s := plain(cell(t, c, v))
		if s == "[]" {
			s = ""
		}
		cells = append(cells, shorten(strings.Join(strings.Fields(s), " "), widest))
	}
	p.rows = append(p.rows, cells)
	return nil
}

func (p *alignedPrinter) end() error {
	if len(p.rows) == 0 {
		_, err := fmt.Fprintf(p.w, "no rows in %s\n", p.table.Name)
		return err
	}
	width := make([]int, len(p.table.Columns))
	for i := range width {
		for _, r := range p.rows {
			width[i] = max(width[i], utf8.RuneCountInString(r[i]))
		}
		if width[i] > 0 {
			width[i] = max(width[i], len(p.table.Columns[i].Name))
		}
	}
	var head []string
	for _, c := range p.table.Columns {
		head = append(head, c.Name)
	}
	for _, r := range append([][]string{head}, p.rows...) {
		var b strings.Builder
		for i, s := range r {
			if width[i] > 0 {
				b.WriteString(s + strings.Repeat(" ", width[i]-utf8.RuneCountInString(s)+2))
			}
		}
		if _, err := fmt.Fprintln(p.w, strings.TrimRight(b.String(), " ")); err != nil {
			return err
		}
	}
	if p.cut {
		fmt.Fprintf(p.w, "... more rows; -n -1 --csv or --json prints all\n")
	}
	return nil
}

// shorten cuts a string to n code points with an ellipsis.
func shorten(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}
