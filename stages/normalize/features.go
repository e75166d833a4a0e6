package normalize

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// features is what can be seen of a block without understanding it.
type features struct {
	words    int  // white-space separated pieces that hold a letter or a digit
	letters  int  // words that begin with a letter
	lower    int  // of them, those that begin with no capital
	upper    int  // of them, those of two letters and more without a small one
	ended    bool // closes with the mark of a sentence
	ellipsis bool // closes with an ellipsis
	asks     bool // closes with a question mark
	colon    bool // closes with a colon
	quoted   bool // holds a quotation mark
}

func measure(s string) features {
	var f features
	for w := range strings.FieldsSeq(s) {
		f.word(w)
	}
	t := strings.TrimRight(s, ")]}\"'”’»› ")
	r, _ := utf8.DecodeLastRuneInString(t)
	switch r {
	case '.', '!', '。', '！', '؟', '।':
		f.ended = true
	case '?', '？':
		f.ended, f.asks = true, true
	case '…':
		f.ended = true
	case ':':
		f.colon = true
	}
	f.ellipsis = strings.HasSuffix(t, "...") || r == '…'
	f.quoted = strings.ContainsAny(s, "\"“”„«»")
	return f
}

func (f *features) word(w string) {
	var first rune
	small, big, any := 0, 0, false
	for _, r := range w {
		switch {
		case unicode.IsLetter(r):
			if first == 0 {
				first = r
			}
			if unicode.IsUpper(r) {
				big++
			} else {
				small++
			}
			any = true
		case unicode.IsDigit(r):
			if first == 0 {
				first = r
			}
			any = true
		}
	}
	if !any {
		return
	}
	f.words++
	if !unicode.IsLetter(first) {
		return
	}
	f.letters++
	if !unicode.IsUpper(first) {
		f.lower++
	}
	if big > 1 && small == 0 {
		f.upper++
	}
}

// running reports whether the block reads as running text rather than as a
// label, a name or a headline: mostly small initials and long enough.
func (f features) running() bool {
	if f.ended && f.words >= 8 {
		return 2*f.lower >= f.letters
	}
	return f.words >= 18 && 20*f.lower >= 11*f.letters
}
