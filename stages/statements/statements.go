package statements

import (
	"cmp"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"
	"unicode"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/lexicon"
	"parley/stages/language/nations"
	"parley/stages/language/times"
)

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// stage holds the tables; it is only read once made.
type stage struct {
	outset schemas.Date // the first day of the war, if it is known
	words  map[string]class
	seats  map[string]string // a capital or seat of power to the actor of its state
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	s := &stage{}
	if o.Profile != nil {
		s.outset = o.Profile.Start
	}
	var err error
	if s.words, err = loadWords("statements/words.tsv", lexicon.Text(lists, "words.tsv")); err != nil {
		return stages.PerArticle{}, fmt.Errorf("statements: %w", err)
	}
	all, err := nations.Load()
	if err != nil {
		return stages.PerArticle{}, fmt.Errorf("statements: %w", err)
	}
	s.seats = map[string]string{}
	for i := range all {
		for _, seat := range append(slices.Clone(all[i].Capitals), all[i].Seats...) {
			s.seats[seat.Name] = all[i].ID
		}
	}
	return stages.PerArticle{
		Name:   "statements",
		Doc:    "finds who said what",
		Needs:  []stages.Layer{stages.LayerArticle, stages.LayerSentences, stages.LayerReading, stages.LayerClauses, stages.LayerMentions},
		Yields: stages.LayerStatements,
		Data:   []fs.FS{lists, times.Files, nations.Files},
		Run:    s.run,
	}, nil
}

// run finds the statements of an article in four steps, each of which needs those
// before it.
func (s *stage) run(d *stages.Document) error {
	if d.Statements = nil; len(d.Sentences) == 0 {
		return nil
	}
	v := s.newView(d)
	if len(v.units) == 0 {
		return nil
	}
	all := v.read() // detect and fill
	all = v.labels(all)
	all = v.continued(all)
	v.resolve(all)
	v.date(all)
	d.Statements = v.merge(all)
	return nil
}

// found is a statement before it becomes a row.
type found struct {
	spans   []piece
	sent    int32
	unit    int
	speaker speaker
	cue     string
	cueAt   piece
	kind    string // direct, indirect, mixed
	conf    float64
	region  []item // where medium, relay and date are sought
	relay   string
	para    int32
	tense   tense
	item    int          // item of the verb in its unit
	linked  bool         // its clause goes on from the one before
	verb    stages.Place // of the cue
	day     schemas.Date
	exact   string // precision of day
}

// piece is a range of bytes.
type piece struct{ lo, hi int32 }

// merge sorts what was found by its place, drops what stands twice and makes
// the rows.
func (v *view) merge(all []found) []stages.Statement {
	slices.SortStableFunc(all, func(a, b found) int {
		return cmp.Or(cmp.Compare(a.spans[0].lo, b.spans[0].lo), cmp.Compare(b.spans[len(b.spans)-1].hi, a.spans[len(a.spans)-1].hi), cmp.Compare(b.conf, a.conf))
	})
	all = slices.CompactFunc(all, func(a, b found) bool {
		return a.spans[0] == b.spans[0] && a.speaker.text == b.speaker.text
	})
	rows := make([]stages.Statement, 0, len(all))
	said := map[string]string{}
	for i := range all {
		f := &all[i]
		slices.SortFunc(f.spans, func(a, b piece) int { return cmp.Compare(a.lo, b.lo) })
		if f.kind == "direct" && f.cue != "" { // the marks vouch for it
			f.conf = 1 - (1-f.conf)/2
		}
		r := stages.Statement{Statement: schemas.Statement{
			StatementID: fmt.Sprintf("%s/s%05d", v.doc.Article.ArticleID, len(rows)),
			ArticleID:   v.doc.Article.ArticleID, Sentence: max(0, f.sent),
			SpeakerID: f.speaker.id, SpeakerText: f.speaker.text, Cue: f.cue, Type: f.kind, Confidence: math.Round(f.conf*100) / 100, RelayedByID: f.relay,
		}}
		r.CoSpeakerIDs, r.AddresseeID, r.SourceType = v.others(f), v.addressee(f), v.sourceType(f)
		r.CueSpan, r.SpeakerSpan = v.place(f.cueAt), v.place(f.speaker.at)
		var parts []string
		for _, p := range f.spans {
			parts = append(parts, v.doc.Article.Text[p.lo:p.hi])
			r.Contents = append(r.Contents, v.doc.Tokens(p.lo, p.hi)...)
			r.Spans = append(r.Spans, schemas.Span{Start: v.doc.CodePoint(p.lo), End: v.doc.CodePoint(p.hi)})
		}
		r.Content = strings.Join(parts, " ")
		r.Start, r.End = r.Spans[0].Start, r.Spans[len(r.Spans)-1].End
		v.circumstances(f, &r.Statement)
		if k := plain(r.Content); strings.Count(k, " ") >= 2 {
			if first, ok := said[k]; ok {
				r.RepeatOf = first
			} else {
				said[k] = r.StatementID
			}
		}
		rows = append(rows, r)
	}
	return rows
}

