package syntax

// What the parser looks at. An atom is named by the place and what is taken of
// it: s0 the stack's top and s1, s2 below it; b0, b1, b2 the words to come; then
// l and r a place's outermost child, L and R the second outermost; . and
//
//	w word   t tag   u the tag that came second   p part of speech   d relation
//	a tags that the lexicon has   s shape
//	v number of children to the left, V to the right
//	e set of relations of children to the left, E to the right
//
// s0- and s0+ are the neighbours of s0 in the sentence, b0- that of b0. n is the
// last noun of the phrase that begins at b0, m that at b1, n+ and m+ what follows
// them; v the next verb. ds and db are the distances of s0 from s1 and from b0,
// ks and kb what stands between; va, vs and colon what verbs, commas and other
// marks are behind and ahead; pos and len where s0 stands in how long a sentence,
// fin how it ends. g and g1 are what the guide says.
//
// Of three hundred templates those are left whose loss did most harm, one after
// the other, on sentences that had not been trained on.

var actionNames = []string{
	"s0.w", "s0.t", "s0.p", "s1.w", "s1.t", "s1.p", "s2.w", "s2.t", "s2.p", "b0.w", "b0.t", "b0.p", "b1.w", "b1.t",
	"b1.p", "b2.w", "b2.t", "b2.p", "s0-.t", "s0+.t", "b0-.t", "s1+.t", "s0l.w", "s0l.t", "s0l.d", "s0L.t", "s0r.w",
	"s0r.t", "s0r.d", "s0R.t", "s1l.t", "s1l.d", "s1L.t", "s1r.w", "s1r.t", "s1r.d", "s1R.t", "s1R.d", "b0l.w", "b0l.t",
	"b0l.d", "b0L.t", "b0L.d", "s0v", "s0V", "s1v", "s1V", "b0v", "s0e", "s0E", "s1e", "s1E", "b0e", "s2E", "ds",
	"db", "ks", "kb", "depth", "pos", "len", "s0.u", "b0.u", "b1.u", "s0.a", "s1.a", "b0.a", "b1.a", "s0.s", "s1.s",
	"b0.s", "n.t", "n+.t", "m.t", "m+.t", "v.t", "va", "vs", "colon", "fin", "g", "g1",
}

const actionTemplates = `
s0.t s1.t s1.w&s1.t s2.t s2.w&s2.t b0.w b0.t b1.w b1.t b2.w&b2.t s0.w&s0.t&b0.t s0.t&b0.t s0.w&b0.t s0.t&s1.t s0.w&s1.t s0.t&s1.w
s1.t&b0.w b0.t&b1.t s0.t&b1.t b0.t&b1.t&b2.t s0.t&b0.t&b1.t s0.t&s1.t&b0.t s0.t&s1.t&s2.t s0.t&b0.t&b1.w s0.t&s1.t&b0.t&b1.t
s0.p&s1.p&s2.p&b0.t s0.t&b0.t&b1.t&b2.t s0.p&s1.p&b0.p&b1.p s2.t&s1.t&b0.t s0.t&s0l.t&b0.t s0.t&b0.t&b0l.t s1.t&s1r.t&s0.t
s1.t&s0.t&s0l.t s1.t&s0.t&s0r.t s0.t&s0l.d&b0.t s0.t&s0r.d&b0.t s0.t&b0.t&b0l.d s1.t&s1l.d&s0.t s1.t&s1r.d&s0.t s1.t&s0.t&s0l.d
s1.t&s0.t&s0r.d s0.w&s0r.d s0.t&s0r.d s1.w&s1r.d s1.w&s1l.d b0.t&b0l.d s0l.w&s0.t s0r.w&s0.t s1r.w&s1.t b0l.w&b0.t s0l.w&s0.t&s1.t
s0l.w&s0.t&b0.t s0.t&s0l.t&s0L.t s0.t&s0r.t&s0R.t s1.t&s1r.t&s1R.t b0.t&b0l.t&b0L.t s1.t&s1l.t&s1L.t s1.t&s1r.d&s1R.d&s0.t
b0.t&b0l.d&b0L.d&s0.t s0.w&s0V s0.t&s0V s0.t&s0v s0.w&s0v s1.t&s1V s1.t&s1v b0.t&b0v b0.w&b0v s0.t&s0E s0.w&s0e s0.t&s0e s1.w&s1E
s1.t&s1E s1.t&s1e b0.w&b0e b0.t&b0e s0.t&s0E&b0.t s0.t&s0e&b0.t s0.t&b0.t&b0e s1.t&s1E&s0.t s1.t&s0.t&s0e s1.t&s1E&b0.t s0.w&s0E&b0.t
s1.w&s1E&s0.t s0.t&b0.t&db s0.w&db b0.w&db s1.w&ds s1.w&s0.t&ds s0.t&b0.t&kb s1.t&s0.t&ks s1.t&b0.t&ks s0.t&s0+.t&b0-.t&b0.t
s0.t&s0-.t&b0.t s0.t&s1.t&s0-.t s0-.t&s0.t&s0+.t s1.t&s1+.t&s0.t b0-.t&b0.t&b1.t s1.t&b0.t&b0-.t depth s0.t&depth s0.t&s0E&s1.t&s1E
s1.t&s0.t&s0e&s1E b0.t&b0.u s0.t&s0.u s0.t&b0.t&b0.u s0.u&b0.t s0.t&b0.u s1.t&s0.t&s0.u b0.t&b1.t&b1.u s0.w&s0.u b0.t&n.t&n+.t
b0.t&b1.t&n+.t s0.t&b0.t&va s0.t&s1.t&va s0.t&vs s0.t&fin s0.t&b0.t&fin s0.t&b0.t&m.t&m+.t s0.s&b0.s s0.t&s0.s&b0.s&b0.t s0.t&s0.s&b0.w
s0.w&b0.s s1.s&s0.s&s1.t&s0.t s1.s&s0.s&b0.s s0.a&b0.a s0.a&b0.t s0.t&b0.a s1.a&s0.a s0.t&s1.t&b0.a b0.a&b1.a s0.t&b0.a&b1.a pos&len
pos&s0.t colon&s0.t&b0.t colon&depth&b0.t len&pos&b0.w s2.w&s0.w s2E&s1.t&b0.t s1.w&s0.t&s0l.d s2.t&s1.t&s0.t&s0l.w s2.w&s0.t&s0l.w
s2.w&s1.t&s0l.w s1.t&s1r.w&s0l.w b0.w&v.t s0.t&b0.t&v.t n.t&n+.t&b0.t&v.t s0.p&s1.p&b0.p&b0l.w s0.t&s1.t&b0.t&b0l.d s1.t&b0.t&b0l.w
s1.t&s0.t&b0.t&b0l.w b0.t&b0l.w&s0l.w&s0.t g g&s0.t g&b0.t g&s0.t&b0.t g&s0.t&s1.t g&s0.t&s1.t&b0.t g&b0.t&b1.t g&g1 g&g1&s0.t g&g1&s1.t
g&ds g&db g&s0.w g&b0.w g&s1.w g&depth g&s0.t&s0E g&s1.t&s1E g&s0.t&kb g&fin
`

