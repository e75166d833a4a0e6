package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// A tile is six rows by sixteen columns of a product; its sums stay in twelve
// registers while the loop runs over the inner dimension.
const tileRows = 6

// rows returns the addresses of six rows at a displacement; third is base + 3*stride.
func rows(base, third, stride Register, d int) [tileRows]Mem {
	return [tileRows]Mem{
		{Base: base, Disp: d}, {Base: base, Index: stride, Scale: 1, Disp: d}, {Base: base, Index: stride, Scale: 2, Disp: d},
		{Base: third, Disp: d}, {Base: third, Index: stride, Scale: 1, Disp: d}, {Base: third, Index: stride, Scale: 2, Disp: d},
	}
}

func thirdRow(base, stride Register) Register {
	t := GP64()
	LEAQ(Mem{Base: base, Index: stride, Scale: 2}, t)
	ADDQ(stride, t)
	return t
}

const unroll = 2

// tile opens a kernel and runs step for each four bytes of a row. ones is
// sixteen times the int16 1, which VPMADDWD adds neighbours with, where add wants
// it.
func tile(name, signature, doc string, add bool, step func(acc []VecVirtual, ones VecVirtual, b Register, u int, row [tileRows]Mem)) []VecVirtual {
	kernel(name, signature, doc)
	n, a, lda, b := pointer("n"), pointer("a"), pointer("lda"), pointer("b")
	a3 := thirdRow(a, lda)
	acc := make([]VecVirtual, 2*tileRows)
	for i := range acc {
		acc[i] = YMM()
		VPXOR(acc[i], acc[i], acc[i])
	}
	var ones VecVirtual
	if add {
		ones = YMM()
		VPCMPEQW(ones, ones, ones)
		VPSRLW(Imm(15), ones, ones)
	}
	Label("loop")
	for u := range unroll {
		step(acc, ones, b, u, rows(a, a3, lda, 4*u))
	}
	ADDQ(Imm(4*unroll), a)
	ADDQ(Imm(4*unroll), a3)
	ADDQ(U32(64*unroll), b)
	SUBQ(Imm(unroll), n)
	JNZ(LabelRef("loop"))
	return acc
}

// store scales the sums by column and row, adds the bias and writes the tile:
// float32(sum - zero point) * columnScale * rowScale + bias.
func store(acc []VecVirtual, corrected bool) {
	c, ldc := pointer("c"), pointer("ldc")
	c3 := thirdRow(c, ldc)
	cs, rs, bias := pointer("columnScale"), pointer("rowScale"), pointer("bias")
	var correction Register
	if corrected {
		correction = pointer("correction")
	}
	t := YMM()
	for h := range 2 {
		out := rows(c, c3, ldc, 32*h)
		for r := range tileRows {
			x := acc[2*r+h]
			if corrected {
				VPSUBD(Mem{Base: correction, Disp: 32 * h}, x, x)
			}
			VCVTDQ2PS(x, x)
			VMULPS(Mem{Base: cs, Disp: 32 * h}, x, x)
			VBROADCASTSS(Mem{Base: rs, Disp: 4 * r}, t)
			VMULPS(t, x, x)
			VADDPS(Mem{Base: bias, Disp: 32 * h}, x, x)
			VMOVUPS(x, out[r])
		}
	}
	VZEROUPPER()
	RET()
}

// tile8 multiplies unsigned bytes with weights of seven bits, which cannot
// saturate: 2*255*63 < 32768.
func tile8() {
	acc := tile("tile8", "func(n int, a *uint8, lda int, b *int8, c *float32, ldc int, columnScale, rowScale, bias *float32, correction *int32)",
		"tile8 multiplies six rows of 4*n unsigned bytes with a panel of sixteen columns; lda and ldc are in bytes.", true,
		func(acc []VecVirtual, ones VecVirtual, b Register, u int, row [tileRows]Mem) {
			t, p := YMM(), YMM()
			for r, m := range row {
				VPBROADCASTD(m, t)
				VPMADDUBSW(Mem{Base: b, Disp: 64 * u}, t, p)
				VPMADDUBSW(Mem{Base: b, Disp: 64*u + 32}, t, t)
				VPMADDWD(ones, p, p)
				VPMADDWD(ones, t, t)
				VPADDD(p, acc[2*r], acc[2*r])
				VPADDD(t, acc[2*r+1], acc[2*r+1])
			}
		})
	store(acc, true)
}

// tile8VNNI does the same with the instructions that multiply and add four bytes
// at once (AVX-512 VNNI on registers of 256 bits).
func tile8VNNI() {
	acc := tile("tile8VNNI", "func(n int, a *uint8, lda int, b *int8, c *float32, ldc int, columnScale, rowScale, bias *float32, correction *int32)",
		"tile8VNNI is tile8 with AVX-512 VNNI.", false,
		func(acc []VecVirtual, _ VecVirtual, b Register, u int, row [tileRows]Mem) {
			t, b0, b1 := YMM(), YMM(), YMM()
			VMOVDQU(Mem{Base: b, Disp: 64 * u}, b0)
			VMOVDQU(Mem{Base: b, Disp: 64*u + 32}, b1)
			for r, m := range row {
				VPBROADCASTD(m, t)
				VPDPBUSD(b0, t, acc[2*r])
				VPDPBUSD(b1, t, acc[2*r+1])
			}
		})
	store(acc, true)
}

// tile16 multiplies int16 with int16, pairs of neighbours at once.
func tile16() {
	acc := tile("tile16", "func(n int, a *int16, lda int, b *int16, c *float32, ldc int, columnScale, rowScale, bias *float32)",
		"tile16 multiplies six rows of 2*n int16 with a panel of sixteen columns; lda and ldc are in bytes.", false,
		func(acc []VecVirtual, _ VecVirtual, b Register, u int, row [tileRows]Mem) {
			t, p := YMM(), YMM()
			for r, m := range row {
				VPBROADCASTD(m, t)
				VPMADDWD(Mem{Base: b, Disp: 64 * u}, t, p)
				VPMADDWD(Mem{Base: b, Disp: 64*u + 32}, t, t)
				VPADDD(p, acc[2*r], acc[2*r])
				VPADDD(t, acc[2*r+1], acc[2*r+1])
			}
		})
	store(acc, false)
}
