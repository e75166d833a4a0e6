package quotes

import (
	"strings"

	"parley/stages"
)

// Direct gives the quotation marks among the tokens of a paragraph their
// direction, as the shape OpenQuote or CloseQuote; apostrophes keep theirs. A mark
// opens where space stands before it and none after, closes where it is the other
// way round, and else does what the marks before it leave open. Bad typesetting is
// met: ” as an opening mark, “ as a closing one („so“), spaces on the wrong side.
func (r *Reader) Direct(text string, tokens []stages.Token) {
	s := singles{text: text, tokens: tokens}
	s.last = s.lastMark()
	open := false
	for i := range tokens {
		t := &tokens[i]
		switch w := word(text, *t); {
		case isDouble(w) || w == "″" && (t.Space || i > 0 && tokens[i-1].Shape != stages.Numeric):
			t.Shape = stages.CloseQuote
			if open = r.opens(text, tokens, i, open); open {
				t.Shape = stages.OpenQuote
			}
		case w == "‘" || IsSingle(w):
			s.direct(i)
		}
	}
}

// opens reports whether the double mark at i opens; open says whether the marks
// before it leave a quotation open.
func (r *Reader) opens(text string, tokens []stages.Token, i int, open bool) bool {
	w := word(text, tokens[i])
	before, after := spaceBefore(text, tokens, i), spaceAfter(tokens, i)
	switch {
	case open && (w == "”" || w == "»") || before && r.carriesOn(text, tokens, i, open):
		return false
	case before == after:
		return !open && i+1 < len(tokens)
	case !open && after && r.introduced(text, tokens, i):
		return true
	}
	return before && !after
}

// spaceBefore reports whether token i stands free to its left: white space, the
// paragraph's start, or a mark that opens.
func spaceBefore(text string, tokens []stages.Token, i int) bool {
	return i == 0 || tokens[i].Space || opening(text, tokens[i-1])
}

// spaceAfter reports whether token i stands free to its right.
func spaceAfter(tokens []stages.Token, i int) bool { return i+1 == len(tokens) || tokens[i+1].Space }

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

// carriesOn reports whether the clause that follows a mark says who spoke, so
// that the mark closes in spite of its spaces: war, "said the envoy. What could
// begin a quotation as well counts only where one is open.
func (r *Reader) carriesOn(text string, tokens []stages.Token, i int, open bool) bool {
	k := i + 1
	if k < len(tokens) && IsDash(text, tokens[k]) {
		k++
		open = true
	} else if i == 0 || tokens[i-1].Shape.IsWord() {
		return false // he "said" so
	}
	if k < len(tokens) && r.Reports(word(text, tokens[k])) {
		return open || k+1 < len(tokens) && tokens[k+1].Shape == stages.Capitalized && word(text, tokens[i]) != "“"
	}
	return open && r.Attribution(text, tokens, k) > 0
}

// introduced reports whether a colon, or a verb of saying with a comma, stands
// before a mark.
func (r *Reader) introduced(text string, tokens []stages.Token, i int) bool {
	if i < 2 {
		return false
	}
	c := text[tokens[i-1].Start]
	return c == ':' || c == ',' && r.Reports(word(text, tokens[i-2]))
}
