package encoder

import "math"

// The kernel in plain Go. Two or three sums share one 64-bit multiplication.
var plainKernel = kernel{
	name: "plain", pack: packTriples, linear: plainLinear, product16: plainProduct16,
	absMax: plainAbsMax, quantise16: plainQuantise16, softmax: plainSoftmax, gelu: plainGELU, addNorm: plainAddNorm,
}

// packTriples puts three columns into each int64, at bits 0, 21 and 42.
func packTriples(m *matrix, weights []int8) {
	m.triples = make([][2]int64, m.in*m.width/6)
	for k := range m.in {
		for j, w := range weights[k*m.out:][:m.out] {
			m.triples[j/6*m.in+k][j%6/3] += int64(w) << (21 * (j % 3))
		}
	}
}

// tripleSteps is how many products of an activation (at most 127) and a weight
// (at most 63) a field of 21 bits holds.
const tripleSteps = 128

func plainLinear(s *scratch, rows int, x, most []float32, m *matrix, out []float32) {
	for i := range rows {
		s.rowScale[i] = plainQuantise8(x[i*m.in:][:m.in], most[i], s.bytes[i*m.in:][:m.in])
	}
	quads := interleave(s.quads8, s.bytes, rows, m.in, m.in)
	var sums [8]int64
	for j := 0; j < m.width; j += 6 {
		panel := m.triples[j/6*m.in:][:m.in]
		for i := 0; i < rows; i += 4 {
			a := quads[i/4*m.in:][:m.in]
			var o [24]int32
			for k := 0; k < m.in; k += tripleSteps {
				e := min(m.in, k+tripleSteps)
				multiplyFour(panel[k:e], a[k:e], &sums)
				for u, v := range sums {
					low := v << 43 >> 43
					v = (v - low) >> 21
					middle := v << 43 >> 43
					o[3*u] += int32(low)
					o[3*u+1] += int32(middle)
					o[3*u+2] += int32((v - middle) >> 21)
				}
			}
			for r := range min(4, rows-i) {
				c := out[(i+r)*m.width+j:][:6]
				for u := range c {
					c[u] = float32(float32(float32(o[6*r+u])*m.scale[j+u])*s.rowScale[i+r]) + m.bias[j+u]
				}
			}
		}
	}
}

// interleave lays four rows side by side; rows that are missing are zero.
func interleave[T int8 | int16](out [][4]T, a []T, rows, k, lda int) [][4]T {
	for i := 0; i < rows; i += 4 {
		o := out[i/4*k:][:k]
		for r := range 4 {
			if i+r >= rows {
				for p := range o {
					o[p][r] = 0
				}
				continue
			}
			for p, v := range a[(i+r)*lda:][:k] {
				o[p][r] = v
			}
		}
	}
	return out
}

// multiplyFour multiplies four rows with two words of columns.
func multiplyFour[T int8 | int16](w [][2]int64, a [][4]T, sums *[8]int64) {
	var s0, s1, s2, s3, t0, t1, t2, t3 int64
	a = a[:len(w)]
	for p := range w {
		v0, v1 := w[p][0], w[p][1]
		x := int64(a[p][0])
		s0 += x * v0
		t0 += x * v1
		x = int64(a[p][1])
		s1 += x * v0
		t1 += x * v1
		x = int64(a[p][2])
		s2 += x * v0
		t2 += x * v1
		x = int64(a[p][3])
		s3 += x * v0
		t3 += x * v1
	}
	*sums = [8]int64{s0, t0, s1, t1, s2, t2, s3, t3}
}

// plainProduct16 keeps two sums in each int64.
func plainProduct16(s *scratch, p product) {
	pairs := s.pairs
	for j := 0; j < p.columns; j += 4 {
		for k := range p.inner {
			b := p.b[j/16*16*p.inner+k/2*32+j%16*2+k&1:]
			pairs[j/4*p.inner+k] = [2]int64{int64(b[0]) + int64(b[2])<<32, int64(b[4]) + int64(b[6])<<32}
		}
	}
	quads := interleave(s.quads16, p.a, p.rows, p.inner, p.lda)
	var sums [8]int64
	for i := 0; i < p.rows; i += 4 {
		for j := 0; j < p.columns; j += 4 {
			multiplyFour(pairs[j/4*p.inner:][:p.inner], quads[i/4*p.inner:][:p.inner], &sums)
			for u, v := range sums[:2*min(4, p.rows-i)] {
				low := int32(v)
				high := int32((v - int64(low)) >> 32)
				r, c := i+u/2, j+u%2*2
				o := p.c[r*p.ldc+c:][:2]
				o[0] = float32(float32(float32(low)*p.columnScale[c])*p.rowScale[r]) + p.bias[c]
				o[1] = float32(float32(float32(high)*p.columnScale[c+1])*p.rowScale[r]) + p.bias[c+1]
			}
		}
	}
}

