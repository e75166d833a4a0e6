package pipeline

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"parley/schemas"
)

// draftFacts are what a draft is made of: the tables of a run.
type draftFacts struct {
	articles map[string]schemas.Article
	actors   map[string]schemas.Actor
	events   []schemas.Event
	meetings []schemas.Meeting
}

func readDraftFacts(dir string) (draftFacts, error) {
	d := draftFacts{articles: map[string]schemas.Article{}, actors: map[string]schemas.Actor{}}
	for _, t := range []struct {
		table schemas.Table
		take  func(row any)
	}{
		{schemas.Of[schemas.Article](), func(row any) { a := *row.(*schemas.Article); d.articles[a.ArticleID] = a }},
		{schemas.Of[schemas.Actor](), func(row any) { a := *row.(*schemas.Actor); d.actors[a.ActorID] = a }},
		{schemas.Of[schemas.Event](), func(row any) { d.events = append(d.events, *row.(*schemas.Event)) }},
		{schemas.Of[schemas.Meeting](), func(row any) { d.meetings = append(d.meetings, *row.(*schemas.Meeting)) }},
	} {
		if err := scan(dir, t.table, func(row any) error { t.take(row); return nil }); err != nil {
			return d, err
		}
	}
	return d, nil
}

// principal is for whom an actor acts: an armed group or a movement for itself,
// everybody else for the state, or for the organisation that it is.
func (d *draftFacts) principal(id string) string {
	a, ok := d.actors[id]
	switch {
	case !ok:
		return ""
	case a.Kind == "group" && a.Known, a.Country == "" && (a.Kind == "igo" || a.Kind == "group") && a.Known:
		return id
	case a.Kind == "media" || a.Kind == "ngo" || a.Kind == "company":
		return ""
	}
	return a.Country
}

// hostile are the types of events by which those at war are known.
var hostile = map[string]bool{"ASSAULT": true, "COERCE": true, "MOBILIZE": true, "THREATEN": true, "SANCTION": true}

// pair is two principals, in order.
type pair struct{ a, b string }

func pairOf(a, b string) pair { return pair{min(a, b), max(a, b)} }

// dealings counts how often two principals fight and how often they negotiate,
// each thing once in an article.
type dealings struct {
	hostile, talks int
	examples       [2]string // of either, from the articles
}

// score is high for those who do both.
func (d *dealings) score() int { return (1 + d.hostile) * (1 + d.talks) }

func (d *draftFacts) dealings() map[pair]*dealings {
	all := map[pair]*dealings{}
	at := func(a, b string) *dealings {
		p := pairOf(a, b)
		if all[p] == nil {
			all[p] = &dealings{}
		}
		return all[p]
	}
	seen := map[string]bool{}
	for i := range d.events {
		e := &d.events[i]
		if d.articles[e.ArticleID].DuplicateOf != "" || e.Status == "denied_or_failed" {
			continue
		}
		sources, targets := d.principals(e.SourceIDs), d.principals(e.TargetIDs)
		if e.Type == "CONSULT" || e.Type == "AGREE" {
			sources = unite(sources, targets)
			targets = sources
		} else if !hostile[e.Type] {
			continue
		}
		for _, a := range sources {
			for _, b := range targets {
				key := fmt.Sprint(e.ArticleID, e.Type, pairOf(a, b))
				if a == b || seen[key] {
					continue
				}
				seen[key] = true
				x := at(a, b)
				if hostile[e.Type] {
					x.hostile++
					x.examples[0] = cmp.Or(x.examples[0], d.words(e))
				} else {
					x.talks++
					x.examples[1] = cmp.Or(x.examples[1], d.words(e))
				}
			}
		}
	}
	return all
}

func (d *draftFacts) principals(ids []string) (out []string) {
	for _, id := range ids {
		if p := d.principal(id); p != "" {
			out = append(out, p)
		}
	}
	return unite(out, nil)
}

func unite(a, b []string) []string {
	all := slices.Concat(a, b)
	slices.Sort(all)
	return slices.Compact(all)
}

// words are those around an event's anchor.
func (d *draftFacts) words(e *schemas.Event) string {
	text := []rune(d.articles[e.ArticleID].Text)
	from, to := max(0, int(e.Start)-60), min(len(text), int(e.End)+60)
	return strings.Join(strings.Fields(string(text[from:to])), " ")
}

// name of a principal, which is an actor or a country.
func (d *draftFacts) name(who string) string {
	if a, ok := d.actors[who]; ok {
		return a.Name
	}
	for _, id := range slices.Sorted(maps.Keys(d.actors)) {
		if a := d.actors[id]; a.Kind == "state" && a.Country == who {
			return a.Name
		}
	}
	return who
}

// ranked are the keys of counts that are at least least, the largest first.
func ranked[K cmp.Ordered](counts map[K]int, least, most int) []K {
	keys := slices.Sorted(maps.Keys(counts))
	keys = slices.DeleteFunc(keys, func(k K) bool { return counts[k] < least })
	slices.SortStableFunc(keys, func(a, b K) int { return counts[b] - counts[a] })
	return keys[:min(most, len(keys))]
}

