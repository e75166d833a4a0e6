package copies

import (
	"cmp"
	"slices"

	"parley/schemas"
	"parley/stages"
)

// What makes a near copy, found on a corpus of two years of news: there,
// different stories of one outlet, which repeat their background paragraphs or
// their page furniture, reach a similarity of 0.2 and hold at most half of
// each other.
const (
	nearSimilarity = 0.48 // two texts share so much that either is a copy of the other
	nearContained  = 0.65 // so much of the shorter one comes from the longer one
	leastContained = 0.2  // similarity below which the estimate of contained is too rough

	// Agencies' stories are reprinted within days. Texts further apart that are
	// much alike follow a pattern, such as a weekly bulletin, and are copies
	// only when hardly a word has changed.
	reprintDays    = 7
	lateSimilarity = 0.8

	// window bounds how many earlier texts of one bucket a text is compared
	// with, so that furniture on every page of an outlet does not make each
	// page meet each other one.
	window = 32
)

// resolve says of each digest what it copies.
func resolve(digests []stages.Digest) []stages.Verdict {
	r := newResolution(digests)
	r.exact()
	edges := r.nearPairs()
	r.near(edges)
	return r.verdicts()
}

// resolution is the state of one call: digests are named by their rank, their
// place in the order in which the earlier one is the original.
type resolution struct {
	digests  []stages.Digest
	order    []int     // rank -> place among digests
	original []int     // rank -> rank of what it copies, or itself
	copies   [][]int   // rank of an original -> ranks of its copies
	score    []float64 // rank -> similarity with its original
}

func newResolution(digests []stages.Digest) *resolution {
	n := len(digests)
	r := &resolution{digests: digests, order: make([]int, n), original: make([]int, n), copies: make([][]int, n), score: make([]float64, n)}
	for i := range n {
		r.order[i], r.original[i] = i, i
	}
	slices.SortFunc(r.order, func(i, j int) int {
		a, b := &digests[i], &digests[j]
		return cmp.Or(byDate(a.Day(), b.Day()), cmp.Compare(a.SourceURI, b.SourceURI), cmp.Compare(a.ArticleID, b.ArticleID))
	})
	return r
}

// byDate orders dates, unknown ones last.
func byDate(a, b schemas.Date) int {
	if a.IsZero() != b.IsZero() {
		if a.IsZero() {
			return 1
		}
		return -1
	}
	return a.Compare(b)
}

func (r *resolution) digest(rank int) *stages.Digest { return &r.digests[r.order[rank]] }

// assign makes a and all its copies copies of b, which is an original.
func (r *resolution) assign(a, b int) {
	moved := append(r.copies[a], a)
	r.copies[a] = nil
	for _, x := range moved {
		r.original[x] = b
		if r.sameWords(x, b) {
			r.score[x] = 1
		} else {
			r.score[x] = r.similarity(x, b)
		}
	}
	r.copies[b] = append(r.copies[b], moved...)
}

// exact finds the texts with the same words.
func (r *resolution) exact() {
	first := make(map[uint64]int, len(r.digests))
	for rank := range r.order {
		s := &r.digest(rank).Sketch
		if s.Words == 0 {
			continue
		}
		if b, ok := first[s.Exact]; !ok {
			first[s.Exact] = rank
		} else if r.sameWords(rank, b) {
			r.assign(rank, b)
		}
	}
}

func (r *resolution) sameWords(a, b int) bool {
	x, y := &r.digest(a).Sketch, &r.digest(b).Sketch
	return x.Exact == y.Exact && x.Words == y.Words
}

func (r *resolution) similarity(a, b int) float64 {
	return jaccard(r.digest(a).Sketch.MinMax, r.digest(b).Sketch.MinMax)
}

// edge says that from is a copy of to.
type edge struct{ from, to int }

// nearPairs finds who copies whom among texts with different words. Each
// element of a signature is a bucket; texts that meet in one are compared. Two
// that share a fifth of their shingles meet with a probability of 0.93, two that
// share a third with 0.999.
func (r *resolution) nearPairs() []edge {
	type entry struct {
		bucket uint32
		rank   int32
	}
	var entries []entry
	var edges []edge
	for band := range signature {
		entries = entries[:0]
		for rank := range r.order {
			if sig := r.digest(rank).Sketch.MinMax; r.original[rank] == rank && len(sig) == signature {
				entries = append(entries, entry{sig[band], int32(rank)})
			}
		}
		slices.SortFunc(entries, func(a, b entry) int { return cmp.Or(cmp.Compare(a.bucket, b.bucket), cmp.Compare(a.rank, b.rank)) })
		for i, e := range entries {
			for k := i - 1; k >= max(0, i-window) && entries[k].bucket == e.bucket; k-- {
				if x, ok := r.compare(int(entries[k].rank), int(e.rank)); ok {
					edges = append(edges, x)
				}
			}
		}
		slices.SortFunc(edges, func(a, b edge) int { return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.to, b.to)) })
		edges = slices.Compact(edges) // alike texts meet in most buckets
	}
	return edges
}

// compare says which of two texts, if any, copies the other: the later one, or
// of one day also the earlier one, when it is a part of a longer one.
func (r *resolution) compare(a, b int) (edge, bool) {
	x, y := r.digest(a), r.digest(b)
	dx, dy := x.Day(), y.Day()
	j := r.similarity(a, b)
	if j < leastContained {
		return edge{}, false
	}
	if !dx.IsZero() && !dy.IsZero() && dy.Days()-dx.Days() > reprintDays {
		return edge{b, a}, j >= lateSimilarity
	}
	switch {
	case j >= nearSimilarity, contained(j, y.Sketch.Words, x.Sketch.Words) >= nearContained:
		return edge{b, a}, true
	case dx == dy && contained(j, x.Sketch.Words, y.Sketch.Words) >= nearContained:
		return edge{a, b}, true
	}
	return edge{}, false
}

// near makes copies along the edges, in the order of the texts, so that what
// is copied is always an original: first those of earlier texts, then the
// parts of longer texts of the same day.
func (r *resolution) near(edges []edge) {
	for _, later := range []bool{true, false} {
		for _, e := range edges {
			if e.from > e.to == later && r.original[e.from] == e.from && r.original[e.to] == e.to {
				r.assign(e.from, e.to)
			}
		}
	}
}

func (r *resolution) verdicts() []stages.Verdict {
	out := make([]stages.Verdict, len(r.digests))
	for rank, i := range r.order {
		b := r.original[rank]
		if b == rank {
			continue
		}
		kind := "near"
		if r.sameWords(rank, b) {
			kind = "exact"
		}
		out[i] = stages.Verdict{DuplicateOf: r.digest(b).ArticleID, Kind: kind, Similarity: r.score[rank]}
	}
	return out
}
