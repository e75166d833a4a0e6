package aggregate

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages/stagetest"
)

// aggregate runs the stage on some tables.
func aggregate(t *testing.T, tables ...any) *stagetest.Store {
	t.Helper()
	stage, err := New(Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := stagetest.NewStore(tables...)
	if err := stage.Run(s); err != nil {
		t.Fatal(err)
	}
	return s
}

func date(s string) schemas.Date {
	d, err := schemas.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

func art(id, day string) schemas.Article {
	return schemas.Article{ArticleID: id, Published: date(day), DatePrecision: "day"}
}

func copyOf(id, original, day string) schemas.Article {
	a := art(id, day)
	a.DuplicateOf, a.DuplicateKind = original, "near"
	return a
}

var people = []schemas.Actor{
	{ActorID: "a-minister", Name: "A. Minister", Kind: "person", Country: "AAA", Side: "north"},
	{ActorID: "b-envoy", Name: "B. Envoy", Kind: "person", Country: "BBB", Side: "south"},
	{ActorID: "c-host", Name: "C. Host", Kind: "person", Country: "CCC"},
	{ActorID: "d-crowd", Name: "D. Crowd", Kind: "group"},
}

// said makes the n-th statement of an article.
func said(article string, n int, speaker, kind string) schemas.Statement {
	return schemas.Statement{StatementID: fmt.Sprintf("%s/s%05d", article, n), ArticleID: article, SpeakerID: speaker, Type: kind}
}

func feels(article string, n int, who string, score float64) schemas.Sentence {
	class := int32(0)
	if score != 0 {
		class = int32(math.Copysign(1, score))
	}
	return schemas.Sentence{ArticleID: article, Sentence: int32(n), AboutTalks: true, TalksSentiment: &score, Attitude: &class, AttitudeOf: who}
}

func TestFrequency(t *testing.T) {
	about := said("1", 2, "a-minister", "mixed")
	about.AboutTalks = true
	s := aggregate(t, people,
		[]schemas.Article{
			art("1", "2022-03-06"), // a Sunday
			art("2", "2022-03-07"), // the Monday after
			copyOf("3", "1", "2022-03-08"),
			{ArticleID: "4"}, // undated
			{ArticleID: "5", Published: date("2022-03-01"), DatePrecision: "month"},
			{ArticleID: "6", Published: date("2022-01-01"), DatePrecision: "year"},
		},
		[]schemas.Statement{
			said("1", 0, "a-minister", "direct"), said("1", 1, "b-envoy", "indirect"), about, said("1", 3, "", "direct"),
			said("2", 0, "a-minister", "indirect"),
			said("3", 0, "a-minister", "direct"), said("4", 0, "a-minister", "direct"),
			said("5", 0, "c-host", "direct"), said("6", 0, "c-host", "direct"),
		})
	north := schemas.StatementFrequency{ActorID: "a-minister", Name: "A. Minister", Side: "north"}
	south := schemas.StatementFrequency{ActorID: "b-envoy", Name: "B. Envoy", Side: "south"}
	host := schemas.StatementFrequency{ActorID: "c-host", Name: "C. Host"}
	row := func(r schemas.StatementFrequency, period, start string, direct, indirect, mixed, about, articles int32, share float64) schemas.StatementFrequency {
		r.Period, r.PeriodStart = period, date(start)
		r.Direct, r.Indirect, r.Mixed, r.Statements = direct, indirect, mixed, direct+indirect+mixed
		r.AboutTalks, r.Articles, r.Share, r.Utterances = about, articles, share, r.Statements // none repeats another
		return r
	}
	want := []schemas.StatementFrequency{
		row(north, "day", "2022-03-06", 1, 0, 1, 1, 2, 2./3),
		row(south, "day", "2022-03-06", 0, 1, 0, 0, 2, 1./3),
		row(north, "day", "2022-03-07", 0, 1, 0, 0, 1, 1),
		row(north, "month", "2022-03-01", 1, 1, 1, 1, 3, 3./5),
		row(south, "month", "2022-03-01", 0, 1, 0, 0, 2, 1./5),
		row(host, "month", "2022-03-01", 1, 0, 0, 0, 1, 1./5),
		row(north, "week", "2022-02-28", 1, 0, 1, 1, 2, 2./3),
		row(south, "week", "2022-02-28", 0, 1, 0, 0, 2, 1./3),
		row(north, "week", "2022-03-07", 0, 1, 0, 0, 1, 1),
	}
	same(t, stagetest.Rows[schemas.StatementFrequency](s), want)
}

// A pull-quote counts once; what another article printed before is a report of
// its own.
func TestFrequencyOfRepeats(t *testing.T) {
	pullQuote, again := said("1", 1, "a-minister", "direct"), said("1_2", 0, "a-minister", "direct")
	pullQuote.RepeatOf, again.RepeatOf = "1/s00000", "1/s00000"
	s := aggregate(t, people,
		[]schemas.Article{art("1", "2022-03-06"), art("1_2", "2022-03-06")},
		[]schemas.Statement{said("1", 0, "a-minister", "direct"), pullQuote, again})
	if r := stagetest.Rows[schemas.StatementFrequency](s)[0]; r.Statements != 2 || r.Articles != 2 || r.Utterances != 1 {
		t.Errorf("%d statements in %d articles, %d of them new, want 2 in 2 and 1", r.Statements, r.Articles, r.Utterances)
	}
}

func TestTalksSentimentGroups(t *testing.T) {
	s := aggregate(t, people,
		[]schemas.Article{art("1", "2022-03-06"), copyOf("2", "1", "2022-03-06")},
		[]schemas.Sentence{
			feels("1", 0, "", 0.5), feels("1", 1, "a-minister", -1), feels("1", 2, "c-host", 0),
			{ArticleID: "1", Sentence: 3}, feels("2", 0, "", 1),
		})
	got := map[string]schemas.TalksSentiment{}
	for _, r := range stagetest.Rows[schemas.TalksSentiment](s) {
		if r.Period == "month" {
			got[r.Group+" "+r.GroupID] = r
		}
		if r.CILow != nil || r.CIHigh != nil {
			t.Errorf("one article gives no interval: %+v", r)
		}
		if r.Articles != 2 {
			t.Errorf("an original and its copy are two articles: %+v", r)
		}
	}
	for name, want := range map[string]struct {
		mean                        float64
		positive, neutral, negative int32
	}{
		"all all": {-0.5 / 3, 1, 1, 1}, "voice article": {0.5, 1, 0, 0}, "voice quoted": {-0.5, 0, 1, 1},
		"actor a-minister": {-1, 0, 0, 1}, "actor c-host": {0, 0, 1, 0}, "side north": {-1, 0, 0, 1},
	} {
		r, ok := got[name]
		if !ok || math.Abs(r.Mean-want.mean) > 1e-6 || r.Positive != want.positive || r.Neutral != want.neutral || r.Negative != want.negative {
			t.Errorf("%s: got %+v, want %+v", name, r, want)
		}
		delete(got, name)
	}
	if len(got) > 0 {
		t.Errorf("unexpected groups: %v", got)
	}
}

func TestTalksSentimentInterval(t *testing.T) {
	interval := func(scores ...float64) (mean, low, high float64) {
		var articles []schemas.Article
		var sentences []schemas.Sentence
		for i, v := range scores {
			id := fmt.Sprintf("%03d", i)
			articles = append(articles, art(id, "2022-03-06"))
			sentences = append(sentences, feels(id, 0, "", v), feels(id, 1, "", v))
		}
		rows := stagetest.Rows[schemas.TalksSentiment](aggregate(t, articles, sentences))
		return rows[0].Mean, *rows[0].CILow, *rows[0].CIHigh
	}
	// Articles that all say the same leave no doubt, to the last bit.
	if mean, low, high := interval(0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3); mean != 0.3 || low != 0.3 || high != 0.3 {
		t.Errorf("one value: %v [%v, %v], want 0.3 throughout", mean, low, high)
	}
	// Of two articles, one draw in four is twice the lower and one twice the higher.
	if mean, low, high := interval(-0.5, 1); mean != 0.25 || low != -0.5 || high != 1 {
		t.Errorf("two articles: %v [%v, %v], want 0.25 [-0.5, 1]", mean, low, high)
	}
	// 50 of 100 at +1, the others at −1: the mean's standard error is 0.1.
	var coins []float64
	for i := range 100 {
		coins = append(coins, float64(i%2*2-1))
	}
	if mean, low, high := interval(coins...); mean != 0 || math.Abs(low+0.196) > 0.03 || math.Abs(high-0.196) > 0.03 {
		t.Errorf("100 coins: %v [%v, %v], want about 0 [-0.196, 0.196]", mean, low, high)
	}
}

func TestDyads(t *testing.T) {
	event := func(n int, article, kind string, from, to []string) schemas.Event {
		return schemas.Event{EventID: fmt.Sprintf("%s/e%05d", article, n), ArticleID: article, Type: kind, SourceIDs: from, TargetIDs: to, Status: "happened"}
	}
	dated := event(8, "1", "AID", []string{"c-host"}, nil)
	dated.Date, dated.DatePrecision = date("2022-02-10"), "day"
	rough := event(9, "1", "RETREAT", nil, nil)
	rough.Date, rough.DatePrecision = date("2022-02-01"), "month"
	vague := event(10, "1", "PROTEST", nil, nil)
	vague.Date, vague.DatePrecision = date("2014-01-01"), "year"
	denied := event(11, "1", "AGREE", []string{"a-minister", "b-envoy"}, nil)
	denied.Status = "denied_or_failed"
	known := event(12, "1", "INVESTIGATE", []string{"a-minister"}, nil)
	known.Background = true
	s := aggregate(t, people, []schemas.Article{art("1", "2022-03-06"), copyOf("2", "1", "2022-03-06")}, []schemas.Event{
		event(0, "1", "CONSULT", []string{"b-envoy", "a-minister"}, nil),
		event(1, "1", "CONSULT", []string{"a-minister", "b-envoy", "c-host"}, nil),
		event(2, "1", "SANCTION", []string{"a-minister", "c-host"}, nil),
		event(3, "1", "ACCUSE", []string{"a-minister"}, []string{"b-envoy", "d-crowd", "b-envoy"}),
		event(4, "1", "ASSAULT", nil, []string{"d-crowd"}),
		event(5, "2", "ASSAULT", nil, []string{"d-crowd"}), // in a copy
		event(6, "1", "CONSULT", []string{"a-minister", "a-minister"}, nil),
		dated, rough, vague, denied, known,
	})
	var got []string
	for _, r := range stagetest.Rows[schemas.EventCount](s) {
		if r.Period != "week" {
			got = append(got, fmt.Sprintf("%s %s %s %s>%s %d/%d", r.Period, r.PeriodStart, r.Type, r.SourceSide, r.TargetSide, r.Events, r.Articles))
		}
	}
	same(t, got, []string{
		"day 2022-02-10 AID CCC>none 1/2",
		"day 2022-03-06 ACCUSE north>other 1/2",
		"day 2022-03-06 ACCUSE north>south 1/2",
		"day 2022-03-06 ASSAULT unknown>other 1/2",
		"day 2022-03-06 CONSULT CCC>north 1/2",
		"day 2022-03-06 CONSULT CCC>south 1/2",
		"day 2022-03-06 CONSULT north>none 1/2",
		"day 2022-03-06 CONSULT north>south 2/2",
		"day 2022-03-06 SANCTION CCC>none 1/2",
		"day 2022-03-06 SANCTION north>none 1/2",
		"month 2022-02-01 AID CCC>none 1/2",
		"month 2022-02-01 RETREAT unknown>none 1/2",
		"month 2022-03-01 ACCUSE north>other 1/2",
		"month 2022-03-01 ACCUSE north>south 1/2",
		"month 2022-03-01 ASSAULT unknown>other 1/2",
		"month 2022-03-01 CONSULT CCC>north 1/2",
		"month 2022-03-01 CONSULT CCC>south 1/2",
		"month 2022-03-01 CONSULT north>none 1/2",
		"month 2022-03-01 CONSULT north>south 2/2",
		"month 2022-03-01 SANCTION CCC>none 1/2",
		"month 2022-03-01 SANCTION north>none 1/2",
	})
}

func TestSeries(t *testing.T) {
	num := schemas.Num
	n := 0
	figure := func(article, who, place string, value, low, high *float64) schemas.Figure {
		n++
		return schemas.Figure{
			FigureID: fmt.Sprintf("%s/f%05d", article, n), ArticleID: article, AttributedToID: who, Place: place,
			Value: value, Low: low, High: high, Kind: "killed", Unit: "person", Certainty: "reported",
		}
	}
	guess := figure("1", "", "", num(1e6), nil, nil)
	guess.Certainty = "projected"
	s := aggregate(t, people, []schemas.Article{art("1", "2022-03-06"), art("2", "2022-03-06")}, []schemas.Figure{
		figure("1", "a-minister", "", num(10), nil, nil),
		figure("1", "a-minister", "", nil, num(20), num(40)), // a range: 30
		figure("2", "a-minister", "", num(7), nil, nil),
		figure("2", "a-minister", "", nil, num(1000), nil), // thousands
		figure("1", "", "", num(1), nil, nil), figure("1", "", "", num(2), nil, nil),
		figure("1", "c-host", "Rivertown", nil, num(12), nil),
		figure("1", "d-crowd", "Rivertown", nil, num(1000), nil), figure("1", "d-crowd", "Rivertown", nil, nil, num(500)),
		figure("1", "d-crowd", "Rivertown", nil, nil, nil), // no number at all
		guess,
	})
	show := func(v *float64) string {
		if v == nil {
			return "-"
		}
		return fmt.Sprint(*v)
	}
	var got []string
	for _, r := range stagetest.Rows[schemas.FigureSeries](s) {
		if r.Period == "day" {
			got = append(got, fmt.Sprintf("%s %s %s: %s %s %s %d/%d", r.Kind, r.Place, r.ClaimedBySide, show(r.Low), show(r.Median), show(r.High), r.Reports, r.Articles))
		}
	}
	same(t, got, []string{
		"killed Rivertown CCC: 12 - - 1/1",
		"killed Rivertown other: 500 - 1000 2/1",
		"killed any article: 1 1.5 2 2/1",
		"killed any north: 7 10 40 4/2",
	})
}

// TestSeriesDoNotMix checks that what is counted, whose it is and whether it is
// a total part the series, and that spellings of a place and agencies of the
// United Nations do not.
func TestSeriesDoNotMix(t *testing.T) {
	n := 0
	figure := func(who, place, counted, country, basis string) schemas.Figure {
		n++
		return schemas.Figure{
			FigureID: fmt.Sprintf("1/f%05d", n), ArticleID: "1", AttributedToID: who, Place: place, Value: schemas.Num(float64(n)),
			Kind: "killed", Unit: "person", Certainty: "reported", Counted: counted, CountedCountry: country, Basis: basis,
		}
	}
	s := aggregate(t, people, []schemas.Article{art("1", "2022-03-06")}, []schemas.Figure{
		figure("", "Kiev", "combatant", "AAA", "cumulative"),
		figure("", "Kyiv", "combatant", "AAA", "cumulative"),
		figure("", "Kyiv", "combatant", "CCC", "cumulative"),
		figure("", "Kyiv", "combatant", "AAA", "incident"),
		figure("", "Kyiv", "civilian", "AAA", "cumulative"),
		figure("unicef", "", "child", "", ""),
		figure("united-nations", "", "child", "", ""),
	})
	var got []string
	for _, r := range stagetest.Rows[schemas.FigureSeries](s) {
		if r.Period == "day" {
			got = append(got, fmt.Sprintf("%s %s: %s %s %s %d", r.Place, r.ClaimedBySide, r.Counted, r.CountedSide, r.Basis, r.Reports))
		}
	}
	same(t, got, []string{
		"Kyiv article: civilian north cumulative 1",
		"Kyiv article: combatant CCC cumulative 1",
		"Kyiv article: combatant north cumulative 2",
		"Kyiv article: combatant north incident 1",
		"any united-nations: child any any 2",
	})
}

// crowd makes a random corpus of n articles.
func crowd(n int) []any {
	r := rand.New(rand.NewPCG(1, 2))
	var articles []schemas.Article
	var statements []schemas.Statement
	var sentences []schemas.Sentence
	for i := range n {
		id := fmt.Sprintf("%05d", i)
		articles = append(articles, art(id, date("2022-02-24").AddDays(r.IntN(90)).String()))
		for j := range r.IntN(9) {
			statements = append(statements, said(id, j, people[r.IntN(4)].ActorID, []string{"direct", "indirect", "mixed"}[r.IntN(3)]))
			sentences = append(sentences, feels(id, j, people[r.IntN(4)].ActorID, float64(r.IntN(21)-10)/10))
		}
	}
	return []any{people, articles, statements, sentences}
}

func TestInvariants(t *testing.T) {
	tables := crowd(200)
	s := aggregate(t, tables...)
	shares, counts := map[string]float64{}, map[string]int32{}
	for _, r := range stagetest.Rows[schemas.StatementFrequency](s) {
		if r.Direct+r.Indirect+r.Mixed != r.Statements || r.Statements == 0 {
			t.Errorf("the types do not add up: %+v", r)
		}
		shares[r.Period+r.PeriodStart.String()] += r.Share
		counts[r.Period] += r.Statements
	}
	for p, sum := range shares {
		if math.Abs(sum-1) > 1e-9 {
			t.Errorf("%s: shares add up to %v", p, sum)
		}
	}
	all := int32(len(tables[2].([]schemas.Statement)))
	if counts["day"] != all || counts["week"] != all || counts["month"] != all {
		t.Errorf("%d statements are counted as %v", all, counts)
	}
	for _, r := range stagetest.Rows[schemas.TalksSentiment](s) {
		if r.CILow != nil && (*r.CILow > r.Mean || *r.CIHigh < r.Mean || *r.CILow < -1 || *r.CIHigh > 1) {
			t.Errorf("the mean lies outside of its interval: %+v [%v, %v]", r, *r.CILow, *r.CIHigh)
		}
	}
	if again := aggregate(t, tables...); !reflect.DeepEqual(again.Tables, s.Tables) {
		t.Error("a second run differs")
	}
}

// A copy of every article, statements and all, changes nothing but how many
// articles carry the stories.
func TestCopiesDoNotCount(t *testing.T) {
	tables := crowd(50)
	plain := aggregate(t, tables...)
	articles, statements, sentences := tables[1].([]schemas.Article), tables[2].([]schemas.Statement), tables[3].([]schemas.Sentence)
	for _, a := range articles {
		articles = append(articles, copyOf(a.ArticleID+"-2", a.ArticleID, a.Published.String()))
	}
	for _, r := range statements {
		statements = append(statements, said(r.ArticleID+"-2", int(r.Start), r.SpeakerID, r.Type))
	}
	for _, r := range sentences {
		sentences = append(sentences, feels(r.ArticleID+"-2", int(r.Sentence), r.AttitudeOf, *r.TalksSentiment))
	}
	copied := aggregate(t, people, articles, statements, sentences)

	want := stagetest.Rows[schemas.StatementFrequency](plain)
	for i := range want {
		want[i].Articles *= 2
	}
	same(t, stagetest.Rows[schemas.StatementFrequency](copied), want)
	mood := stagetest.Rows[schemas.TalksSentiment](plain)
	for i := range mood {
		mood[i].Articles *= 2
	}
	same(t, stagetest.Rows[schemas.TalksSentiment](copied), mood)
}

func TestNothing(t *testing.T) {
	s := aggregate(t)
	for _, table := range []string{"statement_frequency", "talks_sentiment", "event_counts", "figure_series"} {
		rows, written := s.Tables[table]
		if !written || len(rows) != 0 {
			t.Errorf("%s: written %v, rows %v; an empty corpus makes empty tables", table, written, rows)
		}
	}
}

func same[T any](t *testing.T, got, want []T) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		switch {
		case i >= len(got):
			t.Errorf("missing row: %+v", want[i])
		case i >= len(want):
			t.Errorf("unexpected row: %+v", got[i])
		case !reflect.DeepEqual(got[i], want[i]):
			t.Errorf("row %d:\n got %+v\nwant %+v", i, got[i], want[i])
		}
	}
}

