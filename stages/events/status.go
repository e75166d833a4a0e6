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

// uttered are the types whose events are but words.
var uttered = set("ACCUSE REQUEST THREATEN PROTEST", " ")

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
	}
	if s.unreal(i) || s.nominal(h.to-1) && s.unreal(h.to-1) {
		return "", false
	}
	if status, ok = s.fact(i, h.t); !ok {
		return "", false
	}
	switch {
	case status == planned && h.t.typ == "ACCUSE", status == failed && uttered[h.t.typ]:
		return "", false // "is to blame"; what is left unsaid is no event
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
			own, seen, real := s.auxiliaries(i)
			if !real {
				return "", false
			}
			if aux = seen; status == happened {
				status = own
			}
		}
		up := s.tree.Head(i)
		if up < 0 {
			break
		}
		over, on, real := s.clause(i, up, aux, t)
		if !real {
			return "", false
		}
		if over != happened && status == happened {
			status = over
		}
		if !on {
			return status, s.asserted(up)
		}
		i = up
	}
	return status, true
}

// clause is what the word at i is worth by its governor: the status that this
// gives it, whether the governor's own counts as well, and whether it is real.
func (s *sentence) clause(i, up int, aux bool, t *trigger) (status string, on, real bool) {
	switch s.tree.Rel(i) {
	case stages.RelXcomp:
		status, real = s.governed(up)
		return status, true, real
	case stages.RelAcl:
		if s.tok[i].Rel == stages.RelAclRelcl || !s.infinitive(i) {
			return happened, false, !s.is("wish", up) // "no sign that"
		}
		status, real = s.governed(up)
		return status, true, real
	case stages.RelCcomp:
		if s.is("fail", up) {
			return failed, false, true
		}
		return happened, false, !s.is("wish", up) && !s.is("unreal", up) && !s.subjunctive(i) && !s.negated(up) // "do not believe that"
	case stages.RelCsubj:
		return "", false, false // "to attack is impossible"
	case stages.RelAdvcl:
		return s.circumstance(i, up, t)
	case stages.RelConj:
		return happened, s.tree.Child(i, stages.RelNsubj) < 0 && !aux && (s.tense(i) == stages.NoXPOS || s.tense(up) != stages.NoXPOS), true
	case stages.RelObj, stages.RelObl, stages.RelNmod, stages.RelNsubj, stages.RelCompound, stages.RelAppos:
		if s.tree.Rel(i) == stages.RelNsubj && strings.HasPrefix(s.word(up), "continu") {
			return ongoing, true, true
		}
		on = s.is("occur", up) || t.typ == "CONSULT" && (s.tree.Rel(i) == stages.RelObj || s.tree.Rel(i) == stages.RelNsubj) && !s.definite(i)
		return happened, on, !s.is("unreal", up) || !s.aimed(i, up)
	}
	return happened, false, true
}

// definite reports whether a noun means something that is known already.
func (s *sentence) definite(n int) bool {
	for c := range s.tree.Children(n) {
		if s.tok[c].Rel == stages.RelNmodPoss {
			return true
		}
		switch s.word(c) {
		case "the", "this", "that", "these", "those":
			return s.tree.Rel(c) == stages.RelDet
		}
	}
	return false
}

// circumstance is the same for the verb of an adverbial clause.
func (s *sentence) circumstance(i, up int, t *trigger) (status string, on, real bool) {
	switch {
	case s.infinitive(i) && t.typ == "PROTEST":
		return happened, true, true // "stopped work to protest"
	case s.infinitive(i):
		status, real = s.purpose(up)
		return status, true, real
	case s.tok[i].XPOS != stages.TagVBG:
		return happened, false, true
	}
	if m := s.tree.Child(i, stages.RelMark); m >= 0 && (s.word(m) == "from" || s.word(m) == "without" || s.word(m) == "against") {
		return "", false, false // "kept Spain from attacking"
	}
	if s.is("ongoing", up) && up == i-1 {
		return ongoing, true, true
	}
	return happened, true, !s.is("fail", up)
}
