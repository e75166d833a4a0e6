package furniture

import (
	"fmt"
	"strings"
	"testing"

	"parley/schemas"
)

func articles(n int, publisher string, lines ...string) []schemas.Article {
	out := make([]schemas.Article, n)
	for i := range out {
		own := fmt.Sprintf("The keepers of lock %d met on Monday.", i)
		text := append([]string{own}, lines...)
		out[i] = schemas.Article{SourceURI: fmt.Sprintf("%s/%d.txt", publisher, i), Publisher: publisher, Title: own, Text: strings.Join(text, "\n\n"), Words: int32(words(strings.Join(text, " ")))}
	}
	return out
}

func applied(t *testing.T, all []schemas.Article) []schemas.Article {
	t.Helper()
	s, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i := range all {
		s.See(&all[i])
	}
	for i := range all {
		s.Apply(&all[i])
	}
	return all
}

func TestRepeatedLinesGo(t *testing.T) {
	for _, a := range applied(t, articles(8, "Paper", "You can now listen to our articles!")) {
		if strings.Contains(a.Text, "listen") || len(a.Removed) != 1 || a.Removed[0].Kind != "boilerplate" || a.Words != 8 {
			t.Errorf("%+v", a)
		}
	}
}

func TestWhatStays(t *testing.T) {
	long := strings.Repeat("background of the quarrel over the lock ", 10)
	for name, all := range map[string][]schemas.Article{
		"a line in four articles":             articles(4, "Paper", "A line."),
		"a long paragraph of background":      articles(9, "Paper", long),
		"a line that few of many hold":        append(articles(6, "Paper", "A line."), articles(90, "Paper")...),
		"lines of different publishers":       append(articles(4, "Paper", "A line."), articles(4, "Post", "A line.")...),
		"different folders without publisher": unnamed(append(articles(4, "a", "A line."), articles(4, "b", "A line.")...)),
	} {
		for _, a := range applied(t, all) {
			if a.Removed != nil {
				t.Errorf("%s: %q was removed", name, a.Removed)
				break
			}
		}
	}
	same := make([]schemas.Article, 6)
	for i := range same {
		same[i] = schemas.Article{Publisher: "P", Text: "All of it."}
	}
	if a := applied(t, same)[0]; a.Text == "" {
		t.Error("an article was emptied")
	}
}

func unnamed(all []schemas.Article) []schemas.Article {
	for i := range all {
		all[i].Publisher = ""
	}
	return all
}

func TestPublisher(t *testing.T) {
	for _, c := range []struct {
		a    schemas.Article
		want string
	}{
		{schemas.Article{Publisher: "The Post", URL: "https://x.example/1"}, "the post"},
		{schemas.Article{URL: "https://x.example:80/1", SourceURI: "a/b.txt"}, "x.example"},
		{schemas.Article{SourceURI: "a/b.txt"}, "a/"},
		{schemas.Article{SourceURI: "a/b.jsonl#7"}, "a/b.jsonl"},
	} {
		if got := publisherOf(&c.a); got != c.want {
			t.Errorf("%+v: %q, want %q", c.a, got, c.want)
		}
	}
}
