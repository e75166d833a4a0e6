package statements

import (
	"slices"
	"strings"

	"parley/stages"
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

// personsIn are the persons that a unit names, in order.
func (v *view) personsIn(u *unit) (ids []string) {
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
		case f.speaker.document && f.speaker.id == "":
			id = v.issued(all, i)
		case f.speaker.id == "":
			if id = v.described(all, i); id == "" {
				id = v.goesOnAs(all, i)
			}
		}
		if id != "" && id != f.speaker.id {
			f.speaker.id = id
			f.conf *= 0.9
		}
	}
	v.first(all)
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
		if p.unit == f.unit && p.cueAt.lo > f.cueAt.lo {
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
	s, ok := v.mainSubject(u)
	if !ok || s.at.hi > f.speaker.at.lo {
		return ""
	}
	if a, ok := v.doc.Actor(s.id); !ok || s.pronoun || a.Kind != "person" || !v.agrees(low, &found{speaker: s}) {
		return ""
	}
	return s.id
}

// mainSubject is the subject of the first sentence of a unit.
func (v *view) mainSubject(u *unit) (s speaker, ok bool) {
	sent := u.items[0].sent
	clauses := v.doc.Clauses[sent]
	tokens := v.doc.Sentences[sent].Tokens
	for i := range clauses {
		c := &clauses[i]
		if p := &tokens[c.Predicate]; p.Head < 0 {
			if subject := c.Subject(); subject >= 0 {
				return v.speakerAt(sent, subject), true
			}
		}
	}
	return s, false
}

// subjectPerson is the person who is the subject of the unit before, or of the
// one before that.
func (v *view) subjectPerson(f *found, low string) string {
	for ui := f.unit - 1; ui >= 0 && ui >= f.unit-3; ui-- {
		u := &v.units[ui]
		if f.para-u.para > 1 {
			break
		}
		s, ok := v.mainSubject(u)
		if !ok {
			continue
		}
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
	if s, ok := v.mainSubject(&v.units[f.unit-1]); ok && len(s.also) > 0 {
		return s.id
	}
	return ""
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
			if p != nil && u.items[k].start > p.cueAt.lo {
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

// goesOnAs is the last speaker where a description with "the" can mean nobody else:
// an office, when the last speaker is a person and no other person has been named
// since; a body, when it is one, and called so where bodies of its kind are.
func (v *view) goesOnAs(all []found, i int) string {
	f := &all[i]
	if f.speaker.text == "" || v.quoteAt(f.speaker.at.lo) >= 0 {
		return ""
	}
	x := v.tokenAt(f.speaker.head)
	t := v.treeOf(f.speaker.head.Sentence)
	d := t.Child(int(f.speaker.head.Token), stages.RelDet)
	if x.XPOS != stages.TagNN && x.XPOS != stages.TagNNP || d < 0 || v.doc.Sentences[f.speaker.head.Sentence].Tokens[d].Lower != "the" {
		return ""
	}
	class := v.s.words[x.Lower[strings.LastIndexByte(x.Lower, '-')+1:]] // ex-president
	if class&(speakerNoun|anyPerson|body) == 0 {
		return ""
	}
	for k := i - 1; k >= 0 && f.unit-all[k].unit <= near && f.para-all[k].para <= 2; k-- {
		p := &all[k]
		if p.unit == f.unit && p.cueAt.lo > f.cueAt.lo || v.quoteAt(p.cueAt.lo) >= 0 {
			continue
		}
		a, ok := v.doc.Actor(p.speaker.id)
		if ok && a.Kind == "media" {
			continue
		}
		if !ok || (a.Kind == "person") != (class&body == 0) || a.Kind == "state" || a.Kind == "group" && class&anyBody == 0 || !v.fromCountry(f, &a) || v.othersBetween(p, f) {
			return ""
		}
		if class&body != 0 && class&anyBody == 0 && !strings.Contains(strings.ToLower(a.Name), x.Lower) {
			return "" // a council is called so
		}
		return a.ID
	}
	return ""
}

// fromCountry says whether a description that names a state can mean an actor.
func (v *view) fromCountry(f *found, a *stages.Actor) bool {
	for _, s := range v.doc.Tokens(f.speaker.at.lo, f.speaker.at.hi) {
		for k := s.From; k < s.To; k++ {
			if m := v.doc.MentionAt(stages.Place{Sentence: s.Sentence, Token: int32(k)}); m != nil {
				if b, ok := v.doc.Actor(m.ActorID); ok && b.Country != "" && a.Country != "" && b.Country != a.Country {
					return false
				}
			}
		}
	}
	return true
}

// issued is whose statement it is that speaks on: of whoever spoke in it before, or
// else last.
func (v *view) issued(all []found, i int) string {
	f := &all[i]
	for k := i - 1; k >= 0 && f.unit-all[k].unit <= near; k-- {
		p := &all[k]
		if p.speaker.id != "" && !v.media(p.speaker.id) && (p.speaker.document || slices.ContainsFunc(p.region, func(t item) bool { return t.low == v.tokenAt(f.speaker.head).Lower })) {
			return p.speaker.id
		}
	}
	if i > 0 && f.unit-all[i-1].unit <= 2 && !v.media(all[i-1].speaker.id) {
		return all[i-1].speaker.id
	}
	return ""
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
