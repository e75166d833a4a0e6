package actors

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/stages"
)

// atom is a piece of a sentence that names are matched by: a word, a part of
// a hyphenated word, or a mark. Hyphens between words have no atom, so that
// "Thomas-Greenfield" matches however it was split.
type atom struct {
	key    string // folded; of a mark the mark itself
	token  int    // its token in the sentence
	number int32  // among the words of the lists, 0 when they lack it
	start  int32  // byte of the text
	end    int32
	word   bool // no mark and no possessive ending
	upper  bool // begins with a capital
	caps   bool // all capitals
	first  bool // first piece of its token
	last   bool // last piece of its token
}

const possessive = "'s"

func atomize(d *stages.Document, s *stages.Sentence, out []atom) []atom {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !t.Shape.IsWord() {
			if w := d.Word(*t); t.Shape == stages.Punct && isHyphen(w) && (!t.Space || i+1 < len(s.Tokens) && !s.Tokens[i+1].Space) {
				continue
			}
			out = append(out, atom{key: t.Lower, token: i, start: t.Start, end: t.End, first: true, last: true})
			continue
		}
		if t.Lower == possessive || t.Lower == "'" {
			out = append(out, atom{key: possessive, token: i, start: t.Start, end: t.End, first: true, last: true})
			continue
		}
		out = pieces(d, t, i, out)
	}
	return out
}

func isHyphen(w string) bool { return w == "-" || w == "‐" || w == "‑" || w == "–" }

// pieces splits a token at its hyphens and takes a possessive ending off.
func pieces(d *stages.Document, t *stages.Token, i int, out []atom) []atom {
	w, at, n := d.Word(*t), t.Start, len(out)
	if isPlain(t.Lower) && len(w) == len(t.Lower) { // most words
		a := atom{key: t.Lower, token: i, start: at, end: t.End, word: true, upper: w[0] >= 'A' && w[0] <= 'Z', first: true, last: true}
		a.caps = a.upper && w == strings.ToUpper(w)
		return append(out, a)
	}
	tail := ""
	for _, p := range []string{"'s", "’s"} {
		if len(w) > len(p) && strings.HasSuffix(w, p) {
			w, tail = w[:len(w)-len(p)], p
		}
	}
	for w != "" {
		p := w
		if k := strings.IndexAny(w, "-‐‑–/"); k >= 0 {
			p = w[:k]
		}
		if p != "" {
			r, _ := utf8.DecodeRuneInString(p)
			a := atom{token: i, start: at, end: at + int32(len(p)), word: true, upper: unicode.IsUpper(r)}
			a.caps = a.upper && p == strings.ToUpper(p)
			if a.key = fold(p); a.key == "" {
				a.key, a.word = p, false
			}
			out = append(out, a)
		}
		if len(p) == len(w) {
			at += int32(len(p))
			break
		}
		_, sep := utf8.DecodeRuneInString(w[len(p):])
		w, at = w[len(p)+sep:], at+int32(len(p)+sep)
	}
	if tail != "" {
		out = append(out, atom{key: possessive, token: i, start: at, end: t.End})
	}
	if len(out) > n {
		out[n].first, out[len(out)-1].last = true, true
	}
	return out
}

// isPlain reports whether the word is of small ASCII letters and digits.
func isPlain(w string) bool {
	for i := 0; i < len(w); i++ {
		if c := w[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') {
			return false
		}
	}
	return w != ""
}

// words are the atoms of a listed name.
func words(name string) []atom {
	d := &stages.Document{}
	d.Article.Text = name
	var out []atom
	at := 0
	for _, f := range strings.FieldsFunc(name, func(r rune) bool { return unicode.IsSpace(r) || r == ',' || r == '—' }) {
		k := at + strings.Index(name[at:], f)
		at = k + len(f)
		out = pieces(d, &stages.Token{Start: int32(k), End: int32(at), Lower: strings.ToLower(f)}, 0, out)
	}
	return out
}
