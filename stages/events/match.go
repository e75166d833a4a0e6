package events

import (
	"cmp"
	"slices"

	"parley/stages"
)

// gapWords is how many words may stand where a trigger has ~.
const gapWords = 5

// farWords is the same for a trigger that spans two clauses.
const farWords = 16

// needWords is how soon a word that a trigger needs must follow it.
const needWords = 2

// sentence is a sentence while events are looked for in it.
type sentence struct {
	*lexicon
	doc  *stages.Document
	num  int
	tok  []stages.Token
	at   []int // token to the mention that covers it, -1 for none
	who  []stages.Mention
	near []stages.Mention // who, and those of the sentence before
	own  *owners
	said contents
}

// hit is a trigger found: the tokens from to (half-open).
type hit struct {
	entry
	from, to int
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
			if h := (hit{e, i, s.follow(e.t, i+1)}); h.to > 0 && s.fits(h) {
				all = append(all, h)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b hit) int {
		return cmp.Or(cmp.Compare(len(b.t.words), len(a.t.words)), cmp.Compare(b.to-b.from, a.to-a.from), cmp.Compare(a.from, b.from))
	})
	var kept []hit
	for _, h := range all {
		if !slices.ContainsFunc(kept, func(k hit) bool { return h.from < k.to && k.from < h.to }) {
			kept = append(kept, h)
		}
	}
	slices.SortFunc(kept, func(a, b hit) int { return cmp.Compare(a.from, b.from) })
	return kept
}

// follow finds the words of a trigger after its first and returns the token
// after the last, 0 when they are not there.
func (s *sentence) follow(t *trigger, i int) int {
	for _, w := range t.words {
		end := i
		if w.gap {
			end += gapWords
			if t.flags["far"] {
				end = i + farWords
			}
		}
		found := false
		for ; i <= end && i < len(s.tok); i++ {
			if w.any[s.tok[i].Lower] {
				i++
				found = true
				break
			}
			if s.closes(i) && !(t.flags["far"] && s.word(i) == "that") || s.is("say", i) {
				break
			}
		}
		if !found {
			return 0
		}
	}
	return i
}

// fits reports whether the words around a trigger allow it.
func (s *sentence) fits(h hit) bool {
	if len(h.t.need) > 0 && !s.any(h.t.need, h.to, h.to+needWords) {
		return false
	}
	if s.any(h.t.bar, h.to, h.to+3) || s.any(h.t.bar, h.from-2, h.from) {
		return false
	}
	switch h.t.class {
	case verb:
		return s.isVerb(h)
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
	return !s.is("pronoun", h.from-1) && s.word(h.from-1) != "to" && !s.is("modal", h.from-1) && !s.is("future", h.from-1)
}

// postposed reports whether a participle of a verb that takes an object stands
// behind its noun, with a preposition where the object would be.
func (s *sentence) postposed(h hit) bool {
	return s.tok[h.from].XPOS == stages.TagVBN && len(h.t.words) == 0 && h.t.typ != "PROTEST" && s.is("prep", h.to)
}

// bare reports whether a participle has neither an auxiliary before it nor an
// agent behind it.
func (s *sentence) bare(h hit) bool {
	g := s.group(h.from)
	return !g.be && !g.have && s.word(h.to) != "by" && s.word(h.to) != "of" && s.word(h.from-1) != "and"
}

func (s *sentence) any(words map[string]bool, from, to int) bool {
	for i := max(from, 0); i < to && i < len(s.tok); i++ {
		if words[s.tok[i].Lower] {
			return true
		}
	}
	return false
}

// isVerb tells the verb from the noun or adjective of the same form by what
// stands before it.
func (s *sentence) isVerb(h hit) bool {
	i := h.from - 1
	for i >= 0 && (s.is("adverb", i) || adverb(s.word(i))) {
		i--
	}
	w := s.word(i)
	if s.is("determiner", i) || w == "-" || w == "'s" && i == h.from-1 && h.form&(base|third) != 0 {
		return false // "the captured town", "Spain's demands"
	}
	if s.is("nounlike", h.from) && h.form&(base|third) != 0 && (s.is("be", h.to) || s.is("have", h.to) || s.is("modal", h.to) || s.is("future", h.to)) {
		return false // "protests have begun"
	}
	if h.form&participle != 0 && h.form&(base|third) == 0 && (i < 0 || s.tok[h.from].UPOS == stages.PosAdj || s.postposed(h)) && s.bare(h) {
		return false // "Captured soldiers were", "sailors rescued from a ship"
	}
	if h.form&(base|third) == 0 {
		return !(s.demonyms[w] != "" && s.at[max(i, 0)] < 0) && (h.form&ing != 0 || !s.is("prep", i))
	}
	switch {
	case s.is("helping", i-1) && h.form&base != 0:
		return false // "to help them fight"
	case i < 0:
		return false // an imperative is no event; a headline begins with a name
	case w == "to", s.is("modal", i), s.is("future", i), s.is("pronoun", i), w == "do", w == "does", w == "did", s.is("neg", i), w == "that":
		return true
	case s.at[i] >= 0: // "Spain demands", but "Spain attack kills"
		return !s.is("nounlike", h.from) && h.form&base != 0 || s.joined(s.at[i]) || h.form&third != 0 || s.who[s.at[i]].Kind == "pronoun" || s.plural(i)
	case w == "and", w == ",", w == ")": // "and attacks"; a base form hangs on another verb
		return h.form&third != 0 && !s.is("prep", h.from+1) && s.at[max(i-1, 0)] < 0
	case s.is("agent", i):
		return h.form&third == 0 || !s.is("nounlike", h.from)
	case s.is("prep", i), w == "or":
		return false
	}
	if !s.is("nounlike", h.from) && h.form&base != 0 {
		return true
	}
	return false
}

// genitive reports whether the token at i is the mark of a possessor.
func (s *sentence) genitive(i int) bool { return s.word(i) == "'s" || s.word(i) == "'" }

// plural guesses that a name stands for many.
func (s *sentence) plural(i int) bool {
	return len(s.word(i)) > 3 && s.word(i)[len(s.word(i))-1] == 's'
}

// joined reports whether a name is the last of several.
func (s *sentence) joined(m int) bool {
	i := s.who[m].From - 1
	return s.word(i) == "and" && i > 0 && (s.at[i-1] >= 0 || s.word(i-1) == ",")
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
	return s.is("boundary", i)
}
