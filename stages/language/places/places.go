// Package places knows where cities are: the larger cities of GeoNames with
// their country and coordinates. It is no stage.
//
// In: a name as written. Out: the cities of that name, the largest first. Which of
// them a text means, the caller tells by the countries that it speaks of.
//
// Source: cities.tsv, made by scripts/places.py. Known failures: small towns,
// regions and buildings are not known, nor are names in other spellings than
// GeoNames' own, that without marks, and those that news uses most.
package places

import (
	"embed"
	"fmt"
	"slices"
	"strconv"

	"parley/stages/language/lexicon"
)

// Files are the list, for the hashes of the manifest.
//
//go:embed cities.tsv
var Files embed.FS

// City is a city of GeoNames.
type City struct {
	ID       string  // GeoNames' number
	Country  string  // ISO 3166-1 alpha-3
	Lat, Lon float64 // degrees, to a hundredth
	people   int     // thousands
}

// Gazetteer is the cities by their names. It is only read once loaded.
type Gazetteer struct{ cities map[string][]City }

// Load reads the list. It fails only when that is damaged.
func Load() (*Gazetteer, error) {
	g := &Gazetteer{map[string][]City{}}
	err := lexicon.EachRow("places/cities.tsv", lexicon.Text(Files, "cities.tsv"), 6, 2, func(r []string) error {
		people, err := strconv.Atoi(r[3])
		if err != nil {
			return err
		}
		lat, err := degrees(r[4], 90)
		if err != nil {
			return err
		}
		lon, err := degrees(r[5], 180)
		if err != nil {
			return err
		}
		g.cities[r[0]] = append(g.cities[r[0]], City{r[1], r[2], lat, lon, people})
		return nil
	})
	return g, err
}

func degrees(s string, most float64) (float64, error) {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || x < -most || x > most {
		return 0, fmt.Errorf("%q are no degrees of at most %g", s, most)
	}
	return x, nil
}

// Find is the city that a name means in a text that speaks of the countries for
// which spoken is true: the largest there, else the largest of all; ok is false
// where no city is called so.
func (g *Gazetteer) Find(name string, spoken func(country string) bool) (best City, ok bool) {
	list := g.cities[name]
	if len(list) == 0 {
		return City{}, false
	}
	return slices.MaxFunc(list, func(a, b City) int {
		if x, y := spoken(a.Country), spoken(b.Country); x != y {
			if x {
				return 1
			}
			return -1
		}
		return a.people - b.people
	}), true
}
