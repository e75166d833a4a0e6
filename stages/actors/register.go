package actors

import (
	"slices"
)

// register is what an article says that its persons are: by the titles before
// and behind their names, and by the lists on the day of the article. By it a
// description finds its person, wherever in the article that one is named.
type register struct {
	told   map[*known]*standing
	places map[*known][]int // sentences that name them, in order
	order  []*known         // as first named
}

// standing is what one person is.
type standing struct {
	now, past map[string]bool // words of roles; those of offices given up
	offices   []string        // held now
	left      []string        // held before
}

// newRegister reads the article's mentions.
func (a *article) newRegister() *register {
	r := &register{told: map[*known]*standing{}, places: map[*known][]int{}}
	a.sort()
	for _, f := range a.found {
		k := f.who
		if k.Kind != "person" {
			continue
		}
		s := r.told[k]
		if s == nil {
			s = &standing{now: map[string]bool{}, past: map[string]bool{}}
			r.told[k] = s
			r.order = append(r.order, k)
			a.listedRoles(k, s)
		}
		if p := r.places[k]; len(p) == 0 || p[len(p)-1] != f.sent {
			r.places[k] = append(p, f.sent)
		}
		if f.kind == "name" && f.role != "" {
			s.read(f.role)
		}
	}
	for k, s := range r.told {
		if k.list == nil {
			s.offices = append(s.offices, k.roles...)
		}
	}
	return r
}

// listedRoles adds what the lists say that somebody is or was on the day.
func (a *article) listedRoles(k *known, s *standing) {
	if k.list == nil {
		return
	}
	for _, t := range k.list.terms {
		for _, role := range t.roles {
			switch {
			case k.list.held(role, a.d.Article.Published):
				s.offices = append(s.offices, role)
				add(s.now, role)
			case k.list.before(role, a.d.Article.Published):
				s.left = append(s.left, role)
				add(s.past, role)
			}
		}
	}
}

// read adds what the text says that somebody is.
func (s *standing) read(role string) {
	words := map[string]bool{}
	add(words, role)
	to := s.now
	for w := range words {
		if formers[w] {
			to = s.past
		}
	}
	for w := range words {
		to[w] = true
	}
}

// add enters the words of a role.
func add(to map[string]bool, role string) {
	for _, w := range words(role) {
		to[w.key] = true
	}
}

// formers say that somebody is no longer what follows.
var formers = map[string]bool{"former": true, "ex": true, "late": true, "ousted": true, "deposed": true, "onetime": true}

// longestRole is how many atoms a role and its name may lie apart.
const longestRole = 15

// note keeps that a sentence speaks of somebody.
func (r *register) note(k *known, n int) {
	i, _ := slices.BinarySearch(r.places[k], n)
	if i == len(r.places[k]) || r.places[k][i] != n {
		r.places[k] = slices.Insert(r.places[k], i, n)
	}
	if r.told[k] == nil {
		r.told[k] = &standing{}
		r.order = append(r.order, k)
	}
}

// neutral are words of a description that tell no two persons apart.
var neutral = map[string]bool{
	"senior": true, "top": true, "chief": true, "current": true, "new": true, "then": true, "outgoing": true, "veteran": true, "leading": true,
	"first": true, "main": true, "own": true, "same": true, "powerful": true, "old": true, "young": true, "young-looking": true, "most": true,
}

// leads are nouns for whoever leads a body.
var leads = map[string]bool{"head": true, "chief": true, "boss": true, "leader": true, "director": true, "president": true, "chairman": true, "secretary": true}
