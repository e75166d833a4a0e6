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
			if s.atoms[i-1].key != "the" || s.taken[i] || !s.atoms[i].word {
				continue
			}
			if k, end := a.title(by, n, i); k != nil {
				a.add(k, n, i, end, "title", a.text(n, i, end))
				i = end
			}
		}
	}
}

// title resolves the office that begins at atom i.
func (a *article) title(by [][]found, n, i int) (*known, int) {
	at, country, j := a.sents[n].atoms, "", i
	if st, e := a.owners.longest(at, i, nil); e > i && at[i].upper {
		country, j = st.Country, e
		if j < len(at) && at[j].key == possessive {
			j++
		}
	}
	if at[i].key == "ministry" {
		return recent(by, n, i, func(k *known) bool { return strings.HasSuffix(k.ID, "-ministry") }), i + 1
	}
	o, end := a.lexicon.titles.longest(at, j, nil)
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
	if end < len(at) && (at[end].upper && at[end].word || at[end].key == possessive && end+1 < len(at) && at[end+1].upper) {
		return nil, i
	}
	if end+1 < len(at) && at[end].key == "," && at[end+1].upper {
		return nil, i // the name follows
	}
	if k := a.officer(by, n, i, country, o.role); k != nil {
		return k, end
	}
	return nil, i
}

// officer is who holds the office.
func (a *article) officer(by [][]found, n, i int, country, office string) *known {
	if country != "" {
		var hit *listed
		for _, p := range a.holders[country+"/"+office] {
			if p.held(office, a.d.Article.Published) {
				if hit != nil {
					return nil
				}
				hit = p
			}
		}
		if hit != nil {
			return a.of(hit)
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
