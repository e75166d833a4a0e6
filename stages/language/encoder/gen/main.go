// Command gen writes the AVX2 kernels of package encoder:
//
//	go run . -out ../kernel_amd64.s -stubs ../kernel_amd64.go -pkg encoder
//
// Package neon writes those for arm64. Every kernel does in vectors of eight lanes what the function of the same name
// in plain.go does one by one, in the same order of operations, so that both
// give the same bits: there is no fused multiply-add here.
package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func main() {
	tile8()
	tile8VNNI()
	tile16()
	absMax()
	quantise8()
	quantise16()
	rowMax()
	expSum()
	gelu()
	addSum()
	centre()
	scaleShift()
	Generate()
}

// kernel opens a function that keeps no pointer.
func kernel(name, signature, doc string) {
	TEXT(name, NOSPLIT, signature)
	Doc(doc)
	Pragma("noescape")
}

func pointer(name string) Register { return Load(Param(name), GP64()) }

// broadcast loads a float32 parameter into all lanes.
func broadcast(name string) VecVirtual {
	m, err := Param(name).Resolve()
	if err != nil {
		panic(err)
	}
	y := YMM()
	VBROADCASTSS(m.Addr, y)
	return y
}

func zero() VecVirtual {
	y := YMM()
	VXORPS(y, y, y)
	return y
}

// everyEight runs the body for eight floats at a time; n floats are left, and
// each of the pointers moves on.
func everyEight(n Register, pointers []Register, body func()) {
	Label("loop")
	body()
	for _, p := range pointers {
		ADDQ(Imm(32), p)
	}
	SUBQ(Imm(8), n)
	JNZ(LabelRef("loop"))
}

func finish(lanes VecVirtual, out Register) {
	VMOVUPS(lanes, Mem{Base: out})
	VZEROUPPER()
	RET()
}
