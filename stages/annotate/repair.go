package annotate

import (
	"slices"

	"parley/stages"
	"parley/stages/language/times"
)

// repairParse puts right what the parser gets wrong most in news and a look at
// the words around shows. Each rule wins on held-back trees or on the events that
// people coded; those that did not are gone.
func (a *annotator) repairParse(tok []stages.Token) {
	for i := range tok {
		switch k := &tok[i]; {
		case day(k.Lower):
			repairDay(tok, i)
		case a.occasions[k.Lower]:
			repairOccasion(tok, i)
		case k.Rel == stages.RelNsubj && nounish(*k):
			repairObject(tok, i)
		case k.Rel == stages.RelAmod:
			repairPredicate(tok, i)
		case k.Rel == stages.RelFlat || k.Rel == stages.RelCompound:
			repairHyphen(tok, i)
		}
	}
	from := repairDateline(tok)
	for i := range tok {
		switch k := &tok[i]; {
		case k.XPOS == stages.TagVBG && a.describing[k.Lower]:
			repairDescribing(tok, i)
		case k.Rel.Base() == stages.RelNsubj && i+1 < len(tok) && tok[i+1].Lower == ",":
			repairList(tok, i)
		case k.Lower == "of" && i > 0 && nounish(tok[i-1]):
			repairAttachment(tok, i)
		case k.Lower == "between":
			if i > 0 && nounish(tok[i-1]) {
				repairAttachment(tok, i) // "on the border between"
			}
			repairPair(tok, i)
		case finite(tok, i):
			a.repairSubject(tok, i, from)
		}
	}
}

// repairDay makes of a day that is taken for a subject or object what it is:
// "the council today agreed", "threatened Monday to leave".
func repairDay(tok []stages.Token, i int) {
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

// repairList joins the names of a list whose first, at i, is taken for a subject of
// its own: "Norway, Peru and Chile met".
func repairList(tok []stages.Token, i int) {
	v := int(tok[i].Head)
	for j := i + 2; j < v; j++ {
		if int(tok[j].Head) != v || tok[j].Rel != tok[i].Rel {
			continue
		}
		for k := j + 1; k < v; k++ {
			if int(tok[k].Head) != j || tok[k].Rel != stages.RelConj {
				continue
			}
			for x := j; x <= k; x++ {
				if x == j || int(tok[x].Head) == j && tok[x].Rel == stages.RelConj {
					tok[x].Head, tok[x].Rel = int16(i), stages.RelConj
				}
			}
			return
		}
	}
}

// day reports a day of the week or a word for a day near today.
func day(w string) bool {
	switch w {
	case "today", "yesterday", "tomorrow", "tonight":
		return true
	}
	return weekday(w)
}

func weekday(w string) bool { _, ok := times.WeekdayOf(w, false); return ok }

func nounish(k stages.Token) bool { return k.UPOS == stages.PosPropn || k.UPOS == stages.PosNoun }

func named(k stages.Token) bool {
	return k.Shape == stages.Capitalized || k.Shape == stages.Uppercase
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

// subjectless reports a verb or adjective without a subject.
func subjectless(tok []stages.Token, v int) bool {
	if u := tok[v].UPOS; u != stages.PosVerb && u != stages.PosAdj {
		return false
	}
	return !slices.ContainsFunc(tok, func(k stages.Token) bool { return int(k.Head) == v && k.Rel.Base() == stages.RelNsubj })
}

// under reports whether a token is top or below it.
func under(tok []stages.Token, i, top int) bool {
	for steps := 0; i >= 0 && steps <= len(tok); steps++ {
		if i == top {
			return true
		}
		i = int(tok[i].Head)
	}
	return false
}
