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

// subjectPerson is the person who is the subject of the unit before, or of the
// one before that.
func (v *view) subjectPerson(f *found, low string) string {
	for ui := f.unit - 1; ui >= 0 && ui >= f.unit-3; ui-- {
		u := &v.units[ui]
		if f.para-u.para > 1 {
			break
		}
		np := v.mainSubject(u, len(u.items))
		if np.empty() {
			continue
		}
		s := v.speakerOf(u.items, np)
		if a, ok := v.doc.Actor(s.id); ok && a.Kind == "person" && v.agrees(low, &found{speaker: s}) {
			return s.id
		}
	}
	return ""
}

// subjectPair is the first of two joined by "and" that are the subject of the
// unit before.
func (v *view) subjectPair(f *found) string {
	if f.unit == 0 || f.para-v.units[f.unit-1].para > 1 {
		return ""
	}
	u := &v.units[f.unit-1]
	np := v.mainSubject(u, len(u.items))
	for k := np.lo + 1; k < np.hi; k++ {
		if u.items[k].low == "and" {
			return v.speakerOf(u.items, np).id
		}
	}
	return ""
}
