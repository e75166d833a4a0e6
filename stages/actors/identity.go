package actors

import (
	"cmp"
	"strings"
)

// personOf is the actor of a name: somebody the article or a list knows, under
// a misspelt or a longer name, or a new one.
func (a *article) personOf(s *sentence, n, i, end int, r role) *known {
	w := s.atoms[i:end]
	if len(w) > 1 {
		p := a.almost(w)
		if h := a.holder(&w[len(w)-1], r); p == nil && h != nil && a.hear(&w[0]).given[0] == h.given[0] {
			p = h // misspelt throughout, but of that office
		}
		if p != nil {
			k := a.of(p)
			k.named = true
			return k
		}
	} else if p := a.holder(&w[0], r); p != nil {
		return a.of(p)
	}
	if k := a.ends[strings.Join(keys(w), " ")]; k != nil {
		return k
	}
	if len(w) == 1 && a.borne[a.hear(&w[0]).keys[0]] {
		return nil // "Mr Clinton": one of those whom the lists hold, or another
	}
	name := a.text(n, i, end)
	k := a.other(a.strangerID(w), name, "person", "")
	if k.ID == "x-" {
		return nil
	}
	if !k.named {
		k.family, k.named = a.hear(&w[len(w)-1]).keys[0], true
		a.ending(k, w)
	}
	if k.gender == "" {
		k.gender = a.hear(&w[0]).gender
	}
	return k
}

// strangerID makes one id of the spellings of a name that news uses side by
// side: of long given names that sound the same one, no initials, and one of
// the endings of Slavic family names.
func (a *article) strangerID(w []atom) string {
	parts := make([]string, 0, len(w))
	for i := range w {
		k := w[i].key
		switch {
		case len(w) > 2 && i > 0 && i < len(w)-1 && len(k) == 1:
			continue
		case len(w) > 1 && i == 0 && a.isGiven(&w[0]):
			k = cmp.Or(a.likeIt[k], a.likeIt[sound(k)], k)
		case len(w) > 1 && i == len(w)-1:
			for _, e := range []string{"skyy", "skyi", "skiy", "skii", "skij", "skyj", "ski"} {
				if stem, ok := strings.CutSuffix(k, e); ok && stem != "" {
					k = stem + "sky"
					break
				}
			}
		}
		parts = append(parts, k)
	}
	return "x-" + slug(strings.Join(parts, " "))
}

// almost finds the listed person whose given name stands first and whose
// family name stands last, or is misspelt by one letter.
func (a *article) almost(w []atom) *listed {
	family := a.hear(&w[len(w)-1]).keys[0]
	var hit *listed
	for _, g := range a.hear(&w[0]).keys {
		for _, p := range a.byGiven[g] {
			if len(p.words) != 2 || p.family != family && (len(family) < 6 || !near(family, p.family)) {
				continue
			}
			if hit != nil && hit != p {
				return nil
			}
			hit = p
		}
	}
	return hit
}

// holder finds the listed person of a family name who holds the office that
// stands before it: "Prime Minister Johnson". The name may be misspelt.
func (a *article) holder(w *atom, r role) *listed {
	if r.office == "" {
		return nil
	}
	var hit *listed
	for _, p := range a.holders[r.country+"/"+r.office] {
		if !a.isFamily(w, p) || !p.held(r.office, a.d.Article.Published) {
			continue
		}
		if hit != nil {
			return nil
		}
		hit = p
	}
	if hit == nil {
		return a.formerHolder(w, r)
	}
	return hit
}

// formerHolder is the one of that very family name who held the office before
// the day of the article: "President Kennedy".
func (a *article) formerHolder(w *atom, r role) *listed {
	var hit *listed
	for _, p := range a.holders[r.country+"/"+r.office] {
		if p.family != a.hear(w).keys[0] || !p.before(r.office, a.d.Article.Published) {
			continue
		}
		if hit != nil {
			return nil
		}
		hit = p
	}
	return hit
}

// isFamily reports whether the word is the person's family name, or is it but
// for a letter.
func (a *article) isFamily(w *atom, p *listed) bool {
	for _, k := range a.hear(w).keys {
		if k == p.family || len(k) > 5 && near(k, p.family) {
			return true
		}
	}
	return false
}
