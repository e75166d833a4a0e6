package actors

import (
	"slices"
	"strings"
)

// titles finds bodies that are named again by their kind, "the ministry", and
// counterparts, "his Peruvian counterpart".
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

// introduces are the words before a body named again or a counterpart.
var introduces = map[string]bool{"the": true, "his": true, "her": true, "their": true, possessive: true}

// title resolves the body or counterpart that begins at atom i.
func (a *article) title(by [][]found, n, i int) (*known, int) {
	at, country, j := a.sents[n].atoms, "", i
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
