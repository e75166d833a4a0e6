package encoder

import (
	"bytes"
	"encoding/json"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
)

var testVocabulary = strings.Fields(`[PAD] [UNK] [CLS] [SEP] the en ##voy ##s said , . ! " ' - $ cafe e ##voy ##x 北 京 don t u s zelensky ##y 5 ##000 ∑ [ sep ] i ᄒ ##ᅡ ##ᆫ`)

func TestWordPiece(t *testing.T) {
	var unique []string
	seen := map[string]bool{}
	for _, p := range testVocabulary {
		if !seen[p] {
			unique = append(unique, p)
		}
		seen[p] = true
	}
	v, err := newVocabulary([]byte(strings.Join(unique, "\n")), 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text, pieces string
		starts       []int32
		words        string // 1 where a word begins
	}{
		{"The envoys said.", "the en ##voy ##s said .", []int32{0, 4, 6, 9, 11, 15}, "110010"},
		{"Café, CAFE\u0301!", "cafe , cafe !", []int32{0, 5, 7, 13}, "1010"}, // an accent is neither letter nor number
		{"don't", "don ' t", []int32{0, 3, 4}, "101"},
		{"U.S. $5,000", "u . s . $ 5 , [UNK]", []int32{0, 1, 2, 3, 5, 6, 7, 8}, "10100101"},
		{"$5000", "$ 5 ##000", []int32{0, 1, 2}, "010"},
		{"北京the", "北 京 the", []int32{0, 3, 6}, "100"},
		{"zelenskyy", "zelensky ##y", []int32{0, 8}, "10"},
		{"qqq the", "[UNK] the", []int32{0, 4}, "11"},
		{strings.Repeat("e", 101) + " e", "[UNK] e", []int32{0, 102}, "11"},
		{"t\u200bhe\u00ad \u00a0t\x00h\x7fe\ufffd \xff\xfe", "the the", []int32{0, 11}, "11"},
		{"[SEP]", "[ sep ]", []int32{0, 1, 4}, "010"},
		{"İ", "i", []int32{0}, "1"},
		{"한", "ᄒ ##ᅡ ##ᆫ", []int32{0, 0, 0}, "111"}, // the letters of a Hangul syllable begin where it does
		{"", "", nil, ""},
		{" \t\n\u2028 ", "", nil, ""},
	} {
		s := splitter{v: v}
		var names []string
		var starts []int32
		words := ""
		for _, p := range s.split(nil, c.text) {
			names = append(names, unique[p.id])
			starts = append(starts, p.start)
			words += map[bool]string{true: "1", false: "0"}[p.word]
		}
		if got := strings.Join(names, " "); got != c.pieces || !reflect.DeepEqual(starts, c.starts) || words != c.words {
			t.Errorf("%q: pieces %s at %v, words %s; want %s at %v, words %s", c.text, got, starts, words, c.pieces, c.starts, c.words)
		}
	}
}

// The reference tokenizer's pieces of lines that the trainer made up; its
// vocabulary is that of the model.
func TestWordPieceIsTheReference(t *testing.T) {
	m := trained(t)
	data, err := os.ReadFile("testdata/wordpiece.jsonl.zst")
	if err != nil {
		t.Fatal(err)
	}
	z, err := zstd.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	if data, err = z.DecodeAll(data, nil); err != nil {
		t.Fatal(err)
	}
	lines, wrong := 0, 0
	s := splitter{v: m.vocabulary}
	for line := range bytes.Lines(data) {
		var want struct {
			Text string  `json:"text"`
			IDs  []int32 `json:"ids"`
			At   []int32 `json:"at"` // code points
		}
		if err := json.Unmarshal(line, &want); err != nil {
			t.Fatal(err)
		}
		var ids, at []int32
		for _, p := range s.split(nil, want.Text) {
			ids = append(ids, p.id)
			at = append(at, int32(utf8.RuneCountInString(want.Text[:p.start])))
		}
		if lines++; !slices.Equal(ids, want.IDs) || !slices.Equal(at, want.At) {
			if wrong++; wrong < 10 {
				t.Errorf("%q: pieces %d at %d, the reference has %d at %d", want.Text, ids, at, want.IDs, want.At)
			}
		}
	}
	if lines < 1000 || wrong > 0 {
		t.Errorf("%d of %d lines differ", wrong, lines)
	}
}

func FuzzWordPiece(f *testing.F) {
	f.Add("The envoys said “no”.")
	f.Add("é\xff한北 \u0301")
	v, err := newVocabulary([]byte(strings.Join(pieces, "\n")), 3)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := splitter{v: v}
		last := int32(0)
		for _, p := range s.split(nil, text) {
			if p.start < last || int(p.start) >= len(text) || p.id < 0 || int(p.id) >= v.size {
				t.Fatalf("piece %+v of %q", p, text)
			}
			last = p.start
		}
	})
}
