package repeats_test

import (
	"fmt"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages/repeats"
	"parley/stages/stagetest"
)

func art(id, day, precision string) schemas.Article {
	a := schemas.Article{ArticleID: id, DatePrecision: precision}
	if day != "" {
		d, err := schemas.ParseDate(day)
		if err != nil {
			panic(err)
		}
		a.Published = d
	}
	return a
}

func copyOf(original string, a schemas.Article) schemas.Article {
	a.DuplicateOf = original
	return a
}

// said makes the n-th statement of an article.
func said(article string, n int, speaker, kind, content string) schemas.Statement {
	return schemas.Statement{StatementID: fmt.Sprintf("%s/s%05d", article, n), ArticleID: article, SpeakerID: speaker, Type: kind, Content: content}
}

// repeatsOf runs the stage and gives id:repeat_of of the rows that have one.
func repeatsOf(t *testing.T, articles []schemas.Article, rows []schemas.Statement) string {
	t.Helper()
	stage, err := repeats.New(repeats.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := stagetest.NewStore(articles, rows)
	if err := stage.Run(s); err != nil {
		t.Fatal(err)
	}
	var got []string
	after := stagetest.Rows[schemas.Statement](s)
	for _, r := range after {
		if r.RepeatOf != "" {
			got = append(got, strings.ReplaceAll(r.StatementID+":"+r.RepeatOf, "/s0000", "."))
		}
	}
	if len(after) != len(rows) {
		t.Errorf("%d rows became %d", len(rows), len(after))
	}
	return strings.Join(got, " ")
}

var week = []schemas.Article{art("a", "2022-03-09", "day"), art("b", "2022-03-08", "day"), art("c", "2022-03-10", "day")}

func TestWords(t *testing.T) {
	const full = "We will keep the bridge open."
	for name, c := range map[string]struct {
		kindA, a, kindB, b string
		same               bool
	}{
		"equal":                {"direct", full, "direct", full, true},
		"case and punctuation": {"direct", full, "direct", "we will keep – the bridge – OPEN", true},
		"apostrophes":          {"direct", "We won't ever leave this bridge", "direct", "We won’t ever leave this bridge", true},
		"mixed, its own words": {"mixed", "that they “will keep the bridge open” for now", "mixed", "they “will keep the bridge open”", true},
		"mixed and direct":     {"mixed", "that she \"will keep the bridge open\"", "direct", "will keep the bridge open", true},
		"two quoted pieces":    {"mixed", "they “will keep” all of it “the bridge open”", "direct", "will keep the bridge open", true},
		"a word more":          {"direct", full, "direct", "We will keep the bridge open today.", false},
		"four words":           {"direct", "We keep bridges open.", "direct", "We keep bridges open.", false},
		"four of them quoted":  {"mixed", "that the town “will keep bridges open” for all", "mixed", "that the town “will keep bridges open” for all", false},
		"indirect":             {"indirect", full, "indirect", full, false},
		"indirect and direct":  {"indirect", full, "direct", full, false},
		"words run together":   {"direct", "we can not keep it open", "direct", "we cannot keep it open", false},
	} {
		got := repeatsOf(t, week, []schemas.Statement{said("a", 0, "mayor", c.kindA, c.a), said("b", 0, "mayor", c.kindB, c.b)})
		want := ""
		if c.same {
			want = "a.0:b.0"
		}
		if got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestFirst(t *testing.T) {
	const words = "We will keep the bridge open."
	in := func(speaker string, articles ...string) (rows []schemas.Statement) {
		for _, a := range articles {
			rows = append(rows, said(a, 0, speaker, "direct", words))
		}
		return rows
	}
	for name, c := range map[string]struct {
		articles []schemas.Article
		rows     []schemas.Statement
		want     string
	}{
		"the earliest day":   {week, in("mayor", "a", "b", "c"), "a.0:b.0 c.0:b.0"},
		"then the lowest id": {[]schemas.Article{art("a", "2022-03-08", "day"), art("b", "2022-03-08", "day")}, in("mayor", "a", "b"), "b.0:a.0"},
		"no date comes last": {[]schemas.Article{art("a", "", ""), art("b", "2022-03-08", "day")}, in("mayor", "a", "b"), "a.0:b.0"},
		"a month from its end": {
			[]schemas.Article{art("a", "2022-03-01", "month"), art("b", "2022-03-08", "day")}, in("mayor", "a", "b"), "a.0:b.0",
		},
		"a year from its end": {
			[]schemas.Article{art("a", "2022-01-01", "year"), art("b", "2022-12-01", "month")}, in("mayor", "a", "b"), "b.0:a.0",
		},
		"a copy is no original of its own story": {
			[]schemas.Article{copyOf("b", art("a", "2022-03-07", "day")), art("b", "2022-03-08", "day"), art("c", "2022-03-09", "day")},
			in("mayor", "a", "b", "c"), "a.0:b.0 c.0:b.0",
		},
		"but is of what the story left out": {
			[]schemas.Article{copyOf("b", art("a", "2022-03-07", "day")), art("b", "2022-03-08", "day"), art("c", "2022-03-09", "day")},
			in("mayor", "a", "c"), "c.0:a.0",
		},
		"another speaker":                 {week, append(in("mayor", "a"), in("envoy", "b")...), ""},
		"an unknown one":                  {week, append(in("mayor", "a", "c"), in("", "b")...), "a.0:b.0 c.0:b.0"},
		"an unknown one between two":      {week, append(in("mayor", "a"), append(in("", "b"), in("envoy", "c")...)...), ""},
		"no repetition in the same place": {week, append(in("mayor", "a"), said("a", 1, "mayor", "mixed", "that they “will keep the bridge open” now")), ""},
	} {
		if got := repeatsOf(t, c.articles, c.rows); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestRepeatsWithinAnArticleStay(t *testing.T) {
	const words = "We will keep the bridge open."
	again := said("a", 1, "mayor", "direct", words)
	again.RepeatOf = "a/s00000"
	rows := []schemas.Statement{said("a", 0, "mayor", "direct", words), again, said("b", 0, "mayor", "direct", words)}
	if got, want := repeatsOf(t, week, rows), "a.0:b.0 a.1:a.0"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
