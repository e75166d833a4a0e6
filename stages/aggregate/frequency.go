package aggregate

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"parley/schemas"
)

// frequency counts the statements of every speaker.
type frequency struct {
	*corpus
	cells  map[speakerKey]*speakerCell
	totals map[period]int32
}

type speakerKey struct {
	period
	id string
}

type speakerCell struct {
	direct, indirect, mixed, aboutTalks int32
	repeats                             int32 // of another article's quotation
	carried                             spread
}

func newFrequency(c *corpus) *frequency {
	return &frequency{corpus: c, cells: map[speakerKey]*speakerCell{}, totals: map[period]int32{}}
}

func (f *frequency) add(s *schemas.Statement) {
	a := f.articles[s.ArticleID]
	if a == nil || s.SpeakerID == "" || repeatsItsArticle(s) {
		return
	}
	id := f.actor(s.SpeakerID).id
	for _, p := range a.periods {
		c := cell(f.cells, speakerKey{p, id})
		switch s.Type {
		case "direct":
			c.direct++
		case "indirect":
			c.indirect++
		case "mixed":
			c.mixed++
		default:
			panic("aggregate: statement type " + s.Type)
		}
		if s.RepeatOf != "" {
			c.repeats++
		}
		if s.AboutTalks {
			c.aboutTalks++
		}
		c.carried.add(a)
		f.totals[p]++
	}
}

// repeatsItsArticle says whether a statement stands before in its own article,
// which the part of an id before the stroke names.
func repeatsItsArticle(s *schemas.Statement) bool {
	article, _, _ := strings.Cut(s.RepeatOf, "/")
	return s.RepeatOf != "" && article == s.ArticleID
}

func (f *frequency) rows() []schemas.StatementFrequency {
	keys := slices.SortedFunc(maps.Keys(f.cells), func(a, b speakerKey) int {
		return cmp.Or(a.period.compare(b.period), strings.Compare(a.id, b.id))
	})
	rows := make([]schemas.StatementFrequency, len(keys))
	for i, k := range keys {
		c, who := f.cells[k], f.actor(k.id)
		n := c.direct + c.indirect + c.mixed
		rows[i] = schemas.StatementFrequency{
			Period: k.kind, PeriodStart: k.start, ActorID: k.id, Name: who.name, Side: who.side,
			Statements: n, Direct: c.direct, Indirect: c.indirect, Mixed: c.mixed,
			AboutTalks: c.aboutTalks, Articles: c.carried.n,
			Share: float64(n) / float64(f.totals[k.period]), Utterances: n - c.repeats,
		}
	}
	return rows
}

// cell finds a cell or makes an empty one.
func cell[K comparable, C any](cells map[K]*C, k K) *C {
	c := cells[k]
	if c == nil {
		c = new(C)
		cells[k] = c
	}
	return c
}
