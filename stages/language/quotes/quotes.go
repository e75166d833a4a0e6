// Package quotes reads quotation marks, for every stage alike.
//
// In come the tokens of a text; out go the direction of each mark and, once
// sentences are known, the quotations: where each begins and ends, what it lies
// in, and whether it goes on in the next paragraph.
//
// # Method
//
// Direct (directions.go, singles.go) says of each mark whether it opens or
// closes: by the spaces around it, by what the marks before it leave open, and by
// the clause behind it that says who spoke (war, "said the envoy). It tells
// apostrophes from single marks. It needs no sentences, since where these end
// depends on it.
//
// Find (find.go) pairs the marks of each paragraph as brackets are paired, single
// and double ones apart, and finds speech between dashes as Polish and Ukrainian
// copy prints it (dialogue.go). A mark that has no partner reaches to the end of
// its sentence, or of its paragraph where it opens it, and never over the next
// mark that opens. A paragraph that does not close its last quotation and is
// followed by one that opens with the same mark goes on there. What crosses
// another quotation is dropped: dashes win over marks, double marks over single
// ones.
//
// # Known failures
//
//   - A quotation closed twice, or never closed where another begins in the same
//     sentence, leaves the marks after it to their spaces.
//   - A plural's apostrophe before a word inside of single marks closes them when
//     no other mark follows (the 'residents' council).
//   - Speech between dashes whose second dash no reporting verb follows is not
//     found; where the whole line is speech, there is none.
//
// Sources: the marks and their use by language follow the Unicode Standard,
// chapter 6.2; the repeated opening mark of paragraphs, style guides of the press;
// dialogue dashes, the rules of Polish and Ukrainian spelling.
package quotes

import (
	"embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"parley/stages"
	"parley/stages/language/lexicon"
)

// Files holds the list of reporting verbs.
//
//go:embed reporting.tsv
var Files embed.FS

// Reader reads quotation marks. It is only read once made.
type Reader struct {
	reporting map[string]bool
}

// New returns a reader.
func New() (*Reader, error) {
	reporting, err := lexicon.Set(Files, "quotes/reporting.tsv")
	if err != nil {
		return nil, fmt.Errorf("quotes: %w", err)
	}
	return &Reader{reporting}, nil
}

// Reports reports whether a word is a verb form that introduces a quotation or
// goes on from one.
func (r *Reader) Reports(word string) bool { return r.reporting[word] }

// Attribution is the index after a name and a reporting verb that stand at k
// (Brown | said), or -1.
func (r *Reader) Attribution(text string, tokens []stages.Token, k int) int {
	first := k
	for k < len(tokens) && k-first < 4 && tokens[k].Shape == stages.Capitalized {
		k++
	}
	if k == first || k >= len(tokens) || !r.reporting[word(text, tokens[k])] {
		return -1
	}
	return k + 1
}

// IsDash reports a dash that can set off speech.
func IsDash(text string, t stages.Token) bool {
	switch word(text, t) {
	case "-", "--", "–", "—":
		return true
	}
	return false
}

// IsSingle reports an apostrophe, which may be a single quotation mark.
func IsSingle(w string) bool { return w == "'" || w == "’" }

// isDouble reports a double quotation mark.
func isDouble(w string) bool {
	switch w {
	case "“", "”", "„", "‟", "«", "»", `"`, "＂", "''", "``", "’’":
		return true
	}
	return false
}

func word(text string, t stages.Token) string { return text[t.Start:t.End] }

// stop reports whether a token ends with a mark that ends a sentence.
func stop(text string, t stages.Token) bool {
	r, _ := utf8.DecodeLastRuneInString(text[t.Start:t.End])
	return strings.ContainsRune(".!?…", r)
}
