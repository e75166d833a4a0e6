//go:build amd64

package encoder

import "golang.org/x/sys/cpu"

//go:generate sh -c "cd gen && go run . -out ../kernel_amd64.s -stubs ../kernel_amd64.go -pkg encoder"

// The kernels in AVX2; package gen writes their assembly. The first multiplies
// bytes with AVX-512 VNNI.
var (
	vnniKernel = kernel{
		name: "vnni", pack: packPanels, linear: avx2Linear(tile8VNNI), product16: avx2Product16,
		absMax: vectorAbsMax, quantise16: vectorQuantise16, softmax: vectorSoftmax, gelu: vectorGELU, addNorm: vectorAddNorm,
	}
	avx2Kernel = kernel{
		name: "avx2", pack: packPanels, linear: avx2Linear(tile8), product16: avx2Product16,
		absMax: vectorAbsMax, quantise16: vectorQuantise16, softmax: vectorSoftmax, gelu: vectorGELU, addNorm: vectorAddNorm,
	}
)

func machineKernels() []*kernel {
	switch {
	case !cpu.X86.HasAVX2:
		return nil
	case cpu.X86.HasAVX512VL && cpu.X86.HasAVX512VNNI:
		return []*kernel{&vnniKernel, &avx2Kernel}
	}
	return []*kernel{&avx2Kernel}
}

// tile multiplies six rows of 4*n bytes with a panel; lda and ldc are in bytes.
type tile func(n int, a *uint8, lda int, b *int8, c *float32, ldc int, columnScale, rowScale, bias *float32, correction *int32)

func avx2Linear(multiply tile) func(s *scratch, rows int, x, most []float32, m *matrix, out []float32) {
	return func(s *scratch, rows int, x, most []float32, m *matrix, out []float32) {
		a := s.unsigned
		for i := range rows {
			inverse, step := scaleOf(most[i], 127)
			s.rowScale[i] = step
			quantiseRow8(m.in, &x[i*m.in : (i+1)*m.in][0], inverse, &a[i*m.in : (i+1)*m.in][0])
		}
		_ = out[rows*m.width-1]
		for j := 0; j < m.width; j += 16 {
			panel := m.panels[j*m.in : (j+16)*m.in]
			for i := 0; i < rows; i += tileRows {
				multiply(m.in/4, &a[i*m.in : (i+tileRows)*m.in][0], m.in, &panel[0], &out[i*m.width+j], 4*m.width, &m.scale[j], &s.rowScale[i], &m.bias[j], &m.correction[j])
			}
		}
	}
}

func avx2Product16(_ *scratch, p product) {
	_, _ = p.a[(p.rows-1)*p.lda+p.inner-1], p.c[(p.rows-1)*p.ldc+p.columns-1]
	for j := 0; j < p.columns; j += 16 {
		panel := p.b[j*p.inner : (j+16)*p.inner]
		for i := 0; i < p.rows; i += tileRows {
			tile16(p.inner/2, &p.a[i*p.lda], 2*p.lda, &panel[0], &p.c[i*p.ldc+j], 4*p.ldc, &p.columnScale[j], &p.rowScale[i], &p.bias[j])
		}
	}
}
