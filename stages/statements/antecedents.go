package statements

import (
	"slices"
	"strings"
)

// resolve finds who is meant by speakers that are a pronoun or a description:
// "he", "the minister", "both leaders". Statements come in the order of their
// units, and each may lean on the ones before it.
func (v *view) resolve(all []found) {
	slices.SortStableFunc(all, func(a, b found) int { return a.unit - b.unit })
	for i := range all {
		f := &all[i]
		id := ""
		switch {
		case f.speaker.pronoun:
			id = v.pronoun(all, i)
		case f.speaker.id == "" && !f.speaker.document:
			id = v.described(all, i)
		}
		if id != "" && id != f.speaker.id {
			f.speaker.id = id
			f.conf *= 0.9
		}
	}
}

// pronoun is whom a pronoun means where its actor was not found, or one that
// only the words of the speaker before name: a subject goes on as the subject.
func (v *view) pronoun(all []found, i int) string {
	f := &all[i]
	low, ok := nominative[strings.ToLower(f.speaker.text)]
	if !ok {
		return ""
	}
	if id := v.ownSubject(f, low); id != "" {
		return id
	}
	for k := i - 1; k >= 0; k-- {
		p := &all[k]
		if f.unit-p.unit > reach {
			break
		}
		if p.unit == f.unit && p.item > f.item {
			continue
		}
		if f.unit-p.unit > 2 && f.para-p.para > 1 {
			break
		}
		if f.speaker.id != "" && !v.outweighs(p, f) || !v.agrees(low, p) || v.othersBetween(p, f) {
			break
		}
		return p.speaker.id
	}
	if f.speaker.id == "" && (low == "he" || low == "she") {
		return v.subjectPerson(f, low)
	}
	if f.speaker.id == "" && low == "they" {
		return v.subjectPair(f)
	}
	return ""
}

// nominative holds the pronouns that are sought, each as a subject.
var nominative = map[string]string{"he": "he", "she": "she", "it": "it", "they": "they", "his": "he", "her": "she", "its": "it", "their": "they"}

// ownSubject is the person who is the subject of the sentence that a pronoun
// stands in, where that sentence does not name the actor that it was given.
func (v *view) ownSubject(f *found, low string) string {
	if low != "he" && low != "she" || f.speaker.id != "" && v.named(f.speaker.id, f.unit, f.unit, nil) {
		return ""
	}
	u := &v.units[f.unit]
	if f.kind == "direct" || u.items[0].quoted() {
		return ""
	}
	np := v.mainSubject(u, min(f.item, len(u.items)))
	if np.empty() {
		return ""
	}
	s := v.speakerOf(u.items, np)
	if a, ok := v.doc.Actor(s.id); !ok || s.pronoun || a.Kind != "person" || !v.agrees(low, &found{speaker: s}) {
		return ""
	}
	return s.id
}

// outweighs says whether the speaker of the statement before is a better guess
// for a pronoun than the actor that it was given: when neither sentence names
// that one, or only what the speaker said and to whom.
func (v *view) outweighs(p, f *found) bool {
	if f.para != p.para {
		return false
	}
	if !v.named(f.speaker.id, p.unit, f.unit, nil) {
		return true
	}
	return f.unit == p.unit+1 && p.tense == past && !isReply(f.cue) && p.conf >= 0.8 &&
		!v.named(f.speaker.id, f.unit, f.unit, nil) && !v.named(f.speaker.id, p.unit, p.unit, p)
}

// othersBetween says whether the units between two statements name a person and
// not the speaker of the first.
func (v *view) othersBetween(p, f *found) bool {
	for ui := p.unit + 1; ui < f.unit; ui++ {
		if who := v.personsIn(&v.units[ui]); len(who) > 0 && !slices.Contains(who, p.speaker.id) {
			return true
		}
	}
	return false
}

// isReply says whether a cue is that of somebody who was spoken to.
func isReply(cue string) bool {
	low := strings.ToLower(cue)
	return strings.HasPrefix(low, "repl") || strings.HasPrefix(low, "respond") || strings.HasPrefix(low, "answer") || strings.HasPrefix(low, "retort") || strings.HasPrefix(low, "counter")
}

// agrees says whether a pronoun can stand for the speaker of a statement.
func (v *view) agrees(low string, p *found) bool {
	a, ok := v.doc.Actor(p.speaker.id)
	if !ok {
		return false
	}
	switch low {
	case "it":
		return a.Kind != "person"
	case "they":
		return a.Kind != "person" && a.Kind != "media" || strings.Contains(p.speaker.text, " and ")
	}
	return a.Kind == "person" && !(low == "he" && v.genders[a.ID] == "she" || low == "she" && v.genders[a.ID] == "he")
}

