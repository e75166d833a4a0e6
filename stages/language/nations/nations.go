// Package nations is the list of the states of the world: how they, their
// people, their capitals and their seats of power are named in English.
package nations

import (
	"embed"
	"fmt"
	"strings"

	"parley/stages/language/lexicon"
)

// Files are the lists, for the Data of stages that use it.
//
//go:embed nations.tsv towns.tsv
var Files embed.FS

// Nation is one state. Names are as they are written, with their capitals.
type Nation struct {
	ID         string   // of the actor
	ISO3       string   // ISO 3166-1 alpha-3, "" for a state that is gone
	Name       string   // the usual one, without article
	Others     []string // further names
	Adjectives []string // the usual one first; several may be abbreviations: US
	People     []string // plural
	Capitals   []Seat
	Seats      []Seat // buildings and the like: Kremlin
}

// Seat is a capital or a seat of power.
type Seat struct {
	Name   string
	Common bool // it stands for the government so often that lower case is read too
}

// Load reads the list, in the order of ids. It fails only when that is damaged.
func Load() ([]Nation, error) {
	var all []Nation
	err := lexicon.EachRow("nations/nations.tsv", lexicon.Text(Files, "nations.tsv"), 8, 1, func(f []string) error {
		if n := len(f[1]); n != 0 && n != 3 || f[2] == "" {
			return fmt.Errorf("code %q is none of ISO 3166-1 alpha-3, or there is no name", f[1])
		}
		for i, c := range f[3:] {
			if c != "" && strings.Contains("|"+c+"|", "||") {
				return fmt.Errorf("column %d is %q: no empty value in it", i+4, c)
			}
		}
		all = append(all, Nation{
			ID: f[0], ISO3: f[1], Name: f[2],
			Others: values(f[3]), Adjectives: values(f[4]), People: values(f[5]), Capitals: seats(f[6]), Seats: seats(f[7]),
		})
		return nil
	})
	return all, err
}

func values(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, "|")
}

func seats(cell string) []Seat {
	var all []Seat
	for _, v := range values(cell) {
		name, common := strings.CutPrefix(v, "~")
		all = append(all, Seat{name, common})
	}
	return all
}

// Towns are cities and other places where political events happen, as written,
// to the code of their country; "" where that is disputed or there is none.
func Towns() (map[string]string, error) {
	towns, err := lexicon.Pairs(Files, "nations/towns.tsv")
	for name, country := range towns {
		towns[name] = strings.Trim(country, "-")
	}
	return towns, err
}

// Adjectives are the single words that say of what state somebody is, lower
// case, to the state's code: "peruvian" to PER. Abbreviations are left out,
// since in lower case they are other words ("us").
func Adjectives(all []Nation) map[string]string {
	m := map[string]string{}
	for _, n := range all {
		for _, a := range n.Adjectives {
			if n.ISO3 != "" && !strings.Contains(a, " ") && a != strings.ToUpper(a) {
				m[strings.ToLower(a)] = n.ISO3
			}
		}
	}
	return m
}
