package events

import (
	"slices"
	"strings"

	"parley/stages"
)

// doer is the subject of a verb with that group before it: of an infinitive the
// object of its governor ("urged Spain to leave"), or else its subject ("Spain
// agreed to leave").
func (s *sentence) doer(g group, depth int, p *parties) []string {
	i := g.governor
	if i < 0 || depth > 4 {
		return s.subject(g.start-1, depth, p)
	}
	if s.at[i] >= 0 {
		return []string{s.who[s.at[i]].ActorID}
	}
	return s.doer(s.group(i), depth+1, p)
}

// subject finds who is the subject of the verb group that begins after e.
func (s *sentence) subject(e, depth int, p *parties) []string {
	if e < 0 || depth > 4 {
		return nil
	}
	switch w := s.word(e); {
	case w == "who", w == "which", w == "that":
		k := e - 1
		if s.word(k) == "," {
			k--
		}
		if k >= 0 && s.at[k] >= 0 {
			return s.coordinated(s.at[k])
		}
		return nil
	case w == ",", w == "–", w == "—": // closes an apposition
		for k := e - 1; k >= 0 && k > e-40; k-- {
			if s.word(k) != w {
				continue
			}
			if ids := s.subject(k-1, depth+1, p); len(ids) > 0 {
				return ids
			}
			if s.at[k+1] >= 0 { // "the adviser, Ann Smith, said"
				return []string{s.who[s.at[k+1]].ActorID}
			}
			break
		}
		return s.lead(s.open(e-1), e) // "has left A, visited B and"
	case s.at[e] < 0 && s.is("pronoun", e):
		return s.pronoun(e, depth)
	case w == "and", w == "but", w == "then", w == "or": // a second verb of the same subject
		if s.word(e-1) != "," {
			if ids := s.lead(s.open(e-1), e); len(ids) > 0 {
				return ids
			}
		}
		for j := e - 1; j > 0; j-- { // "Spain said that it rained, and accused"
			if s.is("say", j) {
				return s.doer(s.group(j), depth+1, p)
			}
		}
		return s.lead(s.open(e-1), e)
	}
	return s.segment(s.open(e), e+1, p)
}

// pronoun resolves a subject pronoun that is no mention: "I" and "we" within a
// speech are the speaker; "Spain said today it" is Spain.
func (s *sentence) pronoun(i, depth int) []string {
	switch s.word(i) {
	case "i", "we":
		at := s.doc.CodePoint(s.tok[i].Start)
		if id := s.said.speaker(at, at+1); id != "" {
			return []string{id}
		}
	case "it", "he", "she", "they":
		for j := i - 1; j >= 0 && j >= i-4; j-- {
			if s.is("say", j) {
				return s.doer(s.group(j), depth+1, nil)
			}
			if s.at[j] >= 0 || s.word(j) == "," {
				break
			}
		}
	}
	return nil
}

// open is where the clause that ends in e begins.
func (s *sentence) open(e int) int {
	i := e
	for ; i >= 0; i-- {
		if s.at[i] < 0 && (s.closes(i) || s.is("say", i) || s.is("neg", i) && i < e-3) {
			break
		}
	}
	return i + 1
}

// lead is the first party of from..to that no preposition governs.
func (s *sentence) lead(from, to int) []string {
	for i := from; i < to; i++ {
		if m := s.at[i]; m >= 0 && !s.governed(from, i) {
			if s.owns(m) {
				continue
			}
			ids, end := s.take(i)
			ids, _ = s.conjoin(ids, end, false)
			return ids
		}
	}
	return nil
}

// segment finds the subject in the tokens from..to, which end before a verb
// group: the last piece between commas, with the list it may close.
func (s *sentence) segment(from, to int, p *parties) []string {
	start := to
	for start > from && s.word(start-1) != "," {
		start--
	}
	ids, first := s.piece(start, to, p)
	if len(ids) == 0 {
		return nil
	}
	joined := slices.ContainsFunc(s.tok[start:to], func(k stages.Token) bool { return k.Lower == "and" })
	for joined && first == start && start-1 > from && s.at[start-2] >= 0 { // "A, B and C"
		m := s.who[s.at[start-2]]
		ids = append([]string{m.ActorID}, ids...)
		first, start = m.From, m.From
		if s.word(start-1) != "," {
			break
		}
	}
	return ids
}

// piece finds the party of one piece and its first token: a name that no
// preposition governs; or one that an agent noun leans on ("leaders of Spain",
// "Spanish troops", "Spain's army").
func (s *sentence) piece(from, to int, p *parties) (ids []string, first int) {
	for i := from; i < to; i++ {
		m := s.at[i]
		if id := s.demonym(i); id != "" && s.head(i+1) > i+1 && !s.governed(from, i) {
			ids, end := s.national(id, i)
			ids, _ = s.conjoin(ids, end, false)
			return ids, i
		}
		if ids := s.both(i); len(ids) > 0 && !s.governed(from, i) {
			return ids, i
		}
		if pl, n := s.placeAt(i); m < 0 && n > 0 && p != nil && i+n == to {
			p.place, p.country = s.doc.Article.Text[s.tok[i].Start:s.tok[i+n-1].End], pl.country
			return nil, i
		}
		if m < 0 {
			continue
		}
		if s.possessive(i) && !s.is("agent", i+1) {
			continue
		}
		if s.governed(from, i) {
			if !s.led(from, i) {
				i = s.who[m].To - 1
				continue
			}
		} else if s.owns(m) && s.nextName(s.who[m].To, to) < 0 {
			i = s.who[m].To
			continue
		}
		ids, end := s.take(i)
		ids, end = s.conjoin(ids, end, false)
		if end < to && !s.may(end) { // "Spain bombardments", "Spain's minister Ann Smith"
			i = max(i, s.who[m].To-1)
			continue
		}
		return ids, i
	}
	return nil, to
}

