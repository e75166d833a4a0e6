package times

import (
	"fmt"
	"strconv"
	"strings"

	"parley/schemas"
	"parley/stages/language/lexicon"
)

// feast is a day of a name that lies so many days after Easter.
type feast struct {
	kind easter
	days int16
}

// easter is the reckoning that a feast goes by.
type easter uint8

const (
	fixed     easter = iota // by none: it has its month and day
	gregorian               // of the western churches
	julian                  // of the eastern churches, as a day of the Gregorian calendar
)

// named is a line of feasts.tsv.
type named struct {
	words []string // in lower case, without the first
	date  schemas.Date
	feast feast
}

// readFeasts reads the names of days.
func (t *table) readFeasts(name, text string) error {
	return lexicon.EachRow(name, text, 2, 1, func(c []string) error {
		words := strings.Split(c[0], " ")
		n := named{words: words[1:]}
		reckoning, days, moves := strings.Cut(c[1], "+")
		switch d, err := schemas.ParseDate(c[1]); {
		case c[1] == "-": // a time of no one day
		case err == nil:
			n.date = d
		case moves && (reckoning == "easter" || reckoning == "pascha"):
			k, err := strconv.Atoi(days)
			if err != nil {
				return fmt.Errorf("%q is no number of days", days)
			}
			n.feast = feast{gregorian, int16(k)}
			if reckoning == "pascha" {
				n.feast.kind = julian
			}
		default:
			d, err := schemas.ParseDate("2000-" + c[1])
			if err != nil {
				return fmt.Errorf("%q is no day: write MM-DD, YYYY-MM-DD, easter+N, pascha+N or -", c[1])
			}
			n.date = schemas.Date{Month: d.Month, Day: d.Day}
		}
		w := t.words[words[0]]
		w.class |= isFeast
		t.words[words[0]] = w
		t.feasts[words[0]] = append(t.feasts[words[0]], n)
		return nil
	})
}

// feastAt is the number of tokens from i on that name a day, the longest name of
// those that begin so; 0 for none. g, if given, keeps which.
func (m *match) feastAt(i int, g *captures) int {
	best := 0
	if m.word(m.table, i).class&isFeast == 0 {
		return 0
	}
	for _, n := range m.feasts[m.tokens[i].Lower] {
		used := 1 + len(n.words)
		if used <= best || i+used > len(m.tokens) || !m.follow(i+1, n.words) {
			continue
		}
		best = used
		if g != nil {
			g.date, g.feast = n.date, n.feast
		}
	}
	return best
}

func (m *match) follow(i int, words []string) bool {
	for k, w := range words {
		if m.tokens[i+k].Lower != w {
			return false
		}
	}
	return true
}

// in is the day of a moving feast in a year.
func (f feast) in(year int) schemas.Date {
	d := easterSunday(year)
	if f.kind == julian {
		d = orthodoxEaster(year)
	}
	return d.AddDays(int(f.days))
}

// easterSunday is the western Easter, by the algorithm of Butcher's
// Ecclesiastical Calendar of 1876.
func easterSunday(y int) schemas.Date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return schemas.Date{Year: int16(y), Month: uint8(n / 31), Day: uint8(n%31 + 1)}
}

// orthodoxEaster is Easter by the Julian calendar, by the algorithm of Meeus,
// as a day of the Gregorian one from 1900 to 2099.
func orthodoxEaster(y int) schemas.Date {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	n := d + e + 114
	return schemas.Date{Year: int16(y), Month: uint8(n / 31), Day: uint8(n%31 + 1)}.AddDays(13)
}
