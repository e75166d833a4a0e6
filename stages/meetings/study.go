package meetings

import (
	"slices"
	"strings"

	"parley/stages"
)

// Read is a meeting of an article as a person has read it, to learn from.
type Read struct {
	Sentences []stages.TokenSpan // that tell of it
	Parties   []string           // names
	Date      string             // 2006-01-02, 2006-01, 2006 or ""
	Place     string             // or ""
	Status    string             // held, ongoing, planned or failed
	Format    string             // in_person, phone, video or ""
	Outcome   string             // agreement, progress, none or ""
}

// Example is a question to a model, with its features by name and its answer.
type Example struct {
	Model    string
	Features map[string]float64
	Yes      bool
}

// Study is what the models of weights.tsv are learned from: the questions that
// the stage asks of an article, with the answers that a person's reading gives.
// weights are those to group by; nil asks only which tellings are of one meeting.
func Study(o Options, weights map[string]map[string]float64, d *stages.Document, read []Read) (all []Example, err error) {
	k, err := newKnowledge(o.Profile)
	if err != nil {
		return nil, err
	}
	a := k.read(d)
	ask := func(model string, f features, yes bool) {
		e := Example{model, map[string]float64{}, yes}
		for _, x := range f {
			e.Features[x.name] += x.value
		}
		all = append(all, e)
	}
	of := map[*telling]int{}
	for i := range a.told {
		of[&a.told[i]] = a.readAs(&a.told[i], read)
	}
	if weights == nil {
		var before []group
		is := []int{} // what they are of
		for i := range a.told {
			t := &a.told[i]
			if of[t] == unsure {
				continue
			}
			at := -1
			for g := range before {
				yes := of[t] != nothing && is[g] == of[t]
				if ask("same", a.belongs(t, before[g], before), yes); yes {
					at = g
				}
			}
			if at < 0 {
				before, is = append(before, group{t}), append(is, of[t])
			} else {
				before[at] = append(before[at], t)
			}
		}
		return all, nil
	}
	for name, w := range weights {
		k.models[name] = w
	}
	groups := a.groups()
	slices.SortStableFunc(groups, func(x, y group) int { return len(y) - len(x) })
	taken := map[int]bool{}
	for _, g := range groups {
		m := mostly(g, of)
		switch {
		case m == unsure:
			continue
		case m == nothing, taken[m]: // none, or one that others tell more of
			ask("meeting", a.evidence(g), false)
			continue
		}
		taken[m] = true
		ask("meeting", a.evidence(g), true)
		a.askAll(g, read[m], ask)
	}
	return all, nil
}

// What a telling is beside one of the meetings.
const (
	nothing = -1
	unsure  = -2
)

// readAs is the number of the meeting that a telling is of: by its sentence, of
// several by the parties.
func (a *article) readAs(t *telling, read []Read) int {
	best, most, tie := nothing, -1, false
	for i, m := range read {
		if !slices.ContainsFunc(m.Sentences, func(s stages.TokenSpan) bool {
			return s.Sentence == t.Sentence && s.From <= int(t.Trigger.Token) && int(t.Trigger.Token) < s.To
		}) {
			continue
		}
		n := 0
		for _, id := range t.parties {
			x, _ := a.doc.Actor(id)
			for _, p := range m.Parties {
				for _, w := range strings.Fields(x.Name) {
					if len(w) > 3 && strings.Contains(p, w) {
						n++
					}
				}
			}
		}
		switch {
		case n > most:
			best, most, tie = i, n, false
		case n == most:
			tie = true
		}
	}
	if tie {
		return unsure
	}
	return best
}

// mostly is what most tellings of a group are of.
func mostly(g group, of map[*telling]int) int {
	n := map[int]int{}
	for _, t := range g {
		n[of[t]]++
	}
	best := of[g[0]]
	for _, t := range g {
		if n[of[t]] > n[best] {
			best = of[t]
		}
	}
	return best
}

// askAll asks all that a row of a meeting tells.
func (a *article) askAll(g group, m Read, ask func(string, features, bool)) {
	facts := a.facts(g)
	ask("planned", facts, m.Status == planned)
	ask("failed", facts, m.Status == failed)
	if m.Format != "" {
		ask("phone", facts, m.Format == "phone")
		ask("video", facts, m.Format == "video")
	}
	status := m.Status
	if status == ongoing {
		status = held
	}
	for _, c := range a.days(g, status) {
		day := c.name[:map[string]int{"day": 10, "month": 7, "year": 4}[c.precision]]
		ask("day", c.features, m.Date != "" && (day == m.Date || len(day) > len(m.Date) && strings.HasPrefix(day, m.Date)))
	}
	if m.Place != "" {
		for _, c := range a.whereabouts(g, status) {
			ask("place", c.features, strings.Contains(m.Place, c.name))
		}
	}
	f := pooled(a.results(g, status))
	for _, o := range outcomes {
		ask("outcome "+o, f, m.Outcome == o)
	}
}
