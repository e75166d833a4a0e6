package syntax

// What the labeller looks at when the dependent d is hung on the head h: d's
// children are complete. Names are those of the parser; hs is the child of h
// that stands nearest to d on its side; x the word below the arc on the stack;
// dir the direction with the distance.

var labelNames = []string{
	"d.w", "d.t", "d.p", "h.w", "h.t", "h.p",
	"dl.w", "dl.t", "dl.d", "dL.d", "dL.t", "dr.w", "dr.t", "dr.d", "dR.d", "dL.w",
	"hs.w", "hs.t", "hs.d", "hS.d", "he", "hE", "hl.w", "hl.d", "hr.d", "hr.w",
	"de", "dE", "dv", "dV", "dir", "k", "d-.t", "d+.t", "h-.t", "h+.t", "d-.w", "d+.w", "h+.w", "h-.w",
	"x.t", "x.w", "b0.t", "b0.w", "b1.t", "first", "side", "d.u", "h.u",
}

const labelTemplates = `
d.w&side d.t&side d.w&d.t h.w&side h.t&side h.w&h.t d.t&h.t&side d.w&h.t&side d.t&h.w&side d.w&h.w d.w&d.t&h.t d.t&h.w&h.t d.t&h.t&dir d.w&dir h.w&dir d.w&h.t&dir d.t&h.w&dir
d.t&dl.w d.t&dl.t&h.t d.t&dl.d&h.t d.t&dl.d&dL.d&h.t d.w&dl.d d.w&dl.w dl.w&d.t&h.t&side dl.w&d.t&h.w dl.w&d.w&h.t dl.w&h.w dL.w&d.t&h.t
d.t&dr.w d.t&dr.d&h.t d.t&dr.t&h.t d.t&dr.d&dR.d d.w&dr.d
d.t&de d.t&dE d.t&de&h.t&side d.t&dE&h.t&side d.w&de d.w&dE d.w&de&h.t d.t&de&h.w d.t&de&dE&h.t d.t&de&dir
h.t&he&d.t h.t&hE&d.t h.t&he&d.w h.t&hE&d.w h.w&he&d.t h.w&hE&d.t h.w&he h.w&hE h.t&he&side h.t&hE&side he&hE&d.t&h.t h.t&he&d.t&dir h.t&hE&d.t&dir
hs.d&d.t&h.t hs.d&hS.d&d.t&h.t hs.d&d.w&side hs.t&d.t&h.t hs.w&d.t&h.t hs.d&h.w&side hs.d&h.w&d.t hs.w&d.w
h.t&hl.d&d.t&side h.t&hr.d&d.t&side h.w&hl.d&d.t hl.w&h.t&d.t
k&d.t&h.t&side k&d.w&h.t k&d.t&h.w d-.t&d.t&h.t d.t&d+.t&h.t h-.t&h.t&d.t h.t&h+.t&d.t d-.w&d.t&h.t d.t&d+.w h+.w&d.t&h.t d-.w&d.w d.w&d+.w d.w&d+.t h-.w&h.t&d.t
x.t&d.t&h.t&side x.w&d.t&h.t b0.t&d.t&h.t&side b0.w&d.t&h.t b0.t&d.w b0.t&b1.t&d.t&h.t
first&d.t&h.t first&d.w dv&d.t&h.t dV&d.t&h.t d.p&h.p&dl.w&hs.d d.u&h.t&side d.t&d.u&h.t&side d.t&h.t&h.u&side d.w&d.u
`

// labelAtoms fills the atoms of labelNames for the arc that a makes.
func (s *State) labelAtoms(a *[maxAtoms]uint64, act Action) {
	w, none := s.w, int16(s.w.n+1)
	dep, head := s.Arc(act)
	below := none
	if i := len(s.stack) - int(act) - 1; i >= 0 { // Left: s1; Right: s2
		below = s.stack[i]
	}
	d, h := &s.nodes[dep], &s.nodes[head]
	a[0], a[1], a[2] = w.form[dep], w.fine[dep], w.coarse[dep]
	a[3], a[4], a[5] = w.form[head], w.fine[head], w.coarse[head]
	a[6], a[7], a[8] = w.form[d.l1], w.fine[d.l1], s.rel(d.l1)
	a[9], a[10] = s.rel(d.l2), w.fine[d.l2]
	a[11], a[12], a[13], a[14] = w.form[d.r1], w.fine[d.r1], s.rel(d.r1), s.rel(d.r2)
	a[15] = w.form[d.l2]
	near, near2, side := h.l1, h.l2, uint64(1)
	if act == Right {
		near, near2, side = h.r1, h.r2, 2
	}
	a[16], a[17], a[18], a[19] = w.form[near], w.fine[near], s.rel(near), s.rel(near2)
	a[20], a[21] = h.lset, h.rset
	a[22], a[23], a[24], a[25] = w.form[h.l1], s.rel(h.l1), s.rel(h.r1), w.form[h.r1]
	a[26], a[27], a[28], a[29] = d.lset, d.rset, uint64(d.nl), uint64(d.nr)
	lo, hi := min(dep, head), max(dep, head)
	a[30] = side<<8 | distance(lo, hi)
	a[31] = w.between(lo, hi)
	dm, dp, hm, hp := max(dep-1, 0), min(dep+1, none), max(head-1, 0), min(head+1, none)
	a[32], a[33], a[34], a[35] = w.fine[dm], w.fine[dp], w.fine[hm], w.fine[hp]
	a[36], a[37], a[38], a[39] = w.form[dm], w.form[dp], w.form[hp], w.form[hm]
	b0, b1 := min(s.next, none), min(s.next+1, none)
	a[40], a[41], a[42], a[43], a[44] = w.fine[below], w.form[below], w.fine[b0], w.form[b0], w.fine[b1]
	a[45] = 0
	if dep == 1 {
		a[45] = 1
	}
	a[46] = side
	a[47], a[48] = w.second[dep], w.second[head]
}
