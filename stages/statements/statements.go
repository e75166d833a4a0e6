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
	cues   map[string][]cueForm
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
	if s.cues, err = loadCues("statements/cues.tsv", lexicon.Text(lists, "cues.tsv")); err != nil {
		return stages.PerArticle{}, fmt.Errorf("statements: %w", err)
	}
	return stages.PerArticle{
		Name:   "statements",
		Doc:    "finds who said what",
		Needs:  []stages.Layer{stages.LayerArticle, stages.LayerSentences, stages.LayerReading, stages.LayerClauses, stages.LayerMentions},
		Yields: stages.LayerStatements,
		Data:   []fs.FS{lists, times.Files},
		Run:    s.run,
	}, nil
}

// run finds the statements of an article in four steps, each of which needs those
// before it.
func (s *stage) run(d *stages.Document) error {
	v := s.newView(d)
	var all []found
	for i := range v.units { // detect and fill
		all = append(all, v.readUnit(i, &v.units[i])...)
	}
	all = v.headings(all)
	all = v.continued(all)
	v.resolve(all)
	all = v.learned(all)
	v.date(all)
	all = append(all, slices.DeleteFunc(v.nested(all), func(f found) bool { return covers(all, &f, true) })...)
	d.Statements = v.merge(all)
	return nil
}

// readUnit detects the cues of one unit and fills their speakers and contents.
func (v *view) readUnit(ui int, u *unit) []found {
	candidates := v.detect(u)
	v.subjects(u, candidates)
	acc := v.accordings(u)
	plans := make([]plan, len(candidates))
	for i := range candidates {
		plans[i] = v.chooseOrder(u, &candidates[i], candidates, i)
	}
	var out []found
	at := make([]int, len(candidates)) // index in out, or -1
	for i := range candidates {
		at[i] = -1
		f, ok := v.fill(u, candidates, plans, acc, i)
		if !ok {
			continue
		}
		f.unit, f.para = ui, u.para
		at[i] = len(out)
		out = append(out, f)
	}
	for _, a := range acc {
		if f, ok := v.attributed(u, a, candidates, plans, out, at); ok {
			f.unit, f.para = ui, u.para
			out = append(out, f)
		}
	}
	out = append(out, v.nominals(ui, u)...)
	return v.quotedUnder(ui, u, out)
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
	item    int  // item of the verb in its unit
	linked  bool // its clause goes on from the one before
	learned bool // only the reading has found it
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
		if f.kind == "direct" && f.cue != "" { // the marks vouch for it
			f.conf = 1 - (1-f.conf)/2
		}
		r := stages.Statement{Statement: schemas.Statement{
			StatementID: fmt.Sprintf("%s/s%05d", v.doc.Article.ArticleID, len(rows)),
			ArticleID:   v.doc.Article.ArticleID, Sentence: max(0, f.sent),
			SpeakerID: f.speaker.id, SpeakerText: f.speaker.text, Cue: f.cue, Type: f.kind, Confidence: math.Round(f.conf*100) / 100, RelayedByID: f.relay,
		}}
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
	r.Medium = v.medium(f.region)
	if r.Medium == "" && f.speaker.document {
		r.Medium = f.speaker.text
	}
	if r.RelayedByID == "" {
		r.RelayedByID = v.relay(f)
	}
	r.SaidOn, r.DatePrecision = f.day, f.exact
}

// medium finds "on Twitter", "in an interview with CNN" among the words around
// a cue.
func (v *view) medium(its []item) string {
	for i := range its {
		t := &its[i]
		if t.quoted() || !(t.low == "on" || t.low == "in" || t.low == "at" || t.low == "during" || t.low == "via" || t.low == "through" || t.low == "told") {
			continue
		}
		e := v.phraseEnd(its, i+1, len(its))
		for k := i + 1; k < e; k++ {
			if !its[k].is(mediumNoun) {
				continue
			}
			for e = k + 1; e < len(its) && its[e].is(mediumNoun); e++ {
			}
			for e+1 < len(its) && (its[e].low == "with" || its[e].low == "of" || its[e].low == "to") {
				n := v.phraseEnd(its, e+1, len(its))
				if n == e+1 {
					break
				}
				e = n
			}
			if x := v.timePhraseIn(its, i, e); x > i {
				e = x
			}
			if t.low == "told" { // told a news conference
				i++
			}
			return v.textOf(its, i, e)
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
