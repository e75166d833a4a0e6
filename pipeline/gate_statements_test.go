package pipeline_test

import (
	"cmp"
	"slices"
)

// scoreStatements matches statements one to one, the nearest first: contents
// that share half of the longer, or a third where the cue is the same too.
func scoreStatements(g *gateRun) *gateLayer {
	l := newGateLayer("statements", "statements")
	l.with("with the right speaker", false)
	for _, a := range g.articles {
		gold, found := a.layers["statements"], g.tables["statements"][a.name]
		type pair struct {
			score, share float64
			gold, found  int
		}
		var pairs []pair
		for i, s := range gold {
			at := a.content(s)
			for j, f := range found {
				share := float64(at.overlap(f.span())) / float64(max(at.end-at.start, f.span().end-f.span().start))
				if same := sameCue(s, f); share >= 0.5 || same && share >= 1.0/3 {
					score := share
					if same {
						score += 0.3
					}
					pairs = append(pairs, pair{score, share, i, j})
				}
			}
		}
		slices.SortStableFunc(pairs, func(p, q pair) int { return cmp.Compare(q.score, p.score) })
		usedGold, usedFound := map[int]bool{}, map[int]bool{}
		for _, p := range pairs {
			if usedGold[p.gold] || usedFound[p.found] {
				continue
			}
			usedGold[p.gold], usedFound[p.found] = true, true
			s, f := gold[p.gold], found[p.found]
			speaker := g.sameSpeaker(a, s, f)
			l.with("with the right speaker", speaker)
			l.part("speaker", speaker)
			l.part("exact content", p.share >= 0.9)
			l.part("type", s.get("type") == f.str("type"))
			l.part("cue", sameCue(s, f))
			if !speaker {
				g.log("statement: speaker", a.name, s, "<>", f.str("speaker_id"), f.str("speaker_text"))
			}
			if p.share < 0.9 {
				g.log("statement: content", a.name, s, "<>", f.str("content"))
			}
		}
		l.count(a.name, len(gold), len(found), len(usedGold))
		for i, s := range gold {
			if !usedGold[i] {
				g.log("statement: missed", a.name, s)
			}
		}
		for j, f := range found {
			if !usedFound[j] {
				g.log("statement: invented", a.name, f.int("sentence")+1, f.str("speaker_text"), "|", f.str("cue"), "|", f.str("content"))
			}
		}
	}
	return l
}

// content is the stretch from a statement's first words to its last ones, the
// last place that fits: "the talks ... the talks" ends with the second.
func (a gateArticle) content(s gateRow) span {
	first, last := a.spans[s.sentence()], a.spans[s.last()]
	from, _ := findWords(a.words, s.get("from"), first, 1)
	at := span{from.start, last.end}
	for n := 1; ; n++ {
		to, ok := findWords(a.words, s.get("to"), span{max(from.start, last.start), last.end}, n)
		if !ok {
			return at
		}
		at.end = to.end
	}
}

func sameCue(s gateRow, f record) bool {
	a, b := texts(s.get("cue")), texts(f.str("cue"))
	return len(a) == 0 && len(b) == 0 || shares(a, b)
}

// sameSpeaker: no speaker where none is annotated; a source without a name of
// its own may also stand in speaker_text alone. Of several, one is enough.
func (g *gateRun) sameSpeaker(a gateArticle, s gateRow, f record) bool {
	id, who := f.str("speaker_id"), s.list("who")
	if len(who) == 0 {
		return id == ""
	}
	kind := isGeneric(s.get("who"))
	if id == "" {
		return kind && shares(texts(s.get("who")), texts(f.str("speaker_text")))
	}
	if g.isNamed(id, who) {
		return true
	}
	at, ok := a.at(s.get("speaker"), s.sentence())
	return kind && ok && slices.ContainsFunc(g.tables["mentions"][a.name], func(m record) bool {
		return m.str("actor_id") == id && m.span().overlap(at) > 0
	})
}
