package inflect

import "strings"

// What is left of a verb when -ed or -ing is taken off it, and the verb it was.

// verbStem is the verb of which stem is left when -ed or -ing is taken off w.
func (l *Lemmatizer) verbStem(w, stem string) string {
	n := len(stem)
	if !strings.ContainsAny(stem, "aeiouy") || n < 2 {
		return w
	}
	if v := l.knownStem(stem); v != "" {
		return v
	}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(stem, p); ok {
			if v := l.knownStem(rest); v != "" && (v != rest || !silentE(rest)) {
				return p + v
			}
		}
	}
	switch c := stem[n-1]; {
	case n > 2 && c == stem[n-2] && !vowel(c):
		if strings.IndexByte("lszf", c) < 0 || strings.HasSuffix(stem, "ell") && groups(stem) > 1 {
			return stem[:n-1]
		}
	case silentE(stem):
		var buf [64]byte
		return l.Share(append(append(buf[:0], stem...), 'e'))
	}
	return stem
}

// prefixes of verbs, with a hyphen and without.
var prefixes = [...]string{
	"co-", "counter-", "de-", "over-", "pre-", "re-", "counter", "de", "dis", "fore", "inter", "mis", "out", "over", "pre", "re", "un", "under", "up",
}

// knownStem is the verb of the tables that stem is left of, "" for none.
func (l *Lemmatizer) knownStem(stem string) string {
	n := len(stem)
	if n < 2 {
		return ""
	}
	var buf [64]byte
	e := append(append(buf[:0], stem...), 'e')
	switch {
	case l.verbs[string(e)] && !(l.verbs[stem] && !silentE(stem)):
		return l.Share(e)
	case l.verbs[stem]:
		return stem
	case n > 2 && stem[n-1] == stem[n-2] && !vowel(stem[n-1]) && l.verbs[stem[:n-1]]:
		return stem[:n-1]
	}
	return ""
}

func vowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

// groups counts the groups of vowels of a stem, about its syllables.
func groups(stem string) (n int) {
	last := false
	for i := range len(stem) {
		v := vowel(stem[i]) && (stem[i] != 'u' || i == 0 || stem[i-1] != 'q') || stem[i] == 'y' && i > 0
		if v && !last {
			n++
		}
		last = v
	}
	return n
}

// silentE guesses whether an unknown verb has lost an -e after stem. A last
// consonant after one vowel would be doubled if no -e had followed (planned,
// planed), in words of one syllable always, in others by their ending.
func silentE(stem string) bool {
	n := len(stem)
	if n < 3 {
		return strings.IndexByte("xoe", stem[n-1]) < 0 // eke, dye, sue
	}
	c, b, a := stem[n-1], stem[n-2], stem[n-3]
	if a == 'u' && n > 3 && stem[n-4] == 'q' {
		a = 'q'
	}
	endings := "" // vowels before c that are followed by an -e in longer words
	switch c {
	case 'v', 'u', 'c':
		return true
	case 'z':
		return b != 'z' && b != 't'
	case 's':
		return b != 's'
	case 'g':
		return b == 'r' || b == 'd' || b == 'l' || b == 'n' && (a == 'a' || a == 'e') || vowel(b) && !vowel(a)
	case 'l':
		if !vowel(b) && strings.IndexByte("lrwy", b) < 0 {
			return true
		}
		endings = "iouy"
	case 't':
		if b == 'a' && (a == 'i' || a == 'u') {
			return true
		}
		endings = "auy"
	case 'n':
		endings = "iu"
	case 'p':
		endings = "ay"
	case 'r', 'm':
		if b == 'o' && a == 'c' && c == 'm' { // forthcoming
			return true
		}
		endings = "aiu"
	case 'd', 'k', 'b', 'f':
		endings = "aeiouy"
	default:
		return false
	}
	if !vowel(b) && b != 'y' || vowel(a) {
		return false
	}
	return strings.IndexByte(endings, b) >= 0 || groups(stem) == 1
}
