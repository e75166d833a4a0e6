package actors

import (
	"slices"
	"strings"

	"parley/stages"
)

// bodyAgain finds the body that "the defence ministry", "the ministry" or "the
// agency" at atom i means: the last one of that kind that the article names.
func (a *article) bodyAgain(by [][]found, n, i int) (*known, int) {
	at := a.sents[n].atoms
	b, end := a.heads.longest(at, i, nil)
	switch {
	case end > i && (b.kind == "government_body" && b.suffix != "intelligence" || b.suffix == "delegation") && !goesOn(at, end):
		return named(by, n, i, n, func(k *known) bool { return k.is(b.suffix) }), end
	case goesOn(at, i+1):
		return nil, i
	case at[i].key == "ministry":
		return named(by, n, i, n, func(k *known) bool { return k.is("ministry") }), i + 1
	}
	j, country := i, ""
	for ; j < len(at) && j < i+3 && a.again[at[j].key] == nil; j++ { // "the Peruvian militant group"
		if st, e := a.owners.longest(at, j, nil); e == j+1 && at[j].upper && country == "" {
			country = st.Country
		} else if !at[j].word || at[j].upper || a.sents[n].taken[j] != nil {
			return nil, i
		}
	}
	if j >= len(at) || a.again[at[j].key] == nil || j > i && (at[j].upper || goesOn(at, j+1)) || !a.headsPhrase(n, at[j].token) {
		return nil, i
	}
	word := a.again[at[j].key]
	k := named(by, n, i, repeatsWithin, func(k *known) bool {
		return k.Kind != "person" && (country == "" || country == k.Country) && (slices.Contains(word.kinds, k.Kind) || word.id != "" && word.id == k.ID || hasWord(k.Name, at[j].key))
	})
	if k != nil && len(word.kinds) > 1 && k.Kind != word.kinds[0] {
		return nil, i
	}
	return k, j + 1
}

// repeatsWithin is within how many sentences before a body named by its kind was
// named by name.
const repeatsWithin = 6

// headsPhrase reports whether a token is no part of another noun: "the group leader".
func (a *article) headsPhrase(n, token int) bool {
	switch a.d.Sentences[n].Tokens[token].Rel.Base() {
	case stages.RelCompound, stages.RelAmod, stages.RelFlat:
		return false
	}
	return true
}

// goesOn reports whether the words behind a head say of which one it is: "the
// ministry of ...", "the government in ...", "the Ministry Tower".
func goesOn(at []atom, end int) bool {
	if end >= len(at) {
		return false
	}
	switch at[end].key {
	case "of", "in", "from", "with", "between":
		return true
	}
	return at[end].word && at[end].upper
}

// is reports whether the actor is that body of its state.
func (k *known) is(body string) bool {
	if k.Kind == "person" {
		return false
	}
	if strings.HasSuffix(k.ID, "-"+body) {
		return true
	}
	if k.list != nil {
		for _, t := range k.list.terms {
			if strings.HasSuffix(t.roles[0], body) {
				return true
			}
		}
	}
	return false
}

func hasWord(name, word string) bool {
	for _, w := range strings.Fields(name) {
		if fold(w) == word {
			return true
		}
	}
	return false
}

// named is the last fitting actor that is named before atom i, within so many
// sentences; nil when its sentence has another one too, or when it is far away
// and not the only one.
func named(by [][]found, n, i, within int, fits func(*known) bool) *known {
	var hit *known
	within = min(within, 200) // what is farther away nobody remembers
	for m := n; m >= 0 && m >= n-within; m-- {
		for _, f := range last(by[m]) {
			if m == n && f.from >= i || f.kind == "pronoun" || !fits(f.who) {
				continue
			}
			if hit != nil && hit != f.who {
				return nil
			}
			hit = f.who
		}
		if hit != nil && n-m < 3 {
			return hit
		}
	}
	return hit
}

// counterpart finds who "his Russian counterpart" is, at the atoms from i to
// j: the holder, in that country and on the day of the article, of the office
// that the person before holds.
func (a *article) counterpart(by [][]found, n, i, j int, country string) (*known, int) {
	at := a.sents[n].atoms
	end := j + 1
	if end+1 < len(at) && country == "" && (at[end].key == "from" || at[end].key == "in") {
		country = a.countryAt(&a.sents[n], end+1, len(at))
		end += 2
	}
	if country == "" || end < len(at) && at[end].word && at[end].upper || end+1 < len(at) && at[end].key == "," && at[end+1].upper {
		return nil, i // of which country is not said, or the name follows
	}
	whose := a.possessor(by, n, i)
	if whose == nil || whose.Country == country {
		return nil, i
	}
	for _, office := range a.offices(whose) {
		if k := a.officer(by, n, i, country, office); k != nil {
			return k, end
		}
	}
	return nil, i
}

// possessor is whose counterpart it is: the person before "'s", or else the
// only one in the sentence before atom i, or the first one of two.
func (a *article) possessor(by [][]found, n, i int) *known {
	gender := map[string]string{"his": "m", "her": "f"}[a.sents[n].atoms[i-1].key]
	var who []*known
	for _, f := range last(by[n]) {
		if f.to >= i && f.to != i-1 || f.who.Kind != "person" || gender != "" && f.who.gender != "" && f.who.gender != gender {
			continue
		}
		if f.to == i-1 {
			return f.who
		}
		who = append(who, f.who)
	}
	if gender == "" {
		return nil
	}
	if len(who) > 0 {
		return who[0]
	}
	if n > 0 {
		for _, f := range fitting(by[n-1], gender) {
			if a.speaks(&a.sents[n-1], n-1, f.from, f.to) || f.from < 4 {
				return f.who
			}
		}
	}
	return nil
}

// offices are those that the person holds on the day; who leads a state is
// the counterpart of a leader of the same office.
func (a *article) offices(k *known) []string {
	if k.list == nil {
		return k.roles
	}
	var out []string
	for _, t := range k.list.terms {
		for _, r := range t.roles {
			if r != "leader" && k.list.held(r, a.d.Article.Published) {
				out = append(out, r)
			}
		}
	}
	return out
}
