package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"sort"

	"parley/stages"
	"parley/stages/annotate/syntax"
)

// tagset numbers the pairs of tags that the tagger chooses from.
type tagset struct {
	classes []syntax.Class
	of      map[syntax.Class]int
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
	lex   map[uint64]uint16
	pass  [2]*learner
}

// ambiguity makes the lexicon: the set of tags of each common form, as a hash.
func ambiguity(set *tagset, data []sentence) map[uint64]uint16 {
	n := map[uint64]map[int]int{}
	for _, s := range data {
		for _, w := range s.words {
			h := syntax.Form(w.form)
			if n[h] == nil {
				n[h] = map[int]int{}
			}
			n[h][set.class(w)]++
		}
	}
	lex := map[uint64]uint16{}
	for h, tags := range n {
		all := 0
		for _, k := range tags {
			all += k
		}
		if all < 4 {
			continue
		}
		sum := uint64(0)
		for c, k := range tags {
			if k*20 >= all {
				x := uint64(c+1) * 0x9e3779b97f4a7c15
				if k*2 > all {
					x *= 0xd6e8feb86659fd93
				}
				sum += x ^ x>>29
			}
		}
		lex[h] = uint16((sum*0x94d049bb133111eb)>>48) | 4
	}
	return lex
}

func prepare(w *syntax.Words, s sentence, lex map[uint64]uint16) {
	w.Reset(len(s.words))
	for i := range s.words {
		w.Set(i, s.words[i].form)
		w.SetAmbiguity(i, lex[syntax.Form(s.words[i].form)])
	}
}

func trainTagger(set *tagset, feats *syntax.Features, data []sentence, iters int, margin float32, seed uint64, verbose bool) *tagger {
	t := &tagger{set: set, feats: feats, lex: ambiguity(set, data)}
	t.pass[0] = t.train(0, data, iters, margin, seed, verbose, nil)
	t.pass[1] = t.train(1, data, iters, margin, seed, verbose, nil)
	return t
}

func (t *tagger) train(pass int, data []sentence, iters int, margin float32, seed uint64, verbose bool, only map[uint64]bool) *learner {
	l := newLearner(len(t.set.classes))
	l.only = only
	keys := make([]uint64, 256)
	var w syntax.Words
	if only == nil {
		l.seen, l.least = make([]uint8, 1<<24), 2
		for _, s := range data {
			prepare(&w, s, t.lex)
			for i := range s.words {
				w.SetTag(i, t.set.class(s.words[i]), t.set.classes)
			}
			for i := range s.words {
				l.count(t.feats.Tag(pass, &w, i, keys))
			}
		}
	}
	rng := rand.New(rand.NewPCG(seed, uint64(pass)))
	order := rng.Perm(len(data))
	for it := range iters {
		wrong, n := 0, 0
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, o := range order {
			s := data[o]
			prepare(&w, s, t.lex)
			if pass == 1 {
				t.run(0, &w, keys)
			}
			for i := range s.words {
				k := t.feats.Tag(pass, &w, i, keys)
				sc := l.eval(k)
				gold := t.set.class(s.words[i])
				best, other := 0, -1
				for c := range sc {
					if sc[c] > sc[best] {
						best = c
					}
					if c != gold && (other < 0 || sc[c] > sc[other]) {
						other = c
					}
				}
				n++
				if best != gold {
					wrong++
				}
				if sc[gold] < sc[other]+margin {
					l.update(k, gold, other)
				}
				w.SetTag(i, best, t.set.classes)
			}
		}
		if verbose {
			fmt.Fprintf(os.Stderr, "tagger pass %d iteration %d: %.2f%% wrong, %d features\n", pass, it, 100*float64(wrong)/float64(n), l.used)
		}
	}
	l.average()
	return l
}

// run tags the words of w by one pass.
func (t *tagger) run(pass int, w *syntax.Words, keys []uint64) {
	l := t.pass[pass]
	for i := range w.N() {
		sc := l.eval(t.feats.Tag(pass, w, i, keys))
		best := 0
		for c := range sc {
			if sc[c] > sc[best] {
				best = c
			}
		}
		w.SetTag(i, best, t.set.classes)
	}
}

// tag gives the classes of a sentence's words.
func (t *tagger) tag(w *syntax.Words, s sentence, keys []uint64) []uint8 {
	prepare(w, s, t.lex)
	t.run(0, w, keys)
	if t.pass[1] != nil {
		t.run(1, w, keys)
	}
	out := make([]uint8, len(s.words))
	for i := range out {
		out[i] = uint8(w.Tag(i))
	}
	return out
}

// accuracy of the tagger: UPOS, XPOS.
func (t *tagger) accuracy(data []sentence) (upos, xpos float64) {
	keys := make([]uint64, 256)
	var w syntax.Words
	u, x, n := 0, 0, 0
	for _, s := range data {
		for i, c := range t.tag(&w, s, keys) {
			n++
			if t.set.classes[c].UPOS == stages.ParseUPOS(s.words[i].upos) {
				u++
			}
			if t.set.classes[c].XPOS == stages.ParseXPOS(s.words[i].xpos) {
				x++
			}
		}
	}
	return 100 * float64(u) / float64(n), 100 * float64(x) / float64(n)
}
