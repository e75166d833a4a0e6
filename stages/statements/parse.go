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

// describes says whether the parse has item i as a word that describes a noun
// and is no verb: "the alleged payment", "state lawmakers",
// "tax-writing". Headlines are parsed too badly to be asked.
func (v *view) describes(u *unit, i int, f form) bool {
	t := &u.items[i]
	x := v.token(t)
	if u.heading || t.low == "said" || t.low == "says" {
		return false
	}
	if i > 0 && u.items[i-1].quoted() && t.capital() && x.UPOS == stages.PosPropn || i > 1 && u.items[i-1].low == "-" && u.items[i-1].end == t.start && u.items[i-2].end == u.items[i-1].start && f&formIng != 0 {
		return true
	}
	switch x.Rel {
	case stages.RelAmod:
		return int32(x.Head) > t.tok && x.UPOS != stages.PosNoun && i > 0 && !u.items[i-1].is(conj|comma)
	case stages.RelCompound:
		return int32(x.Head) > t.tok && (x.UPOS != stages.PosNoun || f&formBase != 0)
	}
	return x.UPOS == stages.PosAdj
}

// finiteVerb says whether the parse has an item as a verb in the present tense
// with a subject of its own.
func (v *view) finiteVerb(t *item) bool {
	x := v.token(t)
	if x.XPOS != stages.TagVBP && x.XPOS != stages.TagVBZ {
		return false
	}
	return v.treeOf(t.sent).Child(int(t.tok), stages.RelNsubj) >= 0
}
