package charts

import (
	"cmp"
	"fmt"
	"image/color"
	"maps"
	"slices"
	"strings"

	"gonum.org/v1/plot/vg"

	"parley/schemas"
)

// stance is a value of positions.stance.
type stance int

const (
	demands stance = iota
	offers
	accepts
	rejects
	conditional
	stances
)

// stanceLooks is the name, colour and sign of each stance.
var stanceLooks = [stances]struct {
	name  string
	color color.NRGBA
	sign  string
}{
	{"demands", blue, "!"}, {"offers", sky, "(+)"}, {"accepts", green, "+"}, {"rejects", vermillion, "−"}, {"conditional", orange, "if"},
}

// stanceKeys explains the colours and signs.
func stanceKeys() (keys []entry) {
	for _, s := range stanceLooks {
		keys = append(keys, entry{s.name + " " + s.sign, s.color, square})
	}
	return keys
}

// stand is what is told of one holder's position on an issue.
type stand struct {
	count [stances]int32
	last  [stances]schemas.Date // first day of the last period in which it is told
	turn  schemas.Date          // of the last change; zero without one
}

func (s *stand) add(r *schemas.PositionLedger) {
	for k, n := range [stances]int32{r.Demands, r.Offers, r.Accepts, r.Rejects, r.Conditional} {
		if s.count[k] += n; n > 0 && s.last[k].Before(r.PeriodStart) {
			s.last[k] = r.PeriodStart
		}
	}
	if r.Changed && s.turn.Before(r.PeriodStart) {
		s.turn = r.PeriodStart
	}
}

func (s *stand) total() (n int32) {
	for _, k := range s.count {
		n += k
	}
	return n
}

// most is the stance that is told most often, of several the last.
func (s *stand) most() (best stance) {
	for k := range stances {
		if cmp.Or(cmp.Compare(s.count[k], s.count[best]), s.last[k].Compare(s.last[best])) > 0 {
			best = k
		}
	}
	return best
}

// heldBy is a holder and an issue.
type heldBy struct{ holder, issue string }

// standing sums the rows: by holder and issue, those holders that take most positions, the
// sides of the conflict first, and the issues in order.
func (f *facts) standing(rows []schemas.PositionLedger, columns int) (by map[heldBy]*stand, holders, issues []string, others int) {
	by = map[heldBy]*stand{}
	total, issue := map[string]int32{}, map[string]int32{}
	for i := range rows {
		r := &rows[i]
		k := heldBy{r.HolderID, r.Issue}
		if by[k] == nil {
			by[k] = &stand{}
		}
		by[k].add(r)
		total[r.HolderID] += r.Positions
	}
	holders = slices.SortedFunc(maps.Keys(total), func(a, b string) int {
		return cmp.Or(cmp.Compare(f.sideRank(a), f.sideRank(b)), cmp.Compare(total[b], total[a]), strings.Compare(a, b))
	})
	others = max(0, len(holders)-columns)
	holders = holders[:len(holders)-others]
	for k, s := range by {
		if slices.Contains(holders, k.holder) {
			issue[k.issue] += s.total()
		}
	}
	issues = slices.SortedFunc(maps.Keys(issue), func(a, b string) int { return cmp.Or(cmp.Compare(issue[b], issue[a]), strings.Compare(a, b)) })
	return by, holders, issues, others
}

// sideRank puts the sides of the conflict in their order before all others.
func (f *facts) sideRank(id string) int {
	for i, s := range f.profile.Sides {
		if s.ID == id {
			return i
		}
	}
	return len(f.profile.Sides)
}

// matrixColumns is how many holders the matrix has.
const matrixColumns = 6

