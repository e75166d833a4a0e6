package meetings

import (
	"math"
	"slices"

	"parley/stages"
)

// evidence is what speaks for and against a group of tellings being of a meeting
// on the conflict: one that is told as a single one, and not what one government
// does for itself, an interview or a visit to the front.
func (a *article) evidence(g group) (f features) {
	d := a.doc
	var parties []string
	var sure, talks, conf float64
	var said, supposition, background, planning, failing, going, dated, placed, nouns, plurals, definites int
	for _, t := range g {
		for _, id := range t.parties {
			parties = add(parties, id)
		}
		conf = max(conf, t.Confidence)
		sure = max(sure, float64(t.trigger.P))
		talks = max(talks, float64(d.Reading.Sentences[t.Sentence].Talks))
		count(&said, t.StatementID != "")
		count(&supposition, supposed(t.clause))
		count(&background, t.Background)
		count(&planning, stateOf(t) == planned)
		count(&failing, stateOf(t) == failed)
		count(&going, t.Status == ongoing)
		count(&dated, !t.Date.IsZero())
		count(&placed, t.place != "")
		count(&nouns, t.noun)
		count(&plurals, t.noun && t.plural)
		count(&definites, t.noun && t.article == definite)
	}
	n := float64(len(g))
	part := func(name string, k int) {
		if k > 0 {
			f.add(name, float64(k)/n)
		}
	}
	f.add("tellings", math.Log(n))
	f.add("confidence", conf)
	f.add("talks", talks)
	part("said", said)
	part("supposed", supposition)
	part("background", background)
	part("planned", planning)
	part("failed", failing)
	part("ongoing", going)
	part("dated", dated)
	part("placed", placed)
	part("nouns", nouns)
	part("plurals", plurals)
	part("definites", definites)
	f.when(g[0].Sentence < 3, "lead")
	if r := g[0].rival; math.IsInf(r, -1) {
		f.add("first", 1)
	} else {
		f.add("like another", max(-4, min(4, r)))
	}
	a.partiesOf(&f, parties)
	for _, t := range g {
		f.when(t.Round != nil, "round")
		f.when(t.Level != "", "level")
		f.add("word "+t.lemma, 1/n)
	}
	return f
}

func (a *article) partiesOf(f *features, ids []string) {
	bearers := a.bearers(ids)
	switch len(bearers) {
	case 0:
		f.add("no party", 1)
	case 1:
		f.add("one bearer", 1)
		f.when(len(ids) > 1, "one bearer's own")
	case 2:
		f.add("two bearers", 1)
	default:
		f.add("many bearers", 1)
	}
	sides := map[string]bool{}
	for _, id := range ids {
		x, _ := a.doc.Actor(id)

		if x.Side != "" {
			sides[x.Side] = true
		}
	}
	f.when(len(sides) > 1, "sides")
	for _, kind := range []string{"person", "state", "igo", "government_body", "group", "media"} {
		for _, id := range ids {
			if x, _ := a.doc.Actor(id); x.Kind == kind {
				f.add("kind "+kind, 1)
				break
			}
		}
	}
}

func count(n *int, ok bool) {
	if ok {
		*n++
	}
}

func add(list []string, x string) []string {
	for _, y := range list {
		if y == x {
			return list
		}
	}
	return append(list, x)
}

// facts is what speaks for one status or form of a meeting and against others.
func (a *article) facts(g group) (f features) {
	n := float64(len(g))
	pub := a.doc.Article.Published
	var all features
	for _, t := range g {
		for _, s := range t.trigger.Status {
			all.add("status "+s.Label, float64(s.P))
		}
		if t.clause != nil {
			all.add("clause "+t.clause.Factuality.String(), 1)
			all.when(t.clause.Tense == stages.Future, "future")
			all.when(t.clause.Negated, "negated")
			all.when(t.clause.Modality != stages.NoModality, "modal")
		}
		if !t.Date.IsZero() && !pub.IsZero() && t.DatePrecision == "day" {
			all.when(t.Date.Days() > pub.Days(), "ahead")
			all.when(t.Date.Days() < pub.Days(), "past")
		}
		all.when(t.Format != "", "format "+t.Format)
		all.when(t.Level == "leaders", "leaders")
		all.when(t.noun, "noun")
		all.when(t.place != "", "placed")
		for _, class := range []string{"phone", "video", "call", "speak", "meet", "plan", "cancel"} {
			all.when(a.words[class][t.lemma], "word "+class)
			all.when(a.says(int(t.Sentence), class), "beside "+class)
		}
	}
	for _, x := range all { // the share of the tellings
		if i := slices.IndexFunc(f, func(y feature) bool { return y.name == x.name }); i >= 0 {
			f[i].value += x.value / n
		} else {
			f.add(x.name, x.value/n)
		}
	}
	return f
}
