package events

import (
	"strings"

	"parley/schemas"
	"parley/stages"
)

// leadSentences is how many sentences an article takes to say what its news is.
const leadSentences = 5

// newsReach is how many sentences tell of the news before what lies behind it.
const newsReach = 30

// newsDay is the day of the article's news: the first that its lead names by
// weekday or date, where it is that of publication or the one before.
func (l *lexicon) newsDay(d *stages.Document) schemas.Date {
	pub := d.Article.Published
	for i := 0; i < len(d.Sentences) && i < leadSentences; i++ {
		s := &sentence{lexicon: l, doc: d, num: i, tok: d.Sentences[i].Tokens}
		if len(s.tok) > maxTokens {
			continue
		}
		for _, m := range s.moments() {
			if back := pub.Days() - m.date.Days(); m.precision == "day" && !m.date.IsZero() && (back == 0 || back == 1) {
				return m.date
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
func (s *sentence) news(h hit, ms []moment, status string) schemas.Date {
	at := s.doc.CodePoint(s.tok[h.from].Start)
	told := h.t.class == verb && (h.form&past != 0 && h.form&(base|third) == 0 || h.form&ing != 0) || h.t.typ == "CONSULT" && h.t.class == noun
	switch {
	case s.own.news.IsZero(), s.num > newsReach, !told, s.perfect(h), h.t.flags["durative"], status == planned, s.said.at(at, at+1) != "":
		return schemas.Date{}
	}
	for _, m := range ms {
		if m.date != s.own.news {
			return schemas.Date{}
		}
	}
	for i := range s.tok {
		if s.is("elsewhen", i) {
			return schemas.Date{}
		}
	}
	return s.own.news
}

// date gives an event without a time of its own the day on which it was said,
// or that of the news.
func (s *sentence) date(e *schemas.Event, h hit, ms []moment) {
	day := s.saidOn(h)
	if day.IsZero() && (h.t.flags["selfneg"] || h.t.class == adjective) {
		// "will not accept", "is ready to": to say so is the act
		if said := s.said.around(e.Start, e.End); s.own.speaks(said.speaker, source(e)) {
			day = said.day
		}
	}
	if day.IsZero() {
		day = s.news(h, ms, e.Status)
	}
	if !day.IsZero() {
		e.Date, e.DatePrecision = day, "day"
	}
}

// source is the first of those who do it.
func source(e *schemas.Event) string {
	if len(e.SourceIDs) == 0 {
		return ""
	}
	return e.SourceIDs[0]
}
