package statements

import "parley/stages"

// dateline is the number of tokens that make up the dateline a paragraph
// begins with: "KYIV, March 21 (CNA) -" tells where and when it was written
// and is no part of what is said. It is 0 when there is none.
func dateline(tokens []stages.Token) int {
	const longest = 16
	if len(tokens) == 0 || tokens[0].Shape != stages.Uppercase || len(tokens[0].Lower) < 3 {
		return 0
	}
	open := false
	for i := 1; i < len(tokens)-1 && i < longest; i++ {
		switch t := &tokens[i]; {
		case t.Lower == "(":
			open = true
		case t.Lower == ")":
			open = false
		case open:
		case t.Lower == "-" || t.Lower == "–" || t.Lower == "—" || t.Lower == "--":
			next := tokens[i+1].Shape
			if next == stages.Capitalized || next == stages.Uppercase || next == stages.Numeric || next == stages.OpenQuote {
				return i + 1
			}
			return 0
		case t.Shape == stages.Lowercase:
			return 0
		}
	}
	return 0
}
