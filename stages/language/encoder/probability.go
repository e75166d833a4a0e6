package encoder

import "math"

// softmax turns the logits of a head into probabilities: they are multiplied by
// the head's first calibration and the class none (-1: there is none) gets its
// second one added.
func (m *Model) softmax(head string, x []float32, none int) {
	a, b := m.calibrate(head)
	for i := range x {
		x[i] = float32(x[i] * a)
	}
	if none >= 0 {
		x[none] += b
	}
	most := plainMax(x)
	var sum float32
	for i, v := range x {
		x[i] = negativeExp(v - most)
		sum += x[i]
	}
	for i := range x {
		x[i] /= sum
	}
}

func (m *Model) sigmoid(head string, x float32) float32 {
	a, b := m.calibrate(head)
	x = float32(x*a) + b
	e := negativeExp(-magnitude(x))
	if x < 0 {
		return e / (1 + e)
	}
	return 1 / (1 + e)
}

func (m *Model) calibrate(head string) (a, b float32) {
	if c, ok := m.calibration[head]; ok {
		return c[0], c[1]
	}
	return 1, 0
}

func plainMax(x []float32) float32 {
	most := x[0]
	for _, v := range x {
		most = max(most, v)
	}
	return most
}

func inverseRoot(n int) float32 { return 1 / float32(math.Sqrt(float64(n))) }
