package events

import (
	"strings"

	"parley/stages"
)

// present reports whether a verb is in the present tense, its perfect and
// passive aside, or a progressive.
func (s *sentence) present(v int) bool {
	switch s.tok[v].XPOS {
	case stages.TagVBZ, stages.TagVBP:
		return true
	case stages.TagVBG:
		for c := range s.tree.Children(v) {
			if s.tree.Rel(c) == stages.RelAux && s.is("be", c) {
				return true
			}
		}
	case stages.TagVBN:
		for c := range s.tree.Children(v) {
			if w := s.word(c); s.tok[c].Rel == stages.RelAuxPass && w == "being" {
				return true
			}
		}
	}
	return false
}

// unreal reports whether a word of the noun phrase of a trigger says that it is
// no fact: "an alleged attack", "any talks", "peace talks" but for "no".
func (s *sentence) unreal(i int) bool {
	for c := range s.tree.Children(i) {
		switch s.tree.Rel(c) {
		case stages.RelAmod, stages.RelDet, stages.RelAdvmod:
			if c < i && (s.is("unreal", c) || s.is("fail", c)) {
				return true
			}
		}
	}
	return false
}

func (s *sentence) negated(v int) bool {
	for c := range s.tree.Children(v) {
		if s.tree.Rel(c) == stages.RelAdvmod && c < v && s.denies(c) {
			return true
		}
	}
	return false
}

// subjunctive reports whether a finite clause has its verb in the base form:
// "demands that Spain leave".
func (s *sentence) subjunctive(v int) bool {
	for c := range s.tree.Children(v) {
		if s.tree.Rel(c) == stages.RelAux || s.tree.Rel(c) == stages.RelCop {
			return s.word(c) == "be" && s.tok[v].XPOS != stages.TagVB && !s.aided(v, "modal") && !s.aided(v, "future")
		}
	}
	return s.tok[v].XPOS == stages.TagVB && s.tree.Child(v, stages.RelNsubj) >= 0
}

// aimed reports whether the noun at i is what its governor wants, fears or
// prevents, and not who does or where.
func (s *sentence) aimed(i, up int) bool {
	switch s.tree.Rel(i) {
	case stages.RelNsubj:
		return s.tok[up].UPOS != stages.PosVerb
	case stages.RelObl:
		k := s.tree.Child(i, stages.RelCase)
		return k >= 0 && aims[s.word(k)]
	}
	return true
}

// aims are the prepositions that lead from a wish or fear to what it is about.
var aims = set("for of on about against from to", " ")

// auxiliaries is the status that a word's own dependents give it; seen reports
// that it has an auxiliary, real that it is none of a mere possibility.
func (s *sentence) auxiliaries(i int) (status string, seen, real bool) {
	status, real = happened, true
	for c := range s.tree.Children(i) {
		switch r := s.tree.Rel(c); {
		case r == stages.RelAux || r == stages.RelCop:
			seen = seen || r == stages.RelAux
			switch {
			case s.is("future", c):
				status = planned
			case s.word(c) == "would" && s.reported(i):
				status = planned
			case s.is("modal", c):
				return "", true, false
			case r == stages.RelCop && s.infinitive(i) && status == happened:
				status = planned // "is to meet"
			}
		case (r == stages.RelAdvmod || r == stages.RelDet || r == stages.RelCc) && c < i && s.denies(c):
			status = failed
		case (r == stages.RelAmod && c < i || r == stages.RelAcl && !s.nominal(c)) && s.is("upcoming", c):
			status = planned
		case r == stages.RelAmod && c < i && s.is("running", c):
			status = ongoing
		}
	}
	return status, seen, real
}

// reported reports whether the clause of i is what somebody says.
func (s *sentence) reported(i int) bool {
	for range highest {
		up := s.tree.Head(i)
		if up < 0 {
			return false
		}
		if s.is("say", up) && (s.tree.Rel(i) == stages.RelCcomp || s.tree.Rel(i) == stages.RelParataxis) {
			return true
		}
		i = up
	}
	return false
}

// governed tells from the word that governs an infinitive whether the act took
// place.
func (s *sentence) governed(up int) (string, bool) {
	switch {
	case s.is("fail", up):
		return failed, !s.acts(up) // to refuse is an event of its own
	case s.is("plan", up):
		if s.negated(up) || s.none(up) {
			return failed, true
		}
		return planned, true
	case s.is("ongoing", up):
		return ongoing, true
	case s.is("did", up):
		return happened, true
	}
	return failed, s.negated(up) // "does not want to meet"
}

// none reports the "no" of "has no plans to".
func (s *sentence) none(n int) bool {
	d := s.tree.Child(n, stages.RelDet)
	return d >= 0 && s.word(d) == "no"
}

// purpose is the same for an infinitive that tells what something is for: of
// "sent envoys to meet" it does not count, of "is on Monday to meet" it does, and
// who "flew to Spain to meet" somebody did so.
func (s *sentence) purpose(up int) (string, bool) {
	switch {
	case s.is("be", up):
		return planned, true
	case s.is("motion", up):
		return happened, true
	}
	return s.governed(up)
}

// denies reports a negation that is none of "not only".
func (s *sentence) denies(i int) bool {
	switch s.word(i + 1) {
	case "only", "just", "merely", "simply":
		return false
	}
	return s.is("neg", i) && !strings.HasPrefix(s.word(i), "nor")
}
