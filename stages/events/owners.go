package events

import (
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// owners finds the actors of an article by country and by name.
type owners struct {
	state   map[string]string           // ISO code to the id of the state
	name    map[string]string           // lower-case name to the id of a state or organization
	states  map[string]bool             // ids of states
	country map[string]string           // id of an actor to its country
	sides   []string                    // the states of the two sides, where the article names both
	news    schemas.Date                // see newsDay
	cues    map[int][]*stages.Statement // sentence to the statements that begin in it
	enemy   map[string][]string         // side to the state of the other, where there are two
	offices *offices
}

func newOwners(d *stages.Document, p *stages.Profile) *owners {
	o := &owners{
		state: map[string]string{}, name: map[string]string{}, country: map[string]string{},
		states: map[string]bool{}, cues: map[int][]*stages.Statement{}, enemy: map[string][]string{},
	}
	for i := range d.Statements {
		st := &d.Statements[i]
		o.cues[int(st.Sentence)] = append(o.cues[int(st.Sentence)], st)
	}
	for _, a := range d.Actors {
		o.country[a.ID] = a.Country
		o.states[a.ID] = a.Kind == "state"
		if a.Kind == "state" && a.Country != "" && o.state[a.Country] == "" {
			o.state[a.Country] = a.ID
		}
		if a.Kind != "person" {
			o.name[strings.ToLower(a.Name)] = a.ID
		}
	}
	if p != nil && len(p.Sides) == 2 {
		for i, side := range p.Sides {
			for _, c := range p.Sides[1-i].Countries {
				if id := o.state[c]; id != "" {
					o.enemy[side.ID] = append(o.enemy[side.ID], id)
				}
			}
		}
	}
	if p != nil && len(p.Sides) == 2 && len(o.enemy) == 2 {
		o.sides = append(slices.Clone(o.enemy[p.Sides[1].ID]), o.enemy[p.Sides[0].ID]...)
	}
	return o
}

// speaks reports whether a speaker can announce what an actor will do: it is the
// actor, of its country, or nobody that is known.
func (o *owners) speaks(speaker, actor string) bool {
	return speaker == "" || speaker == actor || o.country[speaker] != "" && o.country[speaker] == o.country[actor]
}

// named is the actor that a part of "spain-peru" or "spanish-peruvian" names.
func (o *owners) named(l *vocabulary, w string) string {
	if id := o.name[w]; id != "" {
		return id
	}
	return o.state[l.demonyms[w]]
}
