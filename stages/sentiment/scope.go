package sentiment

import "parley/stages"

// scope is the factor that what governs the cue i puts on it: a negation, a
// modal, a condition. Words of the cue before it have had their effect: "not too
// late to sit down".
func (s *sentence) scope(i int) float64 {
	x, f, first := 1.0, s.cues[i], 0
	if i > 0 {
		first = s.cues[i-1].to
	}
	negated := s.denied(i)
	switch {
	case f.weight > 0 && f.kind != endorsement && s.asked(i):
		x = asked
	case f.weight > 0 && s.background(i):
		x = subordinate
	}
	for j := f.from - 1; j >= first && j >= f.from-7; j-- {
		w := s.tok[j].Lower
		if s.tok[j].Shape == stages.Punct && w != "-" || w == "but" || w == "and" && j < f.from-2 {
			break
		}
		switch {
		case negations[w]:
			negated = negated || !onlyNot(s.tok, j) && !s.apart(f, j)
		case wishes[w] && f.kind == progress, modals[w] && f.weight > 0 && f.kind != endorsement:
			x = min(x, possible)
		case w == "to" && s.goal(f, j), conditions[w] && (j == 0 || s.tok[j-1].Lower != "even"):
			x = min(x, asked)
		}
	}
	switch {
	case negated && f.weight < 0:
		return turned
	case negated:
		return -1
	}
	return x
}

// demanding are the words that make what follows a demand.
var demanding = words("demand", "require", "condition", "requirement", "stipulate", "prerequisite", "precondition")

// asked reports whether the cue i lies in what is demanded: "demands that it
// accept".
func (s *sentence) asked(i int) bool {
	for v, n := s.tree.Head(s.head(s.cues[i])), 0; v >= 0 && n < maxClimb; v, n = s.tree.Head(v), n+1 {
		if demanding[s.tok[v].Lemma] {
			return true
		}
	}
	return false
}

// supposing are the words that begin a clause of what may be so, is so only at
// another time or is set beside what the sentence says.
var supposing = words("if", "unless", "whether", "until", "till", "before", "while", "whereas", "lest")

// background reports whether the cue i stands in such a clause or in what is
// attempted: what speaks for the talks there is not what the sentence says.
func (s *sentence) background(i int) bool {
	for v, n := s.head(s.cues[i]), 0; v >= 0 && n < 2*maxClimb; v, n = s.tree.Head(v), n+1 {
		switch s.tree.Rel(v) {
		case stages.RelAcl:
			if h := s.tree.Head(v); h >= 0 && s.tok[v].Rel != stages.RelAclRelcl && attempts[s.tok[h].Lemma] {
				return true
			}
		case stages.RelAdvcl, stages.RelCcomp:
			if m := s.tree.Child(v, stages.RelMark); m >= 0 && supposing[s.tok[m].Lower] {
				return true
			}
		}
	}
	return false
}

// attempts are the nouns of what is tried.
var attempts = words("effort", "attempt", "bid", "struggle", "drive", "argument", "pressure")

// onlyNot reports a "not" that denies nothing: "not only", "not just".
func onlyNot(tok []stages.Token, j int) bool {
	return j+1 < len(tok) && (tok[j+1].Lower == "only" || tok[j+1].Lower == "just")
}

// goal reports whether a "to" makes the cue behind it an aim: "meant to revive the
// talks", but not "ready to".
func (s *sentence) goal(f found, to int) bool {
	if to != f.from-1 && (to != f.from-2 || s.tok[to+1].Lower != "be") {
		return false
	}
	if to == 0 {
		return f.kind == progress
	}
	before := s.tok[to-1].Lemma
	return f.weight > 0 && goals[before] || f.kind == progress && !willing[before]
}

// goals are the words before "to" that make what follows an aim.
var goals = words("be", "aim", "order", "task", "goal", "item", "purpose")

// apart reports whether a negation is that of a clause which the cue's clause
// only adds to: "would not make up for the collapse that followed".
func (s *sentence) apart(f found, negation int) bool {
	top := s.tree.Head(negation)
	if top < 0 {
		return false
	}
	for v, n := s.head(f), 0; v >= 0 && v != top && n < 2*maxClimb; v, n = s.tree.Head(v), n+1 {
		if rel := s.tree.Rel(v); (rel == stages.RelAdvcl || rel == stages.RelAcl) && s.tree.Under(v, top) {
			return true
		}
	}
	return false
}

