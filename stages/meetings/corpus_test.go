package meetings_test

import (
	"fmt"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages/meetings"
	"parley/stages/stagetest"
)

var who = []schemas.Actor{
	{ActorID: "north", Name: "Northland", Kind: "state", Country: "NOR"}, {ActorID: "south", Name: "Southland", Kind: "state", Country: "SOU"},
	{ActorID: "hill", Name: "Anna Hill", Kind: "person", Country: "NOR"}, {ActorID: "vale", Name: "Boris Vale", Kind: "person", Country: "SOU"},
	{ActorID: "brook", Name: "Carl Brook", Kind: "person", Country: "NOR"}, {ActorID: "union", Name: "Union", Kind: "igo"},
	{ActorID: "west", Name: "Westland", Kind: "state", Country: "WES"},
}

// told is a report: article, its day in March, parties, day of the meeting ("-"
// for none, "month" for March), place, status, and further words: a form or a round.
func told(i int, line string) (schemas.Article, schemas.MeetingReport) {
	f := strings.Fields(line)
	id, of, _ := strings.Cut(f[0], "=")
	var pub int
	fmt.Sscan(f[1], &pub)
	a := schemas.Article{ArticleID: id, Published: schemas.NewDate(2022, 3, pub), DatePrecision: "day", DuplicateOf: of}
	r := schemas.MeetingReport{ReportID: fmt.Sprintf("%s/m%05d", id, i), ArticleID: id, Parties: strings.Split(f[2], "+"), Status: f[5], EventIDs: []string{fmt.Sprintf("%s/e%05d", id, i)}}
	switch f[3] {
	case "-":
	case "month":
		r.Date, r.DatePrecision = schemas.NewDate(2022, 3, 1), "month"
	default:
		var day int
		fmt.Sscan(f[3], &day)
		r.Date, r.DatePrecision = schemas.NewDate(2022, 3, day), "day"
	}
	if f[4] != "-" {
		r.Place = f[4]
	}
	for _, x := range f[6:] {
		var n int32
		if _, err := fmt.Sscan(x, &n); err == nil {
			r.Round = &n
		} else {
			r.Format = x
		}
	}
	return a, r
}

func joined(t *testing.T, lines []string) (rows []schemas.Meeting, groups string) {
	t.Helper()
	articles := map[string]schemas.Article{}
	var reports []schemas.MeetingReport
	for i, line := range lines {
		a, r := told(i, line)
		articles[a.ArticleID] = a
		reports = append(reports, r)
	}
	var all []schemas.Article
	for _, a := range articles {
		all = append(all, a)
	}
	stage, err := meetings.NewCorpus(meetings.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := stagetest.NewStore(all, who, reports)
	if err := stage.Run(s); err != nil {
		t.Fatal(err)
	}
	of := map[string][]string{}
	for _, r := range stagetest.Rows[schemas.MeetingReport](s) {
		of[r.MeetingID] = append(of[r.MeetingID], strings.TrimLeft(r.ReportID[len(r.ReportID)-5:], "0")+"")
	}
	var parts []string
	for i := range lines {
		for _, m := range stagetest.Rows[schemas.Meeting](s) {
			var n int
			fmt.Sscan(m.MeetingID[len(m.MeetingID)-5:], &n)
			if n == i && len(of[m.MeetingID]) > 1 {
				var names []string
				for _, x := range of[m.MeetingID] {
					if x == "" {
						x = "0"
					}
					names = append(names, x)
				}
				parts = append(parts, strings.Join(names, ","))
			}
		}
	}
	return stagetest.Rows[schemas.Meeting](s), strings.Join(parts, " ")
}

func TestJoin(t *testing.T) {
	for name, c := range map[string]struct {
		want  string
		lines []string
	}{
		"a state stands for its officials": {"0,1", []string{
			"a 10 hill+vale 9 Lima held", "b 11 north+south 9 - held"}},
		"another day is another meeting": {"", []string{
			"a 10 hill+vale 9 Lima held", "b 11 hill+vale 4 Lima held"}},
		"a round of two days at one place is one": {"0,1", []string{
			"a 10 north+south 9 Lima held", "b 11 north+south 10 Lima held"}},
		"two days without a place are two": {"", []string{
			"a 10 north+south 9 - held", "b 11 north+south 10 - held"}},
		"other persons, other meeting": {"", []string{
			"a 10 hill+vale 9 - held", "b 11 brook+vale 9 - held"}},
		"other parties": {"", []string{
			"a 10 north+south 9 - held", "b 11 north+west 9 - held"}},
		"another place": {"", []string{
			"a 10 north+south 9 Lima held", "b 11 north+south 9 Oslo held"}},
		"a call is no meeting": {"", []string{
			"a 10 north+south 9 - held phone", "b 11 north+south 9 - held in_person"}},
		"planned, then held": {"0,1", []string{
			"a 6 north+south 9 - planned", "b 10 north+south 9 - held"}},
		"called off": {"", []string{
			"a 6 north+south 9 - failed", "b 10 north+south 9 - held"}},
		"without a day, in the days before the article": {"0,1", []string{
			"a 10 hill+vale 9 Lima held", "b 10 north+south - - held"}},
		"without a day, long after": {"", []string{
			"a 10 hill+vale 9 Lima held", "b 20 north+south - - held"}},
		"rounds": {"", []string{
			"a 10 north+south 9 - held 2", "b 10 north+south 9 - held 3"}},
		"one article tells them apart": {"", []string{
			"a 10 north+south 9 - held", "a 10 hill+vale 9 Lima held"}},
		"a party alone says too little": {"", []string{
			"a 10 north 9 - held", "b 10 north+south 9 - held"}},
		"a copy": {"0,1", []string{
			"a 10 north+south - - held", "b=a 20 north+south - - held"}},
	} {
		t.Run(name, func(t *testing.T) {
			if _, got := joined(t, c.lines); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestMeeting holds what a meeting takes from its reports.
func TestMeeting(t *testing.T) {
	rows, _ := joined(t, []string{
		"a 6 north+south 9 - planned",
		"b 10 hill+vale+union 9 Lima held",
		"c=b 10 hill+vale+union 9 Lima held",
		"d 11 north+south 10 Lima held",
	})
	if len(rows) != 1 {
		t.Fatalf("%d meetings: %+v", len(rows), rows)
	}
	m := rows[0]
	if m.Status != "held" || m.Reports != 4 || m.Articles != 3 || m.Place != "Lima" || m.Country != "PER" || len(m.EventIDs) != 4 {
		t.Errorf("%+v", m)
	}
	if got := strings.Join(m.Parties, " "); got != "hill north south union vale" {
		t.Errorf("parties %s", got)
	}
}
