package sentiment

import (
	"fmt"

	"parley/stages"
)

// frame is what a word on talks must be to a cue for the cue to speak of them.
type frame uint8

// The frames. An object is also that of a preposition that ends the phrase
// ("walk out of"), the subject of a passive verb, and of what a noun is ("boycott
// of the talks"). Either takes what the cue describes as well ("bleak talks").
const (
	free frame = iota
	subject
	object
	either
)

var frames = map[string]frame{"subject": subject, "object": object, "either": either}

func (f *frame) parse(s string) error {
	v, ok := frames[s]
	if !ok {
		return fmt.Errorf("unknown frame %q; known are subject, object, either", s)
	}
	*f = v
	return nil
}

// takes reports whether a frame allows the role.
func (f frame) takes(role frame) bool { return f == either || f == role || role == either }

// bound reports whether a word on talks stands to a cue as its frame asks: in the
// tree or, since trees err, by its place.
func (s *sentence) bound(f found) bool {
	c := s.head(f)
	switch s.tok[c].UPOS {
	case stages.PosAdv, stages.PosAdp, stages.PosSconj, stages.PosPart:
		if len(f.steps) == 1 { // "back" and "further" are verbs only at times
			return false
		}
	}
	for _, t := range s.talks {
		if t.from < f.to && f.from < t.to || t.is == topic && f.kind != refusal {
			continue
		}
		if s.follows(f, t) || s.precedes(f, t) && !s.owned(c, t) || s.linked(f, c, s.head(t)) {
			return true
		}
	}
	return s.referred(f, c)
}

// owned reports whether a predicate has a subject of its own in the tree that is
// neither a pronoun nor the word on talks.
func (s *sentence) owned(c int, t found) bool {
	a := s.tree.Child(c, stages.RelNsubj)
	return a >= 0 && !pronominal(&s.tok[a]) && s.tok[a].UPOS != stages.PosPron && !s.tree.Under(s.head(t), a)
}

// head is the word of a phrase on which its others hang: the first one whose head
// is outside of the phrase.
func (s *sentence) head(f found) int {
	for i := f.from; i < f.to; i++ {
		if h := s.tree.Head(i); (h < f.from || h >= f.to) && s.tok[i].UPOS != stages.PosPunct {
			return i
		}
	}
	return f.from
}

// maxClimb is how many nouns may stand between a cue and the word on talks:
// "the failure of the second round of talks".
const maxClimb = 4

// linked reports whether the word t is in the tree what the frame of a cue with
// the head c asks for.
func (s *sentence) linked(f found, c, t int) bool {
	owner := s.tree.Subject(c)
	for range maxClimb {
		if t == c {
			return false
		}
		h, rel := s.tree.Head(t), s.tree.Rel(t)
		switch {
		case t == owner || h == c && (rel == stages.RelNsubj || rel == stages.RelCsubj):
			if s.tree.Passive(c) || s.participle(c) {
				return f.frame.takes(object)
			}
			return f.frame.takes(subject) && s.tree.Child(c, stages.RelObj) < 0
		case h == c && (rel == stages.RelObj || rel == stages.RelXcomp), s.tree.Head(c) == t && s.relativeObject(c):
			return f.frame.takes(object)
		case h == c && (rel == stages.RelObl || rel == stages.RelNmod):
			return f.frame.takes(object) && s.governed(f, t)
		case h == c && rel == stages.RelCompound:
			return true
		case s.tree.Head(c) == t && (s.tree.Rel(c) == stages.RelAmod || s.tree.Rel(c) == stages.RelCompound):
			return f.frame == either || s.participle(c) && f.frame.takes(object)
		}
		switch rel {
		case stages.RelNmod, stages.RelCompound, stages.RelConj, stages.RelAppos, stages.RelAmod, stages.RelFlat:
			t = h
		default:
			return false
		}
	}
	return false
}

// relativeObject reports a verb in a relative clause whose object is the noun that
// the clause describes: "talks that nobody wanted", "a plan she rejected".
func (s *sentence) relativeObject(c int) bool {
	if s.tok[c].Rel != stages.RelAclRelcl || s.tree.Passive(c) {
		return false
	}
	subject, object := s.tree.Child(c, stages.RelNsubj), s.tree.Child(c, stages.RelObj)
	return subject >= 0 && !pronominal(&s.tok[subject]) && (object < 0 || pronominal(&s.tok[object]))
}

