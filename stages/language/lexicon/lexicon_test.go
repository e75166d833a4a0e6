package lexicon_test

import (
	"errors"
	"strings"
	"testing"

	"parley/stages/language/lexicon"
)

func TestEachRowIsStrict(t *testing.T) {
	refuse := errors.New("no such kind")
	for _, c := range []struct{ text, want string }{
		{"# head\n\na\tx\nb\ty\n", ""},
		{"a\tx\r\nb\ty", ""},
		{"#tag\tx\n", ""}, // a key may begin with a #
		{"a\tx\ty\n", "f.tsv:1: 3 columns"},
		{"# head\na\n", "f.tsv:2: 1 columns"},
		{"a\t x\n", "f.tsv:1: column 2"},
		{"b\tx\na\ty\n", `f.tsv:2: "a" stands after "b"`},
		{"a\tx\na\ty\n", `f.tsv:2: "a" stands twice`},
		{"\tx\n", "f.tsv:1: the first column is empty"},
		{"a\tbad\n", "f.tsv:1: no such kind"},
	} {
		err := lexicon.EachRow("f.tsv", c.text, 2, 1, func(cells []string) error {
			if cells[1] == "bad" {
				return refuse
			}
			return nil
		})
		if got := ""; err != nil {
			got = err.Error()
			if c.want == "" || !strings.Contains(got, c.want) {
				t.Errorf("%q: error %q, want %q", c.text, got, c.want)
			}
		} else if c.want != "" {
			t.Errorf("%q: no error, want %q", c.text, c.want)
		}
	}
	twice := "a\tx\na\ty\n"
	n := 0
	if err := lexicon.EachRow("f.tsv", twice, 2, 2, func([]string) error { n++; return nil }); err != nil || n != 2 {
		t.Errorf("with a key of two columns: %d rows, error %v", n, err)
	}
}