// negators are the words that deny the verb whose subject, object or adverb they
// are, or of whose subject they are the determiner.
var negators = words("not", "n't", "no", "never", "neither", "nor", "nobody", "none", "nothing", "nowhere", "hardly", "few", "scarcely", "barely")

// denied reports whether in the tree a negation governs the cue i: on its verb or
// noun, or on one of which that is the complement ("nobody believes that it will
// hold").
func (s *sentence) denied(i int) bool {
	f := s.cues[i]
	v := s.head(f)
	for range maxClimb {
		for c := range s.tree.Children(v) {
			if c >= f.from && c < f.to || s.inCue(c) {
				continue
			}
			w := s.tok[c].Lower
			if negators[w] && w != "few" && !onlyNot(s.tok, c) {
				return true
			}
			if s.tree.Rel(c) != stages.RelNsubj {
				continue
			}
			if d := s.tree.Child(c, stages.RelDet, stages.RelAdvmod, stages.RelAmod); negators[w] || d >= 0 && negators[s.tok[d].Lower] && !s.inCue(d) {
				return true
			}
		}
		switch s.tree.Rel(v) {
		case stages.RelXcomp, stages.RelCcomp, stages.RelCsubj:
		case stages.RelObj, stages.RelNmod, stages.RelObl:
			if f.weight < 0 {
				return false
			}
		default:
			return false
		}
		if v = s.tree.Head(v); v < 0 {
			return false
		}
	}
	return false
}

// inCue reports whether a token is part of a cue.
func (s *sentence) inCue(i int) bool {
	for _, f := range s.cues {
		if i >= f.from && i < f.to {
			return true
		}
	}
	return false
}

// overruled reports whether a cue of refusal, deadlock or pessimism stands in the
// clause of the cue i, so that what it says is what there is not. A denial ("no
// sign that") reaches further, up to the next part of a contrast; what was agreed
// and then broken counts no more either.
func (s *sentence) overruled(i int) bool {
	tok, cues := s.tok, s.cues
	for j := i - 1; j >= 0; j-- {
		if cues[j].kind == denial && samePart(tok, cues[j].to, cues[i].from) || undoes(cues[j]) && sameClause(tok, cues[j].to, cues[i].from) {
			return true
		}
	}
	for j := i + 1; j < len(cues); j++ {
		if cues[i].kind == progress && cues[j].kind == sabotage || cues[j].from-cues[i].to < 8 && undoes(cues[j]) && sameClause(tok, cues[i].to, cues[j].from) {
			return true
		}
	}
	return s.argument(i)
}

// argument reports whether the cue i lies in the subject or object of one that
// speaks against the talks: "hopes of peace have faded", "hinders a peace that
// saves lives".
func (s *sentence) argument(i int) bool {
	c := s.head(s.cues[i])
	for j, f := range s.cues {
		if j == i || f.weight >= 0 {
			continue
		}
		top := s.head(f)
		for v, n := c, 0; v >= 0 && n < maxClimb+2 && v != top; v, n = s.tree.Head(v), n+1 {
			rel, h := s.tree.Rel(v), s.tree.Head(v)
			if rel == stages.RelAdvcl || rel == stages.RelParataxis || rel == stages.RelConj && h == top {
				break
			}
			if h == top && rel != stages.RelAcl && (rel != stages.RelCsubj || v < top) {
				return true
			}
		}
	}
	return false
}

func undoes(f found) bool {
	if f.weight >= 0 || f.frame != free {
		return false
	}
	switch f.kind {
	case refusal, deadlock, badFaith, pessimism, denial:
		return true
	}
	return false
}

func samePart(tok []stages.Token, from, to int) bool {
	for _, k := range tok[from:max(from, to)] {
		switch k.Lower {
		case ";", "but", "although", "though", "however", "—":
			return false
		}
	}
	return to-from < 30
}

func sameClause(tok []stages.Token, from, to int) bool {
	for _, k := range tok[from:max(from, to)] {
		switch k.Lower {
		case ",", ";", ":", "but", "although", "—", "–":
			return false
		}
	}
	return true
}
