package actors

import (
	"fmt"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// calling is a kind of group: people of one calling or lot.
type calling struct {
	id, kind, class, name string
}

// people is a word for such people.
type people struct {
	*calling
	one bool // of them
}

// region is an adjective that tells whose people they are, of no one state.
type region struct {
	id, adjective string
}

func (l *vocabulary) groupRow(r row) error {
	if !slices.Contains(strings.Split(schemas.ActorKinds, ","), r[1]) || r[1] == "person" || r[3] == "" {
		return fmt.Errorf("kind %q, name %q: one of %s but person, and a name", r[1], r[3], schemas.ActorKinds)
	}
	if !slices.Contains([]string{"", "armed", "office", "pair"}, r[2]) {
		return fmt.Errorf("class %q: armed, office, pair or nothing", r[2])
	}
	c := &calling{r[0], r[1], r[2], r[3]}
	for i, cell := range [][]string{r.list(4), r.list(5)} {
		for _, w := range cell {
			if w != strings.ToLower(w) {
				return fmt.Errorf("%q is not in lower case", w)
			}
			if all := l.people.add(keys(words(w)), people{c, i == 1}); len(all) > 1 {
				return fmt.Errorf("%q is a word for %s already", w, all[0].id)
			}
		}
	}
	return nil
}

func (l *vocabulary) regionRow(r row) error {
	for _, w := range r.list(2) {
		l.regions.add(keys(words(w)), &region{r[0], r[1]})
	}
	return nil
}

// owner is whose people a group are: a state, another actor, or a part of the
// world; none of them where nothing tells.
type owner struct {
	state  *state
	actor  *known
	region *region
	joint  bool // with others: "delegations of Peru and Chile"
}

func (o owner) none() bool { return o == owner{} }

// groupOf is the group of that calling and owner. The armed of an armed group
// are the group itself.
func (a *article) groupOf(c *calling, o owner) *known {
	if o.actor != nil && o.actor.Kind == "person" || o.actor != nil && o.actor.Kind == "state" {
		o.state, o.actor = a.stateOf(o.actor), nil
	}
	switch {
	case o.state != nil:
		if b := a.bodyByID[c.id]; b != nil {
			return a.bodyOf(b, o.state)
		}
		return a.group(stateCode(o.state)+"-"+c.id, o.state.adjective+" "+c.name, c.kind, o.state.Country, true)
	case o.actor != nil:
		if o.actor.Kind == "group" && o.actor.Country != "" && c.class == "armed" {
			return o.actor
		}
		return a.group(o.actor.ID+"-"+c.id, o.actor.Name+" "+c.name, c.kind, o.actor.Country, o.actor.Known)
	case o.region != nil:
		return a.group(o.region.id+"-"+c.id, o.region.adjective+" "+c.name, c.kind, "", true)
	}
	return a.group("x-"+c.id, c.name, c.kind, "", false)
}

func (a *article) group(id, name, kind, country string, known bool) *known {
	k := a.other(id, name, kind, country)
	k.Known = known
	return k
}

// stateOf is the state that an actor is or belongs to, nil for none.
func (a *article) stateOf(k *known) *state { return a.states[k.Country] }

// stateCode is what the ids of a state's bodies begin with.
func stateCode(s *state) string {
	if s.Country == "" {
		return s.ID
	}
	return strings.ToLower(s.Country)
}

// groups finds those whom a noun for people means: "protesters", "senior Taliban
// officials", "a diplomat from Peru". They are the people of whoever stands
// before the noun or behind it; where nobody does, of the one owner of such
// people whom the article has named, if there is one.
func (a *article) groups() {
	told := map[*calling]*known{} // the group of that calling with an owner; nil for two
	for n := range a.sents {
		s := &a.sents[n]
		if s.skip {
			continue
		}
		tokens := a.d.Sentences[n].Tokens
		a.tree.Reset(tokens)
		for i := 0; i < len(s.atoms); i++ {
			if s.taken[i] != nil || !s.atoms[i].word {
				continue
			}
			p, end := a.people.longest(s.atoms, i, func(_ people, end int) bool { return a.free(s, i, end) })
			if end == i {
				continue
			}
			h := a.topOf(s, i, end)
			if !a.isGroup(n, i, end, h, p) {
				i = end - 1
				continue
			}
			o := a.ownerOf(n, h, 0)
			if o.joint || (p.class == "office" || p.class == "pair") && o.none() && a.areThese(n, h, p.class == "pair") {
				i = end - 1
				continue
			}
			k := a.groupOf(p.calling, o)
			if o.none() {
				if have := told[p.calling]; have != nil {
					k = have
				}
			} else if have, ok := told[p.calling]; ok && have != k {
				told[p.calling] = nil
			} else {
				told[p.calling] = k
			}
			a.add(k, n, a.beginning(s, i, h), end, stages.NominalMention, "")
			i = end - 1
		}
	}
}

// free reports whether no mention has the atoms from i to end.
func (a *article) free(s *sentence, i, end int) bool {
	for ; i < end; i++ {
		if s.taken[i] != nil {
			return false
		}
	}
	return true
}

// topOf is the token on which the others of the atoms from i to end depend.
func (a *article) topOf(s *sentence, i, end int) int {
	for j := end - 1; j >= i; j-- {
		t := s.atoms[j].token
		if h := a.tree.Head(t); h < s.atoms[i].token || h > s.atoms[end-1].token {
			return t
		}
	}
	return s.atoms[end-1].token
}

// isGroup decides whether the words at the atoms from i to end, whose head is
// the token h, mean people that act: not what somebody is ("he is an official",
// "as a mediator", "X, a diplomat"), nor a part of another noun or name.
func (a *article) isGroup(n, i, end, h int, p people) bool {
	s, tokens := &a.sents[n], a.d.Sentences[n].Tokens
	switch tokens[h].UPOS {
	case stages.PosNoun, stages.PosPropn:
	default:
		return false
	}
	if !s.atoms[i].first || !s.atoms[end-1].last {
		return false
	}
	if s.atoms[i].upper && i > 0 && !s.titled && !s.shout {
		return false
	}
	if end < len(s.atoms) && (s.atoms[end].upper && p.one || s.taken[end] != nil && s.taken[end].Kind == "person") {
		return false // a title before a name
	}
	if b := a.beginning(s, i, h); p.one && b > 2 && articles[s.atoms[b-1].key] && s.atoms[b-2].key == "," && s.taken[b-3] != nil && s.taken[b-3].Kind == "person" {
		return false // a role behind one
	}
	switch a.tree.Rel(h) {
	case stages.RelCompound, stages.RelAmod, stages.RelFlat, stages.RelVocative:
		return false
	case stages.RelAppos:
		if t := a.tree.Head(h); t >= 0 && a.takenAt(s, t) != nil {
			return false
		}
	}
	for c := range a.tree.Children(h) {
		switch a.tree.Rel(c) {
		case stages.RelCop:
			return false
		case stages.RelCase:
			if tokens[c].Lower == "as" && c < h {
				return false
			}
		case stages.RelAppos, stages.RelFlat:
			if k := a.takenAt(s, c); c > h && k != nil && k.Kind == "person" && p.one {
				return false
			}
		case stages.RelDet:
			if p.one && tokens[c].Lower != "a" && tokens[c].Lower != "an" && tokens[c].Lower != "another" && tokens[c].Lower != "one" {
				return false // one who was told of before
			}
		case stages.RelNmod:
			if p.one && tokens[c].Rel == stages.RelNmodPoss {
				return false
			}
		}
	}
	return true
}

// areThese reports whether a noun means some that were named before: "both
// leaders", "the ministers"; of pairs only those that are counted, "the two sides".
func (a *article) areThese(n, h int, pair bool) bool {
	tokens := a.d.Sentences[n].Tokens
	for c := range a.tree.Children(h) {
		switch rel := a.tree.Rel(c); {
		case tokens[c].Lower == "both" && c < h || rel == stages.RelNummod:
			return true
		case pair || rel != stages.RelDet:
		case tokens[c].Lower == "the" || tokens[c].Lower == "these" || tokens[c].Lower == "those":
			return true
		}
	}
	return false
}

// takenAt is whose mention has a token.
func (a *article) takenAt(s *sentence, token int) *known {
	for i := s.first(token); i < len(s.atoms) && s.atoms[i].token == token; i++ {
		if s.taken[i] != nil {
			return s.taken[i]
		}
	}
	return nil
}

// first is the first atom of a token, or of the next that has one.
func (s *sentence) first(token int) int {
	i, _ := slices.BinarySearchFunc(s.atoms, token, func(x atom, t int) int { return x.token - t })
	for i > 0 && s.atoms[i-1].token == token {
		i--
	}
	return i
}

// beginning is the first atom of the noun phrase whose noun begins at atom i:
// what stands right before it and depends on its head, without its article.
func (a *article) beginning(s *sentence, i, h int) int {
	for i > 0 && s.taken[i-1] == nil && s.atoms[i-1].word {
		t := s.atoms[i-1].token
		if t != s.atoms[i].token {
			switch a.tree.Rel(t) {
			case stages.RelAmod, stages.RelCompound, stages.RelAdvmod:
			default:
				return i
			}
			if !a.tree.Under(t, h) {
				return i
			}
		}
		i--
	}
	for joined(s.atoms, i) {
		i++ // the rest of "Lima-based"
	}
	return i
}

// ownersDeep is how far down a noun phrase its owner is looked for.
const ownersDeep = 3

// belonging are the prepositions before those whose people they are.
var belonging = map[string]bool{"of": true, "from": true, "in": true, "at": true, "for": true, "within": true, "inside": true}

// ownerOf is whose people the noun at a token means: "Taliban", "Peru's" or
// "Western" before it, "from Peru" behind it.
func (a *article) ownerOf(n, h, depth int) owner {
	s := &a.sents[n]
	for c := range a.tree.Children(h) {
		if rel := a.tree.Rel(c); c < h && (rel == stages.RelAmod || rel == stages.RelCompound || rel == stages.RelNmod || rel == stages.RelFlat) {
			if o := a.ownersAt(n, c); !o.none() {
				return o
			}
			if depth < ownersDeep && (rel == stages.RelCompound || rel == stages.RelNmod) {
				if o := a.ownerOf(n, c, depth+1); !o.none() {
					return o
				}
			}
		}
	}
	for c := range a.tree.Children(h) {
		if k := a.tree.Child(c, stages.RelCase); c > h && a.tree.Rel(c) == stages.RelNmod && k >= 0 && belonging[a.d.Sentences[n].Tokens[k].Lower] {
			if o := a.ownersAt(n, c); !o.none() {
				return o
			}
			if f := s.first(k) + 1; f < len(s.atoms) {
				if st := a.states[a.countryAt(s, f, len(s.atoms))]; st != nil {
					return owner{state: st}
				}
			}
		}
	}
	return owner{}
}

// ownersAt is the owner that a token names, and whether others are joined to it.
func (a *article) ownersAt(n, token int) (o owner) {
	for c := range a.tree.Conjuncts(token) {
		switch other := a.ownerAt(n, c); {
		case other.none():
		case o.none():
			o = other
		default:
			o.joint = true
		}
	}
	return o
}

// ownerAt is the owner that a token names. One that only backs or
// leads them is none: "Peru-backed rebels".
func (a *article) ownerAt(n, token int) owner {
	s := &a.sents[n]
	i := s.first(token)
	if i >= len(s.atoms) || s.atoms[i].token != token {
		return owner{}
	}
	last := i
	for last+1 < len(s.atoms) && s.atoms[last+1].token == token && s.atoms[last+1].word {
		last++
	}
	if last > i && !s.atoms[last].upper {
		return owner{} // "Peru-backed", "Lima-based"
	}
	if last > i && !s.atoms[i].upper {
		return owner{} // "pro-Peruvian"
	}
	if k := s.taken[i]; k != nil {
		return owner{actor: k}
	}
	for j := max(0, i-1); j <= i; j++ {
		if st, e := a.owners.longest(s.atoms, j, nil); e > i && s.atoms[j].upper {
			return owner{state: st}
		}
	}
	for j := max(0, i-1); j <= i; j++ {
		if r, e := a.regions.longest(s.atoms, j, nil); e > i {
			return owner{region: r}
		}
	}
	return owner{}
}
