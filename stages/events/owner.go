package events

import (
	"slices"
	"strings"

	"parley/stages"
)

// private reports whether those whom a noun means are no arm of a state.
func (s *sentence) private(n int) bool {
	for c := range s.tree.Children(n) {
		if c < n && s.is("private", c) {
			return true
		}
	}
	return false
}

// deed reports whether a noun tells what is done to those that "of" leads to.
func (s *sentence) deed(n int) bool {
	if s.is("force", n) {
		return true
	}
	for _, e := range s.starts[s.word(n)] {
		if e.t.class == noun && (e.t.typ == "ASSAULT" || e.t.typ == "COERCE") {
			return true
		}
	}
	return false
}

// owner is who a noun belongs to: "Spain's", "Spanish", "US" before it. Whose
// friends and foes they are does not matter.
func (s *sentence) owner(n int, agent bool, depth int) []string {
	var ids []string
	for c := range s.tree.Children(n) {
		switch s.tree.Rel(c) {
		case stages.RelNmod:
			if s.tok[c].Rel == stages.RelNmodPoss && !(agent && s.is("kin", n)) {
				ids = append(ids, s.holders(c, depth+1)...)
			} else if s.tok[c].Rel == stages.RelNmodDesc && c < n {
				ids = append(ids, s.adjective(c)...)
			}
		case stages.RelAmod, stages.RelCompound, stages.RelFlat:
			if c < n {
				ids = append(ids, s.adjective(c)...)
			}
		}
	}
	return ids
}

// holders is a possessor with those joined to it.
func (s *sentence) holders(n, depth int) []string {
	var ids []string
	for c := range s.tree.Conjuncts(n) {
		ids = append(ids, s.single(c, strict, nil, depth)...)
	}
	return ids
}

// adjective is the party that a word before a noun names, with those joined to
// it: "Spanish and Peruvian", "US", "US-led", "Spanish-Peruvian".
func (s *sentence) adjective(n int) []string {
	var ids []string
	for c := range s.tree.Conjuncts(n) {
		if s.at[c] >= 0 {
			ids = append(ids, s.who[s.at[c]].ActorID)
		} else if id := s.demonym(c); id != "" {
			ids = append(ids, id)
		} else if a, b, ok := strings.Cut(s.word(c), "-"); ok {
			x, y := s.own.named(s.vocabulary, a), s.own.named(s.vocabulary, b)
			if x != "" && y != "" {
				ids = append(ids, x, y)
			}
		} else {
			for k := range s.tree.Children(c) { // "US - led"
				if k < c && (s.at[k] >= 0 || s.demonym(k) != "") {
					ids = append(ids, s.adjective(k)...)
				}
			}
		}
	}
	return ids
}

// loyalties is whom those whom a noun means follow: "forces loyal to Spain".
func (s *sentence) loyalties(n int, w want, depth int) []string {
	for a := range s.tree.Children(n) {
		switch s.word(a) {
		case "loyal", "allied", "affiliated", "linked":
			for c := range s.tree.Children(a) {
				if a > n && c > a && (s.tree.Rel(c) == stages.RelObl || s.tree.Rel(c) == stages.RelNmod) {
					return s.single(c, w, nil, depth+1)
				}
			}
		}
	}
	return nil
}

// under is who stands behind one of some prepositions after a noun.
func (s *sentence) under(n int, w want, depth int, preps ...string) []string {
	for c := range s.tree.Children(n) {
		if r := s.tree.Rel(c); r != stages.RelNmod && (r != stages.RelObl || s.tok[n].UPOS == stages.PosVerb) || c < n {
			continue
		}
		k := s.tree.Child(c, stages.RelCase)
		if k < 0 || !slices.Contains(preps, s.word(k)) {
			continue
		}
		var ids []string
		for x := range s.tree.Conjuncts(c) {
			ids = append(ids, s.single(x, w, nil, depth+1)...)
		}
		if len(ids) > 0 {
			return ids
		}
	}
	return nil
}

// demonym is the state that an adjective at i names: "Peruvian troops". It must
// be an actor of the article.
func (s *sentence) demonym(i int) string {
	if i < 0 || i >= len(s.tok) || s.at[i] >= 0 {
		return ""
	}
	w := s.tok[i].Lower
	if c := s.demonyms[w]; c != "" {
		return s.own.state[c]
	}
	for _, tail := range []string{"-led", "-backed", "-supplied"} {
		if x, ok := strings.CutSuffix(w, tail); ok {
			if c := s.demonyms[x]; c != "" {
				return s.own.state[c]
			}
			return s.own.name[x]
		}
	}
	return ""
}
