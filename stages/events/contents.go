package events

import (
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// content is a piece of what a statement says.
type content struct {
	span    schemas.Span
	id      string
	speaker string
	day     schemas.Date // on which it was said
	relayed bool         // "according to": what is told is told as fact
}

// nested is how many contents that begin before a place can still hold it.
const nested = 50

// contents finds the statement around a place.
type contents []content

func newContents(d *stages.Document) contents {
	var c contents
	for _, s := range d.Statements {
		var day schemas.Date
		if s.DatePrecision == "day" {
			day = s.SaidOn
		}
		for _, p := range s.Spans {
			c = append(c, content{p, s.StatementID, s.SpeakerID, day, strings.EqualFold(s.Cue, "according to")})
		}
	}
	slices.SortFunc(c, func(a, b content) int { return int(a.span.Start - b.span.Start) })
	return c
}

// at is the innermost statement whose content holds start..end, "" for none.
func (c contents) at(start, end int32) string { return c.around(start, end).id }

// speaker is who says what stands at start..end, "" when nobody does.
func (c contents) speaker(start, end int32) string { return c.around(start, end).speaker }

func (c contents) around(start, end int32) content {
	best, size := content{}, int32(1<<30)
	i, _ := slices.BinarySearchFunc(c, start+1, func(p content, at int32) int { return int(p.span.Start - at) })
	for _, p := range c[max(0, i-nested):i] {
		if n := p.span.End - p.span.Start; end <= p.span.End && n < size {
			best, size = p, n
		}
	}
	return best
}
