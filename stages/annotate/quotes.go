package annotate

import (
	"strings"

	"parley/stages"
)

// pairQuotes gives the quotation marks of a paragraph their direction. A mark
// opens where space stands before it and none after, closes where it is the
// other way round, and else does what the marks before it leave open. Bad
// typesetting is met: ” as an opening mark, “ as a closing one („so“).
func pairQuotes(text string, tokens []stages.Token) {
	lastSingle := -1 // last mark that could close single quotes
	for i := len(tokens) - 1; i >= 0 && lastSingle < 0; i-- {
		if t := &tokens[i]; !t.Space && i > 0 && single(text[t.Start:t.End]) {
			lastSingle = i
		}
	}
	open, openSingle := false, false
	for i := range tokens {
		t := &tokens[i]
		w := text[t.Start:t.End]
		before := t.Space || i == 0 || opening(text, tokens[i-1])
		after := i+1 == len(tokens) || tokens[i+1].Space
		switch {
		case w == "“" || w == "„" || w == "«" || w == "”" || w == "»" || w == `"` || w == "''" || w == "``" || w == "’’":
			opens := before && !after
			if before == after {
				opens = !open
			}
			if opens {
				t.Shape = stages.OpenQuote
			} else {
				t.Shape = stages.CloseQuote
			}
			open = opens
		case w == "‘" || single(w):
			switch {
			case openSingle && !before:
				t.Shape, openSingle = stages.CloseQuote, false
			case before && !after && !openSingle && (w == "‘" || i < lastSingle):
				t.Shape, openSingle = stages.OpenQuote, true
			}
		}
	}
}

func single(w string) bool { return w == "'" || w == "’" }

// opening reports whether a quotation mark right after the token opens.
func opening(text string, t stages.Token) bool {
	switch t.Shape {
	case stages.OpenQuote:
		return true
	case stages.Punct:
		return strings.Contains("([{—–", text[t.Start:t.End])
	}
	return false
}
