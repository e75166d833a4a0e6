package main

import "math"

// The kernels of a row treat eight floats at a step, as two vectors; what they
// sum or compare stays in eight lanes, V16 and V17.

func (a *asm) rows() {
	a.row("absMax8", nil, "", false, func(h int) {
		a.load(0, h)
		a.fabs(0, 0)
		a.fmax(16+h, 16+h, 0)
	})
	a.row("max8", nil, "", true, func(h int) {
		a.load(0, h)
		a.fmax(16+h, 16+h, 0)
	})
	a.row("expSum8", expTable, "most", false, func(h int) {
		a.load(0, h)
		a.fsub(0, 0, 18)
		a.exponent(0, 20)
		a.fadd(16+h, 16+h, 0)
		a.save(0, h)
	})
	a.row("gelu8", append(append([]float32(nil), expTable...), erfTable...), "", false, func(h int) {
		a.load(0, h)
		a.gelu(20)
		a.save(0, h)
		a.fabs(0, 0)
		a.fmax(16+h, 16+h, 0)
	})
	a.row("centre8", nil, "mean", false, func(h int) {
		a.load(0, h)
		a.fsub(0, 0, 18)
		a.save(0, h)
		a.fmul(0, 0, 0)
		a.fadd(16+h, 16+h, 0)
	})
	a.addSum()
	a.scaleShift()
	a.quantise("quantiseRow8", "int8", 4)
	a.quantise("quantiseRow16", "int16", 2)
}

func (a *asm) load(v, half int) { a.op("FMOVQ %d(R1), F%d", 16*half, v) }
func (a *asm) save(v, half int) { a.op("FMOVQ F%d, %d(R1)", v, 16*half) }

// row writes a kernel func(n int, x *float32[, scalar float32], out *[8]float32).
// The scalar fills V18, the table's floats fill V20 and those behind it. The
// lanes start at zero, or with the first floats of the row.
func (a *asm) row(name string, table []float32, scalar string, first bool, body func(half int)) {
	a.line("")
	if scalar == "" {
		a.line("// func %s(n int, x *float32, out *[8]float32)", name)
		a.line("TEXT ·%s(SB), NOSPLIT, $0-24", name)
	} else {
		a.line("// func %s(n int, x *float32, %s float32, out *[8]float32)", name, scalar)
		a.line("TEXT ·%s(SB), NOSPLIT, $0-32", name)
		a.op("MOVWU %s+16(FP), R4", scalar)
		a.op("VDUP R4, V18.S4")
	}
	a.op("MOVD n+0(FP), R0")
	a.op("MOVD x+8(FP), R1")
	a.constants(name, table)
	if first {
		a.load(16, 0)
		a.load(17, 1)
	} else {
		a.clear(16, 17)
	}
	a.loop("R0", func() {
		body(0)
		body(1)
		a.op("ADD $32, R1, R1")
		a.op("SUB $8, R0, R0")
	})
	a.op("MOVD out+%d(FP), R2", map[bool]int{true: 16, false: 24}[scalar == ""])
	a.lanes()
}

func (a *asm) lanes() {
	a.op("FMOVQ F16, (R2)")
	a.op("FMOVQ F17, 16(R2)")
	a.op("RET")
}

// constants fills V20 and what follows, then V8 to V15, with a table's floats.
func (a *asm) constants(name string, values []float32) {
	if values == nil {
		return
	}
	a.floats = append(a.floats, table{name + "Constants", values})
	a.op("MOVD $%sConstants<>(SB), R3", name)
	for i := range values {
		a.op("VLD1R.P 4(R3), [V%d.S4]", constant(i))
	}
}

// constant is the register of a table's float.
func constant(i int) int {
	if i < 12 {
		return 20 + i
	}
	return 8 + i - 12
}

func (a *asm) tables() {
	for _, t := range a.floats {
		a.line("")
		for i, v := range t.values {
			a.line("DATA %s<>+%d(SB)/4, $0x%08x // %g", t.name, 4*i, math.Float32bits(v), v)
		}
		a.line("GLOBL %s<>(SB), RODATA|NOPTR, $%d", t.name, 4*len(t.values))
	}
}

// Of the exponential: least argument, 1/ln 2, ln 2 in two parts, polynomial, 1.
var expTable = []float32{-87, 1.44269504088896341, 0.693359375, -2.12194440e-4, 1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1, 1}

// Of the error function, as in plain.go.
var erfTable = []float32{0.70710678118654752, 0.3275911, 1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592, 0.5}

