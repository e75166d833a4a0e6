package events

import "parley/schemas"

// intents gives what it is to announce an act of a type that somebody is to do:
// the will to help is an agreement, the will to punish a threat. Meetings stay
// what they are, so do attacks: who plans one seldom says so.
var intents = map[string]struct{ typ, cameo string }{
	"SUPPORT":   {"AGREE", "03"},
	"AID":       {"AGREE", "03"},
	"CONCEDE":   {"AGREE", "03"},
	"COOPERATE": {"AGREE", "03"},
	"RETREAT":   {"AGREE", "03"},
	"SANCTION":  {"THREATEN", "13"},
	"COERCE":    {"THREATEN", "13"},
	"REJECT":    {"THREATEN", "13"},
}

// intent turns a planned act into the announcement of it, which has happened.
// What another party says of somebody's plans remains a plan.
func (s *sentence) intent(e *schemas.Event, h hit) {
	to, ok := intents[e.Type]
	if s.is("office", h.from) {
		return // who "will resign" does so
	}
	if !ok || e.Status != planned || h.t.class != verb || len(e.SourceIDs) == 0 || !s.own.speaks(speaker(s.said(h.from, h.to)), e.SourceIDs[0]) {
		return
	}
	e.Type, e.CameoRoot, e.QuadClass, e.Status = to.typ, to.cameo, quads[to.typ], happened
	if e.Date != s.doc.Article.Published {
		e.Date, e.DatePrecision = schemas.Date{}, "" // that of the act
	}
}
