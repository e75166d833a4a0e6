package main

// A tile is six rows by eight columns, half a panel.
const tileRows = 6

// tile opens a kernel of a product. R0 counts steps, R1 to R6 are the rows of a,
// R7 is b, R8 and R9 are c and its stride, R10 to R12 the scales and the bias.
func (a *asm) tile(name, types string) {
	a.line("")
	a.line("// func %s(n int, a *%s, lda int, b *%s, c *float32, ldc int, columnScale, rowScale, bias *float32)", name, types, types)
	a.line("TEXT ·%s(SB), NOSPLIT, $0-72", name)
	a.op("MOVD n+0(FP), R0")
	a.op("MOVD a+8(FP), R1")
	a.op("MOVD lda+16(FP), R13")
	for r := 1; r < tileRows; r++ {
		a.op("ADD R13, R%d, R%d", r, r+1)
	}
	a.op("MOVD b+24(FP), R7")
	a.op("MOVD c+32(FP), R8")
	a.op("MOVD ldc+40(FP), R9")
	a.op("MOVD columnScale+48(FP), R10")
	a.op("MOVD rowScale+56(FP), R11")
	a.op("MOVD bias+64(FP), R12")
}

func (a *asm) clear(registers ...int) {
	for _, v := range registers {
		a.op("VEOR V%d.B16, V%d.B16, V%d.B16", v, v, v)
	}
}

func span(from, n int) (r []int) {
	for i := range n {
		r = append(r, from+i)
	}
	return r
}

// store scales, adds the bias and writes the tile; sums tells the registers of a
// row's eight sums.
func (a *asm) store(sums func(r int) (int, int)) {
	a.op("FMOVQ (R10), F0")
	a.op("FMOVQ 16(R10), F1")
	a.op("FMOVQ (R12), F2")
	a.op("FMOVQ 16(R12), F3")
	for r := range tileRows {
		low, high := sums(r)
		a.op("VLD1R.P 4(R11), [V4.S4]")
		for i, v := range []int{low, high} {
			a.scvtf(v, v)
			a.fmul(v, v, i)
			a.fmul(v, v, 4)
			a.fadd(v, v, 2+i)
			a.op("FMOVQ F%d, %d(R8)", v, 16*i)
		}
		a.op("ADD R9, R8, R8")
	}
	a.op("RET")
}

// tileDot multiplies int8 with int8, sixteen of a row at a step, by the dot
// product instructions.
func (a *asm) tileDot() {
	a.tile("tileDot", "int8")
	sums := func(r int) (int, int) { return 16 + 2*r, 17 + 2*r }
	a.clear(span(16, 12)...)
	a.loop("R0", func() {
		for r := range tileRows {
			a.op("VLD1.P 16(R%d), [V%d.B16]", r+1, r)
		}
		for q := range 4 {
			w := []int{6, 28}[q%2]
			a.op("FMOVQ %d(R7), F%d", 64*q, w)
			a.op("FMOVQ %d(R7), F%d", 64*q+16, w+1)
			for r := range tileRows {
				low, high := sums(r)
				a.sdot(low, w, r, q)
				a.sdot(high, w+1, r, q)
			}
		}
		a.op("ADD $256, R7, R7")
		a.op("SUB $1, R0, R0")
	})
	a.store(sums)
}

// tileMultiply does the same without them: products of int16, whose neighbours
// are added to int32; two sums of a column lie side by side until the end.
func (a *asm) tileMultiply() {
	a.tile("tileMultiply", "int8")
	a.clear(span(8, 24)...)
	a.loop("R0", func() {
		for q := range 4 {
			a.op("FMOVQ %d(R7), F0", 64*q)
			a.op("FMOVQ %d(R7), F1", 64*q+16)
			for r := range tileRows {
				a.op("VLD1R.P 4(R%d), [V2.S4]", r+1)
				for w := range 2 {
					to := 8 + 4*r + 2*w
					a.smull(3+2*w, w, 2, false)
					a.smull(4+2*w, w, 2, true)
					a.sadalp(to, 3+2*w)
					a.sadalp(to+1, 4+2*w)
				}
			}
		}
		a.op("ADD $256, R7, R7")
		a.op("SUB $1, R0, R0")
	})
	for v := 8; v < 32; v += 2 {
		a.addp(v, v, v+1)
	}
	a.store(func(r int) (int, int) { return 8 + 4*r, 10 + 4*r })
}

// tile16 multiplies int16 with int16, eight of a row at a step.
func (a *asm) tile16() {
	a.tile("tile16", "int16")
	sums := func(r int) (int, int) { return 16 + 2*r, 17 + 2*r }
	a.clear(span(16, 12)...)
	a.op("MOVD $64, R13")
	a.loop("R0", func() {
		for r := range tileRows {
			a.op("VLD1.P 16(R%d), [V%d.H8]", r+1, r)
		}
		for p := range 4 {
			w := []int{6, 28}[p%2]
			a.ld2(w, 7, 13)
			for odd := range 2 {
				for r := range tileRows {
					low, high := sums(r)
					a.smlal(low, w+odd, r, 2*p+odd, false)
					a.smlal(high, w+odd, r, 2*p+odd, true)
				}
			}
		}
		a.op("SUB $1, R0, R0")
	})
	a.store(sums)
}
