package syntax

// What the parser looks at. An atom is named by the place and what is taken of
// it: s0 the stack's top and s1, s2 below it; b0, b1, b2 the words to come; then
// l and r a place's outermost child, L and R the second outermost; . and
//
//	w word   t tag   u the tag that came second   p part of speech   d relation
//	v number of children to the left, V to the right
//	e set of relations of children to the left, E to the right
//
// s0- and s0+ are the neighbours of s0 in the sentence, b0- that of b0. ds and
// db are the distances of s0 from s1 and from b0, ks and kb what stands between.

var actionNames = []string{
	"s0.w", "s0.t", "s0.p", "s1.w", "s1.t", "s1.p", "s2.w", "s2.t", "s2.p",
	"b0.w", "b0.t", "b0.p", "b1.w", "b1.t", "b1.p", "b2.w", "b2.t", "b2.p", "b3.t",
	"s0-.t", "s0+.t", "b0-.t", "s0-.w", "s0+.w", "b0-.w",
	"s0l.w", "s0l.t", "s0l.d", "s0L.t", "s0L.d", "s0r.w", "s0r.t", "s0r.d", "s0R.t", "s0R.d",
	"s1l.w", "s1l.t", "s1l.d", "s1r.w", "s1r.t", "s1r.d", "s1L.t", "s1R.t", "s1R.d",
	"b0l.w", "b0l.t", "b0l.d", "b0L.t", "b0L.d",
	"s0v", "s0V", "s1v", "s1V", "b0v", "s0e", "s0E", "s1e", "s1E", "b0e", "s2E",
	"ds", "db", "ks", "kb", "depth", "s3.t", "s1+.t", "s1-.t", "s0.u", "s1.u", "b0.u", "b1.u",
}

const actionTemplates = `
s0.w s0.t s0.w&s0.t s1.w s1.t s1.w&s1.t s2.t s2.w&s2.t
b0.w b0.t b0.w&b0.t b1.w b1.t b1.w&b1.t b2.t b2.w&b2.t
s0.w&s0.t&b0.w&b0.t s0.w&s0.t&b0.w s0.w&b0.w&b0.t s0.w&s0.t&b0.t s0.t&b0.w&b0.t s0.w&b0.w s0.t&b0.t s0.w&b0.t s0.t&b0.w
s0.w&s0.t&s1.w&s1.t s0.w&s0.t&s1.t s0.t&s1.w&s1.t s0.w&s1.w s0.t&s1.t s0.w&s1.t s0.t&s1.w
s1.t&b0.t s1.w&b0.w s1.w&b0.t s1.t&b0.w b0.t&b1.t b0.w&b1.t b0.t&b1.w b0.w&b1.w s0.w&b1.w s0.t&b1.t
b0.t&b1.t&b2.t s0.t&b0.t&b1.t s0.t&s1.t&b0.t s0.t&s1.t&s2.t s0.w&s1.t&b0.t s0.t&s1.w&b0.t s0.t&s1.t&b0.w
s0.w&b0.t&b1.t s0.t&b0.w&b1.t s0.t&b0.t&b1.w s0.w&s1.w&b0.t s0.w&s1.t&b0.w s0.t&s1.w&b0.w
s0.t&s1.t&b0.t&b1.t s0.p&s1.p&s2.p&b0.t s0.t&b0.t&b1.t&b2.t s0.p&s1.p&b0.p&b1.p s0.w&s1.p&b0.p&b1.p s0.p&s1.p&b0.w&b1.p s0.p&s1.w&b0.p&b1.p s2.t&s1.t&b0.t
s0.t&s0l.t&b0.t s0.t&s0r.t&b0.t s0.t&b0.t&b0l.t s1.t&s1l.t&s0.t s1.t&s1r.t&s0.t s1.t&s0.t&s0l.t s1.t&s0.t&s0r.t
s0.t&s0l.d&b0.t s0.t&s0r.d&b0.t s0.t&b0.t&b0l.d s1.t&s1l.d&s0.t s1.t&s1r.d&s0.t s1.t&s0.t&s0l.d s1.t&s0.t&s0r.d
s0.w&s0l.d s0.w&s0r.d s0.t&s0r.d s1.w&s1r.d s1.w&s1l.d b0.w&b0l.d b0.t&b0l.d s0l.w&s0.t s0r.w&s0.t s1r.w&s1.t b0l.w&b0.t s1l.w&s1.t
s0l.w&s0.t&s1.t s0l.w&s0.t&b0.t s0l.w&s0.w&b0.t s0l.w&s0.t&s1.w b0l.w&b0.t&s0.t
s0.t&s0l.t&s0L.t s0.t&s0r.t&s0R.t s1.t&s1r.t&s1R.t b0.t&b0l.t&b0L.t s1.t&s1l.t&s1L.t
s0.t&s0r.d&s0R.d&b0.t s1.t&s1r.d&s1R.d&s0.t b0.t&b0l.d&b0L.d&s0.t
s0.w&s0V s0.t&s0V s0.t&s0v s0.w&s0v s1.t&s1V s1.w&s1V s1.t&s1v b0.t&b0v b0.w&b0v
s0.w&s0E s0.t&s0E s0.w&s0e s0.t&s0e s1.w&s1E s1.t&s1E s1.t&s1e b0.w&b0e b0.t&b0e
s0.t&s0E&b0.t s0.t&s0e&b0.t s0.t&b0.t&b0e s1.t&s1E&s0.t s1.t&s0.t&s0e s1.t&s1E&b0.t s0.w&s0E&b0.t s1.w&s1E&s0.t s1.t&s1E&s0.w s0.t&s0e&s1.t&b0.t
s0.t&b0.t&db s0.w&db b0.w&db s0.t&b0.w&db s0.w&b0.t&db s1.t&s0.t&ds s1.w&ds s0.w&ds s1.w&s0.t&ds s1.t&s0.w&ds s0.t&s1.t&b0.t&db
s0.t&b0.t&kb s1.t&s0.t&ks s0.w&b0.t&kb s0.t&b0.w&kb s1.t&s0.t&b0.t&ks s1.t&b0.t&ks
s0.t&s0+.t&b0-.t&b0.t s0.t&s0-.t&b0.t s0.t&s1.t&s0-.t s0-.t&s0.t&s0+.t s1.t&s1+.t&s0.t b0-.t&b0.t&b1.t s1.t&b0.t&b0-.t
depth s0.t&depth s3.t&s2.t&s1.t&s0.t s0.t&b0.t&b1.t&b3.t
s0.t&s0E&s1.t&s1E s1.w&s0.t&s0l.w s0.t&b0.t&s2.t s1.w&s0.w&b0.w s1.t&s0.t&s0e&s1E b0.w&b0e&s0.t b0.t&s1E&s1.t&s0.t
b0.t&b0.u s0.t&s0.u s0.t&s0.u&b0.t s0.t&b0.t&b0.u s1.t&s1.u&s0.t s0.u&b0.t s0.t&b0.u s1.t&s0.t&s0.u b0.t&b1.t&b1.u s0.w&s0.u b0.w&b0.u s0.t&s0.u&b0.t&b0.u
`

