package statements

import (
	"math"
	"slices"
	"strings"
)

// continued gives quotations that nothing introduces to the statement they go on: in
// the same paragraph, or in a paragraph of their own directly behind it.
func (v *view) continued(all []found) []found {
	used := make([]bool, len(v.quotes))
	last := map[int]int{} // unit to the last statement found in it, by its cue
	for i := range all {
		for _, p := range all[i].spans {
			for k := v.quoteFrom(p.lo); k < len(v.quotes) && v.quotes[k].Start < p.hi; k++ {
				used[k] = true
			}
		}
		last[all[i].unit] = i
	}
	for ui := range v.units {
		u := &v.units[ui]
		if ui == 0 || !u.items[0].quoted() || used[u.items[0].quote] {
			continue
		}
		q := &v.quotes[u.items[0].quote]
		alone := v.alone(u)
		_, attributed := last[ui]
		i, ok := last[ui-1]
		if q.words < 3 || !ok || !alone && (attributed || u.para != v.units[ui-1].para || q.words < 5 || !endsPhrase(&u.items[1])) || !v.goesOn(&all[i], &v.units[ui-1], u) {
			continue
		}
		for n := range u.items {
			if k := u.items[n].quote; k >= 0 && (alone || n == 0) {
				all[i].spans = append(all[i].spans, v.pieces(piece{v.quotes[k].InnerStart, v.quotes[k].InnerEnd})...)
				used[k] = true
			}
		}
		slices.SortFunc(all[i].spans, func(a, b piece) int { return int(a.lo - b.lo) })
		last[ui] = i
		v.classify(&all[i])
	}
	return all
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

// goesOn says whether a quotation that opens unit u continues statement f of the
// unit before.
func (v *view) goesOn(f *found, prev, u *unit) bool {
	if u.para == prev.para {
		return true
	}
	tail := &prev.items[len(prev.items)-1]
	return f.kind != "indirect" && (tail.quoted() || len(prev.items) < 40) && u.para == prev.para+1
}

// first resolves "I" and "we" within a quotation: its speaker, or the state for
// which that one speaks.
func (v *view) first(all []found) {
	for i := range all {
		f := &all[i]
		if f.speaker.id != "" || !f.speaker.pronoun || f.cue == "" {
			continue
		}
		low := strings.ToLower(f.speaker.text)
		if low != "i" && low != "we" && low != "my" && low != "our" {
			continue
		}
		holder := v.holder(all, i)
		if a, ok := v.doc.Actor(holder); ok && (low == "we" || low == "our") && a.Country != "" && a.Kind != "state" && a.Kind != "igo" {
			for _, b := range v.doc.Actors {
				if b.Kind == "state" && b.Country == a.Country {
					holder = b.ID
					break
				}
			}
		}
		f.speaker.id = holder
	}
}

// holder is the speaker of the smallest content that holds the cue of statement i,
// which are in the order of their units.
func (v *view) holder(all []found, i int) (id string) {
	f := &all[i]
	size := int32(math.MaxInt32)
	for k := max(0, i-reach); k < len(all) && k <= i+reach; k++ {
		for _, p := range all[k].spans {
			if k != i && p.lo <= f.cueAt.lo && f.cueAt.hi <= p.hi && p.hi-p.lo < size {
				id, size = all[k].speaker.id, p.hi-p.lo
			}
		}
	}
	return id
}
