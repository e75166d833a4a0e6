// Package linking joins reports of things, such as meetings, that many articles
// tell of.
//
// What is compared is up to whoever links: a Linker holds the reports, each with
// the keys under which those of one thing can meet, and is asked for groups at
// the end. So its state is a set of reports: those of several shards are put
// together with Merge, and neither the order of shards nor that of reports makes a
// difference.
//
// # Method
//
// Reports are taken in one order, the fullest first. Each is compared with the
// first reports of the groups before that share a key, and with no other, so
// that likeness is not handed on from report to report. It joins the one that it
// fits best; where it fits several equally well, it does not say which it is and
// begins a group of its own.
package linking

import "slices"

// Linker collects reports of type R.
type Linker[R any] struct {
	// Keys are what a report is looked up by: two of one thing share one.
	Keys func(R) []string

	// Compare is the order in which reports are taken; of different reports it is
	// never 0.
	Compare func(a, b R) int

	// Same is how well a report fits the first one of a group; 0 is not at all.
	Same func(report, first R) int

	reports []R
}

// Add adds a report.
func (l *Linker[R]) Add(r R) { l.reports = append(l.reports, r) }

// Merge adds the reports of another Linker, of another shard.
func (l *Linker[R]) Merge(o *Linker[R]) { l.reports = append(l.reports, o.reports...) }

// most is with how many groups of one key a report is compared, so that a day on
// which all happens at once takes no square of time.
const most = 300

// Groups are the reports of each thing, the first one first, in the order of
// the first ones.
func (l *Linker[R]) Groups() (all [][]R) {
	reports := slices.Clone(l.reports)
	slices.SortFunc(reports, l.Compare)
	at := map[string][]int{} // groups by the keys of their first reports
	for _, r := range reports {
		keys := l.Keys(r)
		best, score, tie := -1, 0, false
		seen := map[int]bool{}
		for _, k := range keys {
			for _, g := range at[k] {
				if seen[g] {
					continue
				}
				seen[g] = true
				switch n := l.Same(r, all[g][0]); {
				case n > score:
					best, score, tie = g, n, false
				case n == score && n > 0:
					tie = true
				}
			}
		}
		if best >= 0 && !tie {
			all[best] = append(all[best], r)
			continue
		}
		all = append(all, []R{r})
		for _, k := range keys {
			if len(at[k]) < most {
				at[k] = append(at[k], len(all)-1)
			}
		}
	}
	return all
}
