package figures_test

import (
	"strings"
	"testing"

	"parley/schemas"
	"parley/stages"
	"parley/stages/stagetest"
)

// TestCounted checks what is counted, whose it is, and whether it is a total.
func TestCounted(t *testing.T) {
	for text, want := range map[string]string{
		"Some 40 Norwegian soldiers were killed.":                               "combatant NOR -",
		"The strike killed 40 Norwegians.":                                      "person NOR -",
		"Norway has lost 300 tanks since January.":                              "tank NOR cumulative",
		"Norwegian losses stand at 1,200 soldiers so far.":                      "combatant NOR cumulative",
		"Norway's army killed 300 soldiers.":                                    "combatant - -",
		"Sweden said that Norway had lost 300 soldiers.":                        "combatant NOR -",
		"In Norway the army lost 300 soldiers.":                                 "combatant - -",
		"About 300 soldiers of the Norwegian army were killed overnight.":       "combatant NOR incident",
		"Nearly 100 Norwegian soldiers are killed every day.":                   "combatant NOR rate",
		"At least 90 Norwegian and Swedish fighters were wounded.":              "combatant - -",
		"Norway, which denies that it will invade Sweden, massed 9,000 troops.": "combatant NOR -",
		"Norway denies a plan to invade Sweden, having massed 9,000 troops.":    "combatant NOR -",
		"Four girls were wounded in a rocket attack.":                           "child - incident",
		"12 people were killed.":                                                "person - -",
		"12 were killed.":                                                       "person - -",
		"12 bodies were found.":                                                 "person - -",
		"They hold 40 prisoners of war.":                                        "prisoner of war - -",
		"It is the largest since World War Two: 700 people fled.":               "person - -",
		"The road is 12 kilometres long.":                                       "- - -",
	} {
		d := run(t, text)
		if len(d.Figures) == 0 {
			t.Errorf("%q: no figure", text)
			continue
		}
		f := d.Figures[len(d.Figures)-1]
		if got := strings.Join([]string{dash(f.Counted), dash(f.CountedCountry), dash(f.Basis)}, " "); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

func dash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func run(t *testing.T, text string) *stages.Document {
	t.Helper()
	d := stagetest.Document(text)
	stagetest.Run(t, d, chain(t))
	return d
}

// TestSources checks the claimants beside figures that no statement holds.
func TestSources(t *testing.T) {
	for text, want := range map[string]string{
		"Some 40 people left, according to the ministry.":          "the-ministry",
		"According to the ministry, 40 people left.":               "the-ministry",
		"The ministry put the toll at 40 people.":                  "the-ministry",
		"The ministry put 40 people on a bus.":                     "",
		"The ministry has recorded 40 fires.":                      "the-ministry",
		"The ministry has recorded it for 40 days.":                "",
		"Some 40 people left, the ministry said.":                  "the-ministry",
		"- Some 40 people left - the ministry said.":               "the-ministry",
		"The ministry waited while 40 people left.":                "",
		"Some 40 people left. This was stated by the ministry.":    "the-ministry",
		"Some 40 people left. The ministry said this at a dinner.": "the-ministry",
		"Some 40 people left. This was a surprise to the ministry": "",
		"After a 40-day trip, the ministry said it was late.":      "",
		"After 40 fires, the ministry said, it was late.":          "the-ministry",
		"A report, citing 40 people close to the ministry, is out": "",
	} {
		d := stagetest.Document(text)
		stagetest.Run(t, d, chain(t)[:1])
		for n, s := range d.Sentences {
			for k := 1; k < len(s.Tokens); k++ {
				if s.Tokens[k].Lower != "ministry" {
					continue
				}
				start, end := s.Tokens[k-1].Start, s.Tokens[k].End
				d.Mentions = append(d.Mentions, stages.Mention{Mention: schemas.Mention{
					Sentence: int32(n), Start: start, End: end, Text: text[start:end], ActorID: "the-ministry", Kind: "title"}, From: k - 1, To: k + 1})
			}
		}
		d.Actors = []stages.Actor{{ID: "the-ministry", Kind: "government_body"}}
		stagetest.Run(t, d, []stages.PerArticle{stage(t)})
		if len(d.Figures) == 0 {
			t.Errorf("%q: no figure", text)
			continue
		}
		if got := d.Figures[0].AttributedToID; got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
