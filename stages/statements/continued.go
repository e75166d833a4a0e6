package statements

import "slices"

// continued gives quotations that have no cue to the statement they go on: in
// the same paragraph, or in a paragraph of their own directly behind it.
func (v *view) continued(all []found) []found {
	used := make([]bool, len(v.quotes))
	mark := func(f *found) {
		for _, p := range f.spans {
			for k := v.quoteFrom(p.lo); k < len(v.quotes) && v.quotes[k].Start < p.hi; k++ {
				used[k] = true
			}
		}
	}
	last := map[int]int{} // unit to the last statement found in it
	for i := range all {
		mark(&all[i])
		last[all[i].unit] = i
	}
	ends := make([]bool, len(v.quotes)) // whether the quotation, over its paragraphs, ends at a cue
	for k := len(v.quotes) - 1; k >= 0; k-- {
		ends[k] = used[k] || v.quotes[k].Continues && k+1 < len(ends) && ends[k+1]
	}
	for ui := range v.units {
		u := &v.units[ui]
		if len(u.items) == 0 || !u.items[0].quoted() {
			continue
		}
		k := int(u.items[0].quote)
		q := &v.quotes[k]
		_, told := last[ui]
		alone := v.alone(u)
		if ends[k] || q.words < 3 || ui == 0 || !alone && (told || u.para != v.units[ui-1].para || q.words < 5 || !hard(&u.items[1])) {
			continue
		}
		i, ok := last[ui-1]
		if !ok || !v.goesOn(&all[i], &v.units[ui-1], u, q) {
			continue
		}
		for n := range u.items {
			if u.items[n].quoted() && (alone || n == 0) {
				all[i].spans = append(all[i].spans, v.inner(u.items[n]))
				used[u.items[n].quote] = true
			}
		}
		last[ui] = i
		v.classify(&all[i])
	}
	for i := range all { // paragraphs of the quotation that come before the one with the cue
		f := &all[i]
		k := v.quoteFrom(f.spans[0].lo)
		joined := false
		for k < len(v.quotes) && k > 0 && v.quotes[k].InnerStart <= f.spans[0].lo && v.quotes[k-1].Continues && !used[k-1] {
			k--
			used[k], joined = true, true
			f.spans = slices.Insert(f.spans, 0, v.inner(item{quote: int32(k)}))
		}
		if joined {
			v.classify(f)
		}
	}
	return slices.Clip(all)
}

// alone says whether a unit holds nothing but quotations.
func (v *view) alone(u *unit) bool {
	for i := range u.items {
		if u.items[i].word() {
			return false
		}
	}
	return true
}

// goesOn says whether the quotation q of unit u continues statement f of the
// unit before.
func (v *view) goesOn(f *found, prev, u *unit, q *quote) bool {
	if f.kind == "indirect" && u.para != prev.para {
		return false
	}
	if u.para == prev.para {
		return true
	}
	tail := &prev.items[len(prev.items)-1]
	return f.kind != "indirect" && (tail.quoted() || len(prev.items) < 40) && u.para == prev.para+1
}
