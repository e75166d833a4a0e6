package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
)

// failing is the plan with a stage that panics at articles with the word.
func failing(t *testing.T, o Options, word string) plan {
	t.Helper()
	p, err := newPlan(o)
	if err != nil {
		t.Fatal(err)
	}
	p.code = append(p.code, stages.PerArticle{Name: "touchy", Yields: "nothing", Run: func(d *stages.Document) error {
		if strings.Contains(d.Article.Text, word) {
			var empty []int
			empty[len(word)] = 0
		}
		return nil
	}})
	return p
}

func testOptions(t *testing.T, articles ...string) Options {
	t.Helper()
	p, err := stages.LoadProfile("ukraine-2022")
	if err != nil {
		t.Fatal(err)
	}
	return Options{Articles: articles, Out: t.TempDir(), Profile: p, Workers: 2}
}

const (
	notice   = "The envoy said on Monday that the talks would go on in the capital. Forty delegates met for three hours."
	bulletin = "The river port opened again on Tuesday, the harbour master said. Nine ships left it before dark, among them two with grain for the south. " +
		"The crews had waited since the first week of the month for word that the channel was clear, and the insurers had waited longer. " +
		"The ministry of transport said that it would keep the channel open at night as well, as long as the pilots agreed."
)

// An article at which a stage panics is a reject. What remains is what a run
// without that article gives, the one that copied it being no copy.
func TestAFailingArticleCostsItself(t *testing.T) {
	in := t.TempDir()
	texts := map[string]string{
		"a.txt": "A quiet day\n\n" + notice,
		"b.txt": "The port\n\n" + bulletin + " Sturgeon.",
		"c.txt": "The port\n\n" + bulletin,
	}
	write := func(dir string, names ...string) string {
		for _, n := range names {
			if err := os.WriteFile(filepath.Join(dir, n), []byte(texts[n]), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		return dir
	}
	write(in, "a.txt", "b.txt", "c.txt")
	o := testOptions(t, in)
	var says bytes.Buffer
	m, err := failing(t, o, "Sturgeon").run(context.Background(), o, newProgress(&says, false))
	if err != nil {
		t.Fatal(err)
	}
	if m.Articles != 2 || m.Rejects != 1 || m.failures() != 1 || m.Notes["touchy/internal"] != 1 {
		t.Errorf("%d articles, %d rejects, notes %v", m.Articles, m.Rejects, m.Notes)
	}
	if err := verifyTables(o.Out, &says); err != nil {
		t.Error(err)
	}
	got := rowsByTable(t, o.Out)
	rejects := got["rejects"]
	delete(got, "rejects")
	if len(rejects) != 1 {
		t.Fatalf("rejects: %v", rejects)
	}
	for _, want := range []string{"b.txt", "stages internal", "touchy", "failing.func1:", "index out of range", "please report"} {
		if !strings.Contains(rejects[0], want) {
			t.Errorf("reject %q does not say %q", rejects[0], want)
		}
	}

	if err := os.Remove(filepath.Join(in, "b.txt")); err != nil {
		t.Fatal(err)
	}
	o.Out = t.TempDir()
	if _, err := run(context.Background(), o, newProgress(&says, true)); err != nil {
		t.Fatal(err)
	}
	want := rowsByTable(t, o.Out)
	delete(want, "rejects")
	for name := range maps.Keys(want) {
		if !reflect.DeepEqual(got[name], want[name]) {
			t.Errorf("%s: got\n%s\nwithout the article\n%s", name, strings.Join(got[name], "\n"), strings.Join(want[name], "\n"))
		}
	}
}

// rowsByTable prints the rows of all tables of a folder.
func rowsByTable(t *testing.T, dir string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, table := range schemas.Tables() {
		out[table.Name] = nil
		err := scan(dir, table, func(row any) error {
			var cells []string
			v := reflect.ValueOf(row).Elem()
			for i := range v.NumField() {
				x := v.Field(i)
				for x.Kind() == reflect.Pointer && !x.IsNil() {
					x = x.Elem()
				}
				cells = append(cells, fmt.Sprint(x.Interface()))
			}
			out[table.Name] = append(out[table.Name], strings.Join(cells, " "))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return out
}

func TestTheEarliestCopyTakesTheOriginalsPlace(t *testing.T) {
	day := func(d int) schemas.Date { return schemas.NewDate(2022, 3, d) }
	r := &runner{manifest: manifest{Notes: map[string]int{}}}
	for i, day := range []schemas.Date{day(1), {}, day(3), day(2), day(9)} {
		id := fmt.Sprint(i)
		e := entry{digest: stages.Digest{ArticleID: id, SourceURI: id + ".txt", Published: day}}
		if i > 0 && i < 4 {
			e.copy = stages.Verdict{DuplicateOf: "0", Kind: "near", Similarity: 0.9}
		}
		r.articles = append(r.articles, e)
	}
	if !r.leaveOut([]failed{{id: "0", stage: "touchy", reject: schemas.Reject{Reason: stages.Internal}}}) {
		t.Error("copies whose original is gone are not coded again")
	}
	var got []string
	for _, e := range r.articles {
		got = append(got, e.digest.ArticleID+":"+e.copy.DuplicateOf)
	}
	if s := strings.Join(got, " "); s != "1:3 2:3 3: 4:" {
		t.Errorf("articles and originals: %s", s)
	}
	if r.leaveOut([]failed{{id: "4", stage: "touchy", reject: schemas.Reject{Reason: stages.Internal}}}) {
		t.Error("an article without copies leads to another pass")
	}
	if r.manifest.failures() != 2 || len(r.rejects) != 2 {
		t.Errorf("%d failures, %d rejects", r.manifest.failures(), len(r.rejects))
	}
}

func TestAllArticlesFailing(t *testing.T) {
	in := t.TempDir()
	if err := os.WriteFile(filepath.Join(in, "a.txt"), []byte("A quiet day\n\n"+notice), 0o644); err != nil {
		t.Fatal(err)
	}
	o := testOptions(t, in)
	_, err := failing(t, o, "talks").run(context.Background(), o, newProgress(&bytes.Buffer{}, true))
	if err == nil || !strings.Contains(err.Error(), "touchy") {
		t.Errorf("error %v", err)
	}
}

// With the option of tests, a panic is one.
func TestPanicsAreSeenByTests(t *testing.T) {
	r := &runner{options: Options{Panic: true}}
	defer func() {
		if p := recover(); p == nil || !strings.Contains(fmt.Sprint(p), "touchy on a.txt: no") {
			t.Errorf("panic %v", p)
		}
	}()
	r.guard("touchy", "a.txt", func() error { panic("no") })
}
