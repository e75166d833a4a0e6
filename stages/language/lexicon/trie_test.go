package lexicon

import (
	"strings"
	"testing"
)

// text is a text of words with the numbers of a list.
type text struct {
	words Words
	list  []string
}

func (t text) Len() int         { return len(t.list) }
func (t text) Word(i int) int32 { return t.words[t.list[i]] }

func TestTrie(t *testing.T) {
	words, trie := Words{}, NewTrie[string]()
	phrase := func(s string) (p []int32) {
		for _, w := range strings.Fields(s) {
			p = append(p, words.Number(w))
		}
		return p
	}
	trie.Add(phrase("peace talks"), "talks")
	trie.Add(phrase("peace"), "peace")
	trie.Add(phrase("peace talks in the capital"), "place")
	if got := trie.Add(phrase("peace"), "peace"); len(got) != 1 {
		t.Errorf("a value that is there is added again: %q", got)
	}
	for _, c := range []struct {
		text, want string
		end        int
	}{
		{"peace talks in the town", "talks", 2},
		{"peace talks in the capital today", "place", 5},
		{"peace at last", "peace", 1},
		{"talks on peace", "", 0},
		{"unheard-of words", "", 0},
	} {
		s := text{words, strings.Fields(c.text)}
		if v, end := Longest(trie, s, 0, nil); v != c.want || end != c.end {
			t.Errorf("%s: %q up to %d, want %q up to %d", c.text, v, end, c.want, c.end)
		}
	}
	s := text{words, strings.Fields("their peace talks")}
	if v, end := Longest(trie, s, 1, func(v string, _ int) bool { return v == "peace" }); v != "peace" || end != 2 {
		t.Errorf("of those accepted: %q up to %d", v, end)
	}
	if v := Exact(trie, s, 1, 3); len(v) != 1 || v[0] != "talks" {
		t.Errorf("exactly the last two words: %q", v)
	}
	if v := Exact(trie, s, 0, 3); v != nil {
		t.Errorf("exactly all three words: %q", v)
	}
	trie.Set(phrase("peace talks"), "negotiation")
	if v := trie.Values(trie.Step(trie.Step(0, words["peace"]), words["talks"])); len(v) != 1 || v[0] != "negotiation" {
		t.Errorf("after another value was set: %q", v)
	}
}