func magnitude(x float32) float32 { return math.Float32frombits(math.Float32bits(x) &^ (1 << 31)) }

func plainAbsMax(x []float32) (most float32) {
	for _, v := range x {
		most = max(most, magnitude(v))
	}
	return most
}

// round rounds to the nearest integer, halves to even, for |x| < 2^22.
func round(x float32) int32 {
	const shift = 3 << 22 // pushes the fraction out of the mantissa
	return int32(math.Float32bits(x+shift)) - 0x4b400000
}

// scaleOf is the inverse step and the step of a quantiser to +-limit.
func scaleOf(most, limit float32) (inverse, step float32) {
	if most == 0 {
		most = 1
	}
	return limit / most, most / limit
}

func plainQuantise8(x []float32, most float32, q []int8) (step float32) {
	inverse, step := scaleOf(most, 127)
	for i, v := range x {
		q[i] = int8(round(float32(v * inverse)))
	}
	return step
}

func plainQuantise16(x []float32, inverse float32, q []int16) {
	for i, v := range x {
		q[i] = int16(round(float32(v * inverse)))
	}
}

// sum8 and max8 reduce eight lanes in the order in which halves are folded.
func sum8(v *[8]float32) float32 {
	return ((v[0] + v[4]) + (v[2] + v[6])) + ((v[1] + v[5]) + (v[3] + v[7]))
}

// negativeExp is exp(x) for x <= 0, at least exp(-87): Cephes' polynomial after
// a reduction by multiples of ln 2; relative error below 1e-7.
func negativeExp(x float32) float32 {
	x = max(x, -87)
	n := round(float32(x * 1.44269504088896341))
	f := float32(n)
	x -= float32(f * 0.693359375)
	x -= float32(f * -2.12194440e-4)
	p := float32(1.9875691500e-4)
	p = float32(p*x) + 1.3981999507e-3
	p = float32(p*x) + 8.3334519073e-3
	p = float32(p*x) + 4.1665795894e-2
	p = float32(p*x) + 1.6666665459e-1
	p = float32(p*x) + 5.0000001201e-1
	p = float32(p * float32(x*x))
	p += x
	p++
	return math.Float32frombits(math.Float32bits(p) + uint32(n)<<23)
}

// geluOf is x*Phi(x) = max(x,0) - |x|/2 * erfc(|x|/sqrt 2), erfc by Abramowitz
// and Stegun 7.1.26; absolute error below 1e-6.
func geluOf(x float32) float32 {
	a := magnitude(x)
	z := float32(a * 0.70710678118654752)
	t := 1 / (float32(z*0.3275911) + 1)
	e := negativeExp(0 - float32(z*z))
	p := float32(1.061405429)
	p = float32(p*t) + -1.453152027
	p = float32(p*t) + 1.421413741
	p = float32(p*t) + -0.284496736
	p = float32(p*t) + 0.254829592
	p = float32(p * t)
	p = float32(p * e)
	return max(x, 0) - float32(float32(a*0.5)*p)
}

func plainGELU(x []float32) (most float32) {
	for i, v := range x {
		x[i] = geluOf(v)
		most = max(most, magnitude(x[i]))
	}
	return most
}

func plainAddNorm(x, y, gain, shift []float32) (most float32) {
	var lanes [8]float32
	for i := range x {
		x[i] += y[i]
		lanes[i&7] += x[i]
	}
	n := float32(len(x))
	mean := sum8(&lanes) / n
	lanes = [8]float32{}
	for i := range x {
		x[i] -= mean
		lanes[i&7] += float32(x[i] * x[i])
	}
	scale := inverseDeviation(sum8(&lanes) / n)
	for i := range x {
		x[i] = float32(float32(x[i]*scale)*gain[i]) + shift[i]
		most = max(most, magnitude(x[i]))
	}
	return most
}

// inverseDeviation is 1/sqrt of a variance, with BERT's epsilon.
func inverseDeviation(variance float32) float32 {
	return 1 / float32(math.Sqrt(float64(variance+1e-12)))
}

// probabilityOne is the int16 that stands for probability 1 in the attention.
const probabilityOne = 16384

func plainSoftmax(x []float32, q []int16) {
	most := x[0]
	for _, v := range x {
		most = max(most, v)
	}
	var lanes [8]float32
	for i, v := range x {
		x[i] = negativeExp(v - most)
		lanes[i&7] += x[i]
	}
	plainQuantise16(x, probabilityOne/sum8(&lanes), q)
}
