package normalize

import (
	"fmt"
	"io/fs"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/conflicts"
	"parley/stages/language/lexicon"
	"parley/stages/language/times"
)

// Options configures the stage.
type Options struct {
	Profile *stages.Profile // its start is what "day 26 of the war" counts from; nil: that of the shipped profile that the article fits
}

// maxText bounds an article's text in bytes, so that no article, however it is
// made, takes more memory than a thousand ordinary ones. It is some 170,000
// words: a book, not an article.
const maxText = 1 << 20

type normalizer struct {
	start     schemas.Date       // first day of the conflict
	conflicts *conflicts.Chooser // among the shipped profiles, for a run without one; else nil
	phrases   phrasebook
	credits   map[string]bool
	informal  map[string]int
	words     map[string]map[string]bool // by list
	mojibake  mojibake
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	z, err := newNormalizer(o)
	if err != nil {
		return stages.PerArticle{}, err
	}
	return stages.PerArticle{
		Name:   "normalize",
		Doc:    "finds an article's own text, title, date and language",
		Needs:  []stages.Layer{stages.LayerInput},
		Yields: stages.LayerArticle,
		Data:   []fs.FS{lists, times.Files},
		Run:    z.run,
	}, nil
}

func newNormalizer(o Options) (z *normalizer, err error) {
	z = &normalizer{mojibake: newMojibake()}
	if o.Profile != nil {
		z.start = o.Profile.Start
	} else if z.conflicts, err = conflicts.Shipped(); err != nil {
		return nil, err
	}
	if z.phrases, err = loadPhrases("normalize/phrases.tsv", lexicon.Text(lists, "phrases.tsv")); err != nil {
		return nil, err
	}
	if z.credits, err = lexicon.Set(lists, "normalize/credits.tsv"); err != nil {
		return nil, err
	}
	if z.informal, err = loadInformal("normalize/informal.tsv", lexicon.Text(lists, "informal.tsv")); err != nil {
		return nil, err
	}
	if z.words, err = loadWords("normalize/words.tsv", lexicon.Text(lists, "words.tsv")); err != nil {
		return nil, err
	}
	return z, nil
}

func (z *normalizer) run(d *stages.Document) error {
	in := d.Input
	p, err := z.read(in)
	if err != nil {
		return err
	}
	p.meta.title = pick(in.Title, p.meta.title)
	headline := z.furnish(p)
	authors, paper := z.heads(p.blocks, headline)

	a := schemas.Article{ArticleID: in.ID, SourceURI: in.SourceURI, Removed: []schemas.Removed{}}
	var text []string
	for i := range p.blocks {
		switch b := &p.blocks[i]; b.label {
		case kept:
			text = append(text, b.text)
			a.Words += int32(b.feat.words)
		case title:
		default:
			a.Removed = append(a.Removed, schemas.Removed{Kind: removedKind[b.label], Text: b.text})
		}
	}
	if a.Words == 0 {
		return &stages.Reject{Stage: "normalize", Reason: "no_text", Detail: "no line reads as an article's text"}
	}
	whole := strings.Join(text, "\n\n")
	if n := len(whole); n > maxText {
		return &stages.Reject{Stage: "normalize", Reason: "too_large", Detail: fmt.Sprintf("its text has %d bytes and an article at most %d; split it into its articles", n, maxText)}
	}
	found := ""
	if headline >= 0 {
		found = p.blocks[headline].text
	}
	a.Text = whole
	a.Title = pick(p.meta.title, found, p.meta.pageTitle)
	a.Publisher = pick(in.Publisher, p.meta.publisher, paper, datelineAgency(text))
	a.URL = pick(in.URL, p.meta.url)
	a.Byline = pick(in.Byline, p.meta.byline, authors)
	a.Language = z.language(a.Text, pick(in.Language, p.meta.language))

	c := clues{fields: p.meta.dates, url: a.URL, file: in.FileName, lines: p.blocks, title: headline, text: text, page: p.meta.lines}
	if in.Published != "" {
		c.fields = append([]field{{"published", in.Published}}, c.fields...)
	}
	if m, ok := parseMoment(in.Crawled); ok && !m.at.IsZero() {
		c.latest = schemas.DateOf(m.at)
	}
	impossible := func(words string) {
		d.Notes = append(d.Notes, stages.Note{Stage: "normalize", Code: "impossible_date", Detail: words})
	}
	if g := z.started(&a).published(c, impossible); !g.day.IsZero() {
		a.Published, a.PublishedAt, a.DatePrecision, a.DateMethod, a.DateEvidence = g.day, g.at, g.precision, g.method, g.evidence
	}
	if p := z.about(&a); p != nil {
		d.Conflict = p.ID
	}
	d.Article, d.Input = a, stages.Input{}
	return nil
}

// about is the shipped profile whose conflict an article is about; nil where
// none is, or the run has a profile.
func (z *normalizer) about(a *schemas.Article) *stages.Profile {
	if z.conflicts == nil {
		return nil
	}
	return z.conflicts.About(a.Title, a.Text, a.Published)
}

// started is the normalizer that knows when the article's conflict began.
func (z *normalizer) started(a *schemas.Article) *normalizer {
	p := z.about(a)
	if p == nil {
		return z
	}
	own := *z
	own.start = p.Start
	return &own
}

// page is an input whose form has been read.
type page struct {
	blocks []block
	meta   meta
	marked bool // whether markup tells headings from text
	whole  bool // whether menus and other stories may stand around the article
}

func (z *normalizer) read(in stages.Input) (page, error) {
	text := z.mojibake.repair(string(in.Data))
	switch {
	case in.Format == stages.FormatHTML:
		return readHTML(text, false)
	case in.Format == stages.FormatRecord && looksHTML(text):
		return readHTML(text, true)
	}
	if strings.Contains(text, "&") {
		text = entities.Replace(text)
	}
	blocks, marked := split(clean(text), in.Format == stages.FormatMarkdown)
	return page{blocks: blocks, marked: marked, whole: in.Format != stages.FormatRecord}, nil
}

// looksHTML reports whether a record's text holds tags.
func looksHTML(text string) bool {
	low := strings.ToLower(text[:min(len(text), 20000)])
	for _, tag := range []string{"<p>", "<p ", "<div", "<br", "</p>", "<html", "<body", "</a>", "<li>"} {
		if strings.Contains(low, tag) {
			return true
		}
	}
	return false
}

// furnish labels the blocks and returns the number of the headline, or -1.
func (z *normalizer) furnish(p page) int {
	blocks := p.blocks
	if len(blocks) < 2 {
		return -1 // nothing to tell it from
	}
	z.sort(blocks)
	from, to, headline := 0, len(blocks), repeatedTitle(blocks, p.meta.title)
	apart := headline >= 0 // whether the headline is known to be one
	if p.whole {
		rivers(blocks)
		from, to = region(blocks, p.marked)
		if headline < 0 || p.marked {
			headline, apart = findHeadline(blocks, from, p.marked), p.marked
		}
		if headline < 0 && !p.marked {
			headline = z.firstLine(blocks)
		}
		if from == to {
			from, to = 0, len(blocks)
		} else {
			from = max(from, headline)
			trim(blocks, from, to)
		}
	}
	if headline >= 0 {
		blocks[headline].label = kept
		if apart {
			blocks[headline].label = title
		}
	}
	z.tail(blocks, from, to)
	z.biographies(blocks)
	return headline
}
