package figures

import (
	"slices"

	"parley/schemas"
	"parley/stages"
)

// source is an actor whom the words of a sentence make the claimant of the
// figures beside them.
type source struct {
	actor    string
	from, to int    // pieces of the words
	side     string // as in sources.tsv
}

// claim sets who says so: the speaker of the innermost statement that holds
// the figure, or else the nearest source, or else the claimant of the sentence
// before where this one goes on with its count.
func (a *article) claim(r *schemas.Figure, c *context, f *figure) {
	words := stages.TokenSpan{Sentence: int32(c.sentence), From: c.token(f.from), To: c.token(f.to-1) + 1}
	if i, ok := a.speech.Innermost(words); ok {
		st := &a.doc.Statements[i]
		r.StatementID, r.AttributedToID = st.StatementID, st.SpeakerID
		return
	}
	if r.AttributedToID = c.nearest(f); r.AttributedToID == "" {
		r.AttributedToID = c.goesOn
	}
}

// nearest is the actor of the source nearest to the figure that reaches it:
// verbs of counting reach forward, a verb of speaking at the end backward.
func (c *context) nearest(f *figure) (actor string) {
	best := len(c.ps)
	for _, s := range c.sources {
		behind := s.from >= f.to
		dist := s.from - f.to
		if !behind {
			dist = f.from - s.to
		}
		if dist < 0 || dist >= best || s.side == "after" && dist == 0 && !behind || c.parted(min(s.to, f.to), max(s.from, f.from)) {
			continue
		}
		if s.side == "after" && f.class == "duration" && !c.is(s.from, "according") || s.side == "tail" && !behind || s.side == "before" && (behind || dist > 20 || !c.reaches(s, f)) {
			continue
		}
		best, actor = dist, s.actor
	}
	return actor
}

// reaches reports whether a verb of counting has the figure for its object:
// one put at, and no time that it took.
func (c *context) reaches(s source, f *figure) bool {
	return f.class != "duration" && (!c.is(s.to-1, "put", "puts") || c.is(f.from-1, "at"))
}

// parted reports whether a semicolon stands among the pieces from to to.
func (s *scan) parted(from, to int) bool {
	for k := from; k < to; k++ {
		if s.is(k, ";") {
			return true
		}
	}
	return false
}

// sourcesOf finds the actors whom the sentence makes claimants.
func (a *article) sourcesOf(s *scan, sentence int) (found []source) {
	for k := 0; k < len(s.ps); k++ {
		side, to, ok := s.vocabulary.sources.at(s.ps, k)
		if !ok {
			continue
		}
		actor := ""
		switch side {
		case "after":
			reach := 4
			if s.is(k, "according") {
				reach = 6 // to the latest estimates of the ministry
			}
			actor = a.named(sentence, s.ps[to-1].end, s.ps[min(to+reach, len(s.ps)-1)].end)
		case "before":
			if m, ok := a.endsAt(s, sentence, k); ok && m.Kind != "pronoun" {
				actor = m.ActorID
			}
		case "tail":
			actor = a.closing(s, sentence, k, to)
		}
		if actor != "" {
			found = append(found, source{actor, k, to, side})
		}
		k = to - 1
	}
	return found
}

// closing is the actor of a verb of speaking that ends a sentence behind a
// comma or a dash: ..., he said; ..., said the minister.
func (a *article) closing(s *scan, sentence, verb, to int) string {
	m, ok := a.endsAt(s, sentence, verb)
	first, last := verb, to
	if ok {
		start := a.doc.Sentences[sentence].Tokens[m.From].Start
		for first > 0 && s.ps[first-1].start >= start {
			first--
		}
	} else if next := a.mentions(sentence, s.ps[to-1].end, s.ps[min(to+1, len(s.ps)-1)].end); len(next) > 0 {
		m, ok = next[0], true
		for end := a.doc.Sentences[sentence].Tokens[m.To-1].End; last < len(s.ps) && s.ps[last].start < end; last++ {
		}
	}
	if !ok || !s.is(first-1, ",", "-", "–", "—") || !s.closes(last) {
		return ""
	}
	return m.ActorID
}

