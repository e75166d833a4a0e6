package normalize

import (
	"strings"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"
)

// language is the ISO 639-1 code of a text's language; given is what the record
// or page says it is, which counts where the text does not show it.
func (z *normalizer) language(text, given string) string {
	const sample, fewest = 4000, 20
	t := text[:min(len(text), sample)]
	words, english := 0, 0
	for w := range strings.FieldsSeq(t) {
		words++
		if z.words["english"][strings.ToLower(strings.Trim(w, ".,;:!?\"'“”‘’()"))] {
			english++
		}
	}
	if words >= 8 && english*5 >= words {
		return "en"
	}
	if words >= fewest || utf8.RuneCountInString(t) >= 6*fewest {
		for len(t) > 0 && !utf8.ValidString(t) {
			t = t[:len(t)-1]
		}
		if info := whatlanggo.Detect(t); info.IsReliable() {
			return info.Lang.Iso6391()
		}
	}
	return languageCode(given)
}

// languageCode makes "en-GB" or "EN" en; "" where it is no code.
func languageCode(s string) string {
	s = strings.ToLower(strings.TrimSpace(s))
	if i := strings.IndexAny(s, "-_"); i > 0 {
		s = s[:i]
	}
	if len(s) == 2 && s[0] >= 'a' && s[0] <= 'z' && s[1] >= 'a' && s[1] <= 'z' {
		return s
	}
	return ""
}
