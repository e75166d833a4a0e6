//go:build arm64

package encoder

import "golang.org/x/sys/cpu"

//go:generate sh -c "cd gen && go run ./neon > ../kernel_arm64.s"

// The kernels in NEON; package gen/neon writes their assembly. The first wants
// the dot product instructions, which all but the oldest machines have.
var (
	neonDotKernel = kernel{
		name: "neon with dot products", pack: packPanels, linear: neonLinear(tileDot), product16: neonProduct16,
		absMax: vectorAbsMax, quantise16: vectorQuantise16, softmax: vectorSoftmax, gelu: vectorGELU, addNorm: vectorAddNorm,
	}
	neonKernel = kernel{
		name: "neon", pack: packPanels, linear: neonLinear(tileMultiply), product16: neonProduct16,
		absMax: vectorAbsMax, quantise16: vectorQuantise16, softmax: vectorSoftmax, gelu: vectorGELU, addNorm: vectorAddNorm,
	}
)

func machineKernels() []*kernel {
	if cpu.ARM64.HasASIMDDP {
		return []*kernel{&neonDotKernel, &neonKernel}
	}
	return []*kernel{&neonKernel}
}

// tile multiplies six rows of 16*n bytes with half a panel; lda and ldc are in
// bytes.
type tile func(n int, a *int8, lda int, b *int8, c *float32, ldc int, columnScale, rowScale, bias *float32)

func neonLinear(multiply tile) func(s *scratch, rows int, x, most []float32, m *matrix, out []float32) {
	return func(s *scratch, rows int, x, most []float32, m *matrix, out []float32) {
		a := s.bytes
		for i := range rows {
			inverse, step := scaleOf(most[i], 127)
			s.rowScale[i] = step
			quantiseRow8(m.in, &x[i*m.in : (i+1)*m.in][0], inverse, &a[i*m.in : (i+1)*m.in][0])
		}
		_ = out[rows*m.width-1]
		for j := 0; j < m.width; j += 8 {
			panel := m.panels[j/16*16*m.in : (j/16+1)*16*m.in]
			for i := 0; i < rows; i += tileRows {
				multiply(m.in/16, &a[i*m.in : (i+tileRows)*m.in][0], m.in, &panel[j%16*4], &out[i*m.width+j], 4*m.width, &m.scale[j], &s.rowScale[i], &m.bias[j])
			}
		}
	}
}

func neonProduct16(_ *scratch, p product) {
	_, _ = p.a[(p.rows-1)*p.lda+p.inner-1], p.c[(p.rows-1)*p.ldc+p.columns-1]
	for j := 0; j < p.columns; j += 8 {
		panel := p.b[j/16*16*p.inner : (j/16+1)*16*p.inner]
		for i := 0; i < p.rows; i += tileRows {
			tile16(p.inner/8, &p.a[i*p.lda], 2*p.lda, &panel[j%16*2], &p.c[i*p.ldc+j], 4*p.ldc, &p.columnScale[j], &p.rowScale[i], &p.bias[j])
		}
	}
}
