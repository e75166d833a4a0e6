package charts

import (
	"slices"

	"gonum.org/v1/plot/vg"
)

// grid is a body of panels over one timeline.
type grid struct {
	timeline timeline
	rows     []row
	marks    []mark
}

// row is one or several panels side by side.
type row struct {
	panelHeight vg.Length // without titles and dates
	columns     int       // that the page is wide; there may be fewer panels
	panels      []panel
}

// panel is one small chart.
type panel struct {
	title   string
	aside   string // at the right end of the title's line
	y       scale
	layers  []layer
	dates   bool     // dates below it
	letters bool     // letters of the marks above it
	stripes []stripe // of a heat map, instead of layers and y
	lanes   bubbles  // likewise
	lines   lines    // likewise
	tracks  tracks   // likewise
}

// mark is a line across the panels at a moment, and its letter.
type mark struct {
	at    float64 // in slots
	label string
}

// frame is where a panel's data are drawn.
type frame struct {
	vg.Rectangle
	timeline timeline
	scale    scale
}

func (f frame) slot() vg.Length           { return (f.Max.X - f.Min.X) / vg.Length(f.timeline.n) }
func (f frame) x(slot float64) vg.Length  { return f.Min.X + f.slot()*vg.Length(slot) }
func (f frame) y(v float64) vg.Length     { return f.Min.Y + (f.Max.Y-f.Min.Y)*vg.Length(f.scale.place(v)) }
func (f frame) middle(slot int) vg.Length { return f.x(float64(slot) + 0.5) }

// layer is data in a panel.
type layer interface{ draw(p *page, f frame) }

// Room around a panel's frame.
const (
	titleRoom  = 15
	letterRoom = 10
	dateRoom   = 24
	rowGap     = 12
	columnGap  = 16
	nameRoom   = 150 // for the names of stripes and lanes
)

func (r row) rooms() (above, below vg.Length) {
	above = 4
	for _, p := range r.panels {
		if p.title != "" {
			above = max(above, titleRoom)
		}
		if p.dates {
			below = dateRoom
		}
	}
	for _, p := range r.panels {
		if p.letters {
			return above + letterRoom, below
		}
	}
	return above, below
}

func (g grid) height() (h vg.Length) {
	for _, r := range g.rows {
		above, below := r.rooms()
		h += above + r.panelHeight + below + rowGap
	}
	return h - rowGap
}

func (g grid) draw(p *page, area vg.Rectangle) {
	gutter, tail := g.gutters(p.typeface)
	y := area.Max.Y
	for _, r := range g.rows {
		above, below := r.rooms()
		n := vg.Length(r.columns)
		width := (area.Max.X - area.Min.X - columnGap*(n-1)) / n
		for i, pan := range r.panels {
			x := area.Min.X + (width+columnGap)*vg.Length(i)
			f := frame{timeline: g.timeline, scale: pan.y}
			f.Min = vg.Point{X: x + gutter, Y: y - above - r.panelHeight}
			f.Max = vg.Point{X: x + width - tail, Y: y - above}
			p.heading(pan, x, x+width, y)
			g.panel(p, pan, f)
		}
		y -= above + r.panelHeight + below + rowGap
	}
}

// gutters is the room that the labels left and right of the frames need, the
// same for all so that the frames align.
func (g grid) gutters(t *typeface) (before, after vg.Length) {
	for _, r := range g.rows {
		for _, pan := range r.panels {
			for _, v := range pan.y.ticks {
				before = max(before, t.width(tickStyle, pan.y.label(v)))
			}
			for _, l := range pan.lanes {
				before = max(before, min(nameRoom, t.width(tickStyle, l.name)))
				after = max(after, t.width(tickStyle, number(float64(l.total)))+5)
			}
			for _, l := range pan.lines {
				before = max(before, t.width(tickStyle, l.when))
				after = max(after, t.width(tickStyle, number(float64(l.articles)))+5)
			}
			for _, l := range pan.tracks {
				before = max(before, min(nameRoom, t.width(tickStyle, l.name)))
				after = max(after, t.width(tickStyle, number(float64(l.total)))+5)
			}
			for _, s := range pan.stripes {
				before = max(before, min(nameRoom, t.width(tickStyle, s.name)))
				after = max(after, t.width(tickStyle, number(float64(s.total)))+5)
			}
		}
	}
	return before + 5, after
}

