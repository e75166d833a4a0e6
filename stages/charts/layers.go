package charts

import (
	"image/color"
	"math"
	"slices"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// columns are stacked bars, one for each slot.
type columns []column

type column struct {
	slot  int
	parts []part // from the foot up
}

type part struct {
	value float64
	color color.NRGBA
}

// hairline is the least width at which a bar can still be seen.
const hairline = 0.8

func (c columns) draw(p *page, f frame) {
	half := min(f.slot()*0.4, 9)
	if f.slot() < 3 {
		half = max(f.slot()/2, hairline/2) // no gaps between hairlines
	}
	for _, col := range c {
		x, sum := f.middle(col.slot), 0.0
		for _, q := range col.parts {
			if q.value > 0 {
				p.rect(q.color, x-half, f.y(sum), x+half, f.y(sum+q.value))
				sum += q.value
			}
		}
	}
}

// curve is a mean over time with its interval. Slots without data break it, and
// so do those without an interval: a line through a mean of one article would
// make it look as sure as its neighbours.
type curve struct {
	color  color.NRGBA
	points []estimate // in order of their slots
}

// estimate is a value with an interval, or without one (low and high nil).
type estimate struct {
	slot      int
	value     float64
	low, high *float64
	change    *float64 // from the period before, where the intervals lie apart
}

func (c curve) draw(p *page, f frame) {
	for _, run := range c.runs() {
		var path, upper, lower []vg.Point
		for _, e := range run {
			x := f.middle(e.slot)
			path = append(path, vg.Point{X: x, Y: f.y(e.value)})
			upper = append(upper, vg.Point{X: x, Y: f.y(*e.high)})
			lower = append(lower, vg.Point{X: x, Y: f.y(*e.low)})
		}
		if len(run) < 3 { // a band of two points is a wedge
			for i := range run {
				p.line(tint(c.color, 0.45), 2, upper[i].X, lower[i].Y, upper[i].X, upper[i].Y)
			}
		} else {
			slices.Reverse(lower)
			p.FillPolygon(glass(c.color), append(upper, lower...))
		}
		p.StrokeLines(draw.LineStyle{Color: c.color, Width: 1.3}, path)
	}
	radius := min(2.4, max(1.7, f.slot()*0.3))
	for _, e := range c.points {
		if e.change != nil {
			p.dot(c.color, f.middle(e.slot), f.y(e.value), radius+2.2, true)
		}
		p.dot(c.color, f.middle(e.slot), f.y(e.value), radius, e.low == nil)
	}
}

// runs are the stretches of neighbouring slots with intervals.
func (c curve) runs() (runs [][]estimate) {
	last := -2
	for _, e := range c.points {
		if e.low == nil || e.high == nil {
			continue
		}
		if e.slot != last+1 {
			runs = append(runs, nil)
		}
		last = e.slot
		runs[len(runs)-1] = append(runs[len(runs)-1], e)
	}
	return runs
}

// claims are values with the range between the lowest and the highest.
type claims struct {
	color  color.NRGBA
	shift  float64 // of a slot, so that claimants stand side by side
	points []claim
}

type claim struct {
	slot      int
	value     *float64 // nil where only bounds are reported
	low, high *float64
}

func (c claims) draw(p *page, f frame) {
	for _, e := range c.points {
		x := f.x(float64(e.slot) + 0.5 + c.shift)
		if e.low != nil && e.high != nil && *e.low < *e.high {
			p.line(tint(c.color, 0.55), 1.4, x, f.y(*e.low), x, f.y(*e.high))
		}
	}
	for _, e := range c.points {
		x := f.x(float64(e.slot) + 0.5 + c.shift)
		switch {
		case e.value != nil:
			p.dot(c.color, x, f.y(*e.value), 2.2, false)
		case e.low != nil:
			p.dot(c.color, x, f.y(*e.low), 2.2, true)
		case e.high != nil:
			p.dot(c.color, x, f.y(*e.high), 2.2, true)
		}
	}
}

// heat is a map of counts: a stripe for each kind, a cell for each slot.
type heat []stripe

// stripeLead is the height of a stripe.
const stripeLead = 13

type stripe struct {
	name  string
	color color.NRGBA
	cells []int32 // one for each slot
	total int32
}

// share is how dark a count is: by its square root, so that few show.
func share(n, most int32) float64 { return 0.16 + 0.84*math.Sqrt(float64(n)/float64(most)) }

func (h heat) draw(p *page, f frame) {
	height := (f.Max.Y - f.Min.Y) / vg.Length(len(h))
	var most int32 = 1
	for _, s := range h {
		for _, n := range s.cells {
			most = max(most, n)
		}
	}
	written := p.width(cellStyle, number(float64(most)))+2 < f.slot()
	gap := min(0.7, f.slot()*0.1)
	for i, s := range h {
		top := f.Max.Y - height*vg.Length(i)
		p.beside(tickStyle, f.Min.X-5, top-height/2, right, p.fit(tickStyle, s.name, nameRoom))
		p.beside(tickStyle, f.Max.X+5, top-height/2, left, number(float64(s.total)))
		p.rect(tint(rule, 0.45), f.Min.X, top-height+0.7, f.Max.X, top-0.7)
		for slot, n := range s.cells {
			if n == 0 {
				continue
			}
			shade := tint(s.color, share(n, most))
			half := max(f.slot()/2-gap, hairline/2)
			p.rect(shade, f.middle(slot)-half, top-height+0.7, f.middle(slot)+half, top-0.7)
			if written {
				p.inCell(f.middle(slot), top-height/2, n, shade)
			}
		}
	}
}

// inCell writes a count in its cell, light on dark.
func (p *page) inCell(x, y vg.Length, n int32, on color.NRGBA) {
	s := cellStyle
	if bright := 0.299*float64(on.R) + 0.587*float64(on.G) + 0.114*float64(on.B); bright < 125 {
		s.color = paper
	}
	p.beside(s, x, y, center, number(float64(n)))
}
