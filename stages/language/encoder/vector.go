//go:build amd64 || arm64

package encoder

// What the kernels in assembly share: rows of floats in eight lanes.

func maxOf8(v *[8]float32) float32 {
	return max(max(max(v[0], v[4]), max(v[1], v[5])), max(max(v[2], v[6]), max(v[3], v[7])))
}

func vectorAbsMax(x []float32) float32 {
	var lanes [8]float32
	absMax8(len(x), &x[0], &lanes)
	return maxOf8(&lanes)
}

func vectorQuantise16(x []float32, inverse float32, q []int16) {
	quantiseRow16(len(x), &x[0], inverse, &q[:len(x)][0])
}

func vectorSoftmax(x []float32, q []int16) {
	var lanes [8]float32
	max8(len(x), &x[0], &lanes)
	expSum8(len(x), &x[0], maxOf8(&lanes), &lanes)
	vectorQuantise16(x, probabilityOne/sum8(&lanes), q)
}

func vectorGELU(x []float32) float32 {
	var lanes [8]float32
	gelu8(len(x), &x[0], &lanes)
	return maxOf8(&lanes)
}

func vectorAddNorm(x, y, gain, shift []float32) float32 {
	var lanes [8]float32
	n := len(x)
	addSum8(n, &x[0], &y[:n][0], &lanes)
	centre8(n, &x[0], sum8(&lanes)/float32(n), &lanes)
	scaleShift8(n, &x[0], inverseDeviation(sum8(&lanes)/float32(n)), &gain[:n][0], &shift[:n][0], &lanes)
	return maxOf8(&lanes)
}
