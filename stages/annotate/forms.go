package annotate

import (
	"unicode"
	"unicode/utf8"

	"parley/stages"
)

// lower fills Lower. Words that are lower case already are parts of the text;
// of the others the common ones are shared.
func (a *annotator) lower(text string, tokens []stages.Token) {
	var buf [96]byte
	for i := range tokens {
		t := &tokens[i]
		w := text[t.Start:t.End]
		if plainLower(w) {
			t.Lower = w
			continue
		}
		b := buf[:0]
		for _, r := range w {
			switch r {
			case '’', '‘', '´', '`':
				r = '\''
			case '\u00ad':
				continue
			}
			b = utf8.AppendRune(b, unicode.ToLower(r))
		}
		t.Lower = a.lemmas.Share(b)
	}
}

// plainLower reports whether a word is its own lower-case form.
func plainLower(w string) bool {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= utf8.RuneSelf || isUpper(c) || c == '`' {
			return false
		}
	}
	return true
}
