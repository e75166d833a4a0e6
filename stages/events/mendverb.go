package events

import (
	"strings"

	"parley/stages"
	"parley/stages/language/times"
)

// agentless makes a subject of what is taken for that of a passive whose verb has
// a form of have and none of be: "the two parties have agreed".
func (l *vocabulary) agentless(tok []stages.Token, i int) {
	v := int(tok[i].Head)
	perfect := false
	for _, k := range tok {
		if int(k.Head) != v || k.Rel.Base() != stages.RelAux {
			continue
		}
		if !l.words["have"][k.Lower] {
			return
		}
		perfect = true
	}
	if perfect {
		tok[i].Rel = stages.RelNsubj
	}
}

// verbal makes a predicate of a participle right behind a plural noun that is
// taken for its adjective: "rebels wounded two soldiers, police said".
func verbal(tok []stages.Token, i int) {
	n := int(tok[i].Head)
	if n != i-1 || tok[n].XPOS != stages.TagNNS || !strings.HasSuffix(tok[i].Lower, "ed") || i+1 >= len(tok) || finite(tok, n) {
		return
	}
	switch tok[i+1].UPOS {
	case stages.PosNum, stages.PosDet, stages.PosPropn:
	default:
		return // "the rebels wounded in May", "the rebels armed by Spain"
	}
	k := &tok[i]
	k.Head, k.Rel, k.UPOS, k.XPOS = tok[n].Head, tok[n].Rel, stages.PosVerb, stages.TagVBD
	tok[n].Head, tok[n].Rel = int16(i), stages.RelNsubj
	object := false
	for j := i + 1; j < len(tok); j++ {
		switch c := &tok[j]; {
		case int(c.Head) == n && c.Rel != stages.RelNmod:
			c.Head = int16(i)
		case int(c.Head) == i && !object && nounish(*c) && !cased(tok, j):
			c.Rel, object = stages.RelObj, true
		}
	}
}

// cased reports whether the noun at n has a preposition.
func cased(tok []stages.Token, n int) bool {
	for i := range n {
		if int(tok[i].Head) == n && tok[i].Rel == stages.RelCase {
			return true
		}
	}
	return false
}

// owned gives a verb the object with a possessor right behind it, which is taken
// for a second subject of the verb of saying further on: "Spain has closed its
// borders, officials said".
func (l *vocabulary) owned(tok []stages.Token, i int) {
	v := int(tok[i].Head)
	if v < i || !l.words["say"][tok[v].Lower] {
		return
	}
	other := false
	for j := i + 1; j < v; j++ {
		other = other || int(tok[j].Head) == v && tok[j].Rel.Base() == stages.RelNsubj
	}
	u := i - 1
	for u >= 0 && int(tok[u].Head) == i {
		u--
	}
	if !other || u < 0 || u == i-1 || tok[u+1].Rel != stages.RelNmodPoss || tok[u].UPOS != stages.PosVerb || int(tok[u].Head) != v {
		return
	}
	for j := range tok {
		if int(tok[j].Head) == u && tok[j].Rel == stages.RelObj {
			return
		}
	}
	tok[i].Head, tok[i].Rel = int16(u), stages.RelObj
}

// hyphenated makes one adjective of a word with a hyphen before a name, where the
// name is hung on its last part: "to war-torn Spain".
func hyphenated(tok []stages.Token, i int) {
	part := i - 1
	if part < 2 || i < 3 || int(tok[i].Head) != part || tok[i-2].Lower != "-" || tok[i-2].Space || tok[part].Space || !name(tok[i]) || tok[part].Shape != stages.Lowercase || tok[i-3].Shape != stages.Lowercase {
		return
	}
	first := i - 3
	k := &tok[i]
	k.Head, k.Rel = tok[part].Head, tok[part].Rel
	if int(tok[first].Head) != i && cased(tok, first) { // the preposition is the name's
		k.Head, k.Rel = tok[first].Head, tok[first].Rel
	}
	for j := range tok {
		if h := int(tok[j].Head); j < first && h == first || j != i && h == part && (j < first || j > i) {
			tok[j].Head = int16(i)
		}
	}
	tok[part].Head, tok[part].Rel = int16(i), stages.RelAmod
	tok[first].Head, tok[first].Rel = int16(part), stages.RelObl
}

// demander hangs the name that "by" at i leads on to on the object right before
// it, where the verb is an active one: "rejected calls by Spain".
func demander(tok []stages.Token, i int) {
	n, v := int(tok[i].Head), int(tok[i-1].Head)
	if n < i || v < 0 || int(tok[n].Head) != v || tok[n].Rel.Base() != stages.RelObl || tok[n].UPOS != stages.PosPropn || times.MonthOf(tok[n].Lower) > 0 || today(tok[n].Lower) {
		return
	}
	switch tok[v].XPOS {
	case stages.TagVBD, stages.TagVBZ, stages.TagVBP, stages.TagVB:
		tok[n].Head, tok[n].Rel = int16(i-1), stages.RelNmod
	}
}