// named says whether an actor is named in one of the units from lo to hi, what
// is within p, or behind its cue, not counted.
func (v *view) named(id string, lo, hi int, p *found) bool {
	for _, u := range v.units[lo : hi+1] {
		for k := range u.items {
			if p != nil && k > p.item {
				break
			}
			if m := u.items[k].mention; m >= 0 && v.doc.Mentions[m].ActorID == id && v.doc.Mentions[m].Kind == "name" {
				return true
			}
		}
	}
	return false
}

// described is the person whom an office or "the official" means.
func (v *view) described(all []found, i int) string {
	f := &all[i]
	words := strings.Fields(strings.ToLower(f.speaker.text))
	if len(words) < 2 || len(words) > 8 {
		return ""
	}
	head := v.s.words[words[len(words)-1]]
	switch {
	case words[0] == "both" || words[0] == "the" && (words[1] == "two" || words[1] == "three"):
		if v.s.words[strings.TrimSuffix(words[len(words)-1], "s")]&(speakerNoun|anyPerson) == 0 {
			return "" // the two sides
		}
		return v.firstOfSeveral(f)
	case words[0] != "the":
		return ""
	case len(words) == 2 && head&anyPerson != 0:
		return v.personBefore(all, i, words[1])
	}
	return v.officeHolder(all, i, words[1:])
}

// firstOfSeveral is the first person named in the unit before, if it names at
// least two.
func (v *view) firstOfSeveral(f *found) string {
	for ui := f.unit - 1; ui >= 0 && ui >= f.unit-2; ui-- {
		if who := v.personsIn(&v.units[ui]); len(who) >= 2 {
			return who[0]
		}
	}
	return ""
}

// personBefore is whom "the official" means: the last speaker, or else the only
// person that the unit before names. An official without a name stays so.
func (v *view) personBefore(all []found, i int, noun string) string {
	f := &all[i]
	for k := i - 1; k >= 0 && f.unit-all[k].unit <= 6; k-- {
		p := &all[k]
		if strings.HasSuffix(strings.ToLower(p.speaker.text), " "+noun) {
			return p.speaker.id
		}
	}
	if k := i - 1; k >= 0 && all[k].unit < f.unit && f.para-all[k].para <= 1 {
		if a, ok := v.doc.Actor(all[k].speaker.id); ok && a.Kind == "person" && v.canHold(a.ID, noun) {
			return a.ID
		}
	}
	if f.unit == 0 {
		return ""
	}
	if who := v.personsIn(&v.units[f.unit-1]); len(who) == 1 && v.canHold(who[0], noun) {
		return who[0]
	}
	return ""
}

// canHold says whether a noun can mean a person: a diplomat has a diplomat's
// office, or none that the article tells.
func (v *view) canHold(id, noun string) bool {
	if noun != "diplomat" {
		return true
	}
	known := false
	for i := range v.offices {
		if o := &v.offices[i]; o.id == id {
			known = true
			for _, w := range o.words {
				switch w {
				case "ambassador", "diplomat", "envoy", "minister", "representative", "secretary", "negotiator":
					return true
				}
			}
		}
	}
	return !known
}

// officeHolder is the last speaker, or else the person introduced last, whose office
// has all words of a description: "the Russian minister" after "Russian Foreign
// Minister N.".
func (v *view) officeHolder(all []found, i int, words []string) string {
	f := &all[i]
	first := v.units[f.unit].items[0].sent
	fits := map[string]bool{}
	last := ""
	for k := range v.offices {
		if o := &v.offices[k]; o.sent < first && describesOffice(o.words, words) {
			fits[o.id], last = true, o.id
		}
	}
	for k := i - 1; k >= 0 && f.unit-all[k].unit <= 6; k-- {
		if fits[all[k].speaker.id] {
			return all[k].speaker.id
		}
	}
	return last
}

// describesOffice says whether an office has every word of a description; a nation's
// adjective is as good as its name.
func describesOffice(have, words []string) bool {
	for _, w := range words {
		if w == "the" || w == "of" || w == "'s" {
			continue
		}
		if !slices.ContainsFunc(have, func(h string) bool { return h == w || sameNation(h, w) }) {
			return false
		}
	}
	return true
}

// sameNation says whether two words are a nation and its adjective by their
// beginnings: Israel, Israeli.
func sameNation(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && n >= min(len(a), len(b))-2
}
