package figures

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/nations"
	"parley/stages/language/times"
)

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// New returns the stage. It fails only when a data file of its own is damaged.
func New(o Options) (stages.PerArticle, error) {
	lex, err := newVocabulary()
	if err != nil {
		return stages.PerArticle{}, fmt.Errorf("figures: %w", err)
	}
	return stages.PerArticle{
		Name:   "figures",
		Doc:    "finds quantities and what they count",
		Needs:  []stages.Layer{stages.LayerArticle, stages.LayerSentences, stages.LayerMentions, stages.LayerStatements},
		Yields: stages.LayerFigures,
		Data:   []fs.FS{lists, nations.Files, times.Files},
		Run:    func(d *stages.Document) error { lex.run(d, o.Profile); return nil },
	}, nil
}

// window is how many bytes of one sentence are looked at together. No sentence
// is that long; a text without punctuation is, and must not fill the memory.
const window = 32 << 10

func (l *vocabulary) run(d *stages.Document, p *stages.Profile) {
	a := newArticle(d, p)
	var rows []schemas.Figure
	var ps []piece
	for n, sen := range d.Sentences {
		told := a.times.Read(sen.Tokens)
		for start := sen.Start; start < sen.End; {
			end := cutAt(d.Article.Text, start, sen.End)
			ps = cut(ps[:0], d.Article.Text[start:end], start)
			s := &scan{vocabulary: l, ps: ps, tokens: sen.Tokens, times: told}
			if actor := a.afterwards(s, n); actor != "" && n > 0 {
				a.credit(rows, n, actor)
			}
			if found := s.figures(); len(found) > 0 {
				c := context{scan: s, sentence: n, sources: a.sourcesOf(s, n), basis: s.basis()}
				c.day, c.spoken = s.asOf(d.Article.Published)
				if k := len(rows) - 1; k >= 0 && s.goesOn() && int(rows[k].Sentence) == n-1 && d.Sentences[n-1].Paragraph == sen.Paragraph {
					c.goesOn = rows[k].AttributedToID
				}
				for _, f := range found {
					rows = append(rows, a.row(&c, &f))
				}
			}
			start = end
		}
	}
	for i := range rows {
		rows[i].FigureID = fmt.Sprintf("%s/f%05d", d.Article.ArticleID, i)
	}
	d.Figures = rows
}

// cutAt is the end of the window that begins at start: after a space where
// there is one, else between code points.
func cutAt(text string, start, end int32) int32 {
	if end-start <= window {
		return end
	}
	if i := strings.LastIndexByte(text[start:start+window], ' '); i > 0 {
		return start + int32(i) + 1
	}
	for end = start + window; text[end]&0xc0 == 0x80; end-- {
	}
	return end
}

// figure is a figure before it becomes a row.
type figure struct {
	number
	from, to   int    // pieces of the text
	unit, kind string // as in the table
	class      string // of the unit
	modifier   string
	subject    [2]int // pieces
	unitEnd    int    // piece after the unit
}

// bare reports whether the figure is a number alone.
func (f *figure) bare() bool { return f.unit == "item" && f.subject[1] == 0 }

// figures finds the figures of the sentence, in order.
func (s *scan) figures() []figure {
	var fs []figure
	for i := 0; i < len(s.ps); {
		n, ok := s.number(i)
		if !ok {
			n, ok = s.aWhile(i)
		}
		if !ok {
			i++
			continue
		}
		n = s.again(s.widen(n))
		f, ok := s.figure(n)
		i = n.to
		if !ok {
			continue
		}
		if f.class != "" {
			i = max(i, f.unitEnd)
		}
		if k := len(fs) - 1; k >= 0 && f.modifier == "exact" && f.unit == fs[k].unit && fs[k].to+1 == f.from && s.is(fs[k].to, "and", "or") {
			f.modifier = fs[k].modifier // around 80% and 90%
		}
		if k := len(fs) - 1; k >= 0 && f.class != "" && fs[k].class == "" && fs[k].bare() && fs[k].to+1 == f.from && s.is(fs[k].to, "to", "and", "or") {
			fs[k].unit, fs[k].kind, fs[k].class = f.unit, f.kind, f.class // grew from 60 to 71 percent
		}
		fs = append(fs, f)
	}
	s.shareFate(fs)
	return fs
}

