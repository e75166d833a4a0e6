package actors

import "parley/stages"

// pronouns finds who he and she are. After or before a verb of speech that is
// the one who spoke last; elsewhere the one person of fitting gender in the
// sentence before and this one, or else the one who speaks or leads there. Pronouns inside
// of quotation marks are another's and are left.
func (a *article) pronouns() {
	by := a.bySentence()
	for n := range a.sents {
		quoted, token := false, 0
		s, tokens := &a.sents[n], a.d.Sentences[n].Tokens
		for i := range s.atoms {
			for ; token <= s.atoms[i].token; token++ {
				switch tokens[token].Shape {
				case stages.OpenQuote:
					quoted = true
				case stages.CloseQuote:
					quoted = false
				}
			}
			gender := map[string]string{"he": "m", "she": "f"}[s.atoms[i].key]
			if gender == "" || quoted || s.skip || s.taken[i] {
				continue
			}
			if k := a.antecedent(by, n, i, gender); k != nil {
				a.add(k, n, i, i+1, "pronoun", "")
				by[n] = append(by[n], a.found[len(a.found)-1])
			}
		}
	}
}

// antecedent is whom the pronoun at atom i of sentence n means.
func (a *article) antecedent(by [][]found, n, i int, gender string) *known {
	if i > 3 && a.speaks(&a.sents[n], n, i, i+1) {
		// What is said comes first, and the persons in it do not say it.
		for m := n - 1; m >= 0 && m >= n-4; m-- {
			if k := a.speaker(fitting(by[m], gender)); k != nil {
				return k
			}
		}
		return nil
	}
	var near []found
	if n > 0 {
		near = fitting(by[n-1], gender)
	}
	for _, f := range fitting(by[n], gender) {
		if f.from < i {
			near = append(near, f)
		}
	}
	if len(near) == 0 {
		return nil
	}
	for _, f := range near {
		if f.who == near[0].who {
			continue
		}
		if k := a.speaker(near); k != nil || near[0].from > 9 {
			return k
		}
	}
	return near[0].who // the only one, or the likely subject
}

// speaker is the last of them beside a verb of speech.
func (a *article) speaker(near []found) *known {
	for k := len(near) - 1; k >= 0; k-- {
		if f := near[k]; a.speaks(&a.sents[f.sent], f.sent, f.from, f.to) {
			return f.who
		}
	}
	return nil
}

// fitting are the persons of that gender or of an unknown one.
func fitting(all []found, gender string) []found {
	var out []found
	for _, f := range last(all) {
		if f.who.Kind == "person" && (f.who.gender == "" || f.who.gender == gender) {
			out = append(out, f)
		}
	}
	return out
}
