package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/stages"
)

// lemmatizer gives each token its lower-case form and its lemma. Strings are
// parts of the text or of the tables wherever they can be.
type lemmatizer struct {
	known     map[string]string // every string of the tables, to share
	irregular map[string]string
	verbs     map[string]bool
}

func newLemmatizer() (lemmatizer, error) {
	l := lemmatizer{known: map[string]string{}, irregular: map[string]string{}}
	rows, err := readTable("irregular.tsv", 3, 1)
	if err != nil {
		return l, err
	}
	for _, r := range rows {
		l.irregular[r[0]] = r[2]
		l.known[r[0]], l.known[r[2]] = r[0], r[2]
	}
	if l.verbs, err = readSet("verbs.tsv"); err != nil {
		return l, err
	}
	for v := range l.verbs {
		l.known[v] = v
	}
	return l, nil
}

// share returns the string of b, without allocation where the tables have it.
func (l *lemmatizer) share(b []byte) string {
	if s, ok := l.known[string(b)]; ok {
		return s
	}
	return string(b)
}

// words fills Lower.
func (l *lemmatizer) words(text string, tokens []stages.Token) {
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
		t.Lower = l.share(b)
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

// lemmas fills Lemma for the tokens of a sentence.
func (l *lemmatizer) lemmas(text string, tokens []stages.Token) {
	first := true
	for i := range tokens {
		t := &tokens[i]
		t.Lemma = t.Lower
		if !t.Shape.IsWord() || t.Shape == stages.Numeric {
			continue
		}
		name := !first && t.Shape != stages.Lowercase
		first = false
		if m, ok := l.irregular[t.Lower]; ok {
			t.Lemma = m
		} else if t.Lower == "'s" && i > 0 && beforeIs(tokens[i-1].Lower) {
			t.Lemma = "be"
		} else if !name {
			t.Lemma = l.regular(t.Lower)
		}
	}
}

// beforeIs reports whether 's after the word is a verb and no possessive.
func beforeIs(w string) bool {
	switch w {
	case "it", "he", "she", "that", "there", "here", "what", "who", "where", "how", "when", "why":
		return true
	}
	return false
}

// regular is the lemma of a word that no table has.
func (l *lemmatizer) regular(w string) string {
	switch {
	case len(w) < 4 || l.verbs[w]:
		return w
	case strings.HasSuffix(w, "ing") && len(w) > 4:
		return l.verbStem(w, w[:len(w)-3])
	case strings.HasSuffix(w, "ied"):
		return l.withY(w[:len(w)-3])
	case strings.HasSuffix(w, "ed"):
		return l.verbStem(w, w[:len(w)-2])
	case strings.HasSuffix(w, "s"):
		return l.singular(w)
	}
	return w
}

// singular takes the -s off a noun or verb.
func (l *lemmatizer) singular(w string) string {
	stem := w[:len(w)-1]
	switch {
	case strings.HasSuffix(w, "ss"), strings.HasSuffix(w, "us"), strings.HasSuffix(w, "is"), strings.HasSuffix(w, "'s"):
		return w
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return l.withY(w[:len(w)-3])
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "zzes"):
		return w[:len(w)-2]
	}
	return stem
}

func (l *lemmatizer) withY(stem string) string {
	var buf [64]byte
	return l.share(append(append(buf[:0], stem...), 'y'))
}

// verbStem is the verb of which stem is left when -ed or -ing is taken off w.
func (l *lemmatizer) verbStem(w, stem string) string {
	n := len(stem)
	if !strings.ContainsAny(stem, "aeiouy") || n < 2 {
		return w
	}
	var buf [64]byte
	e := append(append(buf[:0], stem...), 'e')
	double := n > 2 && stem[n-1] == stem[n-2] && !vowel(stem[n-1])
	switch {
	case l.verbs[string(e)] && !(l.verbs[stem] && !silentE(stem)):
		return l.share(e)
	case l.verbs[stem]:
		return stem
	case double && l.verbs[stem[:n-1]]:
		return stem[:n-1]
	case double && stem[n-1] != 'l' && stem[n-1] != 's' && stem[n-1] != 'z' && stem[n-1] != 'f':
		return stem[:n-1]
	case silentE(stem):
		return l.share(e)
	}
	return stem
}

func vowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

// silentE guesses whether an unknown verb has lost an -e after stem.
func silentE(stem string) bool {
	n := len(stem)
	if n < 3 {
		return false
	}
	c, b, a := stem[n-1], stem[n-2], stem[n-3]
	switch c {
	case 'v', 'u', 'c', 'z':
		return c != 'z' || b != 'z'
	case 's':
		return b != 's' && b != 'u'
	case 'g':
		return b == 'r' || b == 'd' || b == 'l' || b == 'n' && (a == 'a' || a == 'e') || vowel(b) && !vowel(a)
	case 'l':
		return !vowel(b) && b != 'l' && b != 'r' && b != 'w'
	case 't':
		return b == 'a' && !vowel(a) || b == 'a' && a == 'i' || b == 'u' && !vowel(a)
	case 'r':
		return (b == 'u' || b == 'i' || b == 'a') && !vowel(a)
	case 'd', 'k', 'm', 'b':
		return vowel(b) && b != 'e' && !vowel(a)
	}
	return false
}
