package events

import (
	"fmt"
	"slices"

	"parley/schemas"
	"parley/stages"
)

// memory is how many events back a repetition is looked for; no article reports
// as many.
const memory = 500

// merge keeps each event once, at its fullest mention, and numbers them in
// order of place. Every mention is a telling of its event.
func (a *article) merge(all []mention) ([]schemas.Event, []stages.Telling) {
	var kept []mention
	group := map[stages.Place]int{} // trigger to its event's place in kept
	for _, m := range all {
		i := a.repeats(&m, kept, group)
		switch {
		case i < 0:
			i = len(kept)
			kept = append(kept, m)
		case fullness(&m) > fullness(&kept[i]):
			kept[i] = joined(m, kept[i])
		default:
			kept[i] = joined(kept[i], m)
		}
		group[m.place] = i
	}
	rows := make([]schemas.Event, len(kept))
	for i := range kept {
		rows[i] = kept[i].Event
	}
	id := map[int32]string{} // by where an event's row begins
	slices.SortStableFunc(rows, func(a, b schemas.Event) int { return int(a.Start - b.Start) })
	for i := range rows {
		rows[i].EventID = fmt.Sprintf("%s/e%05d", a.doc.Article.ArticleID, i)
		rows[i].Story = rows[i].EventID // until other articles are known
		id[rows[i].Start] = rows[i].EventID
	}
	told := make([]stages.Telling, len(all))
	for i := range all {
		told[i] = stages.Telling{Event: all[i].Event, Trigger: all[i].place}
		told[i].EventID = id[kept[group[all[i].place]].Start]
	}
	return rows, told
}

// repeats is the event that a mention tells again, -1 where it tells a new one.
func (a *article) repeats(m *mention, kept []mention, group map[stages.Place]int) int {
	if best := m.trigger.Same.Best(); best.P > m.trigger.Same.Nowhere {
		if i, ok := group[best.Place]; ok && kept[i].Type == m.Type && agree(&kept[i], m) {
			return i
		}
	}
	old := max(0, len(kept)-memory)
	for i := old; i < len(kept); i++ {
		if a.same(&kept[i], m) {
			return i
		}
	}
	if len(m.SourceIDs)+len(m.TargetIDs) > 0 || !m.Date.IsZero() {
		return -1
	}
	for i := len(kept) - 1; i >= old; i-- { // "They met. It was the third meeting."
		if k := &kept[i]; k.Type == m.Type && m.Sentence-k.Sentence <= goesOn && agree(k, m) {
			return i
		}
	}
	return -1
}

// goesOn is how many sentences behind an event a mention without parties and time
// tells it again.
const goesOn = 1

// joined is an event with what another mention of it tells and its own does not.
// It is news where one of them tells it as news.
func joined(m, other mention) mention {
	if m.Date.IsZero() {
		m.Date, m.DatePrecision = other.Date, other.DatePrecision
	}
	m.Background = m.Background && other.Background
	return m
}

// agree reports whether nothing that two mentions tell speaks against their
// being of one event.
func agree(x, y *mention) bool {
	switch {
	case (x.Status == planned) != (y.Status == planned), (x.Status == failed) != (y.Status == failed):
		return false
	case !x.Date.IsZero() && !y.Date.IsZero() && x.Date != y.Date && x.DatePrecision == y.DatePrecision:
		return false
	case x.Round != nil && y.Round != nil && *x.Round != *y.Round:
		return false
	}
	return true
}

// same reports whether two mentions that the reading does not join tell of one
// event: of one type, between the same parties.
func (a *article) same(x, y *mention) bool {
	if x.Type != y.Type || !agree(x, y) || x.Background != y.Background && x.Date.IsZero() != y.Date.IsZero() {
		return false
	}
	if len(x.SourceIDs)+len(x.TargetIDs) == 0 || len(y.SourceIDs)+len(y.TargetIDs) == 0 {
		return false
	}
	if spoken[x.Type] && !a.alike(&x.Event, &y.Event) {
		return false
	}
	return within(x.SourceIDs, y.SourceIDs, a.bearer) && within(x.TargetIDs, y.TargetIDs, a.bearer)
}

// bearer is the country of what is no person, or else the actor itself: an
// army's act is its country's.
func (a *article) bearer(id string) string {
	if x, ok := a.doc.Actor(id); ok && x.Country != "" && x.Kind != "person" {
		return x.Country
	}
	return id
}

// spoken are the types whose events are told apart by what is said: two
// accusations between the same parties are two events unless they sound alike.
var spoken = map[string]bool{"ACCUSE": true, "REJECT": true, "REQUEST": true, "AGREE": true, "SUPPORT": true, "THREATEN": true}

// likeness is the share of words that two sentences on one event have in common.
const likeness = 0.3

func (a *article) alike(x, y *schemas.Event) bool {
	v, w := a.longWords(x.Sentence), a.longWords(y.Sentence)
	n := 0
	for k := range v {
		if w[k] {
			n++
		}
	}
	return float64(n) >= likeness*float64(min(len(v), len(w)))
}

// longWords is the longer words of a sentence.
func (a *article) longWords(sentence int32) map[string]bool {
	m := map[string]bool{}
	for _, k := range a.doc.Sentences[sentence].Tokens {
		if k.Shape.IsWord() && len(k.Lower) > 4 {
			m[k.Lower] = true
		}
	}
	return m
}

// within reports whether one of two lists holds all of the other, by what name
// gives for them.
func within(a, b []string, name func(string) string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y string) bool { return name(x) == name(y) }) {
			return false
		}
	}
	return true
}

// fullness counts what a mention says.
func fullness(m *mention) int {
	n := 4*len(m.SourceIDs) + 4*len(m.TargetIDs)
	if !m.Date.IsZero() {
		n += 3
	}
	if m.Place != "" {
		n++
	}
	if m.StatementID == "" {
		n++
	}
	return n
}
