package pipeline_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"parley/schemas"
)

// The gate: the program reads annotated articles of our own words, and what it
// finds is scored, a layer at a time. The figures are a golden file, so that a
// change shows in review what it wins beside what it loses. With -v the test
// prints what was missed, what was invented and what was told wrongly.
func TestGate(t *testing.T) {
	articles, err := readGate()
	if err != nil {
		t.Fatal(err)
	}
	run := runGate(t, articles)
	report := gateReport(articles, []*gateLayer{
		scoreStatements(run),
		scoreEvents(run),
		scoreFigures(run),
		scoreTalks(run),
		scorePositions(run),
		scoreMeetings(run),
	})
	golden(t, "testdata/gate/figures.txt", report)
}

// gateRun is what the program makes of the articles.
type gateRun struct {
	articles []gateArticle
	tables   map[string]map[string][]record // table -> name of the article -> rows
	meetings []record
	actors   map[string]record
	byName   map[string][]string // a name or alias, its words -> actor ids
	log      func(args ...any)
}

// gateTables are the tables whose rows belong to one article.
var gateTables = []string{"mentions", "statements", "events", "figures", "sentences", "positions"}

// runGate runs the program on the articles, as JSON lines with their dates.
func runGate(t *testing.T, articles []gateArticle) *gateRun {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "gate.jsonl"), filepath.Join(dir, "out")
	var lines strings.Builder
	for _, a := range articles {
		b, err := json.Marshal(map[string]string{"id": a.name, "date": a.published, "text": a.text})
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(b, '\n'))
	}
	if err := os.WriteFile(in, []byte(lines.String()), 0o644); err != nil {
		t.Fatal(err)
	}
	must(t, "run", in, "--out", out, "--quiet")

	g := &gateRun{articles: articles, tables: map[string]map[string][]record{}, actors: map[string]record{}, byName: map[string][]string{}}
	g.log = func(args ...any) {
		if testing.Verbose() {
			t.Log(args...)
		}
	}
	kept, names := map[string]string{}, map[string]string{}
	eachRow(t, out, "articles", func(r map[string]any) {
		a := record(r)
		_, name, _ := strings.Cut(a.str("source_uri"), "#")
		kept[name], names[a.str("article_id")] = a.str("text"), name
	})
	for _, a := range articles {
		if kept[a.name] != a.text {
			t.Fatalf("the text of %s is not kept as it is:\n%s", a.name, kept[a.name])
		}
	}
	for _, table := range gateTables {
		rows := map[string][]record{}
		if hasTable(table) {
			eachRow(t, out, table, func(r map[string]any) {
				name := names[record(r).str("article_id")]
				rows[name] = append(rows[name], r)
			})
		}
		g.tables[table] = rows
	}
	if hasTable("meetings") {
		eachRow(t, out, "meetings", func(r map[string]any) { g.meetings = append(g.meetings, r) })
	}
	eachRow(t, out, "actors", func(r map[string]any) {
		a := record(r)
		g.actors[a.str("actor_id")] = a
		for _, n := range a.names() {
			g.byName[key(n)] = append(g.byName[key(n)], a.str("actor_id"))
		}
	})
	return g
}

// hasTable tells whether the program writes a table, hasColumn a column of it.
// What it does not write yet is not scored, and is as soon as it is there.
func hasTable(table string) bool { _, ok := schemas.ByName(table); return ok }

func hasColumn(table, column string) bool {
	t, _ := schemas.ByName(table)
	for _, c := range t.Columns {
		if c.Name == column {
			return true
		}
	}
	return false
}

// record is one row of a table, as JSON gives it.
type record map[string]any

func (r record) str(column string) string { s, _ := r[column].(string); return s }
func (r record) bool(column string) bool  { b, _ := r[column].(bool); return b }
func (r record) int(column string) int    { f, _ := r[column].(float64); return int(f) }
func (r record) span() span               { return span{r.int("start"), r.int("end")} }

// float is nil where the cell is null.
func (r record) float(column string) *float64 {
	if f, ok := r[column].(float64); ok {
		return &f
	}
	return nil
}

func (r record) list(column string) []string {
	var l []string
	all, _ := r[column].([]any)
	for _, x := range all {
		l = append(l, x.(string))
	}
	return l
}

// names of an actor.
func (r record) names() []string { return append([]string{r.str("name")}, r.list("aliases")...) }

// date is a day, month or year, as exact as it is known, or "".
func (r record) date(column string) string {
	d := r.str(column)
	switch {
	case len(d) == len("2006-01-02") && r.str("date_precision") == "month":
		return d[:len("2006-01")]
	case len(d) == len("2006-01-02") && r.str("date_precision") == "year":
		return d[:len("2006")]
	}
	return d
}

// key is a name as it is looked up.
func key(name string) string { return strings.Join(texts(name), " ") }
