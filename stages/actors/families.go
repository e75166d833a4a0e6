package actors

// families finds persons by their family name alone: those whom the article
// names in full elsewhere. A family name that two of them share is left.
func (a *article) families() {
	by := map[string][]*known{}
	for _, k := range a.who {
		if k.Kind == "person" && k.named {
			by[k.family] = append(by[k.family], k)
		}
	}
	if len(by) == 0 {
		return
	}
	for n := range a.sents {
		s := &a.sents[n]
		for i := range s.atoms {
			w := &s.atoms[i]
			if s.skip || !w.word || !w.upper || s.taken[i] != nil || len(w.key) < 2 {
				continue
			}
			if a.otherGiven(s, i) {
				continue
			}
			if k := a.familyOf(by, w); k != nil {
				a.add(k, n, i, i+1, "name", "")
			}
		}
	}
}

// otherGiven reports whether an unknown name stands before the word, so that it
// may be the family name of a relative.
func (a *article) otherGiven(s *sentence, i int) bool {
	if i == 0 {
		return false
	}
	w := &s.atoms[i-1]
	if !w.upper || w.caps || !w.word || s.taken[i-1] != nil || w.end+1 != s.atoms[i].start || a.titleWords[w.number] || a.openers[w.key] {
		return false
	}
	return a.isGiven(w) || i > 1 && s.atoms[i-2].word && !a.adjectives[w.key]
}

// familyOf is the one person of that family name; a long one may be misspelt
// by a letter.
func (a *article) familyOf(by map[string][]*known, w *atom) *known {
	if len(w.key) < 5 { // short words sound alike too easily
		if k := a.ends[w.key]; k != nil && k.named && !a.openers[w.key] {
			return k
		}
		return nil
	}
	h := a.hear(w)
	for _, keys := range [][]string{h.keys, h.cases} {
		for _, k := range keys {
			if p := by[k]; len(p) == 1 {
				return p[0]
			}
		}
	}
	if len(w.key) < 7 || len(by) > 100 {
		return nil
	}
	var hit *known
	k := h.keys[0]
	for family, p := range by {
		if len(family) > 5 && near(k, family) {
			if hit != nil || len(p) > 1 {
				return nil
			}
			hit = p[0]
		}
	}
	return hit
}
