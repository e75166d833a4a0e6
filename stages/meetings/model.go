package meetings

// feature is something that speaks for or against an answer, and how much of it
// there is.
type feature struct {
	name  string
	value float64
}

// features are collected in the order of the code, so that their sum is the
// same on every machine.
type features []feature

func (f *features) add(name string, value float64) { *f = append(*f, feature{name, value}) }

func (f *features) when(ok bool, name string) {
	if ok {
		f.add(name, 1)
	}
}

// model is a logistic regression: the weight of each feature that it knows.
type model map[string]float64

// score is the log odds of yes.
func (m model) score(f features) float64 {
	sum := m["bias"]
	for _, x := range f {
		sum += float64(m[x.name] * x.value) // the conversion keeps the product from being fused
	}
	return sum
}
