package events

import (
	"cmp"
	"io/fs"
	"math"
	"slices"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/nations"
	"parley/stages/language/places"
	"parley/stages/language/speech"
	"parley/stages/language/trees"
)

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
	Least   float64      // confidence from which on an event is written; 0 for the one that is best for counts
	Trace   func(Choice) // sees each choice that is made by weights, as training needs; nil for none
}

// New returns the stage.
func New(o Options) (stages.PerArticle, error) {
	l, err := newVocabulary(o.Profile)
	if err != nil {
		return stages.PerArticle{}, err
	}
	l.trace, l.least = o.Trace, cmp.Or(o.Least, leastConfidence)
	return stages.PerArticle{
		Name:      "events",
		Doc:       "finds who did what to whom",
		Languages: []string{"en"},
		Needs:     []stages.Layer{stages.LayerArticle, stages.LayerSentences, stages.LayerReading, stages.LayerClauses, stages.LayerMentions, stages.LayerStatements},
		Yields:    stages.LayerEvents,
		Data:      []fs.FS{lists, nations.Files, places.Files},
		Run: func(d *stages.Document) error {
			d.Events, d.Tellings = l.run(d)
			return nil
		},
	}, nil
}

// article is an article while its events are looked for.
type article struct {
	*vocabulary
	doc       *stages.Document
	speech    *speech.Index
	state     map[string]string // ISO code to the id of the article's actor that is the state
	offices   *offices
	sentences []*sentence    // made when first asked for
	filled    []*mention     // those whose parties are known, in order
	count     map[string]int // actor to how often it is named; nil until first asked for
	most      int            // the largest of these
}

// sentence is a sentence with its tree and the actors that it names.
type sentence struct {
	*article
	num  int
	tok  []stages.Token
	tree trees.Tree
	at   []*stages.Mention // token to the mention that covers it, nil for none
	long map[string]bool   // its longer words; nil until first asked for
}

// mention is one place that tells of an event.
type mention struct {
	schemas.Event
	trigger  *stages.Trigger
	place    stages.Place      // of its trigger
	from, to int               // tokens of its anchor
	lemma    string            // of the verb, or of that from which its noun comes
	timed    bool              // a time stands in its sentence
	clausal  bool              // its date is of its own sentence
	sure     float64           // log odds of its date
	words    map[string]string // a party's words
}

func (l *vocabulary) run(d *stages.Document) ([]schemas.Event, []stages.Telling) {
	if len(d.Reading.Sentences) == 0 {
		return nil, nil
	}
	a := &article{vocabulary: l, doc: d, speech: speech.New(d), state: map[string]string{}, sentences: make([]*sentence, len(d.Sentences))}
	a.offices = newOffices(d, l.talk)
	for _, x := range d.Actors {
		if x.Kind == "state" && x.Country != "" && a.state[x.Country] == "" {
			a.state[x.Country] = x.ID
		}
	}
	all := a.detect()
	for i := range all {
		m := &all[i]
		s := a.sentence(int(m.Sentence))
		a.fill(m)
		if m.Place = s.where(m); m.Place == "" {
			m.Place = a.struck(m.trigger.Target)
		}
		a.locate(m)
		s.talks(m)
	}
	a.date(all)
	pairs := a.pairs(all)
	a.share(all, pairs)
	for i := range all {
		a.news(&all[i].Event, all[i].clausal)
	}
	return a.merge(all, pairs)
}

// leastConfidence is how sure the reading must be that a word tells an event of
// just that type. Chosen on the coded articles that the reader was not trained on:
// less finds more of them, and as many more that are none.
const leastConfidence = 0.40

