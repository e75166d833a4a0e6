package pipeline_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Three articles tell of one meeting in their own words, and of what else
// happened that week: the meeting is one story, the rest are others.
func TestArticlesShareStories(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{
		"a-20210610T180000Z.txt": "The foreign ministers of Peru and Chile met in Geneva on Tuesday. It was the third round of talks between the two countries this year.\n\nThe army of Norway shelled Antwerp on Wednesday, killing four people in a market.\n",
		"b-20210611T080000Z.txt": "Hopes for the border are small. The foreign ministers of Chile and Peru held talks in Geneva on Tuesday, their offices announced two days later.\n\nNorway shelled Amsterdam on Wednesday, the mayor said, and nobody was hurt.\n",
		"c-20210612T080000Z.txt": "Analysts saw little movement when Peru and Chile held negotiations on June 8. Peru and Chile will hold the fourth round of talks on June 15.\n",
	} {
		if err := os.WriteFile(filepath.Join(in, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	must(t, "run", in, "--out", out, "--quiet")
	stories := map[string][]string{} // story to what its rows tell
	eachRow(t, out, "events", func(r map[string]any) {
		place, _ := r["place"].(string)
		date, _ := r["date"].(string)
		told := strings.Join([]string{r["type"].(string), date, place, r["status"].(string)}, " ")
		stories[r["story"].(string)] = append(stories[r["story"].(string)], told)
	})
	var got []string
	for _, rows := range stories {
		slices.Sort(rows)
		got = append(got, strings.Join(rows, " + "))
	}
	slices.Sort(got)
	want := []string{
		"ASSAULT 2021-06-09 Amsterdam happened",
		"ASSAULT 2021-06-09 Antwerp happened",
		"CONSULT 2021-06-08  happened + CONSULT 2021-06-08 Geneva happened + CONSULT 2021-06-08 Geneva happened",
		"CONSULT 2021-06-15  planned",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	must(t, "verify", "--out", out)
}
