package charts

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// proof is how a reader can check a chart: a query of DuckDB that yields its
// numbers, and the rows that they count.
type proof struct {
	query  string
	count  int      // sum of the query's column n, by our own counting
	table  string   // whose rows are counted
	groups []string // of them: speakers, kinds or types; nil for all
	span   timeline // days; an empty one for all days
}

// writeIndex writes what was drawn, for the stages that show it.
func writeIndex(s stages.Store, all []picture) error {
	var list []stages.Chart
	for _, c := range all {
		list = append(list, c.describe())
	}
	return s.WriteFile(stages.ChartIndex, func(w io.Writer) error {
		e := json.NewEncoder(w)
		e.SetIndent("", " ")
		e.SetEscapeHTML(false)
		return e.Encode(list)
	})
}

func (c picture) describe() stages.Chart {
	d := stages.Chart{Name: c.name, Title: c.title, Subtitle: c.subtitle, Alt: clean(c.alt), Notes: append(c.notes, c.source)}
	if c.body == nil {
		d.Alt = c.empty
		return d
	}
	d.Query, d.Count = c.proof.query, c.proof.count
	d.Evidence = stages.Evidence{Table: c.proof.table, Groups: c.proof.groups}
	if t := c.proof.span; t.n > 0 {
		d.Evidence.First, d.Evidence.Last, d.Evidence.Exact = t.first, t.start(t.n).AddDays(-1), t.unit != "month"
	}
	return d
}

// claimed is the chart of the numbers with its proof.
func claimed(f *facts) picture {
	c := numbers(f)
	leading, _ := f.quantities()
	if c.body == nil {
		return c
	}
	at := map[quantity]int{}
	for _, r := range f.figures {
		if f.timeline.holds(f.timeline.index(r.PeriodStart)) {
			at[quantityOf(&r)] += int(r.Reports)
		}
	}
	var said, chosen []string
	c.proof = proof{table: "figures", span: f.timeline}
	for _, q := range leading {
		said = append(said, f.title(q)+" "+several(at[q], "report", "reports"))
		chosen = append(chosen, among([]string{q.kind, q.unit, q.place, q.counted, q.of, q.basis}))
		c.proof.groups = append(c.proof.groups, strings.Join([]string{q.kind, q.unit, q.place, q.counted, q.basis}, "/"))
		c.proof.count += at[q]
	}
	c.alt = fmt.Sprintf("Dots over time in a panel for each of %s: %s.", several(len(leading), "quantity", "quantities"), enumerate(said))
	c.proof.query = "SELECT kind, unit, place, counted, counted_side, basis, claimed_by_side, period_start, low, median, high, reports AS n\nFROM 'figure_series.parquet'\nWHERE " + f.timeline.where() +
		"\n  AND (kind, unit, place, counted, counted_side, basis) IN (" + strings.Join(chosen, ", ") + ")\nORDER BY kind, unit, place, counted, counted_side, basis, claimed_by_side, period_start"
	return c
}

// where is the condition on a metric's rows that picks those on the timeline.
func (t timeline) where() string {
	return fmt.Sprintf("period = %s AND period_start BETWEEN %s AND %s", quoted(t.unit), sqlDate(t.first), sqlDate(t.start(t.n-1)))
}

func sqlDate(d schemas.Date) string { return "DATE " + quoted(d.String()) }

// quoted writes a text as SQL does, on one line.
func quoted(text string) string {
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}

// among writes a list of texts as SQL does.
func among(list []string) string {
	var all []string
	for _, text := range list {
		all = append(all, quoted(text))
	}
	return "(" + strings.Join(all, ", ") + ")"
}

// enumerate joins the first few of a list for an alternative text.
func enumerate(list []string) string {
	const most = 5
	if n := len(list) - most; n > 1 {
		list = append(list[:most:most], fmt.Sprintf("and %d more", n))
	}
	return strings.Join(list, ", ")
}

// busiest says in which slot most was counted.
func (t timeline) busiest(count map[int]int) string {
	slot, most := -1, 0
	for i := range t.n {
		if count[i] > most {
			slot, most = i, count[i]
		}
	}
	if slot < 0 {
		return "none"
	}
	return fmt.Sprintf("most %s (%s)", t.name(slot), number(float64(most)))
}

// name says when a slot is, in words.
func (t timeline) name(slot int) string {
	switch d := t.start(slot); t.unit {
	case "week":
		return "in the week of " + day(d)
	case "month":
		return "in " + month(d)
	default:
		return "on " + day(d)
	}
}
