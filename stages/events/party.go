package events

import (
	"slices"
	"strings"

	"parley/stages"
)

// want tells what a noun must be to stand for a party.
type want uint8

const (
	strict want = iota // a name, or who acts for one: "Spain's army"
	force              // what strikes for one, too: "Spanish shelling"
	loose              // what is of one, too: "Spanish cities", "Spain's plan"
)

// deepest is how far down a noun phrase a party is looked for: "leaders of the
// parliaments of Spain".
const deepest = 3

// party is who the noun at n and those that are joined to it are. Places are
// written to p where it is not nil.
func (s *sentence) party(n int, w want, p *parties) []string {
	if n < 0 {
		return nil
	}
	var ids []string
	for c := range s.tree.Conjuncts(n) {
		if c == n || !s.predicate(c) {
			ids = append(ids, s.single(c, w, p, 0)...)
		}
		if w == loose && len(ids) == 0 && s.tok[n].UPOS != stages.PosPropn && (p == nil || p.place == "") {
			break // "on prices, and Spanish elections"
		}
	}
	return unique(ids, nil)
}

// predicate reports whether what looks like the second of two nouns has a
// subject or an auxiliary: it is another clause.
func (s *sentence) predicate(n int) bool {
	return s.tok[n].UPOS == stages.PosVerb || s.tree.Child(n, stages.RelNsubj, stages.RelAux, stages.RelCop) >= 0
}

func (s *sentence) single(n int, w want, p *parties, depth int) []string {
	if depth > deepest {
		return nil
	}
	if s.at[n] >= 0 {
		return []string{s.named(n)}
	}
	switch s.word(n) {
	case "each", "one", "other", "another":
		if o := s.word(n - 1); p != nil && (o == "each" || o == "one" || s.word(n+1) == "other" || s.word(n+1) == "another") {
			p.mutual = true
		}
		return nil
	case "i", "we", "us", "me":
		return s.speaker(n)
	}
	if s.is("pronoun", n) {
		return s.reporter(n, depth)
	}
	if ids := s.both(n); len(ids) > 0 {
		return ids
	}
	if id := s.title(n); id != "" {
		return []string{id}
	}
	if s.located(n, p) {
		return nil
	}
	if x, ok := strings.CutSuffix(s.word(n), "s"); ok && w != strict && s.demonyms[x] != "" {
		if id := s.own.state[s.demonyms[x]]; id != "" { // "Peruvians attacked"
			return []string{id}
		}
	}
	agent := s.is("agent", n) && !s.private(n)
	switch {
	case s.is("foe", n):
		return nil
	case agent, w == loose, w == force && s.is("force", n):
		if ids := s.owner(n, agent, depth); len(ids) > 0 {
			return ids
		}
		if ids := s.under(n, w, depth, "by"); len(ids) > 0 {
			return ids
		}
	}
	if ids := s.loyalties(n, w, depth); agent && len(ids) > 0 {
		return ids
	}
	switch {
	case agent, s.is("thing", n):
		return s.under(n, w, depth, "of", "from", "in", "representing")
	case w == loose && !s.deed(n):
		return s.under(n, w, depth, "of")
	}
	return nil
}

// named is the actor of the mention at n; of a state's name that is the owner
// of another one within the same phrase the latter.
func (s *sentence) named(n int) string {
	if id := s.title(n); id != "" && s.who[s.at[n]].Kind != "pronoun" && !s.isPerson(s.who[s.at[n]].ActorID) {
		return id
	}
	return s.who[s.at[n]].ActorID
}

// title is the person whom a noun introduces: "the minister, Ann Smith".
func (s *sentence) title(n int) string {
	for c := range s.tree.Children(n) {
		switch s.tree.Rel(c) {
		case stages.RelAppos, stages.RelFlat, stages.RelNmod, stages.RelDep:
			if s.tree.Rel(c) == stages.RelNmod && s.tok[c].Rel != stages.RelNmodDesc {
				continue
			}
			if m := s.at[c]; m >= 0 && c > n && (s.isPerson(s.who[m].ActorID) || s.at[n] < 0 && (s.is("agent", n) || s.is("thing", n) || s.tree.Rel(c) == stages.RelFlat)) {
				return s.who[m].ActorID
			}
		}
	}
	return ""
}

// located reports whether the noun at n is a place of the list, and notes it.
func (s *sentence) located(n int, p *parties) bool {
	for i := max(0, n-3); i <= n; i++ {
		if country, k := s.placeAt(i); k > 0 && i+k > n {
			if p != nil && p.place == "" {
				p.place, p.country = s.doc.Article.Text[s.tok[i].Start:s.tok[i+k-1].End], country
			}
			return true
		}
	}
	return false
}

func (s *sentence) isPerson(id string) bool {
	a, _ := s.doc.Actor(id)
	return a.Kind == "person"
}

// both reads "both sides", "the two delegations", whose noun is at n: the two
// sides of the conflict where this sentence or the one before it names them.
func (s *sentence) both(n int) []string {
	if !s.words["pair"][s.word(n)] {
		return nil
	}
	for j := n - 1; j >= 0 && j >= n-2; j-- {
		if w := s.word(j); w == "both" || w == "two" || w == "warring" {
			return s.sides()
		}
	}
	return nil
}

// sides is the states of the two sides of the conflict where this sentence or
// the one before it names both.
func (s *sentence) sides() []string {
	if s.profile == nil || len(s.profile.Sides) != 2 {
		return nil
	}
	seen := map[string]bool{}
	for _, m := range s.near {
		a, _ := s.doc.Actor(m.ActorID)
		seen[a.Side] = true
	}
	a, b := s.profile.Sides[0].ID, s.profile.Sides[1].ID
	if !seen[a] || !seen[b] {
		return nil
	}
	return append(slices.Clone(s.own.enemy[b]), s.own.enemy[a]...)
}
