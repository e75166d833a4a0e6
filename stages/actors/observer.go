package actors

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// NewObserver returns the part of the stage that makes the table actors. What
// it keeps grows with the actors and their names, not with the articles.
func NewObserver(o Options) stages.Observer {
	c := &census{actors: map[string]*tally{}}
	return stages.Observer{Name: "actors", Doc: "counts the actors of the corpus", Yields: "actors", See: c.see, Rows: c.rows}
}

type census struct{ actors map[string]*tally }

// tally is an actor's row in the making.
type tally struct {
	schemas.Actor
	roles   map[string]int
	aliases map[string]bool
}

func (c *census) see(d *stages.Document) {
	copied := d.Article.DuplicateOf != ""
	for _, a := range d.Actors {
		t := c.actors[a.ID]
		if t == nil {
			t = &tally{
				Actor: schemas.Actor{ActorID: a.ID, Name: a.Name, Kind: a.Kind, Country: a.Country, Side: a.Side, Known: a.Known},
				roles: map[string]int{}, aliases: map[string]bool{},
			}
			c.actors[a.ID] = t
		}
		if t.Country == "" && a.Country != "" {
			t.Country, t.Side = a.Country, a.Side
		}
		if !copied {
			t.Articles++
			t.date(d.Article.Published)
		}
	}
	for _, m := range d.Mentions {
		t := c.actors[m.ActorID]
		if m.Kind != "pronoun" {
			t.aliases[m.Text] = true
		}
		if copied || m.Kind == stages.NominalMention {
			continue
		}
		t.Mentions++
		if m.Role != "" {
			t.roles[m.Role]++
		}
	}
	if copied {
		return
	}
	for _, s := range d.Statements {
		if t := c.actors[s.SpeakerID]; t != nil {
			t.Statements++
		}
	}
}

func (t *tally) date(on schemas.Date) {
	if on.IsZero() {
		return
	}
	if t.FirstSeen.IsZero() || on.Before(t.FirstSeen) {
		t.FirstSeen = on
	}
	if t.LastSeen.IsZero() || t.LastSeen.Before(on) {
		t.LastSeen = on
	}
}

func (c *census) rows(yield func(row any) error) error {
	for _, id := range slices.Sorted(maps.Keys(c.actors)) {
		t := c.actors[id]
		t.Aliases = slices.Sorted(maps.Keys(t.aliases))
		t.Roles = slices.SortedFunc(maps.Keys(t.roles), func(a, b string) int {
			return cmp.Or(cmp.Compare(t.roles[b], t.roles[a]), strings.Compare(a, b))
		})
		if err := yield(&t.Actor); err != nil {
			return err
		}
	}
	return nil
}
