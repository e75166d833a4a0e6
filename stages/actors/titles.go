package actors

import (
	"slices"
	"strings"
)

// titles finds persons who are referred to by their office: "the Ukrainian
// president", "the Prime Minister of Israel", "the president". With a state
// the holder of the office on the day of the article is meant; without one,
// the person of the article who holds it, if only one does near by.
func (a *article) titles() {
	by := a.bySentence()
	for n := range a.sents {
		s := &a.sents[n]
		if s.skip {
			continue
		}
		for i := 1; i < len(s.atoms); i++ {
			if s.taken[i] != nil || !s.atoms[i].word || !introduces[s.atoms[i-1].key] && s.taken[i-1] == nil {
				continue
			}
			if k, end := a.title(by, n, i); k != nil {
				role := ""
				if k.Kind == "person" {
					role = a.text(n, i, end)
				}
				a.add(k, n, i, end, "title", role)
				i = end
			}
		}
	}
}

// introduces are the words before an office; behind those but "the" only a
// counterpart is looked for.
var introduces = map[string]bool{"the": true, "his": true, "her": true, "their": true, possessive: true}

// title resolves the office that begins at atom i.
func (a *article) title(by [][]found, n, i int) (*known, int) {
	at, country, j := a.sents[n].atoms, "", i
	if of := a.sents[n].taken[i-1]; of != nil {
		return a.officerOf(n, i, of)
	}
	if st, e := a.owners.longest(at, i, nil); e > i && at[i].upper {
		country, j = st.Country, e
		if j < len(at) && at[j].key == possessive {
			j++
		}
	}
	if at[i-1].key == "the" {
		if k, e := a.bodyAgain(by, n, i); k != nil {
			return k, e
		}
	}
	if j < len(at) && at[j].key == "counterpart" {
		return a.counterpart(by, n, i, j, country)
	}
	if at[i-1].key != "the" || toBe(at, i-1) {
		return nil, i
	}
	o, end := a.vocabulary.titles.longest(at, j, nil)
	if end == j || o.role == "" || o.class != "office" {
		return nil, i
	}
	if end < len(at) && at[end].key == "of" {
		k := end + 1
		if k < len(at) && at[k].key == "the" {
			k++
		}
		if country != "" || k >= len(at) {
			return nil, i
		}
		st, e := a.stateName.longest(at, k, nil)
		if e == k {
			return nil, i
		}
		country, end = st.Country, e
	}
	if nameFollows(at, end) {
		return nil, i
	}
	if k := a.officer(by, n, i, country, o.role); k != nil {
		return k, end
	}
	return nil, i
}

// officerOf finds the holder of the office at atom i of the state or body that is
// named before it: "the US secretary of state", "the NATO secretary general".
func (a *article) officerOf(n, i int, of *known) (*known, int) {
	at := a.sents[n].atoms
	o, end := a.vocabulary.titles.longest(at, i, nil)
	if end == i || o.role == "" || o.class != "office" || nameFollows(at, end) {
		return nil, i
	}
	from := i - 1
	for from > 0 && a.sents[n].taken[from-1] == of {
		from--
	}
	if from == 0 || at[from-1].key != "the" || toBe(at, from-1) {
		return nil, i // "he ran for US president"
	}
	roles := []string{o.role}
	if of.Kind != "state" {
		roles = []string{o.role + " of " + of.Name, o.role + " of the " + of.Name, o.role + " of the " + strings.ToLower(of.Name)}
	}
	for _, r := range roles {
		if k := a.holderOn(of.Country + "/" + r); k != nil {
			return k, end
		}
	}
	return nil, i
}

// toBe reports whether the words before "the" at atom i say that somebody is to
// hold the office, so that its holder is not meant: "to become the president".
func toBe(at []atom, i int) bool {
	if i == 0 {
		return false
	}
	switch at[i-1].key {
	case "become", "becomes", "becoming", "became", "elect", "elected", "electing", "appointed", "named", "being":
		return true
	}
	return false
}

// nameFollows reports whether the name of the office's holder follows.
func nameFollows(at []atom, end int) bool {
	if end < len(at) && at[end].upper && at[end].word {
		return true
	}
	return end+1 < len(at) && (at[end].key == possessive || at[end].key == ",") && at[end+1].upper
}

// holderOn is the one who holds the office, COUNTRY/role, on the day of the
// article.
func (a *article) holderOn(office string) *known {
	var hit *listed
	_, role, _ := strings.Cut(office, "/")
	for _, p := range a.holders[office] {
		if p.Kind != "person" || !p.held(role, a.d.Article.Published) {
			continue
		}
		if hit != nil {
			return nil
		}
		hit = p
	}
	if hit == nil {
		return nil
	}
	return a.of(hit)
}

// officer is who holds the office.
func (a *article) officer(by [][]found, n, i int, country, office string) *known {
	if country != "" {
		if k := a.holderOn(country + "/" + office); k != nil {
			return k
		}
	}
	return recent(by, n, i, func(k *known) bool {
		return k.Kind == "person" && (country == "" || k.Country == country) && a.holds(k, office)
	})
}

func (a *article) holds(k *known, office string) bool {
	if k.list != nil {
		return k.list.held(office, a.d.Article.Published)
	}
	return slices.Contains(k.roles, office)
}

// recent is the one fitting actor of the two sentences before and of what
// stands before atom i of this one; nil when there are two.
func recent(by [][]found, n, i int, fits func(*known) bool) *known {
	var hit *known
	for m := max(0, n-2); m <= n; m++ {
		for _, f := range last(by[m]) {
			if m == n && f.from >= i || f.who == hit || !fits(f.who) {
				continue
			}
			if hit != nil {
				return nil
			}
			hit = f.who
		}
	}
	return hit
}
