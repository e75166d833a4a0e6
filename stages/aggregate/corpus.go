package aggregate

import (
	"strings"

	"parley/schemas"
	"parley/stages"
)

// corpus is what the metrics know of the articles and actors.
type corpus struct {
	articles map[string]*article // originals with a date, by id
	actors   map[string]actor    // by id
	strings  map[string]string   // one copy of every text that outlives its row
	sides    map[string]string   // of countries

	known
}

// article is an original with a date.
type article struct {
	periods  []period // that it counts in
	carriers int32    // itself and its copies
}

type actor struct {
	id, name, side, country string
}

// bloc is the actor's side, or the state that it belongs to.
func (a actor) bloc() string {
	switch {
	case a.side != "":
		return a.side
	case a.country != "":
		return a.country
	}
	return "other"
}

func readCorpus(s stages.Store, k known) (*corpus, error) {
	c := &corpus{articles: map[string]*article{}, actors: map[string]actor{}, strings: map[string]string{}, sides: map[string]string{}, known: k}
	copies := map[string]int32{}
	err := stages.Scan(s, func(a *schemas.Article) error {
		if a.DuplicateOf != "" {
			copies[c.keep(a.DuplicateOf)]++
			return nil
		}
		if a.Published.IsZero() {
			return nil
		}
		c.articles[c.keep(a.ArticleID)] = &article{periods: periodsOf(a.Published, a.DatePrecision), carriers: 1}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for id, n := range copies {
		if a := c.articles[id]; a != nil {
			a.carriers += n
		}
	}
	return c, stages.Scan(s, func(r *schemas.Actor) error {
		a := actor{id: c.keep(r.ActorID), name: c.keep(r.Name), side: c.keep(r.Side), country: c.keep(r.Country)}
		c.actors[a.id] = a
		if a.side != "" && a.country != "" && (r.Kind == "state" || c.sides[a.country] == "") {
			c.sides[a.country] = a.side
		}
		return nil
	})
}

// sideOf is the side of a country, as the actors have it, or the country
// itself where it has none.
func (c *corpus) sideOf(country string) string {
	if side := c.sides[country]; side != "" {
		return side
	}
	return c.keep(country)
}

// keep copies a text once: a row's texts are only lent.
func (c *corpus) keep(s string) string {
	k, ok := c.strings[s]
	if !ok {
		k = strings.Clone(s)
		c.strings[k] = k
	}
	return k
}

// actor finds an actor; one that is in no table has its id for a name and no
// side.
func (c *corpus) actor(id string) actor {
	if a, ok := c.actors[id]; ok {
		return a
	}
	id = c.keep(id)
	return actor{id: id, name: id}
}

// spread counts the articles that carry the rows of a cell, copies included.
// Rows come article by article, so the last one is all it must remember.
type spread struct {
	last *article
	n    int32
}

func (s *spread) add(a *article) {
	if s.last != a {
		s.last = a
		s.n += a.carriers
	}
}
