package annotate

import "parley/stages"

// repairSubject gives a finite verb at v the names right before it for a subject,
// where the parser has added them to what stands before: "After talks with Norway,
// Peru said", "On Monday the council demanded", "LIMA (ABC) - Peru said".
func (a *annotator) repairSubject(tok []stages.Token, v, from int) {
	k := v - 1
	for k > 0 && (tok[k].UPOS == stages.PosAux || tok[k].UPOS == stages.PosAdv || weekday(tok[k].Lower) || tok[k].Lower == "on") {
		k--
	}
	if k < max(from, 1) || !nounish(tok[k]) || !subjectless(tok, v) {
		return
	}
	first := k
	for first > from && tok[first-1].Lower != "," && !weekday(tok[first-1].Lower) && tok[first-1].UPOS != stages.PosVerb && tok[first-1].UPOS != stages.PosAdp {
		first--
	}
	clause := first > 0 && a.subordinators[tok[first-1].Lower] // "until Peru left"
	if first > 0 && first != from && tok[first-1].Lower != "," && !weekday(tok[first-1].Lower) && !clause {
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
			if under(tok, v, i) {
				if h >= 0 || int(tok[v].Head) != i {
					return
				}
				tok[v].Head, tok[v].Rel = -1, stages.RelRoot // the sentence is one, no noun
			}
			subject = i
			if clause && !under(tok, v, first-1) {
				tok[first-1].Head, tok[first-1].Rel = int16(v), stages.RelMark
			}
			tok[i].Head, tok[i].Rel = int16(v), stages.RelNsubj
		} else if !under(tok, subject, i) {
			tok[i].Head, tok[i].Rel = int16(subject), stages.RelConj
		}
	}
}

// longestLine is how many tokens a dateline may have.
const longestLine = 14

// repairDateline makes no subject of what stands in a dateline, and says where the
// text begins after it, 0 where there is none: "LIMA, 2 May (ABC) -".
func repairDateline(tok []stages.Token) int {
	if len(tok) < 4 || !named(tok[0]) && tok[0].Lower != "(" {
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
