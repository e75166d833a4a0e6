package events

import "strings"

// form tells which forms of a verb a word can be.
type form uint8

const (
	base       form = 1 << iota // attack
	third                       // attacks
	past                        // attacked, took
	participle                  // attacked, taken
	ing                         // attacking
)

// irregular holds the forms that spelling does not give: past, participle, ing.
type irregular map[string][3]string

// verb gives all forms of a verb.
func (irr irregular) verb(lemma string) map[string]form {
	m := map[string]form{}
	m[lemma] |= base
	m[plural(lemma)] |= third
	if f, ok := irr[lemma]; ok {
		m[f[0]] |= past
		m[f[1]] |= participle
		m[f[2]] |= ing
		return m
	}
	stem := lemma
	switch {
	case strings.HasSuffix(lemma, "ee"):
		m[lemma+"d"] |= past | participle
		m[lemma+"ing"] |= ing
		return m
	case strings.HasSuffix(lemma, "e"):
		stem = lemma[:len(lemma)-1]
	case doubles(lemma):
		stem = lemma + lemma[len(lemma)-1:]
	}
	m[stem+"ing"] |= ing
	if strings.HasSuffix(lemma, "y") && !vowel(lemma, len(lemma)-2) {
		stem = lemma[:len(lemma)-1] + "i"
	}
	m[stem+"ed"] |= past | participle
	return m
}

// plural is the form in -s of a noun or a verb.
func plural(w string) string {
	switch {
	case strings.HasSuffix(w, "y") && !vowel(w, len(w)-2):
		return w[:len(w)-1] + "ies"
	case strings.HasSuffix(w, "s"), strings.HasSuffix(w, "x"), strings.HasSuffix(w, "sh"), strings.HasSuffix(w, "ch"), w == "go", w == "do", w == "veto":
		return w + "es"
	}
	return w + "s"
}

// doubles reports whether a word of one syllable ends in one vowel and one
// consonant that is written twice before -ed: ban, banned.
func doubles(w string) bool {
	n := len(w)
	if n < 3 || vowel(w, n-1) || !vowel(w, n-2) || vowel(w, n-3) || strings.ContainsRune("wxy", rune(w[n-1])) {
		return false
	}
	for i := range n - 3 {
		if vowel(w, i) {
			return false
		}
	}
	return true
}

func vowel(w string, i int) bool { return i >= 0 && strings.IndexByte("aeiou", w[i]) >= 0 }
