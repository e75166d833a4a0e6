package annotate

import (
	"strings"

	"parley/stages"
)

// pairQuotes gives the quotation marks of a paragraph their direction. A mark
// opens where space stands before it and none after, closes where it is the
// other way round, and else does what the marks before it leave open. Bad
// typesetting is met: ” as an opening mark, “ as a closing one („so“), spaces on
// the wrong side.
func (p *splitter) pairQuotes(text string, tokens []stages.Token) {
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
		case double(w) || w == "″" && (t.Space || i > 0 && tokens[i-1].Shape != stages.Numeric):
			opens := before && !after
			switch {
			case open && (w == "”" || w == "»") || before && p.carriesOn(text, tokens, i, open):
				opens = false
			case before == after:
				opens = !open && i+1 < len(tokens)
			case !open && after && p.introduced(text, tokens, i):
				opens = true
			}
			t.Shape = stages.CloseQuote
			if opens {
				t.Shape = stages.OpenQuote
			}
			open = opens
		case w == "‘" || single(w):
			switch {
			case w == "‘" && before && !after && (i < lastSingle || tokens[i+1].Shape != stages.Numeric): // but ‘16
				t.Shape, openSingle = stages.OpenQuote, true
			case openSingle && !before:
				t.Shape, openSingle = stages.CloseQuote, false
			case before && !after && !openSingle && i < lastSingle:
				t.Shape, openSingle = stages.OpenQuote, true
			}
		}
	}
}

// double reports a double quotation mark.
func double(w string) bool {
	switch w {
	case "“", "”", "„", "‟", "«", "»", `"`, "＂", "''", "``", "’’":
		return true
	}
	return false
}

// carriesOn reports whether the clause that follows a mark says who spoke, so
// that the mark closes in spite of its spaces: war, "said the envoy. What could
// begin a quotation as well counts only where one is open.
func (p *splitter) carriesOn(text string, tokens []stages.Token, i int, open bool) bool {
	k := i + 1
	if k < len(tokens) && dash(text, tokens[k]) {
		k++
		open = true
	} else if i == 0 || tokens[i-1].Shape.IsWord() {
		return false // he "said" so
	}
	if k < len(tokens) && p.saying[text[tokens[k].Start:tokens[k].End]] {
		return open || k+1 < len(tokens) && tokens[k+1].Shape == stages.Capitalized && text[tokens[i].Start:tokens[i].End] != "“"
	}
	return open && p.clause(text, tokens, k) > 0
}

// introduced reports whether a colon, or a verb of saying with a comma, stands
// before a mark.
func (p *splitter) introduced(text string, tokens []stages.Token, i int) bool {
	if i < 2 {
		return false
	}
	c := text[tokens[i-1].Start]
	return c == ':' || c == ',' && p.saying[text[tokens[i-2].Start:tokens[i-2].End]]
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
