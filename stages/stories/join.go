package stories

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// joinCopies leads each row of a copy to the row of its original that says the
// same in the same sentence.
func (c *corpus) joinCopies(first []int32) {
	type key struct {
		article      *article
		text         uint64
		kind         string
		deed         uint32
		status       status
		source, nth  int32
		otherParties int
	}
	keyOf := func(r *report, a *article) key {
		k := key{article: a, text: r.text, kind: r.kind, deed: r.deed, status: r.status, source: -1, otherParties: len(r.sources) + len(r.targets)}
		if len(r.sources) > 0 {
			k.source = r.sources[0]
		}
		return k
	}
	originals, seen := map[key]int32{}, map[key]int32{}
	for i := range c.reports {
		if r := &c.reports[i]; r.article.copied {
			k := keyOf(r, r.article)
			k.nth = seen[k]
			seen[keyOf(r, r.article)]++
			originals[k] = int32(i)
		}
	}
	type copied struct {
		of key
		in *article
	}
	again := map[copied]int32{}
	for i := range c.reports {
		r := &c.reports[i]
		of := c.articles[r.article.copyOf]
		if of == nil {
			continue
		}
		k := keyOf(r, of)
		at := copied{k, r.article}
		k.nth = again[at]
		again[at]++
		if o, ok := originals[k]; ok {
			first[i] = o
		}
	}
}

// most is how many stories of one day a row is compared with.
const most = 500

// bucket is what all rows of a story have in common.
type bucket struct {
	kind      string
	status    status
	date      int
	precision string
}

func (r *report) bucket() bucket {
	return bucket{r.kind, r.status, r.date.Days(), r.precision}
}

func (a bucket) compare(b bucket) int {
	return cmp.Or(strings.Compare(a.kind, b.kind), cmp.Compare(a.status, b.status), cmp.Compare(a.date, b.date), strings.Compare(a.precision, b.precision))
}

// joinReports finds the stories among the dated rows, copies left out.
func (c *corpus) joinReports(first []int32) {
	var rows []int32
	for i := range c.reports {
		if !c.reports[i].date.IsZero() && int(first[i]) == i {
			rows = append(rows, int32(i))
		}
	}
	slices.SortFunc(rows, func(i, j int32) int {
		a, b := &c.reports[i], &c.reports[j]
		return cmp.Or(a.bucket().compare(b.bucket()), cmp.Compare(b.fullness, a.fullness),
			a.article.day.Compare(b.article.day), strings.Compare(a.id, b.id))
	})
	for len(rows) > 0 {
		n := 1
		for n < len(rows) && c.reports[rows[n]].bucket() == c.reports[rows[0]].bucket() {
			n++
		}
		c.joinBucket(rows[:n], first)
		rows = rows[n:]
	}
}

// joinBucket takes the rows of one bucket from the fullest to the barest.
func (c *corpus) joinBucket(rows, first []int32) {
	type member struct {
		story   int32
		article *article
	}
	has := map[member]bool{}
	leaders := map[string][]int32{} // first rows of stories by their keys
	for _, i := range rows {
		r := &c.reports[i]
		best, score, tie := i, 0, false
		for l := range candidates(leaders, c.keys(r)) {
			if !deeds[r.kind] && has[member{l, r.article}] {
				continue
			}
			switch n := c.same(r, &c.reports[l]); {
			case n > score:
				best, score, tie = l, n, false
			case n == score && n > 0:
				tie = true
			}
		}
		if tie {
			best = i
		}
		first[i] = best
		has[member{best, r.article}] = true
		if best == i {
			for _, k := range c.keys(r) {
				leaders[k] = append(leaders[k], i)
			}
		}
	}
}

// candidates are the first rows of stories that have one of the keys, each once,
// and no more than most, of each key the fullest first.
func candidates(leaders map[string][]int32, keys []string) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		tried := map[int32]bool{}
		for _, k := range keys {
			for _, l := range leaders[k] {
				if tried[l] {
					continue
				}
				if len(tried) == most || !yield(l) {
					return
				}
				tried[l] = true
			}
		}
	}
}

// keys are what rows with a party or place in common have in common: the
// party's country, the party itself, the place.
func (c *corpus) keys(r *report) (all []string) {
	for _, p := range slices.Concat(r.sources, r.targets) {
		key := c.who[p].country
		if key == "" {
			key = strconv.Itoa(int(p))
		}
		if !slices.Contains(all, key) {
			all = append(all, key)
		}
	}
	if r.place != "" && raids[r.kind] {
		all = append(all, "in "+r.place)
	}
	return all
}