func TestChangeNeedsIntervalsApart(t *testing.T) {
	row := func(day int, low, high float64) schemas.TalksSentiment {
		r := schemas.TalksSentiment{Period: "day", PeriodStart: schemas.NewDate(2022, 3, day), Group: "all", GroupID: "all", Mean: (low + high) / 2}
		if low != high {
			r.CILow, r.CIHigh = &low, &high
		}
		return r
	}
	rows := []schemas.TalksSentiment{row(1, -0.5, -0.25), row(2, -0.375, 0), row(3, 0.25, 0.5), row(4, 0.75, 0.75), row(5, -1, -0.5)}
	markChanges(rows)
	for i, want := range []bool{false, false, true, false, false} { // without an interval no change is sure
		if got := rows[i].Change != nil; got != want {
			t.Errorf("day %d: marked %v, want %v", i+1, got, want)
		}
	}
	if got := *rows[2].Change; got != 0.5625 {
		t.Errorf("change %v, want 0.5625", got)
	}
}

// An event that several articles report is counted where its fullest report
// stands, and nowhere else.
func TestStories(t *testing.T) {
	row := func(id, story, to string) schemas.Event {
		article, _, _ := strings.Cut(id, "/")
		return schemas.Event{EventID: id, ArticleID: article, Type: "CONSULT", SourceIDs: []string{"ann"}, TargetIDs: []string{to}, Status: "happened", Story: story}
	}
	s := aggregate(t, people, []schemas.Article{art("1", "2022-03-06"), art("2", "2022-03-06"), art("3", "2022-03-06")}, []schemas.Event{
		row("1/e0", "2/e0", "bob"), row("2/e0", "2/e0", "bob"), row("3/e0", "2/e0", "cat"), row("3/e1", "3/e1", "cat"),
	})
	events, stories := 0, 0
	for _, r := range stagetest.Rows[schemas.EventCount](s) {
		if r.Period == "day" {
			events += int(r.Events)
			stories += int(r.Stories)
		}
	}
	if events != 4 || stories != 2 {
		t.Errorf("%d events in %d stories, want 4 in 2", events, stories)
	}
}
