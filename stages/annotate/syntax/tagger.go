package syntax

// atoms of the tagger: w word, s shape, a ambiguity class, x suffix, p prefix
// (by length), t tag, each at a distance from the word.
const (
	tW0 = iota
	tWm1
	tWm2
	tWp1
	tWp2
	tT1
	tT2
	tS0
	tSm1
	tSp1
	tX1
	tX2
	tX3
	tX4
	tX5
	tP1
	tP2
	tP3
	tP4
	tXm3
	tXp3
	tXp2
	tA0
	tAp1
	tAp2
	tN1
	tN2
	tLen
	tagAtoms
)

var tagNames = []string{"w0", "w-1", "w-2", "w+1", "w+2", "t-1", "t-2", "s0", "s-1", "s+1", "x1", "x2", "x3", "x4", "x5",
	"p1", "p2", "p3", "p4", "x-3", "x+3", "x+2", "a0", "a+1", "a+2", "n+1", "n+2", "len"}

const tagTemplates = `
w0 w-1 w+1 w-2 w+2 w-1&w0 w0&w+1 w-1&w+1 w-2&w-1 w+1&w+2
t-1 t-2 t-1&t-2 t-1&w0 t-2&t-1&w0 t-1&w+1 t-1&w0&w+1
s0 s0&w0 s0&a0 s0&w-1 s0&s-1 s0&s+1 s0&x2 s0&t-1 s0&x3
x1 x2 x3 x4 x5 p1 p2 p3 p4
x-3 x+3 x-3&x3 x3&x+3 x3&t-1 x2&t-1 x3&t-1&t-2 x2&t-1&x+2
a0 a+1 a+2 a0&t-1 a0&t-1&t-2 a0&a+1 a0&a+1&t-1 a+1&t-1 a+1&w0 a+1&a+2 a+1&a+2&t-1 a0&a+1&a+2 x3&a+1 s0&a+1 a0&w-1 a0&w+1
`

const tagTemplates2 = `
n+1 n+2 n+1&t-1 n+1&w0 n+1&n+2 n+1&n+2&w0 n+1&t-1&w0 n+1&a0 n+1&a0&t-1 n+1&n+2&t-1 n+1&x3 n+1&s0
`

// tagAtom fills the tagger's atoms for the word at place i; prev and prev2 are
// the tags before it.
func tagAtom(a *[maxAtoms]uint64, w *Words, i int) {
	at := func(k int) int { return min(max(k, 0), w.n+1) }
	m1, m2, p1, p2 := at(i-1), at(i-2), at(i+1), at(i+2)
	text := w.text[i]
	a[tW0], a[tWm1], a[tWm2], a[tWp1], a[tWp2] = w.form[i], w.form[m1], w.form[m2], w.form[p1], w.form[p2]
	a[tT1], a[tT2] = w.fine[m1], w.fine[m2]
	a[tS0], a[tSm1], a[tSp1] = w.shape[i], w.shape[m1], w.shape[p1]
	a[tX1], a[tX2], a[tX3], a[tX4], a[tX5] = suffix(text, 1), suffix(text, 2), suffix(text, 3), suffix(text, 4), suffix(text, 5)
	a[tP1], a[tP2], a[tP3], a[tP4] = prefix(text, 1), prefix(text, 2), prefix(text, 3), prefix(text, 4)
	a[tXm3], a[tXp3], a[tXp2] = suffix(w.text[m1], 3), suffix(w.text[p1], 3), suffix(w.text[p1], 2)
	a[tA0], a[tAp1], a[tAp2] = w.amb[i], w.amb[p1], w.amb[p2]
	a[tN1], a[tN2] = w.fine[p1], w.fine[p2]
	a[tLen] = uint64(min(len(text), 10))
}
