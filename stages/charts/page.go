package charts

import (
	"image/color"
	"strings"
	"unicode"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
)

// page is a canvas that remembers where it wrote, so that a test can tell
// whether two texts collide.
type page struct {
	draw.Canvas
	*typeface
	boxes []box
}

// box is where a text stands.
type box struct {
	text string
	vg.Rectangle
}

// Shares of the font size: how far letters reach above and below their line.
const (
	rise = 0.72
	drop = 0.21
)

// align is where a text stands beside its point: 0 to the right of it, 0.5
// centred, 1 to the left.
type align float64

const (
	left   align = 0
	center align = 0.5
	right  align = 1
)

// write puts one line of text with its baseline at y.
func (p *page) write(s style, x, y vg.Length, a align, text string) {
	text = clean(text)
	if text == "" {
		return
	}
	w := p.width(s, text)
	x -= w * vg.Length(a)
	p.SetColor(s.color)
	p.FillString(p.face(s), vg.Point{X: x, Y: y}, text)
	p.boxes = append(p.boxes, box{text, vg.Rectangle{
		Min: vg.Point{X: x, Y: y - s.size*drop}, Max: vg.Point{X: x + w, Y: y + s.size*rise},
	}})
}

// beside puts one line of text with the middle of its capitals at y.
func (p *page) beside(s style, x, y vg.Length, a align, text string) {
	p.write(s, x, y-s.size*rise/2, a, text)
}

func (p *page) line(c color.Color, width, x0, y0, x1, y1 vg.Length, dashes ...vg.Length) {
	p.StrokeLine2(draw.LineStyle{Color: c, Width: width, Dashes: dashes}, x0, y0, x1, y1)
}

func (p *page) rect(c color.Color, x0, y0, x1, y1 vg.Length) {
	p.FillPolygon(c, []vg.Point{{X: x0, Y: y0}, {X: x1, Y: y0}, {X: x1, Y: y1}, {X: x0, Y: y1}})
}

// dot draws a disc; a hollow one is a ring with paper inside.
func (p *page) dot(c color.Color, x, y, r vg.Length, hollow bool) {
	disc := func(c color.Color, r vg.Length) {
		p.DrawGlyphNoClip(draw.GlyphStyle{Color: c, Radius: r, Shape: draw.CircleGlyph{}}, vg.Point{X: x, Y: y})
	}
	disc(c, r)
	if hollow {
		disc(paper, r-0.9)
	}
}

// mark draws a mark of a kind as large as a dot of that radius. A cross cannot be
// hollow.
func (p *page) mark(kind markKind, c color.Color, x, y, r vg.Length, hollow bool) {
	if kind == cross {
		r *= 0.8
		p.line(c, 1.4, x-r, y-r, x+r, y+r)
		p.line(c, 1.4, x-r, y+r, x+r, y-r)
		return
	}
	corners := map[markKind][]vg.Point{
		triangle: {{X: -1.1, Y: -0.9}, {X: 1.1, Y: -0.9}, {X: 0, Y: 1.1}},
		diamond:  {{X: -1.2, Y: 0}, {X: 0, Y: -1.2}, {X: 1.2, Y: 0}, {X: 0, Y: 1.2}},
	}[kind]
	if corners == nil {
		p.dot(c, x, y, r, hollow)
		return
	}
	polygon := func(c color.Color, r vg.Length) {
		var at []vg.Point
		for _, q := range corners {
			at = append(at, vg.Point{X: x + q.X*r, Y: y + q.Y*r})
		}
		p.FillPolygon(c, at)
	}
	polygon(c, r)
	if hollow {
		polygon(paper, r-1.3)
	}
}

func (t *typeface) width(s style, text string) vg.Length {
	f := t.face(s)
	return f.Width(text)
}

// fit shortens a text with an ellipsis until it is no wider than max.
func (t *typeface) fit(s style, text string, max vg.Length) string {
	text = clean(text)
	if t.width(s, text) <= max {
		return text
	}
	runes := []rune(text)
	if len(runes) > 300 { // no label is that wide
		runes = runes[:300]
	}
	for n := len(runes) - 1; n > 0; n-- {
		short := strings.TrimRight(string(runes[:n]), " ,.;:-–") + "…"
		if t.width(s, short) <= max {
			return short
		}
	}
	return ""
}

// wrap breaks a text into at most n lines no wider than max; what does not fit
// ends in an ellipsis.
func (t *typeface) wrap(s style, text string, max vg.Length, n int) (lines []string) {
	words := strings.Fields(clean(text))
	for len(words) > 0 && len(lines) < n {
		if len(lines) == n-1 {
			return append(lines, t.fit(s, strings.Join(words, " "), max))
		}
		k := 1
		for k < len(words) && t.width(s, strings.Join(words[:k+1], " ")) <= max {
			k++
		}
		lines = append(lines, t.fit(s, strings.Join(words[:k], " "), max))
		words = words[k:]
	}
	return lines
}

// clean makes a name safe for one line of an SVG.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == unicode.ReplacementChar:
			return '?'
		case unicode.IsSpace(r):
			return ' '
		case !unicode.IsPrint(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "?"))
}
