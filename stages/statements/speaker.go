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

// speaker is who is said to have spoken.
type speaker struct {
	id, text string
	at       piece
	pronoun  bool
	document bool // a statement or report speaks
}

// speakerOf makes the speaker from a noun phrase. The mention that counts is
// the one that holds the head: the last word before the first preposition, or
// the name that stands in apposition.
func (v *view) speakerOf(its []item, np span) speaker {
	ph := its[np.lo:np.hi]
	s := speaker{text: v.textOf(its, np.lo, np.hi), at: extent(its, np.lo, np.hi)}
	if len(ph) == 1 && ph[0].is(pronoun) || len(ph) == 1 && ph[0].is(possessive) {
		s.pronoun = true
		if m := ph[0].mention; m >= 0 {
			s.id = v.doc.Mentions[m].ActorID
		}
		return s
	}
	for lo := 0; lo < len(ph) && s.id == ""; { // the parts between commas
		hi := lo
		for hi < len(ph) && !ph[hi].is(comma) {
			hi++
		}
		s.id = v.headMention(ph[lo:hi])
		if a, _ := v.doc.Actor(s.id); lo > 0 && a.Kind != "person" && !v.namesOffice(ph[:lo]) {
			s.id = "" // a baker from a town, the state
		}
		lo = hi + 1
	}
	s.document = v.isDocument(ph)
	if s.id == "" && len(ph) == 1 && ph[0].capital() {
		s.id = v.partOfName(ph[0].low)
	}
	return s
}

// partOfName is the only person of the article whose name has a word: Wang is
// Wang Yi, whose family name comes first.
func (v *view) partOfName(low string) (id string) {
	for i := range v.doc.Actors {
		a := &v.doc.Actors[i]
		if a.Kind != "person" || !slices.Contains(strings.Fields(strings.ToLower(a.Name)), low) {
			continue
		}
		if id != "" {
			return ""
		}
		id = a.ID
	}
	return id
}

// isDocument says whether the head of a phrase is a statement, report or the like.
func (v *view) isDocument(ph []item) bool {
	for k := range ph {
		if end := k+1 == len(ph) || ph[k+1].is(prep) || strings.HasSuffix(ph[k+1].low, "ed"); end {
			return ph[k].is(mediumNoun) && ph[k].mention < 0
		}
	}
	return false
}

// headMention finds the actor that a phrase without commas is about.
func (v *view) headMention(ph []item) string {
	head := len(ph)
	for k := range ph {
		t := &ph[k]
		if k > 0 && (t.is(prep) || ph[k-1].is(mediumNoun) && strings.HasSuffix(t.low, "ed") || t.is(subordinator) || t.low == "to" || t.low == "and" || t.low == "(") && !v.within(ph, k) {
			head = k
			break
		}
	}
	if head == 0 {
		return ""
	}
	if m := ph[head-1].mention; m >= 0 {
		return v.doc.Mentions[m].ActorID
	}
	if ph[head-1].is(mediumNoun) {
		return v.author(ph, head)
	}
	if head == len(ph) || ph[head].low == "and" || !v.namesOffice(ph[:head]) {
		return ""
	}
	// the president of X Y: the name behind the office and its country
	for k := head + 2; k < len(ph); k++ {
		m := ph[k].mention
		if m < 0 || ph[k-1].mention == m || ph[k-1].is(speakerNoun|prep|det|conj) {
			continue
		}
		x := &v.doc.Mentions[m]
		if a, _ := v.doc.Actor(x.ActorID); a.Kind == "person" && x.Kind == "name" {
			return x.ActorID
		}
	}
	return ""
}

// author finds whose a statement or report is that speaks: "a ministry
// readout", "a statement released by the ministry".
func (v *view) author(ph []item, head int) string {
	if head > 1 {
		if m := ph[head-2].mention; m >= 0 {
			return v.doc.Mentions[m].ActorID
		}
		if l := ph[head-2].low; head > 2 && (l == "'s" || l == "’s") && ph[head-3].mention >= 0 {
			return v.doc.Mentions[ph[head-3].mention].ActorID
		}
	}
	for k := head; k+1 < len(ph) && k < head+3; k++ {
		if ph[k].low == "by" || ph[k].low == "from" || ph[k].low == "of" {
			e := v.phraseEnd(ph, k+1, len(ph))
			if e > k+1 && ph[e-1].mention >= 0 {
				return v.doc.Mentions[ph[e-1].mention].ActorID
			}
			break
		}
	}
	return ""
}

// within says whether item k lies inside a mention that began before it.
func (v *view) within(ph []item, k int) bool {
	return ph[k].mention >= 0 && ph[k-1].mention == ph[k].mention
}

// canSpeak says whether a phrase names somebody who can speak: a mention, a
// pronoun for a person, a name, an office, a body. A finding or a debate
// cannot.
func (v *view) canSpeak(ph []item) bool {
	end := len(ph)
	for k := range ph {
		if k > 0 && ph[k].is(prep) && !v.within(ph, k) {
			end = k
			break
		}
	}
	t := &ph[end-1]
	if t.mention >= 0 || t.is(speakerNoun|body|address|human) || t.is(pronoun) && t.low != "it" && len(ph) == 1 {
		return true
	}
	for k := range ph[:end] {
		if m := ph[k].mention; m >= 0 && (k+1 == end || ph[k+1].low != "'s") {
			if a, ok := v.doc.Actor(v.doc.Mentions[m].ActorID); ok && a.Kind == "person" {
				return true
			}
		}
	}
	if n := len(t.low); n > 3 && t.low[n-1] == 's' && v.s.words[t.low[:n-1]]&(speakerNoun|body|human) != 0 {
		return true
	}
	return t.capital() && (end > 1 || t.start > 0)
}
