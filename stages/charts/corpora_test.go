package charts_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"parley/schemas"
)

// corpus is what an invented corpus is made from.
type corpus struct {
	articles, copies int
	days             int // that it spans
	names            []string
	perArticle       int // statements, at most
	stray            bool
	monthly          bool // dates exact to the month only
	eras             bool // a date of the year 202 beside one of 2022
	huge             bool // figures over many orders of magnitude
}

// corpora are the cases that charts must look good in.
func corpora() map[string]corpus {
	plain := []string{"Anna Hill", "Boris Vale", "Northern Ministry of Defence", "C. Brook", "United Council", "D. Moor", "E. Field", "River Administration", "F. Stone",
		"G. Lake", "H. Wood", "I. Marsh", "J. Heath", "K. Ford", "L. Bridge", "M. Green", "N. Banks", "O. Cliff"}
	long := []string{"Oleksandr-Volodymyr Nechyporenko-Shcherbatskyi", "Ministry of Emergency Situations and Civil Protection of the Northern Federation",
		"Special Envoy of the Secretary-General for Humanitarian Corridors and the Exchange of Prisoners", "Щербаківський Олександр Миколайович", "Xu", "W\x00eird\nName", "Ng"}
	return map[string]corpus{
		"dense":   {articles: 274, copies: 20, days: 900, names: plain, perArticle: 12},
		"season":  {articles: 60, copies: 3, days: 92, names: plain, perArticle: 8},
		"twenty":  {articles: 20, days: 90, names: plain[:6], perArticle: 9},
		"five":    {articles: 5, days: 14, names: plain[:4], perArticle: 14},
		"oneday":  {articles: 3, days: 1, names: plain[:3], perArticle: 5},
		"one":     {articles: 1, days: 1, names: plain[:1], perArticle: 1},
		"empty":   {},
		"long":    {articles: 30, days: 60, names: long, perArticle: 20},
		"stray":   {articles: 200, days: 60, names: plain, perArticle: 10, stray: true, huge: true},
		"eras":    {articles: 2, days: 1, names: plain[:2], perArticle: 6, eras: true},
		"monthly": {articles: 12, days: 200, names: plain[:5], perArticle: 10, monthly: true},
	}
}

