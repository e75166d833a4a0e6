package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"

	"parley/stages/annotate/syntax"
)

// mirrored is a tree read from right to left, without relations.
func (t *tree) mirrored() *tree {
	n := int16(len(t.head))
	m := &tree{head: make([]int16, n), rel: make([]uint8, n), deps: make([][]int16, n)}
	for i := int16(1); i < n; i++ {
		if h := t.head[i]; h != 0 {
			m.head[n-i] = n - h
		}
	}
	for d := int16(1); d < n; d++ {
		m.deps[m.head[d]] = append(m.deps[m.head[d]], d)
	}
	return m
}

// trainGuide learns the actions of the guide, on the features of only when it
// is given.
func (p *parser) trainGuide(data []sentence, tags [][]tagging, passes int, seed uint64, only map[uint64]bool) *actions {
	g := newActions()
	g.only = only
	trees := make([]*tree, len(data))
	for i, s := range data {
		trees[i] = newTree(s).mirrored()
	}
	rng := rand.New(rand.NewPCG(seed, 11))
	order := rng.Perm(len(data))
	var w syntax.Words
	st := &p.state
	for it := range passes {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		p.wrong, p.asked = 0, 0
		for _, k := range order {
			p.setTags(&w, data[k], tags[k])
			p.mirror.Mirror(&w)
			st.Reset(&p.mirror)
			for !st.Done() {
				own, take := p.learnAction(g, st, p.feats.Guide(st, p.ak), trees[k].costs(st))
				if it > 0 && rng.Float32() < 0.9 {
					take = own
				}
				st.Do(take, 0)
			}
		}
	}
	fmt.Fprintf(os.Stderr, "guide: %.2f%% wrong, %d features\n", 100*float64(p.wrong)/float64(p.asked), g.used)
	g.average()
	return g
}

// guideBy gives the words of w the heads that a guide finds.
func (p *parser) guideBy(g *actions, w *syntax.Words) {
	st := &p.state
	p.mirror.Mirror(w)
	st.Reset(&p.mirror)
	for !st.Done() {
		sc := g.eval(p.feats.Guide(st, p.ak))
		best := -1
		for a := range syntax.Actions {
			if st.Allowed(a) && (best < 0 || sc[a] > sc[best]) {
				best = int(a)
			}
		}
		st.Do(syntax.Action(best), 0)
	}
	w.SetGuide(st)
}

// jackknifeGuides guides each fold of the data by a guide trained on the others.
func (p *parser) jackknifeGuides(data []sentence, tags [][]tagging) [][]int16 {
	heads := make([][]int16, len(data))
	for fold := range folds {
		var rest []sentence
		var restTags [][]tagging
		for i, s := range data {
			if !inFold(i, fold) {
				rest, restTags = append(rest, s), append(restTags, tags[i])
			}
		}
		g := p.trainGuide(rest, restTags, guidePasses, seed, nil)
		var w syntax.Words
		for i, s := range data {
			if inFold(i, fold) {
				p.setTags(&w, s, tags[i])
				p.guideBy(g, &w)
				heads[i] = slices.Clone(w.Guide())
			}
		}
	}
	return heads
}
