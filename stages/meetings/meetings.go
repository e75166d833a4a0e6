package meetings

import (
	"fmt"
	"io/fs"
	"math"
	"slices"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/nations"
	"parley/stages/language/times"
	"parley/stages/language/trees"
)

// Options configures the stage.
type Options struct {
	Profile *stages.Profile
}

// New returns the stage that finds the meetings of an article.
func New(o Options) (stages.PerArticle, error) {
	k, err := newKnowledge(o.Profile)
	if err != nil {
		return stages.PerArticle{}, err
	}
	return stages.PerArticle{
		Name:      "meetings",
		Doc:       "finds who met whom, each meeting once",
		Languages: []string{"en"},
		Needs:     []stages.Layer{stages.LayerArticle, stages.LayerSentences, stages.LayerClauses, stages.LayerReading, stages.LayerMentions, stages.LayerEvents},
		Yields:    stages.LayerMeetings,
		Data:      []fs.FS{lists, nations.Files},
		Run: func(d *stages.Document) error {
			d.Meetings = k.read(d).reports()
			return nil
		},
	}, nil
}

// read finds the tellings of an article.
func (k *knowledge) read(d *stages.Document) *article {
	a := &article{knowledge: k, doc: d, trees: make([]*trees.Tree, len(d.Sentences)), seen: map[string]bool{}}
	if len(d.Reading.Sentences) == 0 {
		return a
	}
	reader := times.NewReader(&d.Article, k.profile.Start)
	for i := range d.Sentences {
		a.times = append(a.times, reader.Read(d.Sentences[i].Tokens))
	}
	a.places()
	a.tellings()
	return a
}

// reports are the meetings that the article tells of.
func (a *article) reports() (rows []schemas.MeetingReport) {
	m := a.models["meeting"]
	for _, g := range a.groups() {
		if s := m.score(a.evidence(g)); s > 0 && named(g) {
			rows = append(rows, a.report(g, s))
		}
	}
	slices.SortStableFunc(rows, func(x, y schemas.MeetingReport) int { return int(x.Start - y.Start) })
	for i := range rows {
		rows[i].ReportID = fmt.Sprintf("%s/m%05d", a.doc.Article.ArticleID, i)
		rows[i].MeetingID = rows[i].ReportID // until other articles are known
	}
	return rows
}

// named reports whether any party is told: who nobody knows to have met is no use.
func named(g group) bool {
	return slices.ContainsFunc(g, func(t *telling) bool { return len(t.parties) > 0 })
}

// report is the row of a meeting.
func (a *article) report(g group, score float64) schemas.MeetingReport {
	best := slices.MaxFunc(g, func(x, y *telling) int { return fullness(x) - fullness(y) })
	r := schemas.MeetingReport{
		ArticleID: best.ArticleID, Sentence: best.Sentence, Start: best.Start, End: best.End, Anchor: best.Anchor,
		Background: true, Confidence: math.Round(100/(1+math.Exp(-score))) / 100,
	}
	for _, t := range g {
		r.EventIDs = add(r.EventIDs, t.EventID)
		for _, id := range t.parties {
			r.Parties = add(r.Parties, id)
		}
		r.Background = r.Background && t.Background
		if r.Round == nil {
			r.Round = t.Round
		}
	}
	if a.bothSides(g, r.Parties) {
		for _, x := range a.doc.Actors {
			if x.Kind == "state" && x.Side != "" {
				r.Parties = add(r.Parties, x.ID)
			}
		}
	}
	slices.Sort(r.EventIDs)
	slices.Sort(r.Parties)
	f := a.facts(g)
	r.Status = a.statusOf(g, f)
	r.Date, r.DatePrecision = a.date(g, r.Status)
	r.Format = a.formatOf(f)
	if c := a.models["place"].choose(a.whereabouts(g, r.Status), leastPlace); c != nil && r.Format == "in_person" {
		r.Place = c.name // who calls has none
	}
	r.Level = a.level(g, r.Parties)
	if value, n := a.outcome(g, r.Status); value != "" {
		at := int32(n)
		r.Outcome, r.OutcomeSentence = value, &at
	}
	return r
}

// bothSides reports whether a meeting is of the sides of the conflict although the
// text names no two parties: negotiations on its settlement, by one of them.
func (a *article) bothSides(g group, parties []string) bool {
	if len(a.bearers(parties)) > 1 {
		return false
	}
	for _, id := range parties {
		if x, _ := a.doc.Actor(id); x.Side == "" {
			return false
		}
	}
	return slices.ContainsFunc(g, func(t *telling) bool {
		return t.noun && a.words["negotiation"][t.lemma] && a.doc.Reading.Sentences[t.Sentence].Talks >= a.doc.Reading.Thresholds.Talks
	})
}

// fullness counts what a telling tells.
func fullness(t *telling) int {
	n := 4 * len(t.parties)
	if !t.Date.IsZero() {
		n += 3
	}
	if t.place != "" {
		n += 2
	}
	if t.StatementID == "" {
		n++
	}
	return n
}

// most is the value that most tellings give, the first of several; "" when none
// gives one.
func most(g group, value func(*telling) string) (best string) {
	n := map[string]int{}
	for _, t := range g {
		if v := value(t); v != "" {
			n[v]++
		}
	}
	for _, t := range g {
		if v := value(t); v != "" && n[v] > n[best] {
			best = v
		}
	}
	return best
}

// From which log odds on a day or place is taken: a wrong one makes two meetings
// of one, so a day must be likelier than a place.
const (
	leastDay   = -0.5
	leastPlace = -1.5
)

// date is the likeliest day, month or year.
func (a *article) date(g group, status string) (schemas.Date, string) {
	c := a.models["day"].choose(a.days(g, status), leastDay)
	if c == nil {
		return schemas.Date{}, ""
	}
	d, err := schemas.ParseDate(c.name)
	if err != nil {
		panic("meetings: " + err.Error())
	}
	return d, c.precision
}

// statusOf is planned or failed where what has been learned says so, else
// whether most tellings let it go on.
func (a *article) statusOf(g group, f features) string {
	switch p, q := a.models["planned"].score(f), a.models["failed"].score(f); {
	case p > 0 && p > q:
		return planned
	case q > 0:
		return failed
	}
	if most(g, func(t *telling) string { return t.Status }) == ongoing {
		return ongoing
	}
	return held
}

// formatOf is by phone or by video where what has been learned says so, and in
// person where the text lets one think that it is told.
func (a *article) formatOf(f features) string {
	switch p, v := a.models["phone"].score(f), a.models["video"].score(f); {
	case v > 0 && v > p:
		return "video"
	case p > 0:
		return "phone"
	}
	return "in_person"
}

func (a *article) level(g group, parties []string) string {
	v := most(g, func(t *telling) string { return t.Level })
	switch v {
	case "working_groups", "mediators":
		return "officials"
	}
	return v
}
