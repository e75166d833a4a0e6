package pipeline_test

import (
	"math"
	"strconv"
	"strings"
)

// scoreFigures matches figures one to one by their words, the one that shares
// most first.
func scoreFigures(g *gateRun) *gateLayer {
	l := newGateLayer("figures", "figures")
	l.with("with the right claimant", false)
	for _, a := range g.articles {
		gold, found := a.layers["figures"], g.tables["figures"][a.name]
		used, same := map[int]bool{}, 0
		seen := map[string]int{} // how often a text stood in its sentence so far
		for _, r := range gold {
			k := r.get("sentence") + r.get("text")
			seen[k]++
			at, _ := findWords(a.words, r.get("text"), a.spans[r.sentence()], seen[k])
			best := -1
			for j, f := range found {
				if o := at.overlap(f.span()); !used[j] && o > 0 && (best < 0 || o > at.overlap(found[best].span())) {
					best = j
				}
			}
			if best < 0 {
				g.log("figure: missed", a.name, r)
				continue
			}
			used[best] = true
			same++
			g.scoreFigure(l, a, r, found[best])
		}
		l.count(a.name, len(gold), len(found), same)
		for j, f := range found {
			if !used[j] {
				g.log("figure: invented", a.name, f.int("sentence")+1, f.str("text"))
			}
		}
	}
	return l
}

func (g *gateRun) scoreFigure(l *gateLayer, a gateArticle, r gateRow, f record) {
	value := sameValue(r, f)
	l.part("value", value)
	l.part("kind", r.get("kind") == f.str("kind"))
	if s := r.get("subject"); s != "" {
		l.part("subject", shares(texts(s), texts(f.str("subject"))))
	}
	id := f.str("attributed_to_id")
	claimant := id == ""
	if who := r.list("claimant"); len(who) > 0 {
		claimant = g.isNamed(id, who)
		l.part("claimant where there is one", claimant)
	} else {
		l.part("no claimant where there is none", claimant)
	}
	l.with("with the right claimant", claimant)
	if !value || r.get("kind") != f.str("kind") || !claimant {
		g.log("figure: wrong", a.name, r, "<>", f["value"], f["low"], f["high"], f.str("kind"), id)
	}
}

// sameValue compares a number, or both ends of a range; one with an open end
// may also be the number itself with a modifier. A share may be told as such or
// in percent.
func sameValue(r gateRow, f record) bool {
	lowText, highText, isRange := strings.Cut(r.get("value"), "-")
	low, high := number(lowText), number(highText)
	fits := func(factor float64) bool {
		value, from, to := times(f.float("value"), factor), times(f.float("low"), factor), times(f.float("high"), factor)
		switch {
		case !isRange:
			return sameNumber(value, low)
		case low == nil:
			return sameNumber(to, high) && from == nil || sameNumber(value, high)
		case high == nil:
			return sameNumber(from, low) && to == nil || sameNumber(value, low)
		}
		return sameNumber(from, low) && sameNumber(to, high)
	}
	return fits(1) || r.get("kind") == "share" && f.str("unit") != "percent" && fits(100)
}

func number(s string) *float64 {
	if f, err := strconv.ParseFloat(s, 64); err == nil {
		return &f
	}
	return nil
}

func times(f *float64, factor float64) *float64 {
	if f == nil {
		return nil
	}
	x := *f * factor
	return &x
}

// sameNumber: equal within a thousandth.
func sameNumber(a, b *float64) bool {
	return a != nil && b != nil && math.Abs(*a-*b) <= 1e-3*math.Max(1, math.Abs(*b))
}
