package statements

import (
	"slices"
	"strings"
)

// office is what an article calls a person where it names that one.
type office struct {
	id    string
	words []string
	sent  int32
}

// readPersons notes the offices of the persons, in the order in which they are
// introduced, and the pronoun that is used of each.
func (v *view) readPersons() {
	v.genders = map[string]string{}
	seen := map[[2]string]bool{}
	for i := range v.doc.Mentions {
		m := &v.doc.Mentions[i]
		switch m.Kind {
		case "pronoun":
			if g := genderOf[strings.ToLower(m.Text)]; g != "" && v.genders[m.ActorID] == "" {
				v.genders[m.ActorID] = g
			}
		case "name":
			key := [2]string{m.ActorID, m.Role}
			if a, ok := v.doc.Actor(m.ActorID); m.Role == "" || seen[key] || !ok || a.Kind != "person" {
				continue
			}
			seen[key] = true
			v.offices = append(v.offices, office{m.ActorID, strings.Fields(strings.ToLower(m.Role)), m.Sentence})
		}
	}
}

var genderOf = map[string]string{"he": "he", "him": "he", "his": "he", "she": "she", "her": "she", "hers": "she"}

// people are the persons that a unit names, in order.
func (v *view) people(u *unit) (ids []string) {
	for k := range u.items {
		m := u.items[k].mention
		if m < 0 || v.doc.Mentions[m].Kind != "name" {
			continue
		}
		if a, ok := v.doc.Actor(v.doc.Mentions[m].ActorID); ok && a.Kind == "person" && !slices.Contains(ids, a.ID) {
			ids = append(ids, a.ID)
		}
	}
	return ids
}
