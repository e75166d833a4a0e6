package quotes

import (
	"slices"

	"parley/stages"
)

// maxDialogue bounds speech between dashes, in tokens.
const maxDialogue = 700

// maxTag bounds how far behind the dash the reporting verb may stand, in tokens.
const maxTag = 14

// dialogue finds speech between dashes: "- We shall wait - the minister said." A
// dash at the start of the paragraph or behind the end of a sentence opens it; a
// dash between spaces closes it when a reporting verb follows soon, so that lists
// and asides stay what they are.
func (r *Reader) dialogue(p *paragraph) {
	tokens := p.tokens()
	if !slices.ContainsFunc(tokens, func(t stages.Token) bool { return IsDash(p.text, t) }) {
		return
	}
	closer := r.closers(p.text, tokens)
	for i := 0; i < len(tokens); i++ {
		if !opensSpeech(p.text, tokens, i) {
			continue
		}
		if k := closer[i]; k > i+1 && k-i <= maxDialogue {
			p.add(mark{start: tokens[i].Start, end: tokens[i+1].Start}, mark{start: tokens[k-1].End, end: tokens[k].End}, stages.DialogueDash)
			i = k
		}
	}
}

// closers gives for each token the next dash behind it that a reporting verb
// follows, or 0.
func (r *Reader) closers(text string, tokens []stages.Token) []int {
	out := make([]int, len(tokens))
	next, verb := 0, len(tokens)+maxTag // the next reporting verb of the sentence
	for i := len(tokens) - 1; i >= 0; i-- {
		out[i] = next
		switch t := tokens[i]; {
		case r.Reports(word(text, t)):
			verb = i
		case t.Shape == stages.Punct && stop(text, t):
			verb = len(tokens) + maxTag
		case closesSpeech(text, tokens, i) && verb-i <= maxTag:
			next = i
		}
	}
	return out
}

// closesSpeech reports a dash between spaces.
func closesSpeech(text string, tokens []stages.Token, i int) bool {
	return tokens[i].Space && spaceAfter(tokens, i) && IsDash(text, tokens[i])
}

// opensSpeech reports a dash that speech may begin with: nothing stands before
// it, or the end of a sentence.
func opensSpeech(text string, tokens []stages.Token, i int) bool {
	if i+1 == len(tokens) || !tokens[i+1].Space || !IsDash(text, tokens[i]) {
		return false
	}
	for i > 0 && (tokens[i-1].Shape == stages.OpenQuote || tokens[i-1].Shape == stages.CloseQuote) {
		i--
	}
	return i == 0 || stop(text, tokens[i-1])
}
