package sentiment

import (
	"parley/stages"
	"parley/stages/language/speech"
)

// holder is whose attitude a sentence gives: the speaker of the statements that
// cover most of it, of nested ones the innermost that still does. Without a
// statement it is the one who is said to refuse, to offer or to accuse; and
// otherwise the article speaks.
func holder(d *stages.Document, x *speech.Index, sentence int, mentions []stages.Mention, cues []found) string {
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
	return doer(mentions, cues)
}

// largePart is what part of a sentence, one in so many, a speaker's words make
// so that the sentence is taken to give what that speaker thinks.
const largePart = 3

// doer is who does what the first cue says: the one actor that stands before it,
// where the cue is an act of a party and not the course of the talks.
func doer(mentions []stages.Mention, cues []found) string {
	if len(cues) == 0 {
		return ""
	}
	c := cues[0]
	switch c.kind {
	case refusal, readiness, badFaith, denial:
	default:
		return ""
	}
	id := ""
	for _, m := range mentions {
		switch {
		case m.From >= c.from:
			return id
		case id != "" && id != m.ActorID, c.from-m.To > actReach:
			return ""
		}
		id = m.ActorID
	}
	return id
}

// actReach is how many tokens may lie between an actor and the cue that says
// what it does.
const actReach = 6
