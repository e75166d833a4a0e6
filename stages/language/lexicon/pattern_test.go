package lexicon

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"parley/stages"
)

func tokens(text string) (all []stages.Token) {
	for w := range strings.FieldsSeq(text) {
		all = append(all, stages.Token{Lower: w, Lemma: w})
	}
	return all
}

func TestFollow(t *testing.T) {
	is := func(s *Step, k *stages.Token) bool { return s.Has(k.Lower) }
	for _, c := range []struct {
		pattern, text string
		end           int
	}{
		{"hold ~ talks/negotiat*", "hold talks today", 2},
		{"hold ~ talks/negotiat*", "hold long and secret talks", 5},
		{"hold ~ talks/negotiat*", "hold first negotiations", 3},
		{"hold ~ talks/negotiat*", "hold one two three four talks", 0},
		{"hold ~ talks/negotiat*", "hold fire , talks", 0},
		{"hold ~ talks/negotiat*", "hold the line", 0},
		{"hold fire", "hold all fire", 0},
	} {
		steps, err := Steps(c.pattern)
		if err != nil {
			t.Fatal(err)
		}
		tok := tokens(c.text)
		end := Follow(steps[1:], tok, 1, 3, is, func(i int) bool { return tok[i].Lower == "," })
		if end != c.end {
			t.Errorf("%s in %q ends at %d, want %d", c.pattern, c.text, end, c.end)
		}
	}
	for pattern, want := range map[string]string{
		"":         "begins and ends",
		"~ talks":  "begins and ends",
		"hold ~":   "begins and ends",
		"hold ta*": "too short",
	} {
		if _, err := Steps(pattern); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", pattern, err, want)
		}
	}
}

func TestIndex(t *testing.T) {
	var x Index[string]
	for _, p := range []string{"talk", "nego*", "negotiat*", "talks"} {
		steps, err := Steps(p)
		if err != nil {
			t.Fatal(err)
		}
		x.Add(&steps[0], p)
	}
	for k, want := range map[stages.Token]string{
		{Lower: "talks", Lemma: "talk"}:             "talks talk",
		{Lower: "negotiations", Lemma: "negotiate"}: "nego* negotiat*",
		{Lower: "ne", Lemma: "ne"}:                  "",
	} {
		var got []string
		x.Begun(&k, func(p string) { got = append(got, p) })
		if strings.Join(got, " ") != want {
			t.Errorf("%s begins %q, want %q", k.Lower, got, want)
		}
	}
}

func TestDisjoint(t *testing.T) {
	all := [][2]int{{4, 5}, {0, 1}, {0, 3}, {2, 5}}
	got := Disjoint(all, func(a, b [2]int) int { return cmp.Or(cmp.Compare(b[1]-b[0], a[1]-a[0]), cmp.Compare(a[0], b[0])) },
		func(a, b [2]int) bool { return a[0] < b[1] && b[0] < a[1] })
	if want := [][2]int{{0, 3}, {4, 5}}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}