// actionAtoms fills the atoms of actionNames.
func (s *State) actionAtoms(a *[maxAtoms]uint64) {
	w, none := s.w, int16(s.w.n+1)
	top := func(k int) int16 {
		if i := len(s.stack) - 1 - k; i >= 0 {
			return s.stack[i]
		}
		return none
	}
	s0, s1, s2 := top(0), top(1), top(2)
	b0, b1, b2 := min(s.next, none), min(s.next+1, none), min(s.next+2, none)
	for k, p := range [6]int16{s0, s1, s2, b0, b1, b2} {
		a[3*k], a[3*k+1], a[3*k+2] = w.form[p], w.fine[p], w.coarse[p]
	}
	n0, n1, m0 := &s.nodes[s0], &s.nodes[s1], &s.nodes[b0]
	nb, mb := w.noun[b0], w.noun[b1]
	a[18], a[19], a[20], a[21] = w.fine[max(s0-1, 0)], w.fine[min(s0+1, none)], w.fine[max(b0-1, 0)], w.fine[min(s1+1, none)]
	a[22], a[23], a[24], a[25] = w.form[n0.l1], w.fine[n0.l1], s.rel(n0.l1), w.fine[n0.l2]
	a[26], a[27], a[28], a[29] = w.form[n0.r1], w.fine[n0.r1], s.rel(n0.r1), w.fine[n0.r2]
	a[30], a[31], a[32] = w.fine[n1.l1], s.rel(n1.l1), w.fine[n1.l2]
	a[33], a[34], a[35], a[36], a[37] = w.form[n1.r1], w.fine[n1.r1], s.rel(n1.r1), w.fine[n1.r2], s.rel(n1.r2)
	a[38], a[39], a[40], a[41], a[42] = w.form[m0.l1], w.fine[m0.l1], s.rel(m0.l1), w.fine[m0.l2], s.rel(m0.l2)
	a[43], a[44], a[45], a[46], a[47] = uint64(n0.nl), uint64(n0.nr), uint64(n1.nl), uint64(n1.nr), uint64(m0.nl)
	a[48], a[49], a[50], a[51], a[52], a[53] = n0.lset, n0.rset, n1.lset, n1.rset, m0.lset, s.nodes[s2].rset
	a[54], a[55] = distance(s1, s0), distance(s0, b0)
	a[56], a[57] = w.between(s1, s0), w.between(s0, b0)
	a[58], a[59], a[60] = uint64(min(len(s.stack), 5)), distance(0, s0), distance(0, int16(w.n))
	a[61], a[62], a[63] = w.second[s0], w.second[b0], w.second[b1]
	a[64], a[65], a[66], a[67] = w.amb[s0], w.amb[s1], w.amb[b0], w.amb[b1]
	a[68], a[69], a[70] = w.shape[s0], w.shape[s1], w.shape[b0]
	a[71], a[72], a[73], a[74] = w.fine[nb], w.fine[min(nb+1, none)], w.fine[mb], w.fine[min(mb+1, none)]
	a[75] = w.fine[w.verb[b0]]
	a[76], a[77], a[78] = w.ahead(b0)
	a[79] = w.form[w.n]
	a[80], a[81] = s.guided(s0, s1, s2, b0)
}

// rel is the relation of a place as an atom: none has no relation.
func (s *State) rel(p int16) uint64 { return uint64(s.nodes[p].rel) }

// distance is the distance of two places in steps that widen.
func distance(from, to int16) uint64 {
	d := to - from
	switch {
	case d < 0:
		return 0
	case d <= 5:
		return uint64(d)
	case d <= 8:
		return 6
	case d <= 14:
		return 7
	}
	return 8
}

// between says what kinds of word stand between two places, few or many.
func (w *Words) between(from, to int16) uint64 {
	if to <= from+1 {
		return 0
	}
	x, y := &w.before[from+1], &w.before[to]
	return 1 + uint64(min(y.verbs-x.verbs, 2)) + 3*uint64(min(y.commas-x.commas, 2)) + 9*uint64(min(y.marks-x.marks, 1)) +
		18*uint64(min(y.conj-x.conj, 1)) + 36*uint64(min(y.nouns-x.nouns, 1))
}
