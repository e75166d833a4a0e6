package linking

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

type report struct {
	id       string
	n, fills int
}

func linker() *Linker[report] {
	return &Linker[report]{
		Keys:    func(r report) []string { return []string{fmt.Sprint(r.n / 10), fmt.Sprint(r.n/10 + 1)} },
		Compare: func(a, b report) int { return cmp.Or(b.fills-a.fills, strings.Compare(a.id, b.id)) },
		Same: func(r, first report) int {
			gap := max(r.n-first.n, first.n-r.n)
			return max(0, 4-gap)
		},
	}
}

func (l *Linker[R]) groups(name func(R) string) string {
	var all []string
	for _, g := range l.Groups() {
		var ids []string
		for _, r := range g {
			ids = append(ids, name(r))
		}
		all = append(all, strings.Join(ids, ""))
	}
	return strings.Join(all, " ")
}

// TestGroups holds that neither the order nor the shards of reports matter, that
// likeness is not handed on, and that a tie joins neither.
func TestGroups(t *testing.T) {
	reports := []report{{"a", 10, 9}, {"b", 12, 5}, {"c", 15, 5}, {"d", 19, 8}, {"e", 50, 1}, {"f", 56, 1}, {"g", 53, 0}}
	const want = "ab d c e f g" // c fits b, but not a; g fits e and f alike
	name := func(r report) string { return r.id }
	for seed := range uint64(20) {
		all := slices.Clone(reports)
		rand.New(rand.NewPCG(seed, 1)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		one, other := linker(), linker()
		for i, r := range all {
			if i < int(seed)%len(all) {
				one.Add(r)
			} else {
				other.Add(r)
			}
		}
		one.Merge(other)
		if got := one.groups(name); got != want {
			t.Fatalf("seed %d: got %q, want %q", seed, got, want)
		}
	}
}

// TestCrowd holds that many reports under one key take no square of time.
func TestCrowd(t *testing.T) {
	asked := 0
	l := linker()
	same := l.Same
	l.Same = func(a, b report) int { asked++; return same(a, b) }
	l.Keys = func(report) []string { return []string{"one"} }
	const n = 5000
	for i := range n {
		l.Add(report{fmt.Sprintf("%05d", i), 10 * i, 0})
	}
	l.Groups()
	if asked > n*most {
		t.Errorf("%d comparisons", asked)
	}
}
