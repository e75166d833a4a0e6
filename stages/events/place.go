package events

import (
	"strings"

	"parley/stages"
)

// placeAt finds a place of the list that begins at token i and how many tokens
// it has.
func (s *sentence) placeAt(i int) (place, int) {
	k := s.tok[i]
	for _, p := range s.places[s.doc.Word(k)] {
		n := 1
		for n < len(p.words) && i+n < len(s.tok) && s.doc.Word(s.tok[i+n]) == p.words[n] {
			n++
		}
		if n == len(p.words) {
			return p, n
		}
	}
	return place{}, 0
}

// reach is how far to the right of a trigger its place may stand.
const reach = 25

// where finds the place of an event: behind a preposition of place to the right
// of its trigger, or at the head of the sentence.
func (s *sentence) where(m *mention) string {
	at := int(m.place.Token)
	own := s.clause(at)
	carried := own
	if own != nil && own.Support >= 0 {
		carried = s.clause(int(own.Support)) // "held talks in Geneva"
	}
	for i := at; i < len(s.tok) && i < at+reach; i++ {
		if c := s.clause(i); s.is("place", i) && (c == own || c == carried) {
			if name := s.placeBehind(i); name != "" {
				return name
			}
		}
	}
	if len(s.tok) > 1 && s.is("place", 0) {
		return s.placeBehind(0)
	}
	return ""
}

// struck is the place of the list that is a target of an event: "shelled Antwerp".
func (a *article) struck(arcs stages.Arcs) string {
	for _, x := range arcs.Chosen(a.doc.Reading.Thresholds) {
		s, i := a.sentence(int(x.Sentence)), int(x.Token)
		if pl, n := s.placeAt(i); n > 0 && (s.at[i] == nil || pl.country != "") {
			return s.doc.Article.Text[s.tok[i].Start:s.tok[i+n-1].End]
		}
	}
	return ""
}

// placeBehind reads "in Geneva" at i.
func (s *sentence) placeBehind(i int) string {
	for j := i + 1; j < len(s.tok) && j < i+6; j++ {
		if m := s.at[j]; m != nil {
			if x, _ := s.doc.Actor(m.ActorID); x.Kind == "state" && s.word(i) != "at" && s.word(i) != "on" && s.word(m.To) != "'s" && m.Kind == "name" {
				return m.Text
			}
			return ""
		}
		if _, n := s.placeAt(j); n > 0 {
			if s.word(j+n) == "'s" {
				return ""
			}
			return s.doc.Article.Text[s.tok[j].Start:s.tok[j+n-1].End]
		}
		switch s.tok[j].UPOS {
		case stages.PosAdj, stages.PosNoun, stages.PosPropn, stages.PosDet, stages.PosNum:
		default:
			if s.word(j) != "of" {
				return ""
			}
		}
	}
	return ""
}

// locate fills where in the world the place of an event is. What is disputed, or
// a seat of organisations, has no country.
func (a *article) locate(m *mention) {
	disputed := false
	for _, p := range a.places[firstWord(m.Place)] {
		if strings.Join(p.words, " ") == m.Place {
			m.PlaceCountry, disputed = p.country, p.country == ""
		}
	}
	for _, x := range a.doc.Actors {
		if x.Kind == "state" && x.Name == m.Place {
			m.PlaceCountry = x.Country
			return
		}
	}
	c, ok := a.cities.Find(m.Place, func(country string) bool {
		return country == m.PlaceCountry || m.PlaceCountry == "" && a.state[country] != ""
	})
	if !ok || m.PlaceCountry != "" && m.PlaceCountry != c.Country {
		return
	}
	m.PlaceID, m.Lat, m.Lon = c.ID, &c.Lat, &c.Lon
	if !disputed {
		m.PlaceCountry = c.Country
	}
}

func firstWord(s string) string {
	w, _, _ := strings.Cut(s, " ")
	return w
}
