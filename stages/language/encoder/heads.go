package encoder

// The heads are four linear maps. Their outputs, in columns:
//
//	word      events (none first), cues (none first), keys of seven kinds of arc
//	trigger   queries of source, target, same; "nowhere" of each; status; background
//	cue       queries of speaker, begin, end; "nowhere" of each
//	sentence  attitudes, issues, stances of each issue, query of the holder; its "nowhere"
//
// A sentence is given by the vector of the mark before it and the mean of its
// pieces' vectors.

// Kinds of arc, in the order of their keys.
const (
	keySource = iota
	keyTarget
	keySame
	keySpeaker
	keyBegin
	keyEnd
	keyHolder
	keyKinds
)

var calibrated = [keyKinds]string{"source", "target", "same", "speaker", "begin", "end", "holder"}

// arcFloor is the least probability of an arc that is told.
const arcFloor = 0.01

// headScratch holds the outputs of the heads for the window at hand.
type headScratch struct {
	word, anchor, sentence []float32 // outputs; anchor is that of triggers, then of cues
	rows                   []float32 // inputs that were picked from the window
	most                   []float32
	anchors                []int // words that are triggers or cues
	logits                 []float32
}

func (h *headScratch) init(m *Model, rows int) {
	h.word = make([]float32, rows*m.wordHead.width)
	h.anchor = make([]float32, rows*max(m.triggerHead.width, m.cueHead.width))
	h.sentence = make([]float32, rows*m.sentenceHead.width)
	h.rows, h.most = make([]float32, rows*2*m.Hidden), make([]float32, rows)
	h.logits = make([]float32, rows+1)
}

// heads appends to r what they say of a window whose vectors are in s.x.
func (m *Model) heads(s *scratch, w *window, f Floors, r *Reading) {
	h := &s.heads
	m.pick(s, len(w.words), m.Hidden, func(i int, row []float32) { copy(row, s.x[int(w.words[i].position)*m.Hidden:]) })
	if len(w.words) > 0 {
		m.apply(s, len(w.words), &m.wordHead, h.word)
	}
	first := len(r.Words)
	at := m.wordScores(s, w, r)
	m.triggers(s, w, f, r, first, at)
	m.cues(s, w, f, r, first, at)
	m.sentences(s, w, f, r)
}

// pick fills h.rows with n rows and zeroes the padding after them.
func (m *Model) pick(s *scratch, n, width int, fill func(i int, row []float32)) {
	h := &s.heads
	for i := range n {
		row := h.rows[i*width:][:width]
		fill(i, row)
		h.most[i] = m.kernel.absMax(row)
	}
	end := roundUp(n, tileRows)
	clear(h.rows[n*width : end*width])
	clear(h.most[n:end])
}

func (m *Model) apply(s *scratch, n int, a *matrix, out []float32) {
	m.kernel.linear(s, roundUp(n, tileRows), s.heads.rows, s.heads.most, a, out)
}

// wordScores appends the window's own words, and returns the number in the
// window of each.
func (m *Model) wordScores(s *scratch, w *window, r *Reading) (at []int) {
	events, cues := 1+len(m.Events), 1+len(m.Cues)
	slab := make([]float32, 0, len(w.words)*(events+cues))
	for i, word := range w.words {
		if word.context {
			continue
		}
		n := len(slab)
		slab = append(slab, s.heads.word[i*m.wordHead.width:][:events+cues]...)
		e, c := slab[n:n+events:n+events], slab[n+events:n+events+cues:n+events+cues]
		m.softmax("event", e, 0)
		m.softmax("cue", c, 0)
		r.Words = append(r.Words, Word{Place: word.place, Events: e, Cues: c})
		at = append(at, i)
	}
	return at
}

// anchored applies a head to the words from first on that want says, and
// returns them.
func (m *Model) anchored(s *scratch, w *window, r *Reading, first int, at []int, head *matrix, want func(*Word) bool) []int {
	h := &s.heads
	h.anchors = h.anchors[:0]
	for i := range r.Words[first:] {
		if want(&r.Words[first+i]) {
			h.anchors = append(h.anchors, first+i)
		}
	}
	n := len(h.anchors)
	if n == 0 {
		return nil
	}
	m.pick(s, n, m.Hidden, func(i int, row []float32) {
		copy(row, s.x[int(w.words[at[h.anchors[i]-first]].position)*m.Hidden:])
	})
	m.apply(s, n, head, h.anchor)
	return h.anchors
}

func (m *Model) triggers(s *scratch, w *window, f Floors, r *Reading, first int, at []int) {
	anchors := m.anchored(s, w, r, first, at, &m.triggerHead, func(x *Word) bool { return 1-x.Events[0] > f.Event })
	width, statuses := m.triggerHead.width, len(m.Status)
	found := make([]Trigger, len(anchors))
	for i, a := range anchors {
		t := &found[i]
		rest := s.heads.anchor[i*width+3*m.Arc+3:][:statuses+1]
		t.Status = append([]float32(nil), rest[:statuses]...)
		m.softmax("status", t.Status, -1)
		t.Background = m.sigmoid("background", rest[statuses])
		r.Words[a].Trigger = t
	}
	for kind, arcs := range []func(*Trigger) *Arcs{func(t *Trigger) *Arcs { return &t.Source }, func(t *Trigger) *Arcs { return &t.Target }, func(t *Trigger) *Arcs { return &t.Same }} {
		m.arcs(s, w, keySource+kind, len(anchors), s.heads.anchor[kind*m.Arc:], 3*m.Arc, width, kind, func(i int) *Arcs { return arcs(&found[i]) })
	}
}