// closes reports whether nothing is said behind piece k: the sentence ends, or
// goes on with where and when it was said.
func (s *scan) closes(k int) bool {
	return k >= len(s.ps) || s.is(k, ".", ";", "on", "in", "at", "during", "earlier", "later") || s.is(k, ",") && !s.is(k+1, "\"", "“", "'") ||
		s.timeAt(k) != nil
}

// named is the first actor that a mention between two bytes names.
func (a *article) named(sentence int, from, to int32) string {
	for _, m := range a.mentions(sentence, from, to) {
		if m.Kind != "pronoun" {
			return m.ActorID
		}
	}
	return ""
}

// endsAt is the mention that ends right before piece k.
func (a *article) endsAt(s *scan, sentence, k int) (m stages.Mention, ok bool) {
	if k == 0 {
		return m, false
	}
	end := s.ps[k-1].end
	tokens := a.doc.Sentences[sentence].Tokens
	for _, m := range slices.Backward(a.mentions(sentence, max(0, end-80), end)) {
		if tokens[m.To-1].End == end {
			return m, true
		}
	}
	return m, false
}

// afterwards is the actor whom a sentence names as the source of the one before
// it: this was stated by the minister; the minister said this at a briefing.
func (a *article) afterwards(s *scan, sentence int) string {
	if s.is(0, "this", "it", "that") && s.is(1, "was", "is", "has") {
		for k := 2; k < len(s.ps) && k < 12; k++ {
			if s.is(k, "by") && k >= 3 {
				return a.named(sentence, s.ps[k].end, s.ps[min(k+8, len(s.ps)-1)].end)
			}
			if k == 2 && !s.is(k, "stated", "said", "reported", "announced", "confirmed", "declared", "written", "claimed", "been") {
				return ""
			}
		}
		return ""
	}
	for k := 1; k+1 < len(s.ps) && k < 12; k++ {
		if s.is(k, "said", "stated", "announced", "reported", "wrote", "declared") && s.is(k+1, "this") {
			if m, ok := a.endsAt(s, sentence, k); ok && m.Kind != "pronoun" {
				return m.ActorID
			}
			return ""
		}
	}
	return ""
}

// credit gives the figures of the sentence before to the actor whom this one
// names as their source, unless they are another's: of none, or of the state
// for which that actor speaks.
func (a *article) credit(rows []schemas.Figure, sentence int, actor string) {
	who, _ := a.doc.Actor(actor)
	for k := len(rows) - 1; k >= 0 && int(rows[k].Sentence) == sentence-1; k-- {
		r := &rows[k]
		was, _ := a.doc.Actor(r.AttributedToID)
		if r.AttributedToID != "" && (was.Kind != "state" || was.Country != who.Country || who.Country == "") {
			continue
		}
		if r.AttributedToID = actor; r.Certainty == "reported" {
			r.Certainty = "claimed"
		}
	}
}

// goesOn reports whether the sentence goes on with a count that the sentence
// before began: another 300, of them 40.
func (s *scan) goesOn() bool {
	switch {
	case s.is(0, "another"), s.is(0, "a") && s.is(1, "further"), s.is(0, "of", "among") && s.is(1, "them", "those", "these"), s.is(0, "in") && s.is(1, "addition") && s.is(2, ","):
		return true
	}
	return false
}

// certainty looks for a modal verb, a condition or a proposal before the
// figure in its clause.
func (s *scan) certainty(f *schemas.Figure, from int) string {
	for k := from; k > max(0, from-10); k-- {
		if s.is(k-1, ".", ";", ":", "!", "?") {
			break
		}
		if c, at, ok := s.frames.before(s.ps, k); ok && !(s.is(at, "may") && s.ps[at].capital) {
			return c
		}
	}
	if f.AttributedToID != "" {
		return "claimed"
	}
	return "reported"
}
