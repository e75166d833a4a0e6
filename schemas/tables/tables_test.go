package tables_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"parley/schemas"
	"parley/schemas/tables"
)

func write[T any](t *testing.T, path string, rows []T) tables.Written {
	t.Helper()
	w, err := tables.Create(path, schemas.Of[T](), "run")
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		if err := w.Write(&rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	done, err := w.Close()
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func read[T any](t *testing.T, path string) (rows []T) {
	t.Helper()
	err := tables.Scan(path, schemas.Of[T](), func(r any) error {
		rows = append(rows, *r.(*T))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// some returns articles that use every type, with and without nulls.
func some(n int) []schemas.Article {
	rows := make([]schemas.Article, n)
	for i := range rows {
		rows[i] = schemas.Article{ArticleID: string(rune('a'+i%26)) + strings.Repeat("x", i%7), SourceURI: "f", Text: strings.Repeat("Žluťoučký kůň. ", i%50+1), Words: int32(i)}
		if i%3 == 0 {
			rows[i].Published = schemas.NewDate(2022, time.March, 1+i%28)
			rows[i].PublishedAt = time.Date(2022, 3, 1, 12, 30, 0, 0, time.UTC)
			rows[i].DatePrecision, rows[i].DateMethod = "day", "metadata"
			rows[i].Similarity = schemas.Num(0.25)
			rows[i].Removed = []schemas.Removed{{Kind: "comment", Text: "one"}, {Kind: "caption", Text: "two"}}
		} else {
			rows[i].Removed = []schemas.Removed{}
		}
	}
	return rows
}

func TestRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "articles.parquet")
	want := some(10_000)
	done := write(t, path, want)
	if done.Rows != len(want) {
		t.Errorf("Close says %d rows, %d were written", done.Rows, len(want))
	}
	if got := read[schemas.Article](t, path); !reflect.DeepEqual(got, want) {
		t.Error("what was read is not what was written")
	}
}

func TestListsRoundTrip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "events.parquet")
	want := []schemas.Event{
		{EventID: "a/e1", ArticleID: "a", Anchor: "met", Type: "CONSULT", CameoRoot: "04", QuadClass: 1, SourceIDs: []string{"x", "y"}, Status: "happened", Confidence: 0.5},
		{EventID: "a/e2", ArticleID: "a", Anchor: "left", Type: "RETREAT", CameoRoot: "08", QuadClass: 2, TargetIDs: []string{"z"}, Status: "planned"},
	}
	write(t, path, want)
	if got := read[schemas.Event](t, path); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
}

func TestEmptyTable(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rejects.parquet")
	write(t, path, []schemas.Reject(nil))
	if got := read[schemas.Reject](t, path); len(got) != 0 {
		t.Errorf("got %d rows of an empty table", len(got))
	}
}

func TestSameBytes(t *testing.T) {
	dir := t.TempDir()
	a := write(t, filepath.Join(dir, "a"), some(5000))
	b := write(t, filepath.Join(dir, "b"), some(5000))
	if a != b {
		t.Errorf("two writings of the same rows differ: %v and %v", a, b)
	}
}

func TestDamagedFileIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "articles.parquet")
	write(t, path, some(3000))
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	nothing := func(any) error { return nil }
	for _, cut := range []int{0, 3, 11, len(whole) / 2, len(whole) - 1} {
		if err := os.WriteFile(path, whole[:cut], 0o644); err != nil {
			t.Fatal(err)
		}
		if err := tables.Scan(path, schemas.Of[schemas.Article](), nothing); err == nil || !strings.Contains(err.Error(), path) {
			t.Errorf("cut at %d: error %v does not name the file", cut, err)
		}
	}
	for i := range 20 {
		bad := append([]byte(nil), whole...)
		for k := range 50 {
			bad[4+(i*997+k)%(len(bad)/2)] ^= 0x5a
		}
		if err := os.WriteFile(path, bad, 0o644); err != nil {
			t.Fatal(err)
		}
		_ = tables.Scan(path, schemas.Of[schemas.Article](), nothing) // must not panic
	}
}

func TestOtherColumnsAreAnError(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rejects.parquet")
	write(t, path, []schemas.Reject{{SourceURI: "a", Stage: "ingest", Reason: "empty"}})
	err := tables.Scan(path, schemas.Of[schemas.Article](), func(any) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "columns") {
		t.Errorf("error is %v", err)
	}
}

func TestNullInRequiredColumnPanics(t *testing.T) {
	w, err := tables.Create(filepath.Join(t.TempDir(), "x"), schemas.Of[schemas.TalksSentiment](), "run")
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if recover() == nil {
			t.Error("a row without its required date was written")
		}
	}()
	w.Write(&schemas.TalksSentiment{Period: "day", Group: "all", GroupID: "all"})
}
