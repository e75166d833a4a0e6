package charts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parley/schemas"
)

// subjects names the kinds of figure whose values can be compared with each
// other. Those left out (money, equipment, shares, durations, distances, other
// counts ...) share a unit and no subject: a sum of aid and a sum of damage
// have no median.
var subjects = map[string]string{
	"killed": "Killed", "wounded": "Wounded", "casualties": "Killed and wounded", "displaced": "Displaced",
	"trapped": "Trapped", "detained": "Detained", "troops": "Troops", "attack": "Attacks", "area": "Area",
}

// quantity is what one panel shows.
type quantity struct{ kind, unit, place, counted, of, basis string }

func quantityOf(r *schemas.FigureSeries) quantity {
	return quantity{r.Kind, r.Unit, r.Place, r.Counted, r.CountedSide, r.Basis}
}

// comparable reports whether the values of the quantity can stand side by
// side. The killed can where they are a total, or where a place tells one event
// from another, which the name of a side's own country does not; troops can
// where it is told whose they are. The displaced and trapped are totals.
func (f *facts) comparable(q quantity) bool {
	placed := q.place != "any"
	for _, s := range f.profile.Sides {
		placed = placed && q.place != s.Name
	}
	switch q.kind {
	case "troops":
		return q.of != "any"
	case "area":
		return placed
	case "displaced", "trapped":
		return placed || q.basis != "incident"
	}
	return q.basis == "cumulative" || q.basis == "rate" || placed
}

// title names the quantity, its unit unless people are counted, whether it is
// a total, who is counted, whose they are, and the place.
func (f *facts) title(q quantity) string {
	title := subjects[q.kind]
	switch q.unit {
	case "person", "item":
	case "square_kilometre":
		title += " (km²)"
	default:
		title += " (" + strings.ReplaceAll(q.unit, "_", " ") + ")"
	}
	title += map[string]string{"cumulative": " so far", "incident": ", one event", "rate": ", rate"}[q.basis]
	var who []string
	if of := f.profile.SideName(q.of); q.of != "any" {
		who = append(who, of)
	}
	if c := plurals(q.counted); c != "" && !(q.kind == "troops" && c == "military") {
		who = append(who, c)
	}
	if q.place != "any" {
		who = append(who, "in "+q.place)
	}
	if len(who) > 0 {
		title += ": " + strings.Join(who, ", ")
	}
	return title
}

// plurals is the plural of what is counted; "" where it adds nothing to the
// kind.
func plurals(counted string) string {
	switch counted {
	case "any", "person", "":
		return ""
	}
	if p := map[string]string{"child": "children", "woman": "women", "man": "men", "combatant": "military"}[counted]; p != "" {
		return p
	}
	if strings.HasSuffix(counted, "s") {
		return counted
	}
	return counted + "s"
}

// numbers draws the figures most often reported, by claimant.
func numbers(f *facts) picture {
	c := picture{
		name: "figures_over_time", title: "Which numbers are claimed: reported figures over time",
		empty: "No figure of a kind that can be compared in an article with a date.",
	}
	leading, others := f.quantities()
	if len(leading) == 0 {
		return c
	}
	shown := seen{claimants: map[string]bool{}}
	var panels []panel
	for _, q := range leading {
		panels = append(panels, f.quantity(q, &shown))
	}
	c.body = grid{timeline: f.timeline, rows: tile(panels, 84)}
	c.subtitle = fmt.Sprintf("Median %s of the numbers that each side claims, %s. Scales differ between panels, and are logarithmic where the steps grow", f.timeline.per(), f.period())
	for _, who := range f.claimants() {
		if shown.claimants[who] {
			c.legend = append(c.legend, entry{f.claimantName(who), f.sideColor(who), disc})
		}
	}
	if shown.bounds {
		c.legend = append(c.legend, entry{"Only a bound is given", muted, ring})
	}
	if shown.ranges {
		c.notes = append(c.notes, "Vertical lines: from the lowest to the highest number reported. Panels that name no place or side hold reports that tell none.")
	}
	unlike := "numbers that cannot be compared, such as money, durations and events without a place."
	if others > 0 {
		unlike = several(others, "report of a rarer quantity, and ", "reports of rarer quantities, and ") + unlike
	}
	c.notes = append(c.notes, "Not shown: "+unlike)
	return c
}

