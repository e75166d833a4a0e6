package events

import (
	"slices"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/times"
)

// day is a day, month or year that the text gives.
type day struct {
	date      schemas.Date
	precision string
}

// String is as much of the date as is known.
func (d day) String() string {
	s := d.date.String()
	switch d.precision {
	case "year":
		return s[:4]
	case "month":
		return s[:7]
	}
	return s
}

// The sentences around an event whose times can be its own.
const (
	timesBefore = 3
	timesAfter  = 2
)

// leadSentences is how many sentences an article takes to say what its news is.
const leadSentences = 5

// leastDate is the log odds from which on a time counts as an event's own.
const leastDate = -0.3

// date gives each event the time that is likeliest its own, of those in its
// sentence, in the sentences around and in the article's lead.
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
	triggers := map[int][]*mention{} // by sentence
	for i := range all {
		n := int(all[i].Sentence)
		triggers[n] = append(triggers[n], &all[i])
	}
	for i := range all {
		m := &all[i]
		s := a.sentence(int(m.Sentence))
		m.sure, m.timed = -9, points(told[s.num]) > 0
		for n := 0; n < len(told); n++ {
			if n >= leadSentences && (n < s.num-timesBefore || n > s.num+timesAfter) {
				n = max(n, s.num-timesBefore-1)
				if n > s.num+timesAfter {
					break
				}
				continue
			}
			for k := range told[n] {
				a.tryTime(m, s, timeOf{a.sentence(n), &told[n][k], told[n]}, triggers)
			}
		}
	}
}

// promised reports whether a time is that of the clause above, which tells that
// something is to come: what is promised on Tuesday does not happen on Tuesday.
func (s *sentence) promised(c *stages.Clause, time int) bool {
	if c.Governor < 0 || c.Factuality == stages.Happened || c.Factuality == stages.Ongoing {
		return false
	}
	above := &s.doc.Clauses[s.num][c.Governor]
	return above.Factuality == stages.Happened && c.Kind != stages.Nominal && slices.Contains(above.Times, int16(time))
}

// news gives the news its day: that which the text tells, else the article's. A
// month or year that the article came out in says no more than the article's day.
func (a *article) news(e *schemas.Event, inClause bool) {
	pub := a.doc.Article.Published
	within := !pub.IsZero() && (e.DatePrecision == "month" && e.Date == pub.MonthStart() || e.DatePrecision == "year" && e.Date.Year == pub.Year)
	switch {
	case e.Background:
		return
	case e.Date.IsZero() || within:
		if !pub.IsZero() && a.doc.Article.DatePrecision != "month" && a.doc.Article.DatePrecision != "year" {
			e.NewsDate, e.DateMethod = pub, "article"
		}
	case inClause:
		e.NewsDate, e.DateMethod = e.Date, "clause"
	default:
		e.NewsDate, e.DateMethod = e.Date, "paragraph"
	}
}

// timeOf is a time of a sentence, and those beside it.
type timeOf struct {
	*sentence
	*times.Told
	all []times.Told
}

// tryTime gives an event a time where it is likelier than what it has.
func (a *article) tryTime(m *mention, s *sentence, t timeOf, triggers map[int][]*mention) {
	if !t.Point() || t.Direction == times.Until {
		return // what lasts until Monday is not on Monday
	}
	ahead := m.Status == planned
	if c := s.clause(int(m.place.Token)); c != nil {
		ahead = ahead || c.Tense == stages.Future
		if t.num == s.num && s.promised(c, t.From) {
			return
		}
	}
	d, precision := t.At(ahead).Coarse()
	if d.IsZero() {
		return
	}
	x := day{d, precision}
	score := a.choose(Choice{Model: "date", Event: m.place, Type: m.Type, Of: stages.Place{Sentence: int32(t.num), Token: int32(t.From)}, Date: x.String(), Features: a.timeFeatures(m, s, t, x, triggers)})
	if score > m.sure {
		m.sure = score
		if score > leastDate {
			m.Date, m.DatePrecision, m.clausal = d, precision, t.num == s.num
		}
	}
}

