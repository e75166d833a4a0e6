package dates

import (
	"embed"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/stages"
	"parley/stages/language/lexicon"
	"parley/stages/language/times"
)

//go:embed words.tsv
var data embed.FS

// class is what a word means to the place of its sentence in time.
type class uint8

const (
	plain  class = iota
	common       // tells no event apart
	role         // tells little of who it was
	place
	event
)

var classes = map[string]class{"common": common, "role": role, "place": place, "event": event}

// known is what words.tsv says of a word.
type known struct {
	class   class
	feature string // "" for the word's own
}

func loadWords(name, text string) (map[string]known, error) {
	words := map[string]known{}
	err := lexicon.EachRow(name, text, 3, 1, func(c []string) error {
		k, ok := classes[c[1]]
		if !ok {
			return fmt.Errorf("unknown class %q", c[1])
		}
		if c[2] == "-" {
			c[2] = ""
		}
		words[c[0]] = known{k, c[2]}
		return nil
	})
	return words, err
}

// word is a run of letters or digits.
type word struct {
	start, end int
	lower      string
	capital    bool
	quoted     bool // inside of quotation marks
	within     bool // "in" or another word that places follow
	known
}

// sentence is a stretch of text with its words.
type sentence struct {
	start, end int
	words      []word
	tokens     []stages.Token // the words as those of a sentence that is annotated
}

// longest is the number of words after which a sentence is no more read.
const longest = 80

// eachSentence yields the sentences of a text. A paragraph ends one, and so
// does a full stop before white space unless it belongs to an abbreviation.
func (x *extractor) eachSentence(text string, yield func(sentence)) {
	s := sentence{}
	quoted := false
	flush := func(end int) {
		if len(s.words) > 0 {
			s.end = end
			if len(s.words) == longest {
				s.end = s.words[longest-1].end
			}
			yield(s)
		}
		s = sentence{start: end, words: s.words[:0], tokens: s.tokens[:0]}
	}
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			end := wordEnd(text, i)
			if len(s.words) == 0 {
				s.start = i
			}
			if len(s.words) < longest {
				s.add(x.word(text, i, end, quoted))
			}
			i = end
			continue
		case r == '\n':
			if quoted = quoted && !strings.HasPrefix(text[i:], "\n\n"); !quoted {
				flush(i)
			}
		case r == '“', r == '«':
			quoted = true
		case r == '”', r == '»':
			quoted = false
		case r == '"':
			quoted = !quoted
		case (r == '.' || r == '!' || r == '?') && ends(text, i, s.words):
			flush(i + n)
		}
		i += n
	}
	flush(len(text))
}

// add appends a word.
func (s *sentence) add(w word) {
	shape := stages.Lowercase
	switch {
	case w.lower[0] >= '0' && w.lower[0] <= '9':
		shape = stages.Numeric
	case w.capital:
		shape = stages.Capitalized
	}
	s.words = append(s.words, w)
	s.tokens = append(s.tokens, stages.Token{Start: int32(w.start), End: int32(w.end), Lower: w.lower, Shape: shape, Space: true})
}

// wordEnd is the end of the word that begins at i; an apostrophe and what
// follows it belong to no word.
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			break
		}
		i += n
	}
	return i
}

func (x *extractor) word(text string, i, end int, quoted bool) word {
	r, _ := utf8.DecodeRuneInString(text[i:])
	lower := strings.ToLower(text[i:end])
	k, ok := x.words[lower]
	if !ok && len(lower) > 4 && strings.HasSuffix(lower, "ed") {
		k.class = common
	}
	within := lower == "in" || lower == "at" || lower == "near"
	return word{start: i, end: end, lower: lower, capital: unicode.IsUpper(r), quoted: quoted, within: within, known: k}
}

// ends tells whether the mark at i ends a sentence.
func ends(text string, i int, words []word) bool {
	rest := strings.TrimLeft(text[i+1:min(len(text), i+8)], "”\"»’)")
	if rest != "" && !strings.ContainsRune(" \n", rune(rest[0])) {
		return false
	}
	if text[i] != '.' || len(words) == 0 {
		return true
	}
	w := words[len(words)-1]
	if w.end != i || !w.capital {
		return true
	}
	switch w.lower {
	case "mr", "mrs", "ms", "dr", "gen", "lt", "col", "maj", "sgt", "capt", "sen", "rep", "gov", "st", "prof", "no":
		return false
	}
	return len(w.lower) > 1 && (times.MonthOf(w.lower) == 0 || len(w.lower) > 4)
}
