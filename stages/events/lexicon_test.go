package events

import (
	"strings"
	"testing"
)

func TestTriggersAreChecked(t *testing.T) {
	l := &vocabulary{starts: map[string][]entry{}}
	for row, want := range map[string]string{
		"go\tverb\tTRAVEL\t04\tsubj\tobj\t-\t-\t-":  "unknown type",
		"go\tverb\tCONSULT\t04\tsubj\tobj\tx\t-\t-": "unknown flag",
		"go\tword\tCONSULT\t04\tsubj\tobj\t-\t-\t-": "unknown class",
	} {
		if err := l.add(strings.Split(row, "\t")); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", row, err, want)
		}
	}
}
