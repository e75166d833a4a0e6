package stages

import (
	"bufio"
	"bytes"
	"embed"
	"fmt"
	"os"
	"strings"

	"parley/schemas"
)

//go:embed profiles/*.tsv
var profiles embed.FS

// Profile is what is known of one conflict. Its file is lines of fields that
// are separated by tabs; the first field is the kind of line:
//
//	conflict  ID    TITLE
//	start     DATE
//	side      ID    NAME   COUNTRIES (ISO 3166 alpha-3, separated by spaces)
//	member    SIDE  ACTOR-ID            an actor that belongs to a side without being of its country
//	mediator  COUNTRY or ACTOR-ID
//	backer    SIDE  COUNTRIES or ACTOR-IDS (separated by spaces), who speak for a side with the others
//	venue     PLACE COUNTRY
//	issue     ID    TERMS (separated by |)
//	round     DATE  PLACE  WHAT         a round of the talks, for the charts
//
// Empty lines and lines that begin with # are skipped.
type Profile struct {
	ID, Title string
	Start     schemas.Date
	Sides     []Side
	Mediators []string
	Venues    []Venue
	Issues    []Issue
	Rounds    []Round
	Source    []byte // the file's bytes, for the manifest's hash

	members map[string]string // actor id or country to side
	backers map[string]string // likewise, of those who back it
}

// Side is a party to the conflict.
type Side struct {
	ID, Name  string
	Countries []string
}

// Venue is a place where talks are held.
type Venue struct{ Place, Country string }

// Issue is a point of the agenda and the words for it, lower case.
type Issue struct {
	ID    string
	Terms []string
}

// Round is a meeting that a chart marks.
type Round struct {
	Date  schemas.Date
	Place string
	What  string
}

// LoadProfile reads a profile that ships with the program, by name, or a file.
func LoadProfile(name string) (*Profile, error) {
	if !strings.ContainsAny(name, `/\.`) {
		b, err := profiles.ReadFile("profiles/" + name + ".tsv")
		if err != nil {
			return nil, fmt.Errorf("profile %q: no profile of that name ships with parley; give a name that does (ukraine-2022) or the path of a file such as ./%s.tsv", name, name)
		}
		return ParseProfile(name, b)
	}
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("profile: %w", err)
	}
	return ParseProfile(name, b)
}

// ParseProfile reads a profile's bytes; name stands in its errors.
func ParseProfile(name string, b []byte) (*Profile, error) {
	p := &Profile{Source: b, members: map[string]string{}, backers: map[string]string{}}
	sc := bufio.NewScanner(bytes.NewReader(b))
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimRight(sc.Text(), "\r")
		if line == "" || line[0] == '#' {
			continue
		}
		if err := p.line(strings.Split(line, "\t")); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
	}
	if err := sc.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if p.ID == "" || len(p.Sides) == 0 {
		return nil, fmt.Errorf("%s: a profile needs a conflict line and at least one side line", name)
	}
	return p, nil
}

var profileFields = map[string]int{"conflict": 3, "start": 2, "side": 4, "member": 3, "mediator": 2, "backer": 3, "venue": 3, "issue": 3, "round": 4}

func (p *Profile) line(f []string) error {
	want, ok := profileFields[f[0]]
	if !ok {
		return fmt.Errorf("unknown kind of line %q; known are conflict, start, side, member, mediator, backer, venue, issue, round", f[0])
	}
	if len(f) != want {
		return fmt.Errorf("a %s line has %d fields separated by tabs, this one has %d", f[0], want, len(f))
	}
	var err error
	switch f[0] {
	case "conflict":
		p.ID, p.Title = f[1], f[2]
	case "start":
		p.Start, err = schemas.ParseDate(f[1])
	case "side":
		s := Side{ID: f[1], Name: f[2], Countries: strings.Fields(f[3])}
		for _, c := range s.Countries {
			err = p.join(c, s.ID)
		}
		p.Sides = append(p.Sides, s)
	case "member":
		err = p.join(f[2], f[1])
	case "mediator":
		p.Mediators = append(p.Mediators, f[1])
	case "backer":
		for _, who := range strings.Fields(f[2]) {
			p.backers[who] = f[1]
		}
	case "venue":
		p.Venues = append(p.Venues, Venue{f[1], f[2]})
	case "issue":
		p.Issues = append(p.Issues, Issue{f[1], strings.Split(f[2], "|")})
	case "round":
		r := Round{Place: f[2], What: f[3]}
		r.Date, err = schemas.ParseDate(f[1])
		p.Rounds = append(p.Rounds, r)
	}
	return err
}

func (p *Profile) join(who, side string) error {
	if have, ok := p.members[who]; ok {
		return fmt.Errorf("%s is on side %s already", who, have)
	}
	p.members[who] = side
	return nil
}

// SideOf is the side of an actor, by its id or else by its country; "" when it
// is on none.
func (p *Profile) SideOf(actorID, country string) string {
	if s, ok := p.members[actorID]; ok {
		return s
	}
	return p.members[country]
}

// BackedBy is the side that an actor backs, by its id or else by its country; ""
// when it backs none.
func (p *Profile) BackedBy(actorID, country string) string {
	if s, ok := p.backers[actorID]; ok {
		return s
	}
	return p.backers[country]
}

// SideName is the name of a side, or the id itself when it is none.
func (p *Profile) SideName(id string) string {
	for _, s := range p.Sides {
		if s.ID == id {
			return s.Name
		}
	}
	return id
}
