package meetings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parley/schemas"
)

// window is how many days two dates of one meeting, or the days of two articles
// that give it none, lie apart at most, so that they share a key.
const window = 16

// when is the day by which a report is looked up: that of the meeting, else that
// of its article.
func (r *report) when() (schemas.Date, bool) {
	if r.DatePrecision == "day" {
		return r.Date, true
	}
	if r.Date.IsZero() && r.Background {
		return schemas.Date{}, false
	}
	return r.day, !r.day.IsZero()
}

// keys are a report's bearers and the stretch of time in which it may be; of its
// place as well where it names but one party.
func keys(r *report) (all []string) {
	if r.copyOf != "" {
		all = append(all, "copy "+r.copyOf)
	}
	all = append(all, "copy "+r.ArticleID)
	d, ok := r.when()
	if !ok {
		return all
	}
	slot := d.Days() / window
	for _, k := range []int{slot, slot + 1} {
		for i, one := range r.bearers {
			for _, other := range r.bearers[i+1:] {
				all = append(all, fmt.Sprintf("%s %s %d", one, other, k))
			}
			if len(r.bearers) == 1 {
				all = append(all, fmt.Sprintf("%s %d", one, k))
			}
		}
	}
	return all
}

func compare(a, b *report) int {
	return cmp.Or(cmp.Compare(b.fullness, a.fullness), a.day.Compare(b.day), strings.Compare(a.ReportID, b.ReportID))
}

// same is how well a report fits the meeting that another begins.
func same(r, m *report) int {
	if r.copyOf != "" && r.copyOf == m.ArticleID || m.copyOf != "" && m.copyOf == r.ArticleID {
		if r.Anchor == m.Anchor && slices.Equal(r.Parties, m.Parties) && r.Date == m.Date && r.Status == m.Status {
			return 100
		}
		return 0
	}
	if r.ArticleID == m.ArticleID || !agree(r, m) {
		return 0
	}
	shared := common(r.bearers, m.bearers)
	few, many := min(len(r.bearers), len(m.bearers)), max(len(r.bearers), len(m.bearers))
	if shared == 0 || shared < few && shared < 3 {
		return 0
	}
	near := apart(r, m)
	if near < 0 || few < 2 && (near > 0 || many > 1 && r.place == "") {
		return 0
	}
	n := 10*shared - 2*near
	if r.place != "" && r.place == m.place {
		n += 6
	}
	if r.Round != nil && m.Round != nil {
		n += 6
	}
	for b := range r.persons {
		n += 3 * common(r.persons[b], m.persons[b])
	}
	return max(n, 1)
}

// agree reports whether nothing that two reports tell speaks against their being
// of one meeting.
func agree(a, b *report) bool {
	switch {
	case (a.Status == failed) != (b.Status == failed):
		return false
	case a.Format != "" && b.Format != "" && a.Format != b.Format:
		return false
	case a.Round != nil && b.Round != nil && *a.Round != *b.Round:
		return false
	case a.place != "" && b.place != "" && a.place != b.place && (a.country == "" || a.country != b.country || !isState(a) && !isState(b)):
		return false
	}
	for bearer, who := range a.persons {
		if other := b.persons[bearer]; len(other) > 0 && common(who, other) == 0 {
			return false
		}
	}
	return true
}

// isState reports whether the place of a report is a whole state.
func isState(r *report) bool { return r.place == "" || strings.EqualFold(r.place, r.country) }

// apart is how many days two reports lie apart, -1 where that is too far: none
// where both tell the day of the meeting, but for a round of several days at one
// place; where one tells none, what its article's day leaves open.
func apart(r, m *report) int {
	switch {
	case r.DatePrecision == "day" && m.DatePrecision == "day":
		gap := between(r.Date, m.Date)
		if gap == 0 || gap <= several && r.place != "" && r.place == m.place {
			return gap
		}
		return -1
	case !r.Date.IsZero() && !m.Date.IsZero():
		if !fits(r.Date, r.DatePrecision, m.Date, m.DatePrecision) || r.place == "" || r.place != m.place {
			return -1
		}
		return 3
	case !r.Date.IsZero() && r.DatePrecision != "day" || !m.Date.IsZero() && m.DatePrecision != "day":
		return -1
	}
	a, ok := r.when()
	b, known := m.when()
	if gap := between(a, b); ok && known && gap <= fresh {
		return 1 + gap
	}
	return -1
}

// several is how many days lie between the days of one round at most; fresh is
// how old a meeting is at most that an article tells as its news without a day.
const (
	several = 1
	fresh   = 2
)

func between(a, b schemas.Date) int {
	gap := a.Days() - b.Days()
	return max(gap, -gap)
}
