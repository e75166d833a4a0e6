package stages

import (
	"slices"
	"unicode/utf8"

	"parley/schemas"
)

// Document is one article on its way through the stages. It is data: each
// layer is written by the stage that is named beside it, and then only read.
//
// Of Article, normalize writes all that the input tells. What only the whole
// corpus tells, the driver enters in one place before the article is coded:
// ArticleID, the date of the undated, the duplicate columns, and the text and
// removed lines as the stage furniture leaves them. Sentences is counted when
// the row is made. From then on no stage writes to it.
//
// Two kinds of offset meet here. Sentences and tokens, which the stages work
// on, count bytes of Article.Text. Rows, which users read, count code points;
// CodePoint and Byte convert.
type Document struct {
	Input   Input           // ingest; emptied once normalize has read it
	Article schemas.Article // normalize, then the driver, as told above
	Clues   Clues           // dates
	Sketch  Sketch          // copies

	Sentences  []Sentence              // annotate
	Quotations []Quotation             // annotate, in order of place, the outer before the inner
	Clauses    [][]Clause              // clauses, parallel to Sentences, each in order of predicate
	Reading    Reading                 // encode
	Mentions   []Mention               // actors, in order of place
	Actors     []Actor                 // actors: those mentioned, by id
	Statements []Statement             // statements; without the talks columns
	Figures    []schemas.Figure        // figures
	Events     []schemas.Event         // events
	Tellings   []Telling               // events, in order of place
	Meetings   []schemas.MeetingReport // meetings; without the meeting that they report

	Conflict string // normalize: id of the shipped profile whose conflict it is about, "" for none or where the run has a profile

	Notes []Note // any stage: what it refused or doubted, for the driver to count

	SentenceAttitudes  []Attitude // sentiment, parallel to Sentences
	StatementAttitudes []Attitude // sentiment, parallel to Statements

	Positions []schemas.Position // positions

	index []int32 // byte offset of every 64th code point of Article.Text
	of    string  // the text that index was made of
}

// Format tells normalize how to read Input.Data.
type Format string

// The formats that reach normalize; containers are opened by ingest.
const (
	FormatText     Format = "text"     // a text dump, page furniture and all
	FormatHTML     Format = "html"     // a page
	FormatMarkdown Format = "markdown" // Markdown without its front matter
	FormatRecord   Format = "record"   // a text field of a record: clean text, or HTML where it holds tags
)

// Input is one article as it was found. The fields beside Data are what the
// record or front matter says; empty means that it says nothing.
type Input struct {
	SourceURI string // path, path#id or path#line
	FileName  string // last element of the path, "" for standard input
	ID        string // first 12 hex digits of the SHA-256 of the record's bytes
	Format    Format
	Data      []byte
	Title     string
	Published string // as written, any form
	URL       string
	Publisher string
	Byline    string
	Language  string
	Crawled   string // when a crawler fetched it, RFC 3339, where its container says so; never the date of publication
}

// Clues is what the day of publication of an article may be found by.
type Clues struct {
	Events   []Clue
	Weekdays []WeekdayClue
}

// Clue is a sentence that tells what happened when.
type Clue struct {
	Start, End int32 // bytes of Article.Text
	When       When
	Features   []uint32 // hashes of the names and words that tell the event apart
}

// When places an event in time, seen from the day of publication.
type When struct {
	Kind     WhenKind
	From, To int16        // days, or weeks, after publication
	Weekday  int8         // of the event, Sunday being 0; -1 where none is named
	Date     schemas.Date // of OnDate; its year may be 0
}

// WhenKind is the way in which When places an event.
type WhenKind uint8

// The ways.
const (
	DaysAway  WhenKind = iota // From to To days after publication
	WeeksAway                 // in the week that is From weeks after that of publication
	OnDate                    // on a day of the calendar; To is 0 where it is past
)

// WeekdayClue is a passage that shows on which weekday the article was published.
type WeekdayClue struct {
	Start, End int32 // bytes of Article.Text
	Weekday    int8  // Sunday is 0
}

