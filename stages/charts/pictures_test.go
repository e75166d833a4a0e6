package charts

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"gonum.org/v1/plot/vg"

	"parley/schemas"
	"parley/stages"
	"parley/stages/stagetest"
)

// a two-sided conflict with one round of talks.
const conflict = "conflict\ttest\tTest\nside\tnorth\tNorth\tAAA\nside\tsouth\tSouth\tBBB\nround\t2022-03-09\tRivertown\t1st round\nround\t2023-01-01\tElsewhere\tLater\n"

// drawn makes the pictures of some tables, by name.
func drawn(t *testing.T, tables ...any) map[string]picture {
	t.Helper()
	p, err := stages.ParseProfile("test", []byte(conflict))
	if err != nil {
		t.Fatal(err)
	}
	f, err := readFacts(stagetest.NewStore(tables...), p)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]picture{}
	for _, c := range pictures(f) {
		all[c.name] = c
	}
	return all
}

func date(s string) schemas.Date {
	d, err := schemas.ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// articles from 7 to 20 March 2022, one of them copied, and one without a date.
func articles() []schemas.Article {
	return []schemas.Article{
		{ArticleID: "1", Published: date("2022-03-07"), DatePrecision: "day"},
		{ArticleID: "2", Published: date("2022-03-20"), DatePrecision: "day"},
		{ArticleID: "3", Published: date("2022-03-21"), DatePrecision: "day", DuplicateOf: "2", DuplicateKind: "near"},
		{ArticleID: "4"},
	}
}

func speaks(period, start, who, side string, direct, indirect, mixed int32) schemas.StatementFrequency {
	return schemas.StatementFrequency{
		Period: period, PeriodStart: date(start), ActorID: who, Name: strings.ToUpper(who), Side: side,
		Statements: direct + indirect + mixed, Direct: direct, Indirect: indirect, Mixed: mixed,
	}
}

func TestSource(t *testing.T) {
	c := drawn(t, articles())["statements_by_actor"]
	if want := "Source: 3 articles (4 with copies), newest of 21 Mar 2022; 1 undated, not shown"; c.source != want {
		t.Errorf("got %q, want %q", c.source, want)
	}
	if c.body != nil || c.empty == "" {
		t.Error("a chart without rows should say that it is empty")
	}
}

func TestSpeakers(t *testing.T) {
	rows := []schemas.StatementFrequency{
		speaks("month", "2022-03-01", "ann", "north", 1, 2, 3), speaks("month", "2022-04-01", "ann", "north", 1, 0, 0),
		speaks("month", "2022-03-01", "bob", "south", 0, 9, 0), speaks("day", "2022-03-07", "ann", "north", 1, 2, 3),
	}
	for i := range 15 {
		rows = append(rows, speaks("month", "2022-03-01", fmt.Sprintf("x%02d", i), "", 0, 1, 0))
	}
	c := drawn(t, articles(), rows)["statements_by_actor"]
	list := c.body.(bars).list
	if len(list) != 15 {
		t.Fatalf("%d bars, want 15", len(list))
	}
	want := []bar{
		{name: "BOB", note: "29%", parts: []part{{0, directColor}, {0, mixedColor}, {9, indirectColor}}},
		{name: "ANN", note: "23%", parts: []part{{2, directColor}, {3, mixedColor}, {2, indirectColor}}},
	}
	if !reflect.DeepEqual(list[:2], want) {
		t.Errorf("got %+v, want %+v", list[:2], want)
	}
	if want := []string{"Not shown: 2 other speakers with 2 statements."}; !reflect.DeepEqual(c.notes, want) {
		t.Errorf("notes %q, want %q", c.notes, want)
	}
}

func TestPace(t *testing.T) {
	c := drawn(t, articles(), []schemas.StatementFrequency{
		speaks("day", "2022-03-07", "ann", "north", 1, 2, 3), speaks("day", "2022-03-09", "ann", "north", 0, 1, 0),
		speaks("day", "2022-03-20", "bob", "", 2, 0, 0), speaks("week", "2022-03-07", "bob", "", 9, 9, 9),
	})["statements_over_time"]
	g := c.body.(grid)
	if len(g.rows) != 1 || len(g.rows[0].panels) != 2 {
		t.Fatalf("got %d rows, want one with two panels", len(g.rows))
	}
	for i, want := range []struct {
		title string
		bars  columns
	}{
		{"ANN", columns{{0, []part{{6, blue}}}, {2, []part{{1, blue}}}}},
		{"BOB", columns{{13, []part{{2, green}}}}},
	} {
		p := g.rows[0].panels[i]
		if p.title != want.title || !reflect.DeepEqual(p.layers[0], layer(want.bars)) {
			t.Errorf("panel %d: got %s %v, want %+v", i, p.title, p.layers[0], want)
		}
		if p.y.max != 6 {
			t.Errorf("panel %d: axis to %v, want 6 for both", i, p.y.max)
		}
	}
	if want := []mark{{2.5, "A"}}; !reflect.DeepEqual(g.marks, want) {
		t.Errorf("marks %v, want %v: the round of 2023 lies outside", g.marks, want)
	}
}

func TestMood(t *testing.T) {
	low, high := -0.2, 0.7
	row := func(start, group, id string, mean float64, low, high *float64, n int32) schemas.TalksSentiment {
		return schemas.TalksSentiment{Period: "day", PeriodStart: date(start), Group: group, GroupID: id, Mean: mean, CILow: low, CIHigh: high, Sentences: n}
	}
	c := drawn(t, articles(), []schemas.TalksSentiment{
		row("2022-03-07", "all", "all", 0.1, &low, &high, 4), row("2022-03-08", "all", "all", 0.2, &low, &high, 5),
		row("2022-03-09", "all", "all", -1, nil, nil, 1), row("2022-03-11", "all", "all", 0.3, &low, &high, 2),
		row("2022-03-07", "side", "south", 0.4, nil, nil, 3), row("2022-03-07", "voice", "quoted", 0.4, nil, nil, 3),
	})["talks_sentiment"]
	g := c.body.(grid)
	if len(g.rows) != 4 || len(g.rows[2].panels) != 1 {
		t.Fatalf("want two rows for all and two for the south, got %d", len(g.rows))
	}
	line := g.rows[0].panels[0].layers[0].(curve)
	want := []estimate{{0, 0.1, &low, &high, nil}, {1, 0.2, &low, &high, nil}, {2, -1, nil, nil, nil}, {4, 0.3, &low, &high, nil}}
	if !reflect.DeepEqual(line.points, want) {
		t.Errorf("got %+v, want %+v", line.points, want)
	}
	if runs := line.runs(); len(runs) != 2 || len(runs[0]) != 2 || len(runs[1]) != 1 {
		t.Errorf("runs %v: a mean without an interval and a gap should both break the line", runs)
	}
	bars := g.rows[1].panels[0].layers[0].(columns)
	if bars[1].slot != 1 || bars[1].parts[0].value != 5 {
		t.Errorf("bars %v, want 5 sentences on the second day", bars)
	}
	if p := g.rows[2].panels[0]; p.title != "South" || p.aside != "3 sentences" {
		t.Errorf("got %s, %s", p.title, p.aside)
	}
}

func TestDeeds(t *testing.T) {
	row := func(start, kind, from, to string, n int32) schemas.EventCount {
		return schemas.EventCount{Period: "day", PeriodStart: date(start), Type: kind, SourceSide: from, TargetSide: to, Events: n}
	}
	c := drawn(t, articles(), []schemas.EventCount{
		row("2014-03-07", "ACCUSE", "north", "south", 7), row("2022-03-07", "ACCUSE", "north", "south", 1), row("2022-03-07", "ACCUSE", "south", "north", 2),
		row("2022-03-07", "CONSULT", "north", "south", 4), row("2022-03-10", "CONSULT", "north", "south", 8),
	}, []schemas.Event{{EventID: "1", Type: "ACCUSE", QuadClass: 3}, {EventID: "2", Type: "CONSULT", QuadClass: 1}})["events_over_time"]
	g := c.body.(grid)
	want := columns{
		{0, []part{{4, blue}, {0, green}, {3, orange}, {0, vermillion}}},
		{3, []part{{8, blue}, {0, green}, {0, orange}, {0, vermillion}}},
	}
	if got := g.rows[0].panels[0].layers[0]; !reflect.DeepEqual(got, layer(want)) {
		t.Errorf("got %v, want %v", got, want)
	}
	stripes := g.rows[1].panels[0].stripes
	if len(stripes) != 2 || stripes[0].name != "Consult" || stripes[0].total != 12 || stripes[0].cells[3] != 8 || stripes[1].total != 3 {
		t.Errorf("stripes %+v", stripes)
	}
	if !strings.Contains(strings.Join(c.notes, " "), "7 events dated outside") {
		t.Errorf("notes %q do not tell of the events of 2014", c.notes)
	}
}

func TestNumbers(t *testing.T) {
	basis := "cumulative"
	row := func(start, kind, place, side string, low, median, high *float64, n int32) schemas.FigureSeries {
		return schemas.FigureSeries{Period: "day", PeriodStart: date(start), Kind: kind, Unit: "person", Place: place, ClaimedBySide: side, Low: low, Median: median, High: high, Reports: n,
			Counted: "combatant", CountedSide: "south", Basis: basis}
	}
	one, ten, many := 1.0, 10.0, 1000.0
	c := drawn(t, articles(), []schemas.FigureSeries{
		row("2022-03-07", "killed", "any", "north", &one, &ten, &many, 5), row("2022-03-08", "killed", "any", "CCC", &ten, nil, nil, 1),
		row("2022-03-07", "displaced", "Rivertown", "article", &many, &many, &many, 4),
		row("2022-03-07", "wounded", "any", "article", &one, &one, &one, 1), row("2022-03-07", "duration", "any", "article", &one, &one, &one, 50),
	})["figures_over_time"]
	panels := c.body.(grid).rows[0].panels
	if len(panels) != 2 || panels[0].title != "Killed so far: South, military" || panels[1].title != "Displaced so far: South, military, in Rivertown" {
		t.Fatalf("got %d panels: %v", len(panels), panels)
	}
	north, others := panels[0].layers[0].(claims), panels[0].layers[1].(claims)
	if !reflect.DeepEqual(north.points, []claim{{0, &ten, &one, &many}}) || !reflect.DeepEqual(others.points, []claim{{1, nil, &ten, nil}}) {
		t.Errorf("got %v and %v", north.points, others.points)
	}
	if !panels[0].y.log || panels[1].y.log {
		t.Error("1 to 1000 needs a logarithmic axis, a single value none")
	}
	if north.shift == others.shift || math.Abs(others.shift) > 0.5 {
		t.Errorf("claimants should stand side by side within a slot: %v, %v", north.shift, others.shift)
	}
}

func TestTimeline(t *testing.T) {
	for _, c := range []struct {
		first, last string
		unit        string
		n           int
	}{
		{"2022-03-07", "2022-03-20", "day", 14}, {"2022-02-28", "2022-05-31", "week", 14}, {"2022-01-26", "2024-07-31", "month", 31},
		{"2022-03-07", "2022-03-07", "day", 6}, {"2021-12-31", "2022-02-28", "week", 10},
	} {
		l := newTimeline(date(c.first), date(c.last), false)
		if l.unit != c.unit || l.n != c.n {
			t.Errorf("%s to %s: %d slots of a %s, want %d of a %s", c.first, c.last, l.n, l.unit, c.n, c.unit)
		}
		for i := -3; i < l.n+3; i++ {
			if got := l.index(l.start(i)); got != i {
				t.Errorf("%s: slot %d begins on %s, which lies in slot %d", c.first, i, l.start(i), got)
			}
			if got := l.index(l.start(i + 1).AddDays(-1)); got != i {
				t.Errorf("%s: the last day of slot %d lies in slot %d", c.first, i, got)
			}
		}
		for d := date(c.first); !date(c.last).Before(d); d = d.AddDays(1) {
			if at := l.at(d); int(math.Floor(at)) != l.index(d) {
				t.Errorf("%s lies at %v, outside of slot %d", d, at, l.index(d))
			}
		}
	}
}

func TestWindow(t *testing.T) {
	var days []schemas.Date
	for i := range 60 {
		days = append(days, date("2022-03-01").AddDays(i))
	}
	first, last := window(append([]schemas.Date{date("1994-12-05")}, days...))
	if first != date("2022-03-01") || last != days[59] {
		t.Errorf("%s to %s: one stray article of 61 should not stretch the axis", first, last)
	}
	if first, _ := window([]schemas.Date{date("1994-12-05"), date("2022-03-01")}); first != date("1994-12-05") {
		t.Errorf("from %s: of two articles neither is stray", first)
	}
}

func TestScales(t *testing.T) {
	labels := func(s scale) (text []string) {
		for _, v := range s.ticks {
			text = append(text, s.label(v))
		}
		return text
	}
	for _, c := range []struct {
		scale scale
		want  string
	}{
		{counts(0), "0 1"}, {counts(3), "0 1 2 3"}, {counts(7), "0 2 4 6 8"}, {counts(1234), "0 500 1,000 1,500"},
		{attitude(0.3), "−0.5 −0.25 0 +0.25 +0.5"}, {attitude(0.51), "−1 −0.5 0 +0.5 +1"},
		{quantities([]float64{3, 40}), "0 10 20 30 40"}, {quantities([]float64{3, 40000}), "1 10 100 1,000 10,000 100,000"},
		{quantities([]float64{0, 2, 900}), "0 1 10 100 1,000"}, {quantities([]float64{2e6, 5e9}), "1m 10m 100m 1bn 10bn"},
		{quantities(nil), "0 0.5 1"}, {quantities([]float64{0}), "0 0.5 1"}, {linear(-0.3, 0.3, 6, false), "−0.3 −0.2 −0.1 0 0.1 0.2 0.3"},
	} {
		if got := strings.Join(labels(c.scale), " "); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
		for _, v := range c.scale.ticks {
			if p := c.scale.place(v); p < -1e-9 || p > 1+1e-9 {
				t.Errorf("%s: %v is placed at %v", c.want, v, p)
			}
		}
	}
}

func TestFit(t *testing.T) {
	face, err := newTypeface()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"", "short", "a name that is much too long for its place", "Щербаківський Олександр", strings.Repeat("x", 100000), "broken \xff\x00 text"} {
		for _, room := range []vg.Length{0, 3, 40, 90} {
			if w := face.width(labelStyle, face.fit(labelStyle, text, room)); w > room {
				t.Errorf("%.20q in %v points is %v wide", text, room, w)
			}
		}
	}
	lines := face.wrap(noteStyle, strings.Repeat("some words and ", 200), 200, 3)
	if len(lines) != 3 || !strings.HasSuffix(lines[2], "…") {
		t.Errorf("got %d lines, want three with an ellipsis", len(lines))
	}
}
