package stages

import (
	"embed"
	"errors"
	"fmt"
	"os"
	"path"
	"slices"
	"strings"

	"parley/schemas"
)

//go:embed profiles/*.tsv
var profiles embed.FS

// Profile is what is known of one conflict. Its file is lines of fields that
// are separated by tabs, in any order; the first field is the kind of line, and
// fields in brackets may be left out (schemas/profiles.md has an example):
//
//	conflict  ID    TITLE
//	start     DATE
//	end       DATE
//	side      ID    NAME   [COUNTRIES]          a party; ISO 3166 alpha-3, separated by spaces
//	member    SIDE  WHO                         actors that belong to a side without being of its country
//	mediator  WHO
//	backer    SIDE  WHO                         who speaks for a side with the others
//	about     SIDE  TERMS                       words that name a side in the articles, besides its name and countries
//	venue     PLACE COUNTRY
//	issue     ID    TERMS  [ISSUE]              a point of the agenda, and the issue of the table positions that it belongs to
//	round     DATE  PLACE  WHAT                 a round of the talks, for the charts
//
// WHO are ids of actors and countries, separated by spaces; TERMS are separated
// by |. Empty lines and lines that begin with # are skipped.
type Profile struct {
	ID, Title  string
	Start, End schemas.Date // zero where it is open
	Sides      []Side
	Mediators  []string
	Venues     []Venue
	Issues     []Issue
	Rounds     []Round
	Source     []byte // the file's bytes, for the manifest's hash

	members map[string]string // actor id or country to side
	backers map[string]string // likewise, of those who back it
}

// Side is a party to the conflict.
type Side struct {
	ID, Name  string
	Countries []string
	Terms     []string // of its about lines
}

// Venue is a place where talks are held.
type Venue struct{ Place, Country string }

// Issue is a point of the agenda and the words for it, lower case.
type Issue struct {
	ID    string
	Terms []string
	Under string // the issue of the general list (positions.issue) that it is a point of; "" for any
}

// Round is a meeting that a chart marks.
type Round struct {
	Date  schemas.Date
	Place string
	What  string
}

// NoProfile is what a run without a profile has: no sides, no title, no dates.
func NoProfile() *Profile { return &Profile{ID: "none"} }

// ShippedProfiles are the names of the profiles that are part of the program, in
// order.
func ShippedProfiles() (names []string) {
	files, err := profiles.ReadDir("profiles")
	if err != nil {
		panic("stages: " + err.Error())
	}
	for _, f := range files {
		names = append(names, strings.TrimSuffix(f.Name(), ".tsv"))
	}
	return names
}

// LoadProfile reads a profile that ships with the program, by name, or a file.
// The name "none" is NoProfile.
func LoadProfile(name string) (*Profile, error) {
	if name == "none" {
		return NoProfile(), nil
	}
	if strings.ContainsAny(name, `/\.`) {
		b, err := os.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("profile: %w", err)
		}
		return ParseProfile(name, b)
	}
	b, err := profiles.ReadFile(path.Join("profiles", name+".tsv"))
	if err != nil {
		return nil, fmt.Errorf("profile %q: no profile of that name ships with parley; give a name that does (%s), none, or the path of a file such as ./%s.tsv",
			name, strings.Join(ShippedProfiles(), ", "), name)
	}
	return ParseProfile(name, b)
}

// ParseProfile reads a profile's bytes; name stands in its errors, of which it
// returns all, each with its line.
func ParseProfile(name string, b []byte) (*Profile, error) {
	p := &Profile{Source: b, members: map[string]string{}, backers: map[string]string{}}
	r := profileReader{Profile: p, name: name}
	text := strings.TrimPrefix(string(b), "\ufeff") // some editors begin a file with a mark
	var lines []profileLine
	for n, line := range strings.Split(text, "\n") {
		if line = strings.TrimRight(line, "\r"); line != "" && line[0] != '#' {
			lines = append(lines, profileLine{n + 1, strings.Split(line, "\t")})
		}
	}
	// Sides first: other lines name them, wherever they stand.
	for _, first := range []bool{true, false} {
		for _, l := range lines {
			if (l.fields[0] == "side") == first {
				r.line(l)
			}
		}
	}
	if p.ID == "" {
		r.fail(0, "there is no conflict line: add one, such as conflict<tab>my-conflict<tab>War in Somewhere")
	}
	if len(p.Sides) < 2 {
		r.fail(0, "there are %d side lines, and a conflict has at least two: add lines such as side<tab>rebels<tab>Rebels", len(p.Sides))
	}
	if !p.Start.IsZero() && !p.End.IsZero() && p.End.Before(p.Start) {
		r.fail(0, "it ends before it starts")
	}
	slices.SortStableFunc(r.errors, func(a, b profileError) int { return a.line - b.line })
	var all []error
	for _, e := range r.errors {
		all = append(all, e)
	}
	return p, errors.Join(all...)
}

// profileLine is a line of a profile's file, numbered from 1.
type profileLine struct {
	number int
	fields []string
}

// profileError is what is wrong with a line, 0 being the file as a whole.
type profileError struct {
	name string
	line int
	what string
}

func (e profileError) Error() string {
	if e.line == 0 {
		return e.name + ": " + e.what
	}
	return fmt.Sprintf("%s:%d: %s", e.name, e.line, e.what)
}

