package annotate

import (
	"strings"

	"parley/stages"
	"parley/stages/language/lexicon"
	"parley/stages/language/quotes"
)

// maxSentence is where a run of tokens without an end is cut, so that a text
// without punctuation stays bounded.
const maxSentence = 400

// maxHeading is the length in tokens above which a line without closing
// punctuation is taken for a sentence that lost its full stop.
const maxHeading = 25

// maxStopped is maxHeading for a line that ends in the full stop of an
// abbreviation, which may be the sentence's as well.
const maxStopped = 15

// maxLine is the length in bytes up to which a line that a single newline ends
// is taken for a line of a list and not for wrapped prose.
const maxLine = 60

// splitter finds where sentences end among the tokens of a paragraph.
type splitter struct {
	kinds    map[string]abbreviation
	starters map[string]bool
	quotes   *quotes.Reader
}

func newSplitter(kinds map[string]abbreviation) (splitter, error) {
	p := splitter{kinds: kinds}
	var err error
	if p.starters, err = lexicon.Set(dataFiles, "annotate/starters.tsv"); err != nil {
		return p, err
	}
	p.quotes, err = quotes.New()
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
		case t.Shape == stages.CloseQuote, !t.Space && (w == ")" || w == "]"), !t.Space && quotes.IsSingle(w):
			to++
		case w == "[" && to+2 < len(tokens) && tokens[to+1].Shape == stages.Numeric && text[tokens[to+2].Start] == ']':
			to += 3
		default:
			return to
		}
	}
	return to
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
			return !strings.ContainsAny(w[:1], ".!?:,;") && !strings.HasPrefix(w, "…")
		default:
			return len(tokens) <= maxStopped || w[len(w)-1] != '.'
		}
	}
	return false
}
