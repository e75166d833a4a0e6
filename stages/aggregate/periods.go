package aggregate

import (
	"cmp"
	"strings"

	"parley/schemas"
)

// period is a day, an ISO week or a month, by its first day.
type period struct {
	kind  string
	start schemas.Date
}

// periodsOf lists the periods that a date of the given precision falls in for
// certain.
func periodsOf(d schemas.Date, precision string) []period {
	month := period{"month", d.MonthStart()}
	switch precision {
	case "day":
		return []period{{"day", d}, {"week", d.Week()}, month}
	case "month":
		return []period{month}
	}
	return nil
}

func (p period) compare(q period) int {
	return cmp.Or(strings.Compare(p.kind, q.kind), p.start.Compare(q.start))
}