// Note is something that a stage saw and did not use. Code is one word or two,
// joined by an underscore; Detail is for people.
type Note struct {
	Stage, Code, Detail string
}

// Sketch is what near copies are found by. A zero Sketch is of no use.
type Sketch struct {
	Exact  uint64   // hash of the words of the text
	MinMax []uint32 // MinHash signature of word shingles
	Words  int32
}

// Sentence is a sentence with its tokens.
type Sentence struct {
	Start, End int32 // bytes of Article.Text
	Paragraph  int32 // number of its paragraph, from 0
	Heading    bool  // a paragraph of its own without closing punctuation: a headline, a name under a pull-quote, a list line
	Tokens     []Token
}

// Token is a word or a mark. Attributes that a tagger and parser give are the
// zero value until one has run.
type Token struct {
	Start, End int32  // bytes of Article.Text
	Lower      string // lower case, with straight apostrophes
	Lemma      string // lower case
	Shape      Shape
	Space      bool // white space before it

	UPOS  UPOS  // these five by the parser
	XPOS  XPOS  //
	Rel   Rel   // relation to its head
	Head  int16 // its head's index in the sentence, -1 for the root
	Feats Feats
}

// Shape is what can be seen of a token without knowing the language.
type Shape uint8

// The shapes.
const (
	Lowercase   Shape = iota // corridor
	Capitalized              // Istanbul, McDonald, O'Neill
	Uppercase                // NATO, U.S., A
	Numeric                  // 5,000 or 40-60 or 3.9 or 24th
	Mixed                    // iPhone, T-72, e-mail1
	OpenQuote                // “ « „ and the " that opens
	CloseQuote               // ” » and the " that closes
	Punct                    // every other mark
	Symbol                   // $ % € +
)

// IsWord reports whether a token of that shape is a word or a number.
func (s Shape) IsWord() bool { return s <= Mixed }

// Quotation is what quotation marks or dashes of speech set off, in one
// paragraph: what goes on over several is one Quotation in each. Those of one
// level do not overlap, and one of a deeper level lies in one of the level above.
type Quotation struct {
	Start, End           int32 // bytes of Article.Text, the marks included
	InnerStart, InnerEnd int32 // bytes of Article.Text, without the marks
	Paragraph            int32 // number of its paragraph, as of Sentence
	Level                int8  // 0 is the outermost
	Style                QuoteStyle
	Closed               bool // it has its closing mark; without one its end is a guess
	Continues            bool // it goes on with the next of its level, which opens the next paragraph
}

// QuoteStyle is how a quotation is set off.
type QuoteStyle uint8

// The styles.
const (
	DoubleMarks  QuoteStyle = iota // “...” "..." „...“ «...»
	SingleMarks                    // ‘...’ '...'
	DialogueDash                   // - ... - said the envoy
)

// Mention is a mention row with its place among the tokens: the tokens From to
// To (half-open) of Sentences[Row.Sentence].
type Mention struct {
	schemas.Mention
	From, To int
}

// NominalMention is the kind of a mention of a group by a noun for its people, such as
// "protesters" or "Taliban officials". Stages read it as any other; the table of
// mentions, which tells who is named, has no rows of it.
const NominalMention = "nominal"

// TokenSpan is the tokens From to To (half-open) of Sentences[Sentence].
type TokenSpan struct {
	Sentence int32
	From, To int
}

// Empty reports a span without tokens, which stands for no place at all.
func (s TokenSpan) Empty() bool { return s.To <= s.From }

// Telling is a place that tells of one of the Events. Its row holds what this very
// place tells, and the id of the event's row, which may tell more or less.
type Telling struct {
	schemas.Event
	Trigger Place
}

// Statement is a statement row with its place among the tokens.
type Statement struct {
	schemas.Statement
	CueSpan     TokenSpan   // empty for a bare quotation
	SpeakerSpan TokenSpan   // the speaker as named at this place; empty for a quotation without one
	Contents    []TokenSpan // what was said, in the order of Spans; a piece that runs over several sentences is one in each
}

