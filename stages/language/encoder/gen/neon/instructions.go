package main

// Encodings from the Arm Architecture Reference Manual for A-profile (DDI 0487),
// C7.2. d, n and m are the registers of the result and of the operands.

func three(base uint32, d, n, m int) uint32 { return base | uint32(m)<<16 | uint32(n)<<5 | uint32(d) }

func (a *asm) fadd(d, n, m int) {
	a.word(three(0x4e20d400, d, n, m), "FADD V%d.4S, V%d.4S, V%d.4S", d, n, m)
}
func (a *asm) fsub(d, n, m int) {
	a.word(three(0x4ea0d400, d, n, m), "FSUB V%d.4S, V%d.4S, V%d.4S", d, n, m)
}
func (a *asm) fmul(d, n, m int) {
	a.word(three(0x6e20dc00, d, n, m), "FMUL V%d.4S, V%d.4S, V%d.4S", d, n, m)
}
func (a *asm) fdiv(d, n, m int) {
	a.word(three(0x6e20fc00, d, n, m), "FDIV V%d.4S, V%d.4S, V%d.4S", d, n, m)
}
func (a *asm) fmax(d, n, m int) {
	a.word(three(0x4e20f400, d, n, m), "FMAX V%d.4S, V%d.4S, V%d.4S", d, n, m)
}
func (a *asm) iadd(d, n, m int) {
	a.word(three(0x4ea08400, d, n, m), "ADD V%d.4S, V%d.4S, V%d.4S", d, n, m)
}
func (a *asm) addp(d, n, m int) {
	a.word(three(0x4ea0bc00, d, n, m), "ADDP V%d.4S, V%d.4S, V%d.4S", d, n, m)
}

func (a *asm) fabs(d, n int)   { a.word(three(0x4ea0f800, d, n, 0), "FABS V%d.4S, V%d.4S", d, n) }
func (a *asm) fcvtns(d, n int) { a.word(three(0x4e21a800, d, n, 0), "FCVTNS V%d.4S, V%d.4S", d, n) } // to nearest, halves to even
func (a *asm) scvtf(d, n int)  { a.word(three(0x4e21d800, d, n, 0), "SCVTF V%d.4S, V%d.4S", d, n) }
func (a *asm) shl23(d, n int)  { a.word(three(0x4f375400, d, n, 0), "SHL V%d.4S, V%d.4S, #23", d, n) }

// narrow32 and narrow16 halve the width of integers, with saturation; high
// writes the upper half of d.
func (a *asm) narrow32(d, n int, high bool) {
	a.word(three(0x0e614800|bit(high, 30), d, n, 0), "SQXTN%s V%d.H, V%d.4S", two(high), d, n)
}
func (a *asm) narrow16(d, n int, high bool) {
	a.word(three(0x0e214800|bit(high, 30), d, n, 0), "SQXTN%s V%d.B, V%d.8H", two(high), d, n)
}

// sdot adds to each of four int32 the products of four bytes of n with the four
// bytes of m that index names (FEAT_DotProd).
func (a *asm) sdot(d, n, m, index int) {
	a.word(three(0x4f80e000, d, n, m)|uint32(index&1)<<21|uint32(index>>1)<<11, "SDOT V%d.4S, V%d.16B, V%d.4B[%d]", d, n, m, index)
}

// smull multiplies eight bytes to int16, sadalp adds neighbours of them to int32.
func (a *asm) smull(d, n, m int, high bool) {
	a.word(three(0x0e20c000|bit(high, 30), d, n, m), "SMULL%s V%d.8H, V%d.B, V%d.B", two(high), d, n, m)
}
func (a *asm) sadalp(d, n int) { a.word(three(0x4e606800, d, n, 0), "SADALP V%d.4S, V%d.8H", d, n) }

// smlal adds the products of four int16 of n with element index of m, m < 16.
func (a *asm) smlal(d, n, m, index int, high bool) {
	code := three(0x0f402000|bit(high, 30), d, n, m) | uint32(index>>2)<<11 | uint32(index>>1&1)<<21 | uint32(index&1)<<20
	a.word(code, "SMLAL%s V%d.4S, V%d.H, V%d.H[%d]", two(high), d, n, m, index)
}

// ld2 loads sixteen int16 from Rn, even ones into d and odd ones into d+1, and
// adds Rm to Rn.
func (a *asm) ld2(d, rn, rm int) {
	a.word(three(0x4cc08400, d, rn, rm), "LD2 {V%d.8H, V%d.8H}, [R%d], R%d", d, d+1, rn, rm)
}

func bit(set bool, at int) uint32 {
	if set {
		return 1 << at
	}
	return 0
}

func two(high bool) string {
	if high {
		return "2"
	}
	return ""
}
