package events

import (
	"cmp"
	"slices"
	"strings"

	"parley/stages"
)

// candidate is somebody who may be a party of an event: an actor, or words that
// name nobody whom the actors stage knows.
type candidate struct {
	actor  string // "" for none
	text   string // the words where it is likeliest
	place  stages.Place
	near   stages.Place // the nearest place to the trigger where it was found
	mass   [2]float32   // of the arcs to it as source and as target
	best   float32      // of those at text
	phrase phrase       // where it is likeliest
	clause features     // what the clauses and the context say of it
}

// The roles, as indexes.
const (
	source = iota
	target
)

var roles = [2]string{"source", "target"}

// tiniest is the least probability of an arc that is looked at.
const tiniest = 0.02

// mostCandidates is how many are looked at, mostJoined how many of one place in a
// clause, and contextTokens how far from a trigger or a sentence's end: no sentence
// that people read has more.
const (
	mostCandidates = 40
	mostJoined     = 12
	contextTokens  = 60
)

// candidates are those who may be parties of an event: to whom arcs lead, whom its
// clause names, who speaks, and who was named before.
func (a *article) candidates(m *mention) []candidate {
	var all []candidate
	for role, arcs := range [2]stages.Arcs{m.trigger.Source, m.trigger.Target} {
		for _, p := range a.phrases(arcs) {
			for _, c := range a.meant(&all, p) {
				c.mass[role] += p.mass
				if p.mass > c.best {
					c.best, c.text, c.phrase, c.place = p.mass, p.text(), p, stages.Place{Sentence: int32(p.num), Token: int32(p.head())}
				}
			}
		}
	}
	s := a.sentence(int(m.Sentence))
	s.ofClause(&all, m)
	s.ofSpeech(&all, m)
	a.ofEarlier(&all, m)
	a.ofContext(&all, m)
	return all
}

// meant adds those whom a phrase means to the candidates, where they are not
// among them, and returns them.
func (a *article) meant(all *[]candidate, p phrase) (found []*candidate) {
	ids := p.actors()
	if len(ids) == 0 {
		ids = []string{""}
	}
	text, place := p.text(), stages.Place{Sentence: int32(p.num), Token: int32(p.head())}
	var at []int
	for _, id := range ids {
		i := slices.IndexFunc(*all, func(c candidate) bool {
			return c.actor == id && (id != "" || c.place == place || strings.EqualFold(c.text, text))
		})
		if i < 0 {
			if len(*all) == mostCandidates {
				break
			}
			i = len(*all)
			*all = append(*all, candidate{actor: id, text: text, place: place, near: place, phrase: p})
		}
		at = append(at, i)
	}
	for _, i := range at {
		found = append(found, &(*all)[i])
	}
	return found
}

// tell notes a feature of those whom a token means.
func (s *sentence) tell(all *[]candidate, token int, name string) {
	if token < 0 || token >= len(s.tok) || !s.tok[token].Shape.IsWord() {
		return
	}
	for _, c := range s.meant(all, s.nounPhrase(token)) {
		if !slices.Contains(c.clause, name) {
			c.clause = append(c.clause, name)
		}
	}
}

// nounPhrase is the mention at a token, or the token with the nouns and adjectives
// before it.
func (s *sentence) nounPhrase(token int) phrase {
	if x := s.at[token]; x != nil {
		return phrase{s, x.From, x.To, 0}
	}
	from := token
	for from > 0 && s.tree.Under(from-1, token) && s.at[from-1] == nil {
		switch s.tok[from-1].UPOS {
		case stages.PosAdj, stages.PosNoun, stages.PosPropn:
			from--
			continue
		}
		break
	}
	return phrase{s, from, token + 1, 0}
}

// prepositions are those that tell a party's part in an event; others are one.
var prepositions = map[string]string{
	"with": "with", "against": "against", "between": "between", "among": "between", "by": "by", "from": "from", "to": "to", "for": "for",
	"of": "of", "on": "on", "upon": "on", "in": "in", "into": "in", "at": "at", "over": "on", "towards": "to", "toward": "to",
}

