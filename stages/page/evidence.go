package page

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// limit is how many rows a chart shows.
const limit = 200

// facts are the numbers at the head of the page.
type facts struct {
	Articles, Originals, Copies, Undated   int
	Sentences, Statements, Figures, Events int
	First, Last                            string
	Rejects                                int
	Reasons                                []reason
}

// reason counts the inputs that were refused for it.
type reason struct {
	Code  string
	Count int
}

// item is one row behind a chart.
type item struct {
	Date      string
	Label     string
	Quote     quote
	Title     string
	Publisher string
	URL       string // https or http
	Source    string
	row
}

// row is where an item comes from, and how much it counts when there is no
// room for all.
type row struct {
	group      string
	article    string
	sentence   int32
	start, end int32
	strength   float64
	day        schemas.Date
	month      bool // day is exact to the month only
}

// better orders rows: the strongest first, then the most recent; the rest of
// the key makes the order one.
func better(a, b item) int {
	return cmp.Or(cmp.Compare(b.strength, a.strength), b.day.Compare(a.day), strings.Compare(a.article, b.article), cmp.Compare(a.start, b.start))
}

// evidence gathers the rows behind the charts.
type evidence struct {
	charts []*gatherer
	dated  []dated // originals with a date, in order of their ids
	names  map[string]string
	blocs  map[string]string // actor to its side, or else its country
	facts  facts
}

// dated is an original with a date.
type dated struct {
	id    string
	day   schemas.Date
	month bool // exact to the month only
}

func newEvidence(charts []*chart) *evidence {
	e := &evidence{names: map[string]string{}, blocs: map[string]string{}}
	for _, c := range charts {
		e.charts = append(e.charts, newGatherer(c))
	}
	return e
}

func (e *evidence) read(s stages.Store) error {
	if err := errors.Join(e.readArticles(s), e.readNames(s)); err != nil {
		return err
	}
	err := errors.Join(
		stages.Scan(s, e.statement),
		stages.Scan(s, e.figure),
		stages.Scan(s, e.event),
		stages.Scan(s, e.position),
		stages.Scan(s, e.sentence),
		e.readRejects(s),
	)
	if err != nil {
		return err
	}
	for _, g := range e.charts {
		g.finish()
	}
	return errors.Join(e.quote(s), e.cite(s))
}

func (e *evidence) readArticles(s stages.Store) error {
	var first, last dated
	err := stages.Scan(s, func(a *schemas.Article) error {
		e.facts.Articles++
		if a.DuplicateOf != "" {
			e.facts.Copies++
			return nil
		}
		e.facts.Originals++
		if a.DatePrecision != "day" && a.DatePrecision != "month" {
			e.facts.Undated++
			return nil
		}
		d := dated{strings.Clone(a.ArticleID), a.Published, a.DatePrecision == "month"}
		e.dated = append(e.dated, d)
		if first.id == "" || d.day.Before(first.day) {
			first = d
		}
		if last.id == "" || last.day.Before(d.day) {
			last = d
		}
		return nil
	})
	e.facts.First, e.facts.Last = when(first.day, first.month), when(last.day, last.month)
	return err
}

func (e *evidence) readNames(s stages.Store) error {
	return stages.Scan(s, func(a *schemas.Actor) error {
		id := strings.Clone(a.ActorID)
		e.names[id], e.blocs[id] = strings.Clone(a.Name), strings.Clone(cmp.Or(a.Side, a.Country))
		return nil
	})
}

func (e *evidence) readRejects(s stages.Store) error {
	count := map[string]int{}
	err := stages.Scan(s, func(r *schemas.Reject) error {
		e.facts.Rejects++
		count[strings.Clone(r.Reason)]++
		return nil
	})
	for _, code := range slices.Sorted(maps.Keys(count)) {
		e.facts.Reasons = append(e.facts.Reasons, reason{strings.ReplaceAll(code, "_", " "), count[code]})
	}
	return err
}

// article finds an original with a date.
func (e *evidence) article(id string) (dated, bool) {
	i, ok := slices.BinarySearchFunc(e.dated, id, func(d dated, id string) int { return strings.Compare(d.id, id) })
	if !ok {
		return dated{}, false
	}
	return e.dated[i], true
}

// offer gives a row to the charts that count it.
func (e *evidence) offer(table string, r row, label func() string) {
	for _, g := range e.charts {
		if g.wants(table, r) {
			g.keep(r, label)
		}
	}
}

func (e *evidence) statement(r *schemas.Statement) error {
	e.facts.Statements++
	a, ok := e.article(r.ArticleID)
	if !ok || r.SpeakerID == "" || r.RepeatOf != "" {
		return nil
	}
	e.offer("statements", row{r.SpeakerID, a.id, r.Sentence, r.Start, r.End, 0, a.day, a.month}, func() string {
		return e.name(r.SpeakerID) + ", " + r.Type
	})
	return nil
}

