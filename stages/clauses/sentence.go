package clauses

import (
	"iter"
	"math"

	"parley/stages"
	"parley/stages/language/trees"
)

// highest is how far up a tree what belongs to a word is looked for.
const highest = 12

// mostJoined is how many parties joined by "and" are kept.
const mostJoined = 16

// sentence is a sentence while its clauses are read, with buffers that serve the
// next one too.
type sentence struct {
	*vocabulary
	tok      []stages.Token
	heading  bool
	question bool
	tree     trees.Tree
	near     []dependents
	at       []int16 // token to the clause that it is the predicate of, -1
	subjects []int16 // token to its logical subject, once known
	passives []int8  // token to 1 for a passive and -1 for an active verb, once known
	facts    []fact
	parties  [][]int16 // token to those joined to it, once known
	out      []stages.Clause
}

// dependents are the dependents of a token that others ask for, so that a word
// with thousands of them is looked through once. -1 is none.
type dependents struct {
	subj, obj, iobj, mark, cop, aux, expl, prt, cc, kase, det, obl, ccomp int16
	negation                                                              int16
}

// reset begins a sentence.
func (s *sentence) reset(st *stages.Sentence) {
	s.tok, s.heading = st.Tokens, st.Heading
	n := len(s.tok)
	if n > math.MaxInt16 {
		s.tok, n = s.tok[:math.MaxInt16], math.MaxInt16
	}
	s.question = n > 0 && s.tok[n-1].Lower == "?"
	s.tree.Reset(s.tok)
	s.passives = grow(s.passives, n)
	s.at, s.subjects, s.facts, s.parties, s.near = grow(s.at, n), grow(s.subjects, n), grow(s.facts, n), grow(s.parties, n), grow(s.near, n)
	for i := range n {
		s.at[i], s.subjects[i], s.passives[i], s.facts[i], s.parties[i] = -1, unread, 0, fact{}, nil
		s.near[i] = dependents{-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1}
	}
	for i := range n {
		if h := s.tree.Head(i); h >= 0 {
			s.note(&s.near[h], h, i)
		}
	}
	for i := range n {
		if h := s.tree.Head(i); h >= 0 && h < i && s.near[h].obl < 0 && s.near[i].kase >= 0 && s.tree.Rel(i) == stages.RelObl {
			s.near[h].obl = int16(i)
		}
	}
	s.out = nil
}

// unread marks a subject that is not looked for yet, reading one that is being
// looked for.
const (
	unread  = -2
	reading = -3
)

func grow[T any](x []T, n int) []T {
	if cap(x) < n {
		x = make([]T, n, n+n/2)
	}
	return x[:n]
}

// note enters the token at i among the dependents of its head h: the first of a
// kind, but the last of several subjects.
func (s *sentence) note(d *dependents, h, i int) {
	first := func(at *int16) {
		if *at < 0 {
			*at = int16(i)
		}
	}
	switch s.tree.Rel(i) {
	case stages.RelNsubj:
		if d.subj < 0 || i < h && s.renews(int(d.subj), i) {
			d.subj = int16(i)
		}
	case stages.RelObj:
		first(&d.obj)
	case stages.RelIobj:
		first(&d.iobj)
	case stages.RelMark:
		first(&d.mark)
	case stages.RelCcomp:
		first(&d.ccomp)
	case stages.RelCop:
		first(&d.cop)
		first(&d.aux)
	case stages.RelAux:
		first(&d.aux)
	case stages.RelExpl:
		first(&d.expl)
	case stages.RelCc:
		first(&d.cc)
	case stages.RelCase:
		first(&d.kase)
	case stages.RelDet:
		first(&d.det)
	case stages.RelCompound:
		if s.tok[i].Rel == stages.RelCompoundPrt {
			first(&d.prt)
		}
	}
	if s.classes["negation"][s.tok[i].Lower] && !s.merely(i) {
		switch s.tree.Rel(i) {
		case stages.RelAdvmod, stages.RelDet, stages.RelCc, stages.RelAux:
			first(&d.negation)
		}
	}
}

// renews reports whether a later subject is the true one: an earlier one is a
// dateline's, or a name whose apposition comes after it.
func (s *sentence) renews(old, now int) bool {
	if from, _ := s.tree.Span(now); from > old+1 && isDash(s.tok[from-1].Lower) {
		return false // "the leaders of Peru – two ministers – left"
	}
	return s.tok[now].UPOS == stages.PosPropn || s.tok[now].UPOS == stages.PosPron || s.tok[old].UPOS != stages.PosPropn
}

// merely reports the "not" of "not only".
func (s *sentence) merely(i int) bool {
	switch s.word(i + 1) {
	case "only", "just", "merely", "simply":
		return true
	}
	return false
}

func (s *sentence) word(i int) string {
	if i < 0 || i >= len(s.tok) {
		return ""
	}
	return s.tok[i].Lower
}

// is reports whether the token at i is of a class of words.tsv. The month of May
// is no modal verb.
func (s *sentence) is(class string, i int) bool {
	return i >= 0 && i < len(s.tok) && s.classes[class][s.tok[i].Lower] && (i == 0 || s.tok[i].Lower != "may" || s.tok[i].Shape != stages.Capitalized)
}

func (s *sentence) nounlike(i int) bool {
	if i < 0 || i >= len(s.tok) {
		return false
	}
	switch s.tok[i].UPOS {
	case stages.PosNoun, stages.PosPropn, stages.PosPron:
		return true
	}
	return false
}

// first are the first dependents of a word that many others ask about.
func (s *sentence) first(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		looked := 0
		for c := range s.tree.Children(n) {
			if looked++; looked > mostJoined || !yield(c) {
				return
			}
		}
	}
}

// clause is the clause whose predicate the token is, nil for none.
func (s *sentence) clause(i int) *stages.Clause {
	if i < 0 || s.at[i] < 0 {
		return nil
	}
	return &s.out[s.at[i]]
}

// infinitive reports a verb with "to".
func (s *sentence) infinitive(v int) bool {
	return s.near[v].mark >= 0 && s.word(int(s.near[v].mark)) == "to"
}

// finite is the tag of the word that gives a predicate its tense: its first
// auxiliary or copula, or the verb; NoXPOS where there is none.
func (s *sentence) finite(v int) stages.XPOS {
	if a := s.near[v].aux; a >= 0 && int(a) < v {
		switch x := s.tok[a].XPOS; x {
		case stages.TagVB, stages.TagVBG, stages.TagVBN, stages.TagTO:
			return stages.NoXPOS
		default:
			return x
		}
	}
	switch x := s.tok[v].XPOS; x {
	case stages.TagVBD, stages.TagVBZ, stages.TagVBP:
		return x
	}
	return stages.NoXPOS
}

func isDash(w string) bool { return w == "–" || w == "—" || w == "--" || w == "-" }
