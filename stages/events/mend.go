package events

import (
	"slices"

	"parley/stages"
)

// mend puts right what the parser gets wrong most in news. The tokens that it
// returns are copies, with other heads, relations and tags where it saw reason.
func (l *vocabulary) mend(given []stages.Token) []stages.Token {
	tok := slices.Clone(given)
	for i := range tok {
		k := &tok[i]
		up := int(k.Head)
		if up < 0 || up >= len(tok) {
			continue
		}
		over := int(tok[up].Head)
		switch {
		case dayName(tok[up].Lower) && over >= 0 && attribute(*k): // "said on Tuesday it had left"
			k.Head, k.Rel = int16(over), stages.RelCcomp
		case i < up && i < 2 && name(*k) && stray(k.Rel) && subjectless(tok, up): // "Norway, a kingdom, said"
			k.Rel = stages.RelNsubj
		case l.words["upcoming"][k.Lower] && (k.XPOS == stages.TagVBN && k.Rel != stages.RelRoot || k.XPOS == stages.TagVBD && k.Rel == stages.RelXcomp) && i > 0 && (tok[i-1].UPOS == stages.PosNoun || tok[i-1].UPOS == stages.PosPropn): // "a meeting of ministers scheduled"
			if n := phraseTop(tok, i-1); n < i && int(tok[n].Head) != i {
				k.Head, k.Rel = int16(n), stages.RelAcl
			}
		case k.XPOS == stages.TagVBG && k.Rel.Base() == stages.RelAdvcl && up > i && l.words["say"][tok[up].Lower]:
			reported(tok, i)
		case k.Rel == stages.RelExpl && k.Lower == "it" && subjectless(tok, up): // "said it is willing to"
			k.Rel = stages.RelNsubj
		case k.XPOS == stages.TagVBG && k.Rel.Base() == stages.RelAdvcl && tok[i-min(i, 1)].Lower == "," && tok[up].XPOS == stages.TagVB && over >= 0 && over < up:
			k.Head = int16(over) // "opened fire to stop them, killing one"
		case k.Rel == stages.RelNsubjPass:
			l.agentless(tok, i)
		case k.Rel == stages.RelNsubj && nounish(*k):
			l.owned(tok, i)
		case k.Rel == stages.RelAmod && up < i:
			verbal(tok, i)
		case k.Rel == stages.RelFlat || k.Rel == stages.RelCompound:
			hyphenated(tok, i)
		}
	}
	for i := range tok {
		if today(tok[i].Lower) {
			circumstance(tok, i)
		}
	}
	verbless(tok)
	line := dateline(tok)
	for i := range tok {
		switch x := tok[i].XPOS; {
		case x == stages.TagVBG && l.words["being"][tok[i].Lower]:
			describe(tok, i)
		case tok[i].Rel.Base() == stages.RelNsubj && i+1 < len(tok) && tok[i+1].Lower == ",":
			several(tok, i)
		case tok[i].Lower == "of" && i > 0 && nounish(tok[i-1]):
			possess(tok, i)
		case tok[i].Lower == "by" && i > 0 && tok[i-1].Rel == stages.RelObj:
			demander(tok, i)
		case tok[i].Lower == "between":
			if i > 0 && nounish(tok[i-1]) {
				possess(tok, i) // "on the border between"
			}
			pair(tok, i)
		case finite(tok, i):
			l.front(tok, i, line)
		}
	}
	return tok
}

// possess hangs what "of" or "between" at i leads on to on the noun right before it, where the
// parser has hung it on a noun further up.
func possess(tok []stages.Token, i int) {
	n := int(tok[i].Head)
	if n <= i || tok[n].Rel.Base() != stages.RelNmod && (tok[i].Lower == "of" || tok[n].Rel.Base() != stages.RelObl) {
		return
	}
	k := i - 1
	for k > 0 && tok[k].Rel == stages.RelFlat && int(tok[k].Head) < k {
		k = int(tok[k].Head)
	}
	if up := int(tok[n].Head); up >= 0 && up < k && (nounish(tok[up]) || tok[i].Lower != "of") {
		tok[n].Head, tok[n].Rel = int16(k), stages.RelNmod
	}
}

// reported hangs a participle at i, put under the verb of saying that follows, on
// what is said: "Spain left, taking all, the minister said".
func reported(tok []stages.Token, i int) {
	say := tok[i].Head
	if up := tok[say].Head; (tok[say].Rel == stages.RelParataxis || tok[say].Rel == stages.RelConj) && up >= 0 && int(up) < i {
		tok[i].Head = up
		return
	}
	for c := range i {
		if tok[c].Head == say && tok[c].Rel == stages.RelCcomp {
			tok[i].Head = int16(c)
			return
		}
	}
}

// describe makes of a form in -ing at i, taken for a verb with an object, an
// adjective of that: "from neighbouring Spain".
func describe(tok []stages.Token, i int) {
	up := int(tok[i].Head)
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

// pair joins what "and" leads on to after "between" at i with the noun before it.
func pair(tok []stages.Token, i int) {
	a := int(tok[i].Head)
	for j := a + 1; j > i && j < len(tok) && j < a+8; j++ {
		if tok[j].Lower != "and" {
			continue
		}
		if b := int(tok[j].Head); b > j && tok[b].Rel == stages.RelConj && int(tok[b].Head) < i {
			tok[b].Head = int16(a)
		}
		return
	}
}

// phraseTop is the noun whose phrase ends at k.
func phraseTop(tok []stages.Token, k int) int {
	for range 6 {
		up := int(tok[k].Head)
		r := tok[k].Rel.Base()
		if up < 0 || up > k || r != stages.RelNmod && r != stages.RelFlat && r != stages.RelAppos && r != stages.RelConj {
			break
		}
		k = up
	}
	return k
}

// attribute reports whether a token is the verb of a clause that is taken for an
// attribute.
func attribute(k stages.Token) bool {
	switch k.Rel.Base() {
	case stages.RelAcl, stages.RelAppos, stages.RelParataxis, stages.RelCcomp, stages.RelDep:
		return k.UPOS == stages.PosVerb || k.UPOS == stages.PosAdj
	}
	return false
}

func name(k stages.Token) bool {
	return k.Shape == stages.Capitalized || k.Shape == stages.Uppercase
}

// stray reports the relations that the parser gives to a name it has no use for.
func stray(r stages.Rel) bool {
	return r == stages.RelVocative || r == stages.RelDiscourse || r == stages.RelReparandum || r == stages.RelDislocated
}
