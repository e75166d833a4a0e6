package pipeline

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
)

// What needs a layer that is laid in one language reads no other.
func TestLanguagesAreInherited(t *testing.T) {
	read := []stages.PerArticle{{Yields: "text"}, {Needs: []stages.Layer{"text"}, Yields: "sentences", Languages: []string{"en", "fr"}}}
	code := []stages.PerArticle{
		{Needs: []stages.Layer{"sentences"}, Yields: "a"},
		{Needs: []stages.Layer{"sentences", "text"}, Yields: "b", Languages: []string{"de", "en"}},
		{Needs: []stages.Layer{"a", "b"}, Yields: "c"},
		{Needs: []stages.Layer{"text"}, Yields: "d", Languages: []string{"de"}},
		{Needs: []stages.Layer{"d", "c"}, Yields: "e"},
	}
	inherit(read, code)
	want := [][]string{nil, {"en", "fr"}, {"en", "fr"}, {"en"}, {"en"}, {"de"}, {}}
	for i, s := range slices.Concat(read, code) {
		if !reflect.DeepEqual(s.Languages, want[i]) {
			t.Errorf("what yields %s reads %v, want %v", s.Yields, s.Languages, want[i])
		}
	}
	if code[4].Reads(&schemas.Article{Language: "en"}) || !code[2].Reads(&schemas.Article{Language: "en"}) || !read[0].Reads(&schemas.Article{Language: "es"}) {
		t.Error("the languages do not decide what is read")
	}
}

func TestCheckOfRewrites(t *testing.T) {
	p, err := newPlan(Options{Profile: &stages.Profile{}})
	if err != nil {
		t.Fatal(err)
	}
	if err := p.check(); err != nil {
		t.Fatal("the plan itself:", err)
	}
	own := p.corpus
	for _, c := range []struct{ needs, rewrites, yields, want string }{
		{"statements", "statements", "", ""},
		{"articles", "statements", "", "does not need"},
		{"statements", "", "statements", "written before"},
		{"nowhere", "nowhere", "", "nothing before it writes"},
	} {
		s := stages.PerCorpus{Name: "again", Needs: []string{c.needs}}
		if c.rewrites != "" {
			s.Rewrites = []string{c.rewrites}
		}
		if c.yields != "" {
			s.Yields = []string{c.yields}
		}
		p.corpus = append([]stages.PerCorpus{s}, own...)
		err := p.check()
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: error %v", c, err)
		}
	}
}

// A stage reads the old rows while it writes the new ones, and the manifest has
// the table once.
func TestStoreRewritesATable(t *testing.T) {
	r := &runner{dir: t.TempDir()}
	r.manifest.RunID = "test"
	s := &store{runner: r}
	if err := stages.Write(s, []schemas.Statement{{StatementID: "a/s00000", ArticleID: "a"}, {StatementID: "a/s00001", ArticleID: "a"}}); err != nil {
		t.Fatal(err)
	}
	old := *r.manifest.Files[0].Rows
	err := s.Write("statements", func(yield func(any) error) error {
		return stages.Scan(s, func(x *schemas.Statement) error {
			x.Cue = "said"
			return yield(x)
		})
	})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	if err := stages.Scan(s, func(x *schemas.Statement) error {
		if n++; x.Cue != "said" {
			t.Errorf("%s is as it was", x.StatementID)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if f := r.manifest.Files; n != 2 || old != 2 || len(f) != 1 || *f[0].Rows != 2 {
		t.Errorf("%d rows; the manifest has %d entries", n, len(f))
	}
}
