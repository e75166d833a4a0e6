package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/stages"
	"parley/stages/language/quotes"
)

// boundary decides whether a sentence that began at start ends after token
// to-1, where token i is its full stop and the tokens between are closers.
func (p *splitter) boundary(text string, tokens []stages.Token, start, i, to int) bool {
	t, next := tokens[i], tokens[to]
	mark := text[t.Start:t.End]
	starts := begins(text, tokens, to)
	switch {
	case t.Shape != stages.Punct:
		return starts && p.afterAbbreviation(mark, text, tokens, to)
	case i == start || i == start+1 && enumerator(text, tokens[start]):
		return false // "1. The ..." and "... and then"
	case !starts:
		return len(mark) == 1 && next.Shape == stages.OpenQuote && tokens[i-1].Shape.IsWord()
	case to > i+1 && next.Space && text[tokens[i-1].Start:t.Start] == "ed": // (of last year - ed.)
		return false
	case p.said(text, tokens, i, to, mark):
		return false
	}
	if mark[0] == '.' && len(mark) > 1 || mark == "…" { // said… Well, ...
		w := text[tokens[i-1].Start:tokens[i-1].End]
		return w != "said" && w != "says" && w != "told"
	}
	return true
}

// begins reports whether a sentence can begin at a token.
func begins(text string, tokens []stages.Token, i int) bool {
	for k := 0; i < len(tokens) && k < 3; i, k = i+1, k+1 {
		if e := elision(text, tokens, i); e > i {
			i = e
			continue
		}
		t := tokens[i]
		switch t.Shape {
		case stages.Capitalized, stages.Uppercase, stages.Numeric, stages.Symbol:
			return true
		case stages.Mixed:
			return true
		case stages.OpenQuote:
			continue
		case stages.Lowercase:
			r, _ := utf8.DecodeRuneInString(text[t.Start:])
			return !unicode.IsLower(r) && unicode.IsLetter(r) // scripts without case
		case stages.Punct:
			switch text[t.Start:t.End] {
			case "(", "[", "-", "–", "—", "--", "*", "•", "·", "#", "@", "'", "‘":
				if t.Space || i > 0 && k == 0 {
					continue
				}
			}
		}
		return false
	}
	return false
}

// elision is the last token of an ellipsis in brackets that begins at i, or i.
func elision(text string, tokens []stages.Token, i int) int {
	if i+2 < len(tokens) && strings.IndexByte("[(", text[tokens[i].Start]) >= 0 && strings.IndexByte("])", text[tokens[i+2].Start]) >= 0 {
		if m := text[tokens[i+1].Start:tokens[i+1].End]; m == "…" || strings.HasPrefix(m, "..") {
			return i + 2
		}
	}
	return i
}

// starter reports a capitalized word that begins sentences.
func (p *splitter) starter(text string, t stages.Token) bool {
	return (t.Shape == stages.Capitalized || t.Shape == stages.Uppercase) && p.starters[strings.ToLower(text[t.Start:t.End])]
}

// enumerator reports whether a token can number a list line.
func enumerator(text string, t stages.Token) bool {
	return t.End-t.Start <= 2 && (t.Shape == stages.Numeric || t.End-t.Start == 1 && t.Shape == stages.Uppercase)
}

// afterAbbreviation decides for an abbreviation with its stop before a token
// that can begin a sentence.
func (p *splitter) afterAbbreviation(mark, text string, tokens []stages.Token, to int) bool {
	next := tokens[to]
	switch p.kinds[strings.ToLower(mark[:len(mark)-1])] {
	case title, date, number:
		return false
	}
	if next.Shape == stages.OpenQuote { // but J.R. "Bobby" Roe
		return len(mark) > 2 && (to+2 >= len(tokens) || tokens[to+2].Shape != stages.CloseQuote)
	}
	return p.starter(text, next) || mark == "etc." && next.Shape == stages.Capitalized
}

// said reports whether the tokens from to on carry a closed quotation on: a
// name and a verb of saying. After a full stop they have to be all that is left,
// since "... war." Brown said that ... begins anew.
func (p *splitter) said(text string, tokens []stages.Token, i, to int, mark string) bool {
	quoted := false
	for _, t := range tokens[i+1 : to] {
		quoted = quoted || t.Shape == stages.CloseQuote
	}
	k := to
	if k < len(tokens) && quotes.IsDash(text, tokens[k]) {
		quoted = true
		k++
	}
	if !quoted || k == to && k < len(tokens) && pronoun(text, tokens[k]) {
		return false // "Why?" He asked that ...
	}
	k = p.quotes.Attribution(text, tokens, k)
	switch {
	case k < 0:
		return false
	case mark != "." || k == len(tokens):
		return true
	case text[tokens[k].Start] == ',':
		return k+1 < len(tokens) && tokens[k+1].Shape == stages.Lowercase
	}
	return tokens[k].Shape == stages.Punct
}

// pronoun reports a pronoun that would not be capitalized within a sentence.
func pronoun(text string, t stages.Token) bool {
	switch text[t.Start:t.End] {
	case "He", "She", "They", "We", "It", "You":
		return true
	}
	return false
}
