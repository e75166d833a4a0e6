package positions_test

import (
	"fmt"
	"strings"
	"testing"

	"parley/stages"
	"parley/stages/events"
	"parley/stages/positions"
	"parley/stages/stagetest"
	"parley/stages/stagetest/chains"
)

func chain(t testing.TB) []stages.PerArticle {
	t.Helper()
	c := chains.ToStatements(t)
	c.Add(events.New(events.Options{Profile: c.Profile}))
	c.Add(positions.New(positions.Options{Profile: c.Profile}))
	return c.Stages
}

// dump writes a line for each position.
func dump(d *stages.Document) string {
	var b strings.Builder
	for _, p := range d.Positions {
		fmt.Fprintf(&b, "%s %s %s", p.ActorID, p.Stance, p.Issue)
		for _, x := range [][2]string{{"point", p.Point}, {"to", p.AddresseeID}, {"if", p.Condition}, {"on", p.HeldOn.String()}, {"answers", strings.TrimPrefix(p.Answers, "a/")}} {
			if x[1] != "" {
				fmt.Fprintf(&b, " %s=%s", x[0], x[1])
			}
		}
		fmt.Fprintf(&b, " | %s\n", p.Content)
	}
	return b.String()
}

func TestGolden(t *testing.T) { stagetest.Golden(t, "testdata/*.txtar", chain(t), dump) }

// TestContract holds that hostile texts end, and what every row has to be.
func TestContract(t *testing.T) {
	c := chain(t)
	for name, text := range map[string]string{
		"empty":          "",
		"quotes":         strings.Repeat("“\"”", 800),
		"no punctuation": strings.Repeat("russia demanded that ukraine accept neutrality and rejected a ceasefire unless ", 600),
		"speech":         "The minister said: “" + strings.Repeat("We demand a ceasefire. We will not give up Crimea if they do not withdraw. ", 120) + "”",
		"one word":       "Ceasefire",
		"if":             strings.Repeat("if unless until ", 600) + "a ceasefire.",
	} {
		t.Run(name, func(t *testing.T) {
			d := stagetest.Document(text)
			stagetest.Run(t, d, c)
			for i, p := range d.Positions {
				if p.PositionID != fmt.Sprintf("a/p%05d", i) {
					t.Errorf("position %d has the id %s", i, p.PositionID)
				}
				if p.Content == "" || d.Slice(p.Start, p.End) != p.Content {
					t.Errorf("content %q at %d-%d", p.Content, p.Start, p.End)
				}
				if s := d.Sentences[p.Sentence]; d.Byte(p.Start) < s.Start || d.Byte(p.End) > s.End {
					t.Errorf("content %q is not in its sentence", p.Content)
				}
				if p.Answers != "" && p.Answers >= p.PositionID {
					t.Errorf("%s answers %s", p.PositionID, p.Answers)
				}
				if p.Condition != "" && p.Stance != "conditional" {
					t.Errorf("%s has a condition", p.Stance)
				}
			}
		})
	}
}
