package main

import (
	"fmt"

	"parley/stages"
	"parley/stages/annotate/syntax"
	"parley/stages/language/inflect"
)

// scores counts what is right of the words of a treebank.
type scores struct{ words, upos, xpos, lemma, uas, las int }

func (s scores) String() string {
	pc := func(n int) float64 { return 100 * float64(n) / float64(s.words) }
	return fmt.Sprintf("UPOS %.2f  XPOS %.2f  lemmas %.2f  UAS %.2f  LAS %.2f", pc(s.upos), pc(s.xpos), pc(s.lemma), pc(s.uas), pc(s.las))
}

// scoreGold scores a model on sentences whose words are given.
func scoreGold(m *syntax.Model, l *inflect.Lemmatizer, data []sentence) (sc scores) {
	p := m.NewParser()
	var lemmas []string
	for _, s := range data {
		p.Reset(len(s.words))
		for i, w := range s.words {
			p.Set(i, w.form)
		}
		p.Tag()
		lemmas = lemmas[:0]
		for i, w := range s.words {
			c := p.Tags(i)
			lemmas = append(lemmas, l.Lemma(w.lower, c.UPOS, c.XPOS))
			p.SetLemma(i, lemmas[i])
		}
		p.Parse()
		for i, w := range s.words {
			c := p.Tags(i)
			sc.words++
			if c.UPOS == stages.ParseUPOS(w.upos) {
				sc.upos++
			}
			if c.XPOS == stages.ParseXPOS(w.xpos) {
				sc.xpos++
			}
			if lemmas[i] == lower(w.lemma) {
				sc.lemma++
			}
			if p.Head(i) == w.head {
				sc.uas++
				if p.Rel(i) == relOf(w.rel) {
					sc.las++
				}
			}
		}
	}
	return sc
}
