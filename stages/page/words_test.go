package page

import (
	"strings"
	"testing"
)

func TestQuoteOf(t *testing.T) {
	long := strings.Repeat("ä", 500)
	for _, c := range []struct {
		text       string
		start, end int
		want       quote
	}{
		{"Ännä said yes.", 10, 13, quote{"Ännä said ", "yes", "."}},
		{"no words marked", 3, 3, quote{"no ", "", "words marked"}},
		{"beyond the end", 7, 99, quote{"beyond ", "the end", ""}},
		{"before the start", -5, 6, quote{"", "before", " the start"}},
		{long + "X" + long, 500, 501, quote{"… " + long[:600], "X", long[:600] + " …"}},
		{long, 0, 500, quote{"", long[:600] + " …", ""}},
		{"a\u202eb\x07c", 0, 1, quote{"", "a", " b c"}},
		{"", 0, 0, quote{}},
	} {
		if got := quoteOf(c.text, c.start, c.end); got != c.want {
			t.Errorf("%.20q %d to %d: got %q, want %q", c.text, c.start, c.end, got, c.want)
		}
	}
}
