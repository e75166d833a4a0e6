package events

import (
	"slices"

	"parley/stages"
)

// mend puts right what the parser gets wrong most in news: the tokens that it
// returns differ from those it was given in heads and relations alone.
func (l *lexicon) mend(given []stages.Token) []stages.Token {
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
		case l.words["upcoming"][k.Lower] && k.XPOS == stages.TagVBN && k.Rel != stages.RelRoot && i > 0 && (tok[i-1].UPOS == stages.PosNoun || tok[i-1].UPOS == stages.PosPropn): // "a meeting of ministers scheduled"
			if n := phraseTop(tok, i-1); n < i && int(tok[n].Head) != i {
				k.Head, k.Rel = int16(n), stages.RelAcl
			}
		case k.XPOS == stages.TagVBG && k.Rel.Base() == stages.RelAdvcl && up > i && l.words["say"][tok[up].Lower]:
			reported(tok, i)
		case k.Rel == stages.RelExpl && k.Lower == "it" && subjectless(tok, up): // "said it is willing to"
			k.Rel = stages.RelNsubj
		case k.XPOS == stages.TagVBG && k.Rel.Base() == stages.RelAdvcl && tok[i-min(i, 1)].Lower == "," && tok[up].XPOS == stages.TagVB && over >= 0 && over < up:
			k.Head = int16(over) // "opened fire to stop them, killing one"
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
		case tok[i].Lower == "between":
			pair(tok, i)
		case finite(tok, i):
			l.front(tok, i, line)
		}
	}
	return tok
}

// finite reports a verb in a tense, its own or that of its auxiliary.
func finite(tok []stages.Token, i int) bool {
	switch tok[i].XPOS {
	case stages.TagVBD, stages.TagVBZ, stages.TagVBP:
		return tok[i].UPOS == stages.PosVerb
	case stages.TagVBN, stages.TagVB, stages.TagVBG:
		return i > 0 && int(tok[i-1].Head) == i && tok[i-1].Rel.Base() == stages.RelAux
	}
	return false
}

func today(w string) bool {
	return dayName(w) || w == "today" || w == "yesterday" || w == "tomorrow" || w == "tonight"
}

// circumstance makes of a day that is taken for a subject or object what it is:
// "the council today agreed", "threatened Monday to leave".
func circumstance(tok []stages.Token, i int) {
	r := tok[i].Rel.Base()
	if r != stages.RelNsubj && r != stages.RelObj || i+1 >= len(tok) || tok[i+1].Lower == "'s" {
		return
	}
	if r == stages.RelNsubj && i > 0 && int(tok[i-1].Head) == i && nounish(tok[i-1]) {
		for j := range i {
			if int(tok[j].Head) == i {
				tok[j].Head = int16(i - 1)
			}
		}
		tok[i-1].Head, tok[i-1].Rel = tok[i].Head, tok[i].Rel
	}
	tok[i].Rel = stages.RelOblUnmarked
}

// several joins the names of a list whose first, at i, is taken for a subject of its
// own: "Spain, Peru and Chile met".
func several(tok []stages.Token, i int) {
	v := int(tok[i].Head)
	for j := i + 2; j < v; j++ {
		if int(tok[j].Head) != v || tok[j].Rel != tok[i].Rel {
			continue
		}
		for k := j + 1; k < v; k++ {
			if int(tok[k].Head) == j && tok[k].Rel == stages.RelConj {
				for x := j; x <= k; x++ {
					if x == j || int(tok[x].Head) == j && tok[x].Rel == stages.RelConj {
						tok[x].Head, tok[x].Rel = int16(i), stages.RelConj
					}
				}
				return
			}
		}
	}
}

// possess hangs what "of" at i leads on to on the noun right before it, where the
// parser has hung it on a noun further up.
func possess(tok []stages.Token, i int) {
	n := int(tok[i].Head)
	if n <= i || tok[n].Rel.Base() != stages.RelNmod {
		return
	}
	k := i - 1
	for k > 0 && tok[k].Rel == stages.RelFlat && int(tok[k].Head) < k {
		k = int(tok[k].Head)
	}
	if up := int(tok[n].Head); up >= 0 && up < k && nounish(tok[up]) {
		tok[n].Head = int16(k)
	}
}