// share gives an event the date of another mention of its type, where that is
// likelier its own than any time near it: likely so where the two are one event.
func (a *article) share(all []mention, pairs []pair) {
	own := slices.Clone(all)
	try := func(i, k int, odds float64) {
		m, o := &own[i], &own[k]
		if o.Date.IsZero() {
			return
		}
		x := day{o.Date, o.DatePrecision}
		score := a.choose(Choice{Model: "shared", Event: m.place, Type: m.Type, Of: o.place, Date: x.String(), Features: a.sharedFeatures(m, o, odds)})
		if t := &all[i]; score > max(t.sure, leastDate) {
			t.Date, t.DatePrecision, t.sure, t.clausal = o.Date, o.DatePrecision, score, false
		}
	}
	for _, p := range pairs {
		try(p.first, p.second, p.odds)
		try(p.second, p.first, p.odds)
	}
}

var (
	sharedBounds = []float32{-3, -2, -1.5, -1, -0.5, 0, 1}
	sharedNames  = names("same ", sharedBounds)
	datedBounds  = []float32{-0.5, 0, 0.5, 1, 2}
	datedNames   = names("its date ", datedBounds)
	ownNames     = names("own date ", datedBounds)
)

// sharedFeatures are what speaks for and against an event having the date of
// another mention.
func (a *article) sharedFeatures(m, o *mention, same float64) (f features) {
	f.steps(sharedNames, sharedBounds, float32(same))
	f.steps(datedNames, datedBounds, float32(o.sure))
	f.steps(ownNames, datedBounds, float32(m.sure))
	f.is("own date", !m.Date.IsZero())
	f.is("own date is another", !m.Date.IsZero() && !overlap(m, o))
	f.is("same lemma", m.lemma == o.lemma)
	f.is("both background", m.Background && o.Background)
	f.is("both news", !m.Background && !o.Background)
	f.is("has time", m.timed)
	f.is("precision "+o.DatePrecision, true)
	f.is("later", o.Sentence > m.Sentence)
	n := o.Sentence - m.Sentence
	n = max(n, -n)
	f.is("sentence 0", n == 0)
	f.is("sentence 1", n == 1)
	f.is("sentence 4", n <= 4)
	f.is("sentence 10", n <= 10)
	f.is("status", m.Status == o.Status)
	told := "news "
	if m.Background {
		told = "background "
	}
	f.is(told+a.ago(day{o.Date, o.DatePrecision}), true)
	f.is("in lead", o.Sentence < leadSentences)
	f.is("type "+m.Type, true)
	return f
}

// timeFeatures are what speaks for and against a time being an event's own.
func (a *article) timeFeatures(m *mention, s *sentence, t timeOf, d day, triggers map[int][]*mention) (f features) {
	if t.num == s.num {
		s.clauseTime(&f, m, t)
		s.nearTime(&f, m, t, triggers[s.num])
	} else {
		a.farTime(&f, m, s, t, triggers)
	}
	f.is("direction "+t.Direction.String(), true)
	f.is("modifies", t.Modifies)
	f.is("precision "+d.precision, true)
	f.is([]string{"anchor none", "anchor calendar", "anchor publication", "anchor narrative", "anchor outset"}[t.First.Anchor], true)
	f.is("ranged", t.Ranged)
	f.is("past on planned", m.Status == planned && d.date.Before(a.doc.Article.Published))
	told := "news "
	if m.Background {
		told = "background "
	}
	if t.num != s.num {
		told = "far " + told
	}
	f.is(told+a.ago(d), true)
	if st := s.cueOf(int(m.place.Token)); st != nil {
		f.is("said on", st.SaidOn == d.date)
		f.is("said otherwise", !st.SaidOn.IsZero() && st.SaidOn != d.date)
	}
	return f
}

// ago is how long before publication a day lies.
func (a *article) ago(d day) string {
	pub := a.doc.Article.Published
	if pub.IsZero() {
		return "undated"
	}
	switch n := pub.Days() - d.date.Days(); {
	case n < 0:
		return "future"
	case n <= 1:
		return "today"
	case n <= 14:
		return "weeks"
	case n <= 60:
		return "months"
	}
	return "long ago"
}

