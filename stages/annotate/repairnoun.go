package annotate

import (
	"strings"

	"parley/stages"
)

// repairDescribing makes of a form in -ing at i, taken for a verb with an object,
// an adjective of that: "from neighbouring Peru".
func repairDescribing(tok []stages.Token, i int) {
	up := int(tok[i].Head)
	if up < 0 {
		return
	}
	for o := i + 1; o < len(tok) && o < i+6; o++ {
		if int(tok[o].Head) != i || tok[o].Rel != stages.RelObj {
			continue
		}
		rel := stages.RelObj
		for k := range i {
			if int(tok[k].Head) == i && (tok[k].Rel == stages.RelMark || tok[k].Rel == stages.RelCase) {
				tok[k].Head, tok[k].Rel = int16(o), stages.RelCase
				rel = stages.RelObl
			}
		}
		tok[o].Head, tok[o].Rel = int16(up), rel
		tok[i].Head, tok[i].Rel = int16(o), stages.RelAmod
		return
	}
}

// repairAttachment hangs what "of" or "between" at i leads on to on the noun right
// before it, where the parser has hung it on a noun further up.
func repairAttachment(tok []stages.Token, i int) {
	n := int(tok[i].Head)
	if n <= i || tok[n].Rel.Base() != stages.RelNmod && (tok[i].Lower == "of" || tok[n].Rel.Base() != stages.RelObl) {
		return
	}
	k := i - 1
	for k > 0 && tok[k].Rel == stages.RelFlat && int(tok[k].Head) >= 0 && int(tok[k].Head) < k {
		k = int(tok[k].Head)
	}
	if up := int(tok[n].Head); up >= 0 && up < k && (nounish(tok[up]) || tok[i].Lower != "of") && !under(tok, k, n) {
		tok[n].Head, tok[n].Rel = int16(k), stages.RelNmod
	}
}

// repairPair joins what "and" leads on to after "between" at i with the noun
// before it.
func repairPair(tok []stages.Token, i int) {
	n := int(tok[i].Head)
	for j := n + 1; j > i && j < len(tok) && j < n+8; j++ {
		if tok[j].Lower != "and" {
			continue
		}
		if b := int(tok[j].Head); b > j && tok[b].Rel == stages.RelConj && int(tok[b].Head) < i && !under(tok, n, b) {
			tok[b].Head = int16(n)
		}
		return
	}
}

// repairOccasion hangs a participle that is said of events, as "scheduled", on the
// noun whose phrase ends before it: "a meeting of ministers scheduled for Monday".
func repairOccasion(tok []stages.Token, i int) {
	k := &tok[i]
	if i == 0 || !nounish(tok[i-1]) || k.XPOS != stages.TagVBN && (k.XPOS != stages.TagVBD || k.Rel != stages.RelXcomp) || k.Rel == stages.RelRoot {
		return
	}
	n := i - 1
	for range len(tok) {
		up := int(tok[n].Head)
		r := tok[n].Rel.Base()
		if up < 0 || up > n || r != stages.RelNmod && r != stages.RelFlat && r != stages.RelAppos && r != stages.RelConj {
			break
		}
		n = up
	}
	if !under(tok, n, i) {
		k.Head, k.Rel, k.XPOS = int16(n), stages.RelAcl, stages.TagVBN
	}
}

// repairPredicate makes a predicate of a participle right behind a plural noun
// that is taken for its adjective: "rebels wounded two soldiers".
func repairPredicate(tok []stages.Token, i int) {
	n := int(tok[i].Head)
	if n != i-1 || n < 0 || tok[n].XPOS != stages.TagNNS || !strings.HasSuffix(tok[i].Lower, "ed") || i+1 >= len(tok) || finite(tok, n) {
		return
	}
	switch tok[i+1].UPOS {
	case stages.PosNum, stages.PosDet, stages.PosPropn:
	default:
		return // "the rebels wounded in May", "the rebels armed by Peru"
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

// repairObject gives a verb the object with a possessor right behind it, which is
// taken for a second subject of the verb that follows: "Peru has closed its
// borders, officials said".
func repairObject(tok []stages.Token, i int) {
	v := int(tok[i].Head)
	if v < i {
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

// repairHyphen makes one adjective of a word with a hyphen before a name, where the
// name is hung on its last part: "to war-torn Peru".
func repairHyphen(tok []stages.Token, i int) {
	part := i - 1
	if part < 2 || i < 3 || int(tok[i].Head) != part || tok[i-2].Lower != "-" || tok[i-2].Space || tok[part].Space || !named(tok[i]) || tok[part].Shape != stages.Lowercase || tok[i-3].Shape != stages.Lowercase {
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
