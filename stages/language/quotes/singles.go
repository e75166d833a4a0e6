package quotes

import (
	"strings"

	"parley/stages"
)

// singles tells the single quotation marks of a paragraph from its apostrophes.
type singles struct {
	text   string
	tokens []stages.Token
	last   int  // the last mark that could close
	open   bool // a mark has opened
	closer int  // the mark that closes what is open, 0 where any may
}

// lastMark is the last mark of the paragraph that could close, or -1.
func (s *singles) lastMark() int {
	for i := len(s.tokens) - 1; i > 0; i-- {
		if t := &s.tokens[i]; !t.Space && IsSingle(word(s.text, *t)) {
			return i
		}
	}
	return -1
}

// direct gives the mark at i its direction, if it has one.
func (s *singles) direct(i int) {
	t := &s.tokens[i]
	curly := word(s.text, *t) == "‘"
	before, after := spaceBefore(s.text, s.tokens, i), spaceAfter(s.tokens, i)
	switch {
	case before && !after && curly && (i < s.last || s.tokens[i+1].Shape != stages.Numeric), // but ‘16
		before && !after && !s.open && i < s.last:
		t.Shape, s.open, s.closer = stages.OpenQuote, true, s.partner(i)
	case s.open && !before && (s.closer == 0 || i >= s.closer):
		t.Shape, s.open = stages.CloseQuote, false
	}
}

// maxApostrophes bounds how many marks may be passed over as apostrophes.
const maxApostrophes = 12

// partner is the mark that closes what the one at i opens: the first one behind
// it that cannot be a plural's apostrophe, or else the first one; 0 when there is
// none before the next mark that opens.
func (s *singles) partner(i int) int {
	first := 0
	for j, seen := i+1, 0; j < len(s.tokens) && seen < maxApostrophes; j++ {
		w := word(s.text, s.tokens[j])
		if w != "‘" && !IsSingle(w) {
			continue
		}
		if spaceBefore(s.text, s.tokens, j) {
			break
		}
		if !s.plural(j) {
			return j
		}
		if first == 0 {
			first = j
		}
		seen++
	}
	return first
}

// plural reports whether the mark at j may be the apostrophe of a plural: the
// ministers' word.
func (s *singles) plural(j int) bool {
	return strings.HasSuffix(word(s.text, s.tokens[j-1]), "s") && j+1 < len(s.tokens) && s.tokens[j+1].Space && s.tokens[j+1].Shape == stages.Lowercase
}
