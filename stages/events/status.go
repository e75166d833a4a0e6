package events

import "strings"

// The values of events.status.
const (
	happened = "happened"
	ongoing  = "ongoing"
	planned  = "planned"
	failed   = "denied_or_failed"
)

// status tells whether what a trigger says happened; ok is false where the
// text only imagines it: a condition, a question, a possibility.
func (s *sentence) status(h hit, g group) (status string, ok bool) {
	if s.word(len(s.tok)-1) == "?" || s.conditional(h.from) {
		return "", false
	}
	if h.t.class == noun {
		return s.nounStatus(h)
	}
	if h.t.flags["selfneg"] && s.auxiliary(s.word(h.from)) {
		return happened, true
	}
	if s.wished(h.from) || g.be && g.modal == "" && g.governor < 0 && s.word(g.start) == "be" {
		return "", false // "asks that the town be given up"
	}
	status = happened
	switch {
	case s.is("future", g.start) || s.words["future"][g.modal]:
		status = planned
	case g.modal == "would" && s.reported(g.start):
		status = planned
	case g.modal != "":
		return "", false
	case h.form&ing != 0 && h.t.class == verb:
		if status, ok = s.gerundStatus(h, g); !ok {
			return "", false
		}
	}
	if g.governor >= 0 {
		if status, ok = s.infinitive(g.governor); !ok {
			return "", false
		}
	}
	if g.neg {
		status = failed
	}
	if status == happened && h.t.class == verb && h.form&(base|third) != 0 && h.form&past == 0 && g.start == h.from && !s.doc.Sentences[s.num].Heading {
		status = ongoing // "Spain demands"; in a headline it is the past
	}
	return status, true
}

// gerundStatus reads a form in -ing, with or without a form of be.
func (s *sentence) gerundStatus(h hit, g group) (string, bool) {
	if g.be {
		return ongoing, true
	}
	i := h.from - 1
	for i > 0 && (s.is("adverb", i) || adverb(s.word(i))) {
		i--
	}
	switch s.word(i) {
	case "after", "by", "while", "for", "of", "in", "when", "since", "upon", "with", "and":
		return happened, true
	case ",":
		for j := i - 1; j >= 0 && j > i-20 && !s.closes(j); j-- {
			if s.is("modal", j) {
				return "", false
			} else if s.is("future", j) {
				return planned, true
			}
		}
		return happened, true
	}
	switch {
	case s.is("ongoing", i):
		return ongoing, true
	case s.is("fail", i):
		return failed, true
	}
	return happened, i >= 0 && (s.at[i] >= 0 || s.is("agent", i))
}

// infinitive tells from the word that governs an infinitive whether the act took
// place; of "sent envoys to meet" the act is a purpose and does not count.
func (s *sentence) infinitive(i int) (string, bool) {
	for j := i; j >= 0 && j >= i-3; j-- { // "is expected on Monday to meet"
		switch {
		case s.is("be", j) && j == i: // "is to meet"
			return planned, true
		case s.is("plan", j) && (j == i || s.is("prep", j+1) || s.is("adverb", j+1) || s.word(j+1) == "later"):
			if s.is("fail", j-1) || s.is("neg", j-1) {
				return failed, true // "denied planning to", "no plans to"
			}
			return planned, true
		case s.is("fail", j):
			return failed, true
		case s.is("ongoing", j):
			return s.chain(j, ongoing)
		case s.is("did", j):
			return s.chain(j, happened)
		}
	}
	return "", false
}

// denies reports a negation that is none of "not only".
func (s *sentence) denies(i int) bool {
	switch s.word(i + 1) {
	case "only", "just", "merely", "simply":
		return false
	}
	return s.is("neg", i)
}

// chain is the status of what a verb at i governs, where that verb can be an
// infinitive itself: "urged them to continue to".
func (s *sentence) chain(i int, status string) (string, bool) {
	g := s.group(i)
	switch {
	case g.governor >= 0 && g.governor < i:
		return s.infinitive(g.governor)
	case s.words["future"][g.modal]:
		return planned, true
	case g.modal != "":
		return "", false
	case g.neg:
		return failed, true
	}
	return status, true
}

// nounStatus reads the words before a noun and the verb after it.
func (s *sentence) nounStatus(h hit) (string, bool) {
	for j := h.from - 1; j >= 0 && j >= h.from-6; j-- {
		switch {
		case s.is("unreal", j), s.is("plan", j) && j >= h.from-2, s.is("fail", j):
			return "", false
		case s.is("upcoming", j) && j >= h.from-3:
			return planned, true
		case s.is("running", j) && j >= h.from-3:
			return ongoing, true
		case s.is("modal", j):
			return "", false
		case s.word(j) == "," || s.closes(j):
			j = -1
		}
	}
	for j := h.to; j < len(s.tok) && j < h.to+8 && !s.closes(j); j++ {
		switch {
		case s.is("future", j):
			return planned, true
		case s.is("modal", j):
			return "", false
		case s.is("be", j) && (s.word(j+1) == "scheduled" || s.word(j+1) == "planned" || s.word(j+1) == "expected"):
			return planned, true
		case (s.is("be", j) || s.is("have", j)) && !s.is("neg", j+1):
			j = len(s.tok)
		case strings.HasPrefix(s.word(j), "continu"):
			return ongoing, true
		case s.denies(j) && j < h.to+4:
			return failed, true
		case s.word(j) == "if":
			return "", false
		case s.word(j) == ",":
			j = len(s.tok)
		}
	}
	if h.t.flags["durative"] {
		return ongoing, true
	}
	return happened, true
}

// conditional reports whether a conjunction of condition opens the clause of i.
func (s *sentence) conditional(i int) bool {
	for j := i - 1; j >= 0 && j >= i-25; j-- {
		switch s.word(j) {
		case "if", "unless", "whether", "should", "suppose", "lest":
			return true
		case ";", ":", ",":
			return false
		}
	}
	return false
}

// wished reports whether the clause of i is what somebody demands or fears.
func (s *sentence) wished(i int) bool {
	for j := i - 1; j > 0 && j >= i-14; j-- {
		if s.word(j) == "that" {
			return s.is("wish", j-1) || s.is("wish", j-2)
		}
		if s.closes(j) {
			return false
		}
	}
	return false
}

// reported reports whether a verb of saying stands before i.
func (s *sentence) reported(i int) bool {
	for j := i - 1; j >= 0 && j >= i-12; j-- {
		if s.is("say", j) {
			return true
		}
	}
	return false
}
