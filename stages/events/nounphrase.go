package events

import (
	"slices"
	"strings"
)

// phrase is how many words a noun phrase may have up to its first name.
const phrase = 6

// np reads the parties of the noun phrase that begins at i, coordinated ones
// included, and the token after them.
func (s *sentence) np(i int, p *parties) (ids []string, end int) {
	var owner []string // "its forces": who it is where no name follows
	for j := i; j < len(s.tok) && j < i+phrase; j++ {
		if m := s.at[j]; m >= 0 && s.possessive(j) {
			owner = []string{s.who[m].ActorID}
			continue
		} else if m >= 0 {
			ids, j = s.take(j)
			return s.conjoin(ids, j, true)
		}
		w := s.word(j)
		if w == "each" && s.word(j+1) == "other" || w == "one" && s.word(j+1) == "another" {
			if p != nil {
				p.mutual = true
			}
			return nil, j + 2
		}
		if id := s.demonym(j); id != "" {
			ids, j = s.national(id, j)
			return s.conjoin(ids, j, true)
		}
		if ids := s.both(j); len(ids) > 0 {
			return ids, j + 2
		}
		if pl, n := s.placeAt(j); n > 0 {
			if p != nil && p.place == "" {
				p.place, p.country = s.doc.Article.Text[s.tok[j].Start:s.tok[j+n-1].End], pl.country
			}
			return nil, j + n
		}
		if j == i && (w == "in" || w == "near" || w == "at") {
			return nil, j
		}
		of := w == "of" && (s.is("agent", j-1) || s.words["thing"][s.word(j-1)])
		if s.closes(j) || s.is("modal", j) || s.is("be", j) || s.is("have", j) || s.is("say", j) || w == "to" || w == "," ||
			s.is("prep", j) && !of && (p == nil || !p.places || w != "in" && w != "near" && w != "at") {
			return owner, j
		}
	}
	return owner, i
}

// possessive reports whether a pronoun at i stands before a noun.
func (s *sentence) possessive(i int) bool {
	switch s.word(i) {
	case "his", "her", "its", "their", "our", "my", "your":
		return true
	}
	return false
}

// take reads the name at j; of "Spain's navy" the navy where that is a name
// too, or else Spain. It returns the token after it.
func (s *sentence) take(j int) (ids []string, end int) {
	m := s.who[s.at[j]]
	if s.genitive(m.To) {
		for k := m.To + 1; k < m.To+4 && k < len(s.tok); k++ {
			if s.is("foe", k) {
				return nil, k + 1
			}
			if n := s.at[k]; n >= 0 && s.who[n].From >= m.To {
				return []string{s.who[n].ActorID}, s.who[n].To
			}
			if s.is("prep", k) || s.closes(k) || s.word(k) == "and" {
				break
			}
		}
		return []string{m.ActorID}, s.head(m.To + 1)
	}
	return []string{m.ActorID}, m.To
}

// conjoin adds the parties that "and" joins at i, with those between commas
// before it. An object must not take in the subject of the next clause.
func (s *sentence) conjoin(ids []string, i int, object bool) ([]string, int) {
	sure, last := len(ids), i
	for range 12 {
		and := false
		j := i
		if s.word(j) == "," {
			j++
		}
		if w := s.word(j); w == "and" || w == "&" || w == "as" && s.word(j+1) == "well" {
			j++
			and = true
		} else if j == i {
			break
		}
		for k := 0; k < 4 && j < len(s.tok) && s.at[j] < 0 && s.demonym(j) == "" && !s.closes(j) && !s.is("prep", j) && !s.is("say", j) && s.word(j) != "," && !s.is("pronoun", j) && !s.acts(j); k++ {
			j++
		}
		if j >= len(s.tok) || s.word(i) == "," && s.word(i+1) != "and" && s.at[min(i+1, len(s.tok)-1)] < 0 {
			break
		}
		if s.at[j] >= 0 {
			var more []string
			more, i = s.take(j)
			if object && s.isSubjectOfNext(i) {
				break
			}
			ids = append(ids, more...)
		} else if id := s.demonym(j); id != "" {
			ids, i = append(ids, id), s.head(j+1)
		} else {
			break
		}
		if and {
			sure, last = len(ids), i
		}
	}
	return ids[:sure], last
}

// acts reports whether the word at i is a verb of the lexicon and no noun.
func (s *sentence) acts(i int) bool {
	if s.is("nounlike", i) {
		return false
	}
	for _, e := range s.starts[s.word(i)] {
		if e.t.class == verb {
			return true
		}
	}
	return false
}

// isSubjectOfNext reports whether a verb group begins at i, so that the name
// before it belongs to another clause: "met Ann and Ben has left".
func (s *sentence) isSubjectOfNext(i int) bool {
	return s.is("have", i) || s.is("say", i) || s.is("modal", i) || s.is("future", i)
}

// national reads the party that the adjective at j begins: "Peruvian troops", but
// of "Peruvian minister Ann Smith" the minister.
func (s *sentence) national(id string, j int) (ids []string, end int) {
	end = s.head(j + 1)
	k := end
	if s.word(k) == "," && end > j+1 {
		k++ // "his Peruvian counterpart, Ann Smith"
	}
	if end > j+1 && k < len(s.tok) && s.at[k] >= 0 {
		if m := s.who[s.at[k]]; s.isPerson(m.ActorID) {
			return []string{m.ActorID}, m.To
		}
	}
	return []string{id}, end
}

func (s *sentence) isPerson(id string) bool {
	a, _ := s.doc.Actor(id)
	return a.Kind == "person"
}

// both reads "both sides", "the two delegations" at i: the two sides of the
// conflict where this sentence or the one before it names them.
func (s *sentence) both(i int) []string {
	if w := s.word(i); w != "both" && w != "two" && w != "warring" || !s.words["pair"][s.word(i+1)] {
		return nil
	}
	return s.sides()
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

// head skips the agent nouns of a name: "Russian | foreign ministry".
func (s *sentence) head(i int) int {
	for k := i; k < i+4 && k < len(s.tok); k++ {
		if s.is("agent", k) {
			return k + 1
		}
		if s.is("prep", k) || s.closes(k) || s.word(k) == "," || s.word(k) == "and" {
			break
		}
	}
	return i
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
