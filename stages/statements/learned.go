package statements

import (
	"cmp"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/times"
)

// learnedCue is how sure the reading must be of a cue that no rule has found.
// Chosen on the coded articles that the reader was not trained on.
const learnedCue = 0.6

// speakerMass is the least probability of all words of one actor together so that
// it is the speaker: unresolved is better than wrong.
const speakerMass = 0.4

// longestLearned is how many sentences a content may have whose ends the reading
// gives.
const longestLearned = 6

// learned adds the statements that only the reading finds, and gives those whose
// speaker the rules do not know the one that the reading leads to.
func (v *view) learned(all []found) []found {
	d := v.doc
	taken := make([][]bool, len(d.Reading.Sentences)) // tokens of cues
	for i := range taken {
		taken[i] = make([]bool, len(d.Sentences[i].Tokens))
	}
	for i := range all {
		f := &all[i]
		for _, s := range d.Tokens(f.cueAt.lo, f.cueAt.hi) {
			if int(s.Sentence) >= len(taken) {
				continue
			}
			for k := s.From; k < s.To; k++ {
				taken[s.Sentence][k] = true
			}
			if f.speaker.id == "" {
				v.learnSpeaker(f, s)
			}
		}
	}
	for i := range d.Reading.Sentences {
		cues := d.Reading.Sentences[i].Cues
		for k := range cues {
			c := &cues[k]
			if c.P < learnedCue || taken[i][c.Token] {
				continue
			}
			if f, ok := v.learnedStatement(i, c); ok && !covers(all, &f, false) {
				all = append(all, f)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(a.unit, b.unit) })
	return all
}

// unitOf is the unit in which a sentence stands.
func (v *view) unitOf(sentence int) int {
	i, ok := slices.BinarySearchFunc(v.units, int32(sentence), func(u unit, n int32) int {
		switch first, last := u.items[0].sent, u.items[len(u.items)-1].sent; {
		case last < n:
			return -1
		case first > n:
			return 1
		}
		return 0
	})
	if !ok {
		return max(0, i-1)
	}
	return i
}

// learnedDay is the day of a time that hangs on the clause of a cue.
func (v *view) learnedDay(sentence, verb int) schemas.Date {
	c := stages.ClauseAt(v.doc.Clauses[sentence], verb)
	if c == nil {
		return schemas.Date{}
	}
	for i := range v.times[sentence] {
		t := &v.times[sentence][i]
		if p := t.At(false); t.Direction == times.On && p.Precision == times.Day && slices.Contains(c.Times, int16(t.From)) {
			return p.First
		}
	}
	return schemas.Date{}
}

// learnedTense is the tense of a cue's verb as dating asks for it.
func (v *view) learnedTense(sentence, verb int) tense {
	c := stages.ClauseAt(v.doc.Clauses[sentence], verb)
	switch {
	case c == nil || c.Aspect&stages.Perfect != 0:
		return earlier
	case c.Factuality != stages.Happened && c.Factuality != stages.Ongoing:
		return unreal
	case c.Tense == stages.Past:
		return past
	case c.Tense == stages.Present:
		return present
	}
	return earlier
}

// learnSpeaker is the speaker of a cue that the rules have found, where the
// reading leads to somebody known.
func (v *view) learnSpeaker(f *found, cue stages.TokenSpan) {
	for _, c := range v.doc.Reading.Sentences[cue.Sentence].Cues {
		if int(c.Token) < cue.From || int(c.Token) >= cue.To {
			continue
		}
		if s := v.learnedSpeaker(c.Speaker); s.id != "" {
			if f.speaker.text == "" {
				f.speaker.text, f.speaker.at = s.text, s.at
			}
			f.speaker.id = s.id
			return
		}
	}
}

// learnedStatement makes a statement of what the reading says of a cue; ok is
// false where its content has no place.
func (v *view) learnedStatement(sentence int, c *stages.Cue) (f found, ok bool) {
	d := v.doc
	begin, end := c.Begin.Best(), c.End.Best()
	if begin.P == 0 || end.P == 0 || begin.Sentence > end.Sentence || begin.Sentence == end.Sentence && begin.Token > end.Token || end.Sentence-begin.Sentence > longestLearned {
		return f, false
	}
	f = found{learned: true, sent: begin.Sentence, unit: v.unitOf(sentence), tense: earlier, para: d.Sentences[sentence].Paragraph, conf: float64(c.P), speaker: v.learnedSpeaker(c.Speaker)}
	content := piece{v.tokenAt(begin.Place).Start, v.tokenAt(end.Place).End}
	if c.Quotation < 0.5 {
		tokens := d.Sentences[sentence].Tokens
		verb := int(c.Token)
		if tokens[verb].UPOS == stages.PosAux { // the reader points at the first word of "has said"
			if verb = int(tokens[verb].Head); verb < 0 || tokens[verb].UPOS != stages.PosVerb {
				return f, false
			}
		}
		f.tense, f.day = v.learnedTense(sentence, verb), v.learnedDay(sentence, verb)
		from, to := v.learnedVerb(sentence, verb)
		f.cueAt = piece{tokens[from].Start, tokens[to-1].End}
		f.cue = d.Article.Text[f.cueAt.lo:f.cueAt.hi]
	}
	f.spans = v.without(content, f.cueAt, f.speaker.at)
	if len(f.spans) == 0 || len(f.spans) == 1 && !strings.Contains(d.Article.Text[f.spans[0].lo:f.spans[0].hi], " ") {
		return f, false
	}
	f.sent = int32(max(0, d.SentenceAt(f.spans[0].lo)))
	f.kind = v.kindOf(f.spans)
	return f, true
}

// learnedVerb is the tokens of a cue: a verb with its auxiliaries and particle,
// "according to".
func (v *view) learnedVerb(sentence, i int) (from, to int) {
	tokens := v.doc.Sentences[sentence].Tokens
	from, to = i, i+1
	for from > 0 && tokens[from-1].UPOS == stages.PosAux && int(tokens[from-1].Head) == i {
		from--
	}
	for to < len(tokens) && int(tokens[to].Head) == i && (tokens[to].Rel == stages.RelCompoundPrt || tokens[to].Rel == stages.RelFixed) {
		to++
	}
	return from, to
}

func (v *view) tokenAt(p stages.Place) *stages.Token {
	return &v.doc.Sentences[p.Sentence].Tokens[p.Token]
}

// learnedSpeaker is the phrase that arcs lead to, and the actor whom the likeliest
// of its words that are a mention's names.
func (v *view) learnedSpeaker(arcs stages.Arcs) (s speaker) {
	chosen := arcs.Chosen(v.doc.Reading.Thresholds)
	if len(chosen) == 0 {
		return s
	}
	best := arcs.Best()
	lo, hi := best.Token, best.Token
	for _, step := range []int32{-1, 1} { // the run of words around the likeliest, without a verb
		for {
			i := slices.IndexFunc(chosen, func(x stages.Arc) bool {
				return x.Sentence == best.Sentence && (step < 0 && x.Token == lo-1 || step > 0 && x.Token == hi+1)
			})
			if i < 0 || v.tokenAt(chosen[i].Place).UPOS == stages.PosVerb || v.tokenAt(chosen[i].Place).UPOS == stages.PosAux {
				break
			}
			lo, hi = min(lo, chosen[i].Token), max(hi, chosen[i].Token)
		}
	}
	tokens := v.doc.Sentences[best.Sentence].Tokens
	s.at = piece{tokens[lo].Start, tokens[hi].End}
	s.text = v.doc.Article.Text[s.at.lo:s.at.hi]
	mass := map[string]float32{}
	for _, x := range arcs.To {
		if m := v.doc.MentionAt(x.Place); m != nil {
			mass[m.ActorID] += x.P
		}
	}
	for _, x := range chosen {
		m := v.doc.MentionAt(x.Place)
		if m == nil || mass[m.ActorID] < speakerMass || s.id != "" && mass[m.ActorID] <= mass[s.id] {
			continue
		}
		s.id = m.ActorID
		if x.Sentence == best.Sentence && (int(lo) >= m.To || int(hi) < m.From) { // the words are others than the name's
			s.text, s.at = m.Text, piece{v.doc.Byte(m.Start), v.doc.Byte(m.End)}
		}
	}
	return s
}

// without is a content without its cue and speaker where these stand inside, and
// without marks at its edges.
func (v *view) without(content, cue, who piece) (out []piece) {
	cut := cue
	if who.hi > who.lo && who.lo >= content.lo && who.hi <= content.hi && cue.hi > cue.lo {
		cut = piece{min(cue.lo, who.lo), max(cue.hi, who.hi)}
	}
	if cut.hi <= cut.lo || cut.hi <= content.lo || cut.lo >= content.hi {
		cut = piece{content.hi, content.hi}
	}
	for _, p := range []piece{{content.lo, cut.lo}, {cut.hi, content.hi}} {
		if p = v.trimmed(p); p.lo < p.hi {
			out = append(out, p)
		}
	}
	return out
}

// edge is what may stand at the edge of a content and is no part of it.
const edge = " \t\n,.;:!?\"“”„«»‘’'–—-"

func (v *view) trimmed(p piece) piece {
	if p.lo >= p.hi {
		return p
	}
	s := v.doc.Article.Text[p.lo:p.hi]
	p.lo += int32(len(s) - len(strings.TrimLeft(s, edge)))
	p.hi -= int32(len(s) - len(strings.TrimRight(s, edge)))
	return p
}

// kindOf is whether pieces stand in quotation marks, in part or wholly.
func (v *view) kindOf(spans []piece) string {
	inside, touched := 0, false
	for _, p := range spans {
		for _, q := range v.doc.Quotations {
			if q.Start <= p.lo && p.hi <= q.End {
				inside++
				break
			}
			touched = touched || q.Start < p.hi && p.lo < q.End
		}
	}
	switch {
	case inside == len(spans):
		return "direct"
	case inside > 0 || touched:
		return "mixed"
	}
	return "indirect"
}

// covers reports whether one of the statements found, or of those that only the
// reading has found, has most of a new one's content and no cue of its own tells
// them apart: the same is found again by another word.
func covers(all []found, f *found, learned bool) bool {
	for i := range all {
		if learned && !all[i].learned {
			continue
		}
		common, size := int32(0), int32(0)
		for _, p := range f.spans {
			size += p.hi - p.lo
			for _, q := range all[i].spans {
				common += max(0, min(p.hi, q.hi)-max(p.lo, q.lo))
			}
		}
		other := int32(0)
		for _, q := range all[i].spans {
			other += q.hi - q.lo
		}
		if common*10 >= max(size, other)*8 || f.cue == "" && common*10 >= size*8 {
			return true
		}
	}
	return false
}
