package events

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
		if p, n := s.placeAt(j); n > 0 && s.word(j+n) != "'s" {
			return s.doc.Article.Text[s.tok[j].Start:s.tok[j+n-1].End], p.country
		}
		if s.at[j] >= 0 || s.closes(j) || s.is("prep", j) && s.word(j) != "of" || s.word(j) == "," {
			return "", ""
		}
	}
	return "", ""
}
