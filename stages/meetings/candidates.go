package meetings

import (
	"math"
	"slices"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/times"
)

// candidate is a day or a place that may be a meeting's, with what speaks for
// and against it.
type candidate struct {
	name      string // the place, or the day as it is written in tables
	precision string // of a day
	features
}

// pool adds an occurrence of a candidate: of what several occurrences say alike
// the highest counts.
func pool(all []candidate, c candidate) []candidate {
	i := slices.IndexFunc(all, func(x candidate) bool { return x.name == c.name && x.precision == c.precision })
	if i < 0 {
		return append(all, c)
	}
	for _, x := range c.features {
		k := slices.IndexFunc(all[i].features, func(y feature) bool { return y.name == x.name })
		if k < 0 {
			all[i].features = append(all[i].features, x)
		} else {
			all[i].features[k].value = max(all[i].features[k].value, x.value)
		}
	}
	return all
}

// choose is the candidate that a model likes best, nil when it likes none as
// much as that.
func (m model) choose(all []candidate, least float64) (best *candidate) {
	most := least
	for i := range all {
		if s := m.score(all[i].features); s > most {
			best, most = &all[i], s
		}
	}
	return best
}

// around are the sentences of a meeting's tellings and those beside them, each
// with the telling nearest to it and how it lies to that: own, next, before.
func (a *article) around(g group, see func(n int, t *telling, at string)) {
	own := map[int32]bool{}
	for _, t := range g {
		own[t.Sentence] = true
	}
	seen := map[int32]bool{}
	for _, t := range g {
		see(int(t.Sentence), t, "own ")
		for _, x := range []struct {
			n  int32
			at string
		}{{t.Sentence + 1, "next "}, {t.Sentence - 1, "before "}} {
			if x.n >= 0 && int(x.n) < len(a.doc.Sentences) && !own[x.n] && !seen[x.n] {
				seen[x.n] = true
				see(int(x.n), t, x.at)
			}
		}
	}
}

// days are the days, months and years that may be a meeting's: those that the
// text names around it, and those of the article itself.
func (a *article) days(g group, status string) (all []candidate) {
	pub := a.doc.Article.Published
	known := !pub.IsZero() && (a.doc.Article.DatePrecision == "day" || a.doc.Article.DatePrecision == "")
	told := false
	for _, t := range g {
		if !t.Date.IsZero() {
			told = true
			var f features
			f.add("told", 1)
			f.add("told "+t.DatePrecision, 1)
			a.daySense(&f, t.Date, t.DatePrecision, status)
			all = pool(all, candidate{t.Date.String(), t.DatePrecision, f})
		}
	}
	a.around(g, func(n int, t *telling, at string) {
		points := 0
		for i := range a.times[n] {
			if a.times[n][i].Point() {
				points++
			}
		}
		for i := range a.times[n] {
			x := &a.times[n][i]
			if !x.Point() || x.Direction != times.On && x.Direction != times.Since {
				continue
			}
			d, precision := x.At(status == planned || x.Tense == times.Ahead).Coarse()
			if d.IsZero() {
				continue
			}
			var f features
			f.add(at+"time", 1)
			f.when(points == 1, at+"only time")
			f.when(told, "beside what is told")
			if at == "own " {
				f.add("distance", math.Log(1+distance(int(t.Trigger.Token), x.From, x.To)))
				f.when(t.clause != nil && slices.Contains(t.clause.Times, int16(x.From)), "of the clause")
				f.when(x.Modifies, "before a noun")
				f.when(a.tree(n).Under(x.From, int(t.Trigger.Token)), "under the word")
			}
			a.daySense(&f, d, precision, status)
			all = pool(all, candidate{d.String(), precision, f})
		}
	})
	if !known {
		return all
	}
	background := true
	for _, t := range g {
		background = background && t.Background
	}
	for _, x := range []struct {
		name, precision string
		day             schemas.Date
	}{{"own day", "day", pub}, {"eve", "day", pub.AddDays(-1)}, {"own month", "month", pub.MonthStart()}} {
		var f features
		f.add(x.name, 1)
		f.when(told, x.name+", told")
		f.when(g[0].Sentence < 3, x.name+", lead")
		f.when(background, x.name+", background")
		f.when(status == planned, x.name+", planned")
		f.when(g[0].StatementID != "", x.name+", said")
		f.when(len(g) > 2, x.name+", often")
		a.daySense(&f, x.day, x.precision, status)
		all = pool(all, candidate{x.day.String(), x.precision, f})
	}
	return all
}

