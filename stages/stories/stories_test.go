package stories_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages/stagetest"
	"parley/stages/stories"
)

// told is one row: fields separated by blanks, "-" for none: the article, type,
// day, sources, targets, place, status, and the trigger; after | the sentence,
// after ! the format or round.
func told(line string) (e schemas.Event, text string) {
	line, text, _ = strings.Cut(line, "|")
	line, detail, _ := strings.Cut(line, "!")
	f := strings.Fields(line)
	for i := range f {
		if f[i] == "-" {
			f[i] = ""
		}
	}
	e = schemas.Event{ArticleID: f[0], Type: f[1], SourceIDs: list(f[3]), TargetIDs: list(f[4]), Place: strings.ReplaceAll(f[5], "_", " "), Status: cmp.Or(f[6], "happened"), Anchor: strings.ReplaceAll(f[7], "_", " ")}
	if f[2] != "" {
		e.DatePrecision = []string{"year", "month", "day"}[strings.Count(f[2], "-")]
		d, err := schemas.ParseDate(f[2] + "-01-01"[3*strings.Count(f[2], "-"):])
		if err != nil {
			panic(err)
		}
		e.Date = d
	}
	switch detail = strings.TrimSpace(detail); {
	case detail == "":
	case len(detail) == 1:
		n := int32(detail[0] - '0')
		e.Round = &n
	default:
		e.Format = detail
	}
	return e, strings.TrimSpace(text)
}

func list(ids string) []string {
	if ids == "" {
		return nil
	}
	return strings.Split(ids, "+")
}

var actors = []schemas.Actor{
	{ActorID: "north", Name: "Northland", Kind: "state", Country: "NOR"}, {ActorID: "south", Name: "Southland", Kind: "state", Country: "SOU"},
	{ActorID: "hill", Name: "Anna Hill", Kind: "person", Country: "NOR"}, {ActorID: "vale", Name: "Boris Vale", Kind: "person", Country: "SOU"},
	{ActorID: "brook", Name: "Carl Brook", Kind: "person", Country: "NOR"}, {ActorID: "daily", Name: "Daily", Kind: "media", Country: "NOR"},
	{ActorID: "army", Name: "Army of Northland", Kind: "armed_force", Country: "NOR"},
	{ActorID: "union", Name: "Union", Kind: "igo"}, {ActorID: "west", Name: "Westland", Kind: "state", Country: "WES", Aliases: []string{"Westland"}},
}