// seen is what the panels hold that must be explained.
type seen struct {
	claimants      map[string]bool
	ranges, bounds bool
}

// quantity makes the panel of one quantity: a layer for each claimant.
func (f *facts) quantity(q quantity, shown *seen) panel {
	p := panel{title: f.title(q)}
	var values []float64
	reports := 0
	for _, who := range f.claimants() {
		points := claims{color: f.sideColor(who), shift: f.shift(who)}
		for _, r := range f.figures {
			slot := f.timeline.index(r.PeriodStart)
			if q != quantityOf(&r) || f.claimant(r.ClaimedBySide) != who || !f.timeline.holds(slot) {
				continue
			}
			points.points = append(points.points, claim{slot, r.Median, r.Low, r.High})
			reports += int(r.Reports)
			shown.bounds = shown.bounds || r.Median == nil
			shown.ranges = shown.ranges || r.Low != nil && r.High != nil && *r.Low < *r.High
			for _, v := range []*float64{r.Low, r.Median, r.High} {
				if v != nil {
					values = append(values, *v)
				}
			}
		}
		if len(points.points) > 0 {
			p.layers = append(p.layers, points)
			shown.claimants[who] = true
		}
	}
	p.y = quantities(values)
	p.aside = several(reports, "report", "reports")
	return p
}

// quantities picks up to six, and counts the reports of the others: first
// those that more than one claimant gives a number for, since that is what
// there is to compare, and of these the most often reported. What cannot be
// compared and a single report are no panel, unless there is nothing better.
func (f *facts) quantities() (leading []quantity, others int) {
	reports, claimants := map[quantity]int{}, map[quantity]map[string]bool{}
	for _, r := range f.figures {
		if q := quantityOf(&r); subjects[q.kind] != "" && f.timeline.holds(f.timeline.index(r.PeriodStart)) {
			if reports[q] == 0 {
				leading = append(leading, q)
				claimants[q] = map[string]bool{}
			}
			reports[q] += int(r.Reports)
			claimants[q][f.claimant(r.ClaimedBySide)] = true
		}
	}
	if slices.ContainsFunc(leading, f.comparable) {
		leading = slices.DeleteFunc(leading, func(q quantity) bool {
			if f.comparable(q) {
				return false
			}
			others += reports[q]
			return true
		})
	}
	disputed := func(q quantity) int { return min(len(claimants[q]), 2) }
	slices.SortStableFunc(leading, func(a, b quantity) int {
		return cmp.Or(cmp.Compare(disputed(b), disputed(a)), cmp.Compare(reports[b], reports[a]))
	})
	const panels, enough = 6, 2
	n := min(len(leading), panels)
	for n > 1 && reports[leading[n-1]] < enough && reports[leading[0]] >= enough {
		n--
	}
	for _, q := range leading[n:] {
		others += reports[q]
	}
	return leading[:n], others
}

// unitedNations is the claimant that figure_series makes of the UN and its
// agencies.
const unitedNations = "united-nations"

// claimants are the sides of the profile, the United Nations, the articles' own
// voice, and others.
func (f *facts) claimants() (all []string) {
	for _, s := range f.profile.Sides {
		all = append(all, s.ID)
	}
	return append(all, unitedNations, "article", "others")
}

func (f *facts) claimant(side string) string {
	if slices.Contains(f.claimants(), side) {
		return side
	}
	return "others"
}

func (f *facts) claimantName(id string) string {
	switch id {
	case unitedNations:
		return "United Nations"
	case "article":
		return "Articles’ own voice"
	case "others":
		return "Others"
	}
	return f.profile.SideName(id)
}

// shift sets claimants beside each other within a slot.
func (f *facts) shift(who string) float64 {
	all := f.claimants()
	return (float64(slices.Index(all, who)+1)/float64(len(all)+1) - 0.5) * 0.8
}