// tables invents the rows of a corpus; the same ones each time.
func (c corpus) tables() []any {
	r := rand.New(rand.NewPCG(7, uint64(c.articles)))
	start := schemas.NewDate(2022, 2, 21)
	var articles []schemas.Article
	var sentences []schemas.Sentence
	var statements []schemas.Statement
	var events []schemas.Event
	var meetings []schemas.Meeting
	var figures []schemas.Figure
	pick := func(n int) int { return int(float64(n) * math.Pow(r.Float64(), 2)) } // the first ones most
	types := []string{"CONSULT", "ACCUSE", "ASSAULT", "AGREE", "REQUEST", "REJECT", "AID", "RETREAT", "THREATEN", "SANCTION", "SUPPORT", "MOBILIZE", "COERCE", "COOPERATE", "CONCEDE", "PROTEST", "INVESTIGATE"}
	quad := map[string]int32{"CONSULT": 1, "AGREE": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "INVESTIGATE": 3}
	kinds := []string{"killed", "displaced", "wounded", "troops", "trapped", "money", "duration", "equipment", "other_count"}
	for i := range c.articles {
		day := start.AddDays(pick(c.days))
		a := schemas.Article{ArticleID: fmt.Sprintf("%012d", i), Published: day, DatePrecision: "day"}
		if c.monthly {
			a.Published, a.DatePrecision = day.MonthStart(), "month"
		}
		if c.stray && i == 0 {
			a.Published = schemas.NewDate(1994, 12, 5)
		}
		if c.eras && i == 0 {
			a.Published.Year = 202
		}
		articles = append(articles, a)
		if i < c.copies {
			a.DuplicateOf, a.DuplicateKind = a.ArticleID, "near"
			a.ArticleID += "-2"
			articles = append(articles, a)
			a.ArticleID = a.DuplicateOf
		}
		for j := range r.IntN(c.perArticle + 1) {
			who := fmt.Sprintf("actor-%02d", pick(len(c.names)))
			statements = append(statements, schemas.Statement{StatementID: fmt.Sprintf("%s/s%05d", a.ArticleID, j), ArticleID: a.ArticleID,
				SpeakerID: who, Type: []string{"direct", "indirect", "indirect", "mixed"}[r.IntN(4)]})
			score := math.Round(max(-1, min(1, r.NormFloat64()*0.4+0.2*math.Sin(float64(a.Published.Days())/40)))*10) / 10
			if j%3 != 0 {
				who = ""
			}
			sentences = append(sentences, schemas.Sentence{ArticleID: a.ArticleID, Sentence: int32(j), AboutTalks: true, TalksSentiment: &score, AttitudeOf: who})
			kind := types[pick(len(types))]
			class := quad[kind]
			if class == 0 {
				class = 4
			}
			e := schemas.Event{EventID: fmt.Sprintf("%s/e%05d", a.ArticleID, j), ArticleID: a.ArticleID, Type: kind, QuadClass: class, Status: "happened",
				SourceIDs: []string{fmt.Sprintf("actor-%02d", pick(len(c.names)))}}
			if kind == "CONSULT" && len(c.names) > 1 && j%3 > 0 {
				e.TargetIDs = []string{fmt.Sprintf("actor-%02d", (i+j)%len(c.names))}
				e.Status = []string{"happened", "planned", "denied_or_failed"}[i%3]
			}
			if j == 5 {
				e.Date, e.DatePrecision = schemas.NewDate(2014, 3, 18), "day"
			}
			e.Story = e.EventID
			if kind == "CONSULT" {
				m := schemas.Meeting{MeetingID: e.EventID, Parties: append(slices.Clone(e.SourceIDs), e.TargetIDs...), Articles: int32(1 + i%7), Status: []string{"held", "planned", "failed"}[i%3]}
				m.Level = []string{"", "leaders", "ministers", "delegations", "officials"}[i%5]
				m.Format = []string{"", "in_person", "video", "phone"}[(i+j)%4]
				m.Place = []string{"", "Rivertown", "the port of Southern Harbour-on-the-Estuary"}[i%3]
				m.Outcome = []string{"", "agreement", "progress", "none"}[i%4]
				if j%4 > 0 {
					m.Date, m.DatePrecision = day.AddDays(-j), "day"
				}
				if n := int32(i%9 + 1); j == 2 {
					m.Round = &n
				}
				meetings = append(meetings, m)
			}
			events = append(events, e)
			if j%2 == 0 {
				f := schemas.Figure{FigureID: fmt.Sprintf("%s/f%05d", a.ArticleID, j), ArticleID: a.ArticleID, Kind: kinds[pick(len(kinds))], Unit: "person", Certainty: "reported"}
				size := 2.0
				if c.huge {
					size = 5
				}
				f.Value = schemas.Num(math.Round(math.Exp(r.NormFloat64()*size + 4)))
				if f.Kind == "money" {
					f.Unit = "USD"
					*f.Value *= 1e6
				}
				if f.Kind == "displaced" {
					f.Low, f.High, f.Value = f.Value, schemas.Num(*f.Value*1.5), nil
				}
				if r.IntN(3) == 0 {
					f.Place = []string{"Rivertown", "the port of Southern Harbour-on-the-Estuary"}[r.IntN(2)]
				}
				if r.IntN(2) == 0 {
					f.AttributedToID = fmt.Sprintf("actor-%02d", pick(len(c.names)))
				}
				figures = append(figures, f)
			}
		}
	}
	var actors []schemas.Actor
	for i, n := range c.names {
		actors = append(actors, schemas.Actor{ActorID: fmt.Sprintf("actor-%02d", i), Name: n, Kind: "person", Side: []string{"ukraine", "russia", "", "ukraine"}[i%4]})
		if a := &actors[i]; a.Side == "" {
			a.Kind, a.Country = []string{"igo", "state", "person"}[i/4%3], []string{"", "XKX", "FRA"}[i/4%3]
		}
	}
	return []any{articles, actors, sentences, statements, events, figures, meetings}
}
