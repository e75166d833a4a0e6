// Package conflicts tells which of several known conflicts an article is about,
// by how often it names their sides. It is for the choice of a profile, and
// reads plain text, since the choice comes before anything is coded.
package conflicts

import (
	"slices"
	"strings"
	"unicode"

	"parley/schemas"
	"parley/stages"
	"parley/stages/language/lexicon"
	"parley/stages/language/nations"
)

// Chooser knows the names of the sides of some conflicts. It is only read once
// it is built.
type Chooser struct {
	profiles []*stages.Profile
	words    lexicon.Words
	names    *lexicon.Trie[side]
}

// side is a side of a profile, by their numbers.
type side struct{ profile, side int }

// New returns a chooser among profiles. A side is known by its name, its about
// lines, and what its countries, their people and seats are called. Terms keep
// their capitals: "Guinea" is not "guinea".
func New(profiles []*stages.Profile) (*Chooser, error) {
	all, err := nations.Load()
	if err != nil {
		return nil, err
	}
	c := &Chooser{profiles: profiles, words: lexicon.Words{}, names: lexicon.NewTrie[side]()}
	for i, p := range profiles {
		for j, s := range p.Sides {
			for _, term := range append([]string{s.Name}, s.Terms...) {
				c.add(term, side{i, j})
			}
			for _, n := range all {
				if slices.Contains(s.Countries, n.ISO3) {
					c.nation(n, side{i, j})
				}
			}
		}
	}
	return c, nil
}

// Shipped is a chooser among the profiles that are part of the program.
func Shipped() (*Chooser, error) {
	var all []*stages.Profile
	for _, name := range stages.ShippedProfiles() {
		p, err := stages.LoadProfile(name)
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return New(all)
}

func (c *Chooser) nation(n nations.Nation, of side) {
	for _, names := range [][]string{{n.Name}, n.Others, n.Adjectives, n.People} {
		for _, name := range names {
			c.add(name, of)
		}
	}
	for _, seats := range [][]nations.Seat{n.Capitals, n.Seats} {
		for _, s := range seats {
			c.add(s.Name, of)
		}
	}
}

func (c *Chooser) add(term string, of side) {
	var phrase []int32
	for _, w := range split(term) {
		phrase = append(phrase, c.words.Number(w))
	}
	if len(phrase) > 0 {
		c.names.Add(phrase, of)
	}
}

// Least is how often an article about a conflict names each of two sides.
const Least = 2

// sooner is how many days before its start a conflict is in the news.
const sooner = 120

// About is the profile that an article fits best: whose second most named side
// is named most often. nil when none is named enough, or the article, where it
// has a date, is of another time.
func (c *Chooser) About(title, text string, published schemas.Date) *stages.Profile {
	counts := make([][]int, len(c.profiles))
	for i, p := range c.profiles {
		counts[i] = make([]int, len(p.Sides))
	}
	c.count(split(title), counts)
	c.count(split(text), counts)
	var best *stages.Profile
	most := Least - 1
	for i, p := range c.profiles {
		slices.Sort(counts[i])
		if n := counts[i][len(counts[i])-2]; n > most && covers(p, published) {
			best, most = p, n
		}
	}
	return best
}

// covers is whether an article of that day may be about the conflict; it may when
// the day is not known.
func covers(p *stages.Profile, day schemas.Date) bool {
	if day.IsZero() {
		return true
	}
	early := !p.Start.IsZero() && day.Before(p.Start.AddDays(-sooner))
	return !early && (p.End.IsZero() || !p.End.Before(day))
}

// sequence is numbered words.
type sequence []int32

func (s sequence) Len() int         { return len(s) }
func (s sequence) Word(i int) int32 { return s[i] }

func (c *Chooser) count(words []string, counts [][]int) {
	numbers := make(sequence, len(words))
	for i, w := range words {
		numbers[i] = c.words[w]
	}
	for i := range numbers {
		if numbers[i] != 0 {
			lexicon.Each(c.names, numbers, i, func(s side, _ int) { counts[s.profile][s.side]++ })
		}
	}
}

// split are the words of a text, with inner stops and without possessives.
func split(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '\'' && r != '’' && r != '-'
	})
	for i, w := range words {
		w = strings.Trim(w, "'’-")
		for _, s := range []string{"'s", "’s"} {
			w = strings.TrimSuffix(w, s)
		}
		if !strings.Contains(strings.TrimSuffix(w, "."), ".") { // "U.S." keeps its stops
			w = strings.TrimSuffix(w, ".")
		}
		words[i] = w
	}
	return words
}