// detect makes a row of each word that tells an event by the reading.
func (a *article) detect() (all []mention) {
	d := a.doc
	for i := range d.Reading.Sentences {
		triggers := d.Reading.Sentences[i].Triggers
		for k := range triggers {
			t := &triggers[k]
			if len(t.Types) == 0 || len(t.Status) == 0 || float64(t.P*t.Types[0].P) < a.least || a.least == leastConfidence && t.P < d.Reading.Thresholds.Event {
				continue
			}
			typ := a.types[t.Types[0].Label]
			s := a.sentence(i)
			c := s.clause(int(t.Token))
			if c != nil && c.Factuality == stages.AskedFor {
				d.Notes = append(d.Notes, stages.Note{Stage: "events", Code: "asked_for", Detail: s.word(int(t.Token))})
				continue // "demanded that they withdraw" is a demand and no withdrawal
			}
			from, to := s.anchor(int(t.Token))
			start, end := s.tok[from].Start, s.tok[to-1].End
			e := schemas.Event{
				ArticleID: d.Article.ArticleID, Sentence: int32(i),
				Start: d.CodePoint(start), End: d.CodePoint(end), Anchor: d.Article.Text[start:end],
				Type: t.Types[0].Label, CameoRoot: typ.cameo, QuadClass: typ.quad,
				Status: status(t, c), Background: t.Background >= d.Reading.Thresholds.Background,
				Confidence: math.Round(float64(t.P*t.Types[0].P)*100) / 100,
			}
			if st := s.said(from, to); st != nil {
				e.StatementID = st.StatementID
			}
			lemma := s.tok[t.Token].Lemma
			if c := stages.ClauseAt(d.Clauses[i], int(t.Token)); c != nil && c.Lemma != "" {
				lemma = c.Lemma
			}
			all = append(all, mention{Event: e, trigger: t, place: stages.Place{Sentence: int32(i), Token: t.Token}, from: from, to: to, lemma: lemma})
		}
	}
	return all
}

// surelyPlanned is how sure the reading must be that an event is to come which
// its clause tells as done.
const surelyPlanned = 0.8

// status is the likeliest by the reading, unless that is planned, not surely so,
// and the clause tells of it as done.
func status(t *stages.Trigger, c *stages.Clause) string {
	first := t.Status[0]
	done := c != nil && c.Factuality == stages.Happened && c.Tense == stages.Past
	if statuses[first.Label] == planned && done && first.P < surelyPlanned && len(t.Status) > 1 {
		first = t.Status[1]
	}
	return statuses[first.Label]
}

// statuses are the values of events.status by what the reading calls them.
var statuses = map[string]string{"happened": happened, "ongoing": ongoing, "planned": planned, "denied": failed}

// The values of events.status.
const (
	happened = "happened"
	ongoing  = "ongoing"
	planned  = "planned"
	failed   = "denied_or_failed"
)

// anchor is the trigger with the particle of its verb: "called off".
func (s *sentence) anchor(i int) (from, to int) {
	if p := s.tree.Child(i, stages.RelCompound); p == i+1 && s.tok[p].Rel == stages.RelCompoundPrt {
		return i, i + 2
	}
	return i, i + 1
}

func (a *article) sentence(i int) *sentence {
	if a.sentences[i] == nil {
		s := &sentence{article: a, num: i, tok: a.doc.Sentences[i].Tokens}
		s.tree.Reset(s.tok)
		s.at = make([]*stages.Mention, len(s.tok))
		from, _ := slices.BinarySearchFunc(a.doc.Mentions, int32(i), func(m stages.Mention, n int32) int { return cmp.Compare(m.Sentence, n) })
		for k := from; k < len(a.doc.Mentions) && int(a.doc.Mentions[k].Sentence) == i; k++ {
			m := &a.doc.Mentions[k]
			for j := m.From; j < m.To && j < len(s.at); j++ {
				if o := s.at[j]; o == nil || o.To-o.From < m.To-m.From { // of those that overlap the longer
					s.at[j] = m
				}
			}
		}
		a.sentences[i] = s
	}
	return a.sentences[i]
}

func (s *sentence) word(i int) string {
	if i < 0 || i >= len(s.tok) {
		return ""
	}
	return s.tok[i].Lower
}

func (s *sentence) is(class string, i int) bool { return s.words[class][s.word(i)] }

// closes reports whether a clause ends before the token.
func (s *sentence) closes(i int) bool {
	if i < 0 || i >= len(s.tok) {
		return true
	}
	switch s.word(i) {
	case ";", ":", ".", "?", "!", "—", "–", "(", ")":
		return true
	}
	return s.tok[i].UPOS == stages.PosSconj
}
