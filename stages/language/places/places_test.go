package places_test

import (
	"testing"

	"parley/stages/language/places"
)

func TestFind(t *testing.T) {
	g, err := places.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ name, spoken, want string }{
		{"Geneva", "", "CHE"},
		{"Kiev", "", "UKR"},
		{"Tripoli", "", "LBY"},
		{"Tripoli", "LBN", "LBN"},
		{"Nowhere at all", "", ""},
	} {
		got, ok := g.Find(c.name, func(country string) bool { return country == c.spoken })
		if got.Country != c.want || ok != (c.want != "") {
			t.Errorf("%s in a text on %q: %+v, want %q", c.name, c.spoken, got, c.want)
		}
	}
}
