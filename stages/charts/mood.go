package charts

import (
	"fmt"
	"image/color"
	"math"

	"parley/schemas"
)

// mood draws the attitude to the talks over time: of all sentences, and of
// each side's.
func mood(f *facts) picture {
	c := picture{
		name: "talks_sentiment", title: "How the talks are spoken of: attitude over time",
		empty: "No sentence about the talks in an article with a date.",
	}
	rows := map[string][]schemas.TalksSentiment{}
	reach := 0.0
	total := 0
	sure, hollow := false, false // some means have an interval, some have none
	for _, r := range f.talks {
		if !f.timeline.holds(f.timeline.index(r.PeriodStart)) {
			continue
		}
		k := r.Group + " " + r.GroupID
		rows[k] = append(rows[k], r)
		reach = max(reach, math.Abs(r.Mean))
		if r.CILow != nil && r.CIHigh != nil {
			reach = max(reach, -*r.CILow, *r.CIHigh)
			sure = true
		} else {
			hollow = true
		}
		if r.Group == "all" {
			total += int(r.Sentences)
		}
	}
	if total == 0 {
		return c
	}
	y := attitude(reach)
	above, below := f.moodPanels("All sentences about the talks", rows["all all"], ink, y)
	marks, note := f.marks()
	above.letters = len(marks) > 0
	g := grid{timeline: f.timeline, marks: marks, rows: []row{
		{panelHeight: 118, columns: 1, panels: []panel{above}}, {panelHeight: 30, columns: 1, panels: []panel{below}},
	}}
	upper, lower := row{panelHeight: 76}, row{panelHeight: 24}
	for _, s := range f.holders(rows) {
		a, b := f.moodPanels(s.name, rows[s.key], s.color, y)
		upper.panels, lower.panels = append(upper.panels, a), append(lower.panels, b)
	}
	if n := len(upper.panels); n > 0 {
		upper.columns, lower.columns = n, n
		g.rows = append(g.rows, upper, lower)
	}
	c.body = g
	c.subtitle = fmt.Sprintf("Mean of the sentences’ scores %s, from −1 (against the talks, or no hope of them) to +1 (in favour); below each the number of sentences; %s", f.timeline.per(), f.period())
	if sure {
		c.legend = append(c.legend, entry{"Mean with 95% interval over articles", muted, band})
	}
	if hollow {
		c.legend = append(c.legend, entry{"One article: no interval", muted, ring})
	}
	c.alt = f.moodAlt(rows["all all"], total)
	c.proof = proof{table: "sentences", span: f.timeline}
	shown := []string{"all all"}
	for _, s := range f.holders(rows) {
		shown = append(shown, s.key)
	}
	for _, k := range shown {
		for _, r := range rows[k] {
			c.proof.count += int(r.Sentences)
		}
	}
	c.proof.query = "SELECT \"group\", group_id, period_start, mean, ci_low, ci_high, sentences AS n\nFROM 'talks_sentiment.parquet'\nWHERE " + f.timeline.where() +
		"\n  AND \"group\" || ' ' || group_id IN " + among(shown) + "\nORDER BY ALL"
	if turns := f.turns(rows, shown); turns != "" {
		c.notes = append(c.notes, turns)
	}
	if note != "" {
		c.notes = append(c.notes, note)
	}
	return c
}

// turns says what the circled means are; "" when there are none.
func (f *facts) turns(rows map[string][]schemas.TalksSentiment, shown []string) string {
	n := 0
	for _, k := range shown {
		for _, r := range rows[k] {
			if r.Change != nil {
				n++
			}
		}
	}
	if n == 0 {
		return ""
	}
	return "Circled: " + several(n, "mean whose interval lies", "means whose intervals lie") + " apart from that of the period before."
}

// moodAlt says where the mean is highest and lowest, of the periods with an
// interval if there are any.
func (f *facts) moodAlt(rows []schemas.TalksSentiment, total int) string {
	var low, high *schemas.TalksSentiment
	for _, sure := range []bool{true, false} {
		for i := range rows {
			r := &rows[i]
			if sure != (r.CILow != nil) || !sure && low != nil {
				continue
			}
			if low == nil || r.Mean < low.Mean {
				low = r
			}
			if high == nil || r.Mean > high.Mean {
				high = r
			}
		}
	}
	at := func(r *schemas.TalksSentiment) string {
		return fmt.Sprintf("%s %s", number(math.Round(r.Mean*100)/100), f.timeline.name(f.timeline.index(r.PeriodStart)))
	}
	if low == high {
		return fmt.Sprintf("Mean attitude in %s: %s.", several(total, "sentence", "sentences"), at(low))
	}
	return fmt.Sprintf("Mean attitude %s in %s: lowest %s, highest %s.", f.timeline.per(), several(total, "sentence", "sentences"), at(low), at(high))
}

// holder is whose attitude a panel shows.
type holder struct {
	key, name string
	color     color.NRGBA
}

// holders are the sides of the profile and the articles' own voice, as far as
// there are sentences, three at most.
func (f *facts) holders(rows map[string][]schemas.TalksSentiment) (list []holder) {
	for _, s := range f.profile.Sides {
		list = append(list, holder{"side " + s.ID, s.Name, f.sideColor(s.ID)})
	}
	list = append(list, holder{"voice article", "The articles’ own voice", f.sideColor("article")})
	n := 0
	for _, h := range list {
		if len(rows[h.key]) > 0 && n < 3 {
			list[n] = h
			n++
		}
	}
	return list[:n]
}

// moodPanels are the panel of the means and that of the numbers below it.
func (f *facts) moodPanels(title string, rows []schemas.TalksSentiment, ink color.NRGBA, y scale) (above, below panel) {
	line := curve{color: ink}
	var bars columns
	var total, most int32
	for _, r := range rows {
		slot := f.timeline.index(r.PeriodStart)
		line.points = append(line.points, estimate{slot, r.Mean, r.CILow, r.CIHigh, r.Change})
		bars = append(bars, column{slot, []part{{float64(r.Sentences), tint(ink, 0.5)}}})
		total += r.Sentences
		most = max(most, r.Sentences)
	}
	above = panel{title: title, aside: several(int(total), "sentence", "sentences"), y: y, layers: []layer{line}}
	below = panel{y: ends(float64(most)), layers: []layer{bars}, dates: true}
	return above, below
}