// storiesOf runs the stage on rows and gives the rows that share a story, by
// their numbers: "0,2 1,3". An article "b=a" copies a.
func storiesOf(t *testing.T, lines []string, rename func(string) string) string {
	t.Helper()
	articles := map[string]schemas.Article{}
	var sentences []schemas.Sentence
	var events []schemas.Event
	number := map[string]int{}
	for i, line := range lines {
		e, text := told(line)
		id, of, _ := strings.Cut(e.ArticleID, "=")
		e.ArticleID = rename(id)
		a := schemas.Article{ArticleID: e.ArticleID, Published: schemas.NewDate(2022, 3, 10), DatePrecision: "day"}
		if of != "" {
			a.DuplicateOf = rename(of)
		}
		articles[e.ArticleID] = a
		e.Sentence = int32(i)
		e.EventID = fmt.Sprintf("%s/e%05d", e.ArticleID, i)
		number[e.EventID] = i
		events = append(events, e)
		sentences = append(sentences, schemas.Sentence{ArticleID: e.ArticleID, Sentence: e.Sentence, Text: text})
	}
	var all []schemas.Article
	for _, a := range articles {
		all = append(all, a)
	}
	stage, err := stories.New(stories.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := stagetest.NewStore(all, actors, sentences, events)
	if err := stage.Run(s); err != nil {
		t.Fatal(err)
	}
	groups := map[string][]int{}
	after := stagetest.Rows[schemas.Event](s)
	for _, e := range after {
		if e.Story == "" {
			t.Errorf("%s has no story", e.EventID)
		}
		groups[e.Story] = append(groups[e.Story], number[e.EventID])
	}
	if len(after) != len(lines) {
		t.Errorf("%d rows became %d", len(lines), len(after))
	}
	var got []string
	for story, g := range groups {
		slices.Sort(g)
		if !slices.Contains(g, number[story]) {
			t.Errorf("story %s is no row of its own", story)
		}
		if len(g) > 1 {
			got = append(got, strings.Trim(strings.ReplaceAll(fmt.Sprint(g), " ", ","), "[]"))
		}
	}
	slices.Sort(got)
	return strings.Join(got, " ")
}

func TestStories(t *testing.T) {
	for name, c := range map[string]struct {
		want string
		rows []string
	}{
		"three articles, three wordings": {"0,1,2", []string{
			"a CONSULT 2022-03-10 hill+vale - Rivertown - met | Ministers Hill and Vale met in Rivertown on Thursday.",
			"b CONSULT 2022-03-10 vale hill - - held_talks_with | Vale held talks with his colleague Hill.",
			"c CONSULT 2022-03-10 north+south - Rivertown - negotiations | Negotiations of the two neighbours opened in Rivertown.",
		}},
		"two towns are two attacks, and a third row does not say which": {"", []string{
			"a ASSAULT 2022-03-10 north south Rivertown - shelled | Northland shelled Rivertown.",
			"b ASSAULT 2022-03-10 north south Laketown - shelled | Northland shelled Laketown.",
			"c ASSAULT 2022-03-10 north south - - shelled | Northland shelled its neighbour.",
		}},
		"one town": {"0,1", []string{
			"a ASSAULT 2022-03-10 north south Rivertown - shelled | Northland shelled Rivertown.",
			"b ASSAULT 2022-03-10 - south Rivertown - bombing_of | The bombing of Rivertown killed three.",
		}},
		"who did it is left out, or whom it met": {"0,1,2", []string{
			"a ASSAULT 2022-03-10 north south Rivertown - shelled | Northland shelled Rivertown.",
			"b ASSAULT 2022-03-10 - - Rivertown - bombed | Rivertown was bombed.",
			"c ASSAULT 2022-03-10 hill - Rivertown - attack | Hill's attack on Rivertown.",
		}},
		"who did it is left out, and two did": {"0,2", []string{
			"a ASSAULT 2022-03-10 north south Rivertown - shelled | Northland shelled Rivertown.",
			"b ASSAULT 2022-03-10 - - Rivertown - bombed | Rivertown was bombed.",
			"c ASSAULT 2022-03-10 hill - Rivertown - attack | Hill's attack on Rivertown.",
			"d ASSAULT 2022-03-10 west - Rivertown - attack | Westland's attack on Rivertown.",
		}},
		"no town, one word": {"0,1", []string{
			"a ASSAULT 2022-03-10 north south - - ordered_the_invasion_of | Northland ordered the invasion of Southland.",
			"b ASSAULT 2022-03-10 hill south - - invaded | Hill invaded Southland.",
			"c ASSAULT 2022-03-10 north south - - shot_at | Northland shot at Southland.",
		}},
		"an army's invasion is its president's and its state's": {"0,1,2", []string{
			"a ASSAULT 2022-03-10 army south - - invasion | The army's invasion of Southland.",
			"b ASSAULT 2022-03-10 hill south - - invaded | Hill invaded Southland.",
			"b ASSAULT 2022-03-10 north south - - invasion | The invasion.",
		}},
		"another town spelt otherwise": {"0,1", []string{
			"a ASSAULT 2022-03-10 north south Kiev - shelled | Northland shelled Kiev.",
			"b ASSAULT 2022-03-10 north south the_Kyiv_region - struck | Northland struck near Kyiv.",
		}},
		"a denial is not the deed": {"0,2", []string{
			"a ASSAULT 2022-03-10 north south Rivertown - shelled | Northland shelled Rivertown.",
			"b ASSAULT 2022-03-10 north south Rivertown denied_or_failed shelled | Northland did not shell Rivertown.",
			"c ASSAULT 2022-03-10 north south Rivertown ongoing shelling | The shelling of Rivertown goes on.",
		}},
		"a plan is not the deed": {"1,2", []string{
			"a CONSULT 2022-03-10 hill vale - - met | Hill met Vale.",
			"b CONSULT 2022-03-10 hill vale - planned meet | Hill will meet Vale.",
			"c CONSULT 2022-03-10 hill+vale - - planned meeting | A meeting of Hill and Vale is due.",
		}},
		"two rounds in a week": {"0,1 2,3", []string{
			"a CONSULT 2022-03-07 north+south - Rivertown - talks | Talks in Rivertown.",
			"b CONSULT 2022-03-07 north+south - - - round_of_talks !3 | The third round of talks.",
			"a CONSULT 2022-03-10 north+south - Rivertown - talks | Talks in Rivertown.",
			"b CONSULT 2022-03-10 north+south - - - round_of_talks !4 | The fourth round of talks.",
		}},
		"two rounds on one day": {"", []string{
			"a CONSULT 2022-03-07 north+south - - - round_of_talks !3 | The third round of talks.",
			"b CONSULT 2022-03-07 north+south - - - round_of_talks !4 | The fourth round of talks.",
		}},
		"a call and a meeting": {"", []string{
			"a CONSULT 2022-03-07 hill vale - - call !phone | A call with Vale.",
			"b CONSULT 2022-03-07 hill vale - - met !in_person | Hill met Vale.",
		}},
		"other ministers of the same states": {"", []string{
			"a CONSULT 2022-03-07 hill vale - - met | Hill met Vale.",
			"b CONSULT 2022-03-07 brook vale - - met | Brook met Vale.",
		}},
		"a state is not two of its own officials": {"", []string{
			"a CONSULT 2022-03-07 hill+union - - - summit | Hill at the summit of the Union.",
			"b CONSULT 2022-03-07 hill north - - met | Hill met officials of Northland.",
		}},
		"two officials of one state are not that state and another": {"", []string{
			"a CONSULT 2022-03-07 hill+brook - - - met | Hill met Brook.",
			"b CONSULT 2022-03-07 north+vale+union - - - talks | Talks of Northland with Vale and the Union.",
		}},
		"two meetings of a day, and a third row does not say which": {"", []string{
			"a CONSULT 2022-03-10 hill vale Rivertown - met | Hill met Vale in Rivertown.",
			"a CONSULT 2022-03-10 hill vale Laketown - met | Hill met Vale in Laketown.",
			"b CONSULT 2022-03-10 hill vale - - met | Hill met Vale.",
		}},
		"a paper does not act for its state": {"", []string{
			"a CONSULT 2022-03-07 daily vale - - spoke_to | The Daily spoke to Vale.",
			"b CONSULT 2022-03-07 north vale - - spoke_to | Northland spoke to Vale.",
		}},
		"one party only": {"1,2", []string{
			"a CONSULT 2022-03-07 hill - - - meeting | Hill spoke of farming at a meeting.",
			"b CONSULT 2022-03-07 hill - Rivertown - meeting | Hill was at a meeting in Rivertown.",
			"c CONSULT 2022-03-07 hill - Rivertown - summit | Hill left the summit in Rivertown.",
		}},
		"accusations by their words": {"0,1", []string{
			"a ACCUSE 2022-03-10 north south - - accused | Northland accused Southland of hiding rockets inside the hospital cellar.",
			"b ACCUSE 2022-03-10 hill south - - accused | Rockets were hidden inside a hospital, said Hill, who accused Southland.",
			"c ACCUSE 2022-03-10 north south - - accused | Northland accused Southland of delaying wheat shipments.",
		}},
		"another day": {"", []string{
			"a CONSULT 2022-03-10 hill vale Rivertown - met | Hill met Vale.",
			"b CONSULT 2022-03-11 hill vale Rivertown - met | Hill met Vale.",
		}},
		"no day": {"", []string{
			"a CONSULT - hill vale Rivertown - met | Hill met Vale in Rivertown.",
			"b CONSULT - hill vale Rivertown - met | Hill met Vale in Rivertown.",
		}},
		"a month needs all the rest": {"0,1", []string{
			"a CONSULT 2022-03 hill vale Rivertown - met | Hill met Vale.",
			"b CONSULT 2022-03 vale hill Rivertown - talks | Talks of Vale with Hill.",
			"c CONSULT 2022-03 hill vale - - met | Hill met Vale.",
			"d CONSULT 2022-03 north vale Rivertown - met | Northland met Vale.",
			"e CONSULT 2022-03-01 hill vale Rivertown - met | Hill met Vale.",
		}},
		"a state is too wide a place": {"0,1", []string{
			"a CONSULT 2022-03-10 hill vale Westland - met | Hill met Vale in Westland.",
			"b CONSULT 2022-03-10 hill vale Rivertown - met | Hill met Vale in Rivertown.",
		}},
		"rows of one article stay apart": {"1,2", []string{
			"a CONSULT 2022-03-10 hill vale - - met | Hill met Vale.",
			"a CONSULT 2022-03-10 hill vale Rivertown - talks | Talks with Vale.",
			"b CONSULT 2022-03-10 hill vale Rivertown - talks | Vale and Hill at the table.",
		}},
		"copies, dated or not": {"0,1 2,3,4", []string{
			"a SANCTION - north south - - sanctions | Northland imposed sanctions on Southland.",
			"b=a SANCTION - north south - - sanctions | Northland imposed sanctions on Southland.",
			"a CONSULT 2022-03-10 hill vale - - met | Hill met Vale.",
			"b=a CONSULT 2022-03-10 hill vale - - met | Hill met Vale.",
			"c CONSULT 2022-03-10 hill vale - - talks | The talks of Hill and Vale.",
			"b=a SANCTION - north south - - sanctions | The paper adds more on sanctions against Southland.",
		}},
	} {
		plain := func(id string) string { return id }
		turned := func(id string) string { return string('z' - id[0] + 'a') }
		for how, rename := range map[string]func(string) string{"": plain, ", turned around": turned} {
			t.Run(name+how, func(t *testing.T) {
				if got := storiesOf(t, c.rows, rename); got != c.want {
					t.Errorf("got %q, want %q", got, c.want)
				}
			})
		}
	}
}

// TestFirstIsFullest holds that a story has the id of the row that tells most.
func TestFirstIsFullest(t *testing.T) {
	stage, err := stories.New(stories.Options{})
	if err != nil {
		t.Fatal(err)
	}
	bare, _ := told("a CONSULT 2022-03-10 north+south - - - talks")
	full, _ := told("b CONSULT 2022-03-10 hill+vale - Rivertown - talks")
	bare.EventID, full.EventID = "a/e00000", "b/e00000"
	s := stagetest.NewStore([]schemas.Article{{ArticleID: "a"}, {ArticleID: "b"}}, actors, []schemas.Event{bare, full})
	if err := stage.Run(s); err != nil {
		t.Fatal(err)
	}
	for _, e := range stagetest.Rows[schemas.Event](s) {
		if e.Story != "b/e00000" {
			t.Errorf("%s has the story %s", e.EventID, e.Story)
		}
	}
}
