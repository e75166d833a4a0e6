package charts

import (
	"gonum.org/v1/plot/vg"
)

// bars are horizontal stacked bars, each with its name and its sum.
type bars struct {
	list []bar
}

type bar struct {
	name  string
	parts []part
	note  string // after the sum
}

func (b bar) sum() (sum float64) {
	for _, q := range b.parts {
		sum += q.value
	}
	return sum
}

// Measures of a bar.
const (
	barLead  = 17.0
	barThick = 11.5
	// nameShare is how much of the page names may take.
	nameShare = 0.36
)

func (b bars) height() vg.Length { return vg.Length(len(b.list))*barLead + 4 }

func (b bars) draw(p *page, area vg.Rectangle) {
	var names, sums vg.Length
	most := 1.0
	for _, one := range b.list {
		names = max(names, min(p.width(labelStyle, one.name), (area.Max.X-area.Min.X)*nameShare))
		sums = max(sums, p.width(labelStyle, number(one.sum()))+p.width(noteStyle, one.note)+12)
		most = max(most, one.sum())
	}
	from := area.Min.X + names + 6
	unit := (area.Max.X - sums - from) / vg.Length(most)
	for i, one := range b.list {
		y := area.Max.Y - barLead*(vg.Length(i)+0.5)
		p.beside(labelStyle, from-6, y, right, p.fit(labelStyle, one.name, names))
		x := from
		for _, q := range one.parts {
			w := unit * vg.Length(q.value)
			p.rect(q.color, x, y-barThick/2, x+w, y+barThick/2)
			x += w
		}
		sum := number(one.sum())
		p.beside(labelStyle, x+4, y, left, sum)
		p.beside(noteStyle, x+8+p.width(labelStyle, sum), y, left, one.note)
	}
	p.line(muted, 0.6, from, area.Max.Y, from, area.Max.Y-barLead*vg.Length(len(b.list)))
}
