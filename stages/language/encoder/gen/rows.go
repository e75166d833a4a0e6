package main

import (
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// The kernels of this file work on one row of n floats, n a multiple of 8 (32
// and 16 for the quantisers). Sums and maxima are left in eight lanes; the
// caller reduces them in a fixed order.

// constant is the read-only float of that name, laid down once.
func constant(name string, v float32) Mem {
	m, ok := constants[name]
	if !ok {
		m = ConstData(name, U32(math.Float32bits(v)))
		constants[name] = m
	}
	return m
}

var constants = map[string]Mem{}

// absolute is the mask that clears signs.
func absolute() VecVirtual {
	m := YMM()
	VPCMPEQD(m, m, m)
	VPSRLD(Imm(1), m, m)
	return m
}

func absMax() {
	kernel("absMax8", "func(n int, x *float32, out *[8]float32)", "absMax8 finds the largest magnitude of each lane.")
	n, x, out := pointer("n"), pointer("x"), pointer("out")
	mask, acc, t := absolute(), zero(), YMM()
	everyEight(n, []Register{x}, func() {
		VANDPS(Mem{Base: x}, mask, t)
		VMAXPS(t, acc, acc)
	})
	finish(acc, out)
}

func quantise8() {
	kernel("quantiseRow8", "func(n int, x *float32, inverse float32, q *uint8)", "quantiseRow8 writes round(x*inverse) + 128.")
	n, x, q := pointer("n"), pointer("x"), pointer("q")
	inverse := broadcast("inverse")
	order, flip := YMM(), YMM()
	lanes := GLOBL("laneOrder", RODATA|NOPTR) // the packs work within halves
	for i, v := range []uint32{0, 4, 1, 5, 2, 6, 3, 7} {
		DATA(4*i, U32(v))
	}
	VMOVDQU(lanes, order)
	VPBROADCASTB(ConstData("signBit", U8(0x80)), flip)
	var v [4]VecVirtual
	for i := range v {
		v[i] = YMM()
	}
	Label("loop")
	for i := range v {
		VMULPS(Mem{Base: x, Disp: 32 * i}, inverse, v[i])
		VCVTPS2DQ(v[i], v[i])
	}
	VPACKSSDW(v[1], v[0], v[0])
	VPACKSSDW(v[3], v[2], v[2])
	VPACKSSWB(v[2], v[0], v[0])
	VPERMD(v[0], order, v[0])
	VPXOR(flip, v[0], v[0])
	VMOVDQU(v[0], Mem{Base: q})
	ADDQ(U32(128), x)
	ADDQ(Imm(32), q)
	SUBQ(Imm(32), n)
	JNZ(LabelRef("loop"))
	VZEROUPPER()
	RET()
}

func quantise16() {
	kernel("quantiseRow16", "func(n int, x *float32, inverse float32, q *int16)", "quantiseRow16 writes round(x*inverse).")
	n, x, q := pointer("n"), pointer("x"), pointer("q")
	inverse := broadcast("inverse")
	a, b := YMM(), YMM()
	Label("loop")
	VMULPS(Mem{Base: x}, inverse, a)
	VMULPS(Mem{Base: x, Disp: 32}, inverse, b)
	VCVTPS2DQ(a, a)
	VCVTPS2DQ(b, b)
	VPACKSSDW(b, a, a)
	VPERMQ(Imm(0xd8), a, a)
	VMOVDQU(a, Mem{Base: q})
	ADDQ(Imm(64), x)
	ADDQ(Imm(32), q)
	SUBQ(Imm(16), n)
	JNZ(LabelRef("loop"))
	VZEROUPPER()
	RET()
}

func rowMax() {
	kernel("max8", "func(n int, x *float32, out *[8]float32)", "max8 finds the largest value of each lane.")
	n, x, out := pointer("n"), pointer("x"), pointer("out")
	acc := YMM()
	VMOVUPS(Mem{Base: x}, acc)
	everyEight(n, []Register{x}, func() { VMAXPS(Mem{Base: x}, acc, acc) })
	finish(acc, out)
}

// exponent replaces x by exp(x) for x <= 0: Cephes' polynomial after a
// reduction by multiples of ln 2. Nothing is smaller than exp(-87).
func exponent(x, one VecVirtual) {
	n, r, p, t := YMM(), YMM(), YMM(), YMM()
	load := func(name string, v float32) VecVirtual { VBROADCASTSS(constant(name, v), t); return t }
	VMAXPS(load("expClamp", -87), x, x)
	VMULPS(load("log2e", 1.44269504088896341), x, n)
	VCVTPS2DQ(n, n)
	VCVTDQ2PS(n, r)
	VMULPS(load("ln2High", 0.693359375), r, p)
	VSUBPS(p, x, x)
	VMULPS(load("ln2Low", -2.12194440e-4), r, p)
	VSUBPS(p, x, x)
	VBROADCASTSS(constant("exp0", 1.9875691500e-4), p)
	for i, v := range []float32{1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1} {
		VMULPS(x, p, p)
		VADDPS(load("exp"+string(rune('1'+i)), v), p, p)
	}
	VMULPS(x, x, r)
	VMULPS(r, p, p)
	VADDPS(x, p, p)
	VADDPS(one, p, p)
	VPSLLD(Imm(23), n, n)
	VPADDD(n, p, x)
}

func expSum() {
	kernel("expSum8", "func(n int, x *float32, most float32, out *[8]float32)", "expSum8 replaces x by exp(x - most) and sums each lane.")
	n, x, out := pointer("n"), pointer("x"), pointer("out")
	most, one, acc, v := broadcast("most"), YMM(), zero(), YMM()
	VBROADCASTSS(constant("one", 1), one)
	everyEight(n, []Register{x}, func() {
		VMOVUPS(Mem{Base: x}, v)
		VSUBPS(most, v, v)
		exponent(v, one)
		VADDPS(v, acc, acc)
		VMOVUPS(v, Mem{Base: x})
	})
	finish(acc, out)
}

// gelu: x*Phi(x) = max(x,0) - |x|/2 * erfc(|x|/sqrt 2), erfc by Abramowitz and
// Stegun 7.1.26.
func gelu() {
	kernel("gelu8", "func(n int, x *float32, out *[8]float32)", "gelu8 replaces x by GELU(x) and finds the largest magnitude of each lane.")
	n, xp, out := pointer("n"), pointer("x"), pointer("out")
	mask, one, acc := absolute(), YMM(), zero()
	VBROADCASTSS(constant("one", 1), one)
	x, z, t, e, p, c := YMM(), YMM(), YMM(), YMM(), YMM(), YMM()
	load := func(name string, v float32) VecVirtual { VBROADCASTSS(constant(name, v), c); return c }
	everyEight(n, []Register{xp}, func() {
		VMOVUPS(Mem{Base: xp}, x)
		VANDPS(mask, x, z)
		VMULPS(load("sqrtHalf", 0.70710678118654752), z, z)
		VMULPS(load("erfP", 0.3275911), z, t)
		VADDPS(one, t, t)
		VDIVPS(t, one, t)
		VMULPS(z, z, e)
		VXORPS(z, z, z)
		VSUBPS(e, z, e)
		exponent(e, one)
		VBROADCASTSS(constant("erf5", 1.061405429), p)
		for i, v := range []float32{-1.453152027, 1.421413741, -0.284496736, 0.254829592} {
			VMULPS(t, p, p)
			VADDPS(load("erf"+string(rune('4'-i)), v), p, p)
		}
		VMULPS(t, p, p)
		VMULPS(e, p, p)
		VANDPS(mask, x, e)
		VMULPS(load("half", 0.5), e, e)
		VMULPS(p, e, e)
		VMAXPS(z, x, x)
		VSUBPS(e, x, x)
		VMOVUPS(x, Mem{Base: xp})
		VANDPS(mask, x, x)
		VMAXPS(x, acc, acc)
	})
	finish(acc, out)
}

func addSum() {
	kernel("addSum8", "func(n int, x, y *float32, out *[8]float32)", "addSum8 adds y to x and sums each lane.")
	n, x, y, out := pointer("n"), pointer("x"), pointer("y"), pointer("out")
	acc, v := zero(), YMM()
	everyEight(n, []Register{x, y}, func() {
		VMOVUPS(Mem{Base: x}, v)
		VADDPS(Mem{Base: y}, v, v)
		VMOVUPS(v, Mem{Base: x})
		VADDPS(v, acc, acc)
	})
	finish(acc, out)
}

func centre() {
	kernel("centre8", "func(n int, x *float32, mean float32, out *[8]float32)", "centre8 subtracts the mean and sums the squares of each lane.")
	n, x, out := pointer("n"), pointer("x"), pointer("out")
	mean, acc, v := broadcast("mean"), zero(), YMM()
	everyEight(n, []Register{x}, func() {
		VMOVUPS(Mem{Base: x}, v)
		VSUBPS(mean, v, v)
		VMOVUPS(v, Mem{Base: x})
		VMULPS(v, v, v)
		VADDPS(v, acc, acc)
	})
	finish(acc, out)
}

func scaleShift() {
	kernel("scaleShift8", "func(n int, x *float32, scale float32, gain, shift *float32, out *[8]float32)", "scaleShift8 replaces x by x*scale*gain + shift and finds the largest magnitude of each lane.")
	n, x, g, b, out := pointer("n"), pointer("x"), pointer("gain"), pointer("shift"), pointer("out")
	scale, mask, acc, v := broadcast("scale"), absolute(), zero(), YMM()
	everyEight(n, []Register{x, g, b}, func() {
		VMULPS(Mem{Base: x}, scale, v)
		VMULPS(Mem{Base: g}, v, v)
		VADDPS(Mem{Base: b}, v, v)
		VMOVUPS(v, Mem{Base: x})
		VANDPS(mask, v, v)
		VMAXPS(v, acc, acc)
	})
	finish(acc, out)
}
