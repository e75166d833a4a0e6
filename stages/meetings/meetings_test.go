package meetings_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
	"parley/stages/events"
	"parley/stages/meetings"
	"parley/stages/stagetest"
	"parley/stages/stagetest/chains"
)

func chain(t testing.TB) []stages.PerArticle {
	t.Helper()
	c := chains.ToStatements(t)
	c.Add(events.New(events.Options{Profile: c.Profile}))
	c.Add(meetings.New(meetings.Options{Profile: c.Profile}))
	return c.Stages
}

// dump writes a line for each meeting of an article.
func dump(d *stages.Document) string {
	var b strings.Builder
	for _, m := range d.Meetings {
		fmt.Fprintf(&b, "%d %s: %s %s", m.Sentence, m.Anchor, m.Status, strings.Join(m.Parties, "+"))
		day := m.Date.String()
		switch m.DatePrecision {
		case "month":
			day = day[:7]
		case "year":
			day = day[:4]
		}
		round := ""
		if m.Round != nil {
			round = fmt.Sprint("round ", *m.Round)
		}
		for _, told := range []string{day, m.Place, m.Level, m.Format, round, m.Outcome} {
			if told != "" {
				b.WriteString(", " + told)
			}
		}
		if len(m.Hosts) > 0 {
			fmt.Fprintf(&b, ", hosts %s", strings.Join(m.Hosts, "+"))
		}
		if m.OutcomeSentence != nil {
			fmt.Fprintf(&b, " (%d)", *m.OutcomeSentence)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestGolden(t *testing.T) { stagetest.Golden(t, "testdata/*.txtar", chain(t), dump) }

// TestContract holds that rows are sound on odd texts.
func TestContract(t *testing.T) {
	c := chain(t)
	for name, text := range map[string]string{
		"empty":    "",
		"meetings": strings.Repeat("Peru and Chile met in Lima on Monday. ", 300),
		"talks":    strings.Repeat("the talks of the talks with the talks ", 2000),
	} {
		t.Run(name, func(t *testing.T) {
			d := stagetest.Document(text)
			stagetest.Run(t, d, c)
			for i, m := range d.Meetings {
				if len(m.EventIDs) == 0 || m.Date.IsZero() != (m.DatePrecision == "") || (m.Outcome == "") != (m.OutcomeSentence == nil) {
					t.Errorf("row %d is %+v", i, m)
				}
				for _, id := range m.EventIDs {
					if !slices.ContainsFunc(d.Events, func(e schemas.Event) bool { return e.EventID == id }) {
						t.Errorf("row %d has the event %s, which is none", i, id)
					}
				}
			}
		})
	}
}
