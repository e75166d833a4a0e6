package dates

import "math"

// weightOf is high for a feature of few articles. The added articles keep a small
// corpus, where all is rare, from telling names from common words.
func (r *resolution) weightOf(f uint32) float64 {
	const added = 10
	w := math.Log(float64(len(r.digests)+added) / float64(r.spread[f&^kindMask]+1))
	if f&kindMask == isRole {
		w *= roleWeight
	}
	return w
}

func (r *resolution) weigh(features []uint32) (sum float64) {
	for _, f := range features {
		sum += r.weightOf(f)
	}
	return sum
}

// alike tells how much of two sorted lists of features is shared, 0 where that
// cannot be one event, and whether it surely is. Two sentences that name places,
// but none in common, tell of two; and so may those that each name persons whom
// the other does not.
func (r *resolution) alike(a []uint32, wa float64, b []uint32, wb float64) (score float64, sure bool) {
	sum, n := 0.0, [isRole + 1]int{}
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch x, y := a[i]&^kindMask, b[k]&^kindMask; {
		case x < y:
			i++
		case x > y:
			k++
		default:
			sum += r.weightOf(a[i])
			n[max(a[i]&kindMask, b[k]&kindMask)]++
			i, k = i+1, k+1
		}
	}
	if n[isPlace] == 0 && count(a, isPlace) > 0 && count(b, isPlace) > 0 {
		return 0, false
	}
	what := n[isWord] + n[isEvent]
	who := n[isName]+n[isPlace] >= leastNames || n[isPlace] > 0 && n[isRole] >= leastRoles || n[isName] > 0 && what >= leastWhats
	if !who || what == 0 || sum < leastWeight {
		return 0, false
	}
	others := min(count(a, isName), count(b, isName)) - n[isName]
	score = sum / math.Sqrt(wa*wb)
	return score, score >= surelyAlike && n[isName] >= max(1, others*namesToOther)
}

func count(features []uint32, kind uint32) (n int) {
	for _, f := range features {
		if f&kindMask == kind {
			n++
		}
	}
	return n
}