func (m *Model) cues(s *scratch, w *window, f Floors, r *Reading, first int, at []int) {
	anchors := m.anchored(s, w, r, first, at, &m.cueHead, func(x *Word) bool { return 1-x.Cues[0] > f.Cue })
	found := make([]Cue, len(anchors))
	for i, a := range anchors {
		r.Words[a].Cue = &found[i]
	}
	for kind, arcs := range []func(*Cue) *Arcs{func(c *Cue) *Arcs { return &c.Speaker }, func(c *Cue) *Arcs { return &c.Begin }, func(c *Cue) *Arcs { return &c.End }} {
		m.arcs(s, w, keySpeaker+kind, len(anchors), s.heads.anchor[kind*m.Arc:], 3*m.Arc, m.cueHead.width, kind, func(i int) *Arcs { return arcs(&found[i]) })
	}
}

func (m *Model) sentences(s *scratch, w *window, f Floors, r *Reading) {
	h, width := m.Hidden, m.sentenceHead.width
	own := w.sentences
	if len(own) > 0 && own[0].context {
		own = own[1:]
	}
	m.pick(s, len(own), 2*h, func(i int, row []float32) {
		p := own[i]
		copy(row, s.x[int(p.marker)*h:][:h])
		mean := row[h:]
		clear(mean)
		for t := int(p.from); t < int(p.to); t++ {
			for d, v := range s.x[t*h:][:h] {
				mean[d] += v
			}
		}
		for d := range mean {
			mean[d] /= float32(p.to - p.from)
		}
	})
	m.apply(s, len(own), &m.sentenceHead, s.heads.sentence)
	attitudes, issues, stances := len(m.Attitudes), len(m.Issues), len(m.Stances)
	first := len(r.Sentences)
	any := false
	for i, p := range own {
		out := append([]float32(nil), s.heads.sentence[i*width:][:attitudes+issues*(1+stances)]...)
		x := Sentence{Sentence: p.sentence, Attitude: out[:attitudes:attitudes], Issues: out[attitudes:][:issues:issues], Stances: out[attitudes+issues:]}
		m.softmax("attitude", x.Attitude, 0)
		for k := range x.Issues {
			x.Issues[k] = m.sigmoid("issue", x.Issues[k])
			any = any || x.Issues[k] > f.Issue
			m.softmax("stance", x.Stances[k*stances:][:stances], -1)
		}
		r.Sentences = append(r.Sentences, x)
	}
	if any {
		query := attitudes + issues*(1+stances)
		m.arcs(s, w, keyHolder, len(own), s.heads.sentence[query:], m.Arc, width, 0, func(i int) *Arcs { return &r.Sentences[first+i].Holder })
		for i := first; i < len(r.Sentences); i++ {
			if x := &r.Sentences[i]; !above(x.Issues, f.Issue) {
				x.Holder = Arcs{}
			}
		}
	}
}

func above(p []float32, floor float32) bool {
	for _, v := range p {
		if v > floor {
			return true
		}
	}
	return false
}

// arcs scores the arcs of one kind from n anchors to all words of the window.
// The query of anchor i stands at from[i*stride], its "nowhere" none+index after.
func (m *Model) arcs(s *scratch, w *window, kind, n int, from []float32, none, stride, index int, to func(i int) *Arcs) {
	if n == 0 {
		return
	}
	a, words := m.Arc, len(w.words)
	if words == 0 { // a window of marks alone
		for i := range n {
			*to(i) = Arcs{Nowhere: 1}
		}
		return
	}
	rows, columns := roundUp(n, tileRows), roundUp(words, blockRows16)
	scale := inverseRoot(a)
	for i := range n {
		q := from[i*stride:][:a]
		inverse, step := scaleOf(m.kernel.absMax(q), limitQuery)
		m.kernel.quantise16(q, inverse, s.q[i*a:][:a])
		s.queryScale[i] = step
	}
	clear(s.q[n*a : rows*a])
	clear(s.queryScale[n:rows])
	column := 1 + len(m.Events) + 1 + len(m.Cues) + kind*a
	for i := range words {
		k := s.heads.word[i*m.wordHead.width+column:][:a]
		inverse, step := scaleOf(m.kernel.absMax(k), limitQuery)
		m.kernel.quantise16(k, inverse, s.k[i*a:][:a])
		s.keyScale[i] = float32(step * scale)
	}
	clear(s.k[words*a : columns*a])
	clear(s.keyScale[words:columns])
	packRows(s.packed, s.k, a, a, columns)
	m.kernel.product16(s, product{rows: rows, inner: a, columns: columns, a: s.q, lda: a, b: s.packed,
		rowScale: s.queryScale, columnScale: s.keyScale, bias: s.zeros, c: s.scores, ldc: columns})
	for i := range n {
		logits := append(append(s.heads.logits[:0], s.scores[i*columns:][:words]...), from[i*stride+none-index*a+index])
		m.softmax(calibrated[kind], logits, words)
		*to(i) = collect(w, logits)
	}
}

// collect keeps the arcs that are probable enough.
func collect(w *window, p []float32) Arcs {
	out := Arcs{Nowhere: p[len(p)-1]}
	for i, v := range p[:len(p)-1] {
		if v >= arcFloor {
			out.To = append(out.To, Arc{w.words[i].place, v})
		}
	}
	return out
}
