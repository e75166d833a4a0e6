package actors

import (
	"strings"

	"parley/stages"
)

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