const (
	aS0 = 0
	aS1 = 3
	aS2 = 6
	aB0 = 9
	aB1 = 12
	aB2 = 15
)

// actionAtoms fills the atoms of actionNames.
func (s *State) actionAtoms(a *[maxAtoms]uint64) {
	w, none := s.w, int16(s.w.n+1)
	top := func(k int) int16 {
		if i := len(s.stack) - 1 - k; i >= 0 {
			return s.stack[i]
		}
		return none
	}
	ahead := func(k int16) int16 { return min(s.next+k, none) }
	s0, s1, s2, s3 := top(0), top(1), top(2), top(3)
	b0, b1, b2, b3 := ahead(0), ahead(1), ahead(2), ahead(3)
	for k, p := range [6]int16{s0, s1, s2, b0, b1, b2} {
		a[3*k], a[3*k+1], a[3*k+2] = w.form[p], w.fine[p], w.coarse[p]
	}
	n0, n1, m0 := &s.nodes[s0], &s.nodes[s1], &s.nodes[b0]
	a[18] = w.fine[b3]
	sm, sp, bm := max(s0-1, 0), min(s0+1, none), max(b0-1, 0)
	a[19], a[20], a[21] = w.fine[sm], w.fine[sp], w.fine[bm]
	a[22], a[23], a[24] = w.form[sm], w.form[sp], w.form[bm]
	a[25], a[26], a[27] = w.form[n0.l1], w.fine[n0.l1], s.rel(n0.l1)
	a[28], a[29] = w.fine[n0.l2], s.rel(n0.l2)
	a[30], a[31], a[32] = w.form[n0.r1], w.fine[n0.r1], s.rel(n0.r1)
	a[33], a[34] = w.fine[n0.r2], s.rel(n0.r2)
	a[35], a[36], a[37] = w.form[n1.l1], w.fine[n1.l1], s.rel(n1.l1)
	a[38], a[39], a[40] = w.form[n1.r1], w.fine[n1.r1], s.rel(n1.r1)
	a[41], a[42], a[43] = w.fine[n1.l2], w.fine[n1.r2], s.rel(n1.r2)
	a[44], a[45], a[46] = w.form[m0.l1], w.fine[m0.l1], s.rel(m0.l1)
	a[47], a[48] = w.fine[m0.l2], s.rel(m0.l2)
	a[49], a[50], a[51], a[52], a[53] = uint64(n0.nl), uint64(n0.nr), uint64(n1.nl), uint64(n1.nr), uint64(m0.nl)
	a[54], a[55], a[56], a[57], a[58] = n0.lset, n0.rset, n1.lset, n1.rset, m0.lset
	a[59] = s.nodes[s2].rset
	a[60], a[61] = distance(s1, s0), distance(s0, b0)
	a[62], a[63] = w.between(s1, s0), w.between(s0, b0)
	a[64] = uint64(min(len(s.stack), 5))
	a[65] = w.fine[s3]
	a[66], a[67] = w.fine[min(s1+1, none)], w.fine[max(s1-1, 0)]
	a[68], a[69], a[70], a[71] = w.second[s0], w.second[s1], w.second[b0], w.second[b1]
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
