package syntax

import "parley/stages"

// Parser tags and parses sentences by a model. It keeps its buffers from
// sentence to sentence, so that it allocates nothing once they have grown; it
// is for one goroutine at a time.
type Parser struct {
	model  *Model
	words  Words
	mirror Words // the same from right to left
	state  State
	keys   [maxFeatures]uint64
	score  [128]int32
}

// NewParser returns a parser that uses the model.
func (m *Model) NewParser() *Parser { return &Parser{model: m} }

// Reset begins a sentence of n words.
func (p *Parser) Reset(n int) { p.words.Reset(n) }

// Set gives the word i its form.
func (p *Parser) Set(i int, text string) { p.words.Set(i, text) }

// SetLemma gives the word i, which Tag has tagged, its lemma, lower case; Parse
// asks for it.
func (p *Parser) SetLemma(i int, lemma string) {
	if p.words.Open(i) {
		p.words.SetLemma(i, lemma)
	}
}

// Tags are the tags of the word i, once Tag has run.
func (p *Parser) Tags(i int) Class { return p.model.classes[p.words.tag[i+1]] }

// Head is the head of the word i, -1 for the root, once Parse has run.
func (p *Parser) Head(i int) int { return p.state.Head(i) }

// Rel is the relation of the word i, once Parse has run.
func (p *Parser) Rel(i int) stages.Rel { return stages.Rel(p.state.Rel(i)) }

// Tag tags the sentence, in two passes: the second sees what the first gave to
// the words ahead.
func (p *Parser) Tag() {
	w, m := &p.words, p.model
	for i := range w.n {
		w.Look(i, m.lexicon)
	}
	for pass := range m.tag {
		for i := range w.n {
			some := w.Closed(i, m.lexicon)
			if some == nil {
				some = m.all
			}
			if len(some) > 1 {
				clear(p.score[:len(m.all)])
				m.tag[pass].add(m.feats.Tag(pass, w, i, p.keys[:]), &m.book, &p.score)
			}
			Choose(w, i, some, p.score[:], m.classes)
		}
	}
	w.Count()
}

// Parse parses the sentence, which Tag has tagged.
func (p *Parser) Parse() {
	p.guide()
	s := &p.state
	s.Reset(&p.words)
	for !s.Done() {
		act, rel := p.choose(), uint8(0)
		if act != Shift {
			rel = p.relation(act)
		}
		s.Do(act, rel)
	}
	s.punctuate()
}

// guide has the guide parse the sentence.
func (p *Parser) guide() {
	s, m := &p.state, p.model
	p.mirror.Mirror(&p.words)
	s.Reset(&p.mirror)
	for !s.Done() {
		act, free := s.forced()
		if free {
			var a [maxAtoms]uint64
			s.actionAtoms(&a)
			act = s.best(m.guide.add(m.feats.guide.keys(p.keys[:], &a), &m.book))
		}
		s.Do(act, 0)
	}
	p.words.SetGuide(s)
}

// choose is the best action that is allowed.
func (p *Parser) choose() Action {
	s, m := &p.state, p.model
	act, free := s.forced()
	if !free {
		return act
	}
	var a [maxAtoms]uint64
	s.actionAtoms(&a)
	if v, ok := m.sureAction.of(m.feats.sureAction.keys(p.keys[:], &a)); ok && s.Allowed(Action(v)) {
		return Action(v)
	}
	return s.best(m.action.add(m.feats.action.keys(p.keys[:], &a), &m.book))
}

// relation is the best relation for the arc of an action.
func (p *Parser) relation(act Action) uint8 {
	m := p.model
	var a [maxAtoms]uint64
	p.state.labelAtoms(&a, act)
	if rel, ok := m.sureLabel.of(m.feats.sureLabel.keys(p.keys[:], &a)); ok {
		return rel
	}
	clear(p.score[:64])
	m.label.add(m.feats.label.keys(p.keys[:], &a), &m.book, &p.score)
	best := 1
	for c := 2; c < 64; c++ {
		if p.score[c] > p.score[best] {
			best = c
		}
	}
	return uint8(best)
}