// draft is a profile drawn from articles, for a person to confirm: each line
// behind the counts that it rests on.
func (d *draftFacts) draft(id string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Drafted by parley profile draft from %d articles. Confirm each line, mend it or take it away.\n", len(d.articles))
	fmt.Fprintf(&b, "# The form is explained in schemas/profiles.md; parley profile check FILE says what is wrong.\n")
	all := d.dealings()
	best, ok := d.fighting(all)
	if !ok {
		b.WriteString("# No two parties fight and negotiate with each other in these articles: write the side lines yourself.\n")
		fmt.Fprintf(&b, "conflict\t%s\tTITLE\nside\tone\tNAME\tCOUNTRIES\nside\tother\tNAME\tCOUNTRIES\n", id)
		return b.String()
	}
	fmt.Fprintf(&b, "conflict\t%s\t%s and %s\n", id, d.name(best.a), d.name(best.b))
	fmt.Fprintf(&b, "# start\tDATE\tthe first day; not known from the articles\n")
	x := all[best]
	fmt.Fprintf(&b, "# %d hostile acts and %d talks between them, counted once an article, such as:\n#   %s\n#   %s\n", x.hostile, x.talks, x.examples[0], x.examples[1])
	for _, who := range []string{best.a, best.b} {
		d.side(&b, who)
	}
	d.others(&b, all, best)
	d.places(&b)
	d.rounds(&b, best)
	d.strangers(&b)
	return b.String()
}

// fighting are the two who fight and negotiate most.
func (d *draftFacts) fighting(all map[pair]*dealings) (best pair, ok bool) {
	keys := slices.SortedFunc(maps.Keys(all), func(a, b pair) int { return cmp.Or(cmp.Compare(a.a, b.a), cmp.Compare(a.b, b.b)) })
	for _, p := range keys {
		if !ok || all[p].score() > all[best].score() {
			best, ok = p, true
		}
	}
	return best, ok
}

func (d *draftFacts) side(b *strings.Builder, who string) {
	if a, ok := d.actors[who]; ok {
		fmt.Fprintf(b, "side\t%s\t%s\nmember\t%s\t%s\n", who, a.Name, who, who)
		return
	}
	fmt.Fprintf(b, "side\t%s\t%s\t%s\n", strings.ToLower(who), d.name(who), who)
}

// others are those who meet both sides: mediators, if they fight neither.
func (d *draftFacts) others(b *strings.Builder, all map[pair]*dealings, best pair) {
	met := map[string]int{}
	for p, x := range all {
		for _, who := range []string{p.a, p.b} {
			if who == best.a || who == best.b || p.a != best.a && p.a != best.b && p.b != best.a && p.b != best.b {
				continue
			}
			one, two := all[pairOf(who, best.a)], all[pairOf(who, best.b)]
			if one != nil && two != nil && x.talks > 0 && one.talks > 0 && two.talks > 0 && one.hostile+two.hostile < one.talks+two.talks {
				met[who] = one.talks + two.talks
			}
		}
	}
	for _, who := range ranked(met, 2, 6) {
		fmt.Fprintf(b, "# %s: %d talks with the two sides\nmediator\t%s\n", d.name(who), met[who], who)
	}
}

func (d *draftFacts) places(b *strings.Builder) {
	counts := map[string]int{}
	for _, m := range d.meetings {
		if m.Place != "" && m.Country != "" && m.Status != "failed" {
			counts[m.Place+"\t"+m.Country]++
		}
	}
	for _, place := range ranked(counts, 2, 8) {
		fmt.Fprintf(b, "# %d meetings\nvenue\t%s\n", counts[place], place)
	}
}

// rounds are dated meetings of both sides that several articles tell of.
func (d *draftFacts) rounds(b *strings.Builder, best pair) {
	var all []schemas.Meeting
	for _, m := range d.meetings {
		who := d.principals(m.Parties)
		if m.Status == "held" && m.DatePrecision == "day" && m.Articles >= 2 && slices.Contains(who, best.a) && slices.Contains(who, best.b) {
			all = append(all, m)
		}
	}
	slices.SortStableFunc(all, func(a, b schemas.Meeting) int { return a.Date.Compare(b.Date) })
	for _, m := range all {
		what := cmp.Or(m.Level, "meeting")
		if m.Round != nil {
			what = fmt.Sprintf("round %d", *m.Round)
		}
		fmt.Fprintf(b, "# %d articles\nround\t%s\t%s\t%s\n", m.Articles, m.Date, cmp.Or(m.Place, "PLACE"), what)
	}
}

// strangers are frequent actors that no list has, for a file of --actors.
func (d *draftFacts) strangers(b *strings.Builder) {
	counts := map[string]int{}
	for id, a := range d.actors {
		if !a.Known {
			counts[id] = int(a.Mentions)
		}
	}
	for i, id := range ranked(counts, 3, 15) {
		if i == 0 {
			b.WriteString("# Frequent actors that are in no list; those that matter belong into a file for --actors, and as members of a side:\n")
		}
		a := d.actors[id]
		fmt.Fprintf(b, "#   %d mentions: %s\t%s\t%s\t%s\t%s\t\n", a.Mentions, id, a.Kind, a.Country, a.Name, strings.Join(a.Roles[:min(1, len(a.Roles))], ""))
	}
}
