package charts

import (
	"embed"
	"fmt"
	"image/color"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"
)

// Measures of a page, in points.
const (
	pageWidth = 7.2 * vg.Inch
	margin    = 14 * vg.Length(1)
	dpi       = 200 // of the PNG

	titleSize    = 13
	subtitleSize = 9.5
	panelSize    = 8.5
	tickSize     = 8
	noteSize     = 7.5
)

// The colours. The named ones are those of Okabe and Ito, which people with
// every kind of colour vision can tell apart.
var (
	ink   = rgb(0x22262B)
	muted = rgb(0x5F666D)
	rule  = rgb(0xE3E6E8)
	paper = rgb(0xFFFFFF)

	blue       = rgb(0x0072B2)
	vermillion = rgb(0xD55E00)
	green      = rgb(0x009E73)
	purple     = rgb(0xCC79A7)
	orange     = rgb(0xE69F00)
	sky        = rgb(0x56B4E9)
)

func rgb(v uint32) color.NRGBA {
	return color.NRGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// tint mixes a colour with the paper: 0 is paper, 1 the colour. Tints print
// and overlap better than transparency.
func tint(c color.NRGBA, share float64) color.NRGBA {
	mix := func(a, b uint8) uint8 { return uint8(float64(a) + (float64(b)-float64(a))*share + 0.5) }
	return color.NRGBA{R: mix(paper.R, c.R), G: mix(paper.G, c.G), B: mix(paper.B, c.B), A: 255}
}

// glass is the colour of a band that others show through.
func glass(c color.NRGBA) color.NRGBA {
	c.A = 45
	return c
}

// style is how a piece of text looks.
type style struct {
	size  vg.Length
	bold  bool
	color color.NRGBA
}

var (
	titleStyle    = style{titleSize, true, ink}
	subtitleStyle = style{subtitleSize, false, muted}
	panelStyle    = style{panelSize, true, ink}
	labelStyle    = style{panelSize, false, ink}
	tickStyle     = style{tickSize, false, muted}
	noteStyle     = style{noteSize, false, muted}
	cellStyle     = style{noteSize, false, ink}
)

// fonts is Roboto in two weights, whose licence lies beside it.
//
//go:embed fonts/*.ttf
var fonts embed.FS

// typeface holds the fonts. They travel with the stage: gonum's own global
// fonts are neither read nor changed.
type typeface struct{ regular, bold font.Face }

func newTypeface() (*typeface, error) {
	face := func(file string, weight xfont.Weight) (font.Face, error) {
		ttf, err := fonts.ReadFile("fonts/" + file)
		if err != nil {
			return font.Face{}, fmt.Errorf("charts: font: %w", err)
		}
		f, err := opentype.Parse(ttf)
		if err != nil {
			return font.Face{}, fmt.Errorf("charts: font: %w", err)
		}
		return font.Face{Font: font.Font{Typeface: "Roboto", Weight: weight}, Face: f}, nil
	}
	regular, err := face("Roboto-Regular.ttf", xfont.WeightNormal)
	if err != nil {
		return nil, err
	}
	bold, err := face("Roboto-Bold.ttf", xfont.WeightBold)
	return &typeface{regular, bold}, err
}

func (t *typeface) face(s style) font.Face {
	f := t.regular
	if s.bold {
		f = t.bold
	}
	f.Font.Size = s.size
	return f
}
