package sentiment

import (
	"strings"
	"testing"
)

func TestDataIsChecked(t *testing.T) {
	for _, c := range []struct{ terms, cues, want string }{
		{"strong\ttruce\nstrong\talks\n", "a\t+1.0\tprogress\n", `talks_terms.tsv:2: "strong\talks" stands after`},
		{"loud\ttruce\n", "a\t+1.0\tprogress\n", `unknown class "loud"`},
		{"strong\ttruce\n", "ab\t+2.0\tx\n", `weight "+2.0" is no number from -1 to 1`},
		{"strong\ttruce\n", "ab*\t+1.0\tprogress\n", `"ab*" is too short for *`},
		{"strong\ttruce\n", "fail ~\t-1.0\tdeadlock\n", "a phrase begins and ends with a word"},
		{"strong\ttruce\n", "fail\t-1.0\tgloom\n", `unknown kind "gloom"`},
		{"strong\ttruce\n", "fail\t-1.0\n", "attitude.tsv:1: 2 columns"},
	} {
		if _, err := newAnalyzer(c.terms, c.cues, ""); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%q %q: %v, want %s", c.terms, c.cues, err, c.want)
		}
	}
	if _, err := newAnalyzer("", "", "stop\t-3\tsabotage\teither\n"); err == nil || !strings.Contains(err.Error(), "predicates.tsv:1: weight") {
		t.Errorf("predicates: %v", err)
	}
	if _, err := newAnalyzer("", "", "stop\t-1\tsabotage\tdative\n"); err == nil || !strings.Contains(err.Error(), `unknown frame "dative"`) {
		t.Errorf("frames: %v", err)
	}
}