func distance(at, from, to int) float64 { return float64(max(from-at, at-to+1, 0)) }

// daySense is how a day lies to the article's and to what is told of it.
func (a *article) daySense(f *features, d schemas.Date, precision, status string) {
	f.add(precision, 1)
	pub := a.doc.Article.Published
	if pub.IsZero() || precision != "day" {
		return
	}
	gap := d.Days() - pub.Days()
	f.when(gap > 0 && status != planned, "ahead, not planned")
	f.when(gap < 0 && status == planned, "past, planned")
	f.when(gap == 0 || gap == -1, "fresh")
	f.when(gap < -14, "old")
}

// whereabouts are the places that may be a meeting's.
func (a *article) whereabouts(g group, status string) (all []candidate) {
	for _, t := range g {
		if t.place != "" {
			all = pool(all, candidate{name: t.place, features: features{{"tied", 1}}})
		}
	}
	if name := a.dateline(); name != "" {
		var f features
		f.add("dateline", 1)
		f.when(g[0].Sentence < 3, "dateline, lead")
		f.when(g[0].Background, "dateline, background")
		f.when(status == planned, "dateline, planned")
		all = pool(all, candidate{name: name, features: f})
	}
	a.around(g, func(n int, t *telling, at string) {
		tok := a.doc.Sentences[n].Tokens
		for i := range tok {
			name := a.placeAt(n, i, false)
			if name == "" {
				continue
			}
			prep := a.preposition(n, i)
			behind := a.words["place"][prep]
			_, town := a.towns[name]
			_, state := a.states[name]
			if !behind && !town && !state && !a.seen[name] {
				continue // a name of who knows what
			}
			var f features
			f.add(at+"place", 1)
			f.when(behind, at+"behind in")
			f.when(prep == "to", at+"behind to")
			f.when(prep == "from" || prep == "of", "behind of")
			f.when(state, "state")
			f.when(town, "town")
			f.when(a.seen[name], "used as place")
			f.when(slices.ContainsFunc(a.profile.Venues, func(v stages.Venue) bool { return v.Place == name }), "venue")
			if m := a.doc.MentionAt(stages.Place{Sentence: int32(n), Token: int32(i)}); m != nil {
				f.when(slices.Contains(t.parties, m.ActorID), "party")
			}
			if at == "own " {
				f.add("distance", math.Log(1+distance(int(t.Trigger.Token), i, i+1)))
				f.when(i > int(t.Trigger.Token), "behind the word")
				f.when(a.clause(n, i) == t.clause, "one clause")
			}
			all = pool(all, candidate{name: name, features: f})
		}
	})
	return all
}

// preposition is that of a token's phrase, "" for none.
func (a *article) preposition(n, at int) string {
	t := a.tree(n)
	if c := t.Child(at, stages.RelCase); c >= 0 && c < at {
		return a.doc.Sentences[n].Tokens[c].Lower
	}
	return ""
}

// dateline is the place that an agency's report begins with: "LIMA (Agency) - ".
func (a *article) dateline() string {
	if len(a.doc.Sentences) == 0 {
		return ""
	}
	tok := a.doc.Sentences[0].Tokens
	n := 0
	for n < len(tok) && n < 3 && tok[n].Shape == stages.Uppercase {
		n++
	}
	if n == 0 || n == len(tok) || tok[n].Shape.IsWord() {
		return ""
	}
	for i := n; i < min(len(tok), n+12); i++ {
		switch tok[i].Lower {
		case "-", "–", "—", "(":
			return a.doc.Article.Text[tok[0].Start:tok[n-1].End]
		}
	}
	return ""
}
