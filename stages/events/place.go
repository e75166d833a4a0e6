package events

import "parley/stages/language/lexicon"

// placeAt finds a place of the list that begins at token i, its country and how
// many tokens it has.
func (s *sentence) placeAt(i int) (country string, n int) {
	country, end := lexicon.Longest(s.places, written{s}, i, nil)
	return country, end - i
}

// written is a lexicon.Sequence: the tokens of a sentence as they are written.
type written struct{ *sentence }

func (w written) Len() int         { return len(w.tok) }
func (w written) Word(i int) int32 { return w.names[w.doc.Word(w.tok[i])] }

// where finds the place of an event: behind a preposition of place to the right
// of its trigger, or at the head of the sentence.
func (s *sentence) where(h hit) (name, country string) {
	for i := h.from; i < len(s.tok) && i < h.to+reach; i++ {
		if i >= h.to && (s.closes(i) || s.is("say", i)) {
			break
		}
		if name, country = s.placeBehind(i); name != "" {
			return name, country
		}
	}
	if len(s.tok) > 1 {
		return s.placeBehind(0)
	}
	return "", ""
}

// placeBehind reads "in Geneva" at i.
func (s *sentence) placeBehind(i int) (name, country string) {
	switch s.word(i) {
	case "in", "near", "at", "outside", "around", "on":
	default:
		return "", ""
	}
	for j := i + 1; j < len(s.tok) && j < i+6; j++ {
		if m := s.at[j]; m >= 0 {
			if a, _ := s.doc.Actor(s.who[m].ActorID); a.Kind == "state" && s.word(i) != "at" && s.word(i) != "on" && s.word(s.who[m].To) != "'s" && s.who[m].Kind == "name" {
				return s.who[m].Text, a.Country
			}
		}
		if country, n := s.placeAt(j); n > 0 && s.word(j+n) != "'s" {
			return s.doc.Article.Text[s.tok[j].Start:s.tok[j+n-1].End], country
		}
		if s.at[j] >= 0 || s.closes(j) || s.is("prep", j) && s.word(j) != "of" || s.word(j) == "," {
			return "", ""
		}
	}
	return "", ""
}