// verbless makes a predicate of the participle that the noun at the root has
// behind it, in a sentence with no other: "The group, a union, insisted on it".
func verbless(tok []stages.Token) {
	n := len(tok)
	if n == 0 || tok[n-1].Lower != "." {
		return
	}
	root := slices.IndexFunc(tok, func(k stages.Token) bool { return k.Rel == stages.RelRoot })
	if root < 0 || !nounish(tok[root]) {
		return
	}
	v := slices.IndexFunc(tok, func(k stages.Token) bool {
		return int(k.Head) == root && k.Rel == stages.RelAcl && k.XPOS == stages.TagVBN
	})
	if v < root || v+1 >= n || tok[v+1].Lower == "by" || !subjectless(tok, v) || finite(tok, v) {
		return
	}
	tok[v].Head, tok[v].Rel, tok[v].XPOS = -1, stages.RelRoot, stages.TagVBD
	tok[root].Head, tok[root].Rel = int16(v), stages.RelNsubj
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

// front gives a finite verb at v the names right before it for a subject, where
// the parser has added them to what stands before: "After talks with Spain, Peru
// said", "On Monday the council demanded", "LIMA (ABC) - Peru said".
func (l *lexicon) front(tok []stages.Token, v, dateline int) {
	k := v - 1
	for k > 0 && (tok[k].UPOS == stages.PosAux || tok[k].UPOS == stages.PosAdv || dayName(tok[k].Lower) || tok[k].Lower == "on") {
		k--
	}
	if k < max(dateline, 1) || !nounish(tok[k]) || !subjectless(tok, v) {
		return
	}
	first := k
	for first > dateline && tok[first-1].Lower != "," && !dayName(tok[first-1].Lower) && tok[first-1].UPOS != stages.PosVerb && tok[first-1].UPOS != stages.PosAdp {
		first--
	}
	clause := first > 0 && l.words["boundary"][tok[first-1].Lower] // "until Spain left"
	if first > 0 && first != dateline && tok[first-1].Lower != "," && !dayName(tok[first-1].Lower) && !clause {
		return
	}
	subject := -1
	for i := first; i <= k; i++ {
		h := int(tok[i].Head)
		r := tok[i].Rel.Base()
		if !nounish(tok[i]) || h >= first && h != v || !clause && (r == stages.RelObl || r == stages.RelNmod) {
			continue
		}
		if subject < 0 {
			subject = i
			if clause {
				tok[first-1].Head, tok[first-1].Rel = int16(v), stages.RelMark
			}
			tok[i].Head, tok[i].Rel = int16(v), stages.RelNsubj
		} else {
			tok[i].Head, tok[i].Rel = int16(subject), stages.RelConj
		}
	}
}

func nounish(k stages.Token) bool { return k.UPOS == stages.PosPropn || k.UPOS == stages.PosNoun }

// longestLine is how many tokens a dateline may have.
const longestLine = 14

// dateline is where the text begins after "LIMA, 2 May (ABC) -", 0 where there is
// none. What is in it is made no subject.
func dateline(tok []stages.Token) int {
	if len(tok) < 4 || !name(tok[0]) && tok[0].Lower != "(" {
		return 0
	}
	closed := tok[0].Shape == stages.Uppercase
	for i := 1; i < len(tok) && i < longestLine; i++ {
		switch tok[i].Lower {
		case ")":
			closed = true
		case "-", "–", "—", "--":
			if !closed || !tok[i].Space && tok[i-1].Lower != ")" {
				continue
			}
			for j := range i {
				if tok[j].Rel.Base() == stages.RelNsubj && int(tok[j].Head) > i {
					tok[j].Rel = stages.RelDep
				}
			}
			return i + 1
		}
	}
	return 0
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

func subjectless(tok []stages.Token, v int) bool {
	if u := tok[v].UPOS; u != stages.PosVerb && u != stages.PosAdj {
		return false
	}
	return !slices.ContainsFunc(tok, func(k stages.Token) bool { return int(k.Head) == v && k.Rel.Base() == stages.RelNsubj })
}