// shareFate gives the members of a list the fate that only its last member
// has words for: two women, three men and a child were killed.
func (s *scan) shareFate(fs []figure) {
	for k := len(fs) - 2; k >= 0; k-- {
		a, b := &fs[k], fs[k+1]
		if a.unit != "person" || b.unit != "person" || a.kind != "other_count" {
			continue
		}
		if j := a.to; s.is(j, ",", "and") && (j+1 == b.from || s.is(j+1, "and") && j+2 == b.from) {
			if b.kind != "troops" || !civil(s.counts(a)) {
				a.kind = b.kind
			}
		}
	}
}

// figure makes a figure of a number, or says that it is none.
func (s *scan) figure(n number) (figure, bool) {
	m := s.measure(n)
	if !s.measures(n, m.class == "money") || m.class == "duration" && s.age(&m) {
		return figure{}, false
	}
	if m.class == "duration" && s.is(n.from, "one") && s.is(m.to-1, "day") && !m.glued && !s.relative(m.to) {
		if _, _, hedged := s.hedges.before(s.ps, n.from); !hedged {
			return figure{}, false // one day, they might
		}
	}
	f := figure{number: n, from: m.from, to: m.to, unit: m.name, class: m.class, kind: kindOfUnit(m.class)}
	switch {
	case m.known:
		f.value = f.value*m.times + m.rest
		f.low, f.high = f.low*m.times, f.high*m.times
		if f.unit == "decade" && s.is(n.from-1, "the") && n.from > 0 && s.ps[n.from].class == digits {
			return figure{}, false
		}
		if s.is(f.to, "and") && s.is(f.to+1, "a") && s.is(f.to+2, "half") && !n.vague && !n.ranged {
			f.value += 0.5
			f.to += 3
		}
		f.subject, f.unitEnd = s.subject(m), f.to
		if s.calibre(m, f.subject) {
			return figure{}, false
		}
	case n.fraction:
		f.unit, f.kind = "fraction", "share"
		f.subject = s.subject(m)
	default:
		if !s.counted(&f) {
			return figure{}, false
		}
	}
	f.modifier, f.from, f.to = s.hedge(f.from, f.to, m.unit, n)
	if n.approx && f.modifier == "exact" || n.vague {
		f.modifier = "approx"
	}
	return f, true
}

// row fills in the columns that need the article.
func (a *article) row(c *context, f *figure) schemas.Figure {
	d, s := a.doc, c.scan
	start, end := s.ps[f.from].start, s.ps[f.to-1].end
	r := schemas.Figure{
		ArticleID: d.Article.ArticleID, Sentence: int32(c.sentence), Start: d.CodePoint(start), End: d.CodePoint(end),
		Text: d.Article.Text[start:end], Modifier: f.modifier, Unit: f.unit, Kind: f.kind,
	}
	f.bounds(&r)
	if f.subject[1] > f.subject[0] {
		r.Subject = d.Article.Text[s.ps[f.subject[0]].start:s.ps[f.subject[1]-1].end]
	}
	if b, e := a.place(c, f); e > b {
		r.Place = d.Article.Text[b:e]
	}
	a.claim(&r, c, f)
	r.Certainty = s.certainty(&r, f.from)
	if f.class == "" && !f.fraction {
		r.Counted = s.counts(f)
		r.Basis = s.basisOf(c, f)
		r.CountedCountry = a.owner(c, f, &r)
	}
	if f.class == "" && (!c.spoken || r.Basis == "cumulative") {
		r.AsOf = c.day
	}
	return r
}

// bounds fills in value, low and high: a range has no value, a hedge that
// bounds has the value as its bound too.
func (f *figure) bounds(r *schemas.Figure) {
	switch {
	case f.ranged:
		r.Low, r.High = num(f.low), num(f.high)
		return
	case f.vague:
		r.Low = num(f.low)
		return
	}
	r.Value = num(f.value)
	switch f.modifier {
	case "at_least", "more_than":
		r.Low = num(f.value)
	case "at_most", "less_than":
		r.High = num(f.value)
	}
}

// num rounds away what binary fractions add to 3.9 million.
func num(v float64) *float64 {
	v, _ = strconv.ParseFloat(strconv.FormatFloat(v, 'g', 15, 64), 64)
	return schemas.Num(v)
}
