package meetings

import (
	"cmp"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/lexicon"
	"parley/stages/language/linking"
)

// NewCorpus returns the stage that joins the reports of all articles.
func NewCorpus(o Options) (stages.PerCorpus, error) {
	k, err := newKnowledge(o.Profile)
	if err != nil {
		return stages.PerCorpus{}, err
	}
	spellings, err := lexicon.LoadSpellings()
	if err != nil {
		return stages.PerCorpus{}, err
	}
	return stages.PerCorpus{
		Name:     "meetings",
		Doc:      "finds which articles report one meeting",
		Needs:    []string{"articles", "actors", "meeting_reports"},
		Yields:   []string{"meetings"},
		Rewrites: []string{"meeting_reports"},
		Data:     []fs.FS{lists, lexicon.SpellingFiles},
		Run: func(s stages.Store) error {
			c := &corpus{knowledge: k, spellings: spellings, articles: map[string]published{}, actors: map[string]actor{}}
			if err := c.run(s); err != nil {
				return fmt.Errorf("meetings: %w", err)
			}
			return nil
		},
	}, nil
}

// corpus is what is known of all articles. It keeps the reports of meetings, of
// actors who they act for and of articles their day.
type corpus struct {
	*knowledge
	spellings lexicon.Spellings
	articles  map[string]published
	actors    map[string]actor
}

// published is when an article came out and which one it copies.
type published struct {
	day    schemas.Date
	copyOf string
}

type actor struct{ bearer, side, kind string }

// report is a row with what it is compared by.
type report struct {
	schemas.MeetingReport
	day      schemas.Date // of publication, unknown where it is not exact to the day
	copyOf   string
	bearers  []string            // sorted
	persons  map[string][]string // of a bearer
	place    string              // in its standard spelling
	country  string              // of the place
	fullness int
}

func (c *corpus) run(s stages.Store) error {
	err := stages.Scan(s, func(a *schemas.Article) error {
		x := published{copyOf: strings.Clone(a.DuplicateOf)}
		if a.DatePrecision == "day" {
			x.day = a.Published
		}
		c.articles[strings.Clone(a.ArticleID)] = x
		return nil
	})
	if err != nil {
		return err
	}
	err = stages.Scan(s, func(a *schemas.Actor) error {
		id := strings.Clone(a.ActorID)
		c.actors[id] = actor{strings.Clone(cmp.Or(a.Country, a.ActorID)), strings.Clone(a.Side), strings.Clone(a.Kind)}
		return nil
	})
	if err != nil {
		return err
	}
	l := &linking.Linker[*report]{Keys: keys, Compare: compare, Same: same}
	err = stages.Scan(s, func(r *schemas.MeetingReport) error {
		l.Add(c.report(r))
		return nil
	})
	if err != nil {
		return err
	}
	var rows []schemas.Meeting
	of := map[string]string{} // report to its meeting
	for _, g := range l.Groups() {
		rows = append(rows, c.meeting(g))
		for _, r := range g {
			of[r.ReportID] = g[0].ReportID
		}
	}
	slices.SortFunc(rows, func(a, b schemas.Meeting) int { return strings.Compare(a.MeetingID, b.MeetingID) })
	if err := stages.Write(s, rows); err != nil {
		return err
	}
	return s.Write("meeting_reports", func(yield func(any) error) error {
		return stages.Scan(s, func(r *schemas.MeetingReport) error {
			r.MeetingID = of[r.ReportID]
			return yield(r)
		})
	})
}

func (c *corpus) report(row *schemas.MeetingReport) *report {
	r := &report{MeetingReport: *row, persons: map[string][]string{}}
	own(&r.MeetingReport)
	a := c.articles[r.ArticleID]
	r.day, r.copyOf = a.day, a.copyOf
	for _, id := range r.Parties {
		x := c.actors[id]
		b := cmp.Or(x.bearer, id)
		r.bearers = add(r.bearers, b)
		if x.kind == "person" {
			r.persons[b] = append(r.persons[b], id)
		}
	}
	slices.Sort(r.bearers)
	r.place = strings.ToLower(c.spellings.Bare(r.Place))
	r.country = c.country(r.Place)
	r.fullness = 4*len(r.bearers) + len(r.Parties)
	for _, told := range []bool{r.DatePrecision == "day", r.DatePrecision == "day", r.Place != "", r.Round != nil, r.Level != "", r.Format != "", r.Status == held, r.copyOf == ""} {
		if told {
			r.fullness += 3
		}
	}
	return r
}

// country is that of a place, "" where it is not known.
func (k *knowledge) country(place string) string {
	return cmp.Or(k.towns[place], k.states[place])
}

// own makes a row that is lent the stage's own.
func own(r *schemas.MeetingReport) {
	for _, t := range []*string{&r.ReportID, &r.ArticleID, &r.MeetingID, &r.Anchor, &r.DatePrecision, &r.Place, &r.Level, &r.Format, &r.Status, &r.Outcome} {
		*t = strings.Clone(*t)
	}
	for _, list := range []*[]string{&r.EventIDs, &r.Parties, &r.Hosts} {
		*list = slices.Clone(*list)
		for i := range *list {
			(*list)[i] = strings.Clone((*list)[i])
		}
	}
	if r.Round != nil {
		n := *r.Round
		r.Round = &n
	}
	if r.OutcomeSentence != nil {
		n := *r.OutcomeSentence
		r.OutcomeSentence = &n
	}
}