// heading writes a panel's title and what stands at its end, the title
// shortened so that both fit.
func (p *page) heading(pan panel, from, to, top vg.Length) {
	if pan.title == "" {
		return
	}
	y := top - panelSize*rise
	room := to - from
	if pan.aside != "" {
		p.write(tickStyle, to, y, right, pan.aside)
		room -= p.width(tickStyle, pan.aside) + 6
	}
	p.write(panelStyle, from, y, left, p.fit(panelStyle, pan.title, room))
}

func (g grid) panel(p *page, pan panel, f frame) {
	switch {
	case len(pan.stripes) > 0:
		heat(pan.stripes).draw(p, f)
	case len(pan.lanes) > 0:
		g.across(p, f)
		pan.lanes.draw(p, f)
	case len(pan.tracks) > 0:
		g.across(p, f)
		pan.tracks.draw(p, f)
	case len(pan.lines) > 0:
		g.across(p, f)
		pan.lines.draw(p, f)
	default:
		g.plot(p, pan, f)
	}
	if pan.letters {
		g.letters(p, f)
	}
	if pan.dates {
		g.dates(p, f)
	}
}

func (g grid) plot(p *page, pan panel, f frame) {
	for _, v := range pan.y.ticks {
		y := f.y(v)
		p.line(rule, 0.6, f.Min.X, y, f.Max.X, y)
		p.beside(tickStyle, f.Min.X-5, y, right, pan.y.label(v))
	}
	g.across(p, f)
	base := f.Min.Y
	if pan.y.min < 0 && pan.y.max > 0 {
		base = f.y(0)
	}
	p.line(muted, 0.6, f.Min.X, base, f.Max.X, base)
	for _, l := range pan.layers {
		l.draw(p, f)
	}
}

// across draws the marks' lines.
func (g grid) across(p *page, f frame) {
	for _, m := range g.marks {
		p.line(tint(muted, 0.6), 0.5, f.x(m.at), f.Min.Y, f.x(m.at), f.Max.Y, 2, 2)
	}
}

// letters writes the marks' labels above the frame; those that would collide
// are drawn together, as in A–C.
func (g grid) letters(p *page, f frame) {
	for i := 0; i < len(g.marks); {
		from, to, label := f.x(g.marks[i].at), f.x(g.marks[i].at), g.marks[i].label
		first := label
		j := i + 1
		for ; j < len(g.marks); j++ {
			x := f.x(g.marks[j].at)
			if x-to > p.width(noteStyle, label)/2+p.width(noteStyle, g.marks[j].label)/2+4 {
				break
			}
			to, label = x, first+"–"+g.marks[j].label
		}
		p.write(noteStyle, (from+to)/2, f.Max.Y+2.5, center, label)
		i = j
	}
}

// dates writes the axis below the frame. Labels at its ends are moved inwards,
// away from the lowest value's label and the next panel. A month's or year's
// name gives way to the next one where there is no room for both.
func (g grid) dates(p *page, f frame) {
	const overhang = columnGap / 2
	end := f.Max.X + overhang
	ticks := f.timeline.ticks(p.typeface, f.Max.X-f.Min.X)
	for _, t := range slices.Backward(ticks) {
		x := f.x(t.at)
		p.line(muted, 0.5, x, f.Min.Y, x, f.Min.Y-2.5)
		w := p.width(tickStyle, t.top)
		from := min(max(x-w*vg.Length(t.align), f.Min.X-3), f.Max.X+overhang-w)
		y := f.Min.Y - 4 - tickSize*rise
		p.write(tickStyle, from, y, left, t.top)
		if t.below == "" {
			continue
		}
		w = p.width(tickStyle, t.below)
		from = min(from, f.Max.X+overhang-w)
		if from+w <= end {
			p.write(tickStyle, from, y-tickSize*1.2, left, t.below)
			end = from - 3.5
		}
	}
}