// exponent replaces V(x) by exp of it; V1 to V3 are overwritten. The constants
// begin at register c.
func (a *asm) exponent(x, c int) {
	a.fmax(x, x, c)
	a.fmul(1, x, c+1)
	a.fcvtns(1, 1)
	a.scvtf(2, 1)
	a.fmul(3, 2, c+2)
	a.fsub(x, x, 3)
	a.fmul(3, 2, c+3)
	a.fsub(x, x, 3)
	p := c + 4 // of the first coefficient
	for i := 1; i < 6; i++ {
		a.fmul(3, p, x)
		p = 3
		a.fadd(3, 3, c+4+i)
	}
	a.fmul(2, x, x)
	a.fmul(3, 3, 2)
	a.fadd(3, 3, x)
	a.fadd(3, 3, c+10)
	a.shl23(1, 1)
	a.iadd(x, 3, 1)
}

// gelu replaces V0 by GELU of it; V1 to V7 are overwritten.
func (a *asm) gelu(c int) {
	erf := func(i int) int { return constant(len(expTable) + i) }
	one := c + 10
	a.fabs(4, 0)
	a.fmul(5, 4, erf(0)) // z
	a.fmul(6, 5, erf(1))
	a.fadd(6, 6, one)
	a.fdiv(6, one, 6) // t
	a.fmul(5, 5, 5)
	a.clear(7)
	a.fsub(5, 7, 5)
	a.exponent(5, c)
	a.fmul(3, erf(2), 6)
	for i := 3; i < 7; i++ {
		a.fadd(3, 3, erf(i))
		a.fmul(3, 3, 6)
	}
	a.fmul(3, 3, 5)
	a.fmul(4, 4, erf(7))
	a.fmul(4, 4, 3)
	a.fmax(0, 0, 7)
	a.fsub(0, 0, 4)
}

func (a *asm) addSum() {
	a.function("addSum8", "n int, x, y *float32, out *[8]float32", "n", "x", "y", "out")
	a.clear(16, 17)
	a.loop("R0", func() {
		for h := range 2 {
			a.load(0, h)
			a.op("FMOVQ %d(R2), F1", 16*h)
			a.fadd(0, 0, 1)
			a.save(0, h)
			a.fadd(16+h, 16+h, 0)
		}
		a.op("ADD $32, R1, R1")
		a.op("ADD $32, R2, R2")
		a.op("SUB $8, R0, R0")
	})
	a.op("MOVD R3, R2")
	a.lanes()
}

func (a *asm) scaleShift() {
	a.function("scaleShift8", "n int, x *float32, scale float32, gain, shift *float32, out *[8]float32", "n", "x", "", "gain", "shift", "out")
	a.op("MOVWU scale+16(FP), R6")
	a.op("VDUP R6, V18.S4")
	a.clear(16, 17)
	a.loop("R0", func() {
		for h := range 2 {
			a.load(0, h)
			a.op("FMOVQ %d(R3), F1", 16*h)
			a.op("FMOVQ %d(R4), F2", 16*h)
			a.fmul(0, 0, 18)
			a.fmul(0, 0, 1)
			a.fadd(0, 0, 2)
			a.save(0, h)
			a.fabs(0, 0)
			a.fmax(16+h, 16+h, 0)
		}
		for _, r := range []int{1, 3, 4} {
			a.op("ADD $32, R%d, R%d", r, r)
		}
		a.op("SUB $8, R0, R0")
	})
	a.op("MOVD R5, R2")
	a.lanes()
}

// quantise writes a kernel that rounds x*inverse to integers, four vectors of
// floats to a vector of bytes or two to one of int16.
func (a *asm) quantise(name, integer string, vectors int) {
	a.function(name, "n int, x *float32, inverse float32, q *"+integer, "n", "x", "", "q")
	a.op("MOVWU inverse+16(FP), R6")
	a.op("VDUP R6, V18.S4")
	a.loop("R0", func() {
		for v := range vectors {
			a.load(v, v)
			a.fmul(v, v, 18)
			a.fcvtns(v, v)
		}
		for v := 0; v < vectors; v += 2 {
			a.narrow32(4+v, v, false)
			a.narrow32(4+v, v+1, true)
		}
		if vectors == 4 {
			a.narrow16(8, 4, false)
			a.narrow16(8, 6, true)
			a.op("VST1.P [V8.B16], 16(R3)")
		} else {
			a.op("VST1.P [V4.H8], 16(R3)")
		}
		a.op("ADD $%d, R1, R1", 16*vectors)
		a.op("SUB $%d, R0, R0", 4*vectors)
	})
	a.op("RET")
}
