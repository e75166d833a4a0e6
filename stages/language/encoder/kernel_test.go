package encoder

import (
	"math"
	"math/rand"
	"testing"
)

func randomFloats(r *rand.Rand, n int, size float64) []float32 {
	x := make([]float32, n)
	for i := range x {
		x[i] = float32(r.NormFloat64() * size)
	}
	return x
}

func sameBits(t *testing.T, what string, got, want []float32) {
	t.Helper()
	for i := range want {
		if math.Float32bits(got[i]) != math.Float32bits(want[i]) {
			t.Fatalf("%s: element %d is %x, plain Go gives %x", what, i, got[i], want[i])
		}
	}
}

func TestLinearIsExact(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	c := Config{Hidden: 384, FFN: 1536, Heads: 12, Arc: 128, Window: 96}
	for _, shape := range [][2]int{{96, 48}, {384, 384}, {384, 917}, {1536, 384}, {768, 7}} {
		in, out := shape[0], shape[1]
		for _, extreme := range []bool{false, true} {
			weights, scale, bias := make([]int8, in*out), randomFloats(r, out, 1), randomFloats(r, out, 1)
			const rows = 42
			x, most := randomFloats(r, rows*in, 1), make([]float32, rows)
			for i := range weights {
				weights[i] = int8(r.Intn(2*weightLimit+1) - weightLimit)
				if extreme {
					weights[i] = int8(weightLimit * (1 - 2*(i%2)))
				}
			}
			for i := range x {
				if extreme {
					x[i] = float32(1 - 2*(i/in%2))
				}
			}
			for i := range most {
				most[i] = plainAbsMax(x[i*in:][:in])
			}
			for _, k := range kernels() {
				m := newMatrix(k, in, out, weights, scale, bias)
				s := newScratch(&Model{Config: c}, c.Window)
				got := make([]float32, rows*m.width)
				k.linear(s, rows, x, most, &m, got)
				for i := range rows {
					inverse, step := scaleOf(most[i], 127)
					for j := range out {
						var sum int32
						for p := range in {
							sum += round(float32(x[i*in+p]*inverse)) * int32(weights[p*out+j])
						}
						want := float32(float32(float32(sum)*scale[j])*step) + bias[j]
						if got[i*m.width+j] != want {
							t.Fatalf("%s, %d x %d: element %d %d is %g, want %g", k.name, in, out, i, j, got[i*m.width+j], want)
						}
					}
				}
			}
		}
	}
}

func TestProduct16IsExact(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	s := newScratch(&Model{Config: Config{Hidden: 384, FFN: 1536, Heads: 12, Arc: 128, Window: 96}}, 96)
	for _, c := range []struct{ rows, inner, columns, limitA, limitB int }{{42, 32, 48, limitQuery, limitQuery}, {96, 96, 32, probabilityOne / 96, limitValue}, {6, 128, 96, limitQuery, limitQuery}} {
		for _, extreme := range []bool{false, true} {
			a, b := make([]int16, c.rows*c.inner), make([]int16, c.inner*c.columns)
			fill := func(x []int16, limit int) {
				for i := range x {
					if x[i] = int16(r.Intn(2*limit+1) - limit); extreme {
						x[i] = int16(limit)
					}
				}
			}
			fill(a, c.limitA)
			fill(b, c.limitB)
			rowScale, columnScale, bias := randomFloats(r, c.rows, 1), randomFloats(r, c.columns, 1), randomFloats(r, c.columns, 1)
			for _, k := range kernels() {
				got := make([]float32, c.rows*c.columns)
				k.product16(s, product{rows: c.rows, inner: c.inner, columns: c.columns, a: a, lda: c.inner, b: b, rowScale: rowScale, columnScale: columnScale, bias: bias, c: got, ldc: c.columns})
				for i := range c.rows {
					for j := range c.columns {
						var sum int64
						for p := range c.inner {
							sum += int64(a[i*c.inner+p]) * int64(b[j/16*16*c.inner+p/2*32+j%16*2+p%2])
						}
						if sum != int64(int32(sum)) {
							t.Fatal("the sum is beyond 32 bits")
						}
						if want := float32(float32(float32(sum)*columnScale[j])*rowScale[i]) + bias[j]; got[i*c.columns+j] != want {
							t.Fatalf("%s, %v: element %d %d is %g, want %g", k.name, c, i, j, got[i*c.columns+j], want)
						}
					}
				}
			}
		}
	}
}

// Every kernel must give the bits of plain Go on rows of any size and kind.
func TestRowsHaveTheSameBits(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for _, k := range kernels() {
		for _, n := range []int{96, 192, 384} {
			for _, size := range []float64{1e-6, 0.3, 1, 4, 30, 1000} {
				x, y, g, b := randomFloats(r, n, size), randomFloats(r, n, size), randomFloats(r, n, 1), randomFloats(r, n, 1)
				x[5], x[6], x[7] = 0, float32(size*5), float32(-size*5)
				clone := func() []float32 { return append([]float32(nil), x...) }

				got, want := clone(), clone()
				sameBits(t, k.name+" absMax", []float32{k.absMax(got)}, []float32{plainAbsMax(want)})
				sameBits(t, k.name+" gelu's maximum", []float32{k.gelu(got)}, []float32{plainGELU(want)})
				sameBits(t, k.name+" gelu", got, want)

				got, want = clone(), clone()
				sameBits(t, k.name+" addNorm's maximum", []float32{k.addNorm(got, y, g, b)}, []float32{plainAddNorm(want, y, g, b)})
				sameBits(t, k.name+" addNorm", got, want)

				p, q := make([]int16, n), make([]int16, n)
				k.softmax(clone(), p)
				plainSoftmax(clone(), q)
				inverse, _ := scaleOf(plainAbsMax(x), limitValue)
				u, v := make([]int16, n), make([]int16, n)
				k.quantise16(x, inverse, u)
				plainQuantise16(x, inverse, v)
				for i := range p {
					if p[i] != q[i] || u[i] != v[i] {
						t.Fatalf("%s: softmax %d and %d, quantised %d and %d", k.name, p[i], q[i], u[i], v[i])
					}
				}
			}
		}
	}
}

func TestFunctionsAreAccurate(t *testing.T) {
	for x := float32(-20); x <= 20; x += 0.0037 {
		want := 0.5 * float64(x) * (1 + math.Erf(float64(x)/math.Sqrt2))
		if got := geluOf(x); math.Abs(float64(got)-want) > 1.2e-6 {
			t.Fatalf("GELU(%g) is %g, want %g", x, got, want)
		}
		if x <= 0 {
			if got := negativeExp(4 * x); math.Abs(float64(got)/math.Exp(float64(4*x))-1) > 2e-7 {
				t.Fatalf("exp(%g) is %g", 4*x, got)
			}
		}
	}
	for _, c := range []struct {
		x    float32
		want int32
	}{{0.5, 0}, {1.5, 2}, {2.5, 2}, {-0.5, 0}, {-1.5, -2}, {126.5, 126}, {32767, 32767}, {-32767.4, -32767}} {
		if got := round(c.x); got != c.want {
			t.Errorf("round(%g) is %d, want %d", c.x, got, c.want)
		}
	}
}
