package events

import (
	"strings"

	"parley/stages"
)

// The values of events.status.
const (
	happened = "happened"
	ongoing  = "ongoing"
	planned  = "planned"
	failed   = "denied_or_failed"
)

// highest is how far up the tree what a clause is worth is looked for.
const highest = 12

// status tells whether what a trigger says happened; ok is false where the
// text only imagines it: a condition, a question, a possibility.
func (s *sentence) status(h hit) (status string, ok bool) {
	if s.word(len(s.tok)-1) == "?" {
		return "", false
	}
	if h.t.flags["selfneg"] && s.auxiliary(s.word(h.from)) {
		return happened, !s.conditional(s.verb(h))
	}
	i := s.verb(h)
	if h.t.class == noun {
		i = s.core(h)
		if s.unreal(i) {
			return "", false
		}
	}
	if status, ok = s.fact(i, h.t); !ok {
		return "", false
	}
	switch {
	case status != happened:
	case h.t.class == noun:
		if h.t.flags["durative"] {
			status = ongoing
		}
	case h.t.class == verb && s.present(i) && !s.doc.Sentences[s.num].Heading:
		status = ongoing // "Spain demands"; in a headline it is the past
	}
	return status, true
}

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
		if c < i && (s.is("unreal", c) || s.is("fail", c)) {
			return true
		}
	}
	return false
}

// asserted reports whether no condition or wish stands above a verb.
func (s *sentence) asserted(v int) bool {
	for range highest {
		if v < 0 {
			return true
		}
		if s.conditional(v) || s.tree.Rel(v) == stages.RelCcomp && s.is("wish", s.tree.Head(v)) {
			return false
		}
		v = s.tree.Head(v)
	}
	return true
}

// conditional reports whether a conjunction of condition opens the clause of a
// verb.
func (s *sentence) conditional(v int) bool {
	for c := range s.tree.Children(v) {
		switch s.word(c) {
		case "if", "unless", "whether", "lest", "should":
			if r := s.tree.Rel(c); r == stages.RelMark || r == stages.RelAdvmod || r == stages.RelAux && c < s.tree.Child(v, stages.RelNsubj) {
				return true
			}
		}
	}
	return false
}

// fact follows the word at i up the tree and reads from its auxiliaries and from
// what governs it whether it took place.
func (s *sentence) fact(i int, t *trigger) (status string, ok bool) {
	status = happened
	aux := false // a verb has got its auxiliaries; those of another do not count
	for range highest {
		if s.conditional(i) {
			return "", false
		}
		if !aux {
			own, seen, real := s.auxiliaries(i, t)
			if !real {
				return "", false
			}
			aux = seen
			if own != happened {
				status = own
			}
		}
		up := s.tree.Head(i)
		if up < 0 {
			return status, true
		}
		next := ""
		switch s.tree.Rel(i) {
		case stages.RelXcomp:
			next, ok = s.governed(up)
		case stages.RelAcl:
			if s.tok[i].Rel == stages.RelAclRelcl || !s.infinitive(i) {
				return status, true
			}
			next, ok = s.governed(up)
		case stages.RelCcomp:
			switch {
			case s.is("wish", up), s.is("unreal", up), s.subjunctive(i):
				return "", false
			case s.is("fail", up):
				return failed, true
			}
			return status, s.asserted(up)
		case stages.RelCsubj:
			return "", false // "to attack is impossible"
		case stages.RelAdvcl:
			if s.infinitive(i) {
				if next, ok = s.purpose(up); t.typ == "PROTEST" {
					next, ok = happened, true // "stopped work to protest"
				}
				break
			}
			if s.tok[i].XPOS != stages.TagVBG {
				return status, true
			}
			next, ok = status, !s.is("fail", up)
			if s.is("ongoing", up) && up == i-1 {
				next = ongoing
			}
			if m := s.tree.Child(i, stages.RelMark); m >= 0 && (s.word(m) == "from" || s.word(m) == "without") {
				return "", false // "kept Spain from attacking"
			}
		case stages.RelConj:
			if s.tree.Child(i, stages.RelNsubj) >= 0 || aux || s.tense(i) != stages.NoXPOS && s.tense(up) == stages.NoXPOS {
				return status, s.asserted(up)
			}
			next, ok = status, true
		case stages.RelObj, stages.RelObl, stages.RelNmod, stages.RelNsubj, stages.RelCompound, stages.RelAppos:
			if s.is("unreal", up) && s.aimed(i, up) {
				return "", false
			}
			if !s.is("occur", up) {
				return status, s.asserted(up)
			}
			next, ok = status, true
		default:
			return status, s.asserted(up)
		}
		if !ok {
			return "", false
		}
		if next != happened && status == happened {
			status = next
		}
		i = up
	}
	return status, true
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
func (s *sentence) auxiliaries(i int, t *trigger) (status string, seen, real bool) {
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
		return planned, true
	case s.is("ongoing", up):
		return ongoing, true
	case s.is("did", up):
		return happened, true
	}
	return "", false
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
