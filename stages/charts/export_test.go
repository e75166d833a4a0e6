package charts

import (
	"gonum.org/v1/plot/vg"
	"gonum.org/v1/plot/vg/recorder"

	"parley/stages"
)

// Text is a piece of text and where it stands on its page.
type Text struct {
	Text                   string
	Left, Right, Foot, Top float64
}

// Page is a chart as laid out.
type Page struct {
	Name          string
	Width, Height float64
	Texts         []Text
}

// Pages lays out all charts of a store.
func Pages(s stages.Store, p *stages.Profile) (pages []Page, err error) {
	face, err := newTypeface()
	if err != nil {
		return nil, err
	}
	f, err := readFacts(s, p)
	if err != nil {
		return nil, err
	}
	for _, c := range pictures(f) {
		sheet := c.lay(face)
		page := Page{Name: c.name, Width: float64(pageWidth), Height: float64(sheet.height)}
		for _, b := range sheet.draw(face, new(recorder.Canvas)) {
			page.Texts = append(page.Texts, Text{b.text, points(b.Min.X), points(b.Max.X), points(b.Min.Y), points(b.Max.Y)})
		}
		pages = append(pages, page)
	}
	return pages, nil
}

func points(l vg.Length) float64 { return float64(l) }