// stands is the matrix of issues by side.
func stands(f *facts) picture {
	c := picture{
		name: "positions_matrix", title: "Who wants what: positions by issue and side",
		empty: "No position of a known side in an article with a date.",
	}
	by, holders, issues, others := f.standing(f.ledgerMonths, matrixColumns)
	if len(issues) == 0 {
		return c
	}
	m := matrix{}
	for _, h := range holders {
		m.columns = append(m.columns, f.partyName(h))
	}
	var said []string
	thin := false
	for _, issue := range issues {
		row := matrixRow{name: issue}
		for i, h := range holders {
			s := by[heldBy{h, issue}]
			if s == nil {
				s = &stand{}
			}
			n := s.total()
			c.proof.count += int(n)
			thin = thin || n > 0 && n < few
			if n > 0 {
				c.proof.groups = append(c.proof.groups, issue+"/"+h)
			}
			if n >= few {
				said = append(said, fmt.Sprintf("%s %s %s (%d)", m.columns[i], stanceLooks[s.most()].name, issue, n))
			}
			row.cells = append(row.cells, *s)
		}
		m.rows = append(m.rows, row)
	}
	c.body = m
	c.subtitle = "The stance that is told most often, and how many positions are told; the strip below shows the share of each stance; " + f.all()
	c.legend = stanceKeys()
	if thin {
		c.notes = append(c.notes, fmt.Sprintf("Pale: fewer than %d positions.", few))
	}
	if others > 0 {
		c.notes = append(c.notes, fmt.Sprintf("Not shown: %s.", several(others, "other party", "other parties")))
	}
	c.alt = fmt.Sprintf("Matrix of %s by %s: %s.", several(len(issues), "issue", "issues"), several(len(holders), "party", "parties"), enumerate(said))
	c.proof.table = "positions"
	c.proof.query = "SELECT issue, holder_id, sum(demands) AS demands, sum(offers) AS offers, sum(accepts) AS accepts, sum(rejects) AS rejects, sum(conditional) AS conditional, sum(positions) AS n\n" +
		"FROM 'position_ledger.parquet'\nWHERE period = 'month' AND \"group\" = 'side' AND holder_id IN " + among(holders) + "\nGROUP BY issue, holder_id\nORDER BY issue, holder_id"
	return c
}

// few is how many positions a cell needs so that it is not pale.
const few = 3

// courseIssues and courseHolders are how many the chart over time has.
const (
	courseIssues  = 4
	courseHolders = 4
)

// course draws the leading issues over time, a line for each side.
func course(f *facts) picture {
	c := picture{
		name: "positions_over_time", title: "Who moved: positions on the leading issues over time",
		empty: "No position of a known side in an article with a date.",
	}
	var drawn []schemas.PositionLedger
	for _, r := range f.ledger {
		if f.timeline.holds(f.timeline.index(r.PeriodStart)) {
			drawn = append(drawn, r)
		}
	}
	_, holders, issues, _ := f.standing(drawn, courseHolders)
	if len(issues) == 0 {
		return c
	}
	issues = issues[:min(len(issues), courseIssues)]
	marks, note := f.marks()
	g := grid{timeline: f.timeline, marks: marks}
	var said []string
	for i, issue := range issues {
		t, n := f.tracks(drawn, holders, issue)
		c.proof.count += n
		for _, h := range holders {
			c.proof.groups = append(c.proof.groups, issue+"/"+h)
		}
		said = append(said, issue+" "+several(n, "position", "positions"))
		g.rows = append(g.rows, row{panelHeight: trackLead * vg.Length(len(t)), columns: 1, panels: []panel{{
			title: issue, aside: "positions", tracks: t, dates: i == len(issues)-1, letters: i == 0 && len(marks) > 0,
		}}})
	}
	c.body = g
	c.subtitle = "Positions " + f.timeline.per() + ", larger dots for more: above the line what is offered or accepted, on it what is demanded or made conditional, below what is rejected; " + f.period()
	c.legend = stanceKeys()
	if slices.ContainsFunc(drawn, func(r schemas.PositionLedger) bool { return r.Changed }) {
		c.legend = append(c.legend, entry{"Upright line: a change", ink, square})
	}
	if note != "" {
		c.notes = append(c.notes, note)
	}
	c.alt = fmt.Sprintf("Dots over time in a panel for each of %s, a line for each of %s: %s.", several(len(issues), "issue", "issues"), several(len(holders), "party", "parties"), enumerate(said))
	c.proof.table, c.proof.span = "positions", f.timeline
	c.proof.query = "SELECT issue, holder_id, period_start, demands, offers, accepts, rejects, conditional, changed, positions AS n\nFROM 'position_ledger.parquet'\nWHERE " + f.timeline.where() +
		"\n  AND \"group\" = 'side' AND holder_id IN " + among(holders) + "\n  AND issue IN " + among(issues) + "\nORDER BY issue, holder_id, period_start"
	return c
}

// tracks are the lines of one issue, and how many positions they show.
func (f *facts) tracks(rows []schemas.PositionLedger, holders []string, issue string) (all tracks, n int) {
	for _, h := range holders {
		t := track{name: f.partyName(h), spots: make([]stand, f.timeline.n)}
		for i := range rows {
			if r := &rows[i]; r.HolderID == h && r.Issue == issue {
				t.spots[f.timeline.index(r.PeriodStart)].add(r)
				t.total += r.Positions
			}
		}
		if n += int(t.total); t.total > 0 {
			all = append(all, t)
		}
	}
	return all, n
}