// ofClause notes what the clauses of a trigger make of their words.
func (s *sentence) ofClause(all *[]candidate, m *mention) {
	at := int(m.place.Token)
	own := s.clause(at)
	if own == nil {
		return
	}
	prefix := "own "
	if int(own.Predicate) != at && int(own.Support) != at {
		prefix = "near " // the trigger is no predicate
	} else if own.Kind == stages.Nominal {
		prefix = "noun "
	}
	s.arguments(all, own, prefix)
	if own.Kind == stages.Nominal && own.Support >= 0 {
		if c := stages.ClauseAt(s.doc.Clauses[s.num], int(own.Support)); c != nil {
			s.arguments(all, c, "support ")
		}
	}
	if own.Governor >= 0 {
		c := &s.doc.Clauses[s.num][own.Governor]
		s.arguments(all, c, "above ")
		if c.Governor >= 0 {
			s.arguments(all, &s.doc.Clauses[s.num][c.Governor], "two above ")
		}
	}
	n := 0
	for c := range s.tree.Children(at) {
		if n++; n > 2*mostJoined {
			break
		}
		switch s.tree.Rel(c) {
		case stages.RelNmod, stages.RelAmod, stages.RelCompound:
			if s.tok[c].Rel == stages.RelNmodPoss {
				s.tell(all, c, "owner")
			} else if c < at {
				s.tell(all, c, "modifier")
			}
		}
	}
}

func (s *sentence) arguments(all *[]candidate, c *stages.Clause, prefix string) {
	for i, list := range [][]int16{c.Agents, c.Patients, c.Recipients, c.Modifiers} {
		for _, t := range list[:min(len(list), mostJoined)] {
			s.tell(all, int(t), prefix+[]string{"agent", "patient", "recipient", "modifier"}[i])
		}
	}
	for _, o := range c.Obliques[:min(len(c.Obliques), mostJoined)] {
		name := cmp.Or(prepositions[s.word(int(o.Prep))], "other")
		for _, t := range o.Heads[:min(len(o.Heads), mostJoined)] {
			s.tell(all, int(t), prefix+name)
		}
	}
}

// ofSpeech notes who says what holds the trigger, and whose saying it is.
func (s *sentence) ofSpeech(all *[]candidate, m *mention) {
	note := func(st *stages.Statement, name string) {
		if st == nil || st.SpeakerID == "" {
			return
		}
		for i := range *all {
			if c := &(*all)[i]; c.actor == st.SpeakerID {
				c.clause = append(c.clause, name)
				return
			}
		}
		if p := st.SpeakerSpan; !p.Empty() {
			*all = append(*all, candidate{actor: st.SpeakerID, place: stages.Place{Sentence: p.Sentence, Token: int32(p.To - 1)}, near: stages.Place{Sentence: p.Sentence, Token: int32(p.To - 1)},
				text: s.spanText(p), clause: features{name}})
		}
	}
	note(s.cueOf(int(m.place.Token)), "says it")
	note(s.said(m.from, m.to), "speaker")
}

// spanText is the words of a span.
func (a *article) spanText(x stages.TokenSpan) string {
	tok := a.doc.Sentences[x.Sentence].Tokens
	return a.doc.Article.Text[tok[x.From].Start:tok[x.To-1].End]
}

// earlierReach is how many sentences back events are looked for whose parties may
// be those of an event.
const earlierReach = 6

// ofEarlier notes the parties of the event before, of the one before of the same
// type, and of the one that the reading takes for the same.
func (a *article) ofEarlier(all *[]candidate, m *mention) {
	note := func(k *mention, name string) {
		for role, ids := range [2][]string{k.SourceIDs, k.TargetIDs} {
			for _, id := range ids {
				i := slices.IndexFunc(*all, func(c candidate) bool { return c.actor == id })
				if i < 0 {
					i = len(*all)
					*all = append(*all, candidate{actor: id, text: k.words[id], place: k.place, near: k.place})
				}
				(*all)[i].clause = append((*all)[i].clause, roles[role]+" of "+name)
			}
		}
	}
	best := m.trigger.Same.Best()
	last, typed := true, true
	for i := len(a.filled) - 1; i >= 0; i-- {
		k := a.filled[i]
		if int(m.Sentence-k.Sentence) > earlierReach {
			break
		}
		if last {
			note(k, "last")
		}
		if last = false; typed && k.Type == m.Type {
			note(k, "last of type")
			if k.lemma == m.lemma {
				note(k, "last of lemma")
			}
			typed = false
		}
		if k.place == best.Place && best.P > 0.1 {
			note(k, "same")
		}
	}
}

// contextReach is how many sentences back those are looked for whom an event does
// not name.
const contextReach = 3

// ofContext adds the actors named in the sentence and shortly before, and the
// one that the article names most.
func (a *article) ofContext(all *[]candidate, m *mention) {
	for n := max(0, int(m.Sentence)-contextReach); n <= int(m.Sentence); n++ {
		s := a.sentence(n)
		from, to := max(0, len(s.tok)-contextTokens), len(s.tok)
		if n == int(m.Sentence) {
			from, to = max(0, int(m.place.Token)-contextTokens), min(len(s.tok), int(m.place.Token)+contextTokens)
		}
		for i := from; i < to; i++ {
			if x := s.at[i]; x != nil {
				for _, c := range a.meant(all, phrase{s, x.From, x.To, 0}) {
					if distance(a, m.place, c.near) > distance(a, m.place, stages.Place{Sentence: int32(n), Token: int32(i)}) {
						c.near = stages.Place{Sentence: int32(n), Token: int32(i)}
					}
				}
				i = x.To - 1
			}
		}
	}
}

