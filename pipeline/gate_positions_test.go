package pipeline_test

import (
	"slices"
	"strings"
	"time"
)

// scorePositions matches positions one to one by issue and sentence, those with
// the same stance first, of these the one with the right holder.
func scorePositions(g *gateRun) *gateLayer {
	l := newGateLayer("positions", "positions")
	l.with("with the right stance", false)
	l.with("with the right stance and holder", false)
	for _, a := range g.articles {
		gold, found := a.layers["positions"], g.tables["positions"][a.name]
		usedGold, usedFound := map[int]bool{}, map[int]bool{}
		for _, stance := range []bool{true, false} {
			for i, r := range gold {
				best, holder := -1, false
				for j, f := range found {
					if usedGold[i] || usedFound[j] || f.str("issue") != r.get("issue") || a.spans[r.sentence()].overlap(f.span()) <= 0 ||
						stance && f.str("stance") != r.get("stance") {
						continue
					}
					if h := g.isParty(a, f.str("actor_id"), r.get("holder"), r.sentence()); best < 0 || h && !holder {
						best, holder = j, h
					}
				}
				if best < 0 {
					continue
				}
				usedGold[i], usedFound[best] = true, true
				l.with("with the right stance", stance)
				l.with("with the right stance and holder", stance && holder)
				l.part("stance", stance)
				l.part("holder", holder)
			}
		}
		l.count(a.name, len(gold), len(found), len(usedGold))
		for i, r := range gold {
			if !usedGold[i] && hasTable("positions") {
				g.log("position: missed", a.name, r)
			}
		}
		for j, f := range found {
			if !usedFound[j] {
				g.log("position: invented", a.name, f.int("sentence")+1, f.str("issue"), f.str("stance"), f.str("actor_id"), f.str("content"))
			}
		}
	}
	return l
}

// The words of the table meetings for those of the annotation.
var (
	gateLevels = map[string]string{"negotiators": "delegations"}
	gateForms  = map[string]string{"in person": "in_person", "call": "phone"}
)

// scoreMeetings matches meetings one to one within an article, by date and
// parties: half of those annotated have to be parties, mediators or hosts. A
// meeting of the program belongs to the articles of its events.
func scoreMeetings(g *gateRun) *gateLayer {
	l := newGateLayer("meetings", "meetings")
	home := map[string]string{} // event -> name of its article
	for name, events := range g.tables["events"] {
		for _, e := range events {
			home[e.str("event_id")] = name
		}
	}
	for _, a := range g.articles {
		var found []record
		for _, m := range g.meetings {
			if slices.ContainsFunc(m.list("event_ids"), func(id string) bool { return home[id] == a.name }) {
				found = append(found, m)
			}
		}
		used, same := map[int]bool{}, 0
		for _, r := range a.layers["meetings"] {
			best := g.matchMeeting(a, r, found, used)
			if best < 0 {
				if hasTable("meetings") {
					g.log("meeting: missed", a.name, r)
				}
				continue
			}
			used[best] = true
			same++
			scoreMeeting(l, r, found[best])
		}
		l.count(a.name, len(a.layers["meetings"]), len(found), same)
		for j, m := range found {
			if !used[j] {
				g.log("meeting: invented", a.name, m.date("date"), m.list("parties"), m.str("status"))
			}
		}
	}
	return l
}

func (g *gateRun) matchMeeting(a gateArticle, r gateRow, found []record, used map[int]bool) int {
	parties := r.list("parties")
	best, rank := -1, -1
	for j, m := range found {
		if used[j] || !datesFit(r.get("date"), m.date("date"), m.str("end_date") != "") {
			continue
		}
		who := slices.Concat(m.list("parties"), m.list("mediators"), m.list("hosts"))
		n := 0
		for _, p := range parties {
			if slices.ContainsFunc(who, func(id string) bool { return g.isParty(a, id, p, -1) }) {
				n += 2
			}
		}
		if n < len(parties) {
			continue
		}
		if m.date("date") == r.get("date") {
			n++ // of equals the one of the same day
		}
		if n > rank {
			best, rank = j, n
		}
	}
	return best
}

func scoreMeeting(l *gateLayer, r gateRow, m record) {
	if d := r.get("date"); d != "?" {
		l.part("date", strings.HasPrefix(m.date("date"), d))
	}
	if p := r.get("place"); p != "" {
		l.part("place", shares(telling(p), texts(m.str("place"))))
	}
	status, got := r.get("status"), m.str("status")
	l.part("status", status == got || (status == "held" || status == "ongoing") && (got == "held" || got == "ongoing"))
	outcome := m.str("outcome")
	if outcome == "" {
		outcome = "?"
	}
	l.part("outcome", outcome == r.get("outcome"))
	if v := r.get("level"); v != "?" {
		l.part("level", m.str("level") == orSame(gateLevels, v))
	}
	if v := r.get("form"); v != "?" {
		l.part("form", m.str("format") == orSame(gateForms, v))
	}
}

func orSame(words map[string]string, w string) string {
	if x, ok := words[w]; ok {
		return x
	}
	return w
}

// datesFit: days at most one apart, three where the meeting has several, or
// either of them unknown or less exact and not against the other.
func datesFit(gold, found string, several bool) bool {
	if gold == "?" || found == "" {
		return true
	}
	a, errA := time.Parse(time.DateOnly, gold)
	b, errB := time.Parse(time.DateOnly, found)
	if errA != nil || errB != nil {
		return strings.HasPrefix(gold, found) || strings.HasPrefix(found, gold)
	}
	limit := 1
	if several {
		limit = 3
	}
	days := int(a.Sub(b).Hours()) / 24
	return max(days, -days) <= limit
}
