package events

import "parley/stages"

// complement is whom the act is about that a party agrees, refuses or threatens
// to do: "threatened to break off relations with Spain".
func (s *sentence) complement(h hit, p *parties) []string {
	v := -1
	for c := range s.tree.Children(s.core(h)) {
		if r := s.tree.Rel(c); c > h.from && v < 0 && s.infinitive(c) && (r == stages.RelXcomp || r == stages.RelAdvcl || r == stages.RelAcl) {
			v = c
		}
	}
	if h.t.typ == "THREATEN" {
		if ids := s.provoker(h.from, v); len(ids) > 0 {
			return ids
		}
	}
	if v < 0 {
		return nil
	}
	o := s.patient(v, hit{from: v, to: v + 1})
	if ids := s.party(o, loose, p); len(ids) > 0 || p.place != "" {
		return ids
	}
	for _, n := range []int{o, v} {
		if n < 0 {
			continue
		}
		for c := range s.tree.Children(n) {
			if k := s.tree.Child(c, stages.RelCase); k > v && about[s.word(k)] {
				if ids := s.party(c, loose, nil); len(ids) > 0 {
					return ids
				}
			}
		}
	}
	return nil
}

// provoker is whose act the threat of one of the verbs is to prevent: "threatened
// to leave if Spain stays".
func (s *sentence) provoker(verbs ...int) []string {
	for _, v := range verbs {
		if v < 0 {
			continue
		}
		for c := range s.tree.Children(v) {
			if s.tree.Rel(c) == stages.RelAdvcl && s.conditional(c) {
				return s.party(s.tree.Child(c, stages.RelNsubj), strict, nil)
			}
		}
	}
	return nil
}

// about are the prepositions that lead from an act to whom it is done.
var about = set("with against to on from for", " ")

// predicateOf is the verb or predicative of the clause that the word at i stands
// in.
func (s *sentence) predicateOf(i int) int {
	for range 6 {
		if s.tok[i].UPOS == stages.PosVerb || s.tree.Child(i, stages.RelNsubj) >= 0 || s.tree.Head(i) < 0 {
			return i
		}
		i = s.tree.Head(i)
	}
	return i
}

// foreign is the parties that are not of the country of others: of Spain's king
// who says that Spain must act that is no demand.
func (s *sentence) foreign(ids, others []string) []string {
	if len(ids) > 0 && len(others) > 0 && s.compatriots(ids, others) {
		return nil
	}
	return ids
}

// doer is the party that is the subject of a verb; of "Spain, a member of the
// club, said", where the parser takes the apposition for it, Spain.
func (s *sentence) doer(v int, w want) []string {
	n := s.subject(v)
	ids := s.party(n, w, nil)
	if len(ids) > 0 || n < 0 {
		return ids
	}
	if o := s.tree.Child(n, stages.RelNsubj); o >= 0 && s.tree.Child(n, stages.RelCop) >= 0 { // "Spain is the country that said"
		return s.party(o, w, nil)
	}
	if from, _ := s.tree.Span(n); from > 1 && s.word(from-1) == "," && s.at[from-2] >= 0 {
		return s.party(s.top(from-2), w, nil)
	}
	return nil
}

// object is the object of a verb: of one with a noun of its own whom it is given
// or whose noun it is ("gave Spain an ultimatum", "accept Spain's demands"), of
// one with an infinitive that one's ("refused to meet Spain").
func (s *sentence) object(h hit, w want, p *parties) []string {
	v, last := s.verb(h), h.to-1
	if s.word(last) == "to" && s.tree.Head(last) > last && s.tok[s.tree.Head(last)].UPOS == stages.PosVerb {
		v = s.tree.Head(last)
	} else if last > v && s.tree.Head(last) == v && s.tree.Rel(last) == stages.RelXcomp && s.tok[last].UPOS == stages.PosVerb {
		v = last // "attempted to assassinate"
	} else if last > v && s.tree.Head(last) == v && s.tree.Rel(last) == stages.RelObj {
		for o := range s.tree.Children(v) {
			if r := s.tree.Rel(o); o > v && o < last && (r == stages.RelIobj || r == stages.RelObj) {
				return s.party(o, w, p)
			}
		}
		if ids := s.owner(last, false, 0); len(ids) > 0 {
			return ids
		}
		return s.under(last, w, 0, "of", "by", "from")
	}
	if o := s.patient(v, h); o >= 0 {
		return s.party(o, w, p)
	}
	return nil
}

// patient is the noun that is the object of the verb at v, the last word of a
// trigger being a preposition of it ("clash with Spain"); -1 for none.
func (s *sentence) patient(v int, h hit) int {
	o := -1
	for c := range s.tree.Children(v) {
		switch r := s.tree.Rel(c); {
		case r == stages.RelIobj && c > v:
			return c
		case r == stages.RelObj && o < v, r == stages.RelObl && o < 0 && v < h.to-1 && s.tree.Child(c, stages.RelCase) == h.to-1:
			o = c
		}
	}
	switch {
	case o >= 0 && s.relativizer(o) && s.tree.Rel(v) == stages.RelAcl:
		return s.antecedent(o) // "Spain, which they attacked"
	case h.to < len(s.at) && s.at[h.to] >= 0 && s.tree.Rel(h.to) == stages.RelCompound && s.is("elsewhen", s.tree.Head(h.to)):
		return h.to // "attacked Spain years ago"
	case o < 0 && s.tok[v].UPOS != stages.PosVerb:
		return s.after(h.to)
	}
	return o
}

// wanted is who is to do what a demand asks for: "its demand that Spain leave".
func (s *sentence) wanted(h hit) []string {
	for _, i := range []int{h.from, h.to - 1} {
		if c := s.tree.Child(i, stages.RelCcomp); c >= 0 {
			return s.party(s.tree.Child(c, stages.RelNsubj), loose, nil)
		}
	}
	for i := h.to - 1; i < h.to+needWords && i+1 < len(s.tok); i++ {
		if s.word(i) == "that" && s.at[i+1] >= 0 { // where the clause is no clause in the tree
			return []string{s.named(i + 1)}
		}
	}
	return nil
}

// inner is whom a verb asks to do something.
func (s *sentence) inner(h hit, w want, p *parties) []string {
	for o := range s.tree.Children(h.from) {
		if r := s.tree.Rel(o); o > h.from && o < h.to && (r == stages.RelObj || r == stages.RelIobj) {
			if ids := s.party(o, w, p); len(ids) > 0 {
				return ids
			}
		}
	}
	c := s.tree.Child(h.from, stages.RelXcomp, stages.RelCcomp)
	if c < 0 {
		return nil
	}
	o := s.tree.Child(c, stages.RelNsubj)
	if o < h.from || o >= h.to {
		return nil
	}
	return s.party(o, w, p)
}