// distance is the number of tokens between two places, a sentence's end counting
// as many.
func distance(a *article, x, y stages.Place) int {
	n := int(x.Token - y.Token)
	if n < 0 {
		n = -n
	}
	if k := int(x.Sentence - y.Sentence); k != 0 {
		return 100 * max(k, -k)
	}
	return n
}

var massBounds = []float32{0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8}
var massNames = names("arc ", massBounds)
var otherBounds = []float32{0.1, 0.3, 0.6}
var otherNames = names("other arc ", otherBounds)
var nowhereBounds = []float32{0.2, 0.5, 0.8}
var nowhereNames = names("nowhere ", nowhereBounds)

// mutual are the types whose parties all act.
var mutual = map[string]bool{"CONSULT": true, "AGREE": true, "COOPERATE": true}

// partyFeatures are what speaks for and against a candidate having a role.
func (a *article) partyFeatures(m *mention, all []candidate, i, role int) (f features) {
	c := &all[i]
	var most, other float32
	better, conjunct := false, false
	for k := range all {
		o := &all[k]
		most = max(most, o.mass[role])
		other = max(other, o.mass[1-role])
		better = better || o.mass[role] > c.mass[role] && o.mass[role] >= 0.2
		conjunct = conjunct || k != i && o.mass[role] >= 0.2 && a.joinedTo(o, c)
	}
	arcs := [2]stages.Arcs{m.trigger.Source, m.trigger.Target}
	f.steps(massNames, massBounds, c.mass[role])
	f.steps(otherNames, otherBounds, c.mass[1-role])
	f.steps(nowhereNames, nowhereBounds, arcs[role].Nowhere)
	f.is("best", c.mass[role] >= 0.05 && c.mass[role] == most)
	f.is("half of best", c.mass[role] >= 0.05 && c.mass[role] >= most/2)
	f.is("tenth of best", c.mass[role] >= most/10)
	f.is("nobody better", !better)
	f.is("likelier other", c.mass[1-role] > c.mass[role])
	f.is("joined to best", conjunct)
	f = append(f, c.clause...)
	if mutual[m.Type] {
		for _, x := range c.clause {
			f = append(f, x+" mutual")
		}
	}
	f.is("type "+m.Type, true)
	x, _ := a.doc.Actor(c.actor)
	f.is("kind "+cmp.Or(x.Kind, "none"), true)
	if n := c.near.Sentence - m.Sentence; n == 0 {
		gap := int(c.near.Token - m.place.Token)
		f.is("before", gap < 0)
		gap = max(gap, -gap)
		f.is("gap 3", gap <= 3)
		f.is("gap 8", gap <= 8)
		f.is("gap 16", gap <= 16)
	} else {
		f.is("sentence before", n == -1)
		f.is("sentences before", n < -1)
		f.is("sentence after", n > 0)
	}
	f.is("background", m.Background)
	if s := a.sentence(int(c.place.Sentence)); int(c.place.Token) < len(s.tok) {
		f.is("pronoun", s.tok[c.place.Token].UPOS == stages.PosPron)
	}
	n := a.named(c.actor)
	f.is("named often", n >= 3)
	f.is("named most", n > 0 && n == a.most)
	return f
}

// joinedTo reports whether two candidates stand joined in one sentence: "Peru and
// Chile".
func (a *article) joinedTo(x, y *candidate) bool {
	if x.place.Sentence != y.near.Sentence && x.place.Sentence != y.place.Sentence {
		return false
	}
	s := a.sentence(int(x.place.Sentence))
	for _, p := range [][2]int32{{x.place.Token, y.place.Token}, {x.place.Token, y.near.Token}} {
		i, k := int(p[0]), int(p[1])
		if i >= len(s.tok) || k >= len(s.tok) {
			continue
		}
		for c := range s.tree.Conjuncts(i) {
			if c == k && c != i {
				return true
			}
		}
		for c := range s.tree.Conjuncts(k) {
			if c == i && c != k {
				return true
			}
		}
	}
	return false
}

// named is how often the article names an actor; most is then how often the one
// that it names most.
func (a *article) named(id string) int {
	if a.count == nil {
		a.count = map[string]int{}
		for i := range a.doc.Mentions {
			x := a.doc.Mentions[i].ActorID
			a.count[x]++
			a.most = max(a.most, a.count[x])
		}
	}
	return a.count[id]
}
