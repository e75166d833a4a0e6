package times_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/times"
)

const recognizers = "../../../../shared/gold/recognizers/DateTimeModel.json"

// TestRecognizers measures the reader on the test sentences of another
// recogniser, which are commands to a calendar, no news.
func TestRecognizers(t *testing.T) {
	data, err := os.ReadFile(recognizers)
	if err != nil {
		t.Skip("no recognizers beside the repository")
	}
	var cases []struct {
		Input   string
		Context struct{ ReferenceDateTime string }
		Results []struct {
			Text, TypeName string
			Resolution     struct{ Values []map[string]string }
		}
	}
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(data), "\ufeff")), &cases); err != nil {
		t.Fatal(err)
	}
	found, right, gold := 0, 0, 0
	for _, c := range cases {
		d := &stages.Document{Article: schemas.Article{Text: c.Input, Language: "en"}}
		if err := annotator.Run(d); err != nil {
			t.Fatal(err)
		}
		for _, r := range c.Results {
			if r.TypeName != "datetimeV2.date" {
				continue
			}
			gold++
			at := strings.Index(strings.ToLower(c.Input), strings.ToLower(r.Text))
			got := ""
			for _, s := range d.Sentences {
				for _, e := range times.Read(s.Tokens) {
					if from, to := int(s.Tokens[e.From].Start), int(s.Tokens[e.To-1].End); e.Point() && from < at+len(r.Text) && to > at {
						for _, future := range []bool{false, true} {
							p := e.Resolve(times.Context{Published: date(t, c.Context.ReferenceDateTime[:10]), Future: future})
							got += p.First.String() + " "
						}
					}
				}
			}
			ok := false
			for _, v := range r.Resolution.Values {
				ok = ok || v["value"] != "" && strings.Contains(got, v["value"])
			}
			if got != "" {
				found++
			}
			if ok {
				right++
			} else {
				t.Logf("%q: %q is %v, got %s", c.Input, r.Text, r.Resolution.Values, got)
			}
		}
	}
	t.Logf("dates: %d of %d found, %d right", found, gold, right)
}
