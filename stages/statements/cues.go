package statements

import (
	"cmp"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/times"
)

// leastCue is how sure the reading must be of a cue. Chosen on the coded articles
// that the reader was not trained on.
const leastCue = 0.4

// read makes a statement of each cue of which the reader is sure enough and whose
// content has a place.
func (v *view) read() (all []found) {
	for i := range v.doc.Reading.Sentences {
		for _, c := range v.doc.Reading.Sentences[i].Cues {
			if at := v.doc.Sentences[i].Tokens[c.Token].Start; c.P >= leastCue && c.Quotation < 0.5 && v.quoteAt(at) < 0 {
				v.cueStarts = append(v.cueStarts, at)
			}
		}
	}
	for i := range v.doc.Reading.Sentences {
		cues := v.doc.Reading.Sentences[i].Cues
		for k := range cues {
			if c := &cues[k]; c.P >= leastCue {
				if f, ok := v.statement(i, c); ok && !covers(all, &f) {
					all = append(all, f)
				}
			}
		}
	}
	return all
}

// statement makes a statement of what the reading says of a cue; ok is false
// where no content can be made out.
func (v *view) statement(sentence int, c *stages.Cue) (f found, ok bool) {
	d := v.doc
	f = found{unit: v.unitOf(sentence), para: d.Sentences[sentence].Paragraph, verb: stages.Place{Sentence: -1}, conf: float64(c.P), tense: timeless, item: -1}
	if c.Quotation < 0.5 {
		verb := v.verbOf(sentence, int(c.Token))
		from, to := v.cueGroup(sentence, verb)
		tokens := d.Sentences[sentence].Tokens
		f.cueAt = piece{tokens[from].Start, tokens[to-1].End}
		f.cue = d.Article.Text[f.cueAt.lo:f.cueAt.hi]
		f.verb = stages.Place{Sentence: int32(sentence), Token: int32(verb)}
		if v.reputed(sentence, verb) {
			return f, false
		}
		f.tense, f.day = v.tenseOf(sentence, from, verb), v.dayOf(sentence, verb)
	}
	f.speaker = v.speakerOf(c.Speaker, f.verb)
	f.spans = v.content(c, &f)
	if len(f.spans) == 0 || len(f.spans) == 1 && !strings.Contains(d.Article.Text[f.spans[0].lo:f.spans[0].hi], " ") {
		return f, false
	}
	slices.SortFunc(f.spans, func(a, b piece) int { return cmp.Compare(a.lo, b.lo) })
	v.classify(&f)
	v.surround(&f)
	return f, true
}

// verbOf is the word that a cue is about: the reader points at the first word of
// "has said".
func (v *view) verbOf(sentence, i int) int {
	tokens := v.doc.Sentences[sentence].Tokens
	if h := int(tokens[i].Head); tokens[i].UPOS == stages.PosAux && h > i && h < i+6 && h < len(tokens) {
		return h
	}
	return i
}

// reputed says whether a verb tells what something is held to be, by nobody: guns
// said to be worth a fortune, troops are reported to have left.
func (v *view) reputed(sentence, verb int) bool {
	tokens := v.doc.Sentences[sentence].Tokens
	if verb+1 >= len(tokens) || tokens[verb+1].Lower != "to" {
		return false
	}
	x := &tokens[verb]
	c := stages.ClauseAt(v.doc.Clauses[sentence], verb)
	return x.XPOS == stages.TagVBN && (x.Rel.Base() == stages.RelAcl || c != nil && c.Passive && len(c.Agents) == 0)
}

// cueGroup is the tokens of a cue: a verb with its auxiliaries, what stands
// between them, and its particle; "according to".
func (v *view) cueGroup(sentence, i int) (from, to int) {
	tokens := v.doc.Sentences[sentence].Tokens
	from, to = i, i+1
	for k := i - 1; k >= 0 && k > i-5; k-- {
		if t := &tokens[k]; int(t.Head) != i {
			break
		} else if t.UPOS == stages.PosAux {
			from = k
		} else if t.UPOS != stages.PosAdv && t.UPOS != stages.PosPart {
			break
		}
	}
	for to < len(tokens) && int(tokens[to].Head) == i && (tokens[to].Rel == stages.RelCompoundPrt || tokens[to].Rel == stages.RelFixed) {
		to++
	}
	return from, to
}

// tenseOf is the tense of a cue from its first token to its verb.
func (v *view) tenseOf(sentence, from, verb int) tense {
	tokens := v.doc.Sentences[sentence].Tokens
	for k := from; k < verb; k++ {
		switch t := &tokens[k]; {
		case t.Lower == "had" || t.Lower == "'d" && t.XPOS == stages.TagVBD:
			return earlier
		case t.Lower == "has" || t.Lower == "have" || t.Lower == "'ve":
			return perfect
		case t.Lower == "was" || t.Lower == "were" || t.Lower == "did":
			return past
		case t.XPOS == stages.TagMD:
			return unreal
		case t.UPOS == stages.PosAux:
			return present
		}
	}
	switch tokens[verb].XPOS {
	case stages.TagVBD, stages.TagVBN:
		return past
	case stages.TagVBG:
		return ongoing
	case stages.TagVBZ, stages.TagVBP, stages.TagVB:
		return present
	}
	return timeless
}

// dayOf is the day of a time that hangs on the clause of a cue.
func (v *view) dayOf(sentence, verb int) schemas.Date {
	c := stages.ClauseAt(v.doc.Clauses[sentence], verb)
	if c == nil {
		return schemas.Date{}
	}
	for i := range v.times[sentence] {
		t := &v.times[sentence][i]
		if p := t.At(false); t.Direction == times.On && p.Precision == times.Day && containsToken(c.Times, t.From) {
			return p.First
		}
	}
	return schemas.Date{}
}

func containsToken(list []int16, i int) bool {
	for _, x := range list {
		if int(x) == i {
			return true
		}
	}
	return false
}

// surround sets the words around a cue that tell when and where it was said: those
// of its unit that are no content, as far as the next quotation or cue.
func (v *view) surround(f *found) {
	its := v.units[f.unit].items
	if f.cue == "" {
		return
	}
	at := v.itemOf(its, f.verb.Sentence, int(f.verb.Token))
	if at < 0 {
		return
	}
	f.item = at
	free := func(k int) bool {
		if its[k].quoted() {
			return false
		}
		for _, p := range f.spans {
			if p.lo <= its[k].start && its[k].start < p.hi {
				return false
			}
		}
		return true
	}
	lo, hi := at, at+1
	for lo > 0 && free(lo-1) && !its[lo-1].is(clauseEnd) {
		lo--
	}
	for hi < len(its) && free(hi) && !its[hi].is(clauseEnd) {
		hi++
	}
	first := at
	if f.speaker.at.hi > 0 && f.speaker.at.lo < its[at].start && f.speaker.at.lo >= its[0].start {
		for first > lo && its[first].start > f.speaker.at.lo {
			first--
		}
	}
	if v.clausal(its[lo:first]) { // another clause stands before
		lo = first
	}
	f.region = its[lo:hi]
}

// unitOf is the unit in which a sentence stands.
func (v *view) unitOf(sentence int) int {
	lo, hi := 0, len(v.units)
	for lo < hi {
		if m := (lo + hi) / 2; int(v.units[m].items[len(v.units[m].items)-1].sent) < sentence {
			lo = m + 1
		} else {
			hi = m
		}
	}
	return min(lo, len(v.units)-1)
}