// profileReader fills a profile and gathers what is wrong with its file.
type profileReader struct {
	*Profile
	name   string
	errors []profileError
}

func (r *profileReader) fail(line int, format string, args ...any) {
	r.errors = append(r.errors, profileError{r.name, line, fmt.Sprintf(format, args...)})
}

// profileKinds are the kinds of lines: the fewest and the most fields, and the form.
var profileKinds = map[string]struct {
	least, most int
	form        string
}{
	"conflict": {3, 3, "conflict ID TITLE"}, "start": {2, 2, "start DATE"}, "end": {2, 2, "end DATE"},
	"side": {3, 4, "side ID NAME [COUNTRIES]"}, "member": {3, 3, "member SIDE WHO"}, "mediator": {2, 2, "mediator WHO"},
	"backer": {3, 3, "backer SIDE WHO"}, "about": {3, 3, "about SIDE TERMS"}, "venue": {3, 3, "venue PLACE COUNTRY"},
	"issue": {3, 4, "issue ID TERMS [ISSUE]"}, "round": {4, 4, "round DATE PLACE WHAT"},
}

func (r *profileReader) line(l profileLine) {
	f := l.fields
	kind, ok := profileKinds[f[0]]
	if !ok {
		var known []string
		for k := range profileKinds {
			known = append(known, k)
		}
		slices.Sort(known)
		r.fail(l.number, "unknown kind of line %q; known are %s", f[0], strings.Join(known, ", "))
		return
	}
	if len(f) < kind.least || len(f) > kind.most {
		r.fail(l.number, "a %s line is %s, separated by tabs; this one has %d fields", f[0], kind.form, len(f))
		return
	}
	for i, x := range f {
		if f[i] = strings.TrimSpace(x); f[i] == "" && i < kind.least {
			r.fail(l.number, "field %d is empty; a %s line is %s", i+1, f[0], kind.form)
			return
		}
	}
	r.fill(l.number, f)
}

func (r *profileReader) fill(n int, f []string) {
	switch f[0] {
	case "conflict":
		if r.ID != "" {
			r.fail(n, "there is a conflict line already: %s", r.ID)
		}
		r.ID, r.Title = f[1], f[2]
	case "start":
		r.Start = r.date(n, f[1])
	case "end":
		r.End = r.date(n, f[1])
	case "side":
		r.side(n, f)
	case "member":
		r.ofSide(n, f[1])
		for _, who := range strings.Fields(f[2]) {
			r.join(n, who, f[1])
		}
	case "mediator":
		r.Mediators = append(r.Mediators, strings.Fields(f[1])...)
	case "backer":
		r.ofSide(n, f[1])
		for _, who := range strings.Fields(f[2]) {
			if have, ok := r.backers[who]; ok {
				r.fail(n, "%s backs side %s already", who, have)
			}
			r.backers[who] = f[1]
		}
	case "about":
		if s := r.ofSide(n, f[1]); s != nil {
			s.Terms = append(s.Terms, strings.Split(f[2], "|")...)
		}
	case "venue":
		r.Venues = append(r.Venues, Venue{f[1], f[2]})
	case "issue":
		x := Issue{ID: f[1], Terms: strings.Split(f[2], "|")}
		if len(f) > 3 {
			x.Under = f[3]
		}
		r.Issues = append(r.Issues, x)
	case "round":
		r.Rounds = append(r.Rounds, Round{r.date(n, f[1]), f[2], f[3]})
	}
}

func (r *profileReader) side(n int, f []string) {
	if slices.ContainsFunc(r.Sides, func(s Side) bool { return s.ID == f[1] }) {
		r.fail(n, "there is a side %s already", f[1])
		return
	}
	s := Side{ID: f[1], Name: f[2]}
	if len(f) > 3 {
		s.Countries = strings.Fields(f[3])
	}
	for _, c := range s.Countries {
		if len(c) != 3 || strings.ToUpper(c) != c {
			r.fail(n, "%q is no country: three capitals after ISO 3166-1, such as UKR", c)
		}
		r.join(n, c, s.ID)
	}
	r.Sides = append(r.Sides, s)
}

// ofSide finds the side that a line names; nil, and an error, where there is none.
func (r *profileReader) ofSide(n int, id string) *Side {
	var ids []string
	for i := range r.Sides {
		if r.Sides[i].ID == id {
			return &r.Sides[i]
		}
		ids = append(ids, r.Sides[i].ID)
	}
	r.fail(n, "there is no side %q; sides are %s", id, strings.Join(ids, ", "))
	return nil
}

func (r *profileReader) date(n int, s string) schemas.Date {
	d, err := schemas.ParseDate(s)
	if err != nil {
		r.fail(n, "%q is no date: write it as 2022-02-24", s)
	}
	return d
}

func (r *profileReader) join(n int, who, side string) {
	if have, ok := r.members[who]; ok {
		r.fail(n, "%s is on side %s already", who, have)
		return
	}
	r.members[who] = side
}

// Who are the ids of actors and the countries that the profile names, in order.
func (p *Profile) Who() (all []string) {
	all = slices.Clone(p.Mediators)
	for _, m := range []map[string]string{p.members, p.backers} {
		for who := range m {
			all = append(all, who)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
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
