package events

import (
	"cmp"
	"slices"

	"parley/stages"
	"parley/stages/language/inflect"
	"parley/stages/language/lexicon"
	"parley/stages/language/speech"
	"parley/stages/language/times"
	"parley/stages/language/trees"
)

// gapWords is how many words may stand where a trigger has ~.
const gapWords = 5

// farWords is the same for a trigger that spans two clauses.
const farWords = 16

// needWords is how soon a word that a trigger needs must follow it.
const needWords = 2

// sentence is a sentence while events are looked for in it.
type sentence struct {
	*vocabulary
	doc    *stages.Document
	num    int
	tok    []stages.Token
	at     []int // token to the mention that covers it, -1 for none
	who    []stages.Mention
	near   []stages.Mention // who, and those of the sentence before
	own    *owners
	speech *speech.Index
	tree   *trees.Tree
	times  []times.Told
}

// hit is a trigger found: the tokens from to (half-open).
type hit struct {
	entry
	from, to int
	noun     int // that of a light verb where it stands before it, else -1
}

func (s *sentence) is(class string, i int) bool {
	return i >= 0 && i < len(s.tok) && s.words[class][s.tok[i].Lower] && !s.inMay(i)
}

// inMay reports whether the token at i is the month, which is no modal verb.
func (s *sentence) inMay(i int) bool {
	return i > 0 && s.tok[i].Lower == "may" && s.tok[i].Shape == stages.Capitalized
}

func (s *sentence) word(i int) string {
	if i < 0 || i >= len(s.tok) {
		return ""
	}
	return s.tok[i].Lower
}

// hits finds the triggers of the sentence in order of place; of those that
// overlap, the one of more words wins.
func (s *sentence) hits() []hit {
	var all []hit
	for i, k := range s.tok {
		if s.at[i] >= 0 {
			continue // part of a name
		}
		for _, e := range s.starts[k.Lower] {
			h := hit{entry: e, from: i, to: s.follow(e.t, i+1), noun: -1}
			if n := s.turned(e, i); h.to == 0 && n >= 0 {
				h.to, h.noun = i+1, n
			}
			if h.to > 0 && s.fits(h) {
				all = append(all, h)
			}
		}
	}
	kept := lexicon.Disjoint(all, func(a, b hit) int {
		return cmp.Or(cmp.Compare(len(b.t.words), len(a.t.words)), cmp.Compare(b.to-b.from, a.to-a.from), cmp.Compare(a.from, b.from))
	}, func(k, h hit) bool { return h.from < k.to && k.from < h.to || h.from <= k.noun && k.noun < h.to })
	slices.SortFunc(kept, func(a, b hit) int { return cmp.Compare(a.from, b.from) })
	return kept
}

// follow finds the words of a trigger after its first and returns the token
// after the last, 0 when they are not there.
func (s *sentence) follow(t *trigger, i int) int {
	gap, far := gapWords, t.flags["far"]
	if far {
		gap = farWords
	}
	return lexicon.Follow(t.words, s.tok, i, gap, func(w *lexicon.Step, k *stages.Token) bool { return w.Has(k.Lower) }, func(i int) bool {
		return s.closes(i) && !(far && s.word(i) == "that") || s.is("say", i)
	})
}

// charges reports whether the last word of a trigger is what the clause that a
// verb of saying governs tells of its subject, or part of that: "said that Spain
// lied", "said that the invasion was an unprovoked attack".
func (s *sentence) charges(h hit) bool {
	i := h.to - 1
	p := s.predicateOf(i)
	if r := s.tree.Rel(p); s.tree.Head(p) != h.from || r != stages.RelCcomp && r != stages.RelParataxis {
		return false
	}
	r := s.tree.Rel(i)
	return i == p || s.tree.Head(i) == p && (r == stages.RelObj || r == stages.RelAmod || r == stages.RelConj || r == stages.RelXcomp)
}

// turned is the noun of a light verb that stands before it, -1 for none: "weapons
// were sent", "weapons sent", "weapons that they sent".
func (s *sentence) turned(e entry, i int) int {
	w := e.t.words
	if e.t.class != verb || len(w) == 0 || !w[0].Gap || len(w) > 2 || e.t.flags["selfneg"] || len(w) == 2 && w[1].Gap {
		return -1
	}
	noun := -1
	switch {
	case s.tok[i].XPOS == stages.TagVBN && s.tree.Passive(i):
		noun = s.tree.Child(i, stages.RelNsubj)
	case s.tok[i].Rel == stages.RelAcl && s.tok[i].XPOS == stages.TagVBN, s.tok[i].Rel == stages.RelAclRelcl && s.tree.Child(i, stages.RelNsubj) >= 0:
		noun = s.tree.Head(i)
	}
	if noun < 0 || noun > i || !w[0].Words[s.word(noun)] || s.at[noun] >= 0 {
		return -1
	}
	return noun
}

