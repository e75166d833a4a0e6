package conflicts_test

import (
	"testing"

	"parley/schemas"
	"parley/stages/language/conflicts"
)

func TestAbout(t *testing.T) {
	c, err := conflicts.Shipped()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ name, text, day, want string }{
		{"ukraine", "Russia and Ukraine met again. Moscow's envoy left first, Kyiv's an hour later.", "2022-03-29", "ukraine-2022"},
		{"ukraine, no date", "Russia and Ukraine met again. Moscow's envoy left first, Kyiv's an hour later.", "", "ukraine-2022"},
		{"before the war", "Russia and Ukraine met again. Moscow's envoy left first, Kyiv's an hour later.", "2016-03-29", ""},
		{"one side alone", "Ukraine votes on Sunday. In Kyiv the polls open at eight; Ukrainian schools are closed.", "2023-03-29", ""},
		{"named in passing", "Ukraine votes on Sunday. Kyiv is calm; Russia is silent.", "2023-03-29", ""},
		{"a side without a country", "The RSF left the market. Sudan's army said the Rapid Support Forces had no choice; Burhan spoke of a truce.", "2024-05-01", "sudan-2023"},
		{"a mediator beside the sides", "Israel and Hamas agreed in Doha, Qatar said. Egypt and the United States signed; Gaza's crossings open, Israel's army stays.", "2025-01-16", "gaza-2023"},
		{"the same sides earlier", "Israel and Hamas agreed on a truce. Gaza is quiet, Israel's army stays.", "2014-08-26", ""},
		{"adjectives and seats", "The Taliban's envoy told the Afghan delegation in Doha that Kabul had to free more men; the Taliban had kept their word.", "2020-10-01", "afghanistan-2018"},
		{"no conflict", "The river rose. The mayor of Lima closed the bridge, and Peru's weather service sees more rain.", "2022-03-29", ""},
		{"empty", "", "", ""},
	} {
		var day schemas.Date
		if x.day != "" {
			if day, err = schemas.ParseDate(x.day); err != nil {
				t.Fatal(err)
			}
		}
		got := ""
		if p := c.About("", x.text, day); p != nil {
			got = p.ID
		}
		if got != x.want {
			t.Errorf("%s: about %q, want %q", x.name, got, x.want)
		}
	}
}
