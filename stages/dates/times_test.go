package dates

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

func build(t testing.TB) *extractor {
	t.Helper()
	x, err := newExtractor()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// String prints an expression as the tests write it.
func (e expression) String() string {
	s := ""
	if e.named {
		s = e.weekday.String()[:3] + " "
	}
	switch e.kind {
	case offset:
		return fmt.Sprintf("%s%d..%d", s, e.from, e.to)
	case weekAway:
		return fmt.Sprintf("week %d", e.from)
	case calendar:
		s = fmt.Sprintf("%d %s", e.date.Day, time.Month(e.date.Month).String()[:3])
		if e.date.Year > 0 {
			s += fmt.Sprintf(" %d", e.date.Year)
		}
		if e.to == 0 {
			s += " past"
		}
		return s
	}
	return s + "?"
}

func TestExpressions(t *testing.T) {
	x := build(t)
	for _, c := range []struct{ text, want string }{
		{"The minister said on Monday that talks will resume on Tuesday.", "Mon -6..0, Tue 0..6"},
		{"On Sunday, the minister told reporters that it was late.", "Sun -6..0"},
		{"Talks resume Friday.", "Fri 0..6"},
		{"Last Thursday the minister left.", "Thu -13..-1"},
		{"A vote is scheduled for next Wednesday.", "Wed 1..13"},
		{"The round is due to open on Saturday, the minister said.", "Sat 0..6"},
		{"They met last week.", "week -1"},
		{"Last week’s meeting failed.", "week -1"},
		{"They meet next week, not this week.", "week 1, week 0"},
		{"It is a good week for bakers.", ""},
		{"Two weeks ago the bridge was closed.", "-17..-11"},
		{"The bridge was closed 10 days ago.", "-10..-10"},
		{"Yesterday it rained, today it snows, tomorrow it will be dry.", "-1..-1, 0..0, 1..1"},
		{"The town fell on March 10.", "10 Mar past"},
		{"The town fell on Thursday, 10 March 2022.", "10 Mar 2022 past"},
		{"The town will vote on April 3rd.", "3 Apr"},
		{"It may 10 times be so; we march 10 miles.", ""},
		{"Prices rose by 10 in March and 40 in May.", ""},
		{"She flew there on a Saturday.", ""},
		{"Services are held every Sunday and on Easter Sunday.", ""},
		{"The paper is called sunday.", ""},
		{"A quiet Monday.", "Mon ?"},
	} {
		var got []string
		x.eachSentence(c.text, func(s sentence) {
			for _, e := range expressions(&s) {
				got = append(got, e.String())
			}
		})
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("%q: got %q, want %q", c.text, s, c.want)
		}
	}
}

// A sentence begins with its first word.
func TestSentences(t *testing.T) {
	x := build(t)
	for _, c := range []struct{ text, want string }{
		{"One day. Two days.", "One day.|Two days."},
		{"Gen. Vess met J. Drumm on Jan. 5 in Sella. He left.", "Gen. Vess met J. Drumm on Jan. 5 in Sella.|He left."},
		{"It rose by 2.5 points. “It fell.” He left", "It rose by 2.5 points.|It fell.|He left"},
		{"A headline\n\nA line\nbroken", "A headline|A line|broken"},
		{"“An open quotation\n\nends with its paragraph.", "An open quotation|ends with its paragraph."},
		{"... !", ""},
	} {
		var got []string
		x.eachSentence(c.text, func(s sentence) { got = append(got, strings.TrimSpace(c.text[s.start:s.end])) })
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q: got %q, want %q", c.text, s, c.want)
		}
	}
}

func TestWordsAreStrict(t *testing.T) {
	for _, text := range []string{"b\tpast\t-\na\tpast\t-\n", "a\tpast\t-\na\trole\t-\n", "a\tverb\t-\n", "a\tpast\n"} {
		if _, err := loadWords("x.tsv", text); err == nil || !strings.HasPrefix(err.Error(), "x.tsv:") {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// FuzzClues: no text crashes, and what is found lies inside of it.
func FuzzClues(f *testing.F) {
	for _, s := range []string{"", "On Monday.", "“Last week Ö met\n\n\xff\xfe Tuesday 10 March 2022", "a week ago 3 days ago", strings.Repeat("\"", 99)} {
		f.Add(s)
	}
	x := build(f)
	f.Fuzz(func(t *testing.T, text string) {
		c := x.clues(text, 2022)
		for _, e := range c.Events {
			if e.Start < 0 || e.Start >= e.End || int(e.End) > len(text) {
				t.Errorf("%d to %d of %d", e.Start, e.End, len(text))
			}
			if len(e.Features) > mostFeatures {
				t.Errorf("%d features", len(e.Features))
			}
		}
		if len(c.Events) > mostClues || len(c.Weekdays) > mostWeekdays {
			t.Errorf("%d clues, %d weekdays", len(c.Events), len(c.Weekdays))
		}
	})
}

func BenchmarkClues(b *testing.B) {
	x := build(b)
	text := strings.Repeat("The minister of Varnia said on Monday that talks with Kestria on the bridge in Sella will go on for some days. ", 30)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		x.clues(text, 2022)
	}
}
