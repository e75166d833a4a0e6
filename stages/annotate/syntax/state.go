package syntax

// An arc-hybrid state: a stack with the root at its bottom, the words that are
// still to come, and the arcs made so far. Places are those of Words: 0 is the
// root, 1 to n the words, n+1 nothing.

// Action is a step of the parser.
type Action uint8

// The actions.
const (
	Shift Action = iota // push the next word
	Left                // the stack's top hangs on the next word, and is popped
	Right               // the stack's top hangs on the one below it, and is popped
	Actions
)

// node is a place with the children it has so far.
type node struct {
	head           int16
	l1, l2, r1, r2 int16 // outermost and second outermost child to the left and right
	nl, nr         uint8
	rel            uint8
	lset, rset     uint64 // relations of the children
}

// State is the parser in the middle of a sentence.
type State struct {
	w     *Words
	stack []int16
	next  int16
	nodes []node
	pair  []int16 // for punctuate
}

// Reset begins the sentence of w.
func (s *State) Reset(w *Words) {
	s.w = w
	m := w.n + 2
	if cap(s.nodes) < m {
		s.nodes = make([]node, m+m/2)
		s.stack = make([]int16, 0, m+m/2)
	}
	s.nodes = s.nodes[:m]
	none := int16(w.n + 1)
	empty := node{head: -1, l1: none, l2: none, r1: none, r2: none}
	for i := range s.nodes {
		s.nodes[i] = empty
	}
	s.stack = append(s.stack[:0], 0)
	s.next = 1
}

// Done reports whether only the root is left.
func (s *State) Done() bool { return int(s.next) > s.w.n && len(s.stack) == 1 }

// Allowed reports whether an action can be taken. One word hangs on the root,
// and it does so last of all.
func (s *State) Allowed(a Action) bool {
	more := int(s.next) <= s.w.n
	switch a {
	case Shift:
		return more
	case Left:
		return more && len(s.stack) > 1
	default:
		return len(s.stack) > 2 || len(s.stack) == 2 && !more
	}
}

// forced is the action that must be taken; free when there is a choice. Then
// more words are to come, so that one can shift.
func (s *State) forced() (act Action, free bool) {
	left, right := s.Allowed(Left), s.Allowed(Right)
	switch {
	case !left && !right:
		return Shift, false
	case !left && !s.Allowed(Shift):
		return Right, false
	}
	return Shift, true
}

// best is the best action that is allowed where there is a choice, by the
// scores of Left and Right; that of Shift is 0.
func (s *State) best(l, r int32) Action {
	left, right := s.Allowed(Left), s.Allowed(Right)
	switch {
	case left && l > 0 && (!right || l >= r):
		return Left
	case right && r > 0:
		return Right
	}
	return Shift
}

// Free reports whether there is a choice of actions.
func (s *State) Free() bool {
	_, free := s.forced()
	return free
}

// Arc is the dependent and head that Left or Right would join.
func (s *State) Arc(a Action) (dep, head int16) {
	dep = s.stack[len(s.stack)-1]
	if a == Left {
		return dep, s.next
	}
	return dep, s.stack[len(s.stack)-2]
}

// Do takes an action; rel is the relation of the arc it makes.
func (s *State) Do(a Action, rel uint8) {
	if a == Shift {
		s.stack = append(s.stack, s.next)
		s.next++
		return
	}
	dep, head := s.Arc(a)
	s.stack = s.stack[:len(s.stack)-1]
	d, h := &s.nodes[dep], &s.nodes[head]
	d.head, d.rel = head, rel
	if dep < head {
		h.l1, h.l2 = dep, h.l1
		h.nl++
		h.lset |= 1 << (rel & 63)
	} else {
		h.r1, h.r2 = dep, h.r1
		h.nr++
		h.rset |= 1 << (rel & 63)
	}
}

// Head is the head of the word i as an index of words, -1 for the root.
func (s *State) Head(i int) int { return int(s.nodes[i+1].head) - 1 }

// Rel is the relation of the word i.
func (s *State) Rel(i int) uint8 { return s.nodes[i+1].rel }

// Stack is the stack, the root at its bottom; Next the next word to come.
func (s *State) Stack() []int16 { return s.stack }

// Next is the place of the next word to come.
func (s *State) Next() int16 { return s.next }

// Pending reports whether a word that has been shifted is still on the stack.
func (s *State) Pending(p int16) bool { return s.nodes[p].head < 0 }
