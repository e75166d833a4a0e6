package charts

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// matrix is a body of cells: a row an issue, a column a holder.
type matrix struct {
	columns []string
	rows    []matrixRow
}

type matrixRow struct {
	name  string
	cells []stand
}

// Measures of the matrix.
const (
	matrixLead  = 22 // height of a row
	matrixHead  = 16
	matrixNames = 88 // room for the rows' names
	strip       = 3.5
)

func (m matrix) height() vg.Length { return matrixHead + matrixLead*vg.Length(len(m.rows)) }

func (m matrix) draw(p *page, area vg.Rectangle) {
	width := (area.Max.X - area.Min.X - matrixNames) / vg.Length(len(m.columns))
	for i, name := range m.columns {
		x := area.Min.X + matrixNames + width*vg.Length(i)
		p.write(panelStyle, x+2, area.Max.Y-panelSize*rise, left, p.fit(panelStyle, name, width-6))
	}
	for k, row := range m.rows {
		top := area.Max.Y - matrixHead - matrixLead*vg.Length(k)
		p.beside(labelStyle, area.Min.X, top-matrixLead/2, left, p.fit(labelStyle, row.name, matrixNames-6))
		for i := range row.cells {
			x := area.Min.X + matrixNames + width*vg.Length(i)
			row.cells[i].draw(p, x+1, top-matrixLead+1, x+width-2, top-1)
		}
	}
}

// draw inks a cell: the stance that is told most as its ground, its sign and
// count, the day of the last change, and the shares of all stances as a strip.
func (s *stand) draw(p *page, x0, y0, x1, y1 vg.Length) {
	n := s.total()
	if n == 0 {
		p.rect(tint(rule, 0.35), x0, y0, x1, y1)
		return
	}
	look := stanceLooks[s.most()]
	ground := tint(look.color, 0.42)
	if n < few {
		ground = tint(look.color, 0.13)
	}
	p.rect(ground, x0, y0+strip, x1, y1)
	at := x0
	for k, c := range s.count {
		w := (x1 - x0) * vg.Length(c) / vg.Length(n)
		p.rect(stanceLooks[k].color, at, y0, at+w, y0+strip)
		at += w
	}
	middle := (y0 + strip + y1) / 2
	text := look.sign + " " + number(float64(n))
	bold := style{panelSize, true, ink}
	p.beside(bold, x0+4, middle, left, text)
	if s.turn.IsZero() {
		return
	}
	room := x1 - x0 - 12 - p.width(bold, text)
	if label := "turned " + month(s.turn); p.width(noteStyle, label) <= room {
		p.beside(style{noteSize, false, ink}, x1-3, middle, right, label)
	} else {
		p.dot(ink, x1-7, middle, 2.6, true)
	}
}

// tracks are lines over time with dots for what is told in each slot: above the
// line what is offered or accepted, on it what is demanded or made conditional,
// below it what is rejected.
type tracks []track

type track struct {
	name  string
	spots []stand // one for each slot
	total int32
}

// trackLead is the height of a line.
const trackLead = 27

// level is how far above its line a stance stands, in parts of a third of its height.
func (k stance) level() vg.Length {
	switch k {
	case offers, accepts:
		return 1
	case rejects:
		return -1
	}
	return 0
}

func (t tracks) draw(p *page, f frame) {
	var most int32 = 4 // so that single positions are no big dots
	for _, l := range t {
		for _, s := range l.spots {
			for _, n := range s.count {
				most = max(most, n)
			}
		}
	}
	full := min(trackLead/5.5, max(2.2, f.slot()*0.8))
	for i, l := range t {
		y := f.Max.Y - trackLead*(vg.Length(i)+0.5)
		p.beside(tickStyle, f.Min.X-5, y, right, p.fit(tickStyle, l.name, nameRoom))
		p.beside(tickStyle, f.Max.X+5, y, left, number(float64(l.total)))
		p.line(rule, 0.6, f.Min.X, y, f.Max.X, y)
		for slot := range l.spots {
			l.spots[slot].dots(p, f.middle(slot), y, full, most)
		}
	}
}

// dots draws what is told in a slot; two stances of one level stand side by side.
func (s *stand) dots(p *page, x, y, full vg.Length, most int32) {
	for k := range stances {
		n := s.count[k]
		if n == 0 {
			continue
		}
		r := max(1.6, full*vg.Length(math.Sqrt(float64(n)/float64(most))))
		at := x
		for o := range stances {
			if o != k && o.level() == k.level() && s.count[o] > 0 {
				if at += 0.7 * full; k < o {
					at -= 1.4 * full
				}
			}
		}
		p.dot(stanceLooks[k].color, at, y+k.level()*trackLead/3.2, r, false)
	}
	if !s.turn.IsZero() {
		p.line(ink, 1, x, y-trackLead*0.42, x, y+trackLead*0.42)
	}
}
