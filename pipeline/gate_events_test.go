package pipeline_test

import "slices"

// mutual are the types whose parties may stand on either side.
var mutual = []string{"CONSULT", "AGREE", "COOPERATE", "ASSAULT"}

// gateEvent is one annotated event with all its mentions.
type gateEvent []gateRow

// gateEvents brings the mentions of each event together.
func gateEvents(rows []gateRow) []gateEvent {
	var events []gateEvent
	of := map[int]int{} // row -> event
	for i, r := range rows {
		if r.get("same") != "" {
			if first := firstMention(rows[:i], r); first >= 0 {
				of[i] = of[first]
				events[of[i]] = append(events[of[i]], r)
				continue
			}
		}
		of[i] = len(events)
		events = append(events, gateEvent{r})
	}
	return events
}

// scoreEvents matches each annotated event with one of the program's: of its
// type, in a sentence that mentions it, with the trigger at the anchor or at
// most three words from it. Status, date and background are compared mention by
// mention, where trigger and anchor share a word.
func scoreEvents(g *gateRun) *gateLayer {
	l := newGateLayer("events", "events")
	l.with("with the right parties", false)
	for _, a := range g.articles {
		gold, found := gateEvents(a.layers["events"]), g.tables["events"][a.name]
		used := map[int]bool{}
		same := 0
		for _, e := range gold {
			kind := e[0].get("type")
			r, j := matchEvent(a, e, found, used)
			if j < 0 {
				l.byType(kind, 1, 0, 0)
				g.log("event: missed", a.name, e[0])
				continue
			}
			same++
			used[j] = true
			l.byType(kind, 1, 0, 1)
			f := found[j]
			sources, targets := f.list("source_ids"), f.list("target_ids")
			source := g.sameParties(a, sources, r.list("sources"), r.sentence())
			target := g.sameParties(a, targets, r.list("targets"), r.sentence())
			if !(source && target) && slices.Contains(mutual, kind) {
				both := slices.Concat(r.list("sources"), r.list("targets"))
				source = g.sameParties(a, slices.Concat(sources, targets), both, r.sentence())
				target = source
			}
			l.part("source", source)
			l.part("target", target)
			l.with("with the right parties", source && target)
			l.confuse("status", statusOf(r.get("status")), statusOf(f.str("status")))
			if !source || !target {
				g.log("event: parties", a.name, r, "<>", sources, targets)
			}
		}
		l.count(a.name, len(gold), len(found), same)
		for j, f := range found {
			l.byType(f.str("type"), 0, 1, 0)
			if !used[j] {
				g.log("event: invented", a.name, f.int("sentence")+1, f.str("type"), f.str("anchor"), f.list("source_ids"), f.list("target_ids"))
			}
		}
		for _, r := range a.layers["events"] {
			g.scoreMention(l, a, r, found)
		}
	}
	return l
}

// scoreMention compares when an event happened and whether it is news.
func (g *gateRun) scoreMention(l *gateLayer, a gateArticle, r gateRow, found []record) {
	j := slices.IndexFunc(found, func(f record) bool {
		return f.str("type") == r.get("type") && a.spans[r.sentence()].overlap(f.span()) > 0 && shares(trigger(r), texts(f.str("anchor")))
	})
	if j < 0 {
		return
	}
	want, got := r.get("date"), found[j].date("date")
	if want != "" {
		l.part("date", got == want)
	} else {
		l.part("no date where none is told", got == "")
	}
	if got != want {
		g.log("event: date", a.name, r, "<>", got)
	}
	if hasColumn("events", "background") {
		got := "news"
		if found[j].bool("background") {
			got = "background"
		}
		l.confuse("background", r.get("background"), got)
		if got != r.get("background") {
			g.log("event: background", a.name, r, "<>", got)
		}
	}
}

// matchEvent is the mention by which an event is found, and the program's row.
func matchEvent(a gateArticle, e gateEvent, found []record, used map[int]bool) (gateRow, int) {
	for _, r := range e {
		for j, f := range found {
			if !used[j] && f.str("type") == r.get("type") && a.near(r, f.span()) {
				return r, j
			}
		}
	}
	return gateRow{}, -1
}

// near tells whether a trigger lies at most three words from an anchor in the
// same sentence.
func (a gateArticle) near(r gateRow, anchor span) bool {
	at, ok := a.at(r.get("trigger"), r.sentence())
	if !ok || a.spans[r.sentence()].overlap(anchor) <= 0 {
		return false
	}
	between := 0
	for _, w := range a.words {
		if w.start >= min(at.end, anchor.end) && w.end <= max(at.start, anchor.start) {
			between++
		}
	}
	return between < 3
}

// trigger are the words of a row's trigger.
func trigger(r gateRow) []string {
	p, _ := occurrence(r.get("trigger"))
	return texts(p)
}

// statusOf takes together what is real.
func statusOf(s string) string {
	switch s {
	case "denied", "denied_or_failed":
		return "denied"
	case "planned":
		return s
	}
	return "real"
}
