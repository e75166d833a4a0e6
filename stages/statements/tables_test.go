package statements

import (
	"strings"
	"testing"

	"parley/stages/language/lexicon"
)

func TestTablesLoad(t *testing.T) {
	if _, err := loadWords("words.tsv", lexicon.Text(lists, "words.tsv")); err != nil {
		t.Error(err)
	}
}

func TestLoadersAreStrict(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"det\ta\tan", "t:1: 3 columns"},
		{"colour\tred", "unknown class \"colour\""},
		{"det\ta an a", "not sorted"},
		{"det\ta a", "\"a\" twice"},
		{"prep\tin\ndet\ta", "t:2"},
	} {
		if _, err := loadWords("t", c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("words %q: error %v, want %q", c.data, err, c.want)
		}
	}
}
