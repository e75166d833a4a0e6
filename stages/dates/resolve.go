package dates

import (
	"cmp"
	"slices"

	"parley/schemas"
	"parley/stages"
)

// What makes two sentences tell of one event, and what makes a date of such
// pairs; found by hiding the dates of two years of news and dating them anew.
const (
	leastAlike   = 0.3  // weight of the shared features, as a share of the two sentences' own
	surelyAlike  = 0.4  // at least one pair must be so much alike
	namesToOther = 3    // and share a name, and so many for each that either has alone
	sameWords    = 0.9  // a copy: its "today" may be that of another day
	leastNames   = 2    // shared names and places,
	leastRoles   = 3    // or a place with so many sides and offices,
	leastWhats   = 4    // or a name with so many other words
	mostArticles = 1000 // features of more articles find no pairs: they would compare each with each
	roleWeight   = 0.25 // of a feature that says only who by office or side
	leastWeight  = 3.0  // of the shared features
	rivalry      = 0.6  // how much of the best day's support may speak for other days
	mostDays     = 16   // days that a clue is compared with
	newsDays     = 21   // how far off news names a day without its year
	vetoDays     = 60   // how far after its publication an article does not name a day as past
)

// resolve dates the articles without a date.
func resolve(digests []stages.Digest) []stages.Dating {
	out := make([]stages.Dating, len(digests))
	r := newResolution(digests)
	if r == nil {
		return out
	}
	for i := range digests {
		if digests[i].Published.IsZero() {
			out[i] = r.date(i)
		}
	}
	return out
}

// told is an event of a dated article, and its day.
type told struct {
	digest, clue int
	day          schemas.Date
	weight       float64 // of its features
}

// resolution is the state of one call.
type resolution struct {
	digests []stages.Digest
	told    []told
	by      map[uint32][]int32 // feature -> places in told
	spread  map[uint32]int32   // feature -> number of articles
	hits    []uint8            // scratch of sharing, all 0
}

// newResolution collects what the dated articles tell that shares a feature
// with an undated one; nil when there are no dated or no undated ones.
func newResolution(digests []stages.Digest) *resolution {
	r := &resolution{digests: digests, by: map[uint32][]int32{}, spread: map[uint32]int32{}}
	sought := map[uint32]bool{}
	for i := range digests {
		if digests[i].Published.IsZero() {
			for _, c := range digests[i].Clues.Events {
				for _, f := range c.Features {
					sought[f&^kindMask] = true
				}
			}
		}
	}
	if len(sought) == 0 {
		return nil
	}
	var features []uint32
	for i := range digests {
		features = features[:0]
		for _, c := range digests[i].Clues.Events {
			for _, f := range c.Features {
				features = append(features, f&^kindMask)
			}
		}
		slices.Sort(features)
		for _, f := range slices.Compact(features) {
			r.spread[f]++
		}
	}
	for i := range digests {
		published := digests[i].Day()
		if published.IsZero() {
			continue
		}
		for k, c := range digests[i].Clues.Events {
			if day, ok := dayOf(c.When, published); ok {
				r.add(told{digest: i, clue: k, day: day}, c.Features, sought)
			}
		}
	}
	r.hits = make([]uint8, len(r.told))
	return r
}

// add enters an event under its features that few articles have.
func (r *resolution) add(t told, features []uint32, sought map[uint32]bool) {
	known := false
	for _, f := range features {
		k := f &^ kindMask
		if sought[k] && r.spread[k] <= mostArticles && f&kindMask != isRole {
			r.by[k] = append(r.by[k], int32(len(r.told)))
			known = true
		}
	}
	if known {
		t.weight = r.weigh(features)
		r.told = append(r.told, t)
	}
}

