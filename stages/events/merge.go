package events

import (
	"fmt"
	"slices"

	"parley/schemas"
	"parley/stages"
)

// memory is how many events of a type back a repetition is looked for; an article
// that people read does not report as many.
const memory = 60

// leastSame is the log odds from which on two mentions count as one event.
const leastSame = 0

// pair is two mentions of a type, by their numbers, and the log odds of their
// being of one event.
type pair struct {
	first, second int
	odds          float64
}

// pairs compares the mentions of each type, in order of the second.
func (a *article) pairs(all []mention) (list []pair) {
	typed := map[string][]int{}
	for i := range all {
		m := &all[i]
		before := typed[m.Type]
		for _, k := range before[max(0, len(before)-memory):] {
			o := &all[k]
			list = append(list, pair{k, i, a.choose(Choice{Model: "same", Event: m.place, Type: m.Type, Of: o.place, Features: a.pairFeatures(o, m)})})
		}
		typed[m.Type] = append(before, i)
	}
	return list
}

// merge keeps each event once, at its fullest mention, and numbers them in
// order of place. Every mention is a telling of its event.
func (a *article) merge(all []mention, pairs []pair) ([]schemas.Event, []stages.Telling) {
	group := make([]int, len(all)) // mention to the first of its event
	for i, p := 0, 0; i < len(all); i++ {
		group[i] = i
		for most := float64(leastSame); p < len(pairs) && pairs[p].second == i; p++ {
			if pairs[p].odds > most {
				group[i], most = group[pairs[p].first], pairs[p].odds
			}
		}
	}
	members := make([][]int, len(all))
	for i, g := range group {
		members[g] = append(members[g], i)
	}
	type event struct {
		schemas.Event
		group int
	}
	var kept []event
	for g, list := range members {
		if len(list) > 0 {
			kept = append(kept, event{a.joined(all, list), g})
		}
	}
	slices.SortFunc(kept, func(a, b event) int { return int(a.Start - b.Start) })
	var rows []schemas.Event
	told := make([]stages.Telling, len(all))
	for i := range kept {
		e := &kept[i]
		e.EventID = fmt.Sprintf("%s/e%05d", a.doc.Article.ArticleID, i)
		e.Story = e.EventID // until other articles are known
		rows = append(rows, e.Event)
		for _, k := range members[e.group] {
			told[k] = stages.Telling{Event: all[k].Event, Trigger: all[k].place}
			told[k].EventID = e.EventID
		}
	}
	return rows, told
}

// pairFeatures are what speaks for and against a mention telling the event of an
// earlier one.
func (a *article) pairFeatures(x, y *mention) (f features) {
	arcFeatures(&f, x, y)
	f.is("type "+y.Type, true)
	f.is("same lemma", x.lemma == y.lemma)
	f.is("same lemma of "+y.Type, x.lemma == y.lemma)
	s, t := a.sentence(int(x.Sentence)), a.sentence(int(y.Sentence))
	c, d := s.clause(int(x.place.Token)), t.clause(int(y.place.Token))
	noun := d != nil && d.Kind == stages.Nominal && int(d.Predicate) == int(y.place.Token)
	f.is("noun", noun)
	f.is("noun for noun", noun && c != nil && c.Kind == stages.Nominal)
	f.is("definite noun", noun && t.definite(int(y.place.Token)))
	f.is("indefinite noun", noun && t.indefinite(int(y.place.Token)))
	switch n := y.Sentence - x.Sentence; {
	case n == 0:
		f.is("sentence 0", true)
	case n == 1:
		f.is("sentence 1", true)
	case n <= 3:
		f.is("sentence 3", true)
	case n <= 8:
		f.is("sentence 8", true)
	case n <= 20:
		f.is("sentence 20", true)
	}
	f.is("first in lead", x.Sentence < 2)
	a.partiesAlike(&f, x, y)
	f.is("one is planned", (x.Status == planned) != (y.Status == planned))
	f.is("one is denied", (x.Status == failed) != (y.Status == failed))
	f.is("both background", x.Background && y.Background)
	f.is("one is background", x.Background != y.Background)
	dated := !x.Date.IsZero() && !y.Date.IsZero()
	f.is("same day", dated && x.Date == y.Date && x.DatePrecision == y.DatePrecision)
	f.is("other day", dated && !overlap(x, y))
	f.is("second undated", y.Date.IsZero() && !x.Date.IsZero())
	f.is("first undated", !y.Date.IsZero() && x.Date.IsZero())
	f.is("other round", x.Round != nil && y.Round != nil && *x.Round != *y.Round)
	f.is("same place", x.Place != "" && x.Place == y.Place)
	f.is("other place", x.Place != "" && y.Place != "" && x.Place != y.Place)
	f.is("same statement", x.StatementID != "" && x.StatementID == y.StatementID)
	f.is("both said", x.StatementID != "" && y.StatementID != "")
	n := a.likeness(x.Sentence, y.Sentence)
	f.is("alike 0.15", n >= 0.15)
	f.is("alike 0.3", n >= 0.3)
	f.is("alike 0.5", n >= 0.5)
	return f
}

