package positions

import (
	"slices"

	"parley/stages"
	"parley/stages/language/trees"
	"parley/stages/positions/candidates"
)

// place finds the words of a position: its anchor, the phrase or clause that the
// anchor belongs to, and the statement in which it stands, nil for none. The
// content is what is wanted or refused, without the words that say so: it ends
// below the verb that takes the position or reports it.
func (s *sentence) place(p *position, c *candidates.Candidate) *stages.Statement {
	p.anchor = s.anchor(c.Hits)
	var said *stages.Statement
	scope := stages.TokenSpan{Sentence: int32(s.num), From: 0, To: len(s.tok)}
	if i, ok := s.speech.Innermost(stages.TokenSpan{Sentence: int32(s.num), From: p.anchor, To: p.anchor + 1}); ok {
		said = &s.doc.Statements[i]
		for _, x := range s.speech.Covered(i, s.num) {
			if x.From <= p.anchor && p.anchor < x.To {
				scope = x
			}
		}
	}
	top := s.climb(p, scope)
	p.from, p.to = s.trim(top, p.anchor, scope)
	return said
}

// anchor is the token that speaks of the issue: of its words the one nearest to
// the root; without a word the trigger of an act, or else the root.
func (s *sentence) anchor(hits []candidates.Hit) int {
	best, depth := -1, 0
	for _, h := range hits {
		at := h.From
		for at < h.To-1 && s.tree.Head(at) > at && s.tree.Head(at) < h.To {
			at = s.tree.Head(at)
		}
		if n := s.depth(at); best < 0 || n < depth {
			best, depth = at, n
		}
	}
	if best >= 0 {
		return best
	}
	if t := s.strongest(); t >= 0 {
		return t
	}
	for i := range s.tok {
		if s.tree.Head(i) < 0 && s.tok[i].Shape.IsWord() {
			return i
		}
	}
	return 0
}

func (s *sentence) depth(i int) (n int) {
	for ; i >= 0 && n <= len(s.tok); i = s.tree.Head(i) {
		n++
	}
	return n
}

// strongest is the word that most likely tells an act by which somebody takes a
// position, -1 where none does.
func (s *sentence) strongest() int {
	best, most := -1, float32(0)
	triggers := s.doc.Reading.Sentences[s.num].Triggers
	for i := range triggers {
		if p := s.takes(&triggers[i]); p > most {
			best, most = int(triggers[i].Token), p
		}
	}
	return best
}

// takes is the probability that a trigger tells an act by which somebody takes a
// position.
func (s *sentence) takes(t *stages.Trigger) (p float32) {
	for _, x := range t.Types {
		if s.acts[x.Label] {
			p += t.P * x.P
		}
	}
	return p
}

// takesAt is takes of the trigger that a token is, 0 where it is none.
func (s *sentence) takesAt(i int) float32 {
	triggers := s.doc.Reading.Sentences[s.num].Triggers
	k, ok := slices.BinarySearchFunc(triggers, int32(i), func(t stages.Trigger, at int32) int { return int(t.Token - at) })
	if !ok {
		return 0
	}
	return s.takes(&triggers[k])
}

// likely is the probability from which on a trigger counts as an act.
const likely = 0.4

// climb goes up from the anchor to the last word below the one that takes the
// position or reports it, and enters that into p.governor.
func (s *sentence) climb(p *position, scope stages.TokenSpan) int {
	top := p.anchor
	p.governor = -1
	for range s.tok {
		up := s.tree.Head(top)
		if up < 0 {
			break
		}
		if up < scope.From || up >= scope.To {
			if s.governs(up) {
				p.governor = up
			}
			break
		}
		if s.governs(up) {
			if rel := s.tree.Rel(top); rel != stages.RelNsubj && rel != stages.RelConj || s.passive(up) {
				p.governor = up
				break
			}
		}
		top = up
	}
	return top
}

func (s *sentence) passive(i int) bool {
	c := stages.ClauseAt(s.clauses, i)
	return c != nil && c.Passive
}

// governs reports whether a word takes a position or reports speech.
func (s *sentence) governs(i int) bool {
	if s.takesAt(i) >= likely {
		return true
	}
	for n := range s.doc.Statements {
		if c := s.doc.Statements[n].CueSpan; int(c.Sentence) == s.num && c.From <= i && i < c.To {
			return true
		}
	}
	return false
}

// longest is how many tokens a content may have before what hangs on it is cut.
const longest = 25

// trim is the span of top within the scope, without the words that join it to the
// sentence, and where it is long without the clauses that hang on its end.
func (s *sentence) trim(top, anchor int, scope stages.TokenSpan) (from, to int) {
	from, to = s.tree.Span(top)
	from, to = max(from, scope.From), min(to, scope.To)
	for to-from > longest {
		cut := to
		for i := anchor + 1; i < to; i++ {
			if begin, end := s.tree.Span(i); end >= to && begin > anchor && begin > from && loose(s.tree.Rel(i)) {
				cut = begin
				break
			}
		}
		if cut == to {
			break
		}
		to = cut
	}
	for from < to-1 && s.joins(from) {
		from++
	}
	for to > from+1 && !s.tok[to-1].Shape.IsWord() && s.tok[to-1].Shape != stages.Symbol {
		to--
	}
	if from >= to {
		return anchor, anchor + 1
	}
	return from, to
}

// loose relations are those of clauses that a sentence can do without.
func loose(r stages.Rel) bool {
	switch r {
	case stages.RelAdvcl, stages.RelParataxis, stages.RelConj, stages.RelAcl, stages.RelPunct:
		return true
	}
	return false
}

// joins reports whether a token only joins the content to what is before it.
func (s *sentence) joins(i int) bool {
	switch s.tok[i].UPOS {
	case stages.PosPunct, stages.PosCconj, stages.PosPart:
		return s.tok[i].Lower != "not" && s.tok[i].Lower != "n't"
	case stages.PosSconj:
		return s.tree.Rel(i) == stages.RelMark
	case stages.PosAdp:
		return s.tree.Rel(i) == stages.RelCase || s.tree.Rel(i) == stages.RelMark
	}
	return false
}

// condition is the words of the condition in a position's sentence: the clause or
// phrase that words of condition open.
func (s *sentence) condition(p *position) string {
	for _, h := range s.conditions.Find(s.tok) {
		top := h.To - 1
		for i := h.From; i < h.To; i++ {
			if up := s.tree.Head(i); up < h.From || up >= h.To {
				top = i
				break
			}
		}
		if opens(s.tree.Rel(top)) && s.tree.Head(top) >= 0 {
			top = s.tree.Head(top)
		}
		_, to := spanWithin(&s.tree, top, len(s.tok))
		for to > h.To && !s.tok[to-1].Shape.IsWord() {
			to--
		}
		if to > h.To {
			return s.doc.Article.Text[s.tok[h.From].Start:s.tok[to-1].End]
		}
	}
	return ""
}

func spanWithin(t *trees.Tree, i, n int) (from, to int) {
	from, to = t.Span(i)
	return from, min(to, n)
}

func opens(r stages.Rel) bool {
	switch r {
	case stages.RelMark, stages.RelCase, stages.RelCc, stages.RelAdvmod:
		return true
	}
	return false
}
