package events_test

import (
	"fmt"
	"testing"

	"parley/stages"
	"parley/stages/stagetest"
)

// dumpTalks shows what the rows of meetings tell beside other events.
func dumpTalks(d *stages.Document) string {
	var rows [][]string
	for _, e := range d.Events {
		round := "-"
		if e.Round != nil {
			round = fmt.Sprint(*e.Round)
		}
		rows = append(rows, []string{e.Type, e.Anchor, ids(e.SourceIDs), ids(e.TargetIDs), or(e.Date.String()), or(e.Place), e.Status, or(e.Level), or(e.Format), round})
	}
	return stagetest.Table(rows)
}

func TestTalks(t *testing.T) { stagetest.Golden(t, "testdata/talks/*.txtar", chain(t), dumpTalks) }

// TestOwnStory holds that an event is its own story until others are known.
func TestOwnStory(t *testing.T) {
	d := stagetest.Document("Peru attacked Chile. Norway met Spain in Geneva.")
	stagetest.Run(t, d, chain(t))
	if len(d.Events) != 2 {
		t.Fatalf("%d events, want 2", len(d.Events))
	}
	for _, e := range d.Events {
		if e.Story != e.EventID {
			t.Errorf("%s has the story %q", e.EventID, e.Story)
		}
	}
}
