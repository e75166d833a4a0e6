package actors

import (
	"slices"
	"strings"
)

// nearBy is within how many sentences before a bare noun its person is looked for.
const nearBy = 5

// meantBy is whom a description means, nil where it may be two or none.
func (a *article) meantBy(r *register, d *description) *known {
	if d.body != nil && !d.former {
		if k := a.headOfBody(d); k != nil {
			return k
		}
	}
	if d.office != "" && d.country != "" && d.body == nil && !d.former && len(d.words) == 0 {
		for _, office := range a.equal(d.office) {
			if k := a.holderOn(d.country + "/" + office); k != nil {
				return k
			}
		}
	}
	var fit []*known
	for _, k := range r.order {
		if a.fits(r, k, d) {
			fit = append(fit, k)
		}
	}
	if len(fit) < 2 {
		if len(fit) == 1 && (!d.bare || a.within(r, fit[0], d.sent)) {
			return fit[0]
		}
		return nil
	}
	return r.likeliest(fit, d)
}

// likeliest is who of several that fit is meant: the one named last, unless the
// article speaks more of another; and failing that the one of whom it speaks
// twice as often as of any other.
func (r *register) likeliest(fit []*known, d *description) *known {
	byCount := slices.SortedStableFunc(slices.Values(fit), func(x, y *known) int { return len(r.places[y]) - len(r.places[x]) })
	first, second := len(r.places[byCount[0]]), len(r.places[byCount[1]])
	if d.bare && first >= 2*second {
		return byCount[0]
	}
	if k := r.nearest(fit, d.sent); k != nil && (!d.bare || len(r.places[k]) == first && first > second) {
		return k
	}
	if first >= 2*second {
		return byCount[0]
	}
	return nil
}

// within reports whether somebody is named near enough for a bare noun, or by
// nothing but that noun's office.
func (a *article) within(r *register, k *known, n int) bool {
	for _, m := range r.places[k] {
		if m >= n-3*nearBy && m <= n+nearBy {
			return true
		}
	}
	return false
}

// nearest is who of several was named last, within a few sentences; nil where
// two were in one sentence.
func (r *register) nearest(fit []*known, n int) (hit *known) {
	best := -1
	for _, k := range fit {
		i, _ := slices.BinarySearch(r.places[k], n)
		if i == 0 {
			continue
		}
		switch m := r.places[k][i-1]; {
		case m > best:
			best, hit = m, k
		case m == best:
			hit = nil
		}
	}
	if best < n-nearBy {
		return nil
	}
	return hit
}

// fits reports whether a person is what a description says.
func (a *article) fits(r *register, k *known, d *description) bool {
	s := r.told[k]
	if d.gender != "" && k.gender != "" && d.gender != k.gender || d.country != "" && d.country != k.Country {
		return false
	}
	words, offices := s.now, s.offices
	if d.former {
		words, offices = s.past, s.left
	}
	if d.body != nil && !ofBody(words, d) {
		return false
	}
	for _, w := range d.words {
		if !words[w] {
			return false
		}
	}
	if d.office != "" {
		for _, office := range a.equal(d.office) {
			if slices.Contains(offices, office) {
				return true
			}
		}
	}
	if d.office != "" && len(strings.Fields(d.office)) > 1 {
		return false // of another office than that
	}
	if words[d.head] {
		return true
	}
	for _, w := range a.kinds[d.head] {
		if words[w] {
			return true
		}
	}
	return false
}

// ofBody reports whether roles are of the body of a description.
func ofBody(said map[string]bool, d *description) bool {
	for _, name := range []string{d.body.Name, d.bodyText} {
		all := true
		for _, w := range keys(words(name)) {
			all = all && (said[w] || links[w] || w == "the")
		}
		if all {
			return true
		}
	}
	return false
}

// equal are the offices that mean the same in different states, the given one first.
func (a *article) equal(office string) []string {
	return append([]string{office}, a.equals[office]...)
}

// headOfBody is who leads the body of a description on the day of the article:
// the holder of its office in its state ("the head of the Peruvian foreign
// ministry"), or of one that a list says is of it ("NATO's chief").
func (a *article) headOfBody(d *description) *known {
	if d.office == "" && !leads[d.head] || len(d.words) > 0 {
		return nil
	}
	if leads[d.head] && d.body.Country != "" {
		for _, b := range a.bodyByID {
			if b.office == "" || !d.body.is(b.suffix) {
				continue
			}
			for _, office := range a.equal(b.office) {
				if k := a.holderOn(d.body.Country + "/" + office); k != nil {
					return k
				}
			}
		}
	}
	var hit *listed
	for _, name := range []string{d.body.Name, d.bodyText} {
		for _, x := range a.leaders[strings.Join(keys(words(name)), " ")] {
			if !x.who.held(x.role, a.d.Article.Published) || d.office != "" && d.office != x.what && !leads[d.head] {
				continue
			}
			if hit != nil && hit != x.who {
				return nil
			}
			hit = x.who
		}
	}
	if hit == nil {
		return nil
	}
	return a.of(hit)
}

// leading is a listed office of a body.
type leading struct {
	who        *listed
	role, what string // the whole, and what it is: "president"
}

// leadingRole keeps that a role is that of whoever leads a body: "president of the
// European Commission".
func (l *vocabulary) leadingRole(p *listed, role string) {
	what, of, ok := strings.Cut(role, " of ")
	if !ok || !leads[lastWord(what)] && what != "secretary general" && what != "director general" || strings.HasPrefix(what, "deputy") {
		return
	}
	key := strings.Join(keys(words(strings.TrimPrefix(of, "the "))), " ")
	l.leaders[key] = append(l.leaders[key], leading{p, role, what})
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
