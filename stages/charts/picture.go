package charts

import (
	"bufio"
	"image/color"
	"io"

	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/draw"
	"gonum.org/v1/plot/vg/vgimg"
	"gonum.org/v1/plot/vg/vgsvg"
)

// picture is a chart before it is drawn: what it shows, and no ink yet.
type picture struct {
	name     string // of the files, without extension
	title    string
	subtitle string
	legend   []entry
	body     body   // nil where there is nothing to show
	empty    string // then, why
	notes    []string
	source   string
	alt      string // what there is to see, in words
	proof    proof
}

// body is the middle of a picture.
type body interface {
	height() vg.Length
	draw(p *page, area vg.Rectangle)
}

// entry explains a mark of the body.
type entry struct {
	name  string
	color color.NRGBA
	mark  markKind
}

type markKind int

const (
	square markKind = iota
	disc
	ring
	band
	triangle
	diamond
	cross
)

// sheet is a picture whose texts are broken into lines and whose height is
// therefore known.
type sheet struct {
	picture
	titles, subtitles, foot []string
	keys                    [][]entry // rows of the legend
	height                  vg.Length
}

// Leading of the page's parts.
const (
	titleLead    = titleSize * 1.25
	subtitleLead = subtitleSize * 1.3
	keyLead      = 15
	noteLead     = noteSize * 1.35
	emptyHeight  = 120
	textWidth    = pageWidth - 2*margin
)

func (c picture) lay(t *typeface) sheet {
	s := sheet{
		picture: c,
		titles:  t.wrap(titleStyle, c.title, textWidth, 2), subtitles: t.wrap(subtitleStyle, c.subtitle, textWidth, 3),
	}
	for _, n := range append(c.notes, c.source) {
		s.foot = append(s.foot, t.wrap(noteStyle, n, textWidth, 3)...)
	}
	body := vg.Length(emptyHeight)
	if c.body != nil {
		body = c.body.height()
		s.keys = rowsOf(t, c.legend)
	}
	s.height = 2*margin + 16 + body + titleLead*vg.Length(len(s.titles)) + subtitleLead*vg.Length(len(s.subtitles)) +
		keyLead*vg.Length(len(s.keys)) + noteLead*vg.Length(len(s.foot))
	return s
}

// keyGap follows each name of the legend, keyMark holds its mark.
const (
	keyGap  = 14
	keyMark = 13
)

// rowsOf breaks a legend into rows that fit on the page.
func rowsOf(t *typeface, all []entry) (rows [][]entry) {
	var x vg.Length
	for _, e := range all {
		e.name = t.fit(tickStyle, e.name, textWidth/2)
		w := keyMark + t.width(tickStyle, e.name) + keyGap
		if len(rows) == 0 || x+w > textWidth+keyGap {
			rows, x = append(rows, nil), 0
		}
		rows[len(rows)-1] = append(rows[len(rows)-1], e)
		x += w
	}
	return rows
}

// draw inks a sheet and returns where its texts stand.
func (s sheet) draw(t *typeface, c vg.Canvas) []box {
	p := &page{Canvas: draw.NewCanvas(c, pageWidth, s.height), typeface: t}
	p.rect(paper, 0, 0, pageWidth, s.height)
	y := s.height - margin
	for _, l := range s.titles {
		p.write(titleStyle, margin, y-titleSize*rise, left, l)
		y -= titleLead
	}
	for _, l := range s.subtitles {
		p.write(subtitleStyle, margin, y-subtitleSize*rise, left, l)
		y -= subtitleLead
	}
	for _, row := range s.keys {
		s.key(p, row, y-keyLead/2-1)
		y -= keyLead
	}
	foot := margin + noteLead*vg.Length(len(s.foot))
	area := vg.Rectangle{Min: vg.Point{X: margin, Y: foot + 10}, Max: vg.Point{X: pageWidth - margin, Y: y - 6}}
	if s.body == nil {
		p.rect(tint(rule, 0.5), area.Min.X, area.Min.Y, area.Max.X, area.Max.Y)
		p.beside(subtitleStyle, pageWidth/2, (area.Min.Y+area.Max.Y)/2, center, t.fit(subtitleStyle, s.empty, textWidth-20))
	} else {
		s.body.draw(p, area)
	}
	for i, l := range s.foot {
		p.write(noteStyle, margin, foot-noteLead*vg.Length(i)-noteSize*rise, left, l)
	}
	return p.boxes
}

func (s sheet) key(p *page, row []entry, y vg.Length) {
	x := vg.Length(margin)
	for _, e := range row {
		switch mid := x + 4; e.mark {
		case disc, triangle, diamond, cross:
			p.mark(e.mark, e.color, mid, y, 3, false)
		case ring:
			p.dot(e.color, mid, y, 3, true)
		case band:
			p.rect(glass(e.color), x, y-3.5, x+9, y+3.5)
			p.line(e.color, 1.3, x, y, x+9, y)
		default:
			p.rect(e.color, x, y-3.5, x+8, y+3.5)
		}
		p.beside(tickStyle, x+keyMark, y, left, e.name)
		x += keyMark + p.width(tickStyle, e.name) + keyGap
	}
}

// png draws a picture at 200 dots per inch.
func (c picture) png(t *typeface, w io.Writer) error {
	s := c.lay(t)
	canvas := vgimg.NewWith(vgimg.UseWH(pageWidth, s.height), vgimg.UseDPI(dpi))
	s.draw(t, canvas)
	_, err := vgimg.PngCanvas{Canvas: canvas}.WriteTo(w)
	return err
}

// svg draws a picture as a vector graphic that carries its fonts.
func (c picture) svg(t *typeface, w io.Writer) error {
	s := c.lay(t)
	canvas := vgsvg.NewWith(vgsvg.UseWH(pageWidth, s.height), vgsvg.EmbedFonts(true))
	s.draw(t, canvas)
	b := bufio.NewWriter(w)
	if _, err := canvas.WriteTo(b); err != nil {
		return err
	}
	return b.Flush()
}
