package furniture

import (
	"hash/fnv"
	"net/url"
	"path"
	"strings"
	"unicode"

	"parley/schemas"
	"parley/stages"
)

const (
	longest = 60  // words of a line that may be furniture
	fewest  = 5   // articles that must hold it
	share   = 10  // one in so many of the publisher's articles
	sample  = 200 // articles of a publisher that are looked at
)

// Options configures the stage.
type Options struct{}

// New returns the stage.
func New(Options) (stages.Learner, error) {
	l := &learner{publishers: map[uint64]*publisher{}}
	return stages.Learner{
		Name:  "furniture",
		Doc:   "takes out the lines that a publisher's pages repeat",
		See:   l.see,
		Apply: l.apply,
	}, nil
}

// learner counts; once all articles are seen it is only read.
type learner struct{ publishers map[uint64]*publisher }

type publisher struct {
	articles int
	lines    map[uint64]int // articles that hold the line
}

func (l *learner) see(a *schemas.Article) {
	key := hash(publisherOf(a))
	p := l.publishers[key]
	if p == nil {
		p = &publisher{lines: map[uint64]int{}}
		l.publishers[key] = p
	}
	if p.articles == sample {
		return
	}
	p.articles++
	seen := map[uint64]bool{}
	for line := range strings.SplitSeq(a.Text, "\n\n") {
		h, ok := lineOf(line, a.Title)
		if ok && !seen[h] {
			seen[h] = true
			p.lines[h]++
		}
	}
}

// apply takes the repeated lines out of an article, unless nothing would be left.
func (l *learner) apply(a *schemas.Article) {
	p := l.publishers[hash(publisherOf(a))]
	if p == nil || p.articles < fewest {
		return
	}
	var kept []string
	var removed []schemas.Removed
	gone := 0
	for line := range strings.SplitSeq(a.Text, "\n\n") {
		h, ok := lineOf(line, a.Title)
		if n := p.lines[h]; ok && n >= fewest && n*share >= p.articles {
			removed = append(removed, schemas.Removed{Kind: "boilerplate", Text: line})
			gone += words(line)
		} else {
			kept = append(kept, line)
		}
	}
	if removed == nil || kept == nil {
		return
	}
	a.Text = strings.Join(kept, "\n\n")
	a.Words = max(0, a.Words-int32(gone))
	a.Removed = append(a.Removed, removed...)
}

// publisherOf names what an article's furniture is shared with.
func publisherOf(a *schemas.Article) string {
	if a.Publisher != "" {
		return strings.ToLower(a.Publisher)
	}
	if u, err := url.Parse(a.URL); err == nil && u.Host != "" {
		return u.Hostname()
	}
	file, record, ok := strings.Cut(a.SourceURI, "#")
	if ok && record != "" {
		return file
	}
	return path.Dir(file) + "/"
}

// lineOf is the hash of a line's words; ok is false for one that is too long,
// has no word or is the headline.
func lineOf(line, title string) (h uint64, ok bool) {
	n := words(line)
	return hash(line), n > 0 && n <= longest && line != title
}

func words(line string) (n int) {
	for w := range strings.FieldsSeq(line) {
		if strings.IndexFunc(w, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0 {
			n++
		}
	}
	return n
}

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(strings.ToLower(s)))
	return h.Sum64()
}
