package actors

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"parley/schemas"
)

// term is a time in office: the roles that a person holds from one day to
// another. A zero From or To is open.
type term struct {
	roles    []string
	from, to schemas.Date
}

// parseTerms reads "ROLE+ROLE@FROM..TO;ROLE@FROM..": a day, month or year on
// either side, nothing for an open end.
func parseTerms(s string) ([]term, error) {
	if s == "" {
		return nil, nil
	}
	var terms []term
	for _, part := range strings.Split(s, ";") {
		roles, dates, ok := strings.Cut(part, "@")
		from, to, ok2 := strings.Cut(dates, "..")
		if !ok || !ok2 || roles == "" {
			return nil, fmt.Errorf("%q is no role: write ROLE@FROM..TO, such as president@2019-05-20..2024-05-20", part)
		}
		t := term{roles: strings.Split(roles, "+")}
		var err error
		if t.from, err = parseEnd(from, false); err != nil {
			return nil, err
		}
		if t.to, err = parseEnd(to, true); err != nil {
			return nil, err
		}
		if !t.to.IsZero() && t.to.Before(t.from) {
			return nil, fmt.Errorf("%q ends before it begins", part)
		}
		terms = append(terms, t)
	}
	return terms, nil
}

// parseEnd reads a day, a month or a year; of the latter two the first day,
// or the last.
func parseEnd(s string, last bool) (schemas.Date, error) {
	if s == "" {
		return schemas.Date{}, nil
	}
	for i, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		t, err := time.Parse(layout, s)
		if err != nil {
			continue
		}
		if last && i > 0 {
			t = t.AddDate(i-1, 2-i, -1)
		}
		return schemas.ParseDate(t.Format("2006-01-02"))
	}
	return schemas.Date{}, fmt.Errorf("%q is no date: write 2022-03-10, 2022-03 or 2022", s)
}

// before reports whether the person had left the role before the day.
func (p *listed) before(role string, on schemas.Date) bool {
	for _, t := range p.terms {
		if slices.Contains(t.roles, role) && !t.to.IsZero() && t.to.Before(on) {
			return true
		}
	}
	return false
}

// held reports whether the role is held on the day; on an unknown day, whether
// it was ever held.
func (p *listed) held(role string, on schemas.Date) bool {
	for _, t := range p.terms {
		for _, r := range t.roles {
			if r == role && (on.IsZero() || !on.Before(t.from) && (t.to.IsZero() || !t.to.Before(on))) {
				return true
			}
		}
	}
	return false
}
