package events

import (
	"parley/schemas"
	"parley/stages"
	"parley/stages/language/times"
)

// when finds the time of an event among those of its sentence: one that hangs on
// the trigger, or on the verb that it is part of.
func (s *sentence) when(h hit, status string) (schemas.Date, string) {
	best, far := -1, apart
	for i := range s.times {
		t := &s.times[i]
		if !t.Point() || !t.Modifies && (t.Direction == times.Before || t.Direction == times.After || t.Direction == times.Until) {
			continue // what it bounds lies elsewhere
		}
		if d := s.distance(t, h); d < far {
			best, far = i, d
		}
	}
	if best < 0 {
		return schemas.Date{}, ""
	}
	t := &s.times[best]
	return t.At(status == planned || t.Tense == times.Ahead).Coarse()
}

// apart is the distance of a time that belongs to another event.
const apart = 1 << 30

// distance tells how loosely a time hangs on a trigger: 0 on its own words, more
// where they share a verb, apart where they do not.
func (s *sentence) distance(t *times.Told, h hit) int {
	g := s.hook(t)
	if g < 0 {
		return apart
	}
	if g >= h.from && g < h.to {
		return 0
	}
	if h.t.class == noun {
		return s.nounDistance(g, t.From, h)
	}
	v := s.verb(h)
	if s.related(t, g, v) || h.t.typ == "CONSULT" && s.attends(g, v) {
		return 4
	}
	for x, steps := g, 1; x >= 0 && steps < 5; x, steps = s.tree.Head(x), steps+1 { // by nouns
		if x >= h.from && x < h.to || x == v {
			return steps
		}
		if s.tok[x].UPOS == stages.PosVerb {
			break
		}
		if k := s.tree.Child(x, stages.RelCase); k >= 0 && s.is("boundary", k) && s.word(k) != "during" {
			return apart // "left since the accord of Monday"
		}
	}
	return s.shared(g, v, t.From)
}

// related reports whether a time is that of the participle before a relative
// clause whose verb is v: "the paper released on Monday which called for talks".
func (s *sentence) related(t *times.Told, g, v int) bool {
	if s.tok[v].Rel != stages.RelAclRelcl || s.tree.Rel(g) != stages.RelAcl || g > v {
		return false
	}
	up := s.tree.Head(v)
	return up >= t.From && up < t.To || up == s.tree.Head(g)
}

// attends reports whether a time is that of the occasion on which parties meet:
// "will meet at the summit scheduled for Monday".
func (s *sentence) attends(g, v int) bool {
	for range 6 {
		if g < 0 {
			return false
		}
		if s.is("gathering", g) {
			break
		}
		g = s.tree.Head(g)
	}
	if g < v {
		return false
	}
	k := s.tree.Child(g, stages.RelCase)
	return k >= 0 && (s.word(k) == "at" || s.word(k) == "during") && s.over(g, v)
}

// hook is the word that a time hangs on.
func (s *sentence) hook(t *times.Told) int {
	g := -1
	for i := t.From; i < t.To; i++ {
		if up := s.tree.Head(i); up < t.From || up >= t.To {
			g = up
			break
		}
	}
	for range 3 { // "on Thursday morning", "two weeks before Monday"
		if g < 0 || !s.is("time", g) {
			break
		}
		g = s.tree.Head(g)
	}
	return g
}

// shared is the distance of a time that hangs on another verb: one that governs
// the event's ("is expected on Monday to leave") or is joined to it ("on Monday
// came and went").
func (s *sentence) shared(g, v, at int) int {
	x := v
	for steps := 5; steps < 10 && x >= 0; steps++ {
		up := s.tree.Head(x)
		if up < 0 {
			break
		}
		switch s.tree.Rel(x) {
		case stages.RelXcomp:
			if s.is("say", up) {
				return apart
			}
		case stages.RelConj:
		case stages.RelAdvcl:
			if s.tok[x].XPOS != stages.TagVB && (s.tok[x].XPOS != stages.TagVBG || at > x) {
				return apart
			}
		default:
			return s.joint(g, v)
		}
		if up == g {
			return steps
		}
		x = up
	}
	return s.joint(g, v)
}

// joint is the distance of a time at the end of a list of verbs: "came and went
// on Monday".
func (s *sentence) joint(g, v int) int {
	if s.tok[g].UPOS == stages.PosVerb && s.tree.Rel(g) == stages.RelConj && s.tree.Head(g) == v && s.tree.Child(g, stages.RelCc) >= 0 && s.tree.Child(g, stages.RelNsubj) < 0 && s.tense(g) == s.tense(v) {
		return 12
	}
	return apart
}

// nounDistance is distance for a noun. What goes on or lies behind does not
// share the time of the verb that speaks of it: "discussed the war on Monday".
func (s *sentence) nounDistance(g, at int, h hit) int {
	for x, steps := g, 1; x >= 0 && steps < 5; x, steps = s.tree.Head(x), steps+1 {
		if x >= h.from && x < h.to {
			return steps
		}
		if r := s.tree.Rel(x); s.tok[x].UPOS == stages.PosVerb && (r != stages.RelAcl || s.tok[x].XPOS == stages.TagVBG) && r != stages.RelXcomp {
			break // but "talks held on Monday"
		}
	}
	v := s.governor(h)
	if v < 0 {
		return apart
	}
	rel := s.tree.Rel(s.core(h))
	if k := s.tree.Child(s.core(h), stages.RelCase); k >= 0 && s.is("boundary", k) || h.t.flags["durative"] && !s.is("occur", v) {
		return apart // "declined after the invasion"
	}
	if s.is("occur", v) || h.t.typ == "CONSULT" && rel != stages.RelNmod || rel == stages.RelObl && s.acts(v) {
		if g == v {
			return 5
		}
		return s.shared(g, v, at)
	}
	return apart
}

// acts reports whether the word at i is a verb of the lexicon.
func (s *sentence) acts(i int) bool {
	for _, e := range s.starts[s.word(i)] {
		if e.t.class == verb {
			return true
		}
	}
	return false
}

// dayName reports whether a word is the name of a day of the week.
func dayName(w string) bool {
	_, ok := times.WeekdayOf(w, false)
	return ok
}
