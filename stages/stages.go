// Package stages is the contract between the stages and the driver.
//
// A stage is a value that the driver runs: it has a name, a line of
// documentation, what it needs and what it yields. There are two kinds. A
// PerArticle stage is a pure function that adds its own layer to one Document
// and reads the layers below; articles run in parallel, so it keeps no state
// between them. A PerCorpus stage reads whole tables and writes others, and
// streams: what it keeps grows with actors and periods, not with texts. The
// small kinds between them (Source, Resolver, Observer) are where articles
// come in, where they are compared, and where they are counted.
//
// Stages do not log, read no clock and no environment. A stage that cannot use
// an article returns a *Reject; any other error is the machine's and stops the
// run; a broken promise of our own panics, which costs the run the article at hand
// and fails the test that sees it.
package stages

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"slices"

	"parley/schemas"
)

// Layer names a part of Document that one stage writes and later ones read.
type Layer string

// The layers, in the order in which they are laid.
const (
	LayerInput      Layer = "input"
	LayerArticle    Layer = "article"
	LayerClues      Layer = "clues"
	LayerSketch     Layer = "sketch"
	LayerSentences  Layer = "sentences" // and the quotations
	LayerClauses    Layer = "clauses"
	LayerReading    Layer = "reading"
	LayerMentions   Layer = "mentions"
	LayerStatements Layer = "statements"
	LayerFigures    Layer = "figures"
	LayerEvents     Layer = "events" // and the tellings
	LayerMeetings   Layer = "meetings"
	LayerAttitudes  Layer = "attitudes"
	LayerPositions  Layer = "positions"
)

// Source finds articles. Run calls emit for each record in a fixed order and
// refuse for each input that cannot be used, and note for what it passes over;
// emit's error ends it. args are files, folders, globs, or "-" for standard input.
type Source struct {
	Name string
	Doc  string
	Run  func(ctx context.Context, args []string, emit func(*Document) error, refuse func(schemas.Reject), note func(Note)) error
}

// PerArticle adds the layer Yields to a Document. The driver does not run it on
// an article in another language than those that it reads, nor those that need
// the layer, so that no article is half understood.
type PerArticle struct {
	Name      string
	Doc       string
	Languages []string // ISO 639-1 codes; nil for all in which the layers are laid that it needs
	Needs     []Layer
	Yields    Layer
	Data      []fs.FS // the stage's embedded lexicons and models, whose hashes go into the manifest
	Run       func(*Document) error
}

// Reads reports whether the stage reads the article: whether it is in one of
// the stage's languages, or in none that could be told.
func (s PerArticle) Reads(a *schemas.Article) bool {
	return s.Languages == nil || a.Language == "" || slices.Contains(s.Languages, a.Language)
}

// Resolver compares all articles by their digests and says which copy which.
// It returns one Verdict a Digest, in the same order.
type Resolver struct {
	Name string
	Doc  string
	Run  func([]Digest) []Verdict
}

// Dater compares all articles by their digests and dates those that have no date.
// It returns one Dating a Digest, in the same order.
type Dater struct {
	Name string
	Doc  string
	Run  func([]Digest) []Dating
}

// Dating is a day or month of publication and the passages that show it; the
// zero Dating says nothing.
type Dating struct {
	Published schemas.Date
	Precision string // day or month
	Shown     []Passage
}

// Passage is a stretch of an article's text.
type Passage struct {
	Digest     int // place of the article among the digests
	Start, End int32
	Day        schemas.Date // the day that it speaks of; unknown in the article that is dated
}

// Digest is what a Dater or Resolver may keep of an article.
type Digest struct {
	ArticleID     string
	SourceURI     string
	Published     schemas.Date
	DatePrecision string // as of the article; "" counts as day
	Conflict      string // as of the document
	Clues         Clues
	Sketch        Sketch
}

// Day is the day of publication, unknown where only the month or year is known.
func (c *Digest) Day() schemas.Date {
	if c.DatePrecision != "" && c.DatePrecision != "day" {
		return schemas.Date{}
	}
	return c.Published
}

// Verdict says what an article copies; the zero Verdict is an original.
type Verdict struct {
	DuplicateOf string // article id of the original
	Kind        string // exact or near
	Similarity  float64
}

// Learner sees the normalised articles once, copies of a story left out, in
// order of article id, and then changes each article before it is coded. Apply may
// run in parallel.
type Learner struct {
	Name  string
	Doc   string
	See   func(*schemas.Article)
	Apply func(*schemas.Article)
}

// Observer sees every finished Document once, in order of article id, and then
// yields the rows of one table in that table's order.
type Observer struct {
	Name   string
	Doc    string
	Yields string
	See    func(*Document)
	Rows   func(yield func(row any) error) error
}

// PerCorpus reads tables and writes tables or files.
type PerCorpus struct {
	Name     string
	Doc      string
	Needs    []string
	Yields   []string
	Rewrites []string // tables of Needs that it writes again, with the same rows in the same order and columns filled
	Data     []fs.FS  // as of PerArticle
	Run      func(Store) error
}

// Store gives a PerCorpus stage its tables. Rows are pointers to the row
// structs of package schemas, in the table's order, valid until the call
// returns. A table may be scanned while it is written again: Scan sees the old
// rows until Write returns.
type Store interface {
	Scan(table string, row func(any) error) error
	Write(table string, rows func(yield func(row any) error) error) error
	WriteFile(name string, write func(io.Writer) error) error
	ReadFile(name string) ([]byte, error) // that an earlier stage wrote
}

// Scan reads a table of row type T.
func Scan[T any](s Store, row func(*T) error) error {
	return s.Scan(schemas.Of[T]().Name, func(r any) error { return row(r.(*T)) })
}

// Write writes a table of row type T from rows already in its order.
func Write[T any](s Store, rows []T) error {
	return s.Write(schemas.Of[T]().Name, func(yield func(any) error) error {
		for i := range rows {
			if err := yield(&rows[i]); err != nil {
				return err
			}
		}
		return nil
	})
}

// Reject says why an input cannot be used; Reason is a code of schemas.Reject.
type Reject struct {
	Stage  string
	Reason string
	Detail string
}

func (r *Reject) Error() string { return fmt.Sprintf("%s: %s: %s", r.Stage, r.Reason, r.Detail) }
