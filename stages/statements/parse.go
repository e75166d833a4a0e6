package statements

import (
	"slices"

	"parley/stages"
)

// treeOf is the tree of a sentence.
func (v *view) treeOf(sent int32) *stages.Tree {
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

// describes says whether the parse has an item as a word that describes the
// noun behind it and is no verb: "the alleged payment". Headlines are parsed
// too badly to be asked.
func (v *view) describes(u *unit, t *item) bool {
	x := v.token(t)
	if u.heading || t.low == "said" || t.low == "says" {
		return false
	}
	switch x.Rel.Base() {
	case stages.RelAmod, stages.RelCompound:
		return int32(x.Head) > t.tok && x.UPOS != stages.PosNoun
	}
	return x.UPOS == stages.PosAdj
}