// clauseTime tells where in the sentence's clauses a time of it hangs, seen from
// the event.
func (s *sentence) clauseTime(f *features, m *mention, t timeOf) {
	own := s.clause(int(m.place.Token))
	if own == nil {
		f.is("no clause", true)
		return
	}
	clauses := s.doc.Clauses[s.num]
	nominal := own.Kind == stages.Nominal
	shares := true
	c := own
	for steps := 0; steps < 4; steps++ {
		if slices.Contains(c.Times, int16(t.From)) {
			name := []string{"own clause", "clause above", "clause two above", "clause far above"}[steps]
			f.is(name, true)
			f.is(name+" of noun", nominal)
			f.is(name+" goes with it", steps > 0 && shares)
			f.is(name+" is speech", steps > 0 && own.Under.Clause >= 0 && &clauses[own.Under.Clause] == c)
			f.is(name+" is of other factuality", c.Factuality != own.Factuality)
			f.is(name+" before perfect", steps > 0 && own.Aspect&stages.Perfect != 0)
			return
		}
		if c.Governor < 0 {
			break
		}
		shares = shares && s.shares(c)
		c = &clauses[c.Governor]
	}
	for i := range clauses {
		x := &clauses[i]
		if !slices.Contains(x.Times, int16(t.From)) {
			continue
		}
		switch {
		case x.Governor >= 0 && &clauses[x.Governor] == own:
			f.is("clause below", true)
			f.is("clause below of noun", x.Kind == stages.Nominal)
			return
		case x.Governor >= 0 && x.Governor == own.Governor:
			f.is("clause beside", true)
			return
		}
	}
	f.is("clause elsewhere", true)
}

// nearTime tells how near a time of the sentence stands to the event.
func (s *sentence) nearTime(f *features, m *mention, t timeOf, others []*mention) {
	at := int(m.place.Token)
	gap := gapTo(t.Told, at)
	f.is("gap 1", gap <= 2)
	f.is("gap 5", gap <= 5)
	f.is("gap 10", gap <= 10)
	f.is("gap 20", gap <= 20)
	f.is("time first", t.To <= at)
	f.is("time opens", t.Lead <= 1)
	nearer, between := 0, 0
	for _, o := range others {
		k := int(o.place.Token)
		if o != m && gapTo(t.Told, k) < gap {
			nearer++
			if (k < at) == (t.From < at) {
				between++
			}
		}
	}
	f.is("event nearer", nearer > 0)
	f.is("event between", between > 0)
	f.is("events between", between > 1)
	beat := false
	for i := range t.all {
		if o := &t.all[i]; o.Point() && o.From != t.From && gapTo(o, at) < gap {
			beat = true
		}
	}
	f.is("time nearer", beat)
	f.is("only time", points(t.all) == 1)
}

func gapTo(t *times.Told, at int) int { return max(t.From-at, at-t.To+1) }

// points counts the times that name a place on the calendar.
func points(all []times.Told) (n int) {
	for i := range all {
		if all[i].Point() {
			n++
		}
	}
	return n
}

// farTime tells of a time in another sentence what ties it to the event.
func (a *article) farTime(f *features, m *mention, s *sentence, t timeOf, triggers map[int][]*mention) {
	switch n := t.num - s.num; {
	case n == -1:
		f.is("sentence before", true)
	case n == 1:
		f.is("sentence after", true)
	case n < 0 && n >= -timesBefore:
		f.is("sentences before", true)
	case n > 0 && n <= timesAfter:
		f.is("sentences after", true)
	default:
		f.is("far lead", true)
	}
	f.is("lead", t.num < leadSentences)
	f.is("lead and news", t.num < leadSentences && !m.Background)
	f.is("other paragraph", a.doc.Sentences[t.num].Paragraph != a.doc.Sentences[s.num].Paragraph)
	f.is("far time opens", t.Lead <= 1)
	f.is("event has time", m.timed)
	f.is("in speech", m.StatementID != "")
	if c := s.clause(int(m.place.Token)); c != nil {
		f.is("far past", c.Kind != stages.Nominal && c.Tense == stages.Past && c.Aspect&stages.Perfect == 0)
		f.is("far noun", c.Kind == stages.Nominal)
	}
	typed, same := false, false
	for _, o := range triggers[t.num] {
		if o.Type == m.Type {
			typed = true
			same = same || o.lemma == m.lemma
		}
	}
	f.is("type there", typed)
	f.is("lemma there", same)
	f.is("nothing there", len(triggers[t.num]) == 0)
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