func (e *evidence) figure(r *schemas.Figure) error {
	e.facts.Figures++
	a, ok := e.article(r.ArticleID)
	if !ok || r.Certainty == "projected" || r.Certainty == "hypothetical" || r.Value == nil && r.Low == nil && r.High == nil {
		return nil
	}
	group := strings.Join([]string{r.Kind, r.Unit, cmp.Or(r.Place, "any"), cmp.Or(r.Counted, "any"), cmp.Or(r.Basis, "any")}, "/")
	e.offer("figures", row{group, a.id, r.Sentence, r.Start, r.End, 0, a.day, a.month}, func() string {
		who := "the article"
		if r.AttributedToID != "" {
			who = e.name(r.AttributedToID)
		}
		return strings.ReplaceAll(r.Kind, "_", " ") + ", says " + who
	})
	return nil
}

func (e *evidence) event(r *schemas.Event) error {
	e.facts.Events++
	a, ok := e.article(r.ArticleID)
	if !ok || r.Status == "denied_or_failed" {
		return nil
	}
	day, month := a.day, a.month
	if !r.Date.IsZero() {
		if r.DatePrecision == "year" {
			return nil // in no chart over time
		}
		day, month = r.Date, r.DatePrecision == "month"
	}
	e.offer("events", row{r.Type, a.id, r.Sentence, r.Start, r.End, 0, day, month}, func() string {
		label := r.Type[:1] + strings.ToLower(r.Type[1:])
		if r.Status != "happened" {
			label += " (" + r.Status + ")"
		}
		if len(r.SourceIDs) > 0 {
			label += ": " + e.list(r.SourceIDs)
		}
		if len(r.TargetIDs) > 0 {
			label += " → " + e.list(r.TargetIDs)
		}
		return label
	})
	return nil
}

func (e *evidence) position(r *schemas.Position) error {
	a, ok := e.article(r.ArticleID)
	bloc := e.blocs[r.ActorID]
	if !ok || bloc == "" {
		return nil
	}
	day, month := a.day, a.month
	switch {
	case r.HeldOn.IsZero() && r.Background || r.DatePrecision == "year":
		return nil // in no chart
	case !r.HeldOn.IsZero():
		day, month = r.HeldOn, r.DatePrecision == "month"
	}
	e.offer("positions", row{r.Issue + "/" + bloc, a.id, r.Sentence, r.Start, r.End, r.Confidence, day, month}, func() string {
		label := e.name(r.ActorID) + " " + r.Stance + ": " + r.Issue
		if r.Stance == "conditional" {
			label = e.name(r.ActorID) + ", on a condition: " + r.Issue
		}
		return label
	})
	return nil
}

func (e *evidence) sentence(r *schemas.Sentence) error {
	e.facts.Sentences++
	a, ok := e.article(r.ArticleID)
	if !ok || !r.AboutTalks || r.TalksSentiment == nil || *r.TalksSentiment == 0 {
		return nil
	}
	score := *r.TalksSentiment
	group := fmt.Sprintf("%s %t", a.day.MonthStart(), score > 0)
	e.offer("sentences", row{group, a.id, r.Sentence, r.Start, r.Start, math.Abs(score), a.day, a.month}, func() string {
		label := strings.Replace(fmt.Sprintf("%+.2f", score), "-", "−", 1)
		if r.AttitudeOf != "" {
			label += ", " + e.name(r.AttitudeOf)
		}
		return label
	})
	return nil
}

func (e *evidence) name(id string) string { return cut(cmp.Or(e.names[id], id), 80) }

func (e *evidence) list(ids []string) string {
	var all []string
	for _, id := range ids[:min(len(ids), 4)] {
		all = append(all, e.name(id))
	}
	if len(ids) > len(all) {
		all = append(all, "…")
	}
	return strings.Join(all, ", ")
}

// quote finds the sentences of the rows that are shown.
func (e *evidence) quote(s stages.Store) error {
	type place struct {
		article  string
		sentence int32
	}
	want := map[place][]*item{}
	for _, g := range e.charts {
		for i := range g.chart.Items {
			it := &g.chart.Items[i]
			k := place{it.article, it.row.sentence}
			want[k] = append(want[k], it)
		}
	}
	return stages.Scan(s, func(r *schemas.Sentence) error {
		for _, it := range want[place{r.ArticleID, r.Sentence}] {
			it.Quote = quoteOf(r.Text, int(it.start-r.Start), int(it.end-r.Start))
		}
		return nil
	})
}

// cite finds the articles of the rows that are shown.
func (e *evidence) cite(s stages.Store) error {
	want := map[string][]*item{}
	for _, g := range e.charts {
		for i := range g.chart.Items {
			it := &g.chart.Items[i]
			want[it.article] = append(want[it.article], it)
		}
	}
	return stages.Scan(s, func(a *schemas.Article) error {
		for _, it := range want[a.ArticleID] {
			it.Title, it.Publisher, it.Source = cut(a.Title, 160), cut(a.Publisher, 80), cut(a.SourceURI, 160)
			if strings.HasPrefix(a.URL, "https://") || strings.HasPrefix(a.URL, "http://") {
				it.URL = strings.Clone(a.URL)
			}
		}
		return nil
	})
}
