package charts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
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
type quantity struct{ kind, unit, place string }

// title names the quantity, its unit unless people are counted, and its place.
func (q quantity) title() string {
	title := subjects[q.kind]
	switch q.unit {
	case "person", "item":
	case "square_kilometre":
		title += " (km²)"
	default:
		title += " (" + strings.ReplaceAll(q.unit, "_", " ") + ")"
	}
	if q.place != "any" {
		title += ": " + q.place
	}
	return title
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
		c.notes = append(c.notes, "Vertical lines: from the lowest to the highest number reported. Panels without a place hold the reports that name none.")
	}
	unlike := "kinds whose numbers cannot be compared, such as money, equipment and durations."
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
	p := panel{title: q.title()}
	var values []float64
	reports := 0
	for _, who := range f.claimants() {
		points := claims{color: f.sideColor(who), shift: f.shift(who)}
		for _, r := range f.figures {
			slot := f.timeline.index(r.PeriodStart)
			if q != (quantity{r.Kind, r.Unit, r.Place}) || f.claimant(r.ClaimedBySide) != who || !f.timeline.holds(slot) {
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

// quantities picks up to six that are most often reported, most first, and
// counts the reports of the others. A single report is no panel, unless
// there is nothing better.
func (f *facts) quantities() (leading []quantity, others int) {
	reports := map[quantity]int{}
	for _, r := range f.figures {
		if subjects[r.Kind] != "" && f.timeline.holds(f.timeline.index(r.PeriodStart)) {
			q := quantity{r.Kind, r.Unit, r.Place}
			if reports[q] == 0 {
				leading = append(leading, q)
			}
			reports[q] += int(r.Reports)
		}
	}
	slices.SortStableFunc(leading, func(a, b quantity) int { return cmp.Compare(reports[b], reports[a]) })
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

// claimants are the sides of the profile, the articles' own voice, and others.
func (f *facts) claimants() (all []string) {
	for _, s := range f.profile.Sides {
		all = append(all, s.ID)
	}
	return append(all, "article", "others")
}

func (f *facts) claimant(side string) string {
	if slices.Contains(f.claimants(), side) {
		return side
	}
	return "others"
}

func (f *facts) claimantName(id string) string {
	switch id {
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
