package repeats

import (
	"fmt"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// Options configures the stage: there is nothing to set.
type Options struct{}

// New returns the stage.
func New(Options) (stages.PerCorpus, error) {
	return stages.PerCorpus{
		Name:     "repeats",
		Doc:      "finds the same quotation in several articles",
		Needs:    []string{"articles", "statements"},
		Rewrites: []string{"statements"},
		Run:      run,
	}, nil
}

func run(s stages.Store) error {
	first, err := findFirsts(s)
	if err != nil {
		return fmt.Errorf("repeats: %w", err)
	}
	err = s.Write("statements", func(yield func(any) error) error {
		return stages.Scan(s, func(r *schemas.Statement) error {
			if of, ok := first[r.StatementID]; ok {
				r.RepeatOf = of
			}
			return yield(r)
		})
	})
	if err != nil {
		return fmt.Errorf("repeats: %w", err)
	}
	return nil
}

// findFirsts maps the id of every statement that repeats one of another article
// to the id of the first.
func findFirsts(s stages.Store) (map[string]string, error) {
	twice, err := hashesSeenTwice(s)
	if err != nil || len(twice) == 0 {
		return nil, err
	}
	articles, err := readArticles(s)
	if err != nil {
		return nil, err
	}
	groups := map[uint64][]place{}
	err = eachQuotation(s, func(h uint64, r *schemas.Statement) {
		if _, ok := slices.BinarySearch(twice, h); ok {
			groups[h] = append(groups[h], place{id: strings.Clone(r.StatementID), speaker: strings.Clone(r.SpeakerID), article: articles[r.ArticleID]})
		}
	})
	if err != nil {
		return nil, err
	}
	first := map[string]string{}
	for _, g := range groups {
		for _, same := range bySpeaker(g) {
			mark(same, first)
		}
	}
	return first, nil
}

// hashesSeenTwice gives the hashes that more than one quotation has, sorted.
func hashesSeenTwice(s stages.Store) ([]uint64, error) {
	var all []uint64
	if err := eachQuotation(s, func(h uint64, _ *schemas.Statement) { all = append(all, h) }); err != nil {
		return nil, err
	}
	slices.Sort(all)
	var twice []uint64
	for i := 1; i < len(all); i++ {
		if all[i] == all[i-1] && (len(twice) == 0 || twice[len(twice)-1] != all[i]) {
			twice = append(twice, all[i])
		}
	}
	return twice, nil
}

// eachQuotation hands over the statements that can repeat another article's,
// with the hash of their quoted words.
func eachQuotation(s stages.Store, f func(hash uint64, r *schemas.Statement)) error {
	return stages.Scan(s, func(r *schemas.Statement) error {
		if r.RepeatOf == "" && r.Type != "indirect" {
			if h, ok := hash(r); ok {
				f(h, r)
			}
		}
		return nil
	})
}
