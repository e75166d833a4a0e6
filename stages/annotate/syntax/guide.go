package syntax

// The guide is a second, smaller parser that reads the sentence from right to
// left and gives heads without relations. The parser sees what the guide would
// do with the words it has before it: they err in different places, since each
// has decided early what the other decides late. Known as stacking (Nivre and
// McDonald 2008; Zhang et al. 2010 for the directions).

// guideTemplates are in the atoms of actionNames, over the mirrored sentence.
const guideTemplates = `
s0.t s1.t s1.w&s1.t b0.w b0.t b1.w b1.t s0.w&s0.t&b0.t s0.t&b0.t s0.t&s1.t b0.t&b1.t s0.t&b0.t&b1.t s0.t&s1.t&b0.t s0.t&s1.t&s2.t
s0.t&b0.t&b1.w s0.t&s1.t&b0.t&b1.t s0.t&b0.t&b1.t&b2.t s0.t&s0l.t&b0.t s0.t&b0.t&b0l.t s1.t&s1r.t&s0.t s1.t&s0.t&s0l.t s1.t&s0.t&s0r.t
s0l.w&s0.t s0r.w&s0.t s1r.w&s1.t b0l.w&b0.t s0r.w&s0.t&s1.t s0r.w&s0.t&b0.t s0r.w&s0.w&b0.t s0r.w&s0.t&s1.w s0r.w&s0.t&b0.w s0.w&s0V
s0.t&s0v s1.t&s1V b0.t&b0v s0.t&b0.t&db s0.t&b0.t&kb s1.t&s0.t&ks depth s0.t&s0+.t&b0-.t&b0.t s0-.t&s0.t&s0+.t
`

// guide is what the guide says: the head of each place, -1 for unknown, and the
// outermost words that hang on it.
type guide struct{ head, left, right []int16 }

func (g *guide) grow(m int) {
	g.head, g.left, g.right = make([]int16, m), make([]int16, m), make([]int16, m)
}

func (g *guide) reset(m int) {
	g.head, g.left, g.right = g.head[:m], g.left[:m], g.right[:m]
	for i := range g.head {
		g.head[i], g.left[i], g.right[i] = -1, int16(i), int16(i)
	}
}

func (g *guide) set(i, h int16) {
	g.head[i] = h
	g.left[h], g.right[h] = min(g.left[h], i), max(g.right[h], i)
}

// Mirror makes w the words of x from right to left.
func (w *Words) Mirror(x *Words) {
	w.Reset(x.n)
	for i := 1; i <= x.n; i++ {
		k := x.n + 1 - i
		w.form[k], w.text[k], w.tag[k] = x.form[i], x.text[i], x.tag[i]
		w.fine[k], w.coarse[k] = x.fine[i], x.coarse[i]
	}
	w.count()
}

// SetGuide gives the words the heads that s has found in their mirror.
func (w *Words) SetGuide(s *State) {
	none := int16(w.n + 1)
	w.heads.reset(w.n + 2)
	for i := int16(1); i < none; i++ {
		h := s.nodes[none-i].head
		if h > 0 {
			h = none - h
		}
		w.heads.set(i, h)
	}
}

// Guide lists the guide's heads by place, to be given to SetHeads.
func (w *Words) Guide() []int16 { return w.heads.head }

// SetHeads gives the words the heads of Guide.
func (w *Words) SetHeads(heads []int16) {
	w.heads.reset(w.n + 2)
	for i := 1; i <= w.n; i++ {
		w.heads.set(int16(i), heads[i])
	}
}

// guided says how places relate by the guide: pair where s0 and b0 hang and
// whether they have more children to come, below the same of s1.
func (s *State) guided(s0, s1, s2, b0 int16) (pair, below uint64) {
	g := &s.w.heads
	pair = (g.where(s0, b0, s1, s2)*7 + g.where(b0, s0, s1, s2)) * 4
	if g.right[s0] >= s.next {
		pair++
	}
	if g.left[b0] < s0 {
		pair += 2
	}
	below = g.where(s1, b0, s2, s0) * 2
	if g.right[s1] >= s.next {
		below++
	}
	return pair, below
}

// where says on which of three places another hangs, or on which side of it.
func (g *guide) where(p, a, b, c int16) uint64 {
	switch h := g.head[p]; {
	case h < 0:
		return 0
	case h == 0:
		return 1
	case h == a:
		return 2
	case h == b:
		return 3
	case h == c:
		return 4
	case h < p:
		return 5
	}
	return 6
}
