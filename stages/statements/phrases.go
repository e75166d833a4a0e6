package statements

import (
	"slices"

	"parley/stages"
	"parley/stages/language/trees"
)

// treeOf is the tree of a sentence.
func (v *view) treeOf(sent int32) *trees.Tree {
	if v.treeSent != sent+1 {
		v.tree.Reset(v.doc.Sentences[sent].Tokens)
		v.treeSent = sent + 1
	}
	return &v.tree
}

// token is the token of an item that is no quotation.
func (v *view) token(t *item) *stages.Token {
	return &v.doc.Sentences[t.sent].Tokens[t.tok]
}

// itemOf is the item that holds token i of a sentence, or -1.
func (v *view) itemOf(its []item, sent int32, i int) int {
	at := v.doc.Sentences[sent].Tokens[i].Start
	k, ok := slices.BinarySearchFunc(its, at, func(t item, at int32) int { return int(t.start - at) })
	if !ok {
		k--
	}
	if k < 0 || at >= its[k].end {
		return -1
	}
	return k
}

// endsPhrase says whether an item ends a phrase to the left or right of it.
func endsPhrase(t *item) bool {
	return t.is(clauseEnd|comma|dash) || t.low == "(" || t.low == ")" || t.low == "[" || t.low == "]"
}

// verbal says whether an item is a finite verb.
func (v *view) verbal(t *item) bool {
	if t.quoted() {
		return false
	}
	if t.is(finite | verb) {
		return true
	}
	switch v.token(t).XPOS {
	case stages.TagVBD, stages.TagVBZ, stages.TagVBP, stages.TagMD:
		return true
	}
	return false
}

// clausal says whether a range holds a finite verb.
func (v *view) clausal(its []item) bool {
	return slices.ContainsFunc(its, func(t item) bool { return v.verbal(&t) })
}

// namesOffice says whether a range names an office: "the foreign minister".
func (v *view) namesOffice(its []item) bool {
	for i := range its {
		if its[i].is(speakerNoun) {
			return true
		}
	}
	return false
}
