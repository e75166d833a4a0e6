package actors

import (
	"fmt"
	"strings"
	"testing"

	"parley/stages"
)

// Two entries under one name would hide each other.
func TestListsAreUnambiguous(t *testing.T) {
	l, err := load(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for v := range l.persons.All() {
		if len(v) > 1 {
			t.Errorf("%s and %s sound the same", v[0].ID, v[1].ID)
		}
	}
	for v := range l.names.All() {
		for _, f := range v[min(1, len(v)):] {
			if f.actor != v[0].actor && f.caps == v[0].caps {
				t.Errorf("%s and %s have a name in common", v[0].actor.ID, f.actor.ID)
			}
		}
	}
}

// A profile that ships names nobody whom the lists do not know, and bears the
// name of its file.
func TestProfiles(t *testing.T) {
	for _, name := range stages.ShippedProfiles() {
		p, err := stages.LoadProfile(name)
		if err != nil {
			t.Fatal(err)
		}
		if p.ID != name {
			t.Errorf("the file of profile %s is %s", p.ID, name)
		}
		if _, err := load(Options{Profile: p}); err != nil {
			t.Error(err)
		}
	}
	p, err := stages.ParseProfile("f", []byte("conflict\tx\tX\nside\ta\tA\tXXX\nside\tb\tB\nmember\tb\tnobody-of-that-name\nmember\ta\tnato\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, err = load(Options{Profile: p})
	if s := fmt.Sprint(err); strings.Count(s, "\n") != 1 || !strings.Contains(s, "XXX") || !strings.Contains(s, "nobody-of-that-name") {
		t.Errorf("of two unknown names the error is %v", err)
	}
}

func TestSound(t *testing.T) {
	for _, c := range [][2]string{
		{"zelenskyy", "selenskyj"}, {"shmyhal", "szmyhal"}, {"kuleba", "kouleba"}, {"boichenko", "boytchenko"}, {"alexei", "aleksiej"},
		{"klitschko", "kliczko"}, {"prigozhin", "prigoschin"}, {"putin", "poutine"},
	} {
		if a, b := sound(c[0]), sound(c[1]); a != b {
			t.Errorf("%s is %s, %s is %s", c[0], a, c[1], b)
		}
	}
	for _, c := range [][2]string{{"putin", "pushkin"}, {"lavrov", "lavrenko"}, {"kuleba", "kulyk"}, {"medinsky", "medvedchuk"}} {
		if sound(c[0]) == sound(c[1]) {
			t.Errorf("%s and %s sound the same", c[0], c[1])
		}
	}
}

// Every word has a sound, so that sounds can be compared by their beginnings.
func FuzzSound(f *testing.F) {
	for _, w := range []string{"Zełenskiego", "I", "ii", "Üß", "王", "\u0301", "ф"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, word string) {
		for _, a := range words(word) {
			for _, k := range sounds(a.key) {
				if k == "" || len(nominatives(nil, k)) > 4 {
					t.Errorf("%q: sound %q of %q", word, k, a.key)
				}
			}
		}
	})
}

func TestNear(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"scholz", "scholz", true}, {"scholz", "scholtz", true}, {"scholtz", "scholz", true}, {"scholz", "schulz", true},
		{"shcolz", "schloz", false}, {"ab", "ba", true}, {"", "a", true}, {"", "ab", false}, {"abc", "bcd", false},
	} {
		if got := near(c.a, c.b); got != c.want {
			t.Errorf("near(%q, %q) = %v", c.a, c.b, got)
		}
	}
}

func TestParseTerms(t *testing.T) {
	terms, err := parseTerms("prime minister+leader@2016-07..2019;envoy@2020-02-29..")
	if err != nil {
		t.Fatal(err)
	}
	got := terms[0].from.String() + " " + terms[0].to.String() + " " + terms[1].from.String()
	if got != "2016-07-01 2019-12-31 2020-02-29" || !terms[1].to.IsZero() {
		t.Errorf("got %s, %v", got, terms)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a\tngo\t\tA\t\tB|C\n")
	f.Add("\t\t\t\t\t")
	f.Add("a\tperson\tUKR\tA B\tenvoy@2022..;x@..\tB\r\n")
	full, err := load(Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l := newVocabulary(nil)
		l.states = full.states
		if err := parse("fuzz", text, 6, l.actorRow); err == nil && (len(l.byID) == 0) != onlyComments(text) {
			t.Errorf("%d actors of %q", len(l.byID), text)
		}
	})
}

func onlyComments(text string) bool {
	for _, l := range strings.Split(text, "\n") {
		if l = strings.TrimSuffix(l, "\r"); l != "" && l != "#" && !strings.HasPrefix(l, "# ") {
			return false
		}
	}
	return true
}
