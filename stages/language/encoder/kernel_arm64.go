package encoder

// Package gen/neon writes these.

//go:noescape
func tileDot(n int, a *int8, lda int, b *int8, c *float32, ldc int, columnScale, rowScale, bias *float32)

//go:noescape
func tileMultiply(n int, a *int8, lda int, b *int8, c *float32, ldc int, columnScale, rowScale, bias *float32)

//go:noescape
func tile16(n int, a *int16, lda int, b *int16, c *float32, ldc int, columnScale, rowScale, bias *float32)

//go:noescape
func absMax8(n int, x *float32, out *[8]float32)

//go:noescape
func max8(n int, x *float32, out *[8]float32)

//go:noescape
func expSum8(n int, x *float32, most float32, out *[8]float32)

//go:noescape
func gelu8(n int, x *float32, out *[8]float32)

//go:noescape
func addSum8(n int, x, y *float32, out *[8]float32)

//go:noescape
func centre8(n int, x *float32, mean float32, out *[8]float32)

//go:noescape
func scaleShift8(n int, x *float32, scale float32, gain, shift *float32, out *[8]float32)

//go:noescape
func quantiseRow8(n int, x *float32, inverse float32, q *int8)

//go:noescape
func quantiseRow16(n int, x *float32, inverse float32, q *int16)
