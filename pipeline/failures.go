package pipeline

import (
	"cmp"
	"fmt"
	"path"
	"runtime"
	"slices"
	"strings"
	"unicode"

	"parley/schemas"
	"parley/stages"
)

// A panic of a stage is a bug of ours. It costs the article at which it
// happened, which becomes a row of rejects, and no other; the summary says so
// and asks for a report. Tests run with Options.Panic, which lets it through.

// internal is the code of rejects that are our fault.
const internal = "internal"

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
			err = &stages.Reject{Stage: "stages", Reason: internal, Detail: report(stage, uri, p)}
		}
	}()
	return work()
}

// report is a line by which a bug can be found: the stage, the article, the
// panic's words and the place in our own code nearest to it. It is called by
// the function that recovers.
func report(stage, uri string, p any) string {
	words := strings.Map(func(c rune) rune {
		if unicode.IsControl(c) {
			return ' '
		}
		return c
	}, strings.ToValidUTF8(fmt.Sprint(p), "?"))
	if runes := []rune(words); len(runes) > 200 {
		words = string(runes[:200]) + "…"
	}
	return fmt.Sprintf("a bug of Parley in stage %s at %s on %s: %s; please report this line, with the article if you may", stage, panicked(), uri, words)
}

// panicked is the innermost function of ours under the panic that is being
// recovered, as package.function:line.
func panicked() string {
	var pcs [64]uintptr
	frames := runtime.CallersFrames(pcs[:runtime.Callers(0, pcs[:])])
	below := false // the frames above the panic are those of the recovery
	for {
		f, more := frames.Next()
		switch {
		case f.Function == "runtime.gopanic":
			below = true
		case below && strings.HasPrefix(f.Function, "parley/"):
			return fmt.Sprintf("%s:%d", path.Base(f.Function), f.Line)
		}
		if !more {
			return "an unknown place"
		}
	}
}

// failures counts the articles that made a stage panic.
func (m *manifest) failures() (n int) {
	for code, k := range m.Notes {
		if strings.HasSuffix(code, "/"+internal) {
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
		if f.reject.Reason == internal {
			r.manifest.Notes[f.stage+"/"+internal]++
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