// Actor is one actor that the article mentions.
type Actor struct {
	ID      string
	Name    string
	Kind    string
	Country string
	Side    string
	Known   bool
}

// Attitude is the stance of a sentence or a statement to the talks.
type Attitude struct {
	AboutTalks bool
	Score      *float64       // expected value, -1 to +1; nil unless AboutTalks
	Class      *int32         // the likeliest of -1, 0, 1; nil unless AboutTalks
	Holder     string         // actor id, "" for the article's own voice
	Evidence   []schemas.Span // the words that show what it is about
}

// Word is the token's own words.
func (d *Document) Word(t Token) string { return d.Article.Text[t.Start:t.End] }

// Actor finds an actor of the article; ok is false when it mentions none of
// that id.
func (d *Document) Actor(id string) (a Actor, ok bool) {
	i, ok := slices.BinarySearchFunc(d.Actors, id, func(a Actor, id string) int {
		if a.ID < id {
			return -1
		} else if a.ID > id {
			return 1
		}
		return 0
	})
	if !ok {
		return Actor{}, false
	}
	return d.Actors[i], true
}

// stride is the number of code points between two entries of the index.
const stride = 64

func (d *Document) build() {
	if d.index != nil && len(d.of) == len(d.Article.Text) && d.of == d.Article.Text {
		return
	}
	d.of, d.index = d.Article.Text, d.index[:0]
	n := 0
	for b := range d.of {
		if n%stride == 0 {
			d.index = append(d.index, int32(b))
		}
		n++
	}
	d.index = append(d.index, int32(len(d.of)))
}

// CodePoint converts a byte offset of Article.Text, which must lie on the
// boundary of a code point.
func (d *Document) CodePoint(b int32) int32 {
	d.build()
	i, exact := slices.BinarySearch(d.index, b)
	if !exact {
		i--
	} else if i == len(d.index)-1 && i > 0 {
		i-- // the end of the text is no stride
	}
	return int32(i*stride + utf8.RuneCountInString(d.of[d.index[i]:b]))
}

// Byte converts an offset in code points to one in bytes.
func (d *Document) Byte(cp int32) int32 {
	d.build()
	b := d.index[cp/stride]
	for range cp % stride {
		_, n := utf8.DecodeRuneInString(d.of[b:])
		b += int32(n)
	}
	return b
}

// Slice is the text between two offsets in code points.
func (d *Document) Slice(start, end int32) string {
	return d.Article.Text[d.Byte(start):d.Byte(end)]
}

// SentenceAt is the number of the sentence that holds the byte offset, or of
// the last one that begins before it; -1 when there is none.
func (d *Document) SentenceAt(b int32) int {
	i, exact := slices.BinarySearchFunc(d.Sentences, b, func(s Sentence, b int32) int { return int(s.Start - b) })
	if exact {
		return i
	}
	return i - 1
}

// MentionAt is the first mention that covers a token, nil when none does.
func (d *Document) MentionAt(p Place) *Mention {
	i, _ := slices.BinarySearchFunc(d.Mentions, p.Sentence, func(m Mention, n int32) int { return int(m.Sentence - n) })
	for ; i < len(d.Mentions) && d.Mentions[i].Sentence == p.Sentence; i++ {
		if m := &d.Mentions[i]; m.From <= int(p.Token) && int(p.Token) < m.To {
			return m
		}
	}
	return nil
}

// Tokens are the tokens that lie wholly between two bytes of Article.Text,
// sentence by sentence.
func (d *Document) Tokens(start, end int32) (list []TokenSpan) {
	for n := max(d.SentenceAt(start), 0); n < len(d.Sentences) && d.Sentences[n].Start < end; n++ {
		tokens := d.Sentences[n].Tokens
		from, _ := slices.BinarySearchFunc(tokens, start, func(t Token, at int32) int { return int(t.Start - at) })
		to, _ := slices.BinarySearchFunc(tokens, end+1, func(t Token, at int32) int { return int(t.End - at) })
		if from < to {
			list = append(list, TokenSpan{int32(n), from, to})
		}
	}
	return list
}
