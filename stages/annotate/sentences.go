package annotate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"parley/stages"
	"parley/stages/annotate/tsv"
)

// maxSentence is where a run of tokens without an end is cut, so that a text
// without punctuation stays bounded.
const maxSentence = 400

// maxHeading is the length in tokens above which a line without closing
// punctuation is taken for a sentence that lost its full stop.
const maxHeading = 25

// maxLine is the length in bytes up to which a line that a single newline ends
// is taken for a line of a list and not for wrapped prose.
const maxLine = 60

// splitter finds where sentences end among the tokens of a paragraph.
type splitter struct {
	kinds    map[string]abbreviation
	starters map[string]bool
	saying   map[string]bool
}

func newSplitter(kinds map[string]abbreviation) (splitter, error) {
	p := splitter{kinds: kinds}
	var err error
	if p.starters, err = tsv.Set(dataFiles, "starters.tsv"); err != nil {
		return p, err
	}
	p.saying, err = tsv.Set(dataFiles, "saying.tsv")
	return p, err
}

// end is where a sentence ends: the index after its last token.
type end struct {
	to        int
	paragraph int32
	heading   bool
}

// split appends the sentence ends of the paragraph whose tokens begin at from.
func (p *splitter) split(ends []end, text string, tokens []stages.Token, from int, paragraph int32) []end {
	line := from // first token of the line
	start := from
	for i := from; i < len(tokens); {
		to := i + 1
		if p.terminal(text, tokens[from:], i-from, i > start) {
			to = closers(text, tokens, to)
		}
		newline := to == len(tokens) || strings.IndexByte(text[tokens[to-1].End:tokens[to].Start], '\n') >= 0
		done := to == len(tokens) || to-start >= maxSentence
		switch {
		case done:
		case newline:
			done = p.lineEnds(text, tokens, line, start, i, to)
		case to > i+1 || p.terminal(text, tokens[from:], i-from, i > start):
			done = p.boundary(text, tokens, start, i, to)
		}
		if done {
			e := end{to: to, paragraph: paragraph}
			if newline && start == line {
				e.heading = to-start <= maxHeading && heading(text, tokens[start:to])
			}
			ends = append(ends, e)
			start = to
		}
		if newline {
			line = to
		}
		i = to
	}
	return ends
}

// terminal reports whether token i may close a sentence: a full stop and the
// like, or an abbreviation with its stop.
func (p *splitter) terminal(text string, tokens []stages.Token, i int, inside bool) bool {
	t := tokens[i]
	switch text[t.Start] {
	case '.', '!', '?', "…"[0]:
		if t.Shape != stages.Punct || text[t.Start] == "…"[0] && !strings.HasPrefix(text[t.Start:], "…") {
			return false
		}
		return i == 0 || !strings.Contains("[(", text[tokens[i-1].Start:tokens[i-1].End])
	}
	return inside && t.Shape.IsWord() && t.End-t.Start > 1 && text[t.End-1] == '.'
}

// closers extends a sentence over the quotation marks and brackets that close
// with it, and over reference marks such as [17].
func closers(text string, tokens []stages.Token, to int) int {
	for to < len(tokens) {
		t := tokens[to]
		switch w := text[t.Start:t.End]; {
		case t.Shape == stages.CloseQuote, !t.Space && (w == ")" || w == "]"), !t.Space && single(w):
			to++
		case w == "[" && to+2 < len(tokens) && tokens[to+1].Shape == stages.Numeric && text[tokens[to+2].Start] == ']':
			to += 3
		default:
			return to
		}
	}
	return to
}

// boundary decides whether a sentence that began at start ends after token
// to-1, where token i is its full stop and the tokens between are closers.
func (p *splitter) boundary(text string, tokens []stages.Token, start, i, to int) bool {
	t, next := tokens[i], tokens[to]
	mark := text[t.Start:t.End]
	starts := begins(text, tokens, to)
	if t.Shape != stages.Punct {
		return starts && p.afterAbbreviation(mark, text, tokens, to)
	}
	if i == start || i == start+1 && enumerator(text, tokens[start]) {
		return false // "1. The ..." and "... and then"
	}
	if !starts {
		lost := !next.Space && mark == "." && next.Shape == stages.Lowercase && tokens[i-1].Shape.IsWord()
		return lost && to == i+1
	}
	if p.said(text, tokens, i, to, mark) {
		return false
	}
	if mark[0] == '.' && len(mark) > 1 || mark == "…" { // said… Well, ...
		return !p.saying[strings.ToLower(text[tokens[i-1].Start:tokens[i-1].End])]
	}
	return true
}

// begins reports whether a sentence can begin at a token.
func begins(text string, tokens []stages.Token, i int) bool {
	for k := 0; i < len(tokens) && k < 3; i, k = i+1, k+1 {
		t := tokens[i]
		switch t.Shape {
		case stages.Capitalized, stages.Uppercase, stages.Numeric, stages.Symbol:
			return true
		case stages.Mixed:
			return true
		case stages.OpenQuote:
			return true
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
	if next.Shape == stages.OpenQuote {
		return len(mark) > 2
	}
	if next.Shape == stages.Capitalized || next.Shape == stages.Uppercase {
		return p.starters[strings.ToLower(text[next.Start:next.End])] || mark == "etc."
	}
	return false
}

// said reports whether the tokens from to on carry a closed quotation on: a
// name or "he" and a verb of saying. After a full stop nothing may follow them
// but a mark, since "... war." The minister said that ... begins anew.
func (p *splitter) said(text string, tokens []stages.Token, i, to int, mark string) bool {
	quoted := false
	for _, t := range tokens[i+1 : to] {
		quoted = quoted || t.Shape == stages.CloseQuote
	}
	k := to
	if k < len(tokens) && strings.Contains("-–—", text[tokens[k].Start:tokens[k].End]) {
		quoted = true
		k++
	}
	if !quoted {
		return false
	}
	names := k
	for k < len(tokens) && k-names < 4 && tokens[k].Shape == stages.Capitalized {
		k++
	}
	if k == names || k >= len(tokens) || !p.saying[text[tokens[k].Start:tokens[k].End]] {
		return false
	}
	if mark != "." {
		return true
	}
	k++
	return k == len(tokens) || !tokens[k].Shape.IsWord()
}

// lineEnds decides whether the newline after token to-1 ends the sentence: it
// does after a full stop, and after a short line that is no wrapped prose.
func (p *splitter) lineEnds(text string, tokens []stages.Token, line, start, i, to int) bool {
	if tokens[i].Shape == stages.Punct && p.terminal(text, tokens, i, i > start) {
		return true
	}
	if !begins(text, tokens, to) || tokens[to-1].End-tokens[line].Start > maxLine {
		return false
	}
	w := text[tokens[to-1].Start:tokens[to-1].End]
	return w != "," && w != ";" && w != "-"
}

// heading reports whether a whole line lacks closing punctuation.
func heading(text string, tokens []stages.Token) bool {
	for i := len(tokens) - 1; i >= 0; i-- {
		t := tokens[i]
		switch w := text[t.Start:t.End]; {
		case t.Shape == stages.CloseQuote || w == ")" || w == "]":
		case t.Shape == stages.Punct:
			return !strings.ContainsAny(w[:1], ".!?:,;") && w != "…"
		default:
			return true
		}
	}
	return false
}
