package repeats

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"parley/schemas"
	"parley/stages"
)

// article is what must be known of an article to say which came first.
type article struct {
	id, original string // original: of which it is a copy, or ""
	day          schemas.Date
}

// place is a quotation in an article.
type place struct {
	id, speaker string
	article     *article
}

func readArticles(s stages.Store) (map[string]*article, error) {
	all := map[string]*article{}
	err := stages.Scan(s, func(r *schemas.Article) error {
		a := &article{id: strings.Clone(r.ArticleID), original: strings.Clone(r.DuplicateOf), day: lastDay(r.Published, r.DatePrecision)}
		all[a.id] = a
		return nil
	})
	return all, err
}

// lastDay is the last day that a date can mean; that of an undated article is
// behind all others.
func lastDay(d schemas.Date, precision string) schemas.Date {
	switch {
	case d.IsZero():
		return schemas.NewDate(9999, 12, 31)
	case precision == "year":
		return schemas.NewDate(int(d.Year), 12, 31)
	case precision == "month":
		return schemas.NewDate(int(d.Year), time.Month(d.Month)+1, 0)
	}
	return d
}

// bySpeaker splits the places with the same words by who spoke them. Those
// without a known speaker go with the only known one.
func bySpeaker(g []place) map[string][]place {
	known := map[string]bool{}
	for _, p := range g {
		if p.speaker != "" {
			known[p.speaker] = true
		}
	}
	if len(known) <= 1 {
		return map[string][]place{"": g}
	}
	split := map[string][]place{}
	for _, p := range g {
		split[p.speaker] = append(split[p.speaker], p)
	}
	return split
}

// mark notes the first of some places with the same words for all those in
// other articles.
func mark(same []place, first map[string]string) {
	slices.SortFunc(same, func(a, b place) int {
		return cmp.Or(a.article.day.Compare(b.article.day), strings.Compare(a.article.id, b.article.id), strings.Compare(a.id, b.id))
	})
	has := map[string]bool{}
	for _, p := range same {
		has[p.article.id] = true
	}
	i := slices.IndexFunc(same, func(p place) bool { return !has[p.article.original] })
	for _, p := range same {
		if p.article != same[i].article {
			first[p.id] = same[i].id
		}
	}
}