// dayOf is the one day of an event in an article of a known day.
func dayOf(w stages.When, published schemas.Date) (schemas.Date, bool) {
	switch {
	case w.Kind == stages.OnDate:
		return nearest(w.Date, published)
	case w.Kind != stages.DaysAway:
		return schemas.Date{}, false
	case w.From == w.To && w.Weekday < 0:
		return published.AddDays(int(w.From)), true
	case w.Weekday < 0 || w.To-w.From > 6:
		return schemas.Date{}, false
	}
	for n := w.From; n <= w.To; n++ {
		if d := published.AddDays(int(n)); int8(d.Weekday()) == w.Weekday {
			return d, true
		}
	}
	return schemas.Date{}, false
}

// nearest gives a day of the calendar without a year the year in which it lies
// near the day of publication; where it lies far off, it may be of any year.
func nearest(d, published schemas.Date) (schemas.Date, bool) {
	if d.Year > 0 {
		return d, true
	}
	for d.Year = published.Year - 1; d.Year <= published.Year+1; d.Year++ {
		if d.AddDays(0) == d && distance(d, published) <= newsDays { // not February 29 of a common year
			return d, true
		}
	}
	return d, false
}

func distance(a, b schemas.Date) int { return max(a.Days()-b.Days(), b.Days()-a.Days()) }

// match says that a clue of an undated article tells of the same event as one
// of a dated article, so that the undated one was published on one of the days
// from first to last.
type match struct {
	clue        int
	told        int
	score       float64
	sure        bool // alike enough to build on
	first, last int  // days since 1970
	edge        bool // the first day is there for those who begin the week on Sunday
}

// matches finds the events of dated articles that a clue tells of, too, the
// most alike one of each day first.
func (r *resolution) matches(digest, clue int) []match {
	c := &r.digests[digest].Clues.Events[clue]
	own := r.weigh(c.Features)
	var out []match
	for _, t := range r.sharing(c.Features) {
		e := &r.told[t]
		other := &r.digests[e.digest].Clues.Events[e.clue]
		score, sure := r.alike(c.Features, own, other.Features, e.weight)
		if score < leastAlike || score > sameWords && other.When.Weekday < 0 && other.When.Kind == stages.DaysAway {
			continue
		}
		if first, last, ok := published(c.When, e.day); ok {
			m := match{clue: clue, told: int(t), score: score, sure: sure, first: first, last: last}
			if c.When.Kind == stages.WeeksAway {
				m.first, m.edge = first-1, true
			}
			out = append(out, m)
		}
	}
	slices.SortFunc(out, func(a, b match) int {
		x, y := &r.told[a.told], &r.told[b.told]
		return cmp.Or(cmp.Compare(b.score, a.score), x.day.Compare(y.day),
			cmp.Compare(r.digests[x.digest].SourceURI, r.digests[y.digest].SourceURI), cmp.Compare(x.clue, y.clue))
	})
	return r.eachDayOnce(out)
}

// sharing is the events with at least two of the features.
func (r *resolution) sharing(features []uint32) []int32 {
	var found, touched []int32
	for _, f := range features {
		for _, t := range r.by[f&^kindMask] {
			switch r.hits[t]++; r.hits[t] {
			case 1:
				touched = append(touched, t)
			case 2:
				found = append(found, t)
			}
		}
	}
	for _, t := range touched {
		r.hits[t] = 0
	}
	return found
}

// eachDayOnce keeps the best match of each day.
func (r *resolution) eachDayOnce(all []match) []match {
	seen := map[schemas.Date]bool{}
	return slices.DeleteFunc(all, func(m match) bool {
		d := r.told[m.told].day
		drop := seen[d] || len(seen) == mostDays
		seen[d] = seen[d] || !drop
		return drop
	})
}

// published is the days on which an article can have been published that
// places an event of that day as w does.
func published(w stages.When, day schemas.Date) (first, last int, ok bool) {
	d := day.Days()
	switch {
	case w.Kind == stages.OnDate:
		return 0, 0, false
	case w.Kind == stages.WeeksAway:
		first = day.Week().Days() - 7*int(w.From)
		return first, first + 6, true
	case w.Weekday >= 0 && int8(day.Weekday()) != w.Weekday:
		return 0, 0, false
	}
	return d - int(w.To), d - int(w.From), true
}
