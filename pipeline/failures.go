package pipeline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"parley/schemas"
	"parley/stages"
)

// A panic of a stage is a bug of ours. It costs the article at which it
// happened, which becomes a row of rejects, and no other; the summary says so
// and asks for a report. Tests run with Options.Panic, which lets it through.

// guard runs a part of the work on one article, and makes a *stages.Reject of
// its panic.
func (r *runner) guard(stage, uri string, work func() error) (err error) {
	defer func() {
		p := recover()
		switch {
		case p == nil:
		case r.options.Panic:
			panic(fmt.Sprintf("parley: bug in stage %s on %s: %v", stage, uri, p))
		default:
			err = stages.Bug(stage, uri, p)
		}
	}()
	return work()
}

// failures counts the articles that made a stage panic.
func (m *manifest) failures() (n int) {
	for code, k := range m.Notes {
		if strings.HasSuffix(code, "/"+stages.Internal) {
			n += k
		}
	}
	return n
}

// failed is an article that the second pass could not code.
type failed struct {
	id     string // of the article
	stage  string
	reject schemas.Reject
}

// leaveOut takes the failed articles out of the run. It reports whether that
// makes originals of copies, which then have to be coded anew.
func (r *runner) leaveOut(all []failed) (again bool) {
	out := map[string]bool{}
	for _, f := range all {
		out[f.id] = true
		r.refuse(f.reject)
		if f.reject.Reason == stages.Internal {
			r.manifest.Notes[f.stage+"/"+stages.Internal]++
		}
	}
	r.articles = slices.DeleteFunc(r.articles, func(e entry) bool { return out[e.digest.ArticleID] })
	groups := map[string][]*entry{}
	for i := range r.articles {
		if e := &r.articles[i]; out[e.copy.DuplicateOf] {
			groups[e.copy.DuplicateOf] = append(groups[e.copy.DuplicateOf], e)
		}
	}
	for _, copies := range groups {
		regroup(copies)
	}
	return len(groups) > 0
}

// regroup makes the earliest of some articles, whose original is gone, the
// original of the others. They keep the similarity to the one that is gone.
func regroup(copies []*entry) {
	first := slices.MinFunc(copies, func(a, b *entry) int {
		x, y := a.day(), b.day()
		return cmp.Or(compareBool(x.IsZero(), y.IsZero()), x.Compare(y),
			cmp.Compare(a.digest.SourceURI, b.digest.SourceURI), cmp.Compare(a.digest.ArticleID, b.digest.ArticleID))
	})
	for _, e := range copies {
		e.copy.DuplicateOf = first.digest.ArticleID
	}
	first.copy = stages.Verdict{}
}

// day is the day of publication, told by the article or by others.
func (e *entry) day() schemas.Date {
	c := e.digest
	if !e.dated.published.IsZero() {
		c.Published, c.DatePrecision = e.dated.published, e.dated.precision
	}
	return c.Day()
}

// compareBool orders false before true.
func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}
