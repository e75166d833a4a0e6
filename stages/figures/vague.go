package figures

// vague reads dozens, tens of thousands, several hundred, a couple of hundred.
func (s *scan) vague(i int) (number, bool) {
	j, times := i, 0.0
	if s.is(j, "a") && s.is(j+1, "couple", "few") {
		j++
	}
	switch {
	case s.is(j, "couple"):
		if j == i {
			return number{}, false
		}
		j++
		if s.is(j, "of") {
			j++
		}
		n := number{from: i, to: j, value: 2, approx: true, scale: 1}
		if class, v := s.numeral(j); class == "hundred" || class == "scale" || class == "dozen" {
			n.value, n.to = 2*v, j+1
		}
		return n, true
	case s.is(j, "few", "several", "many"):
		times = 2
		if s.is(j, "many") {
			times = 1
		}
		j++
	}
	class, v := s.numeral(j)
	if times > 0 && (class == "hundred" || class == "scale" || class == "dozen") {
		n := number{from: i, to: j + 1, vague: true, low: times * v, scale: v}
		if class, w := s.numeral(j + 1); class == "scale" {
			n.low, n.to = n.low*w, j+2
		}
		return n, true
	}
	if class != "plural" || times > 0 && j > i+1 {
		return number{}, false
	}
	n := number{from: i, to: j + 1, vague: true, low: v, scale: v}
	for s.is(n.to, "of") {
		class, v := s.numeral(n.to + 1)
		if class != "plural" {
			break
		}
		n.low *= v
		n.to += 2
	}
	if s.is(i, "tens") && n.to == j+1 {
		return number{}, false
	}
	return n, true
}
