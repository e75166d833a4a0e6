package statements

import (
	"slices"
	"strings"

	"parley/stages"
)

// others are those who speak together with the speaker.
func (v *view) others(f *found) (ids []string) {
	for _, id := range f.speaker.also {
		if id != f.speaker.id && f.speaker.id != "" && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

// addressee is to whom something was said: who is told, asked or urged, or stands
// behind "to" at the cue, outside of the content.
func (v *view) addressee(f *found) string {
	if f.cue == "" {
		return ""
	}
	c := stages.ClauseAt(v.doc.Clauses[f.verb.Sentence], int(f.verb.Token))
	if c == nil || c.Passive {
		return ""
	}
	tokens := v.doc.Sentences[f.verb.Sentence].Tokens
	heads := append(slices.Clone(c.Recipients), c.Patients...)
	for _, o := range c.Obliques {
		if o.Prep >= 0 && tokens[o.Prep].Lower == "to" {
			heads = append(heads, o.Heads...)
		}
	}
	for _, h := range heads {
		at := tokens[h].Start
		if slices.ContainsFunc(f.spans, func(p piece) bool { return p.lo <= at && at < p.hi }) {
			continue
		}
		if m := v.doc.MentionAt(stages.Place{Sentence: f.verb.Sentence, Token: int32(h)}); m != nil && m.ActorID != f.speaker.id {
			return m.ActorID
		}
	}
	return ""
}

// sourceType is what kind of source a statement has.
func (v *view) sourceType(f *found) string {
	s := &f.speaker
	if s.document {
		return "document"
	}
	a, known := v.doc.Actor(s.id)
	head := v.s.words[headWord(s.text)] | v.s.words[strings.TrimSuffix(headWord(s.text), "s")]
	switch {
	case s.text == "" && !known:
		return ""
	case known && a.Kind == "person":
		return "named"
	case !known && head&(unnamed|anyPerson) != 0, a.Kind == "group" && head&unnamed != 0:
		return "anonymous"
	case known && a.Kind == "group":
		return "group"
	case known:
		return "organisation"
	case s.pronoun:
		return ""
	case v.s.words[headWord(s.text)]&speakerNoun != 0:
		return "role"
	case head&body != 0:
		return "organisation"
	case strings.HasSuffix(headWord(s.text), "s") || len(s.also) > 0:
		return "group"
	}
	return "role"
}

// headWord is the last word of a phrase before the first preposition or comma.
func headWord(s string) string {
	last := ""
	for _, w := range strings.Fields(strings.ToLower(s)) {
		switch w {
		case "of", "in", "at", "for", "from", "with", "on", "to", "who":
			return last
		}
		last = strings.Trim(w, edge)
		if strings.HasSuffix(w, ",") {
			break
		}
	}
	return last
}