// fits reports whether the words around a trigger allow it.
func (s *sentence) fits(h hit) bool {
	if len(h.t.need) > 0 && !s.any(h.t.need, h.to, h.to+needWords) {
		return false
	}
	if h.t.flags["bare"] && s.tree.Child(h.from, stages.RelObj) >= 0 {
		return false
	}
	if h.t.flags["charge"] && !s.charges(h) {
		return false
	}
	if s.word(h.to-1) == "on" && len(h.t.words) > 0 && dayName(s.word(h.to)) && (s.word(h.to+1) == "that" || s.tree.Child(h.from, stages.RelCcomp) >= 0) {
		return false // "insisted on Monday that"
	}
	if s.any(h.t.bar, h.to, h.to+3) || s.any(h.t.bar, h.from-2, h.from) {
		return false
	}
	switch h.t.class {
	case verb:
		return s.isVerb(h) && s.linked(h) && !s.measured(h)
	case adjective:
		for i := h.from - 1; i >= 0 && i >= h.from-4; i-- {
			if s.is("be", i) || s.words["copula"][s.word(i)] {
				return true
			}
			if !s.is("adverb", i) && !s.is("neg", i) && !adverb(s.word(i)) {
				return false
			}
		}
		return false
	}
	return s.tok[h.from].UPOS != stages.PosVerb || len(h.t.words) > 0 && s.nominal(h.to-1) || s.tree.Child(h.from, stages.RelDet, stages.RelAmod) >= 0
}

func (s *sentence) any(words map[string]bool, from, to int) bool {
	for i := max(from, 0); i < to && i < len(s.tok); i++ {
		if words[s.tok[i].Lower] {
			return true
		}
	}
	return false
}

// measured reports whether what seems to be an attack is one of words on paper:
// "sanctions hit the banks", "hit by sanctions".
func (s *sentence) measured(h hit) bool {
	if h.t.typ != "ASSAULT" {
		return false
	}
	for c := range s.tree.Children(h.from) {
		if r := s.tree.Rel(c); (r == stages.RelNsubj || r == stages.RelObl) && s.is("measure", c) {
			return true
		}
	}
	n := s.subject(h.from)
	return n >= 0 && s.is("measure", n)
}

// linked reports whether the last word of a trigger depends on its verb, with no
// other verb between: "ordered the attack", but not "ordered them to stop the
// attack".
func (s *sentence) linked(h hit) bool {
	if last := s.word(h.to - 1); len(h.t.words) > 1 && s.is("prep", h.to-1) && slices.Contains(h.t.target, last) && s.tree.Rel(h.to-1) == stages.RelMark {
		return false // "sent weapons to win"
	}
	if len(h.t.words) == 0 || h.to == h.from+1 || h.t.flags["far"] || !h.t.words[len(h.t.words)-1].Gap {
		return true
	}
	others := 0
	if u := s.tok[h.to-1].UPOS; u != stages.PosNoun && u != stages.PosPropn {
		others = 1
	}
	for x := s.tree.Head(h.to - 1); x >= 0 && x != h.from && x != s.verb(h); x = s.tree.Head(x) {
		if s.tok[x].UPOS == stages.PosVerb {
			if others--; others < 0 {
				return false
			}
		}
	}
	return true
}

// isVerb tells the verb from the noun or adjective of the same form.
func (s *sentence) isVerb(h hit) bool {
	k := s.tok[h.from]
	rel := s.tree.Rel(h.from)
	switch {
	case k.UPOS == stages.PosAux:
		return h.t.flags["selfneg"] // "had agreed to talks" is no having of talks
	case k.UPOS != stages.PosVerb:
		if h.form == inflect.Base && !s.is("nounlike", h.from) && h.from > 0 && s.at[h.from-1] >= 0 {
			return s.tok[h.from-1].XPOS == stages.TagNNPS // "the Spaniards reject"
		}
		return h.form == inflect.Past // the tagger takes a few of these for names: "retook"
	case rel == stages.RelAmod, rel == stages.RelCompound, rel == stages.RelCase:
		return false // "the captured town", "following"
	case k.XPOS == stages.TagVB:
		return rel != stages.RelRoot || s.tree.Child(h.from, stages.RelNsubj, stages.RelAux) >= 0 || s.before(h.from) >= 0 // no imperative
	case k.XPOS == stages.TagVBN && s.described(h.from):
		return false
	case k.XPOS == stages.TagVBN && k.Rel == stages.RelAcl:
		return s.tree.Passive(h.from) || s.word(h.to) == "by" || len(h.t.words) > 0 || s.stranded(h.from) || !slices.Contains(h.t.target, "obj") || h.t.typ == "PROTEST"
	}
	return true
}

// described reports whether a participle without an auxiliary stands before its
// noun: "from occupied Spain".
func (s *sentence) described(v int) bool {
	if v == 0 || v+1 >= len(s.tok) || !s.nominal(v+1) || s.aided(v, "be") || s.aided(v, "have") {
		return false
	}
	u := s.tok[v-1].UPOS
	return u == stages.PosAdp || u == stages.PosDet
}

// stranded reports whether a participle stands right behind a noun that no other
// verb governs, which is then its subject: "the two sides met".
func (s *sentence) stranded(v int) bool {
	n := s.before(v)
	if n < 0 {
		return false
	}
	switch s.tree.Rel(n) {
	case stages.RelObj, stages.RelIobj, stages.RelObl, stages.RelNmod:
		return false
	}
	return true
}

// adverb guesses an adverb by its ending.
func adverb(w string) bool { return len(w) > 4 && w[len(w)-2:] == "ly" }

// closes reports whether a clause ends before the token.
func (s *sentence) closes(i int) bool {
	if i < 0 || i >= len(s.tok) {
		return true
	}
	switch s.tok[i].Lower {
	case ";", ":", ".", "?", "!", "—", "–", "(", ")":
		return true
	}
	return s.is("boundary", i) && !s.compares(i)
}

// compares reports the "than" of "more than 500".
func (s *sentence) compares(i int) bool {
	return s.word(i) == "than" && i+1 < len(s.tok) && (s.tok[i+1].UPOS == stages.PosNum || s.word(i+1) == "a")
}
