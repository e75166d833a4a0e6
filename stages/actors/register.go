package actors

import (
	"slices"
	"strings"

	"parley/stages"
)

// register is what an article says that its persons are: by the titles before
// and behind their names, and by the lists on the day of the article. By it a
// description finds its person, wherever in the article that one is named.
type register struct {
	told   map[*known]*standing
	places map[*known][]int // sentences that name them, in order
	order  []*known         // as first named
}

// standing is what one person is.
type standing struct {
	now, past map[string]bool // words of roles; those of offices given up
	offices   []string        // held now
	left      []string        // held before
}

// description is a noun phrase by which somebody is meant: "the former Peruvian
// minister", "NATO's chief".
type description struct {
	sent, from, to int    // atoms, without an article
	head           string // the noun
	office         string // canonical, "" for none
	gender         string
	words          []string // what else it says, lower case
	country        string
	body           *known // whose it is, when no state
	bodyText       string // as it is named there
	former         bool
	bare           bool // nothing but the noun: "the minister"
}

// newRegister reads the article's mentions.
func (a *article) newRegister() *register {
	r := &register{told: map[*known]*standing{}, places: map[*known][]int{}}
	a.sort()
	for _, f := range a.found {
		k := f.who
		if k.Kind != "person" {
			continue
		}
		s := r.told[k]
		if s == nil {
			s = &standing{now: map[string]bool{}, past: map[string]bool{}}
			r.told[k] = s
			r.order = append(r.order, k)
			a.listedRoles(k, s)
		}
		if p := r.places[k]; len(p) == 0 || p[len(p)-1] != f.sent {
			r.places[k] = append(p, f.sent)
		}
		if f.kind == "name" && f.role != "" {
			s.read(f.role)
		}
	}
	for k, s := range r.told {
		if k.list == nil {
			s.offices = append(s.offices, k.roles...)
		}
	}
	return r
}

// listedRoles adds what the lists say that somebody is or was on the day.
func (a *article) listedRoles(k *known, s *standing) {
	if k.list == nil {
		return
	}
	for _, t := range k.list.terms {
		for _, role := range t.roles {
			switch {
			case k.list.held(role, a.d.Article.Published):
				s.offices = append(s.offices, role)
				add(s.now, role)
			case k.list.before(role, a.d.Article.Published):
				s.left = append(s.left, role)
				add(s.past, role)
			}
		}
	}
}

// read adds what the text says that somebody is.
func (s *standing) read(role string) {
	words := map[string]bool{}
	add(words, role)
	to := s.now
	for w := range words {
		if formers[w] {
			to = s.past
		}
	}
	for w := range words {
		to[w] = true
	}
}

// add enters the words of a role.
func add(to map[string]bool, role string) {
	for _, w := range words(role) {
		to[w.key] = true
	}
}

// formers say that somebody is no longer what follows.
var formers = map[string]bool{"former": true, "ex": true, "late": true, "ousted": true, "deposed": true, "onetime": true}

// descriptions finds the persons who are meant by what they are: "the Peruvian
// negotiator", "the ex-president", "NATO's chief". The country, the body, the
// gender and every other word must fit what the article or the lists say of
// the one person; who is meant by a bare noun must be the only one who fits
// near by or at all.
func (a *article) descriptions() {
	r, by := a.newRegister(), a.bySentence()
	for n := range a.sents {
		s := &a.sents[n]
		if s.skip {
			continue
		}
		a.tree.Reset(a.d.Sentences[n].Tokens)
		for i := 0; i < len(s.atoms); i++ {
			if s.taken[i] != nil || !s.atoms[i].word {
				continue
			}
			d, ok := a.describe(n, i)
			if !ok || a.inRoleOf(last(by[n]), &d) {
				continue
			}
			if k := a.meantBy(r, &d); k != nil {
				a.add(k, n, d.from, d.to, "title", a.text(n, d.from, d.to))
				r.note(k, n)
			}
			i = d.to - 1
		}
	}
}

// inRoleOf reports whether a description is a part of what stands beside a name
// and was read with it.
func (a *article) inRoleOf(named []found, d *description) bool {
	for i := range named {
		f := &named[i]
		if f.role != "" && (f.from >= d.to && f.from-d.to < longestRole || d.from >= f.to && d.from-f.to < longestRole) &&
			strings.Contains(f.role, a.text(d.sent, d.to-1, d.to)) {
			return true
		}
	}
	return false
}

// longestRole is how many atoms a role and its name may lie apart.
const longestRole = 15

// note keeps that a sentence speaks of somebody.
func (r *register) note(k *known, n int) {
	i, _ := slices.BinarySearch(r.places[k], n)
	if i == len(r.places[k]) || r.places[k][i] != n {
		r.places[k] = slices.Insert(r.places[k], i, n)
	}
	if r.told[k] == nil {
		r.told[k] = &standing{}
		r.order = append(r.order, k)
	}
}

