package normalize

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// mojibake turns back what UTF-8 looks like when it was read as Windows-1252:
// "â€™" for ’, "Ã©" for é. The pairs are made from the two encodings.
type mojibake struct{ replace *strings.Replacer }

func newMojibake() mojibake {
	var pairs []string
	add := func(from, to rune) {
		for r := from; r <= to; r++ {
			var wrong strings.Builder
			for _, b := range []byte(string(r)) {
				c := charmap.Windows1252.DecodeByte(b)
				if c == utf8.RuneError {
					c = rune(b) // the five bytes without a character stay controls
				}
				wrong.WriteRune(c)
			}
			pairs = append(pairs, wrong.String(), string(r))
		}
	}
	add(0x2010, 0x2026) // dashes, quotation marks, ellipsis
	add(0x20AC, 0x20AC) // €
	add(0x2122, 0x2122) // ™
	add(0xA0, 0x17F)    // Latin letters
	return mojibake{strings.NewReplacer(pairs...)}
}

// repair changes a text only where it holds more than one sign of the damage.
func (m mojibake) repair(s string) string {
	if strings.Count(s, "â€")+strings.Count(s, "Ã") < 2 {
		return s
	}
	if t := m.replace.Replace(s); utf8.RuneCountInString(s)-utf8.RuneCountInString(t) > 1 {
		return t
	}
	return s
}

// entities are HTML's names of characters that stay behind when a page is
// turned into text carelessly.
var entities = strings.NewReplacer("&amp;", "&", "&nbsp;", " ", "&quot;", `"`, "&apos;", "'", "&#39;", "'", "&#039;", "'", "&lt;", "<", "&gt;", ">",
	"&lsquo;", "‘", "&rsquo;", "’", "&ldquo;", "“", "&rdquo;", "”", "&ndash;", "–", "&mdash;", "—", "&hellip;", "…", "&shy;", "",
	"&#8216;", "‘", "&#8217;", "’", "&#8220;", "“", "&#8221;", "”", "&#8211;", "–", "&#8212;", "—", "&#8230;", "…", "&#160;", " ")