// place is the tokens of a range of bytes that lies in one sentence.
func (v *view) place(p piece) stages.TokenSpan {
	if list := v.doc.Tokens(p.lo, p.hi); len(list) > 0 {
		return list[0]
	}
	return stages.TokenSpan{}
}

// plain reduces a text to its words, to compare repetitions.
func plain(s string) string {
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(f, " ")
}

// circumstances fills medium, relaying outlet and date from the words around
// the cue.
func (v *view) circumstances(f *found, r *schemas.Statement) {
	r.Medium = v.medium(f)
	if r.Medium == "" && f.speaker.document {
		r.Medium = f.speaker.text
	}
	if r.RelayedByID == "" {
		r.RelayedByID = v.relay(f)
	}
	r.SaidOn, r.DatePrecision = f.day, f.exact
}

// medium is the words of a circumstance of a cue that tell where something was said:
// "on Twitter", "in an interview with CNN".
func (v *view) medium(f *found) string {
	if f.cue == "" {
		return ""
	}
	c := stages.ClauseAt(v.doc.Clauses[f.verb.Sentence], int(f.verb.Token))
	if c == nil {
		return ""
	}
	t := v.treeOf(f.verb.Sentence)
	tokens := v.doc.Sentences[f.verb.Sentence].Tokens
	for _, o := range c.Obliques {
		for _, h := range o.Heads {
			at := tokens[h].Start
			if v.s.words[tokens[h].Lower]&mediumNoun == 0 || slices.ContainsFunc(f.spans, func(p piece) bool { return p.lo <= at && at < p.hi }) {
				continue
			}
			_, to := t.Span(int(h))
			for _, e := range v.times[f.verb.Sentence] { // on television | on Monday
				if e.Lead > int(h) && e.Lead < to {
					to = e.Lead
				}
			}
			for k := int(h) + 1; k < to; k++ { // in a letter | that it was late
				if tokens[k].Rel == stages.RelMark || slices.ContainsFunc(f.spans, func(p piece) bool { return p.lo <= tokens[k].Start && tokens[k].Start < p.hi }) {
					to = k
				}
			}
			for to > int(h)+1 && !tokens[to-1].Shape.IsWord() {
				to--
			}
			if int(o.Prep) < int(h) && to-int(o.Prep) < 12 {
				return v.doc.Article.Text[tokens[o.Prep].Start:tokens[to-1].End]
			}
		}
	}
	return ""
}

// relay finds the outlet that something was told to.
func (v *view) relay(f *found) string {
	for i := range f.region {
		if m := f.region[i].mention; m >= 0 {
			if x := &v.doc.Mentions[m]; v.media(x.ActorID) && x.ActorID != f.speaker.id && x.Kind == "name" {
				return x.ActorID
			}
		}
	}
	return ""
}

// media says whether an actor is an outlet.
func (v *view) media(id string) bool {
	a, ok := v.doc.Actor(id)
	return ok && a.Kind == "media"
}
