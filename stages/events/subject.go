package events

import "parley/stages"

// subject is the noun that the verb at v says something of, -1 for none. It
// mends what a parser of single sentences gets wrong most.
func (s *sentence) subject(v int) int {
	if v < 0 {
		return -1
	}
	if s.outer(v) {
		for up := s.tree.Head(v); up >= 0; up = s.tree.Head(up) {
			if s.is("say", up) && s.tree.Child(up, stages.RelNsubj) >= 0 {
				return s.tree.Subject(up)
			}
		}
	}
	up := s.tree.Head(v)
	if o := s.charged(v); o >= 0 {
		return o
	}
	if s.tree.Rel(v) == stages.RelConj && s.tree.Child(v, stages.RelNsubj) < 0 && s.tense(v) != stages.NoXPOS {
		if k := s.before(v); k >= 0 && k > up {
			return k // "met Ann in Spain and the minister met Ben"
		}
	}
	n := s.nearest(s.tree.Subject(v))
	if s.tree.Rel(v) == stages.RelXcomp && n >= 0 && s.tree.Head(n) == up && n > up && len(s.party(n, strict, nil)) == 0 && !s.is("pronoun", n) {
		n = s.nearest(s.tree.Subject(up)) // "opened fire to stop them"
	}
	if k := s.participle(v); k >= 0 {
		return k
	}
	if n < 0 && up >= 0 && s.tree.Rel(v) == stages.RelAdvcl && s.infinitive(v) {
		return s.subject(up) // "flew to Spain to meet them"
	}
	if n >= 0 && s.tree.Rel(v) == stages.RelAcl && n == s.tree.Head(v) && s.infinitive(v) && !s.is("agent", n) {
		return s.planner(n) // "has plans to leave"
	}
	if n >= 0 && s.relativizer(n) {
		return s.antecedent(n)
	}
	if n < 0 || s.tok[v].UPOS != stages.PosVerb && s.tok[v].UPOS != stages.PosAdj {
		if k := s.before(v); k >= 0 {
			return k
		}
	}
	return n
}

// charged is who is said to do what a gerund says: "accused Spain of leaving".
func (s *sentence) charged(v int) int {
	m := s.tree.Child(v, stages.RelMark)
	if m < 0 || s.tree.Child(v, stages.RelNsubj) >= 0 || s.tok[v].XPOS != stages.TagVBG || s.word(m) != "of" && s.word(m) != "for" && s.word(m) != "into" {
		return -1
	}
	up := s.tree.Head(v)
	if up < 0 {
		return -1
	}
	o := s.tree.Child(up, stages.RelObj, stages.RelIobj)
	if o < 0 && s.tree.Passive(up) {
		return s.subject(up)
	}
	return o
}

// nearest is the last of several subjects of a verb before it; the others are
// a dateline's or an apposition's.
func (s *sentence) nearest(n int) int {
	if n < 0 {
		return n
	}
	v := s.tree.Head(n)
	if v < n || s.tree.Rel(n) != stages.RelNsubj {
		return n
	}
	for c := range s.tree.Children(v) {
		if c > n && c < v && s.tree.Rel(c) == stages.RelNsubj && !s.inserted(n, c) && (s.at[n] < 0 || s.tok[c].UPOS == stages.PosPropn || s.is("agent", c)) {
			n = c
		}
	}
	return n
}

// inserted reports whether the noun at c tells who those named at n are: "the
// leaders of Spain – two ministers and a judge – left".
func (s *sentence) inserted(n, c int) bool {
	from, _ := s.tree.Span(c)
	if s.at[n] < 0 || s.at[c] >= 0 || from == 0 {
		return false
	}
	w := s.word(from - 1)
	return w == "–" || w == "—" || w == "--"
}

// undated is the token before a day or week that ends at k, -1 where none does.
func (s *sentence) undated(k int) int {
	switch w := s.word(k); {
	case today(w):
		k--
	case (w == "week" || w == "month" || w == "year") && (s.word(k-1) == "last" || s.word(k-1) == "this"):
		k -= 2
	default:
		return -1
	}
	if s.word(k) == "on" {
		k--
	}
	return k
}

// participle is the noun before the comma that a passive participle at v
// follows: "the town, besieged by Spain".
func (s *sentence) participle(v int) int {
	if s.tok[v].XPOS == stages.TagVBN && s.tree.Rel(v) == stages.RelAdvcl && s.word(v-1) == "," && v > 1 && s.nominal(v-2) {
		return s.top(v - 2)
	}
	return -1
}

