package events

import (
	"slices"

	"parley/stages"
)

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

// front gives a finite verb at v the names right before it for a subject, where
// the parser has added them to what stands before: "After talks with Spain, Peru
// said", "On Monday the council demanded", "LIMA (ABC) - Peru said".
func (l *vocabulary) front(tok []stages.Token, v, dateline int) {
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

func subjectless(tok []stages.Token, v int) bool {
	if u := tok[v].UPOS; u != stages.PosVerb && u != stages.PosAdj {
		return false
	}
	return !slices.ContainsFunc(tok, func(k stages.Token) bool { return int(k.Head) == v && k.Rel.Base() == stages.RelNsubj })
}
