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
	if _, err := loadCues("cues.tsv", lexicon.Text(lists, "cues.tsv")); err != nil {
		t.Error(err)
	}
}

func TestLoadersAreStrict(t *testing.T) {
	for _, c := range []struct{ data, want string }{
		{"say\t-\tquote", "t:1: 3 columns"},
		{"say\t-\tquote\t0.9\nadd\t-\tquote\t0.9", "t:2: \"add\\t-\" stands after"},
		{"say\t-\tquote\t0.9\nsay\t-\tquote\t0.9", "stands twice"},
		{"say\t-\tsong\t0.9", "t:1: unknown frame \"song\""},
		{"# c\n\nsay\t-\tquote\t1.9", "t:3: weight"},
	} {
		if _, err := loadCues("t", c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("cues %q: error %v, want %q", c.data, err, c.want)
		}
	}
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

func TestForms(t *testing.T) {
	cues, err := loadCues("cues.tsv", lexicon.Text(lists, "cues.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]form{
		"said": formPast | formPart, "denies": formThird, "denied": formPast | formPart, "written": formPart, "wrote": formPast,
		"arguing": formIng, "vow": formBase, "stresses": formThird, "admitted": formPast | formPart,
	} {
		c := cues[word]
		if len(c) == 0 || c[len(c)-1].form != want {
			t.Errorf("%s: %+v, want form %d", word, c, want)
		}
	}
	if c := cues["called"]; len(c) < 2 || len(c[0].particle) == 0 {
		t.Errorf("called: the form with a particle does not come first: %+v", c)
	}
}
