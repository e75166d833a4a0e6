package events

import (
	"slices"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/times"
)

// leadSentences is how many sentences an article takes to say what its news is.
const leadSentences = 5

// newsReach is how many sentences tell of the news before what lies behind it.
const newsReach = 30

// day is a day, month or year that the text gives.
type day struct {
	date      schemas.Date
	precision string
}

// date gives the events their days: that of a time which hangs on what tells
// them, that of the statement which they are, or that of the article's news.
func (a *article) date(all []mention) {
	var outset schemas.Date
	if a.profile != nil {
		outset = a.profile.Start
	}
	reader := times.NewReader(&a.doc.Article, outset)
	told := make([][]times.Told, len(a.doc.Sentences))
	for i := range told {
		told[i] = reader.Read(a.doc.Sentences[i].Tokens)
	}
	news := a.newsDay(told)
	for i := range all {
		m := &all[i]
		s := a.sentence(int(m.Sentence))
		d := s.when(m, told[s.num])
		if d.date.IsZero() {
			d = s.saidOn(m)
		}
		if d.date.IsZero() && !m.Background && s.isNews(m, told[s.num]) {
			d = day{news, "day"}
		}
		if !d.date.IsZero() {
			m.Date, m.DatePrecision = d.date, d.precision
		}
	}
}

// newsDay is the day of the article's news: the first that its lead names by
// weekday or date, where it is that of publication or the one before.
func (a *article) newsDay(told [][]times.Told) schemas.Date {
	pub := a.doc.Article.Published
	for i := 0; i < len(told) && i < leadSentences; i++ {
		for k := range told[i] {
			d, precision := told[i][k].At(false).Coarse()
			if back := pub.Days() - d.Days(); precision == "day" && (back == 0 || back == 1) {
				return d
			}
		}
	}
	return schemas.Date{}
}

// when finds the time of an event: one that hangs on its clause, or on a clause
// that governs it and takes place when it does.
func (s *sentence) when(m *mention, told []times.Told) day {
	at := int(m.place.Token)
	c := s.clause(at)
	if c == nil || len(told) == 0 {
		return day{}
	}
	ahead := m.Status == planned || c.Tense == stages.Future
	clauses := s.doc.Clauses[s.num]
	for own := true; ; own = false {
		if d := s.nearest(c, at, told, ahead, own || c.Kind != stages.Nominal); !d.date.IsZero() {
			return d
		}
		if c.Governor < 0 || !s.shares(c) {
			return day{}
		}
		above := &clauses[c.Governor]
		if above.Factuality != c.Factuality {
			return day{} // what is promised on Tuesday does not happen on Tuesday
		}
		c = above
	}
}

// nearest is the day of the time of a clause that is nearest to a token; since
// says that "since Monday" will do, which is the first day. What is until or after
// Monday is not on Monday.
func (s *sentence) nearest(c *stages.Clause, at int, told []times.Told, ahead, since bool) (found day) {
	far := 1 << 30
	for i := range told {
		t := &told[i]
		if !t.Point() || !slices.Contains(c.Times, int16(t.From)) || t.Direction != times.On && !(since && t.Direction == times.Since) {
			continue
		}
		gap := max(t.From-at, at-t.To)
		if d, precision := t.At(ahead).Coarse(); !d.IsZero() && gap < far {
			found, far = day{d, precision}, gap
		}
	}
	return found
}

// shares reports whether a clause takes place when the one does that governs it.
func (s *sentence) shares(c *stages.Clause) bool {
	top := int(c.Predicate)
	if c.Kind == stages.Nominal {
		switch s.tree.Rel(top) {
		case stages.RelObj, stages.RelNsubj, stages.RelObl:
			return true
		}
		return false
	}
	switch s.tree.Rel(top) {
	case stages.RelXcomp, stages.RelConj:
		return true
	case stages.RelAdvcl:
		return s.tok[top].XPOS == stages.TagVBG || s.tok[top].XPOS == stages.TagVBN
	}
	return false
}

// clause is the one that a token belongs to: whose predicate it is, or the nearest
// above; nil for none.
func (s *sentence) clause(i int) *stages.Clause {
	for range len(s.tok) {
		if i < 0 {
			return nil
		}
		if c := stages.ClauseAt(s.doc.Clauses[s.num], i); c != nil {
			return c
		}
		i = s.tree.Head(i)
	}
	return nil
}

// saidOn is the day of the statement whose cue an event is: who "accused" on
// Monday did so on Monday.
func (s *sentence) saidOn(m *mention) day {
	if st := s.cueOf(int(m.place.Token)); st != nil {
		return day{st.SaidOn, st.DatePrecision}
	}
	return day{}
}

// isNews reports whether what is told without a time of its own happened on the
// day of the article's news: in the simple past of a main clause, in the
// article's own words.
func (s *sentence) isNews(m *mention, told []times.Told) bool {
	c := s.clause(int(m.place.Token))
	if c == nil || s.num > newsReach || m.Status == planned || m.StatementID != "" || c.Kind == stages.Nominal && c.Support < 0 {
		return false
	}
	for i := range told {
		if told[i].Kind == times.Date {
			return false // the sentence speaks of another time
		}
	}
	if s.tree.Rel(int(c.Predicate)) == stages.RelAcl {
		return false
	}
	return c.Tense == stages.Past && c.Aspect&stages.Perfect == 0 || s.num < leadSentences && c.Tense == stages.Present && c.Aspect&stages.Perfect != 0
}
