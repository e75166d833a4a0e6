package stages_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
)

func TestOffsets(t *testing.T) {
	long := ""
	for range 100 {
		long += "aé€𝄞 "
	}
	for _, text := range []string{"", "a", "é", long} {
		d := &stages.Document{}
		d.Article.Text = text
		cp := int32(0)
		for b := range text {
			if got := d.CodePoint(int32(b)); got != cp {
				t.Fatalf("byte %d is code point %d, got %d", b, cp, got)
			}
			if got := d.Byte(cp); got != int32(b) {
				t.Fatalf("code point %d is at byte %d, got %d", cp, b, got)
			}
			cp++
		}
		if got := d.CodePoint(int32(len(text))); got != cp {
			t.Errorf("the end of %d bytes is code point %d, got %d", len(text), cp, got)
		}
		if got := d.Byte(cp); got != int32(len(text)) {
			t.Errorf("the end is at byte %d, got %d", len(text), got)
		}
	}
	d := &stages.Document{}
	d.Article.Text = "Żółć and more"
	if got := d.Slice(1, 4); got != "ółć" {
		t.Errorf("slice 1-4 is %q", got)
	}
	d.Article.Text = "other" // a new text gets a new index
	if got := d.CodePoint(5); got != 5 {
		t.Errorf("after a change of the text, byte 5 is code point %d", got)
	}
}

func TestProfiles(t *testing.T) {
	p, err := stages.LoadProfile("ukraine-2022")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ id, country, want string }{
		{"any", "UKR", "ukraine"}, {"any", "RUS", "russia"}, {"any", "TUR", ""}, {"donetsk-peoples-republic", "", "russia"}, {"", "", ""},
	} {
		if got := p.SideOf(c.id, c.country); got != c.want {
			t.Errorf("side of %q of %q is %q, want %q", c.id, c.country, got, c.want)
		}
	}
	if p.BackedBy("nato", "") != "ukraine" || p.BackedBy("any", "CHN") != "" {
		t.Error("backers of sides")
	}
	if p.SideName("russia") != "Russia" || p.SideName("elsewhere") != "elsewhere" {
		t.Error("names of sides")
	}
	for _, bad := range []string{
		"", "conflict\tx\tX\n", "conflict\tx\tX\nside\ta\tA\n", "side\ta\tA\nside\tb\tB\n", "what\tx\n", "conflict\tx\tX\nside\ta\tA\tAAA\nside\tb\tB\tAAA\n", "start\tyesterday\n",
	} {
		if _, err := stages.ParseProfile("f", []byte(bad)); err == nil {
			t.Errorf("%q is taken for a profile", bad)
		}
	}
}

// All that is wrong with a profile is told at once, each with its line, and
// lines may stand in any order.
func TestProfileErrors(t *testing.T) {
	good := "member\tb\tsomeone\nside\tb\tB\nabout\ta\tAlpha|Alphas\n# a note\n\nside\ta\tA\tAAA BBB\nconflict\tx\tX\nend\t2020-01-01\nstart\t2019-01-01\n"
	p, err := stages.ParseProfile("f", []byte(good))
	if err != nil || p.SideOf("someone", "") != "b" || p.SideOf("", "BBB") != "a" || len(p.Sides) != 2 || len(p.Sides[1].Terms) != 2 {
		t.Errorf("%v, %+v", err, p)
	}
	bad := "conflict\tx\tX\nside\ta\tA\tfrance\nside\ta\tA\nmember\tc\twho\nstart\tyesterday\nround\t2020-01-01\tP\nwhat\tx\nvenue\t\tFRA\nmember\ta\tw w\n"
	_, err = stages.ParseProfile("f", []byte(bad))
	for _, want := range []string{"f: there are 1 side", `f:2: "france"`, "f:3: there is a side a", `f:4: there is no side "c"`, `f:5: "yesterday"`, "f:6: a round line", `f:7: unknown kind of line "what"`, "f:8: field 2 is empty", "f:9: w is on side a"} {
		if !strings.Contains(fmt.Sprint(err), want) {
			t.Errorf("no error %q in\n%v", want, err)
		}
	}
}

func FuzzParseProfile(f *testing.F) {
	f.Add([]byte("conflict\tx\tX\nside\ta\tA\tAAA BBB\nround\t2022-03-10\tP\tW\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if p, err := stages.ParseProfile("f", b); err == nil && len(p.Sides) == 0 {
			t.Error("a profile without a side")
		}
	})
}

func TestTokens(t *testing.T) {
	d := &stages.Document{Article: schemas.Article{Text: "He came. It is so."}}
	d.Sentences = []stages.Sentence{
		{Start: 0, End: 8, Tokens: []stages.Token{{Start: 0, End: 2}, {Start: 3, End: 7}, {Start: 7, End: 8}}},
		{Start: 9, End: 18, Tokens: []stages.Token{{Start: 9, End: 11}, {Start: 12, End: 14}, {Start: 15, End: 17}, {Start: 17, End: 18}}},
	}
	for _, c := range []struct {
		start, end int32
		want       []stages.TokenSpan
	}{
		{0, 18, []stages.TokenSpan{{0, 0, 3}, {1, 0, 4}}},
		{3, 14, []stages.TokenSpan{{0, 1, 3}, {1, 0, 2}}},
		{4, 8, []stages.TokenSpan{{0, 2, 3}}}, // "came" begins before it
		{8, 9, nil},
		{16, 18, []stages.TokenSpan{{1, 3, 4}}},
	} {
		if got := d.Tokens(c.start, c.end); !slices.Equal(got, c.want) {
			t.Errorf("bytes %d-%d: tokens %v, want %v", c.start, c.end, got, c.want)
		}
	}
}