var sameBounds = []float32{0.02, 0.05, 0.1, 0.2, 0.4, 0.7}
var sameNames = names("arc ", sameBounds)

func arcFeatures(f *features, x, y *mention) {
	for _, arc := range y.trigger.Same.To {
		if arc.Place == x.place {
			f.steps(sameNames, sameBounds, arc.P)
			f.is("best arc", arc == y.trigger.Same.Best())
		}
	}
}

// partiesAlike compares the parties of two mentions; an army's act is its country's.
func (a *article) partiesAlike(f *features, x, y *mention) {
	compare := func(role string, v, w []string) {
		switch {
		case len(v) == 0 && len(w) == 0:
			f.is(role+" neither", true)
		case len(w) == 0:
			f.is(role+" second none", true)
		case len(v) == 0:
			f.is(role+" first none", true)
		case within(v, w, a.bearer) && len(v) == len(w):
			f.is(role+" same", true)
		case within(v, w, a.bearer):
			f.is(role+" within", true)
		case !apart(v, w, a.bearer):
			f.is(role+" overlap", true)
		default:
			f.is(role+" apart", true)
		}
	}
	compare("source", x.SourceIDs, y.SourceIDs)
	compare("target", x.TargetIDs, y.TargetIDs)
	if all, other := slices.Concat(x.SourceIDs, x.TargetIDs), slices.Concat(y.SourceIDs, y.TargetIDs); len(all) > 0 && len(other) > 0 {
		f.is("parties same", within(all, other, a.bearer))
		f.is("parties apart", apart(all, other, a.bearer))
	} else {
		f.is("second has no parties", len(other) == 0)
	}
	f.is("same words", x.SourceText == y.SourceText && x.TargetText == y.TargetText)
}

// definite reports whether a noun has "the", "this" or "these" or an owner.
func (s *sentence) definite(i int) bool {
	for c := range s.tree.Children(i) {
		switch s.word(c) {
		case "the", "this", "these", "that", "those":
			return true
		}
		if s.tok[c].Rel == stages.RelNmodPoss {
			return true
		}
	}
	return false
}

// indefinite reports whether a noun has "a", "another" or a number.
func (s *sentence) indefinite(i int) bool {
	for c := range s.tree.Children(i) {
		switch s.word(c) {
		case "a", "an", "another", "new", "further", "other", "more":
			return true
		}
		if s.tree.Rel(c) == stages.RelNummod {
			return true
		}
	}
	return false
}

// overlap reports whether two dates can be of one day.
func overlap(x, y *mention) bool {
	a, b := day{x.Date, x.DatePrecision}.String(), day{y.Date, y.DatePrecision}.String()
	n := min(len(a), len(b))
	return a[:n] == b[:n]
}

// joined is an event with what all its mentions tell: the fullest, with the date
// that is surest. It is news where one of them tells it as news.
func (a *article) joined(all []mention, group []int) schemas.Event {
	best, dated := &all[group[0]], &all[group[0]]
	background := true
	for _, i := range group {
		m := &all[i]
		if fullness(m) > fullness(best) {
			best = m
		}
		if !m.Date.IsZero() && (dated.Date.IsZero() || m.sure > dated.sure) {
			dated = m
		}
		background = background && m.Background
	}
	e := best.Event
	e.Date, e.DatePrecision, e.Background = dated.Date, dated.DatePrecision, background
	e.NewsDate, e.DateMethod = schemas.Date{}, ""
	a.news(&e, dated.clausal)
	return e
}

// bearer is the country of what is no person, or else the actor itself: an
// army's act is its country's.
func (a *article) bearer(id string) string {
	if x, ok := a.doc.Actor(id); ok && x.Country != "" && x.Kind != "person" {
		return x.Country
	}
	return id
}

// likeness is the share of their longer words that two sentences have in common.
func (a *article) likeness(x, y int32) float64 {
	v, w := a.longWords(x), a.longWords(y)
	n := 0
	for k := range v {
		if w[k] {
			n++
		}
	}
	return float64(n) / float64(max(1, min(len(v), len(w))))
}

// longWords is the longer words of a sentence.
func (a *article) longWords(sentence int32) map[string]bool {
	s := a.sentence(int(sentence))
	if s.long == nil {
		s.long = map[string]bool{}
		for _, k := range s.tok {
			if k.Shape.IsWord() && len(k.Lower) > 4 {
				s.long[k.Lower] = true
			}
		}
	}
	return s.long
}

// within reports whether one of two lists holds all of the other, by what name
// gives for them.
func within(a, b []string, name func(string) string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y string) bool { return name(x) == name(y) }) {
			return false
		}
	}
	return true
}

// apart reports whether two lists have nobody in common.
func apart(a, b []string, name func(string) string) bool {
	return !slices.ContainsFunc(a, func(x string) bool {
		return slices.ContainsFunc(b, func(y string) bool { return name(x) == name(y) })
	})
}

// fullness counts what a mention says.
func fullness(m *mention) int {
	n := 4*len(m.SourceIDs) + 4*len(m.TargetIDs)
	if !m.Date.IsZero() {
		n += 3
	}
	if m.Place != "" {
		n++
	}
	if m.StatementID == "" {
		n++
	}
	return n
}
