package encoder

// Limits of the integers in the attention: with them its sums stay below 2^31.
const (
	headWidth  = 32
	limitQuery = 4095
	limitValue = 32767
	maskedAway = -1e9
)

// layerNorm holds a LayerNorm's parameters.
type layerNorm struct{ gain, shift []float32 }

type layer struct {
	qkv, o, ffn1, ffn2 matrix
	norm1, norm2       layerNorm
}

// ffnRows is how many rows pass the feed-forward part at once, so that its wide
// inside stays in the cache.
const ffnRows = 48

// scratch holds the buffers of one forward pass, for windows of at most pieces
// pieces.
type scratch struct {
	pieces int

	x, qkv, context, wide, out []float32
	most, rowScale             []float32 // of each row: largest magnitude, step of its quantiser

	unsigned []uint8    // quantised rows, AVX2
	bytes    []int8     // the same, plain Go
	quads8   [][4]int8  // four of them side by side
	quads16  [][4]int16 // the same of int16
	pairs    [][2]int64 // columns of product16, two to an int64

	q, k, v                 []int16
	packed                  []int16 // keys or values of a head in panels
	probabilities           []int16
	scores                  []float32
	queryScale, keyScale    []float32
	valueScale, ones, zeros []float32
	mask                    []float32

	window   window
	pieceBuf []piece
	splitter splitter
	heads    headScratch
}

func newScratch(m *Model, pieces int) *scratch {
	c := &m.Config
	h, rows, columns := c.Hidden, roundUp(pieces, tileRows), roundUp(pieces, blockRows16)
	floats := func(n int) []float32 { return make([]float32, n) }
	inner := max(rows*2*h, ffnRows*c.FFN) // the widest input of a linear map is that of the sentences
	s := &scratch{
		pieces: pieces,
		x:      floats(rows * h), qkv: floats(rows * 3 * h), context: floats(rows * h), wide: floats(ffnRows * c.FFN), out: floats(rows * h),
		most: floats(rows), rowScale: floats(rows),
		unsigned: make([]uint8, inner), bytes: make([]int8, inner), quads8: make([][4]int8, inner/4+2*h+c.FFN),
		quads16: make([][4]int16, (rows+4)/4*max(columns, c.Arc)), pairs: make([][2]int64, columns/4*max(headWidth, c.Arc)),
		q: make([]int16, rows*max(h, c.Arc)), k: make([]int16, columns*max(h, c.Arc)), v: make([]int16, columns*h),
		packed: make([]int16, columns*max(headWidth, c.Arc)), probabilities: make([]int16, rows*columns), scores: floats(rows * columns),
		queryScale: floats(rows), keyScale: floats(columns), valueScale: floats(headWidth), ones: floats(rows), zeros: floats(max(headWidth, columns)), mask: floats(columns),
		splitter: splitter{v: m.vocabulary},
	}
	for i := range s.ones {
		s.ones[i] = 1
	}
	s.heads.init(m, rows)
	return s
}

// embed fills x with the vectors of the pieces; rows of padding are zero.
func (m *Model) embed(s *scratch, ids []int32) {
	h := m.Hidden
	for i, id := range ids {
		row, words, at := s.x[i*h:][:h], m.words[int(id)*h:][:h], m.positions[i*h:][:h]
		scale := m.wordScale[id]
		for d := range row {
			row[d] = float32(float32(words[d])*scale) + at[d]
		}
		s.most[i] = m.kernel.addNorm(row, m.zeros, m.embedNorm.gain, m.embedNorm.shift)
	}
	n := len(ids)
	clear(s.x[n*h : roundUp(n, tileRows)*h])
	clear(s.most[n:roundUp(n, tileRows)])
}

// forward computes the vectors of the pieces into s.x.
func (m *Model) forward(s *scratch, ids []int32) {
	m.embed(s, ids)
	h, k, n := m.Hidden, m.kernel, len(ids)
	rows := roundUp(n, tileRows)
	s.maskAfter(n)
	for li := range m.layers {
		l := &m.layers[li]
		k.linear(s, rows, s.x, s.most, &l.qkv, s.qkv)
		m.attention(s, n)
		for i := range rows {
			s.most[i] = k.absMax(s.context[i*h:][:h])
		}
		k.linear(s, rows, s.context, s.most, &l.o, s.out)
		m.addNorms(s, rows, &l.norm1)
		for i := 0; i < rows; i += ffnRows {
			r := min(ffnRows, rows-i)
			k.linear(s, r, s.x[i*h:], s.most[i:], &l.ffn1, s.wide)
			for j := range r {
				s.most[i+j] = k.gelu(s.wide[j*m.FFN:][:m.FFN])
			}
			k.linear(s, r, s.wide, s.most[i:], &l.ffn2, s.out[i*h:])
		}
		m.addNorms(s, rows, &l.norm2)
	}
}