func (s *sentence) infinitive(v int) bool {
	m := s.tree.Child(v, stages.RelMark)
	return m >= 0 && s.word(m) == "to"
}

// planner is whose plan a noun is: its possessor, or the subject of its verb.
func (s *sentence) planner(n int) int {
	for c := range s.tree.Children(n) {
		if s.tok[c].Rel == stages.RelNmodPoss {
			return c
		}
	}
	for v := s.tree.Head(n); v >= 0; v = s.tree.Head(v) {
		if s.tok[v].UPOS == stages.PosVerb {
			return s.tree.Subject(v)
		}
	}
	return -1
}

// outer reports whether the verb at v goes on after what somebody said: "Spain
// said that it rained, and blamed Peru".
func (s *sentence) outer(v int) bool {
	if s.tree.Rel(v) != stages.RelConj || s.tree.Child(v, stages.RelNsubj) >= 0 {
		return false
	}
	own := s.tense(v)
	c := s.tree.Child(v, stages.RelCc)
	if own == stages.NoXPOS || c < 1 {
		return false
	}
	up := s.tree.Head(v)
	for range 4 {
		if up < 0 {
			return false
		}
		if s.tree.Rel(up) == stages.RelCcomp {
			say := s.tree.Head(up)
			inner := s.tree.Child(up, stages.RelNsubj, stages.RelExpl)
			dummy := inner < 0 || s.word(inner) == "it" || s.word(inner) == "there"
			return s.is("say", say) && (s.word(c-1) == "," || s.tense(say) == own && (dummy || s.tense(up) != own))
		}
		up = s.tree.Head(up)
	}
	return false
}

// tense is the tag of the finite word of a predicate.
func (s *sentence) tense(v int) stages.XPOS {
	for c := range s.tree.Children(v) {
		if r := s.tree.Rel(c); c < v && (r == stages.RelAux || r == stages.RelCop) {
			return s.tok[c].XPOS
		}
	}
	switch x := s.tok[v].XPOS; x {
	case stages.TagVBD, stages.TagVBZ, stages.TagVBP:
		return x
	}
	return stages.NoXPOS
}

// relativizer reports a relative pronoun.
func (s *sentence) relativizer(n int) bool {
	x := s.tok[n].XPOS
	return x == stages.TagWDT || x == stages.TagWP
}

// antecedent is the noun before a relative pronoun.
func (s *sentence) antecedent(n int) int {
	k := n - 1
	if s.word(k) == "," {
		k--
	}
	if back := s.undated(k); back >= 0 {
		k = back // "the paper released by Spain last week which"
	}
	return s.top(k)
}

// top is the noun whose phrase ends at k.
func (s *sentence) top(k int) int {
	if k < 0 {
		return -1
	}
	for range 6 {
		h := s.tree.Head(k)
		if h < 0 || h > k && s.tree.Rel(k) != stages.RelCompound || s.predicate(h) || !s.nominal(h) {
			return k
		}
		switch s.tree.Rel(k) {
		case stages.RelFlat, stages.RelNmod, stages.RelAppos, stages.RelCompound, stages.RelConj, stages.RelFixed:
			k = h
		default:
			return k
		}
	}
	return k
}

func (s *sentence) nominal(i int) bool {
	u := s.tok[i].UPOS
	return u == stages.PosNoun || u == stages.PosPropn || u == stages.PosPron
}

// before is a name or an agent right before a verb and its auxiliaries, where
// the tree makes no clause of them.
func (s *sentence) before(v int) int {
	k := v - 1
	for k >= 0 && s.at[k] < 0 && (s.tok[k].UPOS == stages.PosAux || s.tok[k].UPOS == stages.PosAdv || s.is("adverb", k) || s.is("neg", k)) {
		k--
	}
	if k < 0 || s.at[k] < 0 && !s.is("agent", k) || s.tok[v].XPOS == stages.TagVBG {
		return -1
	}
	first := k
	if m := s.at[k]; m >= 0 {
		first = s.who[m].From
	}
	if first > 0 && s.is("prep", first-1) {
		return -1
	}
	if n := s.top(k); n < v {
		return n
	}
	return k
}

// after is a name right behind a verb that the tree gives no object.
func (s *sentence) after(i int) int {
	for k := i; k < i+phrase && k < len(s.tok) && !s.closes(k) && !s.is("prep", k) && s.word(k) != "," && s.word(k) != "to" && !s.is("say", k); k++ {
		if s.at[k] >= 0 && s.word(k+1) != "'s" {
			return k
		}
	}
	return -1
}

// phrase is how many words a noun phrase may have up to its first name.
const phrase = 6
