package aggregate

import (
	"fmt"
	"testing"

	"parley/schemas"
	"parley/stages"
	"parley/stages/stagetest"
)

// holds makes the n-th position of an article.
func holds(article string, n int, who, stance, content string, own bool) schemas.Position {
	return schemas.Position{PositionID: fmt.Sprintf("%s/p%05d", article, n), ArticleID: article, ActorID: who, Issue: "territory", Stance: stance,
		Content: content, OwnWords: own, Confidence: 0.5}
}

// ledgerOf is the rows of one group by month.
func ledgerOf(t *testing.T, s *stagetest.Store, group string) (rows []schemas.PositionLedger) {
	t.Helper()
	err := stages.Scan(s, func(r *schemas.PositionLedger) error {
		if r.Group == group && r.Period == "month" {
			rows = append(rows, *r)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestLedger(t *testing.T) {
	articles := []schemas.Article{art("a1", "2024-01-10"), art("a2", "2024-02-10"), art("a3", "2024-03-10"), copyOf("a4", "a3", "2024-03-11")}
	old := holds("a2", 1, "a-minister", "accepts", "the river border of the north", true)
	old.Background = true // without a day of its own it is in no period
	s := aggregate(t, articles, people, []schemas.Position{
		holds("a1", 0, "a-minister", "rejects", "any change of the river border", true),
		holds("a1", 1, "b-envoy", "demands", "a new river border", false),
		holds("a2", 0, "a-minister", "rejects", "a change of the river border", true),
		old,
		holds("a3", 0, "a-minister", "accepts", "the change of the river border", true),
		holds("a3", 1, "b-envoy", "rejects", "the line of the mountains", true),
		holds("a4", 0, "a-minister", "rejects", "any change of the river border", true), // a copy
	})
	want := []string{
		"2024-01-01 north rejects since 2024-01-01 of 1 changed false  ",
		"2024-01-01 south demands since 2024-01-01 of 1 changed false  ",
		"2024-02-01 north rejects since 2024-01-01 of 1 changed false  ",
		"2024-03-01 north accepts since 2024-03-01 of 1 changed true a2/p00000 a3/p00000",
		"2024-03-01 south rejects since 2024-03-01 of 1 changed false  ",
	}
	rows := ledgerOf(t, s, "side")
	if len(rows) != len(want) {
		t.Fatalf("%d rows, want %d: %+v", len(rows), len(want), rows)
	}
	for i, r := range rows {
		got := fmt.Sprintf("%s %s %s since %s of %d changed %t %s %s", r.PeriodStart, r.HolderID, r.Stance, r.FirstHeld, r.Positions, r.Changed, r.ChangedFrom, r.ChangedTo)
		if got != want[i] {
			t.Errorf("row %d: %s, want %s", i, got, want[i])
		}
	}
}

// TestNoChange holds what is no change: another content, and one article that
// reports it.
func TestNoChange(t *testing.T) {
	articles := []schemas.Article{art("a1", "2024-01-10"), art("a2", "2024-02-10")}
	for name, second := range map[string]schemas.Position{
		"other content": holds("a2", 0, "a-minister", "accepts", "a bridge over the eastern canal", true),
		"one report":    holds("a2", 0, "a-minister", "accepts", "the change of the river border", false),
		"a demand":      holds("a2", 0, "a-minister", "demands", "the change of the river border", true),
		"another":       holds("a2", 0, "b-envoy", "accepts", "the change of the river border", true),
	} {
		t.Run(name, func(t *testing.T) {
			s := aggregate(t, articles, people, []schemas.Position{holds("a1", 0, "a-minister", "rejects", "the change of the river border", true), second})
			for _, r := range ledgerOf(t, s, "actor") {
				if r.Changed {
					t.Errorf("changed: %+v", r)
				}
			}
		})
	}
}
