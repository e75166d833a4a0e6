package actors

// acronyms finds the short names that the article itself gives in brackets
// behind a name: "the Harbour Trade Union (HTU)", and HTU from there on, whoever
// bears that name in the lists.
func (a *article) acronyms() {
	short := map[string]*known{}
	for i := range a.found {
		f := &a.found[i]
		at := a.sents[f.sent].atoms
		if f.who.Kind == "person" || f.to+2 >= len(at) || at[f.to].key != "(" || at[f.to+2].key != ")" {
			continue
		}
		if w := at[f.to+1]; isAcronym(a.d.Article.Text[w.start:w.end]) && f.to-f.from > 1 {
			short[w.key] = f.who
		}
	}
	if len(short) == 0 {
		return
	}
	for i := range a.found {
		f := &a.found[i]
		at := &a.sents[f.sent].atoms[f.from]
		if k := short[at.key]; k != nil && f.to == f.from+1 && isAcronym(a.d.Article.Text[at.start:at.end]) {
			f.who, a.sents[f.sent].taken[f.from] = k, k
		}
	}
	for n := range a.sents {
		s := &a.sents[n]
		for i := range s.atoms {
			w := &s.atoms[i]
			if s.taken[i] != nil || !w.upper || !isAcronym(a.d.Article.Text[w.start:w.end]) {
				continue
			}
			if k := short[w.key]; k != nil {
				a.add(k, n, i, i+1, "name", "")
			}
		}
	}
}

// isAcronym asks for two capitals at least in a short word.
func isAcronym(w string) bool {
	n := 0
	for _, r := range w {
		if r >= 'A' && r <= 'Z' {
			n++
		}
	}
	return n > 1 && len(w) < 9
}
