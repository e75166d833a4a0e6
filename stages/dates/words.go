package dates

import (
	"embed"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"parley/stages/language/lexicon"
)

//go:embed words.tsv
var data embed.FS

// class is what a word means to the place of its sentence in time.
type class uint8

const (
	plain  class = iota
	common       // tells no event apart
	role         // tells little of who it was
	past
	future
	place
	event
	feast // "Easter Sunday" and "every Sunday" are no day of the news
)

var classes = map[string]class{"common": common, "role": role, "past": past, "future": future, "place": place, "event": event, "feast": feast}

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

var weekdays = map[string]time.Weekday{
	"sunday": time.Sunday, "monday": time.Monday, "tuesday": time.Tuesday, "wednesday": time.Wednesday,
	"thursday": time.Thursday, "friday": time.Friday, "saturday": time.Saturday,
}

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
	"september": 9, "october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}

var numbers = map[string]int{"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}

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
		s = sentence{start: end, words: s.words[:0]}
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
				s.words = append(s.words, x.word(text, i, end, quoted))
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
		k.class = past
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
	return len(w.lower) > 1 && (months[w.lower] == 0 || len(w.lower) > 4)
}
