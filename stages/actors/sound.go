package actors

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold makes a word's key: lower case, without diacritics, apostrophes and
// full stops, so that "U.S." is "us" and "Erdoğan" is "erdogan".
func fold(s string) string {
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || c >= 'A' && c <= 'Z' || c == '\'' || c == '.' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(s)) {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		switch r {
		case '\'', '.', '’', '‘', 'ʼ', '`':
		case 'ł':
			b.WriteByte('l')
		case 'ø':
			b.WriteByte('o')
		case 'đ', 'ð':
			b.WriteByte('d')
		case 'ə':
			b.WriteByte('a')
		case 'ı':
			b.WriteByte('i')
		case 'ß':
			b.WriteString("ss")
		case 'æ':
			b.WriteString("ae")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// letters writes the letter groups of the Latin renderings of Slavic, Turkish
// and other names by one letter for each sound; longer groups come first.
// Hissing sounds fall together, as do g and h, which Ukrainian and Russian
// renderings exchange, and y, i and j.
var letters = strings.NewReplacer(
	"schtsch", "s", "chtch", "s", "szcz", "s", "shch", "s", "tsch", "s", "tch", "s", "sch", "s",
	"dzh", "s", "zh", "s", "sh", "s", "ch", "s", "cz", "s", "sz", "s", "ts", "s", "tz", "s",
	"kh", "h", "gh", "h", "ph", "f", "th", "t", "cki", "ski", "cky", "ski", "ck", "k", "x", "ks",
	"qu", "k", "q", "k", "ce", "se", "ci", "si", "cy", "si", "c", "k",
	"gue", "he", "gui", "hi", "ou", "u", "oo", "u", "w", "v", "g", "h", "z", "s", "y", "i", "j", "i",
)

// sound is a folded word's key among names: what two spellings of one name
// share. "zelenskyy", "zelenskiy", "selenskyj" and "zelenski" are all "selenski".
func sound(folded string) string {
	s := letters.Replace(folded)
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if n := len(out); n > 0 && out[n-1] == c {
			continue // doubled letters
		}
		if c == 'i' && beforeVowel(s[i+1:]) {
			continue // ia, ya, ja, iya are a; ie, ye, iye are e
		}
		out = append(out, c)
	}
	switch n := len(out); {
	case n > 0 && out[n-1] == 'f':
		out[n-1] = 'v' // Romanoff
	case n > 4 && string(out[n-3:]) == "ine":
		out = out[:n-1] // French Poutine
	case n > 4 && string(out[n-3:]) == "sov":
		out[n-2] = 'e' // Gorbachov
	}
	return string(out)
}

// beforeVowel reports whether a vowel follows, or does so behind more i.
func beforeVowel(s string) bool {
	s = strings.TrimLeft(s, "i")
	return s != "" && strings.IndexByte("aeou", s[0]) >= 0
}

// sounds are the keys under which a name may be listed: ch is kh in Polish,
// j is zh in French and kh in Spanish.
func sounds(folded string) []string {
	keys := []string{sound(folded)}
	add := func(old, new string) {
		if strings.Contains(folded, old) {
			keys = append(keys, sound(strings.ReplaceAll(folded, old, new)))
		}
	}
	add("ch", "kh")
	add("j", "zh")
	add("j", "kh")
	return keys
}

// near reports whether two words differ by one letter at most: one more, one
// fewer, another, or two exchanged.
func near(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) < len(b) {
		return a[i:] == b[i+1:]
	}
	return i >= len(a) || a[i+1:] == b[i+1:] ||
		i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// slug makes an id of a name.
func slug(name string) string {
	var b strings.Builder
	dash := false
	for _, r := range fold(name) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			dash = b.Len() > 0
			continue
		}
		if dash {
			b.WriteByte('-')
			dash = false
		}
		b.WriteRune(r)
	}
	return b.String()
}
