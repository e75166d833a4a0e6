package sentiment

import (
	"slices"

	"parley/stages"
	"parley/stages/language/speech"
)

// holder is whose attitude a sentence gives: the speaker of the statements that
// cover most of it, of nested ones the innermost that still does. Without a
// statement it is the one actor whose position the reading finds in it; and
// otherwise the article speaks.
func holder(d *stages.Document, x *speech.Index, sentence int) string {
	best, size := "", 1<<30
	by := map[string]int{} // tokens by speaker
	most, whole := "", len(d.Sentences[sentence].Tokens)
	for _, i := range x.In(sentence) {
		n, who := 0, d.Statements[i].SpeakerID
		for _, c := range x.Covered(i, sentence) {
			n += c.To - c.From
		}
		if n*2 >= whole && n < size {
			best, size = who, n
		}
		if by[who] += n; by[who] > by[most] {
			most = who
		}
	}
	switch {
	case size < 1<<30:
		return best
	case by[most]*largePart >= whole:
		for _, i := range x.In(sentence) {
			if who := d.Statements[i].SpeakerID; who != most && by[who]*2 > by[most] {
				return "" // two speak
			}
		}
		return most
	case len(x.In(sentence)) > 0:
		return ""
	}
	return position(d, sentence)
}

// largePart is what part of a sentence, one in so many, a speaker's words make
// so that the sentence is taken to give what that speaker thinks.
const largePart = 3

// position is the one actor named in a sentence whose position on the talks or
// on what is negotiated it tells.
func position(d *stages.Document, sentence int) string {
	r := &d.Reading.Sentences[sentence]
	if !slices.ContainsFunc(r.Positions, func(x stages.Position) bool { return x.P >= d.Reading.Thresholds.Issue }) {
		return ""
	}
	id := ""
	for _, arc := range r.Holder.Chosen(d.Reading.Thresholds) {
		m := d.MentionAt(arc.Place)
		if m == nil {
			continue
		}
		if id != "" && id != m.ActorID {
			return ""
		}
		id = m.ActorID
	}
	return id
}
