package charts

import (
	"math"
	"strconv"
	"strings"
)

// scale is a vertical axis.
type scale struct {
	min, max float64
	log      bool // base 10; values are above 0, but for those in the slot that zero opens
	zero     bool // a logarithmic axis has a place for 0 at its foot
	ticks    []float64
	signed   bool // write +0.5
	percent  bool // write 50%
}

// counts is an axis for whole numbers from 0.
func counts(max float64) scale {
	return linear(0, math.Max(max, 1), 4, true)
}

// ends is an axis for whole numbers that names its top only.
func ends(max float64) scale {
	s := counts(max)
	s.ticks = []float64{s.max}
	return s
}

// linear is an axis over a range, with about n steps.
func linear(low, high float64, n int, whole bool) scale {
	step := niceStep((high-low)/float64(n), whole)
	s := scale{min: math.Floor(low/step) * step, max: math.Ceil(high/step-1e-9) * step}
	if s.max <= s.min {
		s.max = s.min + step
	}
	for i := 0; ; i++ {
		v := s.min + float64(i)*step
		if v > s.max+step/2 {
			return s
		}
		s.ticks = append(s.ticks, v)
	}
}

// percents is an axis for shares, in percent, from 0 to at least max.
func percents(max float64) scale {
	s := linear(0, math.Max(max, 1), 4, true)
	if max > 50 {
		s = scale{max: 100, ticks: []float64{0, 50, 100}}
	}
	s.percent = true
	return s
}

// attitude is an axis around 0 that holds values as far out as reach.
func attitude(reach float64) scale {
	top := 0.5
	if reach > 0.5 {
		top = 1
	}
	return scale{min: -top, max: top, signed: true, ticks: []float64{-top, -top / 2, 0, top / 2, top}}
}

// quantities is an axis for reported figures: logarithmic when they differ
// more than fiftyfold.
func quantities(values []float64) scale {
	low, high, zero := math.Inf(1), math.Inf(-1), false
	for _, v := range values {
		if v == 0 {
			zero = true
			continue
		}
		low, high = math.Min(low, v), math.Max(high, v)
	}
	if low <= 0 || high/low <= 50 || math.IsInf(low, 0) {
		if math.IsInf(low, 0) {
			low, high = 0, 1
		}
		return linear(math.Min(low, 0), math.Max(high, 0), 4, false)
	}
	a, b := math.Floor(math.Log10(low)), math.Ceil(math.Log10(high))
	s := scale{min: math.Pow(10, a), max: math.Pow(10, b), log: true, zero: zero}
	step := math.Ceil((b - a) / 5)
	if zero {
		s.ticks = []float64{0}
	}
	for e := a; e <= b; e += step {
		s.ticks = append(s.ticks, math.Pow(10, e))
	}
	return s
}

// zeroSlot is the share of a logarithmic axis that a zero takes.
const zeroSlot = 0.1

// place is how far up the axis a value is, 0 to 1.
func (s scale) place(v float64) float64 {
	switch {
	case !s.log:
		return (v - s.min) / (s.max - s.min)
	case v <= 0:
		return 0
	}
	p := math.Log10(v/s.min) / math.Log10(s.max/s.min)
	if s.zero {
		p = zeroSlot + (1-zeroSlot)*p
	}
	return p
}

// niceStep is the next of 1, 2, 5, 10, 20 ... that is no smaller.
func niceStep(min float64, whole bool) float64 {
	if !(min > 0) {
		return 1
	}
	e := math.Pow(10, math.Floor(math.Log10(min)))
	for _, m := range []float64{1, 2, 5, 10} {
		if step := m * e; step >= min*(1-1e-9) && (!whole || step >= 1) {
			return step
		}
	}
	return 1
}

// label writes a value of the axis.
func (s scale) label(v float64) string {
	text := number(v)
	if s.signed && v > 0 {
		text = "+" + text
	}
	if s.percent {
		text += "%"
	}
	return text
}

// number writes a value for people, to three decimal places: 0.5, 1,500,
// 20,000, 1.5m, 3bn, with a real minus sign and none before 0.
func number(v float64) string {
	v = math.Round(v*1000) / 1000
	if v < 0 {
		return "−" + number(-v)
	}
	for _, u := range []struct {
		size float64
		name string
	}{{1e12, "tn"}, {1e9, "bn"}, {1e6, "m"}} {
		if v >= u.size {
			return grouped(math.Round(v/u.size*100)/100) + u.name
		}
	}
	return grouped(v)
}

// grouped puts commas between thousands.
func grouped(v float64) string {
	text := strconv.FormatFloat(math.Abs(v), 'f', -1, 64)
	end := strings.IndexByte(text+".", '.')
	for i := end - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}
