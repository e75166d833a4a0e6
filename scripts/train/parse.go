package main

import (
	"fmt"
	"math/rand/v2"
	"os"

	"parley/stages/annotate/syntax"
	"parley/stages/language/inflect"
)

// parser is a parser in training.
type parser struct {
	feats   *syntax.Features
	classes []syntax.Class
	lemmas  *inflect.Lemmatizer
	lex     *syntax.Lexicon
	action  *actions
	label   *learner

	sureActions  []syntax.Choice
	sureLabels   []syntax.Choice
	settled      settled // the same
	seenA, seenL *seen
	guides       [][]int16 // what the guide says of the training data

	state        syntax.State
	mirror       syntax.Words
	ak, lk       []uint64
	wrong, asked int
}

// newParser makes a parser to be trained.
func newParser(feats *syntax.Features, classes []syntax.Class, lemmas *inflect.Lemmatizer, lex *syntax.Lexicon) *parser {
	return &parser{feats: feats, classes: classes, lemmas: lemmas, lex: lex, ak: make([]uint64, 256), lk: make([]uint64, 256)}
}

func (p *parser) setTags(w *syntax.Words, s sentence, tags []tagging) {
	w.Reset(len(s.words))
	for i := range s.words {
		w.Set(i, s.words[i].form)
		w.Look(i, p.lex)
		w.SetTag(i, int(tags[i][0]), int(tags[i][1]), p.classes)
		if w.Open(i) {
			c := p.classes[tags[i][0]]
			w.SetLemma(i, p.lemmas.Lemma(s.words[i].lower, c.UPOS, c.XPOS))
		}
	}
	w.Count()
}

// gather walks to the trees of the data and notes the features that are met, and
// those that leave no choice. Relations that are settled so are not learnt;
// actions are, since a sentence may leave the way.
func (p *parser) gather(data []sentence, tags [][]tagging, trees []*tree) {
	acts, rels := choices{}, choices{}
	p.walk(data, tags, trees, func(st *syntax.State, a syntax.Action, rel uint8) {
		if st.Free() {
			acts.see(p.feats.SureAction(st, p.ak), int(a))
		}
		if a != syntax.Shift {
			rels.see(p.feats.SureLabel(st, a, p.lk), int(rel))
		}
	})
	p.sureActions, p.sureLabels = acts.sure(sureActions, sureActionErrors), rels.sure(sureLabels, sureLabelErrors)
	p.settled = settle(p.sureLabels)
	p.seenA, p.seenL = newSeen(27, leastSeen), newSeen(26, leastSeen)
	p.walk(data, tags, trees, func(st *syntax.State, a syntax.Action, _ uint8) {
		p.seenA.count(p.feats.Action(st, p.ak))
		if a == syntax.Shift {
			return
		}
		if _, ok := p.settled.of(p.feats.SureLabel(st, a, p.lk)); !ok {
			p.seenL.count(p.feats.Label(st, a, p.lk))
		}
	})
}

// walk calls f with each state on the way to the trees, and what is done there.
func (p *parser) walk(data []sentence, tags [][]tagging, trees []*tree, f func(*syntax.State, syntax.Action, uint8)) {
	var w syntax.Words
	var st syntax.State
	for i, s := range data {
		p.setTags(&w, s, tags[i])
		w.SetHeads(p.guides[i])
		st.Reset(&w)
		for !st.Done() {
			a, rel := cheapest(trees[i].costs(&st), [syntax.Actions]float32{}), uint8(0)
			if a != syntax.Shift {
				dep, _ := st.Arc(a)
				rel = trees[i].rel[dep]
			}
			f(&st, a, rel)
			st.Do(a, rel)
		}
	}
}

// train learns the two classifiers. In the first pass it follows the gold tree;
// then it mostly does what it would do itself, and learns what is best from there.
func (p *parser) train(data []sentence, tags [][]tagging, passes int, seed uint64, onlyA, onlyL map[uint64]bool) {
	trees := make([]*tree, len(data))
	for i, s := range data {
		trees[i] = newTree(s)
	}
	if onlyA == nil {
		p.gather(data, tags, trees)
	}
	p.action, p.label = newActions(), newLearner(64)
	p.action.only, p.label.only = onlyA, onlyL
	if onlyA == nil {
		p.action.seen, p.label.seen = p.seenA, p.seenL
	}
	rng := rand.New(rand.NewPCG(seed, 7))
	order := rng.Perm(len(data))
	var w syntax.Words
	for it := range passes {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		p.wrong, p.asked = 0, 0
		for _, k := range order {
			p.setTags(&w, data[k], tags[k])
			w.SetHeads(p.guides[k])
			p.learn(&w, trees[k], func() bool { return it > 0 && rng.Float32() < 0.9 })
		}
		fmt.Fprintf(os.Stderr, "parser iteration %d: %.2f%% of %d wrong, %d + %d features\n", it, 100*float64(p.wrong)/float64(p.asked), p.asked, p.action.used, p.label.used)
	}
	p.action.average()
	p.label.average()
}

// learn parses a sentence and learns from it; explore says whether to go where
// the parser would go itself.
func (p *parser) learn(w *syntax.Words, t *tree, explore func() bool) {
	st := &p.state
	st.Reset(w)
	for !st.Done() {
		own, take := p.learnAction(p.action, st, p.feats.Action(st, p.ak), t.costs(st))
		if explore() {
			take = own
		}
		rel := uint8(0)
		if take != syntax.Shift {
			rel = p.learnLabel(st, t, take)
		}
		st.Do(take, rel)
	}
}

// learnAction learns what to do in a state of these features, where actions have
// these costs; it returns what l would do and what is best.
func (p *parser) learnAction(l *actions, st *syntax.State, keys []uint64, c [syntax.Actions]int) (own, good syntax.Action) {
	sc := l.eval(keys)
	good = cheapest(c, sc)
	best, bad := -1, -1
	for a := range sc {
		if c[a] >= 1000 {
			continue
		}
		if best < 0 || sc[a] > sc[best] {
			best = a
		}
		if c[a] > c[good] && (bad < 0 || sc[a] > sc[bad]) {
			bad = a
		}
	}
	p.asked++
	if c[best] > c[good] {
		p.wrong++
	}
	if bad >= 0 && sc[good] < sc[bad]+parseMargin {
		l.update(keys, good, syntax.Action(bad))
	}
	return syntax.Action(best), good
}

// learnLabel learns the relation of an arc where its head is right, and returns
// the relation that the labeller gives it.
func (p *parser) learnLabel(st *syntax.State, t *tree, a syntax.Action) uint8 {
	if rel, ok := p.settled.of(p.feats.SureLabel(st, a, p.lk)); ok {
		return rel
	}
	keys := p.feats.Label(st, a, p.lk)
	sc := p.label.eval(keys)
	dep, head := st.Arc(a)
	gold := int(t.rel[dep])
	best := bestLabel(sc)
	if t.head[dep] == head {
		other := -1
		for c := 1; c < len(sc); c++ {
			if c != gold && (other < 0 || sc[c] > sc[other]) {
				other = c
			}
		}
		if sc[gold] < sc[other]+labelMargin {
			p.label.update(keys, gold, other)
		}
	}
	return uint8(best)
}

func bestLabel(sc []float32) int {
	best := 1
	for c := 2; c < len(sc); c++ {
		if sc[c] > sc[best] {
			best = c
		}
	}
	return best
}
