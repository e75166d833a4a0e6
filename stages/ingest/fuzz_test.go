package ingest

import (
	"bytes"
	"context"
	"testing"

	"parley/schemas"
	"parley/stages"
)

func FuzzGzip(f *testing.F) {
	f.Add([]byte(gz(`{"text":"one"}` + "\n" + `{"text":"two"}`)))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "a.jsonl.gz", data) })
}

func FuzzZstandard(f *testing.F) {
	f.Add([]byte(zst("The talks went on.")))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "a.txt.zst", data) })
}

func FuzzArray(f *testing.F) {
	f.Add([]byte(`[{"id":"a","text":"one"},{"id":"b","text":"tw"o"},{"id":"c","text":"three"}]`))
	f.Fuzz(func(t *testing.T, data []byte) { fuzzed(t, "a.json", data) })
}

// FuzzStandardInput: whatever comes, it is told what it is, and read or refused.
func FuzzStandardInput(f *testing.F) {
	for _, s := range []string{"The talks went on.", "<html><p>one", "---\ntitle: a\n---\none", "text,title\none,two\n", `[{"text":"one"}]`, gz("one"), zst("one"), "PAR1", "PK\x03\x04", "WARC/1."} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := New(Options{Stdin: bytes.NewReader(data), Panic: true})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		err = s.Run(context.Background(), []string{"-"}, func(d *stages.Document) error {
			if n++; blank(d.Input.Data) {
				t.Errorf("%s: without text", d.Input.SourceURI)
			}
			return nil
		}, func(schemas.Reject) { n++ }, pass)
		if err != nil || n == 0 {
			t.Errorf("error %v, %d articles and rejects", err, n)
		}
	})
}