func pronominal(k *stages.Token) bool {
	return k.XPOS == stages.TagWDT || k.XPOS == stages.TagWP || k.Lower == "that"
}

// participle reports a past participle that describes a noun: "talks suspended
// in May".
func (s *sentence) participle(c int) bool {
	return s.tok[c].XPOS == stages.TagVBN && (s.tree.Rel(c) == stages.RelAcl && s.tok[c].Rel != stages.RelAclRelcl || s.tree.Rel(c) == stages.RelAmod)
}

var governing = words("of", "about", "over", "with", "to", "towards", "toward", "on", "for", "against", "'s", "'")

// governed reports whether the preposition of a noun is the last word of a cue
// or, behind a noun or an adjective, one that gives it its object.
func (s *sentence) governed(f found, t int) bool {
	k := s.tree.Child(t, stages.RelCase)
	switch {
	case k < 0:
		return s.tree.Rel(t) == stages.RelNmod
	case k >= f.from && k < f.to:
		return true
	}
	return s.tok[s.head(f)].UPOS != stages.PosVerb && governing[s.tok[k].Lower]
}

// referred reports whether a pronoun in the place of the talks is the object of
// a cue, and a word on them stands before it.
func (s *sentence) referred(f found, c int) bool {
	if f.to >= len(s.tok) || s.tok[f.to].Lower != "them" && s.tok[f.to].Lower != "it" {
		return false
	}
	for _, t := range s.talks {
		if t.to <= f.from {
			return f.frame.takes(object)
		}
	}
	return false
}

// follows reports whether a word on talks stands within a few words behind a cue,
// as its object.
func (s *sentence) follows(f, t found) bool {
	return t.from >= f.to && t.from-f.to <= 5 && f.frame.takes(object) && joined(s.tok[f.to:t.from])
}

// precedes reports whether a word on talks is the subject of a cue behind it,
// which has no other object.
func (s *sentence) precedes(f, t found) bool {
	if t.to > f.from || f.from-t.to > 10 || nominal[s.tok[f.from-1].Lower] || !sameClause(s.tok, t.to, f.from) {
		return false
	}
	if t.to == f.from && s.tok[f.from].UPOS == stages.PosAdj {
		return f.frame == either // "called the talks useful"
	}
	if u := s.tok[f.from].UPOS; u != stages.PosVerb && u != stages.PosAux && !linking[s.tok[f.from-1].Lemma] {
		return false
	}
	return f.frame.takes(object) && passive(s.tok, f) || f.frame.takes(subject) && ends(s.tok, f.to)
}

// linking are the verbs that lead from a subject to what it is.
var linking = words("be", "become", "remain", "look", "seem", "appear", "sound", "stay", "prove", "grow", "get", "very", "so", "too", "more", "most", "as", "now", "still", "completely", "utterly", "largely")

// nominal are the words before a cue that make it a goal or a noun.
var nominal = words("to", "the", "a", "an", "this", "that", "its", "their", "his", "her")

// passive reports whether a form of "be" stands before a cue that is a
// participle.
func passive(tok []stages.Token, f found) bool {
	k := tok[f.from]
	return k.Lower != k.Lemma && (tok[f.from-1].Lemma == "be" || f.from > 1 && tok[f.from-2].Lemma == "be")
}

// parting are the words that lead from a verb and its object to something else.
var parting = words("through", "by", "for", "via", "before", "during", "after", "since", "at", "when", "while", "if",
	"war", "fighting", "conflict", "attack", "invasion", "and", "but", "or", "until", ",", ";", ":", "(", "who", "which", "that")

func joined(tok []stages.Token) bool {
	for _, k := range tok {
		if parting[k.Lower] || k.Shape == stages.Punct && k.Lower != "-" {
			return false
		}
	}
	return true
}

// enders are the words behind a verb that has no object.
var enders = words("as", "because", "since", "after", "before", "on", "in", "until", "when", "at", "for", "by", "with", "over",
	"and", "but", "so", "yet", "again", "now", "this", "last", "early", "late", "from", "to", "due", "amid", "during", "once", "while", "if", "without", "following", "within", "under", "more", "again", "indefinitely", "altogether")

func ends(tok []stages.Token, i int) bool {
	return i >= len(tok) || !tok[i].Shape.IsWord() || enders[tok[i].Lower] || len(tok[i].Lower) > 4 && tok[i].Lower[len(tok[i].Lower)-2:] == "ly"
}