// owns reports whether the mention m is the owner of a thing, which is then no
// party: "Spain's decision", but not "Spain's army".
func (s *sentence) owns(m int) bool {
	i := s.who[m].To
	return s.genitive(i) && s.head(i+1) == i+1
}

// may reports whether the token at i can stand between a subject and its verb.
func (s *sentence) may(i int) bool {
	return !s.tok[i].Shape.IsWord() || s.word(i) == "and" || s.is("adverb", i) || s.is("prep", i) || s.is("agent", i) || s.is("neg", i) || adverb(s.word(i)) ||
		dayName(s.word(i)) || strings.HasSuffix(s.word(i), "self") || s.word(i) == "too" || s.word(i) == "week"
}

// governed reports whether a preposition stands before the name at i, in the
// piece that begins at from.
func (s *sentence) governed(from, i int) bool {
	for j := i - 1; j >= from && j >= i-3; j-- {
		if s.at[j] >= 0 || s.word(j) == "," || s.word(j) == "and" || s.tok[j].Shape == stages.Numeric || dayName(s.word(j)) {
			return false // "in 2014 Spain"
		}
		if s.is("prep", j) {
			return true
		}
	}
	return false
}

// led reports whether an agent noun stands before the preposition of the name
// at i, with nothing but names between.
func (s *sentence) led(from, i int) bool {
	for j := i - 1; j >= from && j >= i-5; j-- {
		if s.is("prep", j) {
			if s.word(j) == "by" && (s.word(j-1) == "led" || s.word(j-1) == "headed") {
				return s.is("agent", j-2)
			}
			return s.is("agent", j-1) && (s.word(j) == "of" || s.word(j) == "from" || s.word(j) == "in")
		}
	}
	return false
}

// nextName is the token of the first name in i..to, -1 when there is none.
func (s *sentence) nextName(i, to int) int {
	for ; i < to; i++ {
		if s.at[i] >= 0 {
			return i
		}
	}
	return -1
}

// coordinated is the mention m with those that are joined to it on its left.
func (s *sentence) coordinated(m int) []string {
	ids := []string{s.who[m].ActorID}
	for {
		i := s.who[m].From - 1
		if w := s.word(i); w != "and" && w != "," || i < 1 || s.at[i-1] < 0 {
			return ids
		}
		m = s.at[i-1]
		ids = append([]string{s.who[m].ActorID}, ids...)
	}
}

// attendant is who takes part in talks of which the sentence says only that
// something happened "during talks with" somebody: the subject of its clause.
func (s *sentence) attendant(i int) []string {
	for j := i - 1; j >= 0 && j >= i-7; j-- {
		switch s.word(j) {
		case "during", "after", "following", "in", "at":
			if j < 2 { // "After talks with A, B said"
				for k := i; k < len(s.tok); k++ {
					if s.word(k) == "," {
						return s.lead(k+1, min(k+8, len(s.tok)))
					}
				}
				return nil
			}
			return s.lead(s.open(j-1), j)
		}
		if s.at[j] >= 0 || s.word(j) == "," {
			return nil
		}
	}
	return nil
}

// gerundSubject finds who does what a gerund at i says: the party before "of" or
// "for" ("accused Spain of bombing"), or the subject of the main clause.
func (s *sentence) gerundSubject(i int) []string {
	switch s.word(i - 1) {
	case "of", "for":
		if i >= 2 && s.at[i-2] >= 0 {
			return []string{s.who[s.at[i-2]].ActorID}
		}
		return nil
	case "after", "before", "by", "while", "when", "since", "upon", "on", "in":
		if i-1 == 0 || s.word(i-2) == "," && i < 4 { // "After meeting A, B said"
			for j := i; j < len(s.tok); j++ {
				if s.word(j) == "," {
					return s.lead(j+1, min(j+8, len(s.tok)))
				}
			}
			return nil
		}
		return s.lead(s.open(i-2), i-1)
	case ",":
		return s.lead(s.open(i-2), i-1)
	case "and": // "killing one and arresting three"
		for j := i - 2; j > 0 && j > i-10 && !s.closes(j); j-- {
			if s.tok[j].XPOS == stages.TagVBG && s.tok[j].UPOS == stages.PosVerb && s.at[j] < 0 {
				return s.gerundSubject(j)
			}
		}
		return nil
	}
	if i >= 1 && s.at[i-1] >= 0 { // "troops shelling the city"
		return s.coordinated(s.at[i-1])
	}
	return nil
}
