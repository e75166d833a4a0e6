package events

import (
	"slices"
	"strings"

	"parley/stages"
)

// phrase is a run of words of one sentence that the reading says is a party: the
// tokens from to (half-open).
type phrase struct {
	*sentence
	from, to int
	mass     float32 // probabilities of the arcs to its words
}

// leastParty is the log odds from which on a candidate counts as a party.
const leastParty = -1

// fill gives an event its parties: of the candidates those that likely have the
// role. Nobody is both.
func (a *article) fill(m *mention) {
	all := a.candidates(m)
	var score [2][]float64
	for role := range roles {
		score[role] = make([]float64, len(all))
		for i := range all {
			score[role][i] = a.choose(Choice{Model: roles[role], Event: m.place, Type: m.Type, Of: all[i].place, Actor: all[i].actor, Features: a.partyFeatures(m, all, i, role)})
		}
	}
	m.words = map[string]string{}
	for role := range roles {
		var ids, texts []string
		for i := range all {
			if score[role][i] > leastParty && score[role][i] >= score[1-role][i] {
				if all[i].actor != "" {
					ids = append(ids, all[i].actor)
					m.words[all[i].actor] = all[i].text
				}
				if !slices.Contains(texts, all[i].text) {
					texts = append(texts, all[i].text)
				}
			}
		}
		if role == source {
			m.SourceIDs, m.SourceText = unique(ids, nil), strings.Join(texts, "; ")
		} else {
			m.TargetIDs, m.TargetText = unique(ids, m.SourceIDs), strings.Join(texts, "; ")
		}
	}
	a.filled = append(a.filled, m)
}

// phrases joins the words that arcs lead to into phrases.
func (a *article) phrases(arcs stages.Arcs) (all []phrase) {
	for _, x := range arcs.To {
		if x.P < tiniest {
			continue
		}
		s, i := a.sentence(int(x.Sentence)), int(x.Token)
		if n := len(all); n > 0 && all[n-1].sentence == s && s.within(all[n-1].to, i) {
			all[n-1].to = i + 1
			all[n-1].mass += x.P
			continue
		}
		all = append(all, phrase{s, i, i + 1, x.P})
	}
	return all
}

func (p phrase) text() string { return p.doc.Article.Text[p.tok[p.from].Start:p.tok[p.to-1].End] }

// widest is how many words that the reading did not choose a phrase may hold
// between two that it did.
const widest = 3

// within reports whether the tokens from to (half-open) can stand between two
// words of one name or noun phrase: "chief of the general staff".
func (s *sentence) within(from, to int) bool {
	if to-from > widest {
		return false
	}
	for i := from; i < to; i++ {
		switch s.tok[i].UPOS {
		case stages.PosAdp, stages.PosDet, stages.PosPart, stages.PosAdj, stages.PosNoun, stages.PosPropn, stages.PosNum:
		default:
			if s.word(i) != "-" {
				return false
			}
		}
		if s.at[i] == nil && s.tok[i].UPOS == stages.PosAdp && s.word(i) != "of" {
			return false // "talks with Peru in Chile"
		}
	}
	return true
}

// actors are those whom a phrase means.
func (p phrase) actors() []string {
	head := p.head()
	if x := p.at[head]; x != nil {
		return []string{x.ActorID}
	}
	for i := p.from; i < p.to; i++ { // "minister Ann Smith", whatever the tree says
		if x := p.at[i]; x != nil && p.isPerson(x.ActorID) {
			return []string{x.ActorID}
		}
	}
	if p.words["speaker"][p.word(head)] {
		if st := p.said(head, head+1); st != nil && st.SpeakerID != "" {
			return []string{st.SpeakerID}
		}
		return nil
	}
	if id := p.introduced(head); id != "" {
		return []string{id}
	}
	if p.is("kin", head) || p.is("foe", head) {
		return nil // "Spain's allies"
	}
	if ids := p.owners(head, 0); len(ids) > 0 {
		return ids
	}
	for i := p.from; i < p.to; i++ {
		if x := p.at[i]; x != nil {
			return []string{x.ActorID}
		}
		if id := p.demonym(i); id != "" {
			return []string{id}
		}
	}
	return p.holder(head)
}

// head is the word of a phrase that the others depend on: the one whose own head
// lies outside, a name before any other word.
func (p phrase) head() int {
	best := -1
	for i := p.from; i < p.to; i++ {
		if h := p.tree.Head(i); h >= p.from && h < p.to || !p.tok[i].Shape.IsWord() {
			continue
		}
		if best < 0 || p.at[best] == nil && p.at[i] != nil {
			best = i
		}
	}
	if best < 0 {
		return p.to - 1
	}
	return best
}

// introduced is the person whom a noun introduces: "the minister, Ann Smith".
func (s *sentence) introduced(n int) string {
	for c := range s.tree.Children(n) {
		switch s.tree.Rel(c) {
		case stages.RelAppos, stages.RelFlat:
			if m := s.at[c]; m != nil && c > n && s.isPerson(m.ActorID) {
				return m.ActorID
			}
		}
	}
	return ""
}

// deepest is how far down a noun phrase a party is looked for: "leaders of the
// parliaments of Spain".
const deepest = 3

// owners are those to whom a noun belongs: "Spain's", "Spanish", "US" before it,
// or "of Spain" behind.
func (s *sentence) owners(n, depth int) (ids []string) {
	if depth > deepest {
		return nil
	}
	for c := range s.tree.Children(n) {
		switch s.tree.Rel(c) {
		case stages.RelNmod, stages.RelAmod, stages.RelCompound, stages.RelFlat:
			if c < n || s.tok[c].Rel == stages.RelNmodPoss {
				ids = append(ids, s.namedBy(c, depth)...)
			}
		}
	}
	if len(ids) > 0 {
		return ids
	}
	for c := range s.tree.Children(n) {
		if k := s.tree.Child(c, stages.RelCase); c > n && s.tree.Rel(c) == stages.RelNmod && k >= 0 && s.is("belonging", k) {
			if ids = s.namedBy(c, depth); len(ids) > 0 {
				return ids
			}
		}
	}
	return nil
}

// namedBy are the actors that a word and those joined to it name, or that own what
// it means.
func (s *sentence) namedBy(n, depth int) (ids []string) {
	for c := range s.tree.Conjuncts(n) {
		if s.at[c] != nil {
			ids = append(ids, s.at[c].ActorID)
		} else if id := s.demonym(c); id != "" {
			ids = append(ids, id)
		} else if !s.is("kin", c) && !s.is("foe", c) && s.tok[c].UPOS != stages.PosAdj {
			ids = append(ids, s.owners(c, depth+1)...)
		}
	}
	return ids
}

// demonym is the state that an adjective names, which must be an actor of the
// article: "Peruvian troops".
func (s *sentence) demonym(i int) string {
	return s.state[s.demonyms[s.word(i)]]
}

// holder is the state whose town or region a word names, where the article
// speaks of that state.
func (s *sentence) holder(n int) []string {
	for i := max(0, n-3); i <= n; i++ {
		if pl, k := s.placeAt(i); k > 0 && i+k > n && s.state[pl.country] != "" {
			return []string{s.state[pl.country]}
		}
	}
	return nil
}

func (a *article) isPerson(id string) bool {
	x, _ := a.doc.Actor(id)
	return x.Kind == "person"
}

// unique drops repeated ids and those of other, keeping the order.
func unique(ids, other []string) []string {
	var out []string
	for _, id := range ids {
		if !slices.Contains(out, id) && !slices.Contains(other, id) {
			out = append(out, id)
		}
	}
	return out
}