func (m *Model) addNorms(s *scratch, rows int, n *layerNorm) {
	h := m.Hidden
	for i := range rows {
		s.most[i] = m.kernel.addNorm(s.x[i*h:][:h], s.out[i*h:][:h], n.gain, n.shift)
	}
}

// maskAfter closes the attention to what comes after n pieces.
func (s *scratch) maskAfter(n int) {
	clear(s.mask[:n])
	for i := n; i < roundUp(n, blockRows16); i++ {
		s.mask[i] = maskedAway
	}
}

// attention reads s.qkv of n pieces and writes s.context.
func (m *Model) attention(s *scratch, n int) {
	h, rows, columns := m.Hidden, roundUp(n, tileRows), roundUp(n, blockRows16)
	m.quantiseAttention(s, n)
	for head := range m.Heads {
		packRows(s.packed, s.k[head*headWidth:], h, headWidth, columns)
		m.kernel.product16(s, product{rows: rows, inner: headWidth, columns: columns, a: s.q[head*headWidth:], lda: h, b: s.packed,
			rowScale: s.queryScale, columnScale: s.keyScale, bias: s.mask, c: s.scores, ldc: columns})
		for i := range rows {
			m.kernel.softmax(s.scores[i*columns:][:columns], s.probabilities[i*columns:][:columns])
		}
		packColumns(s.packed, s.v[head*headWidth:], h, columns)
		m.kernel.product16(s, product{rows: rows, inner: columns, columns: headWidth, a: s.probabilities, lda: columns, b: s.packed,
			rowScale: s.ones, columnScale: s.valueScale, bias: s.zeros, c: s.context[head*headWidth:], ldc: h})
	}
}

// quantiseAttention makes int16 of queries and keys, a scale for each row, and
// of values, one scale for all. Rows of padding are zero.
func (m *Model) quantiseAttention(s *scratch, n int) {
	const inverseRoot = 0.17677669529663687 // 1/sqrt(headWidth)
	h, k := m.Hidden, m.kernel
	rows, columns := roundUp(n, tileRows), roundUp(n, blockRows16)
	var mostValue float32
	for i := range n {
		mostValue = max(mostValue, k.absMax(s.qkv[i*3*h+2*h:][:h]))
	}
	inverseValue, stepValue := scaleOf(mostValue, limitValue)
	for i := range n {
		r := s.qkv[i*3*h:][:3*h]
		inverse, step := scaleOf(k.absMax(r[:h]), limitQuery)
		k.quantise16(r[:h], inverse, s.q[i*h:][:h])
		s.queryScale[i] = step
		inverse, step = scaleOf(k.absMax(r[h:2*h]), limitQuery)
		k.quantise16(r[h:2*h], inverse, s.k[i*h:][:h])
		s.keyScale[i] = float32(step * inverseRoot)
		k.quantise16(r[2*h:], inverseValue, s.v[i*h:][:h])
	}
	clear(s.q[n*h : rows*h])
	clear(s.k[n*h : columns*h])
	clear(s.v[n*h : columns*h])
	clear(s.queryScale[n:rows])
	clear(s.keyScale[n:columns])
	for d := range s.valueScale {
		s.valueScale[d] = stepValue / probabilityOne
	}
}

// packRows makes panels of sixteen rows of k, whose columns are the inner
// dimension: [rows/16][inner/2][16][2].
func packRows(panels, k []int16, stride, inner, rows int) {
	for t := range rows {
		to := panels[t/16*16*inner+t%16*2:]
		for p, row := 0, k[t*stride:][:inner]; p < inner; p += 2 {
			o := to[p*16:][:2]
			o[0], o[1] = row[p], row[p+1]
		}
	}
}

// packColumns makes panels of the columns of v, whose rows are the inner
// dimension: [headWidth/16][rows/2][16][2].
func packColumns(panels, v []int16, stride, rows int) {
	for t := 0; t < rows; t += 2 {
		a, b := v[t*stride:][:headWidth], v[(t+1)*stride:][:headWidth]
		for d := 0; d < headWidth; d += 16 {
			to := panels[d*rows+t*16:][:32]
			for e := range 16 {
				to[2*e], to[2*e+1] = a[d+e], b[d+e]
			}
		}
	}
}
