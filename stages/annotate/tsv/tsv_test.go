package tsv

import (
	"strings"
	"testing"
)

func TestParse(t *testing.T) {
	rows, err := Parse("t.tsv", "# comment\n\na\t1\nb\t2\n", 2, 1)
	if err != nil || len(rows) != 2 || rows[1][1] != "2" {
		t.Fatalf("%v, %v", rows, err)
	}
	for name, c := range map[string]struct{ text, want string }{
		"few columns": {"a\t1\nb\n", "t.tsv:2: 1 columns"},
		"repetition":  {"a\t1\na\t2\n", "t.tsv:2:"},
		"bad order":   {"# c\nb\t1\na\t2\n", "t.tsv:3:"},
		"empty cell":  {"a\t\n", "t.tsv:1: column 2"},
		"space":       {"a \t1\n", "t.tsv:1: column 1"},
	} {
		if _, err := Parse("t.tsv", c.text, 2, 1); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		}
	}
}
