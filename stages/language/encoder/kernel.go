package encoder

// A kernel is one way of computing the parts of a forward pass. All kernels give
// the same bits: sums of products are exact integers, and the floats between
// them are made by the same operations in the same order.
type kernel struct {
	name string

	// pack lays the weights [m.in][m.out] out as linear wants them.
	pack func(m *matrix, weights []int8)

	// linear computes out = x*m + bias for rows of x, which it quantises to eight
	// bits by the rows' largest magnitudes. out has m.width columns.
	linear func(s *scratch, rows int, x, most []float32, m *matrix, out []float32)

	// product16 computes c[i][j] = sum(a[i][k]*b[k][j]) * columnScale[j] *
	// rowScale[i] + bias[j]. b is in panels [n/16][inner/2][16][2].
	product16 func(s *scratch, p product)

	absMax     func(x []float32) float32
	quantise16 func(x []float32, inverse float32, q []int16) // round(x*inverse)
	softmax    func(x []float32, q []int16)                  // softmax in units of 1/probabilityOne; x is overwritten
	gelu       func(x []float32) (most float32)              // in place
	addNorm    func(x, y, gain, shift []float32) (most float32)
}

// product is what product16 multiplies: a of rows x inner, stride lda, and b of
// inner x columns, into c with stride ldc.
type product struct {
	rows, inner, columns        int
	a                           []int16
	lda                         int
	b                           []int16
	rowScale, columnScale, bias []float32
	c                           []float32
	ldc                         int
}

// Sizes that the kernels count on.
const (
	tileRows    = 6  // rows are computed six at a time; buffers are padded to that
	panelWidth  = 48 // output columns are padded to a multiple of 16 and of 6
	innerStep   = 32 // inner dimensions of linear maps are multiples of it
	blockRows16 = 16 // attention looks at a multiple of 16 pieces, the last ones masked
)

// matrix is a linear map whose weights have seven bits, packed for a kernel.
type matrix struct {
	in, out int
	width   int // out, padded to a multiple of panelWidth

	panels     []int8     // AVX2: [width/16][in/4][16][4]
	triples    [][2]int64 // plain Go: [width/6][in], three columns in each int64
	scale      []float32  // of a column's weights
	bias       []float32
	correction []int32 // AVX2: 128 times the sum of a column's weights
}

// newMatrix packs weights [in][out], each at most 63 in magnitude.
func newMatrix(k *kernel, in, out int, weights []int8, scale, bias []float32) matrix {
	m := matrix{in: in, out: out, width: roundUp(out, panelWidth)}
	m.scale, m.bias = make([]float32, m.width), make([]float32, m.width)
	copy(m.scale, scale)
	copy(m.bias, bias)
	k.pack(&m, weights)
	return m
}

// packPanels fills panels of sixteen columns in which four inner steps of a
// column lie together.
func packPanels(m *matrix, weights []int8) {
	m.panels = make([]int8, m.in*m.width)
	m.correction = make([]int32, m.width)
	for k := range m.in {
		for j, w := range weights[k*m.out:][:m.out] {
			m.panels[j/16*16*m.in+k/4*64+j%16*4+k%4] = w
			m.correction[j] += 128 * int32(w)
		}
	}
}

func roundUp(n, step int) int { return (n + step - 1) / step * step }

// kernels returns those that this machine can run, the fastest first.
func kernels() []*kernel { return append(machineKernels(), &plainKernel) }
