package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"sort"

	"parley/stages"
	"parley/stages/annotate/syntax"
)

// tagset numbers the pairs of tags that the tagger chooses from.
type tagset struct {
	classes []syntax.Class
	of      map[syntax.Class]int
	all     []uint8 // every class
}

func classOf(w word) syntax.Class {
	return syntax.Class{UPOS: stages.ParseUPOS(w.upos), XPOS: stages.ParseXPOS(w.xpos)}
}

// newTagset takes the pairs that occur often enough to be learnt.
func newTagset(data []sentence) *tagset {
	n := map[syntax.Class]int{}
	for _, s := range data {
		for _, w := range s.words {
			n[classOf(w)]++
		}
	}
	t := &tagset{of: map[syntax.Class]int{}}
	for c, k := range n {
		if k >= 8 {
			t.classes = append(t.classes, c)
		}
	}
	sort.Slice(t.classes, func(i, j int) bool {
		a, b := t.classes[i], t.classes[j]
		if n[a] != n[b] {
			return n[a] > n[b]
		}
		return a.UPOS < b.UPOS || a.UPOS == b.UPOS && a.XPOS < b.XPOS
	})
	for i, c := range t.classes {
		t.of[c] = i
		t.all = append(t.all, uint8(i))
	}
	return t
}

// class is the number of a word's tags; a rare pair gets the commonest pair of
// the same part of speech.
func (t *tagset) class(w word) int {
	c := classOf(w)
	if i, ok := t.of[c]; ok {
		return i
	}
	for i, d := range t.classes {
		if d.UPOS == c.UPOS {
			return i
		}
	}
	return 0
}

// tagger is a tagger in training: two passes, of which the second sees the tags
// that the first gave to the words ahead.
type tagger struct {
	set   *tagset
	feats *syntax.Features
	lex   *syntax.Lexicon
	pass  [2]*learner
	keys  []uint64
}

// newLexicon gathers the sets of tags that the forms of the data have.
func newLexicon(set *tagset, data []sentence) *syntax.Lexicon {
	n := map[uint64][]int{}
	for _, s := range data {
		for _, w := range s.words {
			h := syntax.Form(w.form)
			if n[h] == nil {
				n[h] = make([]int, len(set.classes))
			}
			n[h][set.class(w)]++
		}
	}
	var forms []uint64
	for h := range n {
		forms = append(forms, h)
	}
	slices.Sort(forms)
	lex := syntax.NewLexicon()
	for _, h := range forms {
		all, most := 0, 0
		for c, k := range n[h] {
			all += k
			if k > n[h][most] {
				most = c
			}
		}
		if all < lexiconLeast {
			continue
		}
		tags := []uint8{uint8(most)}
		for c, k := range n[h] {
			if c != most && k*100 >= all {
				tags = append(tags, uint8(c))
			}
		}
		lex.Add(h, tags, all >= lexiconClosed)
	}
	return lex
}

// A form is in the lexicon when it occurs lexiconLeast times, and can have no
// other tags than those seen when it occurs lexiconClosed times.
const (
	lexiconLeast  = 4
	lexiconClosed = 40
)

func prepare(w *syntax.Words, s sentence, lex *syntax.Lexicon) {
	w.Reset(len(s.words))
	for i := range s.words {
		w.Set(i, s.words[i].form)
		w.Look(i, lex)
	}
}

// trainTagger trains both passes.
func trainTagger(set *tagset, feats *syntax.Features, data []sentence) *tagger {
	t := &tagger{set: set, feats: feats, lex: newLexicon(set, data), keys: make([]uint64, 256)}
	for pass := range t.pass {
		t.pass[pass] = t.train(pass, data, seed, nil)
	}
	return t
}

// again trains both passes anew on the strongest features that they have: the
// mean of several trainings.
func (t *tagger) again(data []sentence) *tagger {
	out := &tagger{set: t.set, feats: t.feats, lex: t.lex, keys: t.keys}
	for pass := range t.pass {
		keep := keys(syntax.StrongestTags(t.pass[pass].features(), keepTags))
		var lists [][]syntax.Feature
		for k := range uint64(taggers) {
			lists = append(lists, out.train(pass, data, seed+k, keep).features())
		}
		out.pass[pass] = learnerOf(len(t.set.classes), mean(lists))
	}
	return out
}

// train trains a pass of the tagger, on the features of only when it is given.
func (t *tagger) train(pass int, data []sentence, seed uint64, only map[uint64]bool) *learner {
	l := newLearner(len(t.set.classes))
	l.only = only
	var w syntax.Words
	if only == nil {
		l.seen = newSeen(24, 2)
		for _, s := range data {
			prepare(&w, s, t.lex)
			for i := range s.words {
				w.SetTag(i, t.set.class(s.words[i]), t.set.class(s.words[i]), t.set.classes)
			}
			for i := range s.words {
				if len(w.Closed(i, t.lex)) != 1 {
					l.seen.count(t.feats.Tag(pass, &w, i, t.keys))
				}
			}
		}
	}
	rng := rand.New(rand.NewPCG(seed, uint64(pass)))
	order := rng.Perm(len(data))
	for it := range tagPasses {
		wrong, n := 0, 0
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, o := range order {
			s := data[o]
			prepare(&w, s, t.lex)
			if pass == 1 {
				t.run(0, &w)
			}
			for i := range s.words {
				gold := t.set.class(s.words[i])
				n++
				some := w.Closed(i, t.lex)
				if len(some) == 1 {
					w.SetTag(i, int(some[0]), int(some[0]), t.set.classes)
					if int(some[0]) != gold {
						wrong++
					}
					continue
				}
				if some == nil {
					some = t.set.all
				}
				k := t.feats.Tag(pass, &w, i, t.keys)
				sc := l.evalSome(k, some)
				best, other, can := int(some[0]), -1, false
				for _, x := range some {
					c := int(x)
					if sc[c] > sc[best] {
						best = c
					}
					if c == gold {
						can = true
					} else if other < 0 || sc[c] > sc[other] {
						other = c
					}
				}
				if best != gold {
					wrong++
				}
				if can && sc[gold] < sc[other]+tagMargin {
					l.update(k, gold, other)
				}
				w.SetTag(i, best, best, t.set.classes)
			}
		}
		if it == tagPasses-1 {
			fmt.Fprintf(os.Stderr, "tagger %d: %.2f%% wrong, %d features\n", pass, 100*float64(wrong)/float64(n), l.used)
		}
	}
	l.average()
	return l
}

// run tags the words of w by one pass.
func (t *tagger) run(pass int, w *syntax.Words) {
	for i := range w.N() {
		some := w.Closed(i, t.lex)
		if some == nil {
			some = t.set.all
		}
		var score []float32
		if len(some) > 1 {
			score = t.pass[pass].evalSome(t.feats.Tag(pass, w, i, t.keys), some)
		}
		syntax.Choose(w, i, some, score, t.set.classes)
	}
}

// tagging is the class of a word and the one that came second.
type tagging [2]uint8

// tag gives the classes of a sentence's words.
func (t *tagger) tag(w *syntax.Words, s sentence) []tagging {
	prepare(w, s, t.lex)
	for pass := range t.pass {
		t.run(pass, w)
	}
	out := make([]tagging, len(s.words))
	for i := range out {
		out[i] = tagging{uint8(w.Tag(i)), uint8(w.Second(i))}
	}
	return out
}
