package charts

import (
	"image/color"
	"math"
	"strings"

	"gonum.org/v1/plot/vg"
)

// bubbles are lanes over time with a dot for each slot that has something.
type bubbles []lane

type lane struct {
	name  string
	color color.NRGBA
	spots []meeting // one for each slot
	total int32
}

// laneLead is the height of a lane.
const laneLead = 18

func (b bubbles) draw(p *page, f frame) {
	var most int32 = 4 // so that single reports are no big dots
	for _, l := range b {
		for _, m := range l.spots {
			most = max(most, m.held+m.planned)
		}
	}
	full := min(laneLead/2-1, max(2.2, f.slot()*0.8))
	size := func(n int32) vg.Length {
		return max(1.6, full*vg.Length(math.Sqrt(float64(n)/float64(most))))
	}
	for i, l := range b {
		y := f.Max.Y - laneLead*(vg.Length(i)+0.5)
		p.beside(tickStyle, f.Min.X-5, y, right, p.fitPair(tickStyle, l.name, nameRoom))
		p.beside(tickStyle, f.Max.X+5, y, left, number(float64(l.total)))
		p.line(rule, 0.6, f.Min.X, y, f.Max.X, y)
		for slot, m := range l.spots {
			if m.planned > 0 {
				p.dot(l.color, f.middle(slot), y, size(m.held+m.planned), true)
			}
			if m.held > 0 {
				p.dot(l.color, f.middle(slot), y, size(m.held), false)
			}
		}
	}
}

// fitPair shortens the names of a pair so that something of both is left.
func (t *typeface) fitPair(s style, text string, max vg.Length) string {
	one, other, ok := strings.Cut(text, between)
	if !ok || t.width(s, text) <= max {
		return t.fit(s, text, max)
	}
	room := max - t.width(s, between)
	short := t.fit(s, one, room-min(t.width(s, other), room/2))
	return short + between + t.fit(s, other, room-t.width(s, short))
}