// describe reads a description whose title begins at atom i.
func (a *article) describe(n, i int) (d description, ok bool) {
	s, tokens := &a.sents[n], a.d.Sentences[n].Tokens
	o, end := a.vocabulary.titles.longest(s.atoms, i, func(_ office, end int) bool { return a.free(s, i, end) })
	if end == i && a.kinds[s.atoms[i].key] != nil {
		end = i + 1
	}
	if end == i || o.class == "address" || !s.atoms[end-1].last {
		return d, false
	}
	h := a.topOf(s, i, end)
	t := &tokens[h]
	if t.UPOS != stages.PosNoun && t.UPOS != stages.PosPropn || strings.HasSuffix(t.Lower, "men") || t.Feats.Has(stages.FeatPlur) {
		return d, false
	}
	d = description{sent: n, from: a.beginning(s, i, h), to: end, office: o.role, gender: o.gender}
	d.head = s.atoms[s.first(h)].key
	if last := &s.atoms[end-1]; last.token == h {
		d.head = last.key
	}
	if nameFollows(s.atoms, end) || d.from > 0 && toBe(s.atoms, d.from-1) || !a.isReference(n, h, end) {
		return d, false
	}
	for j := i; j < end; j++ {
		if k := s.atoms[j].key; k != d.head && o.role == "" && !links[k] && k != "the" {
			d.words = append(d.words, k)
		}
	}
	for j := d.from; j < i; j++ {
		switch k := s.atoms[j].key; {
		case formers[k]:
			d.former = true
		case neutral[k] || a.ownerWord(s, j, i):
		default:
			d.words = append(d.words, k)
		}
	}
	a.belongs(n, h, &d)
	definite := d.from > 0 && (s.atoms[d.from-1].key == "the" || s.atoms[d.from-1].key == possessive)
	for c := range a.tree.Children(h) {
		switch tokens[c].Lower {
		case "the", "this", "that":
			definite = definite || c < h
		}
	}
	d.bare = d.country == "" && d.body == nil && len(d.words) == 0
	if !definite && (a.tree.Child(h, stages.RelCase) >= 0 || d.bare || d.from > 0 && articles[s.atoms[d.from-1].key]) {
		return d, false
	}
	return d, true
}

// neutral are words of a description that tell no two persons apart.
var neutral = map[string]bool{
	"senior": true, "top": true, "chief": true, "current": true, "new": true, "then": true, "outgoing": true, "veteran": true, "leading": true,
	"first": true, "main": true, "own": true, "same": true, "powerful": true, "old": true, "young": true, "young-looking": true, "most": true,
}

// ownerWord reports whether the atom is of a state's adjective or name.
func (a *article) ownerWord(s *sentence, j, end int) bool {
	for k := max(0, j-2); k <= j; k++ {
		if _, e := a.owners.longest(s.atoms[:end], k, nil); e > j && s.atoms[k].upper {
			return true
		}
	}
	return false
}

// isReference reports whether a noun stands for somebody: it says of nobody
// what he is, and is no part of another noun.
func (a *article) isReference(n, h, end int) bool {
	s, tokens := &a.sents[n], a.d.Sentences[n].Tokens
	switch a.tree.Rel(h) {
	case stages.RelCompound, stages.RelAmod, stages.RelFlat, stages.RelVocative, stages.RelXcomp:
		return false
	case stages.RelAppos:
		if t := a.tree.Head(h); t >= 0 && a.takenAt(s, t) != nil {
			return false
		}
	}
	for c := range a.tree.Children(h) {
		switch a.tree.Rel(c) {
		case stages.RelCop:
			return false
		case stages.RelCase:
			if tokens[c].Lower == "as" {
				return false
			}
		case stages.RelAppos, stages.RelFlat:
			if k := a.takenAt(s, c); k != nil && k.Kind == "person" {
				return false
			}
		}
	}
	return true
}

// belongs reads whose the described person is: before the noun, or behind it
// after "of", "for", "to".
func (a *article) belongs(n, h int, d *description) {
	s, tokens := &a.sents[n], a.d.Sentences[n].Tokens
	take := func(token int) {
		o := a.ownerAt(n, token)
		switch {
		case o.state != nil:
			if d.country == "" {
				d.country = o.state.Country
			}
		case o.actor != nil && o.actor.Kind == "state":
			if d.country == "" {
				d.country = o.actor.Country
			}
		case o.actor != nil && o.actor.Kind != "person" && d.body == nil:
			d.body = o.actor
			f := s.first(token)
			e := f
			for e < len(s.atoms) && s.taken[e] == o.actor {
				e++
			}
			for f > 0 && s.taken[f-1] == o.actor {
				f--
			}
			d.bodyText = a.text(n, f, e)
		}
	}
	for c := range a.tree.Children(h) {
		rel := a.tree.Rel(c)
		if rel != stages.RelAmod && rel != stages.RelCompound && rel != stages.RelNmod && rel != stages.RelFlat {
			continue
		}
		if c > h {
			k := a.tree.Child(c, stages.RelCase)
			if rel != stages.RelNmod || k < 0 || !belongingTo[tokens[k].Lower] || s.first(c) < d.to {
				continue
			}
			if tokens[k].Lower == "to" || tokens[k].Lower == "in" || tokens[k].Lower == "at" {
				continue // "ambassador to Peru"
			}
		}
		take(c)
		from, to := a.tree.Span(c)
		for t := from; t < to; t++ {
			take(t)
		}
		if c > h && d.body == nil && tokens[c].UPOS == stages.PosNoun {
			d.words = append(d.words, tokens[c].Lower)
		}
	}
}

// belongingTo are the prepositions before whose the described person is.
var belongingTo = map[string]bool{"of": true, "for": true, "from": true, "to": true, "in": true, "at": true}

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

// leads are nouns for whoever leads a body.
var leads = map[string]bool{"head": true, "chief": true, "boss": true, "leader": true, "director": true, "president": true, "chairman": true, "secretary": true}

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
