package events

import (
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/times"
)

// leadSentences is how many sentences an article takes to say what its news is.
const leadSentences = 5

// newsReach is how many sentences tell of the news before what lies behind it.
const newsReach = 30

// newsDay is the day of the article's news: the first that its lead names by
// weekday or date, where it is that of publication or the one before.
func newsDay(pub schemas.Date, told [][]times.Told) schemas.Date {
	for i := 0; i < len(told) && i < leadSentences; i++ {
		for k := range told[i] {
			p := told[i][k].At(false)
			if back := pub.Days() - p.First.Days(); p.Precision == times.Day && (back == 0 || back == 1) {
				return p.First
			}
		}
	}
	return schemas.Date{}
}

// saidOn is the day of the statement whose cue the trigger is: who "accused" on
// Monday did so on Monday.
func (s *sentence) saidOn(h hit) schemas.Date {
	for _, st := range s.own.cues[s.num] {
		if st.DatePrecision == "day" && strings.Contains(" "+strings.ToLower(st.Cue)+" ", " "+s.word(h.from)+" ") {
			return st.SaidOn
		}
	}
	return schemas.Date{}
}

// news is the day of the article's news for what it tells in the simple past
// without a time of its own.
func (s *sentence) news(h hit, status string) schemas.Date {
	v := s.verb(h)
	if h.t.class == noun {
		v = s.governor(h)
	}
	switch st := s.said(h.from, h.from+1); {
	case s.own.news.IsZero(), s.num > newsReach, !s.told(h, v), h.t.flags["durative"], status == planned, st != nil && !relays(st) && (h.t.typ != "CONSULT" || s.num >= leadSentences):
		return schemas.Date{}
	}
	for i := range s.times {
		if t := &s.times[i]; t.Kind == times.Date && t.At(false).First != s.own.news && s.over(s.hook(t), v) {
			return schemas.Date{}
		}
	}
	for i := range s.tok {
		if s.is("elsewhen", i) && s.over(i, v) {
			return schemas.Date{}
		}
	}
	return s.own.news
}

// told reports whether the simple past, or in the lead the perfect, tells of a
// trigger in a main clause, v being its verb.
func (s *sentence) told(h hit, v int) bool {
	if v < 0 {
		return h.t.typ == "CONSULT"
	}
	if h.t.class == noun && h.t.typ != "CONSULT" {
		return false
	}
	for range highest {
		switch s.tense(v) {
		case stages.TagVBD:
			return s.tok[v].Rel != stages.RelAclRelcl && !s.aided(v, "have")
		case stages.TagVBZ, stages.TagVBP: // "have met", where the news is told
			return s.num < leadSentences && s.tok[v].Rel != stages.RelAclRelcl && s.aided(v, "have")
		case stages.NoXPOS:
		default:
			return false
		}
		switch s.tree.Rel(v) {
		case stages.RelXcomp, stages.RelAdvcl, stages.RelConj:
		default:
			return false
		}
		if v = s.tree.Head(v); v < 0 {
			return false
		}
	}
	return false
}

// over reports whether a word belongs to the clause of the verb v or to one
// above it.
func (s *sentence) over(i, v int) bool {
	for ; i >= 0 && s.tok[i].UPOS != stages.PosVerb; i = s.tree.Head(i) {
	}
	return i < 0 || v < 0 || s.tree.Under(v, i)
}

// date gives an event without a time of its own the day on which it was said,
// or that of the news.
func (s *sentence) date(e *schemas.Event, h hit) {
	day := s.saidOn(h)
	if day.IsZero() && (h.t.flags["selfneg"] || h.t.class == adjective) {
		// "will not accept", "is ready to": to say so is the act
		if st := s.said(h.from, h.to); s.own.speaks(speaker(st), source(e)) {
			day = saidOn(st)
		}
	}
	if day.IsZero() && h.t.flags["first"] && e.Status != planned && e.Status != failed {
		day = s.outbreak(e, h)
	}
	if day.IsZero() && h.t.typ == "CONSULT" && e.Status == happened && s.perfect(h) {
		if st := s.said(h.from, h.to); slices.Contains(e.SourceIDs, speaker(st)) {
			day = saidOn(st) // "said on Monday that he had met"
		}
	}
	if day.IsZero() {
		day = s.news(h, e.Status)
	}
	if !day.IsZero() {
		e.Date, e.DatePrecision = day, "day"
	}
}

// outbreak is the day on which the conflict began, where one side's attack on the
// other is told after it.
func (s *sentence) outbreak(e *schemas.Event, h hit) schemas.Date {
	for i := h.to; i < len(s.tok) && i < h.to+phrase; i++ {
		if w := s.word(i); len(w) > 4 && s.tok[i].Shape != stages.Lowercase && (w[:2] == "19" || w[:2] == "20") {
			return schemas.Date{} // "the invasion in 2014-2015"
		}
	}
	if s.profile == nil || len(e.SourceIDs) == 0 || len(e.TargetIDs) == 0 || s.doc.Article.Published.Before(s.profile.Start) {
		return schemas.Date{}
	}
	a, _ := s.doc.Actor(e.SourceIDs[0])
	b, _ := s.doc.Actor(e.TargetIDs[0])
	if a.Side == "" || b.Side == "" || a.Side == b.Side {
		return schemas.Date{}
	}
	return s.profile.Start
}

// source is the first of those who do it.
func source(e *schemas.Event) string {
	if len(e.SourceIDs) == 0 {
		return ""
	}
	return e.SourceIDs[0]
}
